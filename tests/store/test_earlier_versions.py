"""A database of every earlier schema opens and gives the totals it gave then."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from apps import app_for
from outlay.store.migrations import MIGRATIONS
from outlay.store.store import view

FIXTURES = Path(__file__).parent.parent / "fixtures" / "databases"


def number_of(path):
    return int(path.stem.removeprefix("schema-"))


KEPT = sorted(FIXTURES.glob("schema-*.sqlite"), key=number_of)


def test_a_database_of_every_earlier_schema_is_kept():
    assert [number_of(path) for path in KEPT] == list(range(1, len(MIGRATIONS)))


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_it_is_brought_up_to_date_and_gives_the_same_totals(kept, empty_home):
    (empty_home / "data").mkdir(mode=0o700)
    shutil.copy(kept, empty_home / "data" / "outlay.sqlite")
    app = app_for(empty_home)
    app.sync()
    expected = json.loads(kept.with_suffix(".json").read_text())
    answer = app.spend(("day", "tool", "model", "session"))
    rows = [[*row.keys, row.requests, row.list_micros, row.unpriced_requests] for row in answer.rows]
    assert rows == expected["rows"]
    assert answer.total.list_micros == expected["total"]["list_micros"]
    app.rebuild()
    assert app.spend(("day", "tool", "model", "session")).rows == answer.rows


def test_work_told_before_accounts_were_there_stays_as_it_was(empty_home):
    (empty_home / "data").mkdir(mode=0o700)
    shutil.copy(FIXTURES / "schema-10.sqlite", empty_home / "data" / "outlay.sqlite")
    app_for(empty_home).sync()
    with closing(view(empty_home / "data" / "outlay.sqlite")) as store:
        (pull,), (ticket,) = store.work.pulls(), store.work.tickets()
    assert (pull.title, pull.commits, pull.system, pull.added_lines) == (
        "Count carts",
        ("1234567890", "abcdef1234"),
        None,
        None,
    )
    assert (ticket.key, len(ticket.reopened), ticket.labels, ticket.pulls) == ("SHO-7", 1, (), ())
