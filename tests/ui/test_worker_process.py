import sys
from pathlib import Path

import pytest

from outlay.ui.worker_process import WorkerProcess, event_of, progress_of

ANSWERS = """
import json, sys
def say(**event): print(json.dumps(event), flush=True)
for line in sys.stdin:
    wish = json.loads(line)
    if wish["do"] == "stop":
        break
    say(event="progress", files_done=1, files_total=2, bytes_done=3, bytes_total=4, seconds_left=None)
    print("not an event", flush=True)
    say(event="slice", revision=7)
    say(event="done", revision=8, folders=wish.get("paths", ["/logs"]))
"""
BUSY = 'import sys; sys.stdin.readline(); print(\'{"event": "busy"}\', flush=True); sys.stdin.readline()'
FAILS = (
    "import sys; sys.stdin.readline(); "
    'print(\'{"event": "failed", "title": "No room.", "advice": "Free some."}\', flush=True); '
    "sys.stdin.readline()"
)
DIES = "import sys; sys.stdin.readline(); sys.exit(3)"
LEAVES = "import sys; sys.stdin.readline()"


@pytest.fixture
def worker_of(qtbot, tmp_path: Path):
    made = []

    def make(program: str) -> WorkerProcess:
        made.append(WorkerProcess(tmp_path, (sys.executable, "-c", program)))
        return made[-1]

    yield make
    for worker in made:
        worker.stop()


def test_a_wish_is_answered_with_progress_slices_and_the_end(worker_of, qtbot):
    worker = worker_of(ANSWERS)
    told = []
    worker.progress.connect(told.append)
    worker.slice_ready.connect(told.append)
    with qtbot.waitSignal(worker.done) as done:
        worker.sync()
        assert worker.reading
    assert done.args == [8, ("/logs",)]
    assert told == [(1, 2, 3, 4, None, None, None, 0, None), 7]
    assert not worker.reading


def test_paths_are_handed_on_and_one_process_serves_many_wishes(worker_of, qtbot):
    worker = worker_of(ANSWERS)
    for path in ("/a.jsonl", "/b.jsonl"):
        with qtbot.waitSignal(worker.done) as done:
            worker.sync((path,))
        assert done.args[1] == (path,)


def test_a_busy_worker_ends_the_wish_without_a_failure(worker_of, qtbot):
    worker = worker_of(BUSY)
    with qtbot.waitSignal(worker.busy):
        worker.sync()
    assert not worker.reading


def test_a_failure_is_told_in_the_workers_words(worker_of, qtbot):
    worker = worker_of(FAILS)
    with qtbot.waitSignal(worker.failed) as failed:
        worker.sync()
    assert failed.args == ["No room.", "Free some."]
    assert not worker.reading


def test_a_worker_that_dies_is_said_once_and_tried_again_at_the_next_wish(worker_of, qtbot):
    worker = worker_of(DIES)
    for _ in range(2):
        with qtbot.waitSignal(worker.failed) as failed:
            worker.sync()
        assert failed.args == [
            "The reading stopped before it was done.",
            "It is tried again at the next refresh.",
        ]


def test_a_worker_that_left_just_then_is_started_once_more(worker_of, qtbot):
    worker = worker_of(LEAVES)
    failures = []
    worker.failed.connect(lambda *words: failures.append(words))
    worker.sync()
    qtbot.waitUntil(lambda: bool(failures))
    assert len(failures) == 1


def test_a_program_that_is_not_there_is_said(qtbot, tmp_path):
    worker = WorkerProcess(tmp_path, (str(tmp_path / "none"),))
    with qtbot.waitSignal(worker.failed) as failed:
        worker.sync()
    assert failed.args[0] == "The reading could not be started."


def test_stopping_is_no_failure(worker_of, qtbot):
    worker = worker_of(ANSWERS)
    with qtbot.waitSignal(worker.done):
        worker.sync()
    failures = []
    worker.failed.connect(lambda *words: failures.append(words))
    worker.stop()
    qtbot.wait(50)
    assert failures == []


GIVES_WAY = """
import json, sys
def say(**event): print(json.dumps(event), flush=True)
sys.stdin.readline()
say(event="progress", account="work", account_done=1)
told = json.loads(sys.stdin.readline())
say(event="done", revision=9 if told["do"] == "stop" else 1, folders=[])
"""
"""Reads an account until another wish comes."""


def test_a_reading_that_is_to_leave_off_ends_without_a_failure_and_can_be_wished_for_again(worker_of, qtbot):
    worker = worker_of(GIVES_WAY)
    failures = []
    worker.failed.connect(lambda *words: failures.append(words))
    worker.leave_off()
    for _ in range(2):
        with qtbot.waitSignal(worker.progress):
            worker.sync()
        with qtbot.waitSignal(worker.done) as done:
            worker.leave_off()
        assert done.args[0] == 9
    assert failures == []


def test_a_line_that_is_no_event_is_passed_over():
    assert event_of(b"hello\n") is None
    assert event_of(b"[1]\n") is None
    assert event_of(b'{"event": "busy"}\n') == {"event": "busy"}


def test_progress_without_a_guess_leaves_the_time_unknown():
    assert progress_of({"files_done": 2}) == (2, 0, 0, 0, None, None, None, 0, None)
    assert progress_of({"seconds_left": 3}).seconds_left == 3.0


def test_progress_of_an_account_comes_with_its_name_and_count():
    told = progress_of({"account": "work", "account_done": 350, "account_total": 2000})
    assert (told.account, told.account_done, told.account_total) == ("work", 350, 2000)
