"""Lists of GitLab by the moment of change, and what its rows have in common."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from msgspec import Raw

from outlay.domain.accounts import Params
from outlay.domain.imports import Misfit
from outlay.domain.moments import UtcMillis, iso_of
from outlay.readers.work.envelopes import list_in, row_alone
from outlay.readers.work.forge_lists import MOST_PAGES, is_last
from outlay.readers.work.interface import Client
from outlay.readers.work.rows import Row

PAGE: Final = 100
_ROWS_AT_ONCE: Final = 20
"""Each row may take three requests more, and what was read is kept by pages of the list."""

MOST_DETAIL_PAGES: Final = 20
_SECOND_MS: Final = 1_000


class Place(NamedTuple):
    """Where a merge request or an issue is: its project as people write it, its number there, and its path."""

    project: str
    number: int
    path: str


def place_in(row: Row, sign: str, kind: str) -> Place | None:
    """Where a row is; `sign` stands between project and number, `kind` is the path's word. None leaves it out."""
    project, _, number = (row.part("references").name("full", needed=True) or "").rpartition(sign)
    id_ = row.count("project_id", 2**53)
    if not project or not number.isdecimal() or id_ is None:
        row.note("references", Misfit.NOT_A_PLACE, left_out=True)
        return None
    return Place(project, int(number), f"v4/projects/{id_}/{kind}/{number}")


def changed_pages(client: Client, path: str, params: Params, begin: UtcMillis) -> Iterator[list[Raw]]:
    """Pages in order of change, each asked for from the moment the last one ended with. Raises RemoteError."""
    number = 1
    for _ in range(MOST_PAGES):
        answer = client.get(path, {**params, **_from(begin), "page": number})
        rows = list_in(answer)
        yield rows
        if is_last(answer, len(rows), 0):
            return
        changes = (row_alone(raw).moment("updated_at") for raw in rows)
        newest = max((at - at % _SECOND_MS for at in changes if at is not None), default=begin)
        begin, number = (UtcMillis(newest), 1) if newest > begin else (begin, number + 1)


def _from(begin: UtcMillis) -> Params:
    return {
        "state": "all",
        "updated_after": iso_of(begin),
        "order_by": "updated_at",
        "sort": "asc",
        "per_page": _ROWS_AT_ONCE,
    }
