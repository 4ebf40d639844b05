"""What the owner means by a session, a turn or an item named by hand."""

from collections.abc import Sequence
from typing import NamedTuple

from outlay.domain.own_words import NamedSession
from outlay.errors import WrongCallError
from outlay.rules.aliases import called_now
from outlay.rules.item_keys import KEY_FORMS, is_item_key, is_whole_key, shown
from outlay.store.store import StoreView

SHORTEST = 6
"""Letters a session's id may be cut short to."""

_ADVICE = {
    "commit": "Write the commit's id in full, or see outlay items.",
    "manual": "Enter work that left no commit with outlay items add.",
}
_LISTED = 5
_DIGITS = 10


class NamedItem(NamedTuple):
    """An item's key, and whether anything is known of it yet."""

    key: str
    is_known: bool


def place_of(store: StoreView, named: str) -> tuple[str, str, int | None]:
    """Tool, session and turn (None: all of it) that `SESSION` or `SESSION:TURN` means.

    Raises WrongCallError for a session that is not known, may be several or is part of another, and for a turn it
    has not.
    """
    head, _, tail = named.rpartition(":")
    is_turn = bool(head) and tail.isascii() and tail.isdecimal() and len(tail) < _DIGITS
    if not is_turn or (named.isprintable() and store.named.sessions(named)):
        one = _session_of(store, named)
        return one.tool, one.session, None
    one = _session_of(store, head)
    _check_turn(store, one, int(tail))
    return one.tool, one.session, int(tail)


def item_of(store: StoreView, named: str) -> NamedItem:
    """An item by its key; one that is not known yet may still come.

    Raises WrongCallError for what is no key, and for one that nothing yet to come can have.
    """
    kind, colon, rest = named.partition(":")
    key = f"{kind.lower()}{colon}{rest}"
    if not is_item_key(key):
        raise WrongCallError(f"{shown(named)} is not the key of an item.", f"Keys are {KEY_FORMS}.")
    key = called_now(key, store.links.aliases())
    known = store.named.item(key)
    if known is not None:
        return NamedItem(known, is_known=True)
    if not is_whole_key(key):
        raise WrongCallError(f"No item {shown(key)} is known.", _ADVICE[key.partition(":")[0]])
    return NamedItem(key, is_known=False)


def root_of(store: StoreView, named: str) -> tuple[str, str]:
    """Tool and id of the session that a name means; of a subagent the session that started it all.

    Raises WrongCallError for a session that is not known or may be several.
    """
    exact = {
        (one.tool, one.root)
        for one in store.named.sessions(named)
        if named in {one.session, f"{one.tool}/{one.session}"}
    }
    if len(exact) == 1:
        return exact.pop()
    one = _session_of(store, named)
    return one.tool, one.session


def _session_of(store: StoreView, named: str) -> NamedSession:
    found = store.named.sessions(named) if named and named.isprintable() else ()
    exact = tuple(one for one in found if named in {one.session, f"{one.tool}/{one.session}"})
    if not exact and len(named) < SHORTEST:
        raise WrongCallError(
            f"{shown(named)} is too short for a session.",
            f"Write at least {SHORTEST} letters of its id; outlay spend --by session lists them.",
        )
    if not found:
        raise WrongCallError(
            f"No session begins with {shown(named)}.",
            "See outlay spend --by session; outlay sync reads new ones.",
        )
    if len(found) > 1:
        raise WrongCallError(
            f"{shown(named)} may be {len(found)} sessions: {_listed(found)}.", "Write more of its id."
        )
    if found[0].root != found[0].session:
        raise WrongCallError(
            f"{found[0].session} is part of session {found[0].root} and counts with it.", "Name that one."
        )
    return found[0]


def _listed(found: Sequence[NamedSession]) -> str:
    first = ", ".join(f"{one.tool}/{one.session}" for one in found[:_LISTED])
    return f"{first} and {len(found) - _LISTED} more" if len(found) > _LISTED else first


def _check_turn(store: StoreView, one: NamedSession, turn: int) -> None:
    last = store.named.last_turn(one.tool, one.session)
    if last is None:
        raise WrongCallError(
            f"No turns are known of session {one.session}.", "Name the session without a turn."
        )
    if turn > last:
        raise WrongCallError(f"Session {one.session} has no turn {turn}.", f"Its last one is {last}.")
