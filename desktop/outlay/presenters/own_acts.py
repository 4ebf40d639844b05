"""What the owner's acts say, in words."""

from outlay.domain.own_words import Act, GroupWord, OwnerLink, Verb
from outlay.presenters.tongue import later, number, tr

NO_ITEM = later("no item")


def act_sentence(act: Act) -> str:
    """What an act says: `Turn 3 of session 5f0c belongs to pr:acme/ledger#7.`, alone or in a list."""
    if act.link is not None:
        return _belonging(act.link)
    if act.group is not None:
        return _grouping(act.verb, act.group)
    if act.verb is Verb.NOTE and not act.text:
        return tr("The note on {item} is taken away.", item=act.item)
    if act.verb is Verb.NOTE:
        return tr("Note on {item}: {note}", item=act.item, note=act.text)
    if act.verb is Verb.ADD:
        return tr("{item} was entered: {title}", item=act.item, title=act.text)
    return tr("{item} does not count as shipped work.", item=act.item)


def _grouping(verb: Verb, word: GroupWord) -> str:
    projects = ", ".join(word.projects)
    if verb is Verb.GROUP:
        return tr("In group {group}: {projects}.", group=word.name, projects=projects)
    return tr("No longer in group {group}: {projects}.", group=word.name, projects=projects)


def _belonging(link: OwnerLink) -> str:
    where = {"session": link.session, "turn": link.turn}
    if len(link.parts) == 1:
        item = link.parts[0][0] or tr(NO_ITEM)
        if link.turn is None:
            return tr("Session {session} belongs to {item}.", item=item, **where)
        return tr("Turn {turn} of session {session} belongs to {item}.", item=item, **where)
    parts = ", ".join(
        tr("{weight} to {item}", weight=number(weight), item=item or tr(NO_ITEM))
        for item, weight in link.parts
    )
    if link.turn is None:
        return tr("Session {session} is split by weight: {parts}.", parts=parts, **where)
    return tr("Turn {turn} of session {session} is split by weight: {parts}.", parts=parts, **where)
