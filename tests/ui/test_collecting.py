"""Garbage is collected between two events, and only when it is due."""

import gc
import weakref

import pytest
from PySide6.QtCore import QObject

from outlay.ui.collecting import Collecting


class Circle:
    def __init__(self):
        self.me = self


@pytest.fixture
def collecting(qapp):
    parent = QObject()
    one = Collecting(20, parent)
    yield one
    one.end()
    parent.deleteLater()


def circle():
    return weakref.ref(Circle())


def test_nothing_is_collected_while_python_works(collecting):
    kept = circle()
    many = [[] for _ in range(5_000)]
    assert not gc.isenabled()
    assert kept() is not None
    assert many


def test_what_is_due_goes_at_the_next_look(collecting, qtbot):
    kept = circle()
    many = [[] for _ in range(5_000)]
    qtbot.waitUntil(lambda: kept() is None)
    assert many


def test_a_look_without_much_new_collects_nothing(collecting):
    gc.collect()
    kept = circle()
    collecting.look()
    assert kept() is not None


def test_afterwards_it_is_left_to_python_again(collecting):
    collecting.end()
    assert gc.isenabled()
