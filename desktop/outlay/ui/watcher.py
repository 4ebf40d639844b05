"""Tells when a log is written to, without asking again and again."""

import os

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from outlay.system.hot_files import hot_files

_QUIET_MS = 1_000


class LogWatch(QObject):
    """Watches folders for new files and their newest files for growth; many changes make one signal.

    `changed` carries the files that grew, or nothing when a folder changed and all must be looked at.
    Qt tells of a folder only when entries come and go, never when a file in it grows.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None, quiet_ms: int = _QUIET_MS) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=quiet_ms)
        self._files: set[str] = set()
        self._folder_changed = False
        self._quiet.timeout.connect(self._tell)
        self._watcher.directoryChanged.connect(self._folder_noticed)
        self._watcher.fileChanged.connect(self._file_noticed)

    def watch(self, folders: tuple[str, ...]) -> None:
        """Watch these folders and their newest files instead of what was watched."""
        wanted = {folder for folder in folders if os.path.isdir(folder)}  # noqa: PTH112 - text in, text out
        wanted.update(hot_files(wanted))
        current = {*self._watcher.directories(), *self._watcher.files()}
        if current - wanted:
            self._watcher.removePaths(sorted(current - wanted))
        if wanted - current:
            self._watcher.addPaths(sorted(wanted - current))

    def _folder_noticed(self, _path: str) -> None:
        self._folder_changed = True
        self._wait()

    def _file_noticed(self, path: str) -> None:
        self._files.add(path)
        self._wait()

    def _wait(self) -> None:
        """The first change starts the wait; a log written all the time is still told once a wait."""
        if not self._quiet.isActive():
            self._quiet.start()

    def _tell(self) -> None:
        files = () if self._folder_changed else tuple(sorted(self._files))
        self._files, self._folder_changed = set(), False
        self.changed.emit(files)
