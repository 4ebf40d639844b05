"""What happened to an item, from the first prompt to its landing and after."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from outlay.domain.attribution import Form, ItemFacts, Tier, TurnKey
from outlay.domain.item_story import Happening, StoryEvent, StoryTurn
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import Ticket
from outlay.domain.work import Revert
from outlay.rules.shipping import standing_reverts
from outlay.use_cases.item_work import UnitWork, number_of
from outlay.use_cases.linked_spend import Part

_ORDER = list(Happening)
_STRENGTH = list(Tier)


@dataclass(frozen=True, slots=True)
class TurnsSeen:
    """What makes turns of parts of money: names of sessions, when each was asked for, how many files it edited."""

    sessions: Mapping[int, tuple[str, str]]
    prompts: Mapping[TurnKey, UtcMillis]
    files: Mapping[TurnKey, int]


@dataclass(frozen=True, slots=True)
class UnitSeen:
    """A unit with what git and the logs tell of it. `opened`: by its forge, else as an agent opened it."""

    facts: ItemFacts
    work: UnitWork
    opened: UtcMillis | None
    reverts: Sequence[Revert]


def story_turns(parts: Iterable[Part], seen: TurnsSeen) -> list[StoryTurn]:
    """The turns that went into an item, in order; parts of one turn are one."""
    by_turn: dict[TurnKey, list[Part]] = {}
    for part in parts:
        by_turn.setdefault(part.cost.turn, []).append(part)
    turns = [_turn(key, own, seen) for key, own in by_turn.items()]
    return sorted(turns, key=lambda turn: (turn.first, turn.tool, turn.session, turn.number))


def _turn(key: TurnKey, parts: Sequence[Part], seen: TurnsSeen) -> StoryTurn:
    cost = parts[0].cost
    first = min(seen.prompts.get(key, cost.first), cost.first)
    known = cost.unpriced < cost.requests
    strongest = min(parts, key=lambda part: _STRENGTH.index(part.tier))
    return StoryTurn(
        *seen.sessions[key.session],
        number=key.number,
        first=UtcMillis(first),
        last=cost.last,
        requests=cost.requests,
        unpriced=cost.unpriced,
        tier=strongest.tier,
        list_micros=sum(part.list_micros for part in parts) if known else None,
        files=seen.files.get(key, 0),
        reason=strongest.reason,
    )


def timeline(
    turns: Iterable[StoryTurn], units: Iterable[UnitSeen], tickets: Iterable[Ticket], now: UtcMillis
) -> tuple[StoryEvent, ...]:
    """Everything that happened by a moment, the oldest first."""
    events = [StoryEvent(turn.first, Happening.TURN, turn=turn) for turn in turns]
    for unit in units:
        events += _of_unit(unit)
    for ticket in tickets:
        events += _of_ticket(ticket)
    known = [event for event in events if event.moment <= now]
    return tuple(sorted(known, key=lambda one: (one.moment, _ORDER.index(one.happening), one.name or "")))


def _of_unit(unit: UnitSeen) -> Iterator[StoryEvent]:
    facts, work = unit.facts, unit.work
    is_pull = facts.form is Form.PULL_REQUEST
    for commit in work.commits:
        if commit.sha != work.landing or not is_pull:
            yield StoryEvent(commit.authored, Happening.COMMIT, commit.sha, commit.subject)
    if unit.opened is not None:
        yield StoryEvent(unit.opened, Happening.PULL_OPENED, facts.item, facts.title)
    if facts.landed is not None:
        landing = Happening.PULL_MERGED if is_pull else Happening.LANDED
        yield StoryEvent(facts.landed, landing, facts.item, work.landing)
    elif facts.closed is not None:
        yield StoryEvent(facts.closed, Happening.PULL_CLOSED, facts.item, facts.title)
    for revert in reverts_of(unit):
        yield StoryEvent(revert.moment, Happening.REVERTED, facts.item, revert.sha)


def _of_ticket(ticket: Ticket) -> Iterator[StoryEvent]:
    key = f"ticket:{ticket.key}"
    if ticket.started is not None:
        yield StoryEvent(ticket.started, Happening.TICKET_STARTED, key, ticket.title)
    for moment in ticket.reopened:
        yield StoryEvent(moment, Happening.TICKET_REOPENED, key, ticket.title)
    if ticket.done is not None:
        yield StoryEvent(ticket.done, Happening.TICKET_DONE, key, ticket.title)


def reverts_of(unit: UnitSeen) -> list[Revert]:
    """The standing reverts that name the unit: its number, a commit of it, or what that landed with."""
    standing = standing_reverts(unit.reverts)
    number = number_of(unit.facts.item)
    names = {name for commit in unit.work.landed for name in (commit.sha, commit.through) if name}
    return [
        revert
        for revert in unit.reverts
        if revert.sha in standing
        and (revert.reverted == f"#{number}" or any(name.startswith(revert.reverted) for name in names))
    ]
