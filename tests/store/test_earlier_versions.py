"""A database of every earlier schema opens and gives the totals it gave then."""

import json
import shutil
from pathlib import Path

import pytest

from apps import app_for
from outlay.store.migrations import MIGRATIONS

FIXTURES = Path(__file__).parent.parent / "fixtures" / "databases"
KEPT = sorted(FIXTURES.glob("schema-*.sqlite"))


def test_a_database_of_every_earlier_schema_is_kept():
    numbers = [int(path.stem.removeprefix("schema-")) for path in KEPT]
    assert numbers == list(range(1, len(MIGRATIONS)))


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
