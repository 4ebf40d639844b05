"""The table of the Spend page: groups, their sessions, and the sum they add up to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from outlay.domain.spend_page import SpendPage, SpentGroup, SpentSession, Step
from outlay.domain.tables import Bar, Cell, Column, Kind, Link, Row, RowState, Table, Tone
from outlay.presenters.amounts import (
    UNKNOWN,
    bare_cents,
    cents_of,
    cents_text,
    shown_cents,
    sign_of,
)
from outlay.presenters.pages.spend_cells import (
    about_text,
    count_cells,
    money_cell,
    requests_text,
    rest_text,
    spoken_money,
    summed,
    went_cell,
    when_text,
)
from outlay.presenters.pages.spend_words import heading_text, value_text
from outlay.presenters.pages.where_it_went import spread
from outlay.presenters.tokens import model_short
from outlay.presenters.tongue import decimal_sign, number, plural, tr

MORE = "more:"
FIRST_SESSIONS = 5
"""So many sessions of a group are shown before the rest is asked for."""

FIRST_ALONE = 50
"""The same where sessions are the groups."""

_NARROW, _SMALL, _TINY = 800, 520, 380
_SESSIONS = 2
"""The column that counts sessions; sessions themselves have none."""


class Wishes(NamedTuple):
    """How the owner wants to see it: sorted by a column, and how many more sessions of which groups."""

    sorted_by: str = "value"
    descending: bool = True
    more: Mapping[str, int] = {}


class SpendTable(NamedTuple):
    """The table, and what its rows lead to: a step into a group, or a session by its tool and id."""

    table: Table
    steps: Mapping[str, Step]
    sessions: Mapping[str, tuple[str, str]]


class _Place(NamedTuple):
    """What every row needs to know."""

    page: SpendPage
    home: str
    hue: str
    largest: int

    @property
    def by(self) -> str:
        return self.page.question.by


def spend_table(page: SpendPage, home: str, hue: str, name: str, wishes: Wishes) -> SpendTable:
    """The table of a page's answer; `name` is what is looked at, `hue` the colour of its bars."""
    largest = max((group.row.list_micros for group in page.groups), default=0) or 1
    place = _Place(page, home, hue, largest)
    cents = dict(zip(page.groups, _group_cents(page), strict=True))
    made = _Made({}, {}, [])
    flat = page.question.by == "session"
    if flat:
        _flat(made, place, cents, wishes)
    else:
        for at, group in enumerate(_sorted(page.groups, place, wishes)):
            _group(made, place, group, cents[group], wishes, first=at == 0)
    made.rows.append(_total(place, name))
    heading = heading_text(page.question.by)
    whole = _columns(heading)
    left_out = {_SESSIONS} if flat else set()
    table = Table(
        tuple(column for at, column in enumerate(whole) if at not in left_out),
        tuple(_without(row, left_out) for row in made.rows),
        spoken=tr("Spend: {heading}", heading=heading),
        sorted_by=wishes.sorted_by,
        descending=wishes.descending,
        decimal=decimal_sign(),
    )
    return SpendTable(table, made.steps, made.sessions)


def _without(row: Row, left_out: set[int]) -> Row:
    """A row without the cells of columns that are left out."""
    return row._replace(cells=tuple(cell for at, cell in enumerate(row.cells) if at not in left_out))


class _Made(NamedTuple):
    steps: dict[str, Step]
    sessions: dict[str, tuple[str, str]]
    rows: list[Row]


def _columns(heading: str) -> tuple[Column, ...]:
    return (
        Column("name", heading, minimum=228, sorts=True),
        Column("models", tr("Models"), width=84, style="small", hides_below=_NARROW),
        Column("sessions", tr("Sessions"), Kind.FIGURE, 54, hides_below=_TINY, sorts=True),
        Column("requests", tr("Requests"), Kind.FIGURE, 58, hides_below=_TINY, sorts=True),
        Column("read", tr("Cache read"), Kind.FIGURE, 68, hides_below=_SMALL, sorts=True),
        Column("output", tr("Output"), Kind.FIGURE, 54, hides_below=_NARROW, sorts=True),
        Column("went", tr("Went to"), Kind.BAR, 148, minimum=84, style="small"),
        Column("value", tr("List value"), Kind.MONEY, 62, sorts=True),
    )


def _group_cents(page: SpendPage) -> tuple[int, ...]:
    return shown_cents(tuple(group.row.list_micros for group in page.groups), page.total.list_micros)


def _sorted(groups: Iterable[SpentGroup], place: _Place, wishes: Wishes) -> list[SpentGroup]:
    def name(group: SpentGroup) -> str:
        days = group.step.key == "day"
        return (group.step.value or "") if days else value_text(group.step, place.home).lower()

    keys: dict[str, Callable[[SpentGroup], int | str]] = {
        "name": name,
        "sessions": lambda group: len(group.sessions or ()),
        "requests": lambda group: group.row.requests,
        "read": lambda group: group.row.tokens.cache_read or 0,
        "output": lambda group: group.row.tokens.output or 0,
    }
    return sorted(groups, key=keys.get(wishes.sorted_by, _value), reverse=wishes.descending)


def _value(group: SpentGroup) -> int:
    return group.row.list_micros


