"""Joins what turns cost with where they went: the one place where money and attribution meet.

Every request's list value goes to the shares of its turn by largest remainder; what they leave is not linked. So
direct, context and not linked add up to the total of the requests, to the micro-unit.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from outlay.domain.attribution import DIRECT, Reason, Share, Tier, TurnKey
from outlay.domain.money import split_whole
from outlay.store.attribution_rows import TurnCost

MILLION = 1_000_000


class Part(NamedTuple):
    """A part of a turn's cost in a span. `item` None: not linked, for `reason`.

    With an item, `reason` says why its turn proves nothing itself, where only its surroundings link it.
    """

    cost: TurnCost
    item: str | None
    tier: Tier
    reason: Reason | None
    list_micros: int


@dataclass(frozen=True, slots=True)
class Linked:
    """Where turns went, ready to be asked."""

    shares: Mapping[TurnKey, Sequence[Share]]
    reasons: Mapping[TurnKey, Reason]
    """Why turns are not linked, or only weakly."""
    dismissed: frozenset[str] = frozenset()
    untold: Reason = Reason.NOT_YET
    """Why a turn that nothing is known of is not linked."""

    def parts_of(self, costs: Iterable[TurnCost]) -> list[Part]:
        """Each turn's cost in its parts."""
        return [part for cost in costs for part in self._parts(cost)]

    def _parts(self, cost: TurnCost) -> list[Part]:
        shares = self.shares.get(cost.turn, ())
        if len(shares) == 1 and shares[0].weight == MILLION:
            return [self._part(cost, shares[0], cost.list_micros)]
        left = MILLION - sum(share.weight for share in shares)
        split = split_whole(cost.list_micros, (*(share.weight for share in shares), left))
        parts = [self._part(cost, share, micros) for share, micros in zip(shares, split, strict=False)]
        if left:
            reason = self.reasons.get(cost.turn, self.untold)
            parts.append(Part(cost, None, Tier.NONE, reason, split[-1]))
        return parts

    def _part(self, cost: TurnCost, share: Share, micros: int) -> Part:
        if share.item in self.dismissed:
            return Part(cost, None, Tier.OWN_WORD, Reason.OWN_WORD, micros)
        reason = None if share.tier in DIRECT else self.reasons.get(cost.turn)
        return Part(cost, share.item, share.tier, reason, micros)


def by_turn(shares: Iterable[Share]) -> dict[TurnKey, list[Share]]:
    """Shares by the turn they are of."""
    found: dict[TurnKey, list[Share]] = defaultdict(list)
    for share in shares:
        found[share.turn].append(share)
    return found
