"""One copy a day, seven kept; a damaged file is kept aside and said."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from facts import START, event, piece, price_all

from outlay.domain.moments import UtcMillis
from outlay.errors import StoreBusyError
from outlay.store import connection
from outlay.store.backup import back_up, open_or_recover, recover
from outlay.store.connection import StoreDamagedError
from outlay.store.store import Store
from outlay.store.suspicion import is_suspect, note_damage

NOW = UtcMillis(START)
TODAY = date(2026, 11, 20)


def filled(path):
    store = Store(path, "laptop")
    store.add_slices([piece(event())], price_all, NOW, refresh=True)
    return store


def spoil(path, table):
    """Overwrite the first page of a table or an index."""
    with closing(sqlite3.connect(path)) as look:
        look.execute("pragma wal_checkpoint(truncate)")
        size = look.execute("pragma page_size").fetchone()[0]
        (page,) = look.execute("select rootpage from sqlite_schema where name = ?", (table,)).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def requests(store):
    return store._connection.execute("select count(*) from derived_costs").fetchone()[0]


def test_a_day_has_one_copy_and_seven_days_are_kept(store, path):
    made = [back_up(store, TODAY + timedelta(days=day)) for day in range(10)]
    assert back_up(store, TODAY + timedelta(days=9)) is None
    kept = sorted((path.parent / "backups").iterdir())
    assert kept == made[-7:]
    assert {file.stat().st_mode & 0o777 for file in kept} == {0o600}


def test_a_damaged_file_is_kept_aside_and_the_newest_whole_copy_restored(path):
    store = filled(path)
    back_up(store, TODAY)
    back_up(store, TODAY + timedelta(days=1)).write_bytes(b"torn copy")
    store.close()
    path.write_bytes(b"no database" * 500)
    again = open_or_recover(path, "laptop", NOW)
    assert requests(again) == 1
    assert "2026-11-20" in again.losses()[0][1]
    assert [file.read_bytes()[:11] for file in path.parent.glob("*damaged*.sqlite")] == [b"no database"]
    again.close()


def test_the_owners_words_of_after_the_copy_are_restored_too(path):
    store = filled(path)
    back_up(store, TODAY)
    with store.writing(act=True):
        store.owner.add_repository("/home/a/shop", 1)
        store.owner.add_identity("me@example.org", 1)
    store.save_owner_words()
    store.close()
    path.write_bytes(b"no database" * 500)
    again = open_or_recover(path, "laptop", NOW)
    assert again.owner.repositories() == ("/home/a/shop",)
    assert again.owner.identities() == ("me@example.org",)
    assert requests(again) == 1
    again.close()


def test_a_file_that_is_gone_is_restored_and_said(path):
    store = filled(path)
    back_up(store, TODAY)
    store.close()
    path.unlink()
    again = open_or_recover(path, "laptop", NOW)
    assert requests(again) == 1
    assert "gone" in again.losses()[0][1]
    again.close()


def test_without_a_copy_the_file_is_begun_anew_and_that_is_said(path):
    path.write_bytes(b"no database" * 500)
    again = open_or_recover(path, "laptop", NOW)
    assert requests(again) == 0
    assert "begun anew" in again.losses()[0][1]
    again.close()


def test_a_file_of_no_length_is_not_taken_for_a_new_one(path):
    store = filled(path)
    back_up(store, TODAY)
    store.close()
    path.write_bytes(b"")
    again = open_or_recover(path, "laptop", NOW)
    assert requests(again) == 1
    assert again.losses()
    again.close()


def test_damage_found_later_is_mended_the_same_way(path):
    store = filled(path)
    back_up(store, TODAY)
    store.close()
    again = recover(path, "laptop", NOW)
    assert requests(again) == 1
    again.close()


def test_a_first_start_is_no_loss(path):
    store = open_or_recover(path, "laptop", NOW)
    assert store.losses() == []
    store.close()


def test_a_copy_that_is_not_whole_is_not_kept_and_pushes_no_whole_one_out(path):
    store = filled(path)
    kept = back_up(store, TODAY)
    store.close()
    spoil(path, "fact_usage_by_moment")
    store = Store(path, "laptop")
    with pytest.raises(StoreDamagedError):
        back_up(store, TODAY + timedelta(days=1))
    store.close()
    assert list((path.parent / "backups").iterdir()) == [kept]


def test_damage_no_sync_would_have_met_is_mended_by_the_one_after_the_copy_failed(path):
    store = filled(path)
    back_up(store, TODAY)
    store.close()
    spoil(path, "fact_usage_by_moment")
    store = open_or_recover(path, "laptop", NOW)
    assert store.losses() == []
    with pytest.raises(StoreDamagedError):
        back_up(store, TODAY + timedelta(days=1))
    store.close()
    again = open_or_recover(path, "laptop", NOW)
    assert next(what for _, what in again.losses()).startswith(
        "The database was damaged; the copy of 2026-11-20"
    )
    assert again.spend.newest_event() == START
    assert not is_suspect(path)
    again.close()


def test_a_suspicion_that_proves_wrong_is_let_go_and_nothing_is_restored(path):
    filled(path).close()
    note_damage(path)
    store = open_or_recover(path, "laptop", NOW)
    assert store.losses() == []
    assert not is_suspect(path)
    store.close()


def test_a_suspect_file_that_another_program_holds_is_not_taken_for_damaged(path, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_MS", 50)
    store = filled(path)
    back_up(store, TODAY)
    store.close()
    note_damage(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("pragma locking_mode = exclusive")
        holder.execute("begin immediate")
        with pytest.raises(StoreBusyError):
            open_or_recover(path, "laptop", NOW)
    assert is_suspect(path)
    assert not list(path.parent.glob("*damaged*"))


def test_an_empty_file_is_said_to_be_empty(path):
    filled(path).close()
    path.write_bytes(b"")
    again = open_or_recover(path, "laptop", NOW)
    assert again.losses()[0][1].startswith("The database was empty; it was begun anew.")
    again.close()
