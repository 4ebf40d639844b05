"""Starts the window in a process of its own, so that the icon stays small and a closed window costs nothing."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment

_BEFORE_SAMPLE = "OUTLAY_BEFORE_SAMPLE"
"""What the sample's process changed of its environment, as `wiring` keeps it."""


def open_window(data_folder: Path, page: str = "", quiet: str = "") -> bool:
    """Start it on a page, `shipped:ITEM`, or bring the open one forward; False when it cannot be started.

    `quiet` is a sentence at its top. It outlives the process that starts it.
    """
    words = ("--window", *(("--page", page) if page else ()))
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("OUTLAY_DATA_DIR", str(data_folder))
    if quiet:
        environment.insert("OUTLAY_WINDOW_NOTE", quiet)
    return _start(words, environment)


def open_sample() -> bool:
    """Start the sample data in a window of its own; False when it cannot be started."""
    return _start(("--sample", "--window"), QProcessEnvironment.systemEnvironment())


def knows_own_data() -> bool:
    """Whether this is a sample that was started beside the owner's own data."""
    return _BEFORE_SAMPLE in os.environ


def open_own_data() -> bool:
    """From a sample, start the window over the owner's own data; False when it cannot be started."""
    environment = QProcessEnvironment.systemEnvironment()
    before = json.loads(os.environ.get(_BEFORE_SAMPLE, "{}"))
    environment.remove(_BEFORE_SAMPLE)
    for name, value in before.items():
        if value is None:
            environment.remove(name)
        else:
            environment.insert(name, value)
    return _start(("--window",), environment)


def _start(words: Sequence[str], environment: QProcessEnvironment) -> bool:
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments(["-m", "outlay", "app", *words])
    process.setProcessEnvironment(environment)
    started = process.startDetached()
    return bool(started[0] if isinstance(started, tuple) else started)
