"""Answers where every log source looks, what is there, and what it could not read."""

from collections.abc import Mapping

from outlay.domain.answers import Place, PlaceState, ReaderCard, SourceAnswer
from outlay.domain.moments import UtcMillis
from outlay.store.store import StoreView

Live = Mapping[ReaderCard, tuple[Place, ...]]
"""Places as they are found right now, by reader."""


def sources(store: StoreView | None, live: Live | None = None) -> tuple[SourceAnswer, ...]:
    """One answer a reader: as of the last sync, or with places looked at just now."""
    cards = tuple(live) if live is not None else store.readers() if store else ()
    last_events = store.spend.last_events(card.tool for card in cards) if store else {}
    return tuple(_answer(store, card, live, last_events.get(card.tool)) for card in cards)


def is_partly(store: StoreView) -> bool:
    """Whether a place could not be read at the last sync, so that sums may miss something."""
    places = (place for card in store.readers() for place in store.places(card.reader))
    return any(place.state is PlaceState.FAILING for place in places)


def _answer(
    store: StoreView | None, card: ReaderCard, live: Live | None, last_event: UtcMillis | None
) -> SourceAnswer:
    known = store.places(card.reader) if store else ()
    places = live[card] if live is not None else known
    files, last_read = store.files_read(card.reader) if store else (0, None)
    states = {place.state for place in places}
    order = (PlaceState.FOUND, PlaceState.FAILING)
    return SourceAnswer(
        reader=card.reader,
        tool=card.tool,
        state=next((state for state in order if state in states), PlaceState.ABSENT),
        places=places,
        files=files,
        last_read=last_read,
        last_event=last_event,
        retention=card.retention,
        problems=store.log_problems(card.reader) if store else (),
    )
