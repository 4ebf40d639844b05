"""Everything below the figures: who wrote which commit, where each turn went, what fixes follow what."""

from outlay.domain.attribution import Fate, Reason
from outlay.domain.items import Evidence, EvidenceLink, EvidenceShare
from outlay.domain.moments import Period, UtcMillis
from outlay.rules.as_of import tickets_as_of
from outlay.rules.attribution.standing import fate_of, fate_unlinked
from outlay.store.store import StoreView
from outlay.use_cases.attributed import Attributed, attributed
from outlay.use_cases.items import EVER, bare_rows
from outlay.use_cases.linked_spend import Part
from outlay.use_cases.patterns import patterns
from outlay.use_cases.survival import survival
from outlay.use_cases.ticket_items import folded


def evidence(store: StoreView, period: Period | None, now: UtcMillis) -> Evidence:
    """Evidence for the requests of a period, of all without one."""
    known = attributed(store, now)
    first = period.first if period else EVER[0]
    after = UtcMillis(min(period.after if period else now + 1, now + 1))
    costs = store.attributed.turn_costs(first, after)
    names = {item.place: item.repository for item in known.items}
    fates = _fates(store, known, now)
    return Evidence(
        links=tuple(
            EvidenceLink(
                *known.sessions[link.session],
                names.get(link.place) or link.place,
                link.sha,
                link.lines + link.touched,
                link.tier,
            )
            for link in known.links
        ),
        shares=tuple(_share(part, known, fates) for part in known.linked.parts_of(costs)),
        follow_ups=tuple(known.follow_ups),
        names=names,
        survival=survival(store, known, now),
        patterns=patterns(store, period, now),
    )


def _fates(store: StoreView, known: Attributed, now: UtcMillis) -> dict[str, Fate]:
    """By item, tickets among them: what became of it, as its row stands in lists."""
    named = {share.item for shares in known.linked.shares.values() for share in shares}
    rows = bare_rows(store, known, named, now)
    listed = folded(rows, tickets_as_of(store.work.tickets(), now), now)
    return {row.item: fate_of(row.state) for row in (*rows, *listed)}


def _share(part: Part, known: Attributed, fates: dict[str, Fate]) -> EvidenceShare:
    tool, session = known.sessions[part.cost.turn.session]
    fate = (
        fates.get(part.item, Fate.IN_FLIGHT)
        if part.item is not None
        else fate_unlinked(part.reason or Reason.NOT_YET)
    )
    micros = None if part.cost.unpriced == part.cost.requests else part.list_micros
    return EvidenceShare(
        tool, session, part.cost.turn.number, part.item, part.reason, part.tier, micros, fate
    )
