"""What goes wrong under the database is said in words, mended where it can be, and loses no figure."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing

import pytest

from apps import app_for
from claude_lines import response, write_log
from outlay.errors import OutlayError, StoreBusyError, StoreError, StoreFullError
from outlay.store import connection


@pytest.fixture
def app(home):
    app = app_for(home)
    app.sync()
    return app


def whole(app):
    return app.spend(()).total.list_micros


def test_a_damaged_page_is_met_mended_from_the_copy_and_said(app, home):
    before = whole(app)
    with closing(sqlite3.connect(app.database)) as look:
        look.execute("pragma wal_checkpoint(truncate)")
        size = look.execute("pragma page_size").fetchone()[0]
        roots = [
            row[0] for row in look.execute("select rootpage from sqlite_schema where name like 'fact_usage%'")
        ]
        roots += [
            row[0] for row in look.execute("select rootpage from sqlite_schema where name like 'fact_log%'")
        ]
    with app.database.open("r+b") as file:
        for root in filter(None, roots):
            file.seek((root - 1) * size)
            file.write(b"\xff" * size)
    write_log(
        home, [response("m9", "r9", "2026-11-20T16:00:00.000Z", tokens=(0, 0, 0, 0, 40_000))], name="new"
    )
    app.sync()
    assert whole(app) == before + 1_000_000
    assert "damaged" in app.glance().troubles[0].title
    assert list(app.data_folder.glob("*damaged*"))


def test_a_deleted_write_ahead_log_costs_a_second_reading_and_no_figure(empty_home):
    write_log(empty_home, [response(f"m{n}", f"r{n}", tokens=(0, 0, 0, 0, 1_000)) for n in range(50)])
    app = app_for(empty_home)
    store = app.machinery().open_store()
    copy = empty_home / "torn.sqlite"
    shutil.copy(app.database, copy)
    store.close()
    app.sync()
    before = whole(app)
    shutil.copy(copy, app.database)
    for end in ("-wal", "-shm"):
        app.database.with_name(app.database.name + end).unlink(missing_ok=True)
    app.sync()
    assert whole(app) == before == 50 * 25_000


def test_a_database_another_program_holds_is_tried_later_and_nothing_is_lost(app, home, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_MS", 50)
    write_log(
        home, [response("m9", "r9", "2026-11-20T16:00:00.000Z", tokens=(0, 0, 0, 0, 40_000))], name="new"
    )
    before = whole(app)
    with closing(sqlite3.connect(app.database, isolation_level=None)) as holder:
        holder.execute("begin exclusive")
        with pytest.raises(StoreBusyError, match="Another program"):
            app.sync()
        holder.execute("rollback")
    app.sync()
    assert whole(app) == before + 1_000_000


@pytest.fixture
def tiny_disk(tmp_path):
    """A file system of one megabyte; skipped where one cannot be mounted."""
    place = tmp_path / "tiny"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_said_keeps_what_was_read_and_goes_on_with_room(empty_home, tiny_disk):
    lines = [response(f"m{n}", f"r{n}" + "x" * 300, tokens=(0, 0, 0, 0, 1_000)) for n in range(6_000)]
    for part in range(6):
        write_log(empty_home, lines[part * 1_000 : (part + 1) * 1_000], name=f"log{part}")
    (empty_home / "data").symlink_to(tiny_disk)
    app = app_for(empty_home)
    with pytest.raises(StoreFullError, match="disk is full"):
        app.sync()
    assert whole(app) % 25_000 == 0
    subprocess.run(["mount", "-o", "remount,size=40m", str(tiny_disk)], check=True)
    app.sync()
    assert whole(app) == 6_000 * 25_000


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_turned_read_only_is_said(app):
    app.data_folder.chmod(0o500)
    with pytest.raises(OutlayError):
        app.sync()
    app.data_folder.chmod(0o700)
    app.sync()


def test_a_data_folder_that_is_a_file_is_said(empty_home):
    (empty_home / "data").write_text("not a folder")
    with pytest.raises(OutlayError, match="cannot be used"):
        app_for(empty_home)


def test_a_damaged_database_is_said_to_a_reader_and_left_to_the_next_sync(app):
    with app.database.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 60_000)
    with pytest.raises(StoreError, match="damaged"):
        app.spend(("day",))


def test_damage_only_an_answer_meets_is_mended_by_the_next_sync(app):
    before = whole(app)
    with closing(sqlite3.connect(app.database)) as look:
        look.execute("pragma wal_checkpoint(truncate)")
        size = look.execute("pragma page_size").fetchone()[0]
        (page,) = look.execute("select rootpage from sqlite_schema where name = 'derived_hours'").fetchone()
    with app.database.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with pytest.raises(StoreError, match="The next sync restores"):
        app.spend(("day",))
    app.sync()
    assert whole(app) == before
    assert "damaged" in app.glance().troubles[0].title


def test_in_a_folder_that_turned_read_only_what_was_read_is_still_answered(empty_home, tiny_disk):
    write_log(empty_home, [response("m1", "r1", tokens=(0, 0, 0, 0, 1_000))])
    (empty_home / "data").symlink_to(tiny_disk)
    subprocess.run(["mount", "-o", "remount,size=8m", str(tiny_disk)], check=True)
    app = app_for(empty_home)
    app.sync()
    subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True)
    assert whole(app) == 25_000
    with pytest.raises(OutlayError, match="cannot be written to"):
        app.sync()
    subprocess.run(["mount", "-o", "remount,rw", str(tiny_disk)], check=True)
    app.sync()
