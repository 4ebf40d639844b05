"""Pull requests and tickets, as a forge, a tracker or an imported file told of them last."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.store.log_facts import Kept

PullKey = tuple[str, int]


class WorkFacts:
    """The tables of tracked work. Writing methods run inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def pulls(self) -> tuple[PullRequest, ...]:
        """Every pull request, by repository and number; marks in order of kind and value."""
        commits: dict[PullKey, list[str]] = defaultdict(list)
        for place, number, sha in self._connection.execute(_COMMITS):
            commits[place, number].append(sha)
        marks: dict[PullKey, list[Mark]] = defaultdict(list)
        for place, number, kind, value in self._connection.execute(_MARKS):
            marks[place, number].append(Mark(MarkKind(kind), value))
        rows = self._connection.execute(_PULLS)
        return tuple(_pull_of(row, commits[row[:2]], marks[row[:2]]) for row in rows)

    def tickets(self) -> tuple[Ticket, ...]:
        """Every ticket, by tracker and key; `repository` in lower case."""
        reopened: dict[tuple[str, str], list[UtcMillis]] = defaultdict(list)
        for system, key, moment in self._connection.execute(_REOPENINGS):
            reopened[system, key].append(moment)
        rows = self._connection.execute(_TICKETS)
        return tuple(
            Ticket._make((*row[:5], TicketState(row[5]), *row[6:9], tuple(reopened[row[:2]]), row[9]))
            for row in rows
        )

    def keep_pulls(self, pulls: Iterable[PullRequest], source: str, now: UtcMillis) -> Kept:
        """Keep what was told of pull requests; one told otherwise before is replaced whole."""
        known = {_pull_key(pull): pull for pull in self.pulls()}
        told = {_pull_key(pull): _as_kept(pull) for pull in pulls}
        fresh = {key: pull for key, pull in told.items() if known.get(key) != pull}
        for (place, _), pull in fresh.items():
            self._write_pull(place, pull, source, now)
        changed = len(known.keys() & fresh.keys())
        return Kept(len(fresh) - changed, changed)

    def keep_tickets(self, tickets: Iterable[Ticket], source: str, now: UtcMillis) -> Kept:
        """Keep what was told of tickets; one told otherwise before is replaced whole."""
        known = {(ticket.system, ticket.key): ticket for ticket in self.tickets()}
        told = {(ticket.system, ticket.key): _ticket_as_kept(ticket) for ticket in tickets}
        fresh = {key: ticket for key, ticket in told.items() if known.get(key) != ticket}
        for ticket in fresh.values():
            self._write_ticket(ticket, source, now)
        changed = len(known.keys() & fresh.keys())
        return Kept(len(fresh) - changed, changed)

    def _write_pull(self, place: str, pull: PullRequest, source: str, now: UtcMillis) -> None:
        key = (place, pull.number)
        for table in ("fact_pulls", "fact_pull_commits", "fact_pull_marks"):
            self._connection.execute(f"delete from {table} where place = ? and number = ?", key)
        told = pull._asdict() | {"place": place, "source": source, "now": now}
        self._connection.execute(_KEEP_PULL, {name: told[name] for name in told if name not in _LISTS})
        commits = [(*key, position, sha) for position, sha in enumerate(pull.commits)]
        self._connection.executemany("insert into fact_pull_commits values (?, ?, ?, ?)", commits)
        marks = [(*key, *mark) for mark in pull.marks]
        self._connection.executemany("insert into fact_pull_marks values (?, ?, ?, ?)", marks)

    def _write_ticket(self, ticket: Ticket, source: str, now: UtcMillis) -> None:
        key = (ticket.system, ticket.key)
        for table in ("fact_tickets", "fact_ticket_reopenings"):
            self._connection.execute(f"delete from {table} where system = ? and key = ?", key)
        told = ticket._asdict() | {"source": source, "now": now}
        self._connection.execute(_KEEP_TICKET, {name: told[name] for name in told if name not in _LISTS})
        reopened = [(*key, moment) for moment in ticket.reopened]
        self._connection.executemany("insert into fact_ticket_reopenings values (?, ?, ?)", reopened)


def _pull_key(pull: PullRequest) -> PullKey:
    return pull.repository.lower(), pull.number


def _as_kept(pull: PullRequest) -> PullRequest:
    return pull._replace(marks=tuple(sorted(set(pull.marks))))


def _ticket_as_kept(ticket: Ticket) -> Ticket:
    place = ticket.repository.lower() if ticket.repository else None
    return ticket._replace(repository=place, reopened=tuple(sorted(set(ticket.reopened))))


def _pull_of(row: tuple[Any, ...], commits: list[str], marks: list[Mark]) -> PullRequest:
    _, number, repository, *named, own, draft, state, created, merged, closed, merge_commit, url = row
    standing = (bool(own), bool(draft), PullState(state), created, merged, closed, merge_commit)
    return PullRequest._make((repository, number, *named, *standing, tuple(commits), tuple(marks), url))


_LISTS = {"commits", "marks", "reopened"}
_PULLS = """
select place, number, repository, title, head_branch, base_branch, own, draft, state, created_ms, merged_ms,
    closed_ms, merge_sha, url
from fact_pulls order by place, number
"""
_COMMITS = "select place, number, sha from fact_pull_commits order by place, number, position"
_MARKS = "select place, number, kind, value from fact_pull_marks order by place, number, kind, value"
_TICKETS = """
select system, key, place, type, title, state, created_ms, started_ms, done_ms, url
from fact_tickets order by system, key
"""
_REOPENINGS = "select system, key, moment_ms from fact_ticket_reopenings order by system, key, moment_ms"
_KEEP_PULL = """
insert into fact_pulls (
    place, number, repository, title, head_branch, base_branch, own, draft, state, created_ms, merged_ms, closed_ms,
    merge_sha, url, source, read_ms
) values (
    :place, :number, :repository, :title, :head_branch, :base_branch, :own, :draft, :state, :created, :merged, :closed,
    :merge_commit, :url, :source, :now
)
"""
_KEEP_TICKET = """
insert into fact_tickets (
    system, key, place, type, title, state, created_ms, started_ms, done_ms, url, source, read_ms
) values (
    :system, :key, :repository, :type, :title, :state, :created, :started, :done, :url, :source, :now
)
"""
