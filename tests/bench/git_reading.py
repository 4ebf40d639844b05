"""Reading a repository of five thousand own commits, and one new commit, beside `git log` alone.

Measured as the running worker does it: in one process, the store included, the start of a program left out. The
peer of the first reading is `git log` printing the same patches to nowhere, that of one new commit a `git log` with
nothing to say. Linking spend to the new commit follows its reading and is told apart: the gate is for what git is
asked and what is kept of its answer.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from figures import Figure, Gate, LeftOut
from setting import Setting, home_environment

from outlay.app import App
from outlay.use_cases import attribute
from outlay.wiring import app_over, now

_COMMITS = 5_000
_FILES = 200
_LINES = 120
_CHANGED = 12
_OWN = "Ada <ada@example.org> "
_FIRST_SECOND = 1_750_000_000
_PER_COMMIT = Gate(250.0)
_OVER_EMPTY = Gate(10.0)
_PATCHES = ("log", "--all", "-p", "-U0", "--no-color", "--no-ext-diff")
_EMPTY = ("log", "HEAD..HEAD")


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """Microseconds a commit, and milliseconds over an empty `git log`."""
    repository = setting.fresh("repository")
    _git(repository, "init", "-q", "-b", "main")
    _git(repository, "config", "user.email", "ada@example.org")
    _git(repository, "fast-import", "--quiet", given=b"".join(_stream(_COMMITS)))
    corpus = f"{_COMMITS:,} commits"
    return [_first_reading(setting, repository, corpus), *_one_commit(setting, repository, corpus)]


def _first_reading(setting: Setting, repository: Path, corpus: str) -> Figure:
    ours, peer = [], []
    for _ in range(setting.rounds):
        app = _app_with(setting, repository)
        ours.append(_timed_sync(app)[0] / _COMMITS * 1e6)
        peer.append(_timed_git(repository, *_PATCHES) / _COMMITS * 1e6)
    return Figure("git, first reading, a commit", corpus, "us", ours, peer, _PER_COMMIT)


def _one_commit(setting: Setting, repository: Path, corpus: str) -> list[Figure]:
    app = _app_with(setting, repository)
    app.sync("git")
    over, linking, whole, empty = [], [], [], []
    for number in range(max(setting.rounds, 5)):
        _git(
            repository,
            "fast-import",
            "--quiet",
            given=b"".join(_commit(_COMMITS + number, parent="refs/heads/main^0")),
        )
        empty.append(_timed_git(repository, *_EMPTY) * 1e3)
        seconds, linked = _timed_sync(app)
        whole.append(seconds * 1e3)
        linking.append(linked * 1e3)
        over.append(whole[-1] - linking[-1] - empty[-1])
    return [
        Figure("git, one new commit and its linking", corpus, "ms", whole, empty),
        Figure("git, one new commit, over an empty git log", corpus, "ms", over, gate=_OVER_EMPTY),
        Figure("git, one new commit: its linking", corpus, "ms", linking),
    ]


def _app_with(setting: Setting, repository: Path) -> App:
    data = setting.fresh("git")
    app = app_over(data, home_environment(data), now, data_dir=str(data), zone="UTC")
    app.add_repositories([str(repository)])
    return app


def _timed_sync(app: App) -> tuple[float, float]:
    """Seconds of one look at the repository, the store opened and closed as the worker does; and of its linking."""
    linked: list[float] = []
    link = attribute.attribute

    def timed_link(*given: Any) -> bool:
        began = time.perf_counter()
        some = link(*given)
        linked.append(time.perf_counter() - began)
        return some

    with patch.object(attribute, "attribute", timed_link):
        started = time.perf_counter()
        report = app.sync("git")
        seconds = time.perf_counter() - started
    if not report.repositories[0].commits_added:
        raise RuntimeError("no commit was read, so the figure would mean nothing")
    return seconds, linked[-1] if linked else 0.0


def _timed_git(repository: Path, *words: str) -> float:
    started = time.perf_counter()
    _git(repository, *words)
    return time.perf_counter() - started


def _git(repository: Path, *words: str, given: bytes = b"") -> None:
    environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "--no-pager", "-C", str(repository), *words]
    subprocess.run(command, input=given, stdout=subprocess.DEVNULL, env=environment, check=True)


def _stream(commits: int) -> Iterator[bytes]:
    for number in range(commits):
        yield from _commit(number)


def _commit(number: int, parent: str = "") -> Iterator[bytes]:
    """One commit for fast-import: a file with a stretch of its lines rewritten."""
    subject = f"Change part {number}".encode()
    who = f"{_OWN}{_FIRST_SECOND + number * 600} +0000"
    text = _text(number)
    yield f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n".encode()
    yield b"data %d\n%s\n" % (len(subject), subject)
    if parent:
        yield f"from {parent}\n".encode()
    yield f"M 100644 inline src/part_{number % _FILES}.py\n".encode()
    yield b"data %d\n%s\n" % (len(text), text)


def _text(number: int) -> bytes:
    turn = number // _FILES
    lines = []
    for line in range(_LINES):
        last = turn - (turn - line // _CHANGED) % (_LINES // _CHANGED)
        lines.append(f"    total_{line} = compute(part_{number % _FILES}, step_{line}, {max(last, 0)})")
    return "\n".join(lines).encode()
