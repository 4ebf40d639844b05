"""The weekly review: opened, saved, listed, and when it is asked for."""

from datetime import date, timedelta

from outlay.app.desk import Desk
from outlay.domain.moments import Period, UtcMillis, day_of
from outlay.domain.review import PastReview, ReviewPage, WordsWish
from outlay.errors import WrongCallError
from outlay.rules.periods import DAYS_PER_WEEK, calendar_week, first_weekday
from outlay.rules.reminders import next_reminder, reminder_from

_FIRST_YEAR, _LAST_YEAR = 2000, 2099
"""Days beyond are a slip of the hand."""


class Reviews(Desk):
    """Weekly reviews over one data folder."""

    __slots__ = ()

    def review(self, day: date | None = None) -> ReviewPage:
        """The review of a day's week, by default the last week that is over."""
        from outlay.use_cases.saved_reviews import review_page  # noqa: PLC0415  never needed for a glance

        asked = day or day_of(self.now, self.zone) - timedelta(days=DAYS_PER_WEEK)
        week = self._week_of(asked)
        with self._view() as store:
            return review_page(store, asked, week, self.now, sample=self.sample)

    def save_review(self, day: date, words: WordsWish) -> bool:
        """Save the review of a day's week; says whether a text was cut. WrongCallError for a week to come."""
        from outlay.use_cases.saved_reviews import save_review  # noqa: PLC0415  an act is rare

        week = self._week_of(day)
        with self._view():
            pass
        with self._writing() as store:
            return save_review(store, day, week, words, self.now, sample=self.sample)

    def past_reviews(self, wanted: str = "") -> tuple[PastReview, ...]:
        """The newest review of each week, newest week first; only those that hold every word wanted."""
        from outlay.use_cases.saved_reviews import past_reviews  # noqa: PLC0415  never needed for a glance

        with self._view_or_none() as store:
            return past_reviews(store, wanted, self.now) if store else ()

    def next_review_reminder(self) -> UtcMillis | None:
        """When the owner wants to be reminded next; None while no reminder is asked for."""
        reminder = reminder_from(self.settings.review_reminder)
        return next_reminder(reminder, self.now, self.zone) if reminder else None

    def _week_of(self, day: date) -> Period:
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise WrongCallError(f"{day} is out of range.", f"Name a day from {_FIRST_YEAR} to {_LAST_YEAR}.")
        return calendar_week(day, self.zone, first_weekday(self.settings.week_start))