def _sorted_sessions(sessions: Iterable[SpentSession], wishes: Wishes) -> list[SpentSession]:
    keys: dict[str, Callable[[SpentSession], int]] = {
        "name": lambda one: one.first or 0,
        "requests": lambda one: one.row.requests,
        "read": lambda one: one.row.tokens.cache_read or 0,
        "output": lambda one: one.row.tokens.output or 0,
    }
    by = keys.get(wishes.sorted_by, lambda one: one.row.list_micros)
    return sorted(sessions, key=by, reverse=wishes.descending)


def _group(made: _Made, place: _Place, group: SpentGroup, cents: int, wishes: Wishes, *, first: bool) -> None:
    key = f"{group.step.key}:{group.step.value or ''}"
    made.steps[key] = group.step
    made.rows.append(_group_row(place, key, group, cents, expanded=first))
    if group.sessions is None:
        made.rows.append(_unread_row(key))
        return
    own = _sorted_sessions(group.sessions, wishes)
    _sessions(made, place, key, own, cents, FIRST_SESSIONS + wishes.more.get(key, 0))


def _flat(made: _Made, place: _Place, cents: Mapping[SpentGroup, int], wishes: Wishes) -> None:
    """Sessions that are the groups themselves, without one above them."""
    told = {group.sessions[0]: cents[group] for group in cents if group.sessions}
    own = _sorted_sessions(told, wishes)
    shown = FIRST_ALONE + wishes.more.get("", 0)
    for at, one in enumerate(own[:shown]):
        amount = cents_text(told[one]) if at == 0 else bare_cents(told[one])
        _add_session(made, place, "", one, amount, level=0)
    if own[shown:]:
        rest = sum(told[one] for one in own[shown:])
        made.rows.append(_more_row(place, "", own[shown:], rest, level=0))


def _group_row(place: _Place, key: str, group: SpentGroup, cents: int, *, expanded: bool) -> Row:
    row = group.row
    name = value_text(group.step, place.home)
    folders = plural(group.folders, one="{n} folder", many="{n} folders") if group.folders else ""
    cells = (
        Cell(name, folders, strong=True, sort=name.lower(), tip=group.step.value or name),
        None,
        Cell(number(len(group.sessions))) if group.sessions is not None else Cell(UNKNOWN, tone=Tone.QUIET),
        *count_cells(row),
        Cell(bar=Bar(row.list_micros / place.largest, hue=place.hue)) if row.list_micros else None,
        money_cell(row, cents_text(cents), strong=True),
    )
    spoken = tr(
        "{name}, {amount} list value, {requests}",
        name=name,
        amount=spoken_money(row, cents),
        requests=requests_text(row.requests),
    )
    return Row(key, cells, expandable=True, expanded=expanded, spoken=spoken)


def _sessions(
    made: _Made, place: _Place, key: str, own: Sequence[SpentSession], cents: int, shown: int
) -> None:
    each = spread([one.row.list_micros for one in own], cents)
    for one, part in list(zip(own, each, strict=True))[:shown]:
        _add_session(made, place, key, one, bare_cents(part), level=1)
    if own[shown:]:
        made.rows.append(_more_row(place, key, own[shown:], sum(each[shown:]), level=1))


def _add_session(
    made: _Made, place: _Place, group: str, one: SpentSession, amount: str, *, level: int
) -> None:
    key = f"{group}/{one.tool}/{one.session}"
    made.sessions[key] = (one.tool, one.session)
    when, about = when_text(one, place.page.period), about_text(one, place.page, place.home)
    models = ", ".join(dict.fromkeys(map(model_short, one.models)))
    cells = (
        Cell(when, about, sort=one.first or 0, tip="\n".join(part for part in (about, one.session) if part)),
        Cell(models, tip=", ".join(one.models)),
        None,
        *count_cells(one.row),
        went_cell(one, place.page.items),
        money_cell(one.row, amount),
    )
    spoken = tr(
        "Session of {when}, {about}, {amount}, {went}",
        when=when,
        about=about or one.tool,
        amount=amount,
        went=went_cell(one, place.page.items).text,
    )
    made.rows.append(Row(key, cells, level=level, spoken=spoken))


def _more_row(place: _Place, key: str, rest: Sequence[SpentSession], cents: int, *, level: int) -> Row:
    row = summed(rest)
    text = plural(len(rest), one="{n} more session", many="{n} more sessions")
    cells = (
        Cell(text, link=Link(tr("Show"), f"{MORE}{key}"), tone=Tone.SECOND),
        None,
        None,
        *count_cells(row),
        Cell(rest_text(rest, place.page.items)),
        money_cell(row, bare_cents(cents)),
    )
    return Row(f"{MORE}{key}", cells, level=level, opens=False, spoken=f"{text}, {bare_cents(cents)}")


def _unread_row(key: str) -> Row:
    link = Link(tr("Read them"), "sessions")
    cells = (Cell(tr("Too many requests to list sessions at once."), link=link, tone=Tone.SECOND, wide=True),)
    return Row(f"unread:{key}", cells, level=1, opens=False)


def _total(place: _Place, name: str) -> Row:
    total, sessions = place.page.total, place.page.sessions
    cents = cents_of(total.list_micros)
    cells = (
        Cell(name),
        None,
        Cell(number(sessions)) if sessions is not None else None,
        *count_cells(total),
        None,
        money_cell(total, cents_text(cents))._replace(sign=sign_of(place.page.amount)),
    )
    spoken = tr("{name} in all, {amount} list value", name=name, amount=spoken_money(total, cents))
    return Row("all", cells, state=RowState.GRAND_TOTAL, opens=False, spoken=spoken)
