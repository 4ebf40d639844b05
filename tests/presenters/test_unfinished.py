"""A first reading goes on: what is said to be complete, and what the rest may claim."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.answers import Progress
from outlay.domain.moments import UtcMillis
from outlay.domain.money import Amount
from outlay.presenters.activity import Activity
from outlay.presenters.periods import ChosenPeriod
from outlay.presenters.popover import popover_view
from outlay.presenters.tray import tray_view
from ui.glances import filled

FIRST = replace(filled(), last_sync=None)


def reading(whole_since: int | None) -> Activity:
    since = None if whole_since is None else UtcMillis(whole_since)
    return Activity(Progress(400, 1847, 0, 0, 6.0, since))


def foot_text(whole_since: int | None) -> str:
    return popover_view(FIRST, ChosenPeriod.TODAY, reading(whole_since)).foot.text


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (
            FIRST.today,
            "Today's figures are complete. Reading older logs, 400 of 1,847 files, about 6 s left.",
        ),
        (FIRST.week, "The last 7 days are complete. Reading older logs, 400 of 1,847 files, about 6 s left."),
        (
            FIRST.month,
            "This month's figures are complete. Reading older logs, 400 of 1,847 files, about 6 s left.",
        ),
    ],
)
def test_the_longest_complete_period_is_named_and_the_rest_is_older(period, words):
    assert foot_text(period.period.first) == words


@pytest.mark.parametrize("since", [None, FIRST.today.period.first + 1])
def test_while_no_period_is_complete_none_is_named(since):
    assert foot_text(since) == "Reading logs, 400 of 1,847 files, about 6 s left."


def test_a_period_that_is_not_complete_reads_at_least():
    activity = reading(FIRST.week.period.first)
    signs = [popover_view(FIRST, period, activity).pair.spend.sign for period in ChosenPeriod]
    assert signs == ["", "", "\u2265"]


def test_the_tray_says_at_least_too_until_the_figures_are_complete():
    lines = tray_view(FIRST, reading(FIRST.today.period.first)).lines
    assert lines[:2] == (
        "Today $15.20 list value, 1 pull request shipped",
        "7 days \u2265\u00a0$87.40 list value, 7 shipped: 5 pull requests, 1 ticket, 1 commit",
    )


def test_a_first_reading_that_was_broken_off_leaves_every_figure_a_lower_bound():
    signs = [popover_view(FIRST, period, Activity()).pair.spend.sign for period in ChosenPeriod]
    assert signs == ["\u2265"] * 3


def test_no_use_is_said_only_of_a_period_that_was_read():
    unused = replace(FIRST, today=replace(FIRST.today, requests=0, spend=Amount(None)))
    captions = [
        popover_view(unused, ChosenPeriod.TODAY, reading(since)).pair.spend_caption
        for since in (None, FIRST.today.period.first)
    ]
    assert captions == ["list value, not read yet", "list value, no use"]


def test_after_a_whole_reading_a_later_one_takes_nothing_back():
    view = popover_view(filled(), ChosenPeriod.MONTH, reading(None))
    assert view.pair.spend.sign == ""
    assert view.foot.text.startswith("As of 17:26. Reading logs, 400 of 1,847 files")


@given(st.integers(FIRST.month.period.first - 1, FIRST.today.period.after))
def test_the_more_is_read_the_fewer_figures_are_lower_bounds(since):
    def bounds(moment: int) -> set[ChosenPeriod]:
        return {
            one
            for one in ChosenPeriod
            if popover_view(FIRST, one, reading(moment)).pair.spend.sign == "\u2265"
        }

    assert bounds(since - 1) <= bounds(since)
