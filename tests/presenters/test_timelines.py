"""Timelines and lengths of time in words: short ones event by event, long ones by the day, amounts that add up."""

import re
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.attribution import Tier
from outlay.domain.item_story import Happening, StoryEvent, StoryTurn
from outlay.domain.moments import UtcMillis, start_of_day
from outlay.presenters.amounts import UNKNOWN, cents_of
from outlay.presenters.durations import duration_text
from outlay.presenters.item_story import TO
from outlay.presenters.timelines import LONGEST, timeline_lines

UTC = ZoneInfo("UTC")
TODAY = date(2026, 11, 20)
START = start_of_day(date(2026, 11, 16), UTC)
HOUR, MINUTE = 3_600_000, 60_000


def turn(at, micros=10_000, files=0):
    moment = UtcMillis(START + at * HOUR)
    told = StoryTurn(
        "codex", "019a0c11-7b52", 1, moment, moment, 1, int(micros is None), Tier.LANDED_TEXT, micros, files
    )
    return StoryEvent(moment, Happening.TURN, turn=told)


def commit(at, sha="ab12cd34ef"):
    return StoryEvent(UtcMillis(START + at * HOUR), Happening.COMMIT, sha, "Add rates")


def lines(*events, zone=UTC):
    return [tuple(line) for line in timeline_lines(events, zone, TODAY)]


def test_each_event_of_a_short_timeline_has_a_line():
    merged = StoryEvent(UtcMillis(START + 30 * HOUR), Happening.PULL_MERGED, "pr:acme/shop#12", "ff00ff00")
    assert lines(turn(9, files=2), commit(10), merged) == [
        ("Mon 16 Nov", "09:00", "Codex 019a0c11  $0.01  text that landed, 2 files"),
        ("Mon 16 Nov", "10:00", "commit ab12cd3  Add rates"),
        ("Tue 17 Nov", "06:00", "pull request shop#12 merged as ff00ff0"),
    ]


def test_a_turn_without_a_price_has_no_amount():
    assert lines(turn(9, None)) == [("Mon 16 Nov", "09:00", f"Codex 019a0c11  {UNKNOWN}  text that landed")]


def test_a_long_timeline_is_told_by_the_day_with_its_milestones_by_name():
    done = StoryEvent(UtcMillis(START + 33 * HOUR), Happening.TICKET_DONE, "ticket:LED-1", "Rates")
    assert lines(*(turn(at / 10) for at in range(LONGEST)), commit(20), done) == [
        ("Mon 16 Nov", f"00:00 {TO} 20:00", "40 turns $0.40, 1 commit"),
        ("Tue 17 Nov", "09:00", "ticket LED-1 done"),
    ]


def test_a_year_that_is_not_this_one_is_said():
    assert [line.day for line in timeline_lines([commit(0)], UTC, date(2027, 1, 4))] == ["Mon 16 Nov 2026"]


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 10**9)), max_size=60))
def test_shown_amounts_add_up_to_the_shown_sum(turns):
    told = lines(*(turn(at, micros) for at, micros in sorted(turns)))
    shown = [
        int(amount.replace(",", "").replace(".", ""))
        for _, _, text in told
        for amount in re.findall(r"\$([\d,]+\.\d\d)", text)
    ]
    assert sum(shown) == cents_of(sum(micros for _, micros in turns))


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (0, "under a minute"),
        (40 * MINUTE, "40 min"),
        (2 * HOUR, "2 h"),
        (2 * HOUR + 5 * MINUTE, "2 h 5 min"),
        (24 * HOUR + 59 * MINUTE, "1 day"),
        (76 * HOUR, "3 days 4 h"),
    ],
)
def test_a_length_of_time_in_its_two_largest_units(length, text):
    assert duration_text(length) == text
