"""What the owner said about one item, each word with its way back."""

from typing import NamedTuple

from outlay.domain.item_story import ItemStory
from outlay.domain.own_words import Act, OwnerLink, Verb
from outlay.domain.shipped_page import OpenItem
from outlay.presenters.item_story import session_text
from outlay.presenters.tongue import tr
from outlay.rules.standing_acts import acts_about, standing_acts


class OwnWord(NamedTuple):
    """A sentence, and the number of the act that is taken back by its Undo."""

    text: str
    act: int


def own_words(open_item: OpenItem) -> tuple[OwnWord, ...]:
    """The acts that hold and name the item, or move a session that wrote lines of it elsewhere; the last one first."""
    story = open_item.story
    keys = frozenset({story.item.item, *story.item.parts})
    matched = ((one.tool, one.session) for one in story.matched)
    wrote = frozenset((*matched, *((one.tool, one.session) for one in story.sessions)))
    acts = acts_about(standing_acts(open_item.acts), keys, wrote)
    return tuple(OwnWord(_text(act, story, keys), act.number) for act in reversed(acts) if _is_told(act))


def _is_told(act: Act) -> bool:
    """A note that was taken away is nothing to take back."""
    return act.verb is not Verb.NOTE or bool(act.text)


def _text(act: Act, story: ItemStory, keys: frozenset[str]) -> str:
    if act.link is not None:
        return _link_text(act.link, keys)
    if act.verb is Verb.NOTE:
        return tr("Note: {note}", note=" ".join((act.text or "").split()))
    if act.verb is Verb.ADD:
        return tr("Entered by you.")
    return tr("{item} does not count as shipped, set by you.", item=story.item.title)


def _link_text(link: OwnerLink, keys: frozenset[str]) -> str:
    """How much of a session belongs here by the owner's word, or where else it does."""
    session = session_text(link.tool, link.session)
    what = session if link.turn is None else tr("Turn {turn} of {session}", turn=link.turn, session=session)
    whole = sum(weight for _, weight in link.parts)
    mine = sum(weight for item, weight in link.parts if item in keys)
    if mine and mine == whole:
        return tr("{session} belongs here, set by you.", session=what)
    if mine:
        part = round(100 * mine / whole)
        return tr("{part} % of {session} belongs here, set by you.", part=part, session=what)
    if all(item is None for item, _ in link.parts):
        return tr("{session} belongs to no item, set by you.", session=what)
    return tr("{session} belongs elsewhere, set by you.", session=what)
