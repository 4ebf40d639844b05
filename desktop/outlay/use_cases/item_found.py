"""Which item the owner means by a key or a part of one, among those that anything is known of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from outlay.domain.attribution import ItemFacts
from outlay.domain.moments import UtcMillis
from outlay.domain.own_words import Act, Verb
from outlay.domain.pulls import Ticket
from outlay.errors import WrongCallError
from outlay.rules.aliases import called_now
from outlay.rules.item_keys import shown
from outlay.rules.named_items import meant, near
from outlay.store.store import StoreView
from outlay.use_cases.attributed import Attributed
from outlay.use_cases.ticket_items import ticket_rows

_LISTED = 5
_COMMIT_ID = re.compile(r"(?:commit:.*@|@)?([0-9a-f]{7,64})")


@dataclass(frozen=True, slots=True)
class Folds:
    """Which ticket carries a unit in lists: the first of its own that a tracker told of."""

    told: dict[str, Ticket]

    def carrier(self, tickets: Iterable[str]) -> str | None:
        """The key of the item that carries a unit of these tickets; None when it stands alone."""
        key = next((ticket for ticket in tickets if ticket in self.told), None)
        return None if key is None else f"ticket:{key}"


def folds_of(tickets: Iterable[Ticket]) -> Folds:
    """How units fold into the tickets that were told of."""
    return Folds({ticket.key: ticket for ticket in tickets})


def item_meant(store: StoreView, known: Attributed, folds: Folds, named: str, now: UtcMillis) -> str:
    """The key of the item meant.

    Raises WrongCallError for a name that is no item's, may be several, or is of one the owner dismissed.
    """
    if not named.strip():
        raise WrongCallError("No item was named.", "Write its key or a part of it, such as #12.")
    titles = _titles(store, known, folds, now)
    wanted = called_now(named.strip(), store.links.aliases())
    found = meant(wanted, titles) or _holding(wanted, known.items)
    if len(found) == 1:
        _check_counts(store, known, found[0])
        return found[0]
    if found:
        listed = f"{', '.join(found[:_LISTED])}{_more(found)}"
        raise WrongCallError(f"{shown(named)} may be {len(found)} items: {listed}.", "Write more of the key.")
    told = near(named, titles)
    advice = f"Near to it: {', '.join(told)}." if told else "See outlay items."
    raise WrongCallError(f"No item {shown(named)} is known.", advice)


def _titles(store: StoreView, known: Attributed, folds: Folds, now: UtcMillis) -> dict[str, str]:
    """The title of every item, by key; of one that is only named, its key."""
    titles = {share.item: share.item for shares in known.linked.shares.values() for share in shares}
    titles |= {row.item: row.title for row in ticket_rows(folds.told.values(), now)}
    titles |= {own.item: own.title for own in store.links.own_items()}
    for item in known.items:
        titles[item.item] = item.title
        carrier = folds.carrier(item.tickets)
        if carrier:
            titles[carrier] = folds.told[carrier.partition(":")[2]].title
    return titles


def _holding(named: str, items: Iterable[ItemFacts]) -> list[str]:
    """The items that hold a commit whose id begins so."""
    told = _COMMIT_ID.fullmatch(named.strip().lower())
    if told is None:
        return []
    return sorted({item.item for item in items for sha in item.commits if sha.startswith(told[1])})


def _check_counts(store: StoreView, known: Attributed, item: str) -> None:
    if item not in known.linked.dismissed:
        return
    act = _dismissal(store.links.acts(), item)
    raise WrongCallError(
        f"{item} does not count as shipped work, by your word.",
        f"Take it back with outlay items undo {act.number}." if act else "See outlay items acts.",
    )


def _dismissal(acts: Sequence[Act], item: str) -> Act | None:
    told = (act for act in reversed(acts) if act.verb is Verb.DISMISS and act.undone is None)
    return next((act for act in told if act.item == item), None)


def _more(found: Sequence[str]) -> str:
    return f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
