"""Answers come from beside the event loop: the newest wish is answered, those in between are not read."""

import threading

from outlay.errors import NothingYetError
from outlay.ui.window.asking import Asker
from outlay.ui.window.failing import Failure


def answers_of(asker):
    found = {}
    asker.came.connect(found.__setitem__)
    return found


def test_an_answer_comes_with_the_number_of_its_wish(qtbot):
    asker = Asker()
    found = answers_of(asker)
    number = asker.ask(lambda: "answer")
    qtbot.waitUntil(lambda: found == {number: "answer"})
    assert not asker.busy


def test_of_wishes_that_wait_only_the_newest_is_read(qtbot):
    asker, go, read = Asker(), threading.Event(), []
    found = answers_of(asker)
    first = asker.ask(lambda: go.wait(5))
    asker.ask(lambda: read.append("between"))
    last = asker.ask(lambda: "newest")
    go.set()
    qtbot.waitUntil(lambda: last in found)
    assert found == {first: True, last: "newest"}
    assert not read


def test_what_cannot_be_answered_comes_back_in_words(qtbot):
    def refuse():
        raise NothingYetError("Nothing has been read yet.", "Run outlay sync.")

    asker = Asker()
    found = answers_of(asker)
    number = asker.ask(refuse)
    qtbot.waitUntil(lambda: number in found)
    assert found[number] == Failure("Nothing has been read yet.", "Run outlay sync.", too_early=True)


def test_a_mistake_of_ours_names_its_kind_and_nothing_a_log_said(qtbot):
    def break_down():
        raise KeyError("secret words of a log")

    asker = Asker()
    found = answers_of(asker)
    number = asker.ask(break_down)
    qtbot.waitUntil(lambda: number in found)
    assert "KeyError" in found[number].title
    assert "secret" not in found[number].title + found[number].advice


def test_an_ended_asker_tells_nobody(qtbot):
    asker, go = Asker(), threading.Event()
    found = answers_of(asker)
    asker.ask(lambda: go.wait(5))
    go.set()
    asker.end()
    qtbot.wait(30)
    assert not found
