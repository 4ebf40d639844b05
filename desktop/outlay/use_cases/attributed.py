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
    dismissed = store.links.dismissed()
    until = rows.until
    if until is None or now >= until:
        linked = Linked(by_turn(rows.shares()), rows.unlinked(), dismissed, untold)
        return Attributed(rows.items(), linked, rows.links(), rows.follow_ups(), sessions)
    from outlay.use_cases.attribute import attribution_of  # noqa: PLC0415  heavy, and needed for the past alone

    then = attribution_of(store, now)
    linked = Linked(by_turn(then.outcome.shares), then.outcome.unlinked, dismissed, untold)
    return Attributed(then.items, linked, then.outcome.links, then.follow_ups, sessions)
