"""Offscreen Qt with the shipped Inter, and a face without a store behind it."""

import gc
from itertools import count
from pathlib import Path

import pytest

from outlay.cli.commands.gallery import SHOWN_MOMENT, SHOWN_ZONE
from outlay.painting.look import Look
from outlay.painting.tokens import load_tokens
from outlay.painting.type import load_inter
from outlay.system.resources import resource_path
from outlay.wiring import sample_app
from ui.fake_app import FakeApp

_TESTS = count(1)
_ALL_OF_IT = 40


@pytest.fixture(autouse=True)
def collected_between_tests():
    """As in the program, garbage is collected while no widget is being made or painted."""
    gc.disable()
    yield
    gc.collect(1 if next(_TESTS) % _ALL_OF_IT else 2)
    gc.enable()


@pytest.fixture
def look(qapp) -> Look:
    return Look(load_tokens(resource_path("look/tokens.json"), "light"), load_inter(resource_path))


@pytest.fixture
def face(tmp_path: Path) -> FakeApp:
    return FakeApp(tmp_path)


@pytest.fixture(scope="session")
def sample():
    """An app over the sample data, read once for all tests that only look."""
    with sample_app(SHOWN_MOMENT, SHOWN_ZONE) as app:
        yield app
