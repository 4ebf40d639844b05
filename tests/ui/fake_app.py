"""A face's app without a store behind it."""

from dataclasses import replace
from pathlib import Path

from outlay.domain.answers import Glance, SourceAnswer
from outlay.domain.work import Identity, KnownRepository, RepositoryState
from outlay.settings import Settings
from ui.glances import filled


def known_repository(path: str) -> KnownRepository:
    return KnownRepository(path, path, path, None, RepositoryState.FOUND, "main", None, None, None)


class FakeApp:
    """The front desk with one glance."""

    def __init__(self, folder: Path, glance: Glance | None = None) -> None:
        self.data_folder = folder
        self.paused = False
        self.sample = False
        self.first_run = False
        self.settings = Settings()
        self.shown = glance or filled()
        self.added: list[str] = []
        self.removed: list[str] = []
        self.chosen: tuple[str, ...] = ("/home/me/tools",)
        self.emails: tuple[str, ...] = ("ada@home.example",)

    def glance(self) -> Glance:
        return self.shown

    def sources(self) -> tuple[SourceAnswer, ...]:
        return self.shown.sources

    def repositories(self) -> tuple[KnownRepository, ...]:
        return tuple(known_repository(path) for path in self.chosen)

    def propose_repositories(self) -> tuple[str, ...]:
        return self.shown.proposed_repositories

    def add_repositories(self, paths: tuple[str, ...]) -> tuple[str, ...]:
        self.added.extend(paths)
        return ()

    def remove_repositories(self, paths: tuple[str, ...]) -> None:
        self.removed.extend(paths)

    def identities(self) -> tuple[str, ...]:
        return self.emails

    def propose_identities(self) -> tuple[Identity, ...]:
        return (Identity("ada@work.example", "git config"),)

    def add_identities(self, emails: tuple[str, ...]) -> None:
        self.added.extend(emails)

    def remove_identities(self, emails: tuple[str, ...]) -> None:
        self.removed.extend(emails)

    def add_log_folder(self, path: str) -> None:
        self.added.append(path)

    def pause(self, on: bool) -> None:
        self.paused = on

    def earn(self, micros: int) -> None:
        today = replace(self.shown.today, spend=replace(self.shown.today.spend, micros=micros))
        self.shown = replace(self.shown, today=today)
