"""GitHub's search, walked through in order of change: https://docs.github.com/search-github.

A search ends at its thousandth row, and rows that change while it is paged through shift the rest: every page is
therefore asked anew from the last change seen.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from msgspec import Raw, Struct

from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.moments import UtcMillis, iso_of
from outlay.readers.work.envelopes import row_alone
from outlay.readers.work.graphql_answers import answered
from outlay.readers.work.interface import Client

_MOST_FOUND: Final = 1_000
_SECOND: Final = 1_000
_SMALL_PAGE: Final = 5
"""A search that takes GitHub too long is asked for less."""


class Stream(NamedTuple):
    """A search; `page` is how many rows at a time."""

    name: str
    words: str
    query: str
    page: int


class Found(NamedTuple):
    """One page: whose token it is, its rows, and the newest change among them."""

    me: str
    rows: list[Raw]
    newest: UtcMillis | None


class _Viewer(Struct):
    login: str


class _PageInfo(Struct, rename="camel"):
    has_next_page: bool
    end_cursor: str | None = None


class _Page(Struct, rename="camel"):
    issue_count: int
    page_info: _PageInfo
    nodes: list[Raw]


class _Search(Struct):
    viewer: _Viewer
    search: _Page


def walked(client: Client, stream: Stream, begin: UtcMillis) -> Iterator[Found]:
    """Pages of what changed since a moment; the rows at the seam of two come twice. Raises RemoteError.

    Of more than a thousand rows that changed in one second those beyond are out of reach.
    """
    size, cursor = stream.page, None
    while True:
        told, size = _asked(client, stream, begin, cursor, size)
        page, info = told.search, told.search.page_info
        newest = _newest(page.nodes)
        yield Found(told.viewer.login, page.nodes, newest)
        if info.has_next_page and newest is not None and newest > begin:
            begin, cursor = newest, None
        elif info.has_next_page and info.end_cursor != cursor:
            cursor = info.end_cursor
        elif page.issue_count > _MOST_FOUND and page.nodes:
            begin, cursor = UtcMillis(begin + _SECOND), None
        else:
            return


def _asked(
    client: Client, stream: Stream, begin: UtcMillis, cursor: str | None, size: int
) -> tuple[_Search, int]:
    """A page, and the size it was to be had in."""
    words = f"{stream.words} updated:>={iso_of(begin)} sort:updated-asc"
    variables = {"words": words, "after": cursor, "first": size}
    try:
        return answered(client, stream.query, variables, _Search), size
    except RemoteError as error:
        if error.trouble is not Trouble.BROKEN or size <= _SMALL_PAGE:
            raise
    return answered(client, stream.query, {**variables, "first": _SMALL_PAGE}, _Search), _SMALL_PAGE


def _newest(rows: list[Raw]) -> UtcMillis | None:
    moments = (row_alone(raw).moment("updatedAt") for raw in rows)
    return max((at for at in moments if at is not None), default=None)
