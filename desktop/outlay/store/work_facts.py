"""Pull requests and tickets, as a forge, a tracker or an imported file told of them last."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.store.log_facts import Kept

PullKey = tuple[str, int]
TicketKey = tuple[str, str]


class WorkFacts:
    """The tables of tracked work. Writing methods run inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def pulls(self) -> tuple[PullRequest, ...]:
        """Every pull request, by repository and number; marks in order of kind and value."""
        return tuple(self._pulls(None).values())

    def pulls_of(self, keys: Iterable[PullKey]) -> tuple[PullRequest, ...]:
        """Pull requests by place and number, those that are known."""
        return tuple(self._pulls(list(keys)).values())

    def tickets(self) -> tuple[Ticket, ...]:
        """Every ticket, by tracker and key; `repository` in lower case, labels and pull requests in order."""
        return tuple(self._tickets(None).values())

    def any_told(self) -> bool:
        """Whether an account or a file told of any pull request or ticket."""
        return bool(self._connection.execute(_ANY_TOLD).fetchone()[0])

    def places_of_others(self, places: Iterable[str], host: str, peers: Iterable[str]) -> frozenset[str]:
        """Those of some places, in lower case, that connected accounts at another address told of first.

        `peers` are the sources of the same address; a place that they have told of with their `host` before it stays apart.
        """
        told = {"places": json.dumps(sorted(places)), "host": host, "peers": json.dumps(sorted(peers))}
        return frozenset(place for (place,) in self._connection.execute(_PLACES_OF_OTHERS, told))

    def keep_pulls(self, pulls: Iterable[PullRequest], source: str, now: UtcMillis) -> Kept:
        """Keep what was told of pull requests; one told otherwise before is replaced whole.

        A file replaces nothing that an account tells of which is connected: it may be older, and knows less.
        """
        told = {_pull_key(pull): _as_kept(pull) for pull in pulls}
        for key in self._told_by_others(_PULLS_OF_ACCOUNTS, told, source):
            del told[key]
        known = self._pulls(list(told))
        fresh = {key: pull for key, pull in told.items() if known.get(key) != pull}
        for (place, _), pull in fresh.items():
            self._write_pull(place, pull, source, now)
        self._take_over(_TAKE_OVER_PULLS, told.keys() - fresh.keys(), source)
        changed = len(known.keys() & fresh.keys())
        return Kept(len(fresh) - changed, changed)

    def keep_tickets(self, tickets: Iterable[Ticket], source: str, now: UtcMillis) -> Kept:
        """Keep what was told of tickets; see `keep_pulls`."""
        told = {(ticket.system, ticket.key): _ticket_as_kept(ticket) for ticket in tickets}
        for key in self._told_by_others(_TICKETS_OF_ACCOUNTS, told, source):
            del told[key]
        known = self._tickets(list(told))
        fresh = {key: ticket for key, ticket in told.items() if known.get(key) != ticket}
        for ticket in fresh.values():
            self._write_ticket(ticket, source, now)
        self._take_over(_TAKE_OVER_TICKETS, told.keys() - fresh.keys(), source)
        changed = len(known.keys() & fresh.keys())
        return Kept(len(fresh) - changed, changed)

    def _told_by_others(self, sql: str, keys: Iterable[Any], source: str) -> list[Any]:
        """Those of some keys that a file is not to speak of."""
        if source.startswith(_ACCOUNT):
            return []
        return self._connection.execute(sql, (json.dumps([list(key) for key in keys]),)).fetchall()

    def _take_over(self, sql: str, keys: Iterable[PullKey | TicketKey], source: str) -> None:
        """Count what is told unchanged to who tells it, where that was an account that is connected no more."""
        asked = json.dumps([list(key) for key in keys])
        self._connection.execute(sql, {"source": source, "keys": asked})

    def _pulls(self, keys: list[PullKey] | None) -> dict[PullKey, PullRequest]:
        """Pull requests by key; None is all of them."""
        asked = _Asked("place, number", keys)
        commits: dict[PullKey, list[str]] = defaultdict(list)
        for place, number, sha in self._connection.execute(*asked.rows(_COMMITS, "position")):
            commits[place, number].append(sha)
        marks: dict[PullKey, list[Mark]] = defaultdict(list)
        for place, number, kind, value in self._connection.execute(*asked.rows(_MARKS, "kind, value")):
            marks[place, number].append(Mark(MarkKind(kind), value))
        rows = self._connection.execute(*asked.rows(_PULLS))
        return {row[:2]: _pull_of(row, commits[row[:2]], marks[row[:2]]) for row in rows}

    def _tickets(self, keys: list[TicketKey] | None) -> dict[TicketKey, Ticket]:
        asked = _Asked("system, key", keys)
        reopened: dict[TicketKey, list[UtcMillis]] = defaultdict(list)
        for system, key, moment in self._connection.execute(*asked.rows(_REOPENINGS, "moment_ms")):
            reopened[system, key].append(moment)
        told: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for system, key, kind, value in self._connection.execute(*asked.rows(_TICKET_MARKS, "kind, value")):
            told[system, key, kind].append(value)
        rows = self._connection.execute(*asked.rows(_TICKETS))
        return {
            row[:2]: _ticket_of(row, reopened[row[:2]], told[(*row[:2], _LABEL)], told[(*row[:2], _PULL)])
            for row in rows
        }

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
        for table in ("fact_tickets", "fact_ticket_reopenings", "fact_ticket_marks"):
            self._connection.execute(f"delete from {table} where system = ? and key = ?", key)
        told = ticket._asdict() | {"source": source, "now": now}
        self._connection.execute(_KEEP_TICKET, {name: told[name] for name in told if name not in _LISTS})
        reopened = [(*key, moment) for moment in ticket.reopened]
        self._connection.executemany("insert into fact_ticket_reopenings values (?, ?, ?)", reopened)
        marks = [(*key, _LABEL, label) for label in ticket.labels] + [
            (*key, _PULL, pull) for pull in ticket.pulls
        ]
        self._connection.executemany("insert into fact_ticket_marks values (?, ?, ?, ?)", marks)


