"""What attribution says as of a moment: as it was kept, or made anew for a moment before the newest fact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from outlay.domain.attribution import FollowUp, ItemFacts, Link, Reason
from outlay.domain.moments import UtcMillis
from outlay.store.store import StoreView
from outlay.use_cases.linked_spend import Linked, by_turn


@dataclass(frozen=True, slots=True)
class Attributed:
    """Items without money, where turns went, who wrote which commit; sessions by the store's number."""

    items: Sequence[ItemFacts]
    linked: Linked
    links: Sequence[Link]
    follow_ups: Sequence[FollowUp]
    sessions: Mapping[int, tuple[str, str]]


def attributed(store: StoreView, now: UtcMillis) -> Attributed:
    """Everything attribution says of the facts up to a moment."""
    rows = store.attributed
    sessions = {row.number: (row.tool, row.session) for row in store.attributable.sessions()}
    untold = Reason.NOT_YET if store.owner.repositories() else Reason.NO_REPOSITORY
    until = rows.until
    if until is None or now >= until:
        items = rows.items()
        linked = Linked(by_turn(rows.shares()), rows.unlinked(), _dismissed(store, items), untold)
        return Attributed(items, linked, rows.links(), rows.follow_ups(), sessions)
    from outlay.use_cases.attribute import attribution_of  # noqa: PLC0415  heavy, and needed for the past alone

    then = attribution_of(store, now)
    linked = Linked(
        by_turn(then.outcome.shares), then.outcome.unlinked, _dismissed(store, then.items), untold
    )
    return Attributed(then.items, linked, then.outcome.links, then.follow_ups, sessions)


def _dismissed(store: StoreView, items: Sequence[ItemFacts]) -> frozenset[str]:
    """What the owner dismissed; with a ticket goes everything that is counted with it."""
    told = store.links.dismissed()
    keys = {item.removeprefix("ticket:") for item in told if item.startswith("ticket:")}
    if not keys:
        return told
    known = {ticket.key for ticket in store.work.tickets()}
    counted_with = (next((key for key in item.tickets if key in known), None) for item in items)
    return told | {item.item for item, key in zip(items, counted_with, strict=True) if key in keys}
