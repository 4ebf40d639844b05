"""Splits sums of turns among the items the turns went into; the parts add up to what was split."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.money import split_whole
from outlay.domain.usage import TokenCounts
from outlay.rules.as_of import tickets_as_of
from outlay.store.spend_queries import SpendCell
from outlay.store.store import StoreView
from outlay.use_cases.asked_items import Asked, with_items
from outlay.use_cases.attributed import attributed, glanced
from outlay.use_cases.items import bare_rows
from outlay.use_cases.linked_spend import MILLION
from outlay.use_cases.ticket_items import folded

Splitting = Callable[[SpendCell], Iterator[tuple[str | None, SpendCell]]]


class _Part(NamedTuple):
    """An item, None for what no item carries, and its weight in a million."""

    item: str | None
    weight: int


def splitting(store: StoreView, sessions: Iterable[int], now: UtcMillis) -> Splitting:
    """What splits a cell of one turn of some sessions among the items it went into, named as `outlay items` does."""
    kept = glanced(store, now, sessions)
    known = kept or attributed(store, now)
    linked = known.linked
    named = frozenset(share.item for shares in linked.shares.values() for share in shares) - linked.dismissed
    tickets = tickets_as_of(store.work.tickets(), now)
    if kept:
        known = with_items(store, kept, Asked(None, named, tickets))
    listed = folded(bare_rows(store, known, named, now), tickets, now)
    whole = {part: item.item for item in listed for part in (item.item, *item.parts)}

    def split(cell: SpendCell) -> Iterator[tuple[str | None, SpendCell]]:
        shares = linked.shares.get(cell.turn, ()) if cell.turn else ()
        parts = [_Part(whole.get(share.item), share.weight) for share in shares]
        return _split(cell, [*parts, _Part(None, MILLION - sum(part.weight for part in parts))])

    return split


def _split(cell: SpendCell, parts: Sequence[_Part]) -> Iterator[tuple[str | None, SpendCell]]:
    """A cell in parts of whole numbers, each sum split by itself."""
    if len(parts) == 1:
        yield parts[0].item, cell
        return
    weights = tuple(part.weight for part in parts)
    unpriced = split_whole(cell.unpriced_requests, weights)
    priced = split_whole(cell.requests - cell.unpriced_requests, weights)
    estimated = split_whole(cell.estimated_requests, weights)
    money = split_whole(cell.list_micros, weights)
    reported = _split_unknown(cell.reported_micros, weights)
    tokens = [_split_unknown(count, weights) for count in cell.tokens]
    for at, part in enumerate(parts):
        if part.weight:
            yield (
                part.item,
                cell._replace(
                    requests=priced[at] + unpriced[at],
                    tokens=TokenCounts(*(counts[at] for counts in tokens)),
                    list_micros=money[at],
                    reported_micros=reported[at],
                    unpriced_requests=unpriced[at],
                    estimated_requests=estimated[at],
                ),
            )


def _split_unknown(count: int | None, weights: tuple[int, ...]) -> Sequence[int | None]:
    return (None,) * len(weights) if count is None else split_whole(count, weights)
