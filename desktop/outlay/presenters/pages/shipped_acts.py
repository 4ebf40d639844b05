"""The words of the dialogs that correct what an item is made of: sessions, turns and items to pick from."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.items import Item
from outlay.domain.moments import Period, UtcMillis, day_of
from outlay.domain.own_words import OwnItemKind, Told
from outlay.domain.session_page import SessionTurn
from outlay.domain.spend_page import SpendPage, SpentSession
from outlay.domain.tables import Cell, Column, Kind, Row, Table, Tone
from outlay.presenters.amounts import UNKNOWN, cents_of, cents_text
from outlay.presenters.days import clock_text, day_month_text, day_text
from outlay.presenters.item_story import session_text
from outlay.presenters.items import key_label
from outlay.presenters.pages.item_cells import mark_of
from outlay.presenters.pages.shipped_rows import closed_text, reference_line, references
from outlay.presenters.paths import short_path
from outlay.presenters.tongue import decimal_sign, number, plural, tr
from outlay.presenters.words import sentences
from outlay.rules.shipped_items import has_words

_DAYS_BEFORE, _DAYS_AFTER = 7, 3
KINDS = (OwnItemKind.DESIGN, OwnItemKind.INCIDENT, OwnItemKind.REVIEW, OwnItemKind.OTHER)


class Pick(NamedTuple):
    """A row to pick, with the text that is looked through."""

    row: Row
    text: str


def days_around(item: Item, now: UtcMillis, zone: ZoneInfo) -> Period:
    """The days in which sessions of an item are looked for: from a week before it began to a few days after."""
    ends = item.landed if item.landed is not None else now
    began = item.began if item.began is not None else ends
    first = day_of(UtcMillis(min(began, ends)), zone) - timedelta(days=_DAYS_BEFORE)
    last = min(day_of(ends, zone) + timedelta(days=_DAYS_AFTER), day_of(now, zone))
    return Period(first, max(last, first) + timedelta(days=1), zone)


def session_picks(page: SpendPage, near: UtcMillis, zone: ZoneInfo, home: str) -> tuple[Pick, ...]:
    """The sessions of these days, the nearest to a moment first."""
    told = [one for group in page.groups for one in group.sessions or ()]
    told.sort(key=lambda one: (abs((one.first or 0) - near), one.session))
    return tuple(_session_pick(one, page.items, zone, home) for one in told)


def _session_pick(one: SpentSession, items: Mapping[str, Item], zone: ZoneInfo, home: str) -> Pick:
    name = session_text(one.tool, one.session)
    place = ", ".join(part for part in (short_path(one.project or "", home), one.branch) if part)
    when = _when(one.first, zone)
    went = _went(one, items)
    amount = cents_text(cents_of(one.row.list_micros))
    if one.row.requests and one.row.requests == one.row.unpriced_requests:
        amount = UNKNOWN
    cells = (Cell(name, place, tip=f"{one.session}\n{place}"), Cell(when), Cell(went, tip=went), Cell(amount))
    spoken = f"{name}, {place}, {when}, {went}, {amount}"
    row = Row(f"{one.tool}/{one.session}", cells, spoken=spoken)
    return Pick(row, f"{spoken} {one.session}".casefold())


def _went(one: SpentSession, items: Mapping[str, Item]) -> str:
    """What most of it went into, and how many others."""
    keys = [key for key, _ in one.items if key is not None]
    if not keys:
        return tr("not linked")
    title = items[keys[0]].title if keys[0] in items else key_label(keys[0])
    if len(keys) == 1:
        return title
    return tr("{title} and {n} more", title=title, n=number(len(keys) - 1))


def _when(moment: UtcMillis | None, zone: ZoneInfo) -> str:
    if moment is None:
        return ""
    return f"{day_text(day_of(moment, zone))}, {clock_text(moment, zone)}"


def turn_picks(turns: Sequence[SessionTurn], zone: ZoneInfo) -> tuple[Pick, ...]:
    """The turns of a session in their order."""
    return tuple(_turn_pick(turn, zone) for turn in turns)


def _turn_pick(turn: SessionTurn, zone: ZoneInfo) -> Pick:
    name = tr("Turn {number}", number=number(turn.number))
    when = _when(turn.asked if turn.asked is not None else turn.first, zone)
    requests = plural(turn.requests, one="{n} request", many="{n} requests")
    amount = cents_text(cents_of(turn.list_micros)) if turn.unpriced_requests < turn.requests else UNKNOWN
    cells = (Cell(name, requests), Cell(when), Cell(amount))
    row = Row(str(turn.number), cells, spoken=f"{name}, {when}, {requests}, {amount}")
    return Pick(row, f"{name} {when}".casefold())


def item_picks(items: Iterable[Item], period: Period) -> tuple[Pick, ...]:
    """Items to choose from, the newest first."""
    told = sorted(items, key=lambda item: -(item.landed or item.started or 0))
    return tuple(_item_pick(item, period) for item in told)


def _item_pick(item: Item, period: Period) -> Pick:
    reference, closed = reference_line(item), closed_text(item, period, weekdays=False)
    cells = (Cell(item.title, reference, mark=mark_of(item), tip=item.title), Cell(closed))
    row = Row(item.item, cells, spoken=f"{item.title}, {reference}, {closed}")
    return Pick(row, " ".join((item.title, item.item, reference, *item.tickets)).casefold())


def sessions_table(picks: Iterable[Pick], typed: str) -> Table:
    """The sessions that have what is typed."""
    columns = (
        Column("name", tr("Session"), minimum=190),
        Column("when", tr("Began"), width=124, style="small"),
        Column("went", tr("Went to"), width=170, minimum=70, style="small"),
        Column("amount", tr("List value"), Kind.MONEY, 62),
    )
    return Table(columns, _rows(picks, typed), spoken=tr("Sessions"), two_line=True, decimal=decimal_sign())


def turns_table(picks: Iterable[Pick]) -> Table:
    """The turns of one session."""
    columns = (
        Column("name", tr("Turn"), minimum=150),
        Column("when", tr("Began"), width=130, style="small"),
        Column("amount", tr("List value"), Kind.MONEY, 62),
    )
    return Table(columns, _rows(picks, ""), spoken=tr("Turns"), decimal=decimal_sign())


def names_of(items: Iterable[Item]) -> dict[str, str]:
    """Items by the name they are typed by: title and reference, the whole key where two have the same."""
    found: dict[str, str] = {}
    for item in items:
        name = f"{item.title} ({next(iter(references(item)), item.item)})"
        found[name if found.get(name, item.item) == item.item else f"{item.title} ({item.item})"] = item.item
    return found


def items_table(picks: Iterable[Pick], typed: str) -> Table:
    """The items that have what is typed."""
    columns = (
        Column("name", tr("Item"), minimum=200),
        Column("closed", tr("Closed"), width=80, style="small"),
    )
    return Table(columns, _rows(picks, typed), spoken=tr("Items"), two_line=True)


def _rows(picks: Iterable[Pick], typed: str) -> tuple[Row, ...]:
    rows = tuple(pick.row for pick in picks if has_words(pick.text, typed))
    if rows:
        return rows
    nothing = tr("Nothing has these words") if typed else tr("Nothing in these days")
    return (Row("", (Cell(nothing, tone=Tone.QUIET, wide=True),), opens=False),)


def parts_in_percent(weights: Sequence[int | None]) -> tuple[str, ...]:
    """What each weight comes to; whole percents that add up to 100, empty while a weight is missing."""
    told = [weight or 0 for weight in weights]
    whole = sum(told)
    if not whole or any(weight is None for weight in weights):
        return tuple("" for _ in weights)
    floors = [100 * weight // whole for weight in told]
    order = sorted(range(len(told)), key=lambda at: (-(100 * told[at] % whole), at))
    raised = set(order[: 100 - sum(floors)])
    return tuple(tr("{part} %", part=floor + (at in raised)) for at, floor in enumerate(floors))


def kind_words(kind: OwnItemKind) -> str:
    """The kinds of work without a commit."""
    return {
        OwnItemKind.DESIGN: tr("Design"),
        OwnItemKind.INCIDENT: tr("Incident"),
        OwnItemKind.REVIEW: tr("Review"),
        OwnItemKind.OTHER: tr("Other"),
    }[kind]


def near_text(period: Period) -> str:
    """Which days are listed: `Sessions from 6 to 22 Nov`."""
    last = period.end - timedelta(days=1)
    return tr(
        "Sessions from {first} to {last}.", first=day_month_text(period.start), last=day_month_text(last)
    )


def told_sentence(told: Told, what: str, *, moved: bool = False, paused: bool = False) -> str:
    """What came of an act, with what it does not yet do; `what` is what was done in words.

    `moved`: a session belongs elsewhere now, so figures follow with the next reading; `paused`: there is none.
    """
    unknown = tr("The item is not known yet; what you said holds once it is") if told.unknown else ""
    turns = plural(
        len(told.turns), one="{n} turn of it keeps its own word", many="{n} turns of it keep their own word"
    )
    later = tr("The figures follow once reading goes on") if paused else tr("The figures follow in a moment")
    cut = tr("It was cut") if told.cut else ""
    return sentences(what, unknown, turns if told.turns else "", cut, later if moved else "")
