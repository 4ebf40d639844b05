"""Keeps what repositories show beside commits and landings. These facts are only added to."""

import sqlite3
from collections.abc import Iterable

from outlay.domain.moments import UtcMillis
from outlay.domain.work import Mark, Signs


def keep_marks(connection: sqlite3.Connection, commit: int, marks: Iterable[Mark]) -> None:
    """Keep what a commit's message says, by the commit's number in the store."""
    rows = ((commit, *mark) for mark in marks)
    connection.executemany("insert or ignore into fact_commit_marks values (?, ?, ?)", rows)


def keep_signs(connection: sqlite3.Connection, repository: int, signs: Signs, now: UtcMillis) -> None:
    """Keep the signs of one look at a repository, by its number in the store."""
    seen = ((*one, now) for one in signs.branches)
    for command, rows in (
        (_BRANCH_COMMIT, seen),
        (_CHECKOUT, signs.checkouts),
        (_PUSH, signs.pushes),
        (_PULL_HEAD, signs.pull_heads),
        (_ATTESTATION, signs.attestations),
        (_SURVIVAL, signs.survivals),
    ):
        connection.executemany(command, ((repository, *row) for row in rows))


_BRANCH_COMMIT = "insert or ignore into fact_branch_commits values (?, ?, ?, ?)"
_CHECKOUT = "insert or ignore into fact_checkouts values (?, ?, ?, ?, ?)"
_PUSH = "insert or ignore into fact_pushes values (?, ?, ?)"
_PULL_HEAD = "insert or ignore into fact_pull_heads values (?, ?, ?)"
_ATTESTATION = "insert or ignore into fact_commit_attestations values (?, ?, ?, ?, ?)"
_SURVIVAL = "insert or ignore into fact_survivals values (?, ?, ?, ?)"