class _Asked:
    """The rows of some keys, or of all, in their order."""

    def __init__(self, columns: str, keys: Sequence[tuple[str, int | str]] | None) -> None:
        self._columns, self._keys = columns, keys

    def rows(self, select: str, then: str = "") -> tuple[str, tuple[str, ...]]:
        """The statement and what is bound to it; `then` orders rows of one key."""
        order = f" order by {self._columns}{f', {then}' if then else ''}"
        if self._keys is None:
            return select + order, ()
        only = f" where ({self._columns}) in (select value ->> 0, value ->> 1 from json_each(?))"
        return select + only + order, (json.dumps(self._keys),)


def _pull_key(pull: PullRequest) -> PullKey:
    return pull.repository.lower(), pull.number


def _as_kept(pull: PullRequest) -> PullRequest:
    return pull._replace(marks=tuple(sorted(set(pull.marks))))


def _ticket_as_kept(ticket: Ticket) -> Ticket:
    return ticket._replace(
        repository=ticket.repository.lower() if ticket.repository else None,
        reopened=tuple(sorted(set(ticket.reopened))),
        labels=tuple(sorted(set(ticket.labels))),
        pulls=tuple(sorted({pull.lower() for pull in ticket.pulls})),
    )


def _pull_of(row: tuple[Any, ...], commits: list[str], marks: list[Mark]) -> PullRequest:
    _, number, repository, *named, own, draft, state, created, merged, closed, merge_commit, url = row[:14]
    standing = (bool(own), bool(draft), PullState(state), created, merged, closed, merge_commit)
    return PullRequest._make(
        (repository, number, *named, *standing, tuple(commits), tuple(marks), url, *row[14:])
    )


def _ticket_of(
    row: tuple[Any, ...], reopened: list[UtcMillis], labels: list[str], pulls: list[str]
) -> Ticket:
    state = TicketState(row[5])
    return Ticket._make((*row[:5], state, *row[6:9], tuple(reopened), row[9], tuple(labels), tuple(pulls)))


_LABEL, _PULL = "label", "pull"
_LISTS = {"commits", "marks", "reopened", "labels", "pulls"}
_PULLS = """
select place, number, repository, title, head_branch, base_branch, own, draft, state, created_ms, merged_ms,
    closed_ms, merge_sha, url, system, added_lines, removed_lines, changed_files, ready_ms, reviewed_ms
from fact_pulls
"""
_COMMITS = "select place, number, sha from fact_pull_commits"
_MARKS = "select place, number, kind, value from fact_pull_marks"
_TICKETS = """
select system, key, place, type, title, state, created_ms, started_ms, done_ms, url
from fact_tickets
"""
_REOPENINGS = "select system, key, moment_ms from fact_ticket_reopenings"
_TICKET_MARKS = "select system, key, kind, value from fact_ticket_marks"
_ACCOUNT = "account:"
_OF_ACCOUNTS = """
select {columns} from {table} where ({columns}) in (select value ->> 0, value ->> 1 from json_each(?))
    and source in (select 'account:' || account from owner_accounts)
"""
_PULLS_OF_ACCOUNTS = _OF_ACCOUNTS.format(table="fact_pulls", columns="place, number")
_TICKETS_OF_ACCOUNTS = _OF_ACCOUNTS.format(table="fact_tickets", columns="system, key")
_ANY_TOLD = "select exists (select 1 from fact_pulls) or exists (select 1 from fact_tickets)"
_TOLD = "(select place, source from fact_pulls union select place, source from fact_tickets)"
_PEERS = "(select value from json_each(:peers))"
_PLACES_OF_OTHERS = f"""
select value from json_each(:places)
where exists (
    select 1 from {_TOLD} where place = value and source not in {_PEERS}
        and source in (select 'account:' || account from owner_accounts)
) or exists (select 1 from {_TOLD} where place = :host || '/' || value and source in {_PEERS})
"""
_TAKE_OVER = """
update {table} set source = :source
where ({columns}) in (select value ->> 0, value ->> 1 from json_each(:keys)) and source != :source
    and source not in (select 'account:' || account from owner_accounts)
"""
_TAKE_OVER_PULLS = _TAKE_OVER.format(table="fact_pulls", columns="place, number")
_TAKE_OVER_TICKETS = _TAKE_OVER.format(table="fact_tickets", columns="system, key")
_KEEP_PULL = """
insert into fact_pulls (
    place, number, repository, title, head_branch, base_branch, own, draft, state, created_ms, merged_ms, closed_ms,
    merge_sha, url, source, read_ms, system, added_lines, removed_lines, changed_files, ready_ms, reviewed_ms
) values (
    :place, :number, :repository, :title, :head_branch, :base_branch, :own, :draft, :state, :created, :merged, :closed,
    :merge_commit, :url, :source, :now, :system, :added_lines, :removed_lines, :changed_files, :ready, :reviewed
)
"""
_KEEP_TICKET = """
insert into fact_tickets (
    system, key, place, type, title, state, created_ms, started_ms, done_ms, url, source, read_ms
) values (
    :system, :key, :repository, :type, :title, :state, :created, :started, :done, :url, :source, :now
)
"""
