"""Forgets one repository: everything read of it goes, and the owner's words about its items if the owner wants so."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from outlay.domain.machine import Forgotten
from outlay.domain.own_words import Act
from outlay.errors import WrongCallError
from outlay.store.copies import remove_copies
from outlay.store.store import Store
from outlay.store.upkeep import PlaceNames


class Words(StrEnum):
    """What becomes of the owner's words about the items of a forgotten repository."""

    KEEP = "keep"
    REMOVE = "remove"


def forget_repository(
    store: Store, path: str, words: Words, attribute_anew: Callable[[Store], None]
) -> Forgotten:
    """Delete what was read of the repository a path was opted in as, and link everything else anew.

    Copies of the file hold it too, so that they go as well. What logs say of work in its folder stays: the spend
    is the owner's, it is then not linked. Raises WrongCallError for a path nothing is known of.
    """
    there = store.upkeep.repository_at(path)
    items = _items_of(store, there) if there else ()
    acts = _acts_on(store, items, there) if there else ()
    store.upkeep.erase_on_delete()
    with store.writing(act=True):
        commits = store.upkeep.forget_repository(there) if there else 0
        if not (there or store.upkeep.forget_unread(path)):
            raise WrongCallError(f"{path} is not among your repositories.", "See outlay repositories list.")
        if words is Words.REMOVE:
            named = {item for act in acts for item in _named(act)}
            store.upkeep.forget_acts([act.number for act in acts], sorted({*items, *named}))
    attribute_anew(store)
    store.save_owner_words()
    store.upkeep.settle()
    removed = len(acts) if words is Words.REMOVE else 0
    name = there.name if there else path
    return Forgotten(name, commits, len(items), removed, len(acts) - removed, remove_copies(store.path))


def _items_of(store: Store, there: PlaceNames) -> tuple[str, ...]:
    """The items made of it; with another clone of it kept they stay what they are."""
    if not there.is_last:
        return ()
    return tuple(item.item for item in store.attributed.items() if item.place == there.place)


def _acts_on(store: Store, items: Iterable[str], there: PlaceNames) -> tuple[Act, ...]:
    if not there.is_last:
        return ()
    known = {item.casefold() for item in items}
    return tuple(
        act
        for act in store.links.acts()
        if any(item.casefold() in known or _is_of(item, there.name) for item in _named(act))
    )


def _named(act: Act) -> set[str]:
    parts = act.link.parts if act.link else ()
    return {item for item in (act.item, *(item for item, _ in parts)) if item is not None}


def _is_of(item: str, name: str) -> bool:
    """Whether a key names a commit, a pull request or a branch of a repository."""
    kind, _, rest = item.casefold().partition(":")
    ends = {"commit": "@", "pr": "#", "branch": ":"}.get(kind)
    return ends is not None and rest.startswith(name.casefold() + ends)
