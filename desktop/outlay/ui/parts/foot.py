"""The foot of the card: what the owner can do from here."""

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.buttons import ButtonKind, TextButton

_HEIGHT = 44
_LEFT, _RIGHT = 10, 6


class FootBar(QWidget):
    """Open the window, Refresh, Pause or Resume, and the menu with Sources, what was chosen and Quit."""

    window_wanted = Signal()
    refresh_wanted = Signal()
    pause_wanted = Signal(bool)
    sources_wanted = Signal()
    repositories_wanted = Signal()
    emails_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paused = False
        self._open = TextButton(QCoreApplication.translate("Popover", "Open Outlay"), ButtonKind.QUIET, look)
        self._refresh = TextButton(QCoreApplication.translate("Popover", "Refresh"), ButtonKind.QUIET, look)
        self._pause = TextButton(_pause_text(paused=False), ButtonKind.QUIET, look)
        self._more = TextButton(QCoreApplication.translate("Popover", "More"), ButtonKind.DOTS, look)
        self._menu = QMenu(self)
        self._fill_menu()
        self._connect()
        self._lay_out()
        self.take_look(look)

    @property
    def menu_open(self) -> bool:
        """Whether the menu is what took the keyboard away."""
        return self._menu.isVisible()

    def show_paused(self, *, paused: bool) -> None:
        """Offer the other of pause and resume."""
        self._paused = paused
        self._pause.change_text(_pause_text(paused=paused))
        self._pause_entry.setText(_pause_text(paused=paused))
        self._refresh.setEnabled(not paused)
        self._make_room()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        for button in self.buttons():
            button.take_look(look)
        self.setFixedHeight(max(_HEIGHT, self._refresh.height() + 16))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more or fewer buttons."""
        super().resizeEvent(event)
        self._make_room()

    def buttons(self) -> tuple[TextButton, ...]:
        """The buttons in reading order."""
        return self._open, self._refresh, self._pause, self._more

    def _make_room(self) -> None:
        """Where words are long, pause stands in the menu."""
        needed = sum(button.width() for button in self.buttons()) + _LEFT + _RIGHT
        crowded = needed > self.width()
        self._pause.setVisible(not crowded)
        self._pause_entry.setVisible(crowded)

    def _fill_menu(self) -> None:
        self._pause_entry = self._menu.addAction(_pause_text(paused=False))
        self._pause_entry.triggered.connect(lambda: self.pause_wanted.emit(not self._paused))
        sources = self._menu.addAction(QCoreApplication.translate("Popover", "Sources\u2026"))
        sources.triggered.connect(self.sources_wanted)
        repositories = self._menu.addAction(QCoreApplication.translate("Popover", "Repositories\u2026"))
        repositories.triggered.connect(self.repositories_wanted)
        emails = self._menu.addAction(QCoreApplication.translate("Popover", "Commit e-mails\u2026"))
        emails.triggered.connect(self.emails_wanted)
        self._menu.addSeparator()
        quit_all = self._menu.addAction(QCoreApplication.translate("Popover", "Quit Outlay"))
        quit_all.triggered.connect(self.quit_wanted)

    def _connect(self) -> None:
        self._open.clicked.connect(self.window_wanted)
        self._refresh.clicked.connect(self.refresh_wanted)
        self._pause.clicked.connect(lambda: self.pause_wanted.emit(not self._paused))
        self._more.clicked.connect(self._open_menu)

    def _open_menu(self) -> None:
        corner = self._more.mapToGlobal(QPoint(self._more.width(), 0))
        self._menu.popup(corner - QPoint(self._menu.sizeHint().width(), self._menu.sizeHint().height()))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 1, _RIGHT, 0)
        row.setSpacing(0)
        for button in self.buttons()[:-1]:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._more)


def _pause_text(*, paused: bool) -> str:
    if paused:
        return QCoreApplication.translate("Popover", "Resume")
    return QCoreApplication.translate("Popover", "Pause")
