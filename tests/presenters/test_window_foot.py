"""The foot of the sidebar: short, and in the language in force."""

from dataclasses import replace

from outlay.domain.answers import STORE, PlaceState, Trouble
from outlay.presenters.activity import Activity
from outlay.presenters.window_foot import foot_lines
from ui.glances import at, filled

RESTORED = "The database was damaged; the copy of 2026-11-19 was restored."
KEPT = "What was there is kept as outlay-damaged-1795207000000.sqlite."


def test_a_database_that_was_mended_is_told_in_one_short_line():
    loss = Trouble(STORE, PlaceState.STALE, f"{RESTORED} {KEPT}", since=at(20, 12, 0))
    lines = foot_lines(replace(filled(), troubles=(loss,)), Activity())
    assert lines[-1].text == "Database mended: 12:00, more in Sources"


def test_a_source_that_does_not_answer_is_told_with_its_last_answer():
    trouble = Trouble("codex", PlaceState.FAILING, "Codex cannot be read", since=at(20, 12, 0))
    lines = foot_lines(replace(filled(), troubles=(trouble,)), Activity())
    assert lines[-1].text == "Codex cannot be read, last answer 12:00"


def test_a_sentence_on_a_source_goes_on_without_the_point_at_its_end():
    trouble = Trouble("git shop", PlaceState.FAILING, "The repository shop is gone.", since=at(20, 12, 0))
    lines = foot_lines(replace(filled(), troubles=(trouble,)), Activity())
    assert lines[-1].text == "The repository shop is gone, last answer 12:00"
