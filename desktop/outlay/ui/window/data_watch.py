"""Says when the database was written to by another process, so that open pages follow a reading that goes on."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_REST_MS = 1_000
_SOON_MS = 150


class DataWatch(QObject):
    """Tells the first change soon, and the following ones of a reading once a second at most."""

    changed = Signal()

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._watch = QFileSystemWatcher(self)
        self._watch.fileChanged.connect(self._noticed)
        self._watch.directoryChanged.connect(self._look)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._tell)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._again = False
        self._rest.timeout.connect(self._rested)

    def start(self) -> None:
        """Begin to watch; the folder must be there."""
        self._watch.addPath(str(self._database.parent))
        self._look()

    def _look(self) -> None:
        """Files come with the first writer and go with the last."""
        paths = (self._database, self._database.with_name(self._database.name + "-wal"))
        fresh = [str(path) for path in paths if path.exists() and str(path) not in self._watch.files()]
        if fresh:
            self._watch.addPaths(fresh)
            self._noticed()

    def _noticed(self) -> None:
        if self._rest.isActive():
            self._again = True
        elif not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        self._rest.start()
        self.changed.emit()

    def _rested(self) -> None:
        again, self._again = self._again, False
        if again:
            self._noticed()
