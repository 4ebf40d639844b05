"""The ring around what has the keyboard, shown only after keyboard use."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.rows import RowWidget

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_REACH = 4


class FocusRing(QWidget):
    """A transparent overlay of its parent that follows the focus inside it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._look = look
        self._inside = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def follow(self, *, on: bool) -> None:
        """Start or stop following; outside the time its parent is shown it costs nothing."""
        app = QApplication.instance()
        if app is not None:
            (app.installEventFilter if on else app.removeEventFilter)(self)
        self.hide()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus by its reason; a mouse press puts the ring away."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._focus_came(watched, event)
        elif event.type() is QEvent.Type.MouseButtonPress:
            self.hide()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two pixels around, rounded as what it surrounds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("focus.ring"), 2))
        radius = self._look.size("radius.button") + (0 if self._inside else 2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _focus_came(self, widget: QWidget, event: QEvent) -> None:
        ours = self._over.isAncestorOf(widget)
        if not (ours and isinstance(event, QFocusEvent) and event.reason() in _BY_KEYS):
            self.hide()
            return
        self._inside = isinstance(widget, RowWidget)
        place = QRect(widget.mapTo(self._over, QPoint()), widget.size())
        aside, over = (_REACH, 0) if self._inside else (_REACH, _REACH)
        self.setGeometry(place.adjusted(-aside, -over, aside, over))
        self.raise_()
        self.show()
