"""What a search found, as rows: the name of each hit, where it belongs, and what it is."""

from collections.abc import Collection, Mapping
from datetime import date

from outlay.domain.search import Hit, HitKind
from outlay.domain.tables import Cell, Column, Density, Kind, Row, Table, Tone
from outlay.presenters.days import day_text
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


def hits_table(hits: Collection[Hit], pages: Mapping[str, str], home: str) -> Table:
    """One row a hit; pages that are not there are left out. `pages` gives titles by page."""
    rows = tuple(_row(hit, pages, home) for hit in hits if hit.kind is not HitKind.PAGE or hit.key in pages)
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


def _row(hit: Hit, pages: Mapping[str, str], home: str) -> Row:
    title, second = _words(hit, pages, home)
    kind = tr(_KINDS[hit.kind])
    cells = (Cell(title, second), Cell(kind, tone=Tone.QUIET))
    return Row(row_key(hit), cells, spoken=", ".join(part for part in (title, second, kind) if part))


def _words(hit: Hit, pages: Mapping[str, str], home: str) -> tuple[str, str]:
    if hit.kind is HitKind.PAGE:
        return pages[hit.key], ""
    if hit.kind is HitKind.DAY:
        return day_text(date.fromisoformat(hit.key)), hit.key[:4]
    if hit.kind is HitKind.ITEM:
        return hit.title, key_label(hit.key)
    if hit.kind is HitKind.SESSION:
        tool, _, session = hit.key.partition("/")
        name = hit.title or short_path(hit.second, home)
        return name, f"{tool_name(tool)} {session[:_SHORT_ID]}"
    if hit.kind is HitKind.PROJECT:
        return short_path(hit.title, home), ""
    return hit.title, ""
