"""Everything below the figures: who wrote which commit, where each turn went, what fixes follow what."""

from outlay.domain.attribution import Fate
from outlay.domain.items import Evidence, EvidenceLink, EvidenceShare
from outlay.domain.moments import Period, UtcMillis
from outlay.rules.attribution.parameters import PARAMETERS
from outlay.rules.attribution.standing import fate_of, fate_unlinked, item_state
from outlay.rules.shipping import state_of
from outlay.store.store import StoreView
from outlay.use_cases.attributed import Attributed, attributed
from outlay.use_cases.items import EVER
from outlay.use_cases.linked_spend import Part
from outlay.use_cases.patterns import patterns
from outlay.use_cases.survival import survival


def evidence(store: StoreView, period: Period | None, now: UtcMillis) -> Evidence:
    """Evidence for the requests of a period, of all without one."""
    known = attributed(store, now)
    first = period.first if period else EVER[0]
    after = UtcMillis(min(period.after if period else now + 1, now + 1))
    costs = store.attributed.turn_costs(first, after)
    names = {item.place: item.repository for item in known.items}
    fates = {item.item: fate_of(item_state(item, now, PARAMETERS)) for item in known.items}
    own = store.links.own_items()
    fates |= {one.item: fate_of(state_of(one.landed, now, reverted=False)) for one in own}
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


def _share(part: Part, known: Attributed, fates: dict[str, Fate]) -> EvidenceShare:
    tool, session = known.sessions[part.cost.turn.session]
    fate = fate_unlinked(part.reason) if part.reason else fates.get(part.item or "", Fate.IN_FLIGHT)
    micros = None if part.cost.unpriced == part.cost.requests else part.list_micros
    return EvidenceShare(
        tool, session, part.cost.turn.number, part.item, part.reason, part.tier, micros, fate
    )
