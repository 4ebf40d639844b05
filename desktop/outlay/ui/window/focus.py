"""The window's focus ring: the popover's, over everything in the window, and moving with what it surrounds."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.focus_ring import FocusRing

OWN_RING = "paintsOwnRing"
"""A widget with this property set paints its ring itself, around the row that has the keyboard."""

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class WindowRing(FocusRing):
    """Watches the whole application: memory is no concern of a process that ends with its window."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._follow_widget)
        self._application = QApplication.instance()
        if self._application is not None:
            self._application.installEventFilter(self)
        self.follow(on=True)

    def end(self) -> None:
        """Watch no more."""
        self.follow(on=False)
        if self._application is not None:
            self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and presses as the popover's ring; what moves takes the ring along."""
        if event.type() in _MOVES and self.isVisible() and watched is not self:
            self._again.start()
        return super().eventFilter(watched, event)

    def _focus_moved(self, before: QWidget | None, widget: QWidget | None) -> None:
        if widget is not None and widget.property(OWN_RING):
            self.hide()
            return
        super()._focus_moved(before, widget)

    def _follow_widget(self) -> None:
        widget = QApplication.focusWidget()
        if widget is None or not widget.isVisible():
            self.hide()
        elif self.isVisible():
            self._focus_moved(None, widget)


def come_last(window: QWidget, stops: Sequence[QWidget]) -> None:
    """Have Tab reach some widgets after everything else of a window; what is made later would follow them."""
    mine = set(stops)
    others = [widget for widget in _chain(window) if widget not in mine and _takes_tab(widget)]
    if not others:
        return
    for one, following in pairwise((others[-1], *stops)):
        QWidget.setTabOrder(one, following)


def _chain(window: QWidget) -> list[QWidget]:
    widgets, widget = [], window.nextInFocusChain()
    while widget is not None and widget is not window:
        widgets.append(widget)
        widget = widget.nextInFocusChain()
    return widgets


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
