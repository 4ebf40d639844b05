"""The window's focus ring: the popover's, over everything in the window, and moving with what it surrounds."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.focus_ring import FocusRing
from outlay.ui.parts.own_ring import OWN_RING, keys_came_last

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.LayoutRequest)
_TELL = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress)


class WindowRing(FocusRing):
    """Watches the whole application: memory is no concern of a process that ends with its window.

    The dialogs of its window each get a ring of their own while they are open.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._told: bool | None = None
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._follow_widget)
        self._application = QApplication.instance()
        if self._application is not None:
            self._application.installEventFilter(self)
        self.follow(on=True)

    def end(self) -> None:
        """Watch no more."""
        self.follow(on=False)
        if self._over.parentWidget() is None:
            keys_came_last(None)
        if self._application is not None:
            self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and presses as the popover's ring; what moves takes the ring along."""
        if event.type() in _MOVES and self.isVisible() and watched is not self:
            self._again.start()
        elif event.type() is QEvent.Type.Show and _is_asked_in(watched, self._over):
            # One more filter now would have this one called again for the same event.
            QTimer.singleShot(0, self, partial(self._ring_in, watched))
        quiet = super().eventFilter(watched, event)
        if event.type() in _TELL and self._by_keys is not self._told:
            self._told = self._by_keys
            keys_came_last(self._by_keys)
        return quiet

    def _ring_in(self, dialog: QObject) -> None:
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            return
        ring = WindowRing(self._look, dialog)
        ring._by_keys = self._by_keys
        ring._focus_moved(None, dialog.focusWidget())
        dialog.finished.connect(ring.end)
        dialog.finished.connect(ring.deleteLater)

    def _focus_moved(self, before: QWidget | None, widget: QWidget | None) -> None:
        if widget is not None and (widget.property(OWN_RING) or _takes_no_keys(widget)):
            self.hide()
            return
        super()._focus_moved(before, widget)

    def _follow_widget(self) -> None:
        widget = QApplication.focusWidget()
        if widget is None or not widget.isVisible():
            self.hide()
        elif self.isVisible():
            self._focus_moved(None, widget)


def _is_asked_in(watched: QObject, window: QWidget) -> bool:
    """Whether it is a dialog over the window; those of Qt itself show their focus themselves."""
    if not isinstance(watched, QDialog) or isinstance(watched, (QFileDialog, QMessageBox)):
        return False
    parent = watched.parentWidget()
    return parent is not None and parent.window() is window


def _takes_no_keys(widget: QWidget) -> bool:
    """Qt hands the keyboard to the page as a whole while nothing on it takes it; the next Tab goes on from there."""
    return widget.focusPolicy() == Qt.FocusPolicy.NoFocus
