"""The whole model in its order: text, units, evidence, turns, shares. Pure: facts in, outcome out.

Source: attribution.md section 3.2.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from outlay.domain.attribution import (
    DIRECT,
    LineLabel,
    Link,
    OwnCommit,
    Reason,
    Share,
    Tier,
    TurnFacts,
    TurnKey,
    WrittenEdit,
)
from outlay.domain.money import split_whole
from outlay.domain.own_words import Parts
from outlay.domain.work import Checkout, Revert
from outlay.rules.attribution.clocks import clock_offsets, set_back, turn_set_back, unsure_turns
from outlay.rules.attribution.evidence import Evidence, Proof, Work, work_of
from outlay.rules.attribution.heads import Heads
from outlay.rules.attribution.history import History
from outlay.rules.attribution.landed_text import links_of, turn_weights
from outlay.rules.attribution.matching import matches_in
from outlay.rules.attribution.parameters import Parameters
from outlay.rules.attribution.reasons import reason_of
from outlay.rules.attribution.share import labels_of
from outlay.rules.attribution.turns import proofs_of
from outlay.rules.attribution.units import PlaceFacts, Unit
from outlay.rules.commit_text import is_taking_back

MILLION = 1_000_000
"""Weights of a turn's shares are whole parts of it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the model looks at.

    Args:
        places: what is known of each place beside its commits.
        commits: the owner's commits, those that take others back among them.
        edits: what agents wrote, in time order.
        turns: the turns to be told of: all of a session's, or none.
        checkouts: where the HEAD of each checkout stood.
        reverts: commits of each place's default branch that take others back.
        attested: lines by session, place and commit, as tools themselves attest.
        own_words: where the owner says a turn went; no parts: nowhere.
        units: the own units of each place.
        since: commits before are not compared with edits; what was told of them stands.
    """

    places: Mapping[str, PlaceFacts]
    commits: Sequence[OwnCommit]
    edits: Sequence[WrittenEdit]
    turns: Sequence[TurnFacts]
    units: Mapping[str, Sequence[Unit]]
    checkouts: Sequence[Checkout] = ()
    reverts: Mapping[str, Sequence[Revert]] = field(default_factory=dict)
    attested: Mapping[tuple[int, str, str], int] = field(default_factory=dict)
    own_words: Mapping[TurnKey, Parts] = field(default_factory=dict)
    since: int = 0


class Outcome(NamedTuple):
    """What the model says. A turn's shares add up to a million, or there is a reason why not.

    `weakly` says of turns that only their surroundings link why they prove nothing themselves.
    """

    units: tuple[Unit, ...]
    labels: tuple[LineLabel, ...]
    links: tuple[Link, ...]
    shares: tuple[Share, ...]
    unlinked: Mapping[TurnKey, Reason]
    weakly: Mapping[TurnKey, Reason]


def outcome_of(facts: Facts, parameters: Parameters) -> Outcome:
    """Walk the rules in their order."""
    works = works_of(facts.commits, facts.reverts, facts.places)
    offsets = _offsets(works, facts, parameters)
    if offsets:
        facts = replace(facts, edits=set_back(facts.edits, offsets))
    texts = [_Text(place, works[place], facts, parameters) for place in sorted(facts.places)]
    evidence = _evidence(facts, texts, parameters)
    proofs: dict[TurnKey, Proof] = {}
    for turns in _by_session(facts.turns):
        proofs |= proofs_of([turn_set_back(turn, offsets) for turn in turns], evidence, parameters)
    reasons = _reasons(works, facts, proofs, evidence, parameters)
    shares = tuple(share for turn in _in_order(facts.turns) for share in _shares(turn, proofs, facts))
    return Outcome(
        units=tuple(unit for text in texts for unit in text.units),
        labels=tuple(label for text in texts for label in text.labels),
        links=tuple(link for text in texts for link in text.links),
        shares=shares,
        unlinked=_unlinked(facts, shares, reasons),
        weakly={key: reason for key, reason in reasons.items() if key in proofs},
    )


def _unlinked(
    facts: Facts, shares: Iterable[Share], reasons: Mapping[TurnKey, Reason]
) -> dict[TurnKey, Reason]:
    """Why turns whose shares do not add up to the whole are not linked, or not wholly."""
    whole = Counter[TurnKey]()
    for share in shares:
        whole[share.turn] += share.weight
    loose = [turn.key for turn in facts.turns if whole[turn.key] < MILLION]
    return {key: Reason.OWN_WORD if key in facts.own_words else reasons[key] for key in loose}


def _reasons(
    works: Mapping[str, Sequence[OwnCommit]],
    facts: Facts,
    proofs: Mapping[TurnKey, Proof],
    evidence: Evidence,
    parameters: Parameters,
) -> dict[TurnKey, Reason]:
    """Of the turns that the owner says nothing of: why those prove nothing themselves that do not."""
    loose = [
        turn
        for turn in facts.turns
        if turn.key not in facts.own_words
        and ((proof := proofs.get(turn.key)) is None or proof.tier not in DIRECT or not proof.items)
    ]
    asked = {turn.key for turn in loose if evidence.edits.get(turn.key)}
    unsure: set[TurnKey] = set()
    for place, commits in works.items() if asked else ():
        edits = [edit for edit in facts.edits if edit.place == place]
        unsure |= unsure_turns(commits, edits, asked, parameters)
    return {turn.key: reason_of(turn, evidence, unsure) for turn in loose}


def _offsets(
    works: Mapping[str, Sequence[OwnCommit]], facts: Facts, parameters: Parameters
) -> dict[int, int]:
    """Sessions whose clocks ran ahead, by what any place says of them."""
    found: dict[int, int] = {}
    for place, commits in sorted(works.items()):
        edits = [edit for edit in facts.edits if edit.place == place]
        found |= clock_offsets(commits, edits, parameters) if edits else {}
    return found


class _Text:
    """What the text of one place says."""

    def __init__(
        self, place: str, commits: Sequence[OwnCommit], facts: Facts, parameters: Parameters
    ) -> None:
        edits = [edit for edit in facts.edits if edit.place == place]
        compared = [commit for commit in commits if commit.committed >= facts.since]
        matches = matches_in(compared, edits, History(commits, parameters), parameters) if edits else []
        self.place = place
        self.units = facts.units.get(place, ())
        self.item_of = {commit.sha: unit.item for unit in self.units for commit in unit.commits}
        self.labels = labels_of(compared, matches)
        self.links = links_of(compared, edits, matches, parameters)
        self.weights = turn_weights(compared, edits, matches, self.item_of)
        self.paths = {commit.sha: {file.path for file in commit.files} for commit in commits}


def works_of(
    commits: Iterable[OwnCommit], reverts: Mapping[str, Sequence[Revert]], places: Iterable[str]
) -> dict[str, list[OwnCommit]]:
    """The commits of each place that are work: those that take others back are not."""
    reverting = {place: {revert.sha for revert in told} for place, told in reverts.items()}
    found: dict[str, list[OwnCommit]] = {place: [] for place in places}
    for commit in commits:
        taking_back = commit.sha in reverting.get(commit.place, ()) or is_taking_back(commit.subject)
        if commit.place in found and not taking_back:
            found[commit.place].append(commit)
    return found


def _in_order(turns: Iterable[TurnFacts]) -> list[TurnFacts]:
    return sorted(turns, key=lambda one: (one.key.session, one.first, one.key.number))


def _by_session(turns: Iterable[TurnFacts]) -> list[list[TurnFacts]]:
    found: dict[int, list[TurnFacts]] = defaultdict(list)
    for turn in _in_order(turns):
        found[turn.key.session].append(turn)
    return list(found.values())


def _shares(turn: TurnFacts, proofs: Mapping[TurnKey, Proof], facts: Facts) -> list[Share]:
    """Where a turn went: by the owner's word, else by what is proven."""
    if turn.key in facts.own_words:
        return _told_shares(turn, facts.own_words[turn.key])
    proof = proofs.get(turn.key)
    if proof is None or not proof.items:
        return []
    weights = tuple(max(1, round(weight * 1000)) for _, weight in proof.items)
    parts = split_whole(MILLION, weights)
    return [
        Share(turn.key, item, proof.tier, part, turn.first, turn.last)
        for (item, _), part in zip(proof.items, parts, strict=True)
    ]


