"""What the times of some items are told from: pull requests, own commits and prompts, each asked for at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from outlay.domain.attribution import DIRECT, Form, ItemFacts, OwnCommit, TurnKey
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest
from outlay.domain.unit_times import Times
from outlay.rules.as_of import pulls_as_of
from outlay.rules.identities import is_own
from outlay.rules.unit_times import UnitMoments, first_of, quarters, unit_times
from outlay.store.store import StoreView
from outlay.use_cases.attribution_facts import pull_named
from outlay.use_cases.item_work import in_its_time, number_of
from outlay.use_cases.linked_spend import Part

PullKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class ItemTimes:
    """Pull requests and when agents opened them, by place and number; by item its own commits; by turn its prompt."""

    pulls: Mapping[PullKey, PullRequest] = field(default_factory=dict)
    opened: Mapping[PullKey, UtcMillis] = field(default_factory=dict)
    commits: Mapping[str, Sequence[UtcMillis]] = field(default_factory=dict)
    prompts: Mapping[TurnKey, UtcMillis] = field(default_factory=dict)

    def pull(self, unit: ItemFacts) -> PullRequest | None:
        """What a forge told of a unit's pull request."""
        return self.pulls.get(_key(unit))

    def opened_at(self, unit: ItemFacts) -> UtcMillis | None:
        """When a unit's pull request was opened: by its forge, else as an agent opened it."""
        return unit.created if unit.created is not None else self.opened.get(_key(unit))

    def of(self, unit: ItemFacts, parts: Iterable[Part]) -> Times:
        """The times of a unit, of which parts of turns went into it."""
        told, pull = list(parts), self.pull(unit)
        begun = (self.asked(part) for part in told)
        return unit_times(
            UnitMoments(
                first=first_of((*begun, unit.started)),
                started=unit.started,
                opened=self.opened_at(unit),
                ready=pull.ready if pull else None,
                draft=bool(pull and pull.draft),
                landed=unit.landed,
                active=(*self.commits.get(unit.item, ()), *self._proven(told)),
            )
        )

    def of_turns(self, parts: Iterable[Part], landed: UtcMillis | None) -> Times:
        """The times of an item of which only turns are known."""
        told = list(parts)
        first, active = first_of(self.asked(part) for part in told), tuple(self._proven(told))
        return unit_times(UnitMoments(first=first, landed=landed, active=active))

    def asked(self, part: Part) -> UtcMillis:
        """When a turn was asked for, where its log says so, else its first request."""
        first = part.cost.first
        return UtcMillis(min(self.prompts.get(part.cost.turn, first), first))

    def _proven(self, parts: Iterable[Part]) -> Iterator[UtcMillis]:
        return (self.asked(part) for part in parts if part.tier in DIRECT)


def item_times(
    store: StoreView, units: Iterable[ItemFacts], parts: Iterable[Part], now: UtcMillis
) -> ItemTimes:
    """What tells the times of some units and of the items that parts of turns went into, as of a moment."""
    told = list(units)
    sessions = {part.cost.turn.session for part in parts if part.item is not None}
    return ItemTimes(
        pulls=_pulls(store, told, now),
        opened=_opened(store, told, now),
        commits=_commits(store, told, now),
        prompts=store.attributed.story.prompts(sessions) if sessions else {},
    )


def _key(unit: ItemFacts) -> PullKey:
    return unit.place or "", number_of(unit.item) or 0


def _pulls(store: StoreView, units: Iterable[ItemFacts], now: UtcMillis) -> dict[PullKey, PullRequest]:
    keys = [_key(unit) for unit in units if unit.form is Form.PULL_REQUEST]
    found = pulls_as_of(store.work.pulls_of(keys), now) if keys else ()
    return {(pull.repository.lower(), pull.number): pull for pull in found}


def _opened(store: StoreView, units: Iterable[ItemFacts], now: UtcMillis) -> dict[PullKey, UtcMillis]:
    """When agents opened pull requests of which no forge told."""
    if not any(unit.form is Form.PULL_REQUEST and unit.created is None for unit in units):
        return {}
    found: dict[PullKey, UtcMillis] = {}
    for url, moment in store.attributed.story.pulls_opened(now):
        named = pull_named(url)
        if named:
            found.setdefault(named, moment)
    return found


def _commits(store: StoreView, units: Iterable[ItemFacts], now: UtcMillis) -> dict[str, list[UtcMillis]]:
    """By item: when its own commits were made, in quarters of an hour."""
    by_place: dict[str, list[ItemFacts]] = defaultdict(list)
    for unit in units:
        if unit.place is not None:
            by_place[unit.place].append(unit)
    return {
        item: moments
        for place, some in by_place.items()
        for item, moments in _at_place(store, place, some, now)
    }


def _at_place(
    store: StoreView, place: str, units: Sequence[ItemFacts], now: UtcMillis
) -> Iterator[tuple[str, list[UtcMillis]]]:
    story, mine = store.attributed.story, frozenset(store.owner.identities())
    on_branch = story.on_branches(place, {unit.branch for unit in units if unit.branch})
    of_pull = story.of_pulls(
        place, {number for unit in units if (number := number_of(unit.item)) is not None}
    )
    named: dict[str, tuple[set[str], set[str]]] = {}
    for unit in units:
        pulls = of_pull.get(number_of(unit.item) or 0, set())
        named[unit.item] = {*unit.commits, *pulls}, on_branch.get(unit.branch or "", set())
    every = {sha for sure, maybe in named.values() for sha in (*sure, *maybe)}
    found = {one.sha: one for one in story.commits(place, every, now) if is_own(one.email, mine)}
    for unit in units:
        sure, maybe = named[unit.item]
        own = [found[sha] for sha in sure if sha in found]
        own += [found[sha] for sha in maybe - sure if sha in found and in_its_time(found[sha], unit)]
        yield unit.item, list(quarters(one.authored for one in own if not _is_squash(one, unit)))


def _is_squash(commit: OwnCommit, unit: ItemFacts) -> bool:
    """The one commit that brought all of a pull request; a forge made it when it was merged."""
    is_pull = unit.form is Form.PULL_REQUEST
    return is_pull and unit.commits == (commit.sha,) and commit.through == commit.sha
