"""Answers where every log source looks, what is there, and what it could not read."""

from collections.abc import Iterable, Mapping

from outlay.domain.answers import Place, PlaceState, ReaderCard, SourceAnswer
from outlay.domain.moments import UtcMillis
from outlay.store.store import StoreView

Live = Mapping[ReaderCard, tuple[Place, ...]]
"""Places as they are found right now, by reader."""


def sources(store: StoreView | None, live: Live | None = None) -> tuple[SourceAnswer, ...]:
    """One answer a reader: as of the last sync, or with places looked at just now."""
    last_events = store.spend.last_events() if store else {}
    cards = tuple(live) if live is not None else store.readers() if store else ()
    return tuple(_answer(store, card, live, last_events.get(card.tool)) for card in cards)


def is_partly(answers: Iterable[SourceAnswer]) -> bool:
    """Whether a place cannot be read, so that sums may miss something."""
    return any(place.state is PlaceState.FAILING for answer in answers for place in answer.places)


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
