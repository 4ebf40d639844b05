"""One tray app, and one window, for one data folder: a second start brings the first forward and leaves.

A lock file says who is first; a second start writes to a file the first one watches. Qt's local sockets would do the
same, at 3 MB of memory for the network library.
"""

from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

SETTINGS_CHANGED = "settings"
"""The word by which the window tells the tray that the owner set something."""


class SingleInstance(QObject):
    """Holds the lock as long as the program runs; the system lets go of it when the program is killed."""

    forward_wanted = Signal(str)
    """The word the second start brought."""

    def __init__(
        self, runtime_folder: Path, data_folder: Path, parent: QObject | None = None, name: str = "outlay"
    ) -> None:
        super().__init__(parent)
        name = f"{name}-{crc32(str(data_folder).encode()):08x}"
        self._bell = runtime_folder / f"{name}.bell"
        self._lock = QLockFile(str(runtime_folder / f"{name}.lock"))
        self._lock.setStaleLockTime(0)
        self._watch = QFileSystemWatcher(self)
        self._watch.fileChanged.connect(self._rung)

    def take(self, word: str = "") -> bool:
        """Be the first, or bring the first forward with a word for it and answer False."""
        if not self._lock.tryLock(0):
            self._ring(word)
            return False
        self._bell.write_bytes(b"")
        self._bell.chmod(0o600)
        self._watch.addPath(str(self._bell))
        return True

    def tell(self, word: str) -> bool:
        """Bring the first one a word without wishing to be it; False when none runs."""
        runs = self._bell.exists()
        if runs:
            self._ring(word)
        return runs

    def release(self) -> None:
        """Let another one be the first."""
        self._watch.removePath(str(self._bell))
        self._bell.unlink(missing_ok=True)
        self._lock.unlock()

    def _ring(self, word: str) -> None:
        with self._bell.open("ab") as bell:
            bell.write(f"{word}\n".encode())

    def _rung(self) -> None:
        lines = self._bell.read_text("utf-8", errors="replace").splitlines()
        self.forward_wanted.emit(lines[-1] if lines else "")


def runtime_folder(environment_value: str | None, data_folder: Path) -> Path:
    """The session's runtime folder, XDG_RUNTIME_DIR's value, or the data folder, made if need be, where there is none."""
    if environment_value and Path(environment_value).is_dir():
        return Path(environment_value)
    data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return data_folder
