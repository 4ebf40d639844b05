"""The rows of the Shipped page: one item with all its money, a group, the sum."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form, Tier, WorkKind
from outlay.domain.items import Item, ItemSpend
from outlay.domain.moments import Period, day_of
from outlay.domain.tables import Bar, Cell, Column, Kind, Row, RowState, Tone
from outlay.presenters.amounts import AT_LEAST, bare_cents, cents_of, cents_text, two_digits
from outlay.presenters.days import calendar, day_month_text, day_text, weekday_text
from outlay.presenters.durations import days_text, duration_text
from outlay.presenters.items import kind_text, state_text, tier_text
from outlay.presenters.pages.item_cells import context_cell, direct_cell, hue_of, mark_of
from outlay.presenters.systems import system_name
from outlay.presenters.tongue import later, plural, tr
from outlay.presenters.words import as_beginning
from outlay.rules.shipped_items import CHOSEN, SortBy

GROUP = "group:"
ALL = "all"

_WIDE = 880
_LEAST = 300
"""Below it the context goes first, which the bar shows too, then the days; both as soon as the title would be cut."""

_SHORT_SHA = 7
_DAYS_PER_WEEK = 7
_OPEN = {
    ItemState.IN_FLIGHT: later("open"),
    ItemState.SET_ASIDE: later("set aside"),
    ItemState.REVERTED: later("reverted"),
}
_EVIDENCE = {
    Tier.OWN_WORD: later("you"),
    Tier.ATTESTED: later("noted"),
    Tier.LANDED_TEXT: later("text"),
    Tier.BRANCH_EDITED: later("branch"),
    Tier.DISCARDED: later("edits"),
    Tier.BRANCH_ONLY: later("branch"),
    Tier.NEXT_TURN: later("nearby"),
    Tier.PREVIOUS_TURN: later("nearby"),
}


def columns(chosen: Collection[SortBy] = ()) -> tuple[Column, ...]:
    """The columns in order; kind and later spend where there is room, before them what the owner chose to see."""
    told = (
        Column(SortBy.ITEM, tr("Item"), minimum=190, sorts=True),
        Column(SortBy.CLOSED, tr("Closed"), Kind.CHIP, 50, sorts=True),
        Column(SortBy.DAYS, tr("Days"), Kind.FIGURE, 34, hides_below=_LEAST - 1, sorts=True),
        Column(SortBy.CODING, tr("Coding"), Kind.FIGURE, 46, hides_below=_LEAST + 1, sorts=True),
        Column(SortBy.REVIEW, tr("Review"), Kind.FIGURE, 46, hides_below=_LEAST + 2, sorts=True),
        Column(SortBy.CYCLE, tr("Cycle"), Kind.FIGURE, 46, hides_below=_LEAST + 3, sorts=True),
        Column(SortBy.KIND, tr("Kind"), width=64, hides_below=_WIDE, sorts=True),
        Column(SortBy.SYSTEM, tr("System"), width=64, minimum=48, hides_below=_LEAST + 4, sorts=True),
        Column(SortBy.TYPE, tr("Type"), width=64, minimum=40, hides_below=_LEAST + 5, sorts=True),
        Column(SortBy.LABEL, tr("Labels"), width=90, minimum=48, hides_below=_LEAST + 6, sorts=True),
        Column(SortBy.DIRECT, tr("Direct"), Kind.MONEY, 48, sorts=True),
        Column(SortBy.CONTEXT, tr("Context"), Kind.CONTEXT, 50, hides_below=_LEAST, sorts=True),
        Column(SortBy.LATER, tr("Later spend"), Kind.MONEY, 72, hides_below=_WIDE, sorts=True),
        Column("evidence", tr("Evidence"), Kind.CHIP, 80, hides_below=_LEAST - 2),
    )
    return tuple(column for column in told if column.key not in CHOSEN or column.key in chosen)


class Shown(NamedTuple):
    """How the rows of a table are written: closing days (see `names_weekdays`), and columns the owner chose to see."""

    period: Period
    weekdays: bool = False
    chosen: tuple[SortBy, ...] = ()


def item_row(item: Item, shown: Shown, *, level: int, own: bool = False) -> Row:
    """The row of one item: its title over its reference, then all that was ever spent on it."""
    spend = item.in_all
    line = reference_line(item, own=own)
    cells: dict[str, Cell | None] = {
        SortBy.ITEM: Cell(item.title, line, mark=mark_of(item), tip=item.title),
        SortBy.CLOSED: Cell(closed_text(item, shown.period, weekdays=shown.weekdays)),
        SortBy.DAYS: Cell(days_of(item)),
        SortBy.KIND: Cell(kind_text(item.kind) if item.kind is not WorkKind.UNKNOWN else ""),
        SortBy.DIRECT: direct_cell(spend),
        SortBy.CONTEXT: context_cell(spend),
        SortBy.LATER: _later_cell(spend),
        "evidence": evidence_cell(item),
        **_chosen_cells(item),
    }
    told = tuple(cells[column.key] for column in columns(shown.chosen))
    return Row(item.item, told, level=level, spoken=_spoken(item, line, shown))


def _chosen_cells(item: Item) -> dict[str, Cell]:
    labels = ", ".join(item.labels)
    return {
        SortBy.CODING: _time_cell(item.times.coding),
        SortBy.REVIEW: _time_cell(item.times.review),
        SortBy.CYCLE: _time_cell(item.times.cycle),
        SortBy.SYSTEM: Cell(system_name(item.system) if item.system else ""),
        SortBy.TYPE: Cell(type_text(item)),
        SortBy.LABEL: Cell(labels, tip=labels),
    }


def _time_cell(milliseconds: int | None) -> Cell:
    """Days; empty while they are not known."""
    if milliseconds is None:
        return Cell()
    return Cell(tr("{days} d", days=days_text(milliseconds)), spoken=duration_text(milliseconds))


def type_text(item: Item) -> str:
    """The type its tracker says, else the kind of work; empty when neither is known."""
    return item.type or (kind_text(item.kind) if item.kind is not WorkKind.UNKNOWN else "")


def reference_line(item: Item, *, own: bool = False) -> str:
    """`#482, HBR-214, feature, set by you`: what it is called elsewhere, short."""
    kind = kind_text(item.kind) if item.kind is not WorkKind.UNKNOWN else ""
    told = [*references(item), kind]
    if own and item.form is not Form.BY_HAND:
        told.append(tr("set by you"))
    return ", ".join(one for one in told if one)


def references(item: Item) -> list[str]:
    """A pull request's number, a commit's id, a branch, tickets; what was entered by hand is called so."""
    kind, _, rest = item.item.partition(":")
    tickets = [key.rsplit("/", 1)[-1] for key in item.tickets]
    own = {
        "pr": "#" + rest.rpartition("#")[2],
        "commit": rest.rpartition("@")[2][:_SHORT_SHA],
        "branch": rest.rpartition(":")[2],
        "manual": tr("entered by hand"),
        "ticket": rest.rsplit("/", 1)[-1],
    }.get(kind, "")
    parts = [f"#{part.rpartition('#')[2]}" for part in item.parts if part.startswith("pr:")]
    return list(dict.fromkeys([own, *parts, *tickets]))


def names_weekdays(items: Iterable[Item], period: Period) -> bool:
    """Whether closing days may be called `Thu 19`: every one is in a period of a week at most, so none stands out."""
    landed = [one.landed for one in items if one.landed is not None and one.state not in _OPEN]
    short = (period.end - period.start).days <= _DAYS_PER_WEEK
    return short and all(period.first <= moment < period.after for moment in landed)


def closed_text(item: Item, period: Period, *, weekdays: bool) -> str:
    """The day it landed, with its weekday or its month; else how it stands, as work it only names may have shipped."""
    if item.state in _OPEN or item.landed is None:
        return tr(_OPEN.get(item.state, later("shipped")))
    day = day_of(item.landed, period.zone)
    if weekdays:
        return f"{weekday_text(day)} {day.day}{calendar().ordinal}"
    return day_month_text(day)


def days_of(item: Item) -> str:
    """Days from the first prompt to the landing; empty when they are not known."""
    if item.began is None or item.landed is None or item.landed < item.began:
        return ""
    return days_text(item.landed - item.began)


def evidence_cell(item: Item) -> Cell:
    """The split of its money and the strongest evidence in one word; that no agent was seen stands alone."""
    spend = item.in_all
    if not spend.whole:
        if item.spend_unseen:
            tip = tr("An agent took part whose log is not on this machine.")
            return Cell(tr("not visible here"), tone=Tone.QUIET, tip=tip)
        return Cell(tr("no agent seen"), tone=Tone.QUIET)
    strongest = next(tier for tier in Tier if spend.tiers.get(tier))
    bar = Bar(spend.direct / spend.whole, spend.context / spend.whole, hue_of(item))
    tip = as_beginning(", ".join(tier_text(tier) for tier in Tier if spend.tiers.get(tier)))
    return Cell(tr(_EVIDENCE[strongest]), bar=bar, tip=tip)


def _later_cell(spend: ItemSpend) -> Cell:
    if not spend.later:
        return Cell(sort=0)
    return Cell(two_digits(spend.later), sort=spend.later, exact=cents_text(cents_of(spend.later)))


def _spoken(item: Item, line: str, shown: Shown) -> str:
    spend = item.in_all
    day = day_text(day_of(item.landed, shown.period.zone)) if item.landed is not None else ""
    told = [item.title, line, state_text(item.state), day]
    if days_of(item):
        told.append(tr("{days} days", days=days_of(item)))
    told += _spoken_chosen(item, shown.chosen)
    if spend.whole:
        direct = cents_text(cents_of(spend.direct))
        told.append(tr("{amount} direct", amount=direct))
        if spend.context:
            told.append(tr("{amount} context", amount=cents_text(cents_of(spend.context))))
    told.append(evidence_cell(item).text)
    return ", ".join(one for one in told if one)


def _spoken_chosen(item: Item, chosen: Iterable[SortBy]) -> list[str]:
    """The chosen columns with their names, those that say something."""
    names, cells = {column.key: column.title for column in columns(CHOSEN)}, _chosen_cells(item)
    told = ((names[key], cells[key].spoken or cells[key].text) for key in CHOSEN if key in chosen)
    return [f"{name} {text}" for name, text in told if text]


def group_row(name: str, items: int) -> Row:
    """The head of a group with the number of its items."""
    count = plural(items, one="{n} item", many="{n} items")
    spoken = f"{name}, {count}"
    return Row(f"{GROUP}{name}", (Cell(name, count),), state=RowState.GROUP, spoken=spoken, opens=False)


class Spent(NamedTuple):
    """What an item took in all, in micro-units, and of it what came after its landing."""

    direct: int
    context: int
    later: int


def spent_of(item: Item) -> Spent:
    """The sums of its tiers."""
    return Spent(item.in_all.direct, item.in_all.context, item.in_all.later)


def sum_row(spent: Sequence[Spent], chosen: Collection[SortBy] = (), *, at_least: bool) -> Row:
    """The sum of rows, in cents; blank where no row has an amount, and for days: their sum says nothing."""
    direct, context, after = (cents_of(sum(one[at] for one in spent)) for at in range(3))
    count = plural(len(spent), one="{n} item", many="{n} items")
    sums: dict[str, Cell | None] = {
        SortBy.ITEM: Cell(count),
        SortBy.DIRECT: Cell(cents_text(direct), sign=AT_LEAST if at_least else "")
        if any(one.direct for one in spent)
        else None,
        SortBy.CONTEXT: Cell(tr("+ {amount}", amount=bare_cents(context)) if context else ""),
        SortBy.LATER: Cell(cents_text(after) if after else ""),
    }
    cells = tuple(sums.get(column.key) for column in columns(chosen))
    told = tr("{count}, {direct} direct, {context} context", count=count, direct=cents_text(direct),
              context=cents_text(context))  # fmt: skip
    spoken = told if any(one.direct or one.context for one in spent) else count
    return Row(ALL, cells, state=RowState.GRAND_TOTAL, spoken=spoken, opens=False)
