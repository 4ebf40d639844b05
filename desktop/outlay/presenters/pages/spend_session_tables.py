"""The tables of one session: where it went, its turns, models, subagents and files."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.answers import SpendRow
from outlay.domain.attribution import Tier
from outlay.domain.items import Item
from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.session_page import EditedFile, SessionPage, SessionTurn, Subagent
from outlay.domain.tables import Cell, Column, Kind, Link, Row, RowState, Table, Tone
from outlay.presenters.amounts import (
    AT_LEAST,
    UNKNOWN,
    bare_cents,
    cents_of,
    cents_text,
    shown_cents,
)
from outlay.presenters.days import clock_text, weekday_text
from outlay.presenters.item_story import SHORT_ID, when_text
from outlay.presenters.items import reason_text, tier_text
from outlay.presenters.pages.item_cells import reference, title_cell
from outlay.presenters.paths import short_path
from outlay.presenters.tokens import tokens_text
from outlay.presenters.tongue import decimal_sign, number, plural, tr

FIRST_ROWS = 20
"""So many turns and files are shown before the rest is asked for."""

MORE = "more"
_TURN = "turn:"
_ORDER = {tier: at for at, tier in enumerate(Tier)}


class Now(NamedTuple):
    """What times are told by."""

    zone: ZoneInfo
    today: date
    home: str


def went_table(page: SessionPage) -> Table:
    """Items with direct and context money, what is not linked with its reason; in cents that add up."""
    items = [one.item for one in page.items]
    parts = [part for item in items for part in (item.in_all.direct, item.in_all.context)]
    reasons = [(why, micros) for why, micros in page.not_linked.by_reason.items() if micros]
    cents = shown_cents((*parts, *(micros for _, micros in reasons)), page.total.list_micros)
    rows = [_item_row(item, cents[2 * at], cents[2 * at + 1]) for at, item in enumerate(items)]
    for (why, _), part in zip(reasons, cents[len(parts) :], strict=True):
        told = reason_text(why)
        cells = (Cell(tr("Not linked"), told, tone=Tone.NOT_LINKED), None, None, None, Cell(bare_cents(part)))
        rows.append(Row(f"reason:{why.value}", cells, opens=False, spoken=f"{told}, {bare_cents(part)}"))
    rows.append(_sum_row(page.total, sum(cents[0 : len(parts) : 2]), sum(cents[1 : len(parts) : 2])))
    columns = (
        Column("item", minimum=170),
        Column("evidence", tr("Evidence"), width=220, minimum=90, style="small", hides_below=560),
        Column("direct", tr("Direct"), Kind.MONEY, 52),
        Column("context", tr("Context"), Kind.CONTEXT, 52),
        Column("value", tr("Together"), Kind.MONEY, 62),
    )
    heading = tr("Where it went")
    return Table(columns, tuple(rows), heading, heading, inset=0, decimal=decimal_sign())


def _item_row(item: Item, direct: int, context: int) -> Row:
    tiers = sorted((tier for tier, micros in item.in_all.tiers.items() if micros), key=_ORDER.__getitem__)
    told = ", ".join(map(tier_text, tiers))
    cells = (
        title_cell(item),
        Cell(told, tip=told),
        Cell(bare_cents(direct)) if direct else None,
        Cell(bare_cents(context)) if context else None,
        Cell(bare_cents(direct + context)),
    )
    spoken_row = f"{item.title}, {reference(item)}, {told}, {cents_text(direct + context)}"
    return Row(item.item, cells, spoken=spoken_row)


def _sum_row(total: SpendRow, direct: int, context: int) -> Row:
    cells = (
        Cell(tr("The session")),
        None,
        Cell(bare_cents(direct)) if direct else None,
        Cell(bare_cents(context)) if context else None,
        _money(total.list_micros, total.requests, total.unpriced_requests, first=True),
    )
    return Row("all", cells, state=RowState.GRAND_TOTAL, opens=False)


def _money(
    micros: int, requests: int, unpriced: int, *, first: bool = False, cents: int | None = None
) -> Cell:
    if unpriced == requests and not micros:
        return Cell(UNKNOWN, tone=Tone.QUIET, tip=tr("No price is known"))
    shown = cents_of(micros) if cents is None else cents
    return Cell(cents_text(shown) if first else bare_cents(shown), sign=AT_LEAST if unpriced else "")


def turns_table(page: SessionPage, now: Now, *, whole: bool) -> Table:
    """Its turns in order, in cents that add up."""
    cents = shown_cents(tuple(turn.list_micros for turn in page.turns), sum(_micros(page.turns)))
    shown = len(page.turns) if whole else FIRST_ROWS
    rows = [
        _turn_row(turn, part, page, now, first=at == 0)
        for at, (turn, part) in enumerate(zip(page.turns[:shown], cents, strict=False))
    ]
    if page.turns[shown:]:
        text = plural(len(page.turns) - shown, one="{n} more turn", many="{n} more turns")
        rest = Cell(bare_cents(sum(cents[shown:])))
        requests = Cell(number(sum(turn.requests for turn in page.turns[shown:])))
        cells = (Cell(text, link=Link(tr("Show"), MORE), tone=Tone.SECOND), requests, None, rest)
        rows.append(Row(MORE, cells, opens=False))
    columns = (
        Column("turn", tr("Turn"), minimum=96),
        Column("requests", tr("Requests"), Kind.FIGURE, 58),
        Column("why", tr("Not proven because"), width=170, minimum=80, style="small", hides_below=380),
        Column("value", tr("List value"), Kind.MONEY, 62),
    )
    return Table(columns, tuple(rows), spoken=tr("Turns"), inset=0, decimal=decimal_sign())


def _micros(turns: Sequence[SessionTurn] | Sequence[Subagent]) -> list[int]:
    return [turn.list_micros for turn in turns]


def _turn_row(turn: SessionTurn, cents: int, page: SessionPage, now: Now, *, first: bool) -> Row:
    name = tr("Turn {number}", number=turn.number) if turn.number else tr("Before the first prompt")
    begun = turn.asked if turn.asked is not None else turn.first
    reason = page.reasons.get(turn.number)
    why = reason_text(reason) if reason else ""
    cells = (
        Cell(name, _clock(begun, page, now), tip=when_text(begun, now.zone, now.today)),
        Cell(number(turn.requests)),
        Cell(why, tip=why),
        _money(turn.list_micros, turn.requests, turn.unpriced_requests, first=first, cents=cents),
    )
    return Row(
        turn_key(turn.number), cells, opens=turn.number > 0, spoken=f"{name}, {why}, {cents_text(cents)}"
    )


def _clock(moment: UtcMillis, page: SessionPage, now: Now) -> str:
    """The time, with its weekday when the session ran on several days."""
    days = {day_of(one, now.zone) for one in (page.first, page.last) if one is not None}
    clock = clock_text(moment, now.zone)
    return f"{weekday_text(day_of(moment, now.zone))} {clock}" if len(days) > 1 else clock


def turn_key(turn: int) -> str:
    """The key of a turn's row."""
    return f"{_TURN}{turn}"


