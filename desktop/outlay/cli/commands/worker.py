"""`outlay worker`: the child process that reads for the tray app. JSON lines in, JSON lines out.

In: {"do": "sync"} or {"do": "stop"}. Out: progress, slice, done, busy, failed. It ends after two minutes
without news, or when its parent is gone.
"""

import json
import queue
import sys
import threading
import time
from argparse import Namespace
from typing import Any

from outlay.app import App
from outlay.cli.reply import Reply
from outlay.domain.answers import Progress
from outlay.errors import BusyError, OutlayError

IDLE_SECONDS = 120.0
_TELL_SECONDS = 0.25


def answer(app: App, arguments: Namespace) -> Reply:  # noqa: ARG001
    """Serve wishes until there are none."""
    wishes: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_listen, args=(wishes,), daemon=True).start()
    while (wish := _next(wishes)) is not None and wish != "stop":
        if wish == "sync":
            _sync(app)
    return Reply("worker", None, "")


def _listen(wishes: "queue.Queue[str | None]") -> None:
    for line in sys.stdin:
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            wishes.put(str(told.get("do")))
    wishes.put(None)


def _next(wishes: "queue.Queue[str | None]") -> str | None:
    """The next wish; several of a kind in a row are one. None when it is time to end."""
    try:
        wish = wishes.get(timeout=IDLE_SECONDS)
        while wish == "sync" and not wishes.empty():
            wish = wishes.get_nowait()
    except queue.Empty:
        return None
    return wish


def _sync(app: App) -> None:
    try:
        report = app.sync(None, _Teller())
    except BusyError:
        _say(event="busy")
    except OutlayError as error:
        _say(event="failed", title=error.title, advice=error.advice)
    else:
        _say(event="done", revision=report.revision, folders=list(report.folders))


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
