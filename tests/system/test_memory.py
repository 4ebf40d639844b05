import ctypes
import sys
from types import SimpleNamespace

import pytest

from outlay.system.memory import give_back_memory


def test_freed_memory_is_handed_over_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[int] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace(malloc_trim=kept.append))
    give_back_memory()
    assert kept == [0]


def test_a_c_library_that_cannot_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    asked: list[object] = []

    def loaded(name: object) -> SimpleNamespace:
        asked.append(name)
        return SimpleNamespace()

    monkeypatch.setattr(ctypes, "CDLL", loaded)
    give_back_memory()
    assert asked == [None]


def test_other_systems_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(ctypes, "CDLL", asked.append)
    give_back_memory()
    assert asked == []
