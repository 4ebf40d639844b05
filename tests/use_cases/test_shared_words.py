"""The owner's words on a page are those of the weeks it is of, as they stood at its moment."""

from contextlib import closing
from datetime import date
from zoneinfo import ZoneInfo

from outlay.domain.moments import Period, UtcMillis
from outlay.domain.review import ReviewWords
from outlay.domain.sharing import OwnTopic
from outlay.store.owner_reviews import ReviewRow
from outlay.store.store import Store
from outlay.use_cases.shared_words import shared_words

WEEKS = Period(date(2026, 11, 2), date(2026, 11, 16), ZoneInfo("UTC"))


def told(folder, *kept):
    """The words of reviews, each of a week, saved at a moment."""
    with closing(Store(folder / "outlay.sqlite", "here")) as store:
        with store.writing(act=True):
            for day, saved, words in kept:
                row = ReviewRow(0, day, "UTC", UtcMillis(saved), ReviewWords(words), "1", 1, "{}")
                store.reviews.keep(row)
        return shared_words(store, WEEKS, UtcMillis(10), {})[OwnTopic.MATTERED]


def test_weeks_before_and_after_are_left_out(empty_home):
    weeks = (date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16))
    assert told(empty_home, *((day, 1, str(day)) for day in weeks)) == "2026-11-02\n\n2026-11-09"


def test_the_newest_save_of_a_week_up_to_the_moment_counts(empty_home):
    week = date(2026, 11, 9)
    assert told(empty_home, (week, 1, "first"), (week, 10, "second"), (week, 11, "later")) == "second"
