"""`outlay worker`: the child process that reads for the tray app. JSON lines in, JSON lines out.

In: {"do": "sync"}, with "paths" when single logs changed, or {"do": "stop"}. Out: progress, slice, done, busy, failed. It ends after two minutes
without news, or when its parent is gone.
"""

import json
import queue
import sys
import threading
import time
from argparse import Namespace
from collections.abc import Callable
from typing import Any, NamedTuple

from outlay.app import App
from outlay.cli.reply import Reply
from outlay.domain.accounts import Trouble, WorkWish
from outlay.domain.answers import Progress
from outlay.errors import BusyError, OutlayError

IDLE_SECONDS = 120.0
_TELL_SECONDS = 0.25


class _Wish(NamedTuple):
    """What the tray asks for; `paths` are logs it saw change, none means a look around."""

    do: str
    paths: tuple[str, ...] = ()


def answer(app: App, arguments: Namespace) -> Reply:  # noqa: ARG001
    """Serve wishes until there are none."""
    wishes: queue.Queue[_Wish | None] = queue.Queue()
    threading.Thread(target=_listen, args=(wishes,), daemon=True).start()
    unfinished = False
    while (wish := _next(wishes, unfinished=unfinished)) is not None and wish.do != "stop":
        if wish.do == "sync":
            unfinished = _sync(app, wish.paths, lambda: not wishes.empty()) or (
                unfinished and bool(wish.paths)
            )
    return Reply("worker", None, "")


def _listen(wishes: "queue.Queue[_Wish | None]") -> None:
    for line in sys.stdin:
        wish = _wish_of(line)
        if wish is not None:
            wishes.put(wish)
    wishes.put(None)


def _wish_of(line: str) -> _Wish | None:
    try:
        told = json.loads(line)
    except ValueError:
        return None
    if not isinstance(told, dict):
        return None
    paths = told.get("paths")
    named = tuple(path for path in paths if isinstance(path, str)) if isinstance(paths, list) else ()
    return _Wish(str(told.get("do")), named)


def _next(wishes: "queue.Queue[_Wish | None]", *, unfinished: bool) -> _Wish | None:
    """The next wish; several syncs in a row are one. None when it is time to end.

    `unfinished`: accounts gave way to a wish, and go on when there is no other.
    """
    if unfinished and wishes.empty():
        return _Wish("sync")
    try:
        wish = wishes.get(timeout=IDLE_SECONDS)
        while wish is not None and wish.do == "sync" and not wishes.empty():
            wish = _joined(wish, wishes.get_nowait())
    except queue.Empty:
        return None
    return wish


def _joined(wish: _Wish, later: _Wish | None) -> _Wish | None:
    """Two wishes as one: a look around holds every path, and anything else comes before a sync."""
    if later is None or later.do != "sync":
        return later
    return _Wish("sync", (*wish.paths, *later.paths)) if wish.paths and later.paths else _Wish("sync")


def _sync(app: App, paths: tuple[str, ...], stopped: Callable[[], bool]) -> bool:
    """Read once; says whether accounts gave way to what `stopped` saw coming."""
    try:
        report = app.sync(
            None, _Teller(), tuple(dict.fromkeys(paths)), WorkWish(patient=True, stopped=stopped)
        )
    except BusyError:
        _say(event="busy")
    except OutlayError as error:
        _say(event="failed", title=error.title, advice=error.advice)
    else:
        _say(event="done", revision=report.revision, folders=list(report.folders))
        return any(one.trouble and one.trouble.trouble is Trouble.INTERRUPTED for one in report.accounts)
    return False


class _Teller:
    """Tells progress at most four times a second."""

    def __init__(self) -> None:
        self._told = 0.0

    def __call__(self, progress: Progress) -> None:
        if time.monotonic() - self._told >= _TELL_SECONDS:
            self._told = time.monotonic()
            _say(event="progress", **progress._asdict())
            _say(event="slice")


def _say(**told: Any) -> None:
    try:
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        sys.exit(0)
