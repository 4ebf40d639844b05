"""Offscreen Qt with the shipped Inter, and a face without a store behind it."""

from dataclasses import replace
from pathlib import Path

import pytest

from outlay.domain.answers import Glance, SourceAnswer
from outlay.painting.look import Look
from outlay.painting.tokens import load_tokens
from outlay.painting.type import load_inter
from outlay.system.resources import resource_path
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

    def add_repositories(self, paths: tuple[str, ...]) -> None:
        self.added.extend(paths)

    def add_log_folder(self, path: str) -> None:
        self.added.append(path)

    def pause(self, on: bool) -> None:
        self.paused = on

    def earn(self, micros: int) -> None:
        today = replace(self.shown.today, spend=replace(self.shown.today.spend, micros=micros))
        self.shown = replace(self.shown, today=today)


@pytest.fixture
def look(qapp) -> Look:
    return Look(load_tokens(resource_path("look/tokens.json"), "light"), load_inter(resource_path))


@pytest.fixture
def face(tmp_path: Path) -> FakeApp:
    return FakeApp(tmp_path)
