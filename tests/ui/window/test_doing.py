"""Acts are done beside the event loop, one after the other, and none is dropped."""

import threading

import pytest

from outlay.errors import WrongCallError
from outlay.ui.window.doing import Doer
from outlay.ui.window.failing import Failure
from ui.heard import heard


@pytest.fixture
def doer(qapp):
    made = Doer()
    yield made
    made.end()


def test_acts_that_wait_are_all_done_in_their_order(doer, qtbot):
    go, done = threading.Event(), heard(doer.done)
    doer.do("first", lambda _tell: go.wait(5))
    for name in ("second", "third"):
        doer.do(name, lambda _tell, name=name: name.upper())
    go.set()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == [("first", True), ("second", "SECOND"), ("third", "THIRD")]
    assert not doer.busy


def test_how_far_an_act_is_comes_before_its_end(doer, qtbot):
    told, done = heard(doer.told), heard(doer.done)
    doer.do("export", lambda tell: [tell(1), tell(2)])
    qtbot.waitUntil(lambda: bool(done))
    assert told == [("export", 1), ("export", 2)]


def test_an_act_that_is_refused_does_not_hold_up_the_next(doer, qtbot):
    def refuse(_tell):
        raise WrongCallError("It is none.", "Name another.")

    failed, done = heard(doer.failed), heard(doer.done)
    doer.do("one", refuse)
    doer.do("two", lambda _tell: None)
    qtbot.waitUntil(lambda: bool(done))
    assert failed == [("one", Failure("It is none.", "Name another."))]


def test_a_mistake_of_ours_tells_its_kind_alone(doer, qtbot):
    def break_down(_tell):
        raise KeyError("words of a log")

    failed = heard(doer.failed)
    doer.do("one", break_down)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0][1] == Failure("Outlay made a mistake (KeyError).", "")


def test_once_it_ended_nothing_more_is_begun(doer, qtbot):
    go, begun = threading.Event(), []
    doer.do("one", lambda _tell: go.wait(5))
    doer.do("two", lambda _tell: begun.append(1))
    go.set()
    doer.end()
    qtbot.wait(30)
    assert not begun
