"""The owner's acts on work items: links, splits, dismissals, notes, items entered by hand; and taking them back."""

from collections.abc import Callable, Sequence

from outlay.domain.moments import UtcMillis
from outlay.domain.own_words import Act, OwnerLink, OwnItem, OwnItemKind, Told, Verb
from outlay.errors import WrongCallError
from outlay.rules.item_keys import own_item_key
from outlay.store.owner_links import OwnerLinks
from outlay.store.store import Store
from outlay.use_cases.named_work import item_of, place_of

LONGEST_NOTE = 2_000
LONGEST_TITLE = 300
HEAVIEST = 1_000_000
MOST_PARTS = 50


class OwnWords:
    """The owner's acts over a store, at a moment. Each is kept whole or raises WrongCallError and changes nothing."""

    def __init__(self, store: Store, now: UtcMillis) -> None:
        self._store = store
        self._now = now

    def link(self, session: str, item: str) -> Told:
        """Say that a session (`SESSION`) or a turn of it (`SESSION:TURN`) went into an item.

        Wrong are a session that is not known or may be several, a turn it has not, and what is no item.
        """
        return self._keep_parts(Verb.LINK, session, [(item, 1)])

    def unlink(self, session: str) -> Told:
        """Say that a session or a turn of it belongs to no item. Wrong as in `link`."""
        return self._keep_parts(Verb.UNLINK, session, [(None, 1)])

    def split(self, session: str, parts: Sequence[tuple[str | None, int]]) -> Told:
        """Say which items a session or a turn of it went into, by weight; None is no item.

        Wrong as in `link`, and fewer than two items, one that stands twice and a weight that is out of range.
        """
        if not 1 < len(parts) <= MOST_PARTS:
            raise WrongCallError(f"A split has 2 to {MOST_PARTS} items.", "Use outlay items link for one.")
        if not all(1 <= weight <= HEAVIEST for _, weight in parts):
            raise WrongCallError(
                "A weight is out of range.", f"Weights are whole numbers from 1 to {HEAVIEST:,}."
            )
        return self._keep_parts(Verb.SPLIT, session, parts)

    def dismiss(self, item: str) -> Told:
        """Have an item not count as shipped work."""
        named = item_of(self._store, item)
        act = self._kept(lambda links: links.keep_dismissal(named.key, self._now))
        return Told(act, () if named.is_known else (named.key,))

    def note(self, item: str, text: str) -> Told:
        """Keep a note on an item, cut to its longest; an empty one takes it away."""
        named = item_of(self._store, item)
        whole = _printable(text).strip()
        kept = whole[:LONGEST_NOTE].rstrip()
        act = self._kept(lambda links: links.keep_note(named.key, kept, self._now))
        return Told(act, () if named.is_known else (named.key,), cut=len(kept) < len(whole))

    def add_item(self, title: str, kind: OwnItemKind, landed: UtcMillis) -> Told:
        """Enter finished work that left no commit; its title may not be empty."""
        whole = " ".join(_printable(title).split())
        if not whole:
            raise WrongCallError("The title is empty.", "Say in a few words what was done.")
        item = own_item_key(self._now, self._store.links.is_taken)
        own = OwnItem(item, kind, whole[:LONGEST_TITLE].rstrip(), landed)
        return Told(
            self._kept(lambda links: links.keep_own_item(own, self._now)), cut=len(own.title) < len(whole)
        )

    def undo(self, number: int | None) -> Told:
        """Take an act back: the last one that holds, or one by its number.

        Wrong where there is none such, where it was taken back already, and where another act in force names what
        it entered.
        """
        acts = self._store.links.acts()
        act = _to_undo(acts, number)
        _check_nothing_rests_on(act, acts)
        with self._store.writing(act=True):
            self._store.links.undo(act.number, self._now)
        return Told(act._replace(undone=self._now))

    def _keep_parts(self, verb: Verb, session: str, parts: Sequence[tuple[str | None, int]]) -> Told:
        tool, name, turn = place_of(self._store, session)
        items = [None if item is None else item_of(self._store, item) for item, _ in parts]
        keys = [item and item.key for item in items]
        if len(set(keys)) < len(keys):
            raise WrongCallError("An item stands twice.", "Name each once, with the sum of its weights.")
        weighed = tuple((key, weight) for key, (_, weight) in zip(keys, parts, strict=True))
        link = OwnerLink(tool, name, turn, weighed)
        act = self._kept(lambda links: links.keep_link(verb, link, self._now))
        unknown = tuple(item.key for item in items if item and not item.is_known)
        return Told(act, unknown, _turns_with_a_word(self._store, tool, name) if turn is None else ())

    def _kept(self, keep: Callable[[OwnerLinks], int]) -> Act:
        with self._store.writing(act=True):
            number = keep(self._store.links)
        return next(act for act in self._store.links.acts() if act.number == number)


def _turns_with_a_word(store: Store, tool: str, session: str) -> tuple[int, ...]:
    links = store.links.links_in_force()
    return tuple(one.turn for one in links if one[:2] == (tool, session) and one.turn is not None)


def _to_undo(acts: Sequence[Act], number: int | None) -> Act:
    if number is None:
        holding = [act for act in acts if act.undone is None]
        if not holding:
            raise WrongCallError("There is no act to take back.", "See outlay items acts.")
        return holding[-1]
    named = next((act for act in acts if act.number == number), None)
    if named is None:
        raise WrongCallError(f"There is no act {number}.", "See outlay items acts.")
    if named.undone is not None:
        raise WrongCallError(f"Act {number} was taken back before.", "See outlay items acts.")
    return named


def _check_nothing_rests_on(act: Act, acts: Sequence[Act]) -> None:
    """An item entered by hand goes only when no act in force names it."""
    if act.verb is not Verb.ADD:
        return
    for other in acts:
        named = {other.item, *(item for item, _ in (other.link.parts if other.link else ()))}
        if other.number != act.number and other.undone is None and act.item in named:
            raise WrongCallError(
                f"Act {other.number} names {act.item}.",
                f"Take it back first: outlay items undo {other.number}.",
            )


def _printable(text: str) -> str:
    """Text without control characters; line ends stay."""
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)
