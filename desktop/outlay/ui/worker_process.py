"""The reading process, seen from the tray: wishes go in, events come out, as JSON lines."""

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, Signal

from outlay.domain.answers import Progress
from outlay.domain.moments import UtcMillis

_STOP_MS = 2_000
_NICENESS = 5
"""Reading gives way to whatever the owner works with, the popover among it."""


class WorkerProcess(QObject):
    """Starts the worker when there is a wish and forwards what it tells. It ends by itself when idle."""

    progress = Signal(object)
    slice_ready = Signal(int)
    done = Signal(int, object)
    busy = Signal()
    failed = Signal(str, str)

    def __init__(
        self, data_folder: Path, command: tuple[str, ...] = (), parent: QObject | None = None
    ) -> None:
        """`command` replaces this program's own worker."""
        super().__init__(parent)
        self._command = command or (sys.executable, "-m", "outlay", "worker")
        self._wish: dict[str, Any] | None = None
        self._at_accounts = False
        self._again = True
        self._stopping = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("OUTLAY_DATA_DIR", str(data_folder))
        self._process.setProcessEnvironment(environment)
        self._process.started.connect(self._step_back)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._broke)

    @property
    def reading(self) -> bool:
        """Whether a wish is not answered yet."""
        return self._wish is not None

    @property
    def gives_way(self) -> bool:
        """Whether it reads accounts, which leave off for another wish and go on after it."""
        return self.reading and self._at_accounts

    def sync(self, paths: tuple[str, ...] = ()) -> None:
        """Wish for a reading, of everything or of some paths."""
        self._wish = {"do": "sync", "paths": list(paths)} if paths else {"do": "sync"}
        self._again = True
        self._send()

    def leave_off(self) -> None:
        """Have a reading end at the next place it can go on from, without waiting for it."""
        if self.reading and self._process.state() is QProcess.ProcessState.Running:
            self._process.write(_line({"do": "stop"}))

    def stop(self) -> None:
        """End the worker; it has committed whole slices only, so nothing is lost."""
        self._stopping = True
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        self._process.write(_line({"do": "stop"}))
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(_STOP_MS):
            self._process.kill()
            self._process.waitForFinished(_STOP_MS)

    def _send(self) -> None:
        self._at_accounts = False
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._process.start(self._command[0], list(self._command[1:]))
        if self._wish:
            self._process.write(_line(self._wish))

    def _step_back(self) -> None:
        """Lower the worker's priority, and with it that of what it starts."""
        if sys.platform == "win32":
            return
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._process.processId(), _NICENESS)

    def _read(self) -> None:
        while self._process.canReadLine():
            event = event_of(bytes(self._process.readLine().data()))
            if event:
                self._tell(event)

    def _tell(self, event: Mapping[str, Any]) -> None:
        match event.get("event"):
            case "progress":
                progress = progress_of(event)
                self._at_accounts = progress.account is not None
                self.progress.emit(progress)
            case "slice":
                self.slice_ready.emit(int(event.get("revision", 0)))
            case "done":
                self._wish = None
                self.done.emit(int(event.get("revision", 0)), tuple(event.get("folders", ())))
            case "busy":
                self._wish = None
                self.busy.emit()
            case "failed":
                self._wish = None
                self.failed.emit(str(event.get("title", "")), str(event.get("advice", "")))

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._stopping or self._wish is None:
            return
        well = code == 0 and status is QProcess.ExitStatus.NormalExit
        if well and self._again:
            self._again = False
            self._send()
            return
        self._give_up(QCoreApplication.translate("Worker", "The reading stopped before it was done."))

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._give_up(QCoreApplication.translate("Worker", "The reading could not be started."))

    def _give_up(self, title: str) -> None:
        self._wish = None
        self.failed.emit(
            title, QCoreApplication.translate("Worker", "It is tried again at the next refresh.")
        )


def event_of(line: bytes) -> Mapping[str, Any] | None:
    """One event of the worker; None for a line that is none."""
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) else None


def progress_of(event: Mapping[str, Any]) -> Progress:
    """How far a reading is; counts that were not told are zero, the time left unknown."""
    left, whole_since = event.get("seconds_left"), event.get("whole_since")
    return Progress(
        int(event.get("files_done", 0)),
        int(event.get("files_total", 0)),
        int(event.get("bytes_done", 0)),
        int(event.get("bytes_total", 0)),
        None if left is None else float(left),
        None if whole_since is None else UtcMillis(int(whole_since)),
        None if (account := event.get("account")) is None else str(account),
        int(event.get("account_done", 0)),
        None if (total := event.get("account_total")) is None else int(total),
    )


def _line(wish: Mapping[str, Any]) -> bytes:
    return json.dumps(wish).encode() + b"\n"
