"""Takes a sample home's exports and acts over, as its engineer would: there is no owner to ask."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from outlay.domain.moments import UtcMillis
from outlay.domain.own_words import OwnItemKind, Verb
from outlay.store.store import Store
from outlay.use_cases.attribute import attribute
from outlay.use_cases.import_usage import import_cursor_usage
from outlay.use_cases.import_work import import_pull_requests, import_tickets
from outlay.use_cases.own_words import OwnWords
from outlay.use_cases.price_book import PriceBook


def import_exports(
    store: Store, home: Path, mark: Mapping[str, Any], book: Callable[[], PriceBook], now: UtcMillis
) -> None:
    """Keep the exports that the mark names; one of an older Outlay names fewer.

    Raises WrongCallError for one that cannot be used.
    """
    if "pull_requests" in mark:
        import_pull_requests(store, home / mark["pull_requests"], now)
    if "tickets" in mark:
        import_tickets(store, home / mark["tickets"], now)
    if "cursor_usage" in mark:
        import_cursor_usage(store, book(), home / mark["cursor_usage"], None, now)


def keep_acts(store: Store, mark: Mapping[str, Any]) -> None:
    """Keep the acts that the mark tells of, once, after the logs they name were read."""
    if store.links.acts():
        return
    for act in mark.get("acts", ()):
        words = OwnWords(store, UtcMillis(act["moment"]))
        match act["verb"]:
            case Verb.ADD:
                words.add_item(act["title"], OwnItemKind(act["kind"]), UtcMillis(act["moment"]))
            case Verb.LINK:
                words.link(act["session"], act["item"])
            case Verb.NOTE:
                words.note(act["item"], act["text"])
            case Verb.DISMISS:
                words.dismiss(act["item"])
    attribute(store)
    store.save_owner_words()
