"""What another process writes into the database is told, soon and then once a second at most."""

import sqlite3

from outlay.ui.window.data_watch import DataWatch


def write(database, text):
    with sqlite3.connect(database) as connection:
        connection.execute("pragma journal_mode = wal")
        connection.execute("create table if not exists words (word text)")
        connection.execute("insert into words values (?)", (text,))


def test_a_write_is_told(tmp_path, qtbot):
    database = tmp_path / "outlay.sqlite"
    write(database, "before")
    watch = DataWatch(database)
    watch.start()
    qtbot.wait(200)
    with qtbot.waitSignal(watch.changed, timeout=3000):
        write(database, "after")


def test_a_database_that_comes_later_is_told(tmp_path, qtbot):
    watch = DataWatch(tmp_path / "outlay.sqlite")
    watch.start()
    with qtbot.waitSignal(watch.changed, timeout=3000):
        write(tmp_path / "outlay.sqlite", "first")


def test_many_writes_are_told_once_a_second(tmp_path, qtbot):
    database = tmp_path / "outlay.sqlite"
    write(database, "before")
    watch = DataWatch(database)
    told = []
    watch.changed.connect(lambda: told.append(1))
    watch.start()
    for number in range(30):
        write(database, str(number))
        qtbot.wait(10)
    qtbot.wait(300)
    assert len(told) == 1
    qtbot.waitUntil(lambda: len(told) == 2, timeout=3000)
