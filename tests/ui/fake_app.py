"""A face's app without a store behind it."""

from dataclasses import replace
from pathlib import Path

from outlay.domain.answers import Glance, SourceAnswer
from ui.glances import filled


class FakeApp:
    """The front desk with one glance."""

    def __init__(self, folder: Path, glance: Glance | None = None) -> None:
        self.data_folder = folder
        self.paused = False
        self.sample = False
        self.shown = glance or filled()
        self.added: list[str] = []

    def glance(self) -> Glance:
        return self.shown

    def sources(self) -> tuple[SourceAnswer, ...]:
        return self.shown.sources

    def propose_repositories(self) -> tuple[str, ...]:
        return self.shown.proposed_repositories

    def add_repositories(self, paths: tuple[str, ...]) -> tuple[str, ...]:
        self.added.extend(paths)
        return ()

    def add_log_folder(self, path: str) -> None:
        self.added.append(path)

    def pause(self, on: bool) -> None:
        self.paused = on

    def earn(self, micros: int) -> None:
        today = replace(self.shown.today, spend=replace(self.shown.today.spend, micros=micros))
        self.shown = replace(self.shown, today=today)
