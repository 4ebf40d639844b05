"""The items a question is about, with what is told of them: never everything that is kept.

A period asks for dozens of items out of thousands. Everything that can change one of their rows comes along: all
work for their tickets, because a ticket stands in one row with its parts, and what repairs them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from outlay.domain.attribution import ItemFacts
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import Ticket
from outlay.store.store import StoreView
from outlay.use_cases.attributed import Attributed, attributed, glanced


class Asked(NamedTuple):
    """Items that are named, those that landed in a half-open span, and finished tickets of the span; None: no span."""

    span: tuple[UtcMillis, UtcMillis] | None
    named: frozenset[str]
    tickets: Sequence[Ticket]

    def covers(self, moment: UtcMillis | None) -> bool:
        """Whether a moment lies in the span."""
        return self.span is not None and moment is not None and self.span[0] <= moment < self.span[1]

    def tickets_of(self, items: Iterable[ItemFacts]) -> set[str]:
        """Tickets that are named, and those told of that some items name or that were done in the span."""
        known = {ticket.key for ticket in self.tickets}
        told = {key for item in items for key in item.tickets}
        named = {item.removeprefix("ticket:") for item in self.named if item.startswith("ticket:")}
        return named | (known & told) | {ticket.key for ticket in self.tickets if self.covers(ticket.done)}

    def keys(self, items: Iterable[ItemFacts]) -> frozenset[str]:
        """Everything that can carry money of some items: their own keys, those named, and their tickets'."""
        told = list(items)
        tickets = (f"ticket:{key}" for key in self.tickets_of(told))
        return self.named.union((item.item for item in told), tickets)


def kept_items(store: StoreView, asked: Asked) -> list[ItemFacts]:
    """The items asked for with those of the same tickets, out of what is kept, by their keys."""
    rows = store.attributed
    found = rows.landed_or_named(asked.span, asked.named)
    keys = asked.tickets_of(found)
    more = rows.items_of_tickets(keys) if keys else []
    every = {item.item: item for item in (*found, *more)}
    return sorted(every.values(), key=attrgetter("item"))


def chosen_items(items: Iterable[ItemFacts], asked: Asked) -> list[ItemFacts]:
    """The same out of items that were made for a moment."""
    told = list(items)
    found = {item.item: item for item in told if item.item in asked.named or asked.covers(item.landed)}
    keys = asked.tickets_of(found.values())
    return [item for item in told if item.item in found or keys.intersection(item.tickets)]


def with_items(store: StoreView, known: Attributed, asked: Asked) -> Attributed:
    """What is known of some turns, and of the items asked for: their facts, who wrote their commits, their fixes."""
    rows, facts = store.attributed, kept_items(store, asked)
    return replace(
        known,
        items=facts,
        written=rows.written(sha for item in facts if item.agent_named for sha in item.commits),
        follow_ups=rows.follow_ups_of(item.item for item in facts),
    )


def items_known(store: StoreView, asked: Asked, now: UtcMillis) -> Attributed:
    """What is known of the items asked for, without turns; everything for a moment in the past."""
    kept = glanced(store, now, ())
    return with_items(store, kept, asked) if kept else attributed(store, now)