def _told_shares(turn: TurnFacts, parts: Parts) -> list[Share]:
    """The owner's word; a part of none stays unlinked."""
    split = split_whole(MILLION, tuple(weight for _, weight in parts))
    return [
        Share(turn.key, item, Tier.OWN_WORD, part, turn.first, turn.last)
        for (item, _), part in zip(parts, split, strict=True)
        if item is not None and part
    ]


def _evidence(facts: Facts, texts: Sequence[_Text], parameters: Parameters) -> Evidence:
    weights: dict[TurnKey, dict[str, float]] = defaultdict(dict)
    for text in texts:
        for turn, items in text.weights.items():
            weights[turn].update(items)
    edits: dict[TurnKey, list[WrittenEdit]] = defaultdict(list)
    for edit in facts.edits:
        edits[edit.turn].append(edit)
    works = {text.place: [work_of(unit, parameters.quiet_ms) for unit in text.units] for text in texts}
    return Evidence(
        weights=weights,
        edits=edits,
        item_of=_Commits(texts).item_of,
        numbered={
            (unit.place, unit.number): unit.item
            for text in texts
            for unit in text.units
            if unit.number is not None
        },
        branches=_branches(facts, texts, works),
        works=works,
        branch_at=Heads(facts.checkouts).branch_at,
        attested=_attested(facts, texts, edits),
    )


