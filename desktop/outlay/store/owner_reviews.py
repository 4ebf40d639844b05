"""The reviews the owner saved. Rows are only ever added: a saved review never changes."""

import sqlite3
from datetime import date
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.review import ReviewWords


class ReviewRow(NamedTuple):
    """A saved review; `answer` is its frozen figures as rules/frozen_review.py writes them."""

    number: int
    first_day: date
    zone: str
    saved: UtcMillis
    words: ReviewWords
    method: str
    revision: int
    answer: str


class OwnerReviews:
    """Keeps reviews and gives them back. `keep` runs inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def every(self) -> tuple[ReviewRow, ...]:
        """All of them in the order they were saved."""
        return tuple(_row(*row) for row in self._connection.execute(f"{_SELECT} order by review_id"))

    def around(self, day: date) -> tuple[ReviewRow, ...]:
        """Those of a week that holds a day, in the order they were saved."""
        sql = f"{_SELECT} where first_day > date(?1, '-7 days') and first_day <= ?1 order by review_id"
        return tuple(_row(*row) for row in self._connection.execute(sql, (day.isoformat(),)))

    def keep(self, row: ReviewRow) -> int:
        """Keep one more; its number is given, the row's own is not looked at."""
        told = (
            row.first_day.isoformat(),
            row.zone,
            row.saved,
            *row.words,
            row.method,
            row.revision,
            row.answer,
        )
        return int(self._connection.execute(_INSERT, told).fetchone()[0])


def _row(number: int, first_day: str, zone: str, saved: UtcMillis, *told: str | int) -> ReviewRow:
    mattered, hard, following, method, revision, answer = told
    words = ReviewWords(str(mattered), str(hard), str(following))
    return ReviewRow(
        number, date.fromisoformat(first_day), zone, saved, words, str(method), int(revision), str(answer)
    )


_COLUMNS = "first_day, zone, saved_ms, mattered, hard, next, method, revision, answer"
_SELECT = f"select review_id, {_COLUMNS} from owner_reviews"
_INSERT = f"insert into owner_reviews ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning review_id"
