"""The pane slides in and out in 140 ms where things may move, and is there or gone at once where not."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from outlay.ui.motion import Motion
from outlay.ui.window.pane import SLIDE_MS, PaneHolder

PLACE = QRect(600, 0, 400, 500)


@pytest.fixture
def ground(qtbot):
    one = QWidget()
    one.resize(1000, 500)
    qtbot.addWidget(one)
    one.show()
    return one


@pytest.fixture
def holder(look, ground):
    return PaneHolder(look, ground)


@pytest.fixture
def motion(qapp):
    """Lets things move or not; afterwards nothing moves, as at the start of every test."""
    one = Motion(QApplication.instance())
    yield one
    one.wish("on")
    QApplication.instance().setProperty("outlay_moves", None)


def shown(holder, content):
    holder.hold(content)
    holder.lie(PLACE if content else QRect(1000, 0, 0, 500))


def test_with_reduced_motion_it_is_there_and_gone_at_once(holder, motion):
    motion.wish("on")
    content = QLabel("pane")
    shown(holder, content)
    assert holder.geometry() == PLACE
    assert content.isVisible()
    shown(holder, None)
    assert not holder.isVisible()
    assert not content.isVisible()


def test_it_slides_in_from_the_right_and_comes_to_rest_in_its_place(holder, motion, qtbot):
    motion.wish("off")
    shown(holder, QLabel("pane"))
    assert holder.x() == 1000
    assert holder._slide.duration() == SLIDE_MS == 140
    qtbot.waitUntil(lambda: holder.geometry() == PLACE)


def test_it_slides_out_with_what_it_held_and_is_gone_then(holder, motion, qtbot):
    content = QLabel("pane")
    shown(holder, content)
    motion.wish("off")
    shown(holder, None)
    assert holder.content is None
    assert content.isVisible()
    assert holder.x() < 1000
    qtbot.waitUntil(lambda: not holder.isVisible())
    assert not content.isVisible()


def test_a_pane_that_is_wanted_while_another_leaves_stands_alone(holder, motion, qtbot):
    first, second = QLabel("first"), QLabel("second")
    shown(holder, first)
    motion.wish("off")
    shown(holder, None)
    shown(holder, second)
    assert not first.isVisible()
    qtbot.waitUntil(lambda: holder.geometry() == PLACE)
    assert second.isVisible()


def test_another_content_takes_the_place_of_the_first_without_a_slide(holder, motion):
    motion.wish("on")
    first, second = QLabel("first"), QLabel("second")
    shown(holder, first)
    motion.wish("off")
    shown(holder, second)
    assert holder.geometry() == PLACE
    assert (first.isVisible(), second.isVisible()) == (False, True)
