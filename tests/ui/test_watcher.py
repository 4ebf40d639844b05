import os
from pathlib import Path

import pytest

from outlay.system.hot_files import hot_files
from outlay.ui.watcher import LogWatch


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "rollout.jsonl"
    path.write_text("{}\n")
    return path


@pytest.fixture
def watch(qtbot, tmp_path, log) -> LogWatch:
    made = LogWatch(quiet_ms=60)
    made.watch((str(tmp_path), str(tmp_path / "absent")))
    return made


def append(path: Path) -> None:
    with path.open("a") as log:
        log.write("{}\n")


def test_a_log_that_grows_is_told_by_its_path(watch, log, qtbot):
    with qtbot.waitSignal(watch.changed) as told:
        append(log)
    assert told.args == [(str(log),)]


def test_many_changes_make_one_signal(watch, log, qtbot):
    told = []
    watch.changed.connect(told.append)
    for _ in range(5):
        append(log)
        qtbot.wait(5)
    qtbot.wait(150)
    assert len(told) == 1


def test_a_new_file_asks_for_a_look_at_everything(watch, tmp_path, qtbot):
    with qtbot.waitSignal(watch.changed) as told:
        (tmp_path / "new.jsonl").write_text("{}\n")
    assert told.args == [()]


def test_folders_no_longer_named_are_left_alone(watch, log, qtbot):
    watch.watch(())
    told = []
    watch.changed.connect(told.append)
    append(log)
    qtbot.wait(150)
    assert told == []


def test_the_newest_files_are_watched_when_there_are_too_many(tmp_path):
    for number in range(6):
        path = tmp_path / f"{number}.jsonl"
        path.write_text("")
        os.utime(path, (number, number))
    (tmp_path / "folder").mkdir()
    found = hot_files((str(tmp_path), str(tmp_path / "absent")), most=2)
    assert [Path(path).name for path in found] == ["5.jsonl", "4.jsonl"]
