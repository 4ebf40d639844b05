"""Answers read beside the event loop."""

import threading

import pytest

from outlay.errors import StoreError
from outlay.ui.glance_reader import GlanceReader
from ui.glances import filled


@pytest.fixture
def held(qtbot):
    """A reader whose readings wait until they are let go; the wishes answered so far."""
    go, begun = threading.Semaphore(0), threading.Semaphore(0)

    def read():
        begun.release()
        assert go.acquire(timeout=5)
        return filled()

    reader = GlanceReader(read)
    told: list[int] = []
    reader.came.connect(lambda number, _glance: told.append(number))
    yield reader, go, begun, told
    go.release()
    go.release()
    reader.end()


def test_the_answer_comes_to_the_loops_own_thread(qtbot):
    threads = []
    reader = GlanceReader(lambda: threads.append(threading.current_thread()) or filled())
    reader.came.connect(lambda *_: threads.append(threading.current_thread()))
    with qtbot.waitSignal(reader.came) as came:
        number = reader.ask()
    assert came.args == [number, filled()]
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_wishes_during_a_reading_are_answered_by_one_more(held, qtbot):
    reader, go, begun, told = held
    first = reader.ask()
    assert begun.acquire(timeout=5)
    second, third = reader.ask(), reader.ask()
    go.release()
    qtbot.waitUntil(lambda: told == [first])
    go.release()
    qtbot.waitUntil(lambda: told == [first, third])
    assert first < second < third


def test_an_answer_that_cannot_be_had_is_told_with_its_reason(qtbot):
    def broken():
        raise StoreError("The figures cannot be opened.", "Start again.")

    reader = GlanceReader(broken)
    with qtbot.waitSignal(reader.failed) as failed:
        reader.ask()
    assert failed.args[1].title == "The figures cannot be opened."


def test_after_the_end_nothing_is_told(held, qtbot):
    reader, go, begun, told = held
    reader.ask()
    assert begun.acquire(timeout=5)
    go.release()
    reader.end()
    qtbot.wait(50)
    assert told == []
