"""What the owner chooses in dialogs: repositories, commit e-mails, log folders; and the list of sources."""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, Signal

from outlay.errors import OutlayError
from outlay.presenters.sources import SourceRow
from outlay.ui.app_protocol import FaceApp
from outlay.ui.theme import Theme


class SourcesWindow(Protocol):
    """What is asked of the open list of sources."""

    def show_rows(self, rows: tuple[SourceRow, ...]) -> None:
        """Show other rows."""
        ...

    def raise_(self) -> None:
        """Bring it before other windows."""
        ...

    def activateWindow(self) -> None:
        """Give it the keyboard."""
        ...


class OwnerChoices(QObject):
    """Each wish is one short method; `changed` says that the answers may be others now."""

    changed = Signal()

    def __init__(self, app: FaceApp, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._theme = app, theme
        self._sources: SourcesWindow | None = None

    def show_sources(self) -> None:
        """List the places looked at."""
        self._try(self._show_sources)

    def sources_read(self) -> None:
        """Show anew what is listed, when the list is open."""
        if self._sources is None:
            return
        try:
            self._sources.show_rows(dialogs().rows_of(self._app.sources(), self._app.glance()))
        except OutlayError:
            return  # the foot of the popover says it; the list keeps its last answer

    def choose_repositories(self) -> None:
        """Let the owner tick and untick repositories."""
        self._try(self._choose_repositories)

    def choose_emails(self) -> None:
        """Let the owner tick and untick commit e-mails."""
        self._try(self._choose_emails)

    def add_folder(self) -> None:
        """Let the owner point to a folder with logs."""
        path = dialogs().ask_log_folder()
        if path:
            self._try(lambda: self._keep_folder(path))

    def try_sample(self) -> None:
        """Open the sample data in an app of its own, beside this one."""
        QProcess.startDetached(sys.executable, ["-m", "outlay", "app", "--sample", "--window"])

    def _keep_folder(self, path: str) -> bool:
        self._app.add_log_folder(path)
        return True

    def _show_sources(self) -> bool:
        if self._sources is not None:
            self._sources.raise_()
            self._sources.activateWindow()
            return False
        dialog = dialogs().make_sources(self._app.sources(), self._app.glance())
        dialog.folder_wanted.connect(self.add_folder)
        dialog.destroyed.connect(self._sources_gone)
        self._sources = dialog
        dialog.show()
        return False

    def _sources_gone(self) -> None:
        self._sources = None

    def _choose_repositories(self) -> bool:
        chosen = tuple(known.path for known in self._app.repositories())
        proposed = self._app.propose_repositories()
        home = self._app.glance().home
        change = dialogs().ask_repositories(chosen, proposed, self._theme.look, home)
        if change.added:
            self._app.add_repositories(change.added)
        if change.removed:
            self._app.remove_repositories(change.removed)
        return any(change)

    def _choose_emails(self) -> bool:
        change = dialogs().ask_emails(
            self._app.identities(), self._app.propose_identities(), self._theme.look
        )
        if change.added:
            self._app.add_identities(change.added)
        if change.removed:
            self._app.remove_identities(change.removed)
        return any(change)

    def _try(self, act: Callable[[], bool]) -> None:
        """Do something that answers whether anything changed."""
        try:
            changed = act()
        except OutlayError as error:
            dialogs().tell(error.title, error.advice)
            changed = True
        if changed:
            self.changed.emit()


def dialogs() -> ModuleType:
    """The module of all dialogs, imported late."""
    from outlay.ui import dialogs as found  # noqa: PLC0415 - 1.5 MB that icon and popover do not need

    return found
