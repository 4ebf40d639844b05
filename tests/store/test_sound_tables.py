"""Tables that hold something are sound in the eyes of every SQLite that Outlay may meet."""

import sqlite3
from contextlib import closing

from outlay.store.migrations import MIGRATIONS

_VALUES = {
    "TEXT": "a text that is longer than a few letters",
    "INTEGER": 1,
    "REAL": 0.5,
    "BLOB": b"bytes",
    "ANY": 1,
}


def test_a_row_in_every_table_is_no_damage():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for _, script in MIGRATIONS:
            connection.executescript(script)
        tables = connection.execute("select name from sqlite_schema where type = 'table'").fetchall()
        for (table,) in tables:
            columns = connection.execute(f"select * from pragma_table_info('{table}')").fetchall()
            marks = ", ".join("?" for _ in columns)
            connection.execute(f"insert into {table} values ({marks})", [_VALUES[one[2]] for one in columns])
        assert len(tables) > 30
        assert connection.execute("pragma quick_check").fetchall() == [("ok",)]
