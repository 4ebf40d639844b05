"""Where a period's money went, by how its work stands today: rows in cents that add up to the shown total."""

from collections.abc import Sequence
from typing import NamedTuple

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Reason
from outlay.domain.items import Item, ItemsAnswer
from outlay.presenters.amounts import cents_of, shown_cents

SHIPPED = frozenset({ItemState.SETTLING, ItemState.HELD})


class Went(NamedTuple):
    """One row: the items in it, and their direct and context money in cents."""

    key: str
    items: tuple[Item, ...]
    direct: int
    context: int

    @property
    def together(self) -> int:
        """Direct and context."""
        return self.direct + self.context


class WhereItWent(NamedTuple):
    """Rows and reasons in cents; rows + reasons = total. A row nothing went to is left out."""

    rows: tuple[Went, ...]
    not_linked: tuple[tuple[Reason, int], ...]
    total: int

    @property
    def direct(self) -> int:
        """All direct money."""
        return sum(row.direct for row in self.rows)

    @property
    def context(self) -> int:
        """All context money."""
        return sum(row.context for row in self.rows)

    @property
    def not_linked_cents(self) -> int:
        """All that no item carries."""
        return sum(cents for _, cents in self.not_linked)


_KINDS: tuple[tuple[str, frozenset[ItemState]], ...] = (
    ("shipped", SHIPPED),
    ("open", frozenset({ItemState.IN_FLIGHT})),
    ("set_aside", frozenset({ItemState.SET_ASIDE})),
    ("reverted", frozenset({ItemState.REVERTED})),
)


def where_it_went(work: ItemsAnswer) -> WhereItWent:
    """The rows of a period in order: shipped, still open, set aside, taken back; then why the rest is not linked."""
    groups = [
        (key, tuple(one for one in work.items if one.state in states and one.in_period.whole))
        for key, states in _KINDS
    ]
    groups = [(key, items) for key, items in groups if items]
    reasons = sorted(work.not_linked.by_reason.items(), key=lambda one: (-one[1], one[0]))
    reasons = [(why, micros) for why, micros in reasons if micros]
    parts = [part for _, items in groups for part in _money(items)]
    cents = shown_cents((*parts, *(micros for _, micros in reasons)), work.total_micros)
    rows = tuple(Went(key, items, cents[2 * at], cents[2 * at + 1]) for at, (key, items) in enumerate(groups))
    told = zip(reasons, cents[len(parts) :], strict=True)
    return WhereItWent(rows, tuple((why, part) for (why, _), part in told), cents_of(work.total_micros))


def item_cents(row: Went) -> tuple[tuple[Item, int, int], ...]:
    """The items of a row with their direct and context cents, which add up to the row's; the largest first."""
    direct = spread([item.in_period.direct for item in row.items], row.direct)
    context = spread([item.in_period.context for item in row.items], row.context)
    told = zip(row.items, direct, context, strict=True)
    return tuple(sorted(told, key=lambda one: (-one[1] - one[2], one[0].item)))


def _money(items: Sequence[Item]) -> tuple[int, int]:
    return sum(one.in_period.direct for one in items), sum(one.in_period.context for one in items)


def spread(micros: Sequence[int], cents: int) -> tuple[int, ...]:
    """Parts in cents by largest remainder against a sum that was rounded elsewhere."""
    step = 10_000
    floors = [part // step for part in micros]
    rest = cents - sum(floors)
    order = sorted(range(len(micros)), key=lambda at: (-(micros[at] % step), at))
    raised = set(order[:rest]) if rest > 0 else set()
    lowered = set(order[rest:]) if rest < 0 else set()
    return tuple(floor + (at in raised) - (at in lowered) for at, floor in enumerate(floors))
