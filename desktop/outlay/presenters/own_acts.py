"""What the owner's acts say, in words."""

from collections.abc import Callable, Iterable

from outlay.domain.own_words import Act, GroupWord, OwnerLink, Verb
from outlay.presenters.items import key_label
from outlay.presenters.tongue import later, number, tr

NO_ITEM = later("no item")


def act_sentence(act: Act, name: Callable[[str], str] = str) -> str:
    """What an act says: `Turn 3 of session 5f0c belongs to pr:acme/ledger#7.`, alone or in a list.

    `name` turns an item's key into what it is called; as it is, a command can be given it again.
    """
    if act.link is not None:
        return _belonging(act.link, name)
    if act.group is not None:
        return _grouping(act.verb, act.group)
    item = _named(act.item, name)
    if act.verb is Verb.NOTE:
        return _noting(item, act.text)
    if act.verb is Verb.ADD:
        return _entering(item, act.text)
    return tr("{item} does not count as shipped work.", item=item)


def _noting(item: str, note: str | None) -> str:
    if not note:
        return tr("The note on {item} is taken away.", item=item)
    return tr("Note on {item}: {note}", item=item, note=note)


def _entering(item: str, title: str | None) -> str:
    """By its title alone where that is what it is called."""
    if item == title:
        return tr("Entered by hand: {title}", title=title)
    return tr("{item} was entered: {title}", item=item, title=title)


def _grouping(verb: Verb, word: GroupWord) -> str:
    projects = ", ".join(word.projects)
    if verb is Verb.GROUP:
        return tr("In group {group}: {projects}.", group=word.name, projects=projects)
    return tr("No longer in group {group}: {projects}.", group=word.name, projects=projects)


def _belonging(link: OwnerLink, name: Callable[[str], str]) -> str:
    where = {"session": link.session, "turn": link.turn}
    if len(link.parts) == 1:
        item = _named(link.parts[0][0], name)
        if link.turn is None:
            return tr("Session {session} belongs to {item}.", item=item, **where)
        return tr("Turn {turn} of session {session} belongs to {item}.", item=item, **where)
    parts = ", ".join(
        tr("{weight} to {item}", weight=number(weight), item=_named(item, name))
        for item, weight in link.parts
    )
    if link.turn is None:
        return tr("Session {session} is split by weight: {parts}.", parts=parts, **where)
    return tr("Turn {turn} of session {session} is split by weight: {parts}.", parts=parts, **where)


def _named(item: str | None, name: Callable[[str], str]) -> str:
    return tr(NO_ITEM) if item is None else name(item)


def names_on_screen(acts: Iterable[Act]) -> Callable[[str], str]:
    """Names of items as pages call them: `api#482`, and what was entered by hand by its title."""
    titles = {act.item: act.text for act in acts if act.verb is Verb.ADD}
    return lambda item: titles.get(item) or key_label(item)
