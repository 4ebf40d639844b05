"""The facts of a store up to a moment, in the shape the model takes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from outlay.domain.attribution import ItemFacts, TurnFacts, TurnKey, WrittenEdit
from outlay.domain.moments import UtcMillis
from outlay.domain.own_words import Parts
from outlay.domain.pulls import PullRequest
from outlay.domain.usage import ShellKind
from outlay.domain.work import Mark
from outlay.rules.as_of import pulls_as_of, tickets_as_of
from outlay.rules.attribution.attested import names_of
from outlay.rules.attribution.checkouts import Checkouts
from outlay.rules.attribution.evidence import BRANCH_AT_START_ONLY
from outlay.rules.attribution.heads import Heads
from outlay.rules.attribution.model import Facts, works_of
from outlay.rules.attribution.parameters import Parameters
from outlay.rules.attribution.tickets import KnownTickets, known_tickets, ticket_of
from outlay.rules.attribution.units import PlaceFacts, Unit, units_of
from outlay.rules.attribution.window import Window, window_of
from outlay.rules.identities import is_own
from outlay.rules.ticket_ties import with_ties
from outlay.store.store import StoreView
from outlay.use_cases.attribution_facts import Turns, rows_by_turn, slashed, turn_facts, written_edits


class Gathered:
    """Everything but the edits and turns is read at once: what they are asked for decides a window."""

    def __init__(self, store: StoreView, until: UtcMillis) -> None:
        facts = store.attributable
        mine = frozenset(store.owner.identities())
        self._store, self._until = store, until
        self._sessions = facts.sessions()
        self.turns = Turns(self._sessions, facts.turns(), facts.began(), facts.incomplete())
        self.commits = facts.commits(lambda email: is_own(email, mine), until)
        tickets = tuple(tickets_as_of(store.work.tickets(), until))
        pulls = with_ties(pulls_as_of(store.work.pulls(), until), tickets)
        self.pulls = _by_place(pull for pull in pulls if pull.own)
        self.tickets = {ticket.key: ticket for ticket in tickets}
        self.branches = facts.branches()
        self.reverts = facts.reverts(until)
        self.first_log = store.attribution_news.first_log()
        self._standing = facts.checkouts()
        self._checkouts = Checkouts(facts.roots(), facts.paths())
        self._checkouts.learn(slashed(path) for path in facts.edited_paths(until))

    def facts(self, window: Window) -> Facts:
        """What the model looks at to tell of a window's turns."""
        rows = self._store.attributable.edits(self._until, window.edits_from)
        edits = written_edits(rows, self.turns, self._checkouts)
        inside = [edit for edit in edits if window.covers(edit.turn.session)]
        return Facts(
            places=self.places,
            commits=self.commits,
            edits=edits,
            turns=(turns := self._turn_facts(window.sessions, inside)),
            units=self.units,
            checkouts=self._standing,
            reverts=self.reverts,
            attested=self._attested(),
            own_words=self._own_words(turns),
            since=window.commits_from,
        )

    def window(self, start: UtcMillis | None, parameters: Parameters) -> Window:
        """What to look at when turns from a moment on can have changed."""
        news = self._store.attribution_news
        found = news.sessions_since(start) if start is not None else []
        roots = frozenset(self.turns.of(session, None).session for session in found)
        first = news.first_of(self._with_subagents(roots))
        if first is None:
            return Window(frozenset(), UtcMillis(2**62), UtcMillis(2**62))
        return window_of(roots, first, self._authored_since, parameters)

    @cached_property
    def places(self) -> dict[str, PlaceFacts]:
        """What is known of each place beside its commits; of one that is not on this machine, its pull requests."""
        facts = self._store.attributable
        pushes, heads, opened, named = facts.pushes(), facts.pull_heads(), self._opened_from(), self._named()
        told = {
            place: PlaceFacts(name=pulls[-1].repository, pulls=tuple(pulls))
            for place, pulls in self.pulls.items()
            if place not in facts.opted_out()
        }
        return told | {
            row.place: PlaceFacts(
                name=row.name,
                default_branch=row.default_branch,
                pulls=tuple(self.pulls.get(row.place, ())),
                branches=self.branches.get(row.place, {}),
                pull_heads=heads.get(row.place, {}),
                pull_branches=opened.get(row.place, {}),
                pushes=pushes.get(row.place, ()),
                tickets=named.get(row.place, {}),
            )
            for row in facts.places()
        }

    @cached_property
    def units(self) -> dict[str, list[Unit]]:
        """Every own unit, by place."""
        works = works_of(self.commits, self.reverts, self.places)
        return {place: units_of(place, works[place], self.places[place]) for place in sorted(works)}

    @property
    def all_units(self) -> list[Unit]:
        """Every own unit."""
        return [unit for units in self.units.values() for unit in units]

    @cached_property
    def known_tickets(self) -> KnownTickets:
        """What counts as a ticket."""
        names = {name for by_sha in self.branches.values() for names in by_sha.values() for name in names}
        names |= {pull.head_branch for pulls in self.pulls.values() for pull in pulls if pull.head_branch}
        return known_tickets(self.tickets.values(), sorted(names), self._marks())

    def is_bug(self, key: str) -> bool:
        """Whether a tracker says that a ticket is a bug."""
        ticket = self.tickets.get(key)
        return ticket is not None and (ticket.type or "").lower() in {"bug", "defect", "incident"}

    def _authored_since(self, moment: UtcMillis) -> list[int]:
        return [commit.authored for commit in self.commits if commit.committed >= moment]

    def _with_subagents(self, roots: frozenset[int]) -> frozenset[int]:
        return roots | {number for number, turn in self.turns.subagents.items() if turn.session in roots}

    def _turn_facts(self, roots: frozenset[int] | None, edits: Sequence[WrittenEdit]) -> list[TurnFacts]:
        facts = self._store.attributable
        sessions = None if roots is None else self._with_subagents(roots)
        calls, shell = facts.calls(self._until, sessions), facts.shell(self._until)
        rows = rows_by_turn(calls, shell, edits, self.turns)
        return turn_facts(rows, self.turns, self._checkouts)

    def _opened_from(self) -> dict[str, dict[str, int]]:
        """By place and branch: the pull request that the logs saw opened from it."""
        facts = self._store.attributable
        openers = {
            self.turns.of(row.session, None).session
            for row in facts.shell(self._until)
            if row.kind == ShellKind.PULL_REQUEST_MADE
        }
        heads = Heads(self._standing)
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for turn in self._turn_facts(frozenset(openers), ()) if openers else ():
            seen = heads.branch_at(turn.root, turn.last) if turn.root else None
            branch = seen or (turn.branch if turn.tool not in BRANCH_AT_START_ONLY else None)
            for place, number in turn.pulls:
                if branch and place == turn.place:
                    found[place][branch] = number
        return found

    def _named(self) -> dict[str, dict[str, str]]:
        """By place and commit: the ticket its message names."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for commit in self.commits:
            told = (ticket_of(mark, commit.repository, self.known_tickets) for mark in commit.marks)
            ticket = next((key for key in told if key), None)
            if ticket:
                found[commit.place][commit.sha] = ticket
        return found

    def _marks(self) -> Iterator[Mark]:
        for commit in self.commits:
            yield from commit.marks
        for pulls in self.pulls.values():
            for pull in pulls:
                yield from pull.marks

    def _own_words(self, turns: Iterable[TurnFacts]) -> dict[TurnKey, Parts]:
        """What the owner says of turns: a turn's own word before its session's."""
        links = self._store.links.links_in_force()
        if not links:
            return {}
        names = {row.number: (row.tool, row.session) for row in self._sessions}
        told = {((link.tool, link.session), link.turn): link.parts for link in links}
        words: dict[TurnKey, Parts] = {}
        for turn in turns:
            name = names[turn.key.session]
            parts = told.get((name, turn.key.number)) or told.get((name, None))
            if parts:
                words[turn.key] = parts
        return words

    def _attested(self) -> dict[tuple[int, str, str], int]:
        """Lines by session, place and commit, as tools themselves attest."""
        told = self._store.attributable.attestations()
        if not told:
            return {}
        roots = [row for row in self._sessions if not row.agent]
        numbers = {name: row.number for row in roots for name in names_of(row.tool, row.session)}
        return {
            (numbers[one.session], place, one.sha): one.lines or 1
            for place, one in told
            if one.session in numbers
        }


def renamed(named: Iterable[str], items: Iterable[ItemFacts], units: Iterable[Unit]) -> dict[str, str]:
    """Items that were named and are no more → what they have become: a branch a pull request, a commit its group."""
    known = {item.item for item in items}
    by_branch = {f"branch:{unit.repository}:{unit.branch}": unit.item for unit in units if unit.branch}
    by_commit = {
        f"commit:{unit.repository}@{commit.sha}": unit.item for unit in units for commit in unit.commits
    }
    gone = [item for item in named if item not in known]
    return {item: became for item in gone if (became := by_branch.get(item) or by_commit.get(item))}


def _by_place(pulls: Iterable[PullRequest]) -> dict[str, list[PullRequest]]:
    found: dict[str, list[PullRequest]] = defaultdict(list)
    for pull in pulls:
        found[pull.repository.lower()].append(pull)
    return found
