"""Answers that are a list of their own, over their pages, as GitLab and Gitea give them."""

from collections.abc import Iterator
from typing import Final

from msgspec import Raw

from outlay.domain.accounts import Answer, Params
from outlay.readers.work.envelopes import list_in, row_alone
from outlay.readers.work.interface import Client
from outlay.readers.work.rows import Row

MOST_PAGES: Final = 10_000
"""A list that does not end by then is no list."""


def is_last(answer: Answer, rows: int, seen: int) -> bool:
    """Whether a list ends with a page.

    Args:
        answer: the page; GitLab's says which one follows, Gitea's how many rows there are. Where a proxy took that
            away, an empty page is the last one.
        rows: how many it has.
        seen: how many there were up to its end.
    """
    following = answer.headers.get("x-next-page")
    if following is not None:
        return not following.strip()
    total = answer.headers.get("x-total-count", "")
    return not rows or (total.isdecimal() and seen >= int(total))


def pages(client: Client, path: str, params: Params) -> Iterator[tuple[list[Raw], bool]]:
    """The pages of a list by their number, and whether each is the last. Raises RemoteError."""
    seen, last_body = 0, b""
    for number in range(1, MOST_PAGES + 1):
        answer = client.get(path, {**params, "page": number})
        # A server that knows no pages of a list gives all of it each time.
        rows = [] if answer.body == last_body else list_in(answer)
        seen, last_body = seen + len(rows), answer.body
        ends = is_last(answer, len(rows), seen)
        yield rows, ends
        if ends:
            return


def every(client: Client, path: str, params: Params, most: int) -> Iterator[Row]:
    """The rows of a detail's list, of at most so many pages. Raises RemoteError."""
    for number, (rows, _) in enumerate(pages(client, path, params), start=1):
        yield from map(row_alone, rows)
        if number == most:
            return