def turn_of(key: str) -> int:
    """The turn of a row's key, 0 for none."""
    number = key.removeprefix(_TURN)
    return int(number) if number.isdecimal() else 0


def models_table(page: SessionPage) -> Table:
    """Its models, in cents that add up."""
    cents = shown_cents(tuple(row.list_micros for row in page.models), page.total.list_micros)
    rows = [
        Row(
            row.keys[0] or "",
            (
                Cell(row.keys[0] or tr("Unknown")),
                Cell(tokens_text(row.tokens.cache_read)),
                Cell(tokens_text(row.tokens.output)),
                _money(row.list_micros, row.requests, row.unpriced_requests, first=at == 0, cents=part),
            ),
            opens=False,
        )
        for at, (row, part) in enumerate(zip(page.models, cents, strict=True))
    ]
    columns = (
        Column("model", tr("Model"), minimum=96),
        Column("read", tr("Cache read"), Kind.FIGURE, 62, hides_below=340),
        Column("output", tr("Output"), Kind.FIGURE, 52, hides_below=340),
        Column("value", tr("List value"), Kind.MONEY, 62),
    )
    return Table(columns, tuple(rows), spoken=tr("Models"), inset=0, decimal=decimal_sign())


def agents_table(page: SessionPage, now: Now) -> Table:
    """The session itself and what it started."""
    cents = shown_cents(tuple(_micros(page.subagents)), sum(_micros(page.subagents)))
    rows = [
        _agent_row(one, part, now, first=at == 0)
        for at, (one, part) in enumerate(zip(page.subagents, cents, strict=True))
    ]
    columns = (
        Column("agent", tr("Agent"), minimum=96),
        Column("requests", tr("Requests"), Kind.FIGURE, 58),
        Column("value", tr("List value"), Kind.MONEY, 62),
    )
    return Table(columns, tuple(rows), spoken=tr("Subagents"), inset=0, decimal=decimal_sign())


def _agent_row(one: Subagent, cents: int, now: Now, *, first: bool) -> Row:
    """A subagent opens the turn that launched it."""
    name = one.agent[: 2 * SHORT_ID] if one.agent else tr("The session itself")
    launched = tr("turn {number}", number=one.turn) if one.turn is not None else ""
    about = launched or clock_text(one.first, now.zone)
    cells = (
        Cell(name, about, tip=one.agent),
        Cell(number(one.requests)),
        _money(one.list_micros, one.requests, one.unpriced_requests, first=first, cents=cents),
    )
    key = f"agent:{one.turn if one.turn is not None else ''}:{one.agent}"
    return Row(key, cells, opens=one.turn is not None, spoken=f"{name}, {about}, {cents_text(cents)}")


def files_table(page: SessionPage, now: Now, *, whole: bool) -> Table:
    """The files it edited, the most changed first."""
    shown = len(page.files) if whole else FIRST_ROWS
    rows = [_file_row(one, now) for one in page.files[:shown]]
    if page.files[shown:]:
        text = plural(len(page.files) - shown, one="{n} more file", many="{n} more files")
        cells = (Cell(text, link=Link(tr("Show"), MORE), tone=Tone.SECOND),)
        rows.append(Row(MORE, cells, opens=False))
    columns = (
        Column("file", tr("Files edited"), minimum=170),
        Column("edits", tr("Edits"), Kind.FIGURE, 52),
        Column("added", tr("Lines added"), Kind.FIGURE, 78),
        Column("removed", tr("Removed"), Kind.FIGURE, 62),
    )
    return Table(columns, tuple(rows), spoken=tr("Files edited"), inset=0, decimal=decimal_sign())


def _file_row(one: EditedFile, now: Now) -> Row:
    path = short_path(one.path, now.home)
    folder, _, name = path.replace("\\", "/").rpartition("/")
    cells = (
        Cell(name or path, folder, tip=path, exact=one.path),
        Cell(number(one.edits)),
        Cell(number(one.added_lines)),
        Cell(number(one.removed_lines)),
    )
    return Row(f"file:{one.path}", cells, opens=False, spoken=f"{path}, {one.edits}")
