"""What a search found, as rows: the name of each hit, where it belongs, and what it is."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.search import Hit, HitKind
from outlay.domain.tables import Cell, Column, Density, Kind, Row, Table, Tone
from outlay.presenters.days import day_text, moment_text
from outlay.presenters.items import key_label
from outlay.presenters.paths import short_path
from outlay.presenters.tongue import later, tr
from outlay.presenters.tools import tool_name

_KINDS = {
    HitKind.PAGE: later("page"),
    HitKind.DAY: later("day"),
    HitKind.ITEM: later("item"),
    HitKind.SESSION: later("session"),
    HitKind.REPOSITORY: later("repository"),
    HitKind.PROJECT: later("project"),
    HitKind.MODEL: later("model"),
}
_SHORT_ID = 8


class Around(NamedTuple):
    """Where hits are shown: the titles of the pages that are there, the home, and what time it is where."""

    pages: Mapping[str, str]
    home: str
    now: UtcMillis
    zone: ZoneInfo


def hits_table(hits: Collection[Hit], around: Around) -> Table:
    """One row a hit; pages that are not there are left out."""
    pages = around.pages
    rows = tuple(_row(hit, around) for hit in hits if hit.kind is not HitKind.PAGE or hit.key in pages)
    columns = (
        Column("title", minimum=160),
        Column("kind", "", Kind.FIGURE, 80, style="small"),
    )
    return Table(columns, rows, spoken=tr("Found"), density=Density.COMPACT)


def row_key(hit: Hit) -> str:
    """The key of a hit's row: `item:pr:acme/api#12`."""
    return f"{hit.kind.value}:{hit.key}"


def nothing_text(text: str) -> str:
    """What stands in place of hits, and what was looked through."""
    if not text:
        return tr("Items, tickets, sessions, branches, repositories, models, days and pages.")
    return tr(
        "Nothing found for \u201c{text}\u201d in items, tickets, sessions, branches, repositories, models and days.",
        text=text,
    )


def _row(hit: Hit, around: Around) -> Row:
    title, second = _words(hit, around)
    kind = tr(_KINDS[hit.kind])
    cells = (Cell(title, second), Cell(kind, tone=Tone.QUIET))
    return Row(row_key(hit), cells, spoken=", ".join(part for part in (title, second, kind) if part))


def _words(hit: Hit, around: Around) -> tuple[str, str]:
    if hit.kind is HitKind.PAGE:
        return around.pages[hit.key], ""
    if hit.kind is HitKind.DAY:
        return day_text(date.fromisoformat(hit.key)), hit.key[:4]
    if hit.kind is HitKind.ITEM:
        return hit.title, key_label(hit.key)
    if hit.kind is HitKind.SESSION:
        return hit.title or short_path(hit.second, around.home), _session_words(hit, around)
    if hit.kind is HitKind.PROJECT:
        return short_path(hit.title, around.home), ""
    return hit.title, ""


def _session_words(hit: Hit, around: Around) -> str:
    """When it began, by which sessions of one branch are told apart, and its tool and id."""
    tool, _, session = hit.key.partition("/")
    name = f"{tool_name(tool)} {session[:_SHORT_ID]}"
    if hit.moment is None:
        return name
    began = moment_text(hit.moment, around.zone, day_of(around.now, around.zone))
    return f"{began}, {name}"
