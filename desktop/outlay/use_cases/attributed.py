"""What attribution says as of a moment: as it was kept, or made anew for a moment before the newest fact."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from outlay.domain.attribution import FollowUp, ItemFacts, Link, Reason
from outlay.domain.moments import UtcMillis
from outlay.store.store import StoreView
from outlay.use_cases.linked_spend import Linked, by_turn


@dataclass(frozen=True, slots=True)
class Attributed:
    """Items without money, where turns went, who wrote which commit; sessions by the store's number.

    `written` are the commits, by place, that hold lines a session wrote.
    """

    items: Sequence[ItemFacts]
    linked: Linked
    links: Sequence[Link]
    follow_ups: Sequence[FollowUp]
    sessions: Mapping[int, tuple[str, str]]
    written: AbstractSet[tuple[str | None, str]] = frozenset()


def attributed(store: StoreView, now: UtcMillis) -> Attributed:
    """Everything attribution says of the facts up to a moment."""
    rows = store.attributed
    sessions = {row.number: (row.tool, row.session) for row in store.attributable.sessions()}
    untold = _untold(store)
    if not _is_past(store, now):
        items = rows.items()
        linked = Linked(by_turn(rows.shares()), rows.unlinked(), _dismissed(store, items), untold)
        links = rows.links()
        return Attributed(items, linked, links, rows.follow_ups(), sessions, _written(links))
    from outlay.use_cases.attribute import attribution_of  # noqa: PLC0415  heavy, and needed for the past alone

    then = attribution_of(store, now)
    linked = Linked(
        by_turn(then.outcome.shares),
        {**then.outcome.weakly, **then.outcome.unlinked},
        _dismissed(store, then.items),
        untold,
    )
    written = _written(then.outcome.links)
    return Attributed(then.items, linked, then.outcome.links, then.follow_ups, sessions, written)


def glanced(store: StoreView, now: UtcMillis, sessions: Iterable[int]) -> Attributed | None:
    """Where the turns of some root sessions went, without items, links and fixes. None for a moment in the past.

    Fast enough for a glance: sessions are by the store's number, and no other's turns are looked at.
    """
    if _is_past(store, now):
        return None
    rows, asked = store.attributed, sorted(set(sessions))
    linked = Linked(
        by_turn(rows.shares(asked)), rows.unlinked(asked), _dismissed(store, None), _untold(store)
    )
    return Attributed((), linked, (), (), {})


def _written(links: Iterable[Link]) -> frozenset[tuple[str, str]]:
    return frozenset((link.place, link.sha) for link in links)


def _dismissed(store: StoreView, items: Iterable[ItemFacts] | None) -> frozenset[str]:
    """What is not to count: dismissed items, and those that are parts of a dismissed ticket; None looks them up."""
    told = store.links.dismissed()
    tickets = {item.removeprefix("ticket:") for item in told if item.startswith("ticket:")}
    if not tickets:
        return told
    known = {ticket.key for ticket in store.work.tickets()}
    asked = store.attributed.items_of_tickets(tickets) if items is None else items
    return told | {
        item.item for item in asked if next((key for key in item.tickets if key in known), None) in tickets
    }


def _untold(store: StoreView) -> Reason:
    """Why a turn that nothing is known of is not linked."""
    return Reason.NOT_YET if store.owner.repositories() else Reason.NO_REPOSITORY


def _is_past(store: StoreView, now: UtcMillis) -> bool:
    """Whether what was kept knows more than a moment did. What a wrong clock dates after its reading is no past."""
    until, read = store.attributed.until, store.last_sync
    return until is not None and now < (until if read is None else min(until, read))
