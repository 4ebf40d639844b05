"""Items with their money, as the screens, the command line and exports show them."""

from collections.abc import Mapping
from typing import NamedTuple

from outlay.domain.answers import ItemState
from outlay.domain.attribution import DIRECT, AgentShare, Fate, FollowUp, Form, Reason, Tier, WorkKind
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.patterns import PatternFinding
from outlay.domain.unit_times import NO_TIMES, Times


class ItemSpend(NamedTuple):
    """List value in micro-units by tier; `later` is the part spent after the item landed."""

    tiers: Mapping[Tier, int]
    later: int = 0

    @property
    def direct(self) -> int:
        """What direct evidence links."""
        return sum(micros for tier, micros in self.tiers.items() if tier in DIRECT)

    @property
    def context(self) -> int:
        """What only its surroundings link."""
        return sum(micros for tier, micros in self.tiers.items() if tier not in DIRECT)

    @property
    def whole(self) -> int:
        """Direct and context together."""
        return sum(self.tiers.values())


NOTHING = ItemSpend({})


class Item(NamedTuple):
    """One item of the owner's work with its money. `spend_unseen`: an agent took part whose log is not here.

    `began` is when the first thing of it happened: a turn that went into it, its first commit, its opening. `system` is the
    id of the tracker its ticket is in, else of the forge of its pull request; `type` and `labels` are the ticket's, as
    written there.
    """

    item: str
    parts: tuple[str, ...]
    form: Form
    kind: WorkKind
    title: str
    repository: str | None
    state: ItemState
    created: UtcMillis | None
    started: UtcMillis | None
    landed: UtcMillis | None
    in_period: ItemSpend
    in_all: ItemSpend
    agent_share: AgentShare | None
    commits: tuple[str, ...]
    tickets: tuple[str, ...]
    sessions: tuple[str, ...]
    added_lines: int
    follow_up_fixes: tuple[str, ...]
    spend_unseen: bool
    note: str | None = None
    url: str | None = None
    began: UtcMillis | None = None
    system: str | None = None
    type: str | None = None
    labels: tuple[str, ...] = ()
    times: Times = NO_TIMES


class Unlinked(NamedTuple):
    """Spend of a period that no item carries, by reason; micro-units."""

    by_reason: Mapping[Reason, int]

    @property
    def whole(self) -> int:
        """All of it."""
        return sum(self.by_reason.values())


class ItemsAnswer(NamedTuple):
    """Items with the money of a period: direct + context over all of them + not linked = total, to the micro-unit.

    `coverage` is the share of commits naming an agent that have at least one session linked, with their number;
    None when no commit names one.
    """

    period: Period | None
    revision: int
    items: tuple[Item, ...]
    not_linked: Unlinked
    total_micros: int
    requests: int
    unpriced_requests: int
    coverage: tuple[int, int] | None
    method: str

    @property
    def at_least(self) -> bool:
        """Whether more was spent than is seen: requests have no price, or logs of agents' work are missing."""
        return bool(self.unpriced_requests) or self.logs_missing

    @property
    def logs_missing(self) -> bool:
        """Whether of the items that name an agent fewer than nine in ten have a session in the logs."""
        return self.coverage is not None and 10 * self.coverage[0] < 9 * self.coverage[1]


class EvidenceShare(NamedTuple):
    """A part of a turn's cost, by the ids its tool uses. `item` None: not linked, for `reason`.

    With an item, `reason` says why the turn proves nothing itself, where only its surroundings link it.
    """

    tool: str
    session: str
    turn: int
    item: str | None
    reason: Reason | None
    tier: Tier
    list_micros: int | None
    fate: Fate


class EvidenceLink(NamedTuple):
    """A session that wrote lines of a commit."""

    tool: str
    session: str
    repository: str
    commit: str
    lines: int
    rule: Tier


class Survival(NamedTuple):
    """Lines of a repository that landed, and how many of them stood 30 days later."""

    repository: str
    agent_landed: int
    agent_alive: int
    own_landed: int
    own_alive: int


class Evidence(NamedTuple):
    """Everything below the figures of a period. `names`: how answers call a place."""

    links: tuple[EvidenceLink, ...]
    shares: tuple[EvidenceShare, ...]
    follow_ups: tuple[FollowUp, ...]
    names: Mapping[str | None, str | None]
    survival: tuple[Survival, ...]
    patterns: tuple[PatternFinding, ...]
