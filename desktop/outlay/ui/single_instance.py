"""One tray app for one data folder: a second start brings the first forward and leaves.

A lock file says who is first; a second start writes to a file the first one watches. Qt's local sockets would do the
same, at 3 MB of memory for the network library.
"""

from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal


class SingleInstance(QObject):
    """Holds the lock as long as the program runs; the system lets go of it when the program is killed."""

    forward_wanted = Signal()

    def __init__(self, runtime_folder: Path, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = f"outlay-{crc32(str(data_folder).encode()):08x}"
        self._bell = runtime_folder / f"{name}.bell"
        self._lock = QLockFile(str(runtime_folder / f"{name}.lock"))
        self._lock.setStaleLockTime(0)
        self._watch = QFileSystemWatcher(self)
        self._watch.fileChanged.connect(self._rung)

    def take(self) -> bool:
        """Be the first, or bring the first forward and answer False."""
        if not self._lock.tryLock(0):
            self._ring()
            return False
        self._bell.write_bytes(b"")
        self._bell.chmod(0o600)
        self._watch.addPath(str(self._bell))
        return True

    def release(self) -> None:
        """Let another one be the first."""
        self._watch.removePath(str(self._bell))
        self._bell.unlink(missing_ok=True)
        self._lock.unlock()

    def _ring(self) -> None:
        with self._bell.open("ab") as bell:
            bell.write(b".")

    def _rung(self) -> None:
        self.forward_wanted.emit()


def runtime_folder(environment_value: str | None, data_folder: Path) -> Path:
    """The session's runtime folder, XDG_RUNTIME_DIR's value, or the data folder where there is none."""
    if environment_value and Path(environment_value).is_dir():
        return Path(environment_value)
    return data_folder
