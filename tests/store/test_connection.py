"""The file is ours, whole, private and of the right version, or it is said in words."""

import sqlite3
import stat

import pytest

from outlay.domain.usage import Quality
from outlay.errors import StoreBusyError, StoreError, StoreTooNewError
from outlay.store import connection
from outlay.store.connection import StoreDamagedError, open_reader, open_writer
from outlay.store.migrations import MIGRATIONS
from outlay.store.schema import schema_text
from outlay.store.store import Store, view


def test_the_file_and_its_companions_are_readable_by_the_owner_alone(path, store):
    store.end_sync(1)
    files = list(path.parent.glob("outlay.sqlite*"))
    assert len(files) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_database_of_a_newer_outlay_is_refused_and_left_alone(path, store):
    store._connection.execute(f"pragma user_version = {len(MIGRATIONS) + 1}")
    store.close()
    before = path.read_bytes()
    for open_it in (open_writer, open_reader):
        with pytest.raises(StoreTooNewError, match="newer Outlay"):
            open_it(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_not_touched(path):
    with sqlite3.connect(path) as other:
        other.execute("create table theirs (x)")
    before = path.read_bytes()
    with pytest.raises(StoreDamagedError, match="not a database of Outlay"):
        open_writer(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_said_to_be_damaged(path):
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreDamagedError):
        open_writer(path)


def test_a_failing_migration_leaves_nothing_behind(path, monkeypatch):
    broken = (*MIGRATIONS, ("m9999", "create table half (x) strict;"))
    monkeypatch.setattr(connection, "MIGRATIONS", broken)
    with pytest.raises(StoreError):
        open_writer(path)
    with sqlite3.connect(path) as look:
        assert look.execute("pragma user_version").fetchone() == (len(MIGRATIONS),)
        assert look.execute("select count(*) from sqlite_schema where name = 'half'").fetchone() == (0,)


def test_the_database_refuses_money_that_is_no_whole_number(store):
    with pytest.raises(sqlite3.IntegrityError):
        store._connection.execute("insert into derived_costs values (1, 0.5, 0, null)")


def test_schema_sql_is_what_the_migrations_lead_to():
    from outlay.system.resources import _PACKAGE  # noqa: PLC0415

    text = (_PACKAGE / "store" / "schema.sql").read_text(encoding="utf-8")
    assert text == schema_text(), "python -m outlay.store.schema > desktop/outlay/store/schema.sql"


def test_every_table_says_by_its_name_who_may_write_it(store):
    names = store._connection.execute("select name from sqlite_schema where type = 'table'").fetchall()
    kinds = {name.split("_")[0] for (name,) in names}
    assert kinds == {"meta", "fact", "derived", "owner"}


def test_the_schema_has_no_place_for_another_person_or_a_score():
    words = ("user", "team", "peer", "score", "rank", "streak", "badge", "grade", "percentile")
    assert not [word for word in words if word in schema_text().lower()]


def test_a_reader_sees_one_state_to_its_end_whatever_the_writer_does(store, path):
    store.end_sync(1)
    look = view(path)
    before = look.revision
    with store.writing(act=True):
        store.owner.add_repository("/r", 1)
    assert (look.owner.repositories(), look.revision) == ((), before)
    look.close()
    again = view(path)
    assert (again.owner.repositories(), again.revision) == (("/r",), before + 1)
    again.close()


def test_a_database_held_by_another_program_is_said_to_be_busy(store, path, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_MS", 50)
    holder = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    holder.execute("begin immediate")
    second = Store.__new__(Store)
    with pytest.raises(StoreBusyError, match="Another program"):
        second.__init__(path, "laptop")
        with second.writing():
            pass
    holder.execute("rollback")
    holder.close()


def test_an_act_of_the_owner_raises_the_revision_and_a_failed_one_does_not(store):
    before = store.revision
    with store.writing(act=True):
        store.owner.add_repository("/r", 1)
    assert store.revision == before + 1
    with pytest.raises(RuntimeError), store.writing(act=True):
        store.owner.add_repository("/other", 1)
        raise RuntimeError
    assert store.revision == before + 1
    assert store.owner.repositories() == ("/r",)


def test_the_line_seed_is_made_once_and_stays(store, path):
    seed = store.line_seed
    store.close()
    again = Store(path, "laptop")
    assert again.line_seed == seed
    again.close()


def test_values_are_bound_as_what_they_are(store):
    given = (None, True, b"\x00\xff", Quality.EXACT, 7, "é")
    asked = f"select {', '.join('?' * len(given))}, {', '.join('typeof(?)' for _ in given)}"
    row = store._connection.execute(asked, given * 2).fetchone()
    assert row[: len(given)] == given
    assert row[len(given) :] == ("null", "integer", "blob", "text", "integer", "text")
