"""Other programs' databases are looked into and never written, waited for or taken for empty."""

import sqlite3
from contextlib import closing

import pytest

from outlay.system.other_databases import (
    OtherDatabaseHeldError,
    OtherDatabaseUnreadableError,
    mark_of_database,
    open_other,
)


@pytest.fixture(params=["delete", "wal"])
def theirs(tmp_path, request):
    path = tmp_path / "their state.db"
    with closing(sqlite3.connect(path)) as made:
        made.execute(f"pragma journal_mode = {request.param}")
        made.execute("create table rows (id integer, text text)")
        made.execute("insert into rows values (1, 'one'), (2, cast(x'ff66' as text))")
        made.commit()
    return path


def test_rows_and_columns_are_read_and_bad_text_is_replaced(theirs):
    with open_other(theirs) as look:
        assert look.columns("rows") == {"id", "text"}
        assert look.columns("nothing") == frozenset()
        assert list(look.rows("select * from rows order by id")) == [(1, "one"), (2, "\ufffdf")]


def test_nothing_can_be_written(theirs):
    with open_other(theirs) as look, pytest.raises(OtherDatabaseUnreadableError):
        list(look.rows("delete from rows"))


def test_a_held_file_is_held_and_never_empty(tmp_path):
    path = tmp_path / "held.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("create table rows (id)")
        holder.execute("insert into rows values (1)")
        holder.execute("begin exclusive")
        with pytest.raises(OtherDatabaseHeldError), open_other(path) as look:
            list(look.rows("select * from rows"))


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_file_that_is_no_database_is_unreadable_or_has_no_tables(tmp_path, content):
    path = tmp_path / "torn.db"
    path.write_bytes(content)
    if content:
        with pytest.raises(OtherDatabaseUnreadableError), open_other(path):
            pass
    else:
        with open_other(path) as look:
            assert look.columns("rows") == frozenset()


def test_a_file_that_is_gone_is_unreadable(tmp_path):
    with pytest.raises(OtherDatabaseUnreadableError), open_other(tmp_path / "gone.db"):
        pass


def test_the_mark_moves_with_the_write_ahead_log_and_not_with_a_look(tmp_path):
    path = tmp_path / "live.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as live:
        live.execute("pragma journal_mode = wal")
        live.execute("create table rows (id)")
        before = mark_of_database(path)
        live.execute("insert into rows values (1)")
        assert mark_of_database(path) != before
    quiet = mark_of_database(path)
    with open_other(path) as look:
        list(look.rows("select * from rows"))
    assert mark_of_database(path) == quiet
