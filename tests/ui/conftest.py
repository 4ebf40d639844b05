"""Offscreen Qt with the shipped Inter, and a face without a store behind it."""

from pathlib import Path

import pytest

from outlay.painting.look import Look
from outlay.painting.tokens import load_tokens
from outlay.painting.type import load_inter
from outlay.system.resources import resource_path
from ui.fake_app import FakeApp


@pytest.fixture
def look(qapp) -> Look:
    return Look(load_tokens(resource_path("look/tokens.json"), "light"), load_inter(resource_path))


@pytest.fixture
def face(tmp_path: Path) -> FakeApp:
    return FakeApp(tmp_path)
