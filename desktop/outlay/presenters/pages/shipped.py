"""The Shipped page in words: items with all their money, by groups, and the sum they add up to."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from outlay.domain.attribution import Tier
from outlay.domain.items import Item
from outlay.domain.shipped_page import ShippedAnswer
from outlay.domain.tables import Row, Table
from outlay.domain.words import Words
from outlay.presenters.amounts import UNKNOWN
from outlay.presenters.items import kind_text
from outlay.presenters.pages.shipped_rows import (
    Shown,
    Spent,
    columns,
    group_row,
    item_row,
    names_weekdays,
    spent_of,
    sum_row,
    type_text,
)
from outlay.presenters.pages.shipped_words import Told, is_at_least, notes_of
from outlay.presenters.shipped import NextStep, next_step
from outlay.presenters.systems import system_name
from outlay.presenters.tongue import decimal_sign, later, number, plural, tr
from outlay.presenters.words import as_beginning
from outlay.rules.shipped_items import (
    GroupBy,
    Listed,
    ListView,
    SortBy,
    has_words,
    listed_items,
    narrowed_items,
)
from outlay.rules.standing_acts import named_by, standing_acts

_HEADINGS = {
    Listed.SHIPPED: later("Nothing shipped in these days"),
    Listed.OPEN: later("Nothing is open"),
    Listed.SET_ASIDE: later("Nothing is set aside"),
    Listed.ALL: later("Nothing in these days"),
}


class Known(NamedTuple):
    """An item that is listed, with the text that is looked through."""

    item: Item
    text: str
    group: str
    spent: Spent


class ShippedView(NamedTuple):
    """Everything the page shows. `empty` is the heading where no row is, `sentence` what follows it."""

    table: Table
    note: Words
    items: tuple[Item, ...]
    empty: str
    sentence: str
    next_step: NextStep


class ShippedList:
    """One answer in one view, ready for what is typed."""

    def __init__(self, answer: ShippedAnswer, view: ListView) -> None:
        self.answer, self.view = answer, view
        told = listed_items(answer.work.items, view.listed, answer.period)
        listed = narrowed_items(told, view.narrowed)
        self._of = len(told)
        self._rows: dict[str, Row] = {}
        weekdays = names_weekdays(listed, answer.period)
        self._written = Shown(answer.period, weekdays, view.columns)
        self._own = named_by(standing_acts(answer.acts))
        self.known = tuple(
            Known(item, _looked_through(item), _group_of(item, view.group), spent_of(item))
            for item in _sorted(listed, view)
        )

    def shown(self, typed: str) -> tuple[Known, ...]:
        """The items that have every word that is typed."""
        return tuple(one for one in self.known if has_words(one.text, typed))

    def table(self, known: Sequence[Known], most: int | None = None) -> Table:
        """These items by groups, with the sum of all; no more rows than `most`, for while one is typing."""
        view, rows = self.view, list[Row]()
        for name, some in _groups(known, view.group):
            left = len(some) if most is None else max(0, most - len(rows))
            if name and left:
                rows.append(group_row(name, len(some)))
            rows += [self._row(one.item, level=bool(name)) for one in some[:left]]
        if rows:
            at_least = is_at_least(self.answer.work, [one.item for one in known])
            rows.append(sum_row([one.spent for one in known], view.columns, at_least=at_least))
        return Table(
            columns(view.columns),
            tuple(rows),
            spoken=tr("Items with all that was ever spent on them"),
            two_line=True,
            inset=0,
            sorted_by=view.sorted_by,
            descending=view.descending,
            decimal=decimal_sign(),
        )

    def _row(self, item: Item, *, level: int) -> Row:
        """The row of an item, made once."""
        row = self._rows.get(item.item)
        if row is None:
            row = item_row(item, self._written, level=level, own=self._is_own(item))
            self._rows[item.item] = row
        return row

    def _is_own(self, item: Item) -> bool:
        """Whether the owner said what went into it."""
        return bool(item.in_all.tiers.get(Tier.OWN_WORD)) or not self._own.isdisjoint(
            (item.item, *item.parts)
        )

    def page(self, typed: str, span: str) -> ShippedView:
        """The page with what is typed; `span` is how the period is called in a sentence."""
        known = self.shown(typed)
        items = tuple(one.item for one in known)
        step = next_step(self.answer.why_unknown)
        told = Told(self.answer, self.view.listed, items, len(self.known), span)
        heading, sentence = ("", "") if items else self._empty(typed)
        return ShippedView(self.table(known), notes_of(told), items, heading, sentence, step)

    def _empty(self, typed: str) -> tuple[str, str]:
        if typed and self.known:
            count = plural(
                len(self.known), one="Of {n} item none has them.", many="Of {n} items none has them."
            )
            return tr("No item has these words"), count
        if self._of > len(self.known):
            count = plural(self._of, one="Of {n} item none has them.", many="Of {n} items none has them.")
            return tr("No item has this system, type and label"), count
        other = len(self.answer.work.items) - len(self.known)
        more = plural(
            other,
            one="{n} other item took money or landed before.",
            many="{n} other items took money or landed before.",
        )
        return tr(_HEADINGS[self.view.listed]), more if other else tr("Nothing of yours took money here.")


def _groups(known: Sequence[Known], by: GroupBy) -> list[tuple[str, Sequence[Known]]]:
    """The groups with the most money first, what belongs to none last."""
    if by is GroupBy.NONE:
        return [("", known)]
    found: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        found[one.group].append(one)
    sums = {name: sum(one.spent.direct for one in some) for name, some in found.items()}
    ordered = sorted(found, key=lambda name: (not name, -sums[name], name))
    return [(name or tr(_WITHOUT[by]), found[name]) for name in ordered]


_WITHOUT = {
    GroupBy.REPOSITORY: later("Without commits"),
    GroupBy.TICKET: later("Without a ticket"),
    GroupBy.SYSTEM: later("Without a system"),
    GroupBy.TYPE: later("Without a type"),
    GroupBy.LABEL: later("Without a label"),
}


def _group_of(item: Item, by: GroupBy) -> str:
    if by is GroupBy.REPOSITORY:
        return item.repository or ""
    if by is GroupBy.TICKET:
        return next((key.rsplit("/", 1)[-1] for key in item.tickets), "")
    if by is GroupBy.SYSTEM:
        return system_name(item.system) if item.system else ""
    return as_beginning(type_text(item)) if by is GroupBy.TYPE else next(iter(item.labels), "")


def _sorted(items: Sequence[Item], view: ListView) -> list[Item]:
    key = _SORTS[view.sorted_by]
    return sorted(items, key=lambda item: (key(item), item.item), reverse=view.descending)


_SORTS: dict[SortBy, Callable[[Item], int | str]] = {
    SortBy.ITEM: lambda item: item.title.casefold(),
    SortBy.CLOSED: lambda item: item.landed or item.started or item.created or 0,
    SortBy.DAYS: lambda item: item.landed - item.began if item.landed and item.began else -1,
    SortBy.CODING: lambda item: _known(item.times.coding),
    SortBy.REVIEW: lambda item: _known(item.times.review),
    SortBy.CYCLE: lambda item: _known(item.times.cycle),
    SortBy.KIND: lambda item: kind_text(item.kind),
    SortBy.SYSTEM: lambda item: system_name(item.system).casefold() if item.system else "",
    SortBy.TYPE: lambda item: type_text(item).casefold(),
    SortBy.LABEL: lambda item: ", ".join(item.labels).casefold(),
    SortBy.DIRECT: lambda item: item.in_all.direct,
    SortBy.CONTEXT: lambda item: item.in_all.context,
    SortBy.LATER: lambda item: item.in_all.later,
}


def _known(milliseconds: int | None) -> int:
    """What is not known stands below everything."""
    return -1 if milliseconds is None else milliseconds


def _looked_through(item: Item) -> str:
    named = (item.title, item.item, *item.parts, *item.tickets)
    where = (item.repository or "", system_name(item.system) if item.system else "")
    told = (*named, kind_text(item.kind), item.type or "", *item.labels, *where, item.note or "")
    return " ".join(told).casefold()


def chip_texts(answer: ShippedAnswer) -> dict[str, str]:
    """The chips with how many items each lists; none is unknown while what shipped is."""
    names = {
        Listed.SHIPPED: tr("Shipped"),
        Listed.OPEN: tr("Still open"),
        Listed.SET_ASIDE: tr("Set aside"),
        Listed.ALL: tr("All"),
    }
    items, period = answer.work.items, answer.period
    counts = {listed: len(listed_items(items, listed, period)) for listed in names}
    nothing = UNKNOWN if answer.why_unknown else number(0)
    told = {listed: number(count) if count else nothing for listed, count in counts.items()}
    return {listed: tr("{name} {count}", name=name, count=told[listed]) for listed, name in names.items()}
