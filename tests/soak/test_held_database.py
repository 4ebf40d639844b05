"""Another program holds the database for a full minute while `outlay sync` and the tray's worker want to write."""

import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from claude_lines import response, write_log

HELD_S = 60
MOST_WAIT_S = 8
"""A program that waits five seconds for the other, with its start and its end."""

pytestmark = [pytest.mark.soak, pytest.mark.timeout(10 * 60)]


@pytest.fixture
def environment(empty_home):
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(empty_home),
        "OUTLAY_DATA_DIR": str(empty_home / "data"),
        "OUTLAY_CONFIG_DIR": str(empty_home),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }


@pytest.fixture
def outlay(environment):
    """One call of the program: exit code, the JSON it answered with, what it said beside, and the seconds it took."""

    def call(*words):
        started = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "outlay", "--zone", "UTC", *words, "--json"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, json.loads(done.stdout), done.stderr, time.monotonic() - started

    return call


class Worker:
    """`outlay worker`, whose words are gathered as they come."""

    def __init__(self, environment):
        command = [sys.executable, "-m", "outlay", "--zone", "UTC", "worker"]
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.ends: list[dict[str, object]] = []
        self._reader = threading.Thread(target=self._listen)
        self._reader.start()

    def _listen(self):
        for line in self._process.stdout:
            told = json.loads(line)
            if told["event"] not in {"progress", "slice"}:
                self.ends.append(told)

    def sync(self):
        """Ask for a reading and wait until it ended, one way or another."""
        before = len(self.ends)
        self._process.stdin.write('{"do": "sync"}\n')
        self._process.stdin.flush()
        while len(self.ends) == before:
            time.sleep(0.02)
        return self.ends[-1]

    def end(self):
        self._process.communicate('{"do": "stop"}\n', timeout=20)
        self._reader.join()


@pytest.fixture
def worker(environment):
    worker = Worker(environment)
    yield worker
    worker.end()


def to_write(database):
    """Keep others from writing, as a program in the middle of a change does."""
    database.execute("begin exclusive")


def alone(database):
    """Keep others from reading too."""
    database.execute("pragma locking_mode = exclusive")
    database.execute("begin immediate")


@contextmanager
def held(path, how):
    """The database in another program's hands."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as holder:
        how(holder)
        yield
        holder.execute("rollback")


def log(home: Path, number: int):
    lines = [response(f"m{number}-{n}", f"r{number}-{n}", tokens=(0, 0, 0, 0, 1_000)) for n in range(50)]
    write_log(home, lines, name=f"5f0c0000-0000-4000-8000-{number:012}")


def total(outlay):
    return outlay("spend")[1]["data"]["total"]["requests"]


@pytest.mark.parametrize("how", [to_write, alone])
def test_a_minute_in_another_programs_hands_is_said_costs_nothing_and_ends_by_itself(
    empty_home, outlay, worker, how
):
    log(empty_home, 0)
    assert worker.sync()["event"] == "done"
    before = total(outlay)
    tried = 0
    with held(empty_home / "data" / "outlay.sqlite", how):
        freed = time.monotonic() + HELD_S
        while time.monotonic() < freed:
            tried += 1
            log(empty_home, tried)
            code, answer, said, took = outlay("sync")
            assert code == 3
            assert answer["data"]["title"] == "Another program holds the database."
            assert answer["data"]["advice"]
            assert said.startswith("Another program holds the database.")
            assert said.count("\n") == 1
            assert took < MOST_WAIT_S
            told = worker.sync()
            assert (told["event"], told["title"]) == ("failed", "Another program holds the database.")
    assert tried >= HELD_S // (2 * MOST_WAIT_S)
    assert total(outlay) == before == 50
    assert worker.sync()["event"] == "done"
    assert total(outlay) == 50 * (tried + 1)
    assert outlay("sync")[1]["data"]["readers"][0]["facts_added"] == 0


def test_what_was_read_is_still_answered_while_another_program_writes(empty_home, outlay):
    log(empty_home, 0)
    outlay("sync")
    with held(empty_home / "data" / "outlay.sqlite", to_write):
        code, answer, _, took = outlay("spend")
    assert (code, answer["data"]["total"]["requests"]) == (0, 50)
    assert took < MOST_WAIT_S / 2
