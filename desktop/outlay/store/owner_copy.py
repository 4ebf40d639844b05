"""A copy of the owner's words beside the backups, made anew at each act, so that a restored file has them all."""

import sqlite3
from contextlib import closing
from pathlib import Path

from outlay.store.connection import in_words

NAME = "owner.sqlite"


def save_owner_words(connection: sqlite3.Connection, database: Path) -> None:
    """Write every owner table into its own small file, in one step."""
    folder = database.parent / "backups"
    with in_words(database):
        folder.mkdir(mode=0o700, exist_ok=True)
        fresh = folder / (NAME + ".new")
        fresh.unlink(missing_ok=True)
        fresh.touch(mode=0o600)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as copy:
            copy.execute("begin")
            for table, schema in _owner_tables(connection):
                copy.execute(schema)
                rows = connection.execute(f"select * from {table}").fetchall()
                if rows:
                    marks = ", ".join("?" * len(rows[0]))
                    copy.executemany(f"insert into {table} values ({marks})", rows)
            copy.execute("commit")
        fresh.replace(folder / NAME)


def load_owner_words(connection: sqlite3.Connection, database: Path) -> bool:
    """Put the copied words in place of the file's own, inside the caller's transaction; False without a copy."""
    path = database.parent / "backups" / NAME
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as copy:
            kept = {table: _rows_of(copy, table) for table, _ in _owner_tables(copy)}
    except sqlite3.DatabaseError:
        return False
    here = {table for table, _ in _owner_tables(connection)}
    # One table's rows refer to another's, which may only come after them.
    connection.execute("pragma defer_foreign_keys = on")
    for table in sorted(here & kept.keys()):
        connection.execute(f"delete from {table}")
        names, rows = kept[table]
        into = f"insert into {table} ({', '.join(names)}) values ({', '.join('?' * len(names))})"
        connection.executemany(into, rows)
    return True


def _rows_of(connection: sqlite3.Connection, table: str) -> tuple[list[str], list[tuple[object, ...]]]:
    """The names of a table's columns and its rows; a copy made by an older Outlay may have fewer."""
    found = connection.execute(f"select * from {table}")
    return [column[0] for column in found.description], found.fetchall()


def _owner_tables(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    sql = "select name, sql from sqlite_schema where type = 'table' and name like 'owner@_%' escape '@'"
    return connection.execute(sql).fetchall()
