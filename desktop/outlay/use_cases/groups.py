"""The owner puts projects into groups, a client or a product, and takes them out again."""

from collections.abc import Sequence
from pathlib import PurePath

from outlay.domain.moments import UtcMillis
from outlay.domain.own_words import GroupWord, ProjectGroup, Told, Verb
from outlay.errors import WrongCallError
from outlay.rules.groups import groups_from
from outlay.store.store import Store, StoreView

LONGEST_NAME = 80
MOST_PROJECTS = 200


def groups(store: StoreView) -> tuple[ProjectGroup, ...]:
    """Every group there is, with its projects."""
    return groups_from(store.links.grouped())


def add_to_group(store: Store, name: str, projects: Sequence[str], now: UtcMillis) -> Told:
    """Have projects count for a group: folders, or repositories by their name. One that is in another leaves it.

    Raises WrongCallError for an empty name, for no project, and for what is neither a folder's whole path nor the
    name of a known repository.
    """
    if not projects:
        raise WrongCallError("No project was named.", "Name folders, or repositories as owner/name.")
    known = frozenset(store.git.worktrees().values())
    members = tuple(dict.fromkeys(_project(one, known) for one in projects))
    if len(members) > MOST_PROJECTS:
        raise WrongCallError(f"A group takes {MOST_PROJECTS} projects at once.", "Name a folder above them.")
    return _kept(store, Verb.GROUP, GroupWord(_name(name), members), now)


def remove_from_group(store: Store, name: str, projects: Sequence[str], now: UtcMillis) -> Told:
    """Take projects out of a group; all of them without any named, which ends the group.

    Raises WrongCallError for a group there is not and for a project it does not hold.
    """
    found = next((group for group in groups(store) if group.name == _name(name)), None)
    if found is None:
        raise WrongCallError(f"There is no group {_name(name)}.", "See outlay groups.")
    members = tuple(dict.fromkeys(_trimmed(one) for one in projects)) or found.projects
    for one in members:
        if one not in found.projects:
            raise WrongCallError(f"{one} is not in {found.name}.", "See outlay groups.")
    return _kept(store, Verb.UNGROUP, GroupWord(found.name, members), now)


def _kept(store: Store, verb: Verb, word: GroupWord, now: UtcMillis) -> Told:
    with store.writing(act=True):
        number = store.links.keep_group(verb, word, now)
    return Told(next(act for act in store.links.acts() if act.number == number))


def _name(text: str) -> str:
    whole = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if not whole:
        raise WrongCallError("The group has no name.", "Name the client or the product.")
    if len(whole) > LONGEST_NAME:
        raise WrongCallError("The group's name is too long.", f"It may have {LONGEST_NAME} characters.")
    return whole


def _project(named: str, known: frozenset[str]) -> str:
    trimmed = _trimmed(named)
    if trimmed in known or (trimmed.isprintable() and PurePath(trimmed).is_absolute()):
        return trimmed
    raise WrongCallError(
        f"{trimmed[:100]} is neither a folder nor a repository of yours.",
        "Name a folder with its whole path, or a repository as outlay repositories lists it.",
    )


def _trimmed(named: str) -> str:
    return named.rstrip("/\\") or named