def _attested(
    facts: Facts, texts: Sequence[_Text], edits: Mapping[TurnKey, Sequence[WrittenEdit]]
) -> dict[TurnKey, dict[str, float]]:
    """By turn, the items of commits that a tool attests to its session and whose files the turn edited."""
    by_place = {text.place: text for text in texts}
    by_session: dict[int, list[TurnKey]] = defaultdict(list)
    for turn in edits if facts.attested else ():
        by_session[turn.session].append(turn)
    found: dict[TurnKey, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for session, place, sha in facts.attested:
        text = by_place.get(place)
        item = text.item_of.get(sha) if text else None
        if text is None or item is None:
            continue
        for turn in by_session[session]:
            lines = sum(len(edit.added) + 1 for edit in edits[turn] if edit.path in text.paths[sha])
            if lines:
                found[turn][item] += lines
    return {turn: dict(items) for turn, items in found.items()}


class _Commits:
    """Finds the item of a commit by the start of its sha."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self._by_start: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for text in texts:
            for sha, item in text.item_of.items():
                self._by_start[sha[:7]].append((sha, item))

    def item_of(self, start: str) -> str | None:
        """The item, when the start names exactly one."""
        items = {item for sha, item in self._by_start.get(start[:7], ()) if sha.startswith(start)}
        return next(iter(items)) if len(items) == 1 else None


def _branches(
    facts: Facts, texts: Sequence[_Text], works: Mapping[str, Sequence[Work]]
) -> dict[tuple[str, str], list[Work]]:
    """Works by the branches they were done on."""
    found: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for text in texts:
        known = facts.places[text.place]
        for unit, work in zip(text.units, works[text.place], strict=True):
            names = {unit.branch} if unit.branch else set()
            for commit in unit.commits if not work.direct else ():
                names.update(known.branches.get(commit.sha, ())[:1] if not unit.branch else ())
            for name in names - {known.default_branch, None}:
                found[text.place, name].append(work)
    return found
