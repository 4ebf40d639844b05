"""What the turns of some sessions cost in all: of those that gave to the items a period lists, and no others.

A period's answer says of each of its items what it took since it began. Adding up every turn there ever was for
that costs seconds over years of logs; the sessions behind a week's items are few.
"""

from collections.abc import Iterable, Sequence

from outlay.domain.attribution import ItemFacts
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.pulls import Ticket
from outlay.store.attribution_rows import TurnCost
from outlay.store.store import StoreView
from outlay.use_cases.attributed import Attributed
from outlay.use_cases.linked_spend import Part


def listed_costs(store: StoreView, known: Attributed, wanted: set[str], after: UtcMillis) -> list[TurnCost]:
    """Every turn before a moment of the sessions that gave to the items wanted."""
    sessions = {
        turn.session
        for turn, shares in known.linked.shares.items()
        if any(share.item in wanted for share in shares)
    }
    return store.attributed.costs_of(sessions, after)


def listed_items(
    items: Sequence[ItemFacts], inside: Iterable[Part], tickets: Iterable[Ticket], span: Period
) -> set[str]:
    """The items that a span lists.

    That is what took money inside it, what landed in it, and the whole of their tickets.
    """
    named = {part.item for part in inside if part.item is not None}
    chosen = [item for item in items if item.item in named or _in(item.landed, span)]
    keys = {key for item in chosen for key in item.tickets}
    keys |= {item.removeprefix("ticket:") for item in named if item.startswith("ticket:")}
    keys |= {ticket.key for ticket in tickets if _in(ticket.done, span)}
    whole = {item.item for item in items if keys.intersection(item.tickets)}
    return named | {item.item for item in chosen} | whole | {f"ticket:{key}" for key in keys}


def _in(moment: UtcMillis | None, span: Period) -> bool:
    return moment is not None and span.first <= moment < span.after
