"""The search of Jira for the owner's issues that changed, oldest change first.

https://support.atlassian.com/jira-software-cloud/docs/jql-fields (updated). After each page it is asked anew from the
last change on, because pages behind a moved issue would shift; only where that shows nothing new, as when a whole page
changed within a minute, the search's own next page is taken. Dates in a search are the owner's wall clock.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Raw

from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.moments import UtcMillis, datetime_of
from outlay.readers.work.envelopes import row_alone

_MINUTE_MS: Final = 60_000
_MOST_EMPTY: Final = 2
"""A page may come without issues, its own being hidden from the owner."""

_WESTERNMOST: Final = timedelta(hours=12)

_Look = tuple[str | None, UtcMillis | None]
"""An issue by its id and its last change."""


class Found(NamedTuple):
    """A page of a search. `following` is where its next one begins, None after the last."""

    rows: list[Raw]
    following: str | None
    total: int | None = None


Search = Callable[[str, str | None], Found]
"""Asks for a page of the issues that fit, from a place on that an earlier page named."""


class FoundPage(NamedTuple):
    """What of a page of a search was not met before, and its newest change."""

    fresh: list[Raw]
    newest: UtcMillis | None
    total: int | None


def zone_named(name: str | None) -> ZoneInfo | None:
    """The zone of a profile; None where it names none that is known here."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def found_pages(search: Search, zone: ZoneInfo | None, begin: UtcMillis) -> Iterator[FoundPage]:
    """Each issue once for each of its changes. Raises RemoteError for a search that goes round in circles."""
    met: set[_Look] = set()
    place: str | None = None
    pages = stale = 0
    while True:
        found = search(_query(begin, zone), place)
        looks = [_look(raw) for raw in found.rows]
        fresh = [raw for raw, look in zip(found.rows, looks, strict=True) if look not in met]
        met.update(looks)
        newest = max((at for _, at in looks if at is not None), default=None)
        yield FoundPage(fresh, newest, found.total)
        if found.following is None:
            return
        pages, stale = (pages + 1, 0) if fresh else (pages, stale + 1)
        if stale > pages + _MOST_EMPTY:
            raise RemoteError(Trouble.UNEXPECTED)
        if stale or newest is None or newest - newest % _MINUTE_MS <= begin:
            place = found.following
        else:
            begin, place = UtcMillis(newest - newest % _MINUTE_MS), None


def _query(begin: UtcMillis, zone: ZoneInfo | None) -> str:
    return f'assignee = currentUser() AND updated >= "{_date_written(begin, zone)}" ORDER BY updated ASC, key ASC'


def _date_written(moment: UtcMillis, zone: ZoneInfo | None) -> str:
    """As a search takes it, in the owner's zone; never later than the moment, whichever way it is read.

    An hour that comes twice when clocks go back is left for the one before.
    """
    if zone is None:
        return f"{datetime_of(moment) - _WESTERNMOST:%Y-%m-%d %H:%M}"
    local = datetime_of(moment).astimezone(zone)
    twice = _offset(local, 0) - _offset(local, 1)
    return f"{local.replace(tzinfo=None) - max(twice, timedelta(0)):%Y-%m-%d %H:%M}"


def _offset(local: datetime, fold: int) -> timedelta:
    return local.replace(fold=fold).utcoffset() or timedelta(0)


def _look(raw: Raw) -> _Look:
    row = row_alone(raw)
    return row.name("id"), row.part("fields").moment("updated")
