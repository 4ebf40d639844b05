"""Which items the Shipped page lists, by what the owner asked to see."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from outlay.domain.answers import ItemState
from outlay.domain.items import Item
from outlay.domain.moments import Period

STANDING = frozenset({ItemState.SETTLING, ItemState.HELD})
"""How work stands that landed and was not taken back."""


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
    LABEL = "label"
    NONE = "none"


class SortBy(StrEnum):
    """What the rows of a group are in the order of."""

    ITEM = "item"
    CLOSED = "closed"
    DAYS = "days"
    KIND = "kind"
    DIRECT = "direct"
    CONTEXT = "context"
    LATER = "later"


class ListView(NamedTuple):
    """How the owner left the list; kept as his setting."""

    listed: Listed = Listed.SHIPPED
    group: GroupBy = GroupBy.REPOSITORY
    sorted_by: SortBy = SortBy.CLOSED
    descending: bool = True


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
    return view._replace(descending=words[3:4] != ["up"])


def kept_view(view: ListView) -> str:
    """A view as a setting keeps it."""
    return f"{view.listed} {view.group} {view.sorted_by} {'down' if view.descending else 'up'}"


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
