"""The worker speaks JSON lines, reads on a wish, and ends when its parent goes."""

import json
import os
import subprocess
import sys

import pytest

from claude_lines import response, write_log
from outlay.system.run_lock import run_lock


@pytest.fixture
def worker(empty_home):
    write_log(empty_home, [response()])
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(empty_home),
        "OUTLAY_DATA_DIR": str(empty_home / "data"),
        "OUTLAY_CONFIG_DIR": str(empty_home),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "outlay", "worker"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


def ask(process, line):
    process.stdin.write(line + "\n")
    process.stdin.flush()


def until(process, *events):
    """Events up to one of those named."""
    seen = []
    for line in process.stdout:
        seen.append(json.loads(line))
        if seen[-1]["event"] in events:
            return seen
    return seen


def test_a_wish_to_sync_ends_in_done_with_the_folders_to_watch(worker, empty_home):
    ask(worker, json.dumps({"do": "sync"}))
    done = until(worker, "done", "failed", "busy")[-1]
    assert done["event"] == "done"
    assert done["revision"] >= 1
    assert str(empty_home / ".claude" / "projects") in done["folders"]


def test_words_that_are_no_wish_are_passed_over(worker):
    ask(worker, "not json")
    ask(worker, "[1, 2]")
    ask(worker, json.dumps({"do": "dance"}))
    ask(worker, json.dumps({"do": "sync"}))
    assert until(worker, "done")[-1]["event"] == "done"


def test_a_second_one_says_busy(worker, empty_home):
    (empty_home / "data").mkdir(mode=0o700)
    with run_lock(empty_home / "data" / "sync.lock"):
        ask(worker, json.dumps({"do": "sync"}))
        assert until(worker, "busy", "done")[-1] == {"event": "busy"}


@pytest.mark.parametrize("ending", ["stop", "close"])
def test_it_ends_when_told_or_when_its_parent_is_gone(worker, ending):
    if ending == "stop":
        ask(worker, json.dumps({"do": "stop"}))
    else:
        worker.stdin.close()
    assert worker.wait(timeout=20) == 0


def test_a_database_that_cannot_be_used_is_said_in_words(worker, empty_home):
    (empty_home / "data" / "outlay.sqlite").mkdir(parents=True)
    (empty_home / "data").chmod(0o700)
    ask(worker, json.dumps({"do": "sync"}))
    failed = until(worker, "failed", "done")[-1]
    assert failed["event"] == "failed"
    assert failed["title"]


def test_a_wish_that_names_a_changed_log_reads_that_log(worker, empty_home):
    ask(worker, json.dumps({"do": "sync"}))
    first = until(worker, "done")[-1]["revision"]
    log = next((empty_home / ".claude").rglob("*.jsonl"))
    with log.open("a") as file:
        file.write(json.dumps(response("m2", "r2")) + "\n")
    ask(worker, json.dumps({"do": "sync", "paths": [str(log)]}))
    assert until(worker, "done")[-1]["revision"] == first + 1
