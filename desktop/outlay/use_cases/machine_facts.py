"""Answers what is kept on this machine, how much, and since when."""

from collections.abc import Callable
from pathlib import Path

from outlay.domain.machine import MachineFacts
from outlay.store.store import StoreView
from outlay.store.upkeep import Holdings

SizeOf = Callable[[Path], int]
"""Bytes of a file, or of everything in a folder; 0 when it is not there."""

_NOTHING = Holdings(0, None, None, None, "")


def machine_facts(store: StoreView | None, database: Path, size_of: SizeOf) -> MachineFacts:
    """Sizes of the data folder and what the file holds; without a file everything is nought or unknown."""
    holds = store.upkeep.holdings() if store else _NOTHING
    beside = (database, database.with_name(database.name + "-wal"))
    return MachineFacts(
        data_folder=str(database.parent),
        folder_bytes=size_of(database.parent),
        database_bytes=sum(map(size_of, beside)),
        rows=holds.rows,
        first=holds.first,
        last=holds.last,
        prices_dated=holds.priced,
        prices_source=holds.source,
        own_prices=len(store.prices.own_rates()) if store else 0,
        unpriced_models=tuple(store.spend.unpriced_models()) if store else (),
        keeps={card.tool: card.retention for card in store.readers()} if store else {},
    )
