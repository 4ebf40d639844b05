"""Which items the Shipped page lists, by what the owner asked to see."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import quote, unquote

from outlay.domain.answers import ItemState
from outlay.domain.attribution import WorkKind
from outlay.domain.items import Item
from outlay.domain.moments import Period

STANDING = frozenset({ItemState.SETTLING, ItemState.HELD})
"""How work stands that landed and was not taken back."""


_LONGEST_KEPT = 150
"""Of a filter, in signs of an address. Source: trackers allow labels of 50 to 255 signs."""


class Listed(StrEnum):
    """Which of a period's items are listed."""

    SHIPPED = "shipped"
    OPEN = "open"
    SET_ASIDE = "set_aside"
    ALL = "all"


class GroupBy(StrEnum):
    """What the rows are gathered by."""

    REPOSITORY = "repository"
    TICKET = "ticket"
    SYSTEM = "system"
    TYPE = "type"
    LABEL = "label"
    NONE = "none"


class SortBy(StrEnum):
    """What the rows of a group are in the order of."""

    ITEM = "item"
    CLOSED = "closed"
    DAYS = "days"
    CODING = "coding"
    REVIEW = "review"
    CYCLE = "cycle"
    KIND = "kind"
    SYSTEM = "system"
    TYPE = "type"
    LABEL = "label"
    DIRECT = "direct"
    CONTEXT = "context"
    LATER = "later"


CHOSEN = (SortBy.CODING, SortBy.REVIEW, SortBy.CYCLE, SortBy.SYSTEM, SortBy.TYPE, SortBy.LABEL)
"""The columns that are shown when the owner asks for them."""


class Narrowed(NamedTuple):
    """What items must have to be listed, by the keys of rules below; empty is anything."""

    system: str = ""
    type: str = ""
    label: str = ""


EVERYTHING = Narrowed()


class ListView(NamedTuple):
    """How the owner left the list; kept as his setting. `columns` are those of `CHOSEN` that are shown."""

    listed: Listed = Listed.SHIPPED
    group: GroupBy = GroupBy.REPOSITORY
    sorted_by: SortBy = SortBy.CLOSED
    descending: bool = True
    columns: tuple[SortBy, ...] = ()
    narrowed: Narrowed = EVERYTHING


def view_from(kept: str) -> ListView:
    """The view a setting keeps; what it does not know stands as at first."""
    words = kept.split()
    view = ListView()
    for listed in Listed:
        view = view._replace(listed=listed) if words[:1] == [listed] else view
    for group in GroupBy:
        view = view._replace(group=group) if words[1:2] == [group] else view
    for column in SortBy:
        view = view._replace(sorted_by=column) if words[2:3] == [column] else view
    told = dict(word.split("=", 1) for word in words[4:] if "=" in word)
    shown = told.get("columns", "").split(",")
    return view._replace(
        descending=words[3:4] != ["up"],
        columns=tuple(column for column in CHOSEN if column in shown),
        narrowed=Narrowed(*(unquote(told.get(field, "")) for field in Narrowed._fields)),
    )


def kept_view(view: ListView) -> str:
    """A view as a setting keeps it; what is too long to be kept is left out."""
    words = [view.listed, view.group, view.sorted_by, "down" if view.descending else "up"]
    if view.columns:
        words.append(f"columns={','.join(column for column in CHOSEN if column in view.columns)}")
    filters = ((field, quote(told, safe="")) for field, told in view.narrowed._asdict().items())
    return " ".join(
        [*words, *(f"{field}={told}" for field, told in filters if 0 < len(told) <= _LONGEST_KEPT)]
    )


def narrowed_items(items: Iterable[Item], narrowed: Narrowed) -> tuple[Item, ...]:
    """The items that have what the owner asked for."""
    return tuple(item for item in items if _has(item, narrowed))


def _has(item: Item, narrowed: Narrowed) -> bool:
    return (
        (not narrowed.system or item.system == narrowed.system)
        and (not narrowed.type or type_of(item) == narrowed.type)
        and (not narrowed.label or narrowed.label in item.labels)
    )


def type_of(item: Item) -> str:
    """What says whether two items are of one type: the tracker's word, else the kind of work; empty when neither is known."""
    if item.type:
        return item.type.casefold()
    return "" if item.kind is WorkKind.UNKNOWN else item.kind.value


def listed_items(items: Iterable[Item], listed: Listed, period: Period) -> tuple[Item, ...]:
    """The items of one chip. Shipped is what landed in the period and stands; set aside holds what was taken back."""
    return tuple(item for item in items if _is_listed(item, listed, period))


def _is_listed(item: Item, listed: Listed, period: Period) -> bool:
    if listed is Listed.SHIPPED:
        return has_landed_in(item, period) and item.state in STANDING
    if listed is Listed.OPEN:
        return item.state is ItemState.IN_FLIGHT
    if listed is Listed.SET_ASIDE:
        return item.state in {ItemState.SET_ASIDE, ItemState.REVERTED}
    return True


def has_landed_in(item: Item, period: Period) -> bool:
    """Whether it landed in these days."""
    return item.landed is not None and period.first <= item.landed < period.after


def has_words(text: str, wanted: str) -> bool:
    """Whether a text, written small, holds every word that was typed."""
    return all(word in text for word in wanted.casefold().split())
