"""What single steps of the schema's history do to the facts that were there."""

import sqlite3
from contextlib import closing

import pytest

from outlay.store.migrations import MIGRATIONS

KNOWN = """
insert into fact_machines values (1, 'laptop');
insert into fact_repositories values (1, 1, '/r/.git', '/r', 'r', null, 'main', null, 0, 'gone', x'01');
insert into fact_commits values (1, 1, 'aaaaaaaa', 'me@example.org', 1, 1, '', 'Undo it', 0, 0);
insert into fact_commits values (2, 1, 'bbbbbbbb', 'me@example.org', 2, 2, '', 'Undo it elsewhere', 0, 0);
insert into fact_reverts values (1, 'cccccccc'), (2, 'cccccccc');
insert into fact_landings values (1, 'aaaaaaaa', 7);
"""


@pytest.fixture
def before_landed_reverts():
    """A database of the third schema with one revert on the default branch and one beside it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for _, script in MIGRATIONS[:3]:
            connection.executescript(script)
        connection.executescript(KNOWN)
        yield connection


def test_reverts_known_before_stay_and_repositories_are_read_anew(before_landed_reverts):
    name, script = MIGRATIONS[3]
    assert name == "m0004_landed_reverts"
    before_landed_reverts.executescript(script)
    reverts = before_landed_reverts.execute("select * from fact_landed_reverts").fetchall()
    assert reverts == [(1, "aaaaaaaa", "cccccccc", 7, None, None)]
    assert before_landed_reverts.execute("select bookmark from fact_repositories").fetchone() == (b"",)
