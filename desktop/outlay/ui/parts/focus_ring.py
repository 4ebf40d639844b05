"""The ring around what has the keyboard, shown only after keyboard use."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.rows import RowWidget

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_REACH = 4


class FocusRing(QWidget):
    """A transparent overlay of its parent that follows the focus inside it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._look = look
        self._inside = False
        self._by_keys = False
        self._follows = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def watch(self, *widgets: QWidget) -> None:
        """Have keys and presses told by its parent and by what keeps presses to itself.

        Watching the whole application would be less to say, and would have Python know every kind of event and
        widget, the style among them (2 MB).
        """
        for widget in (self._over, *widgets):
            widget.installEventFilter(self)

    def follow(self, *, on: bool) -> None:
        """Start or stop following; outside the time its parent is shown it costs nothing."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and on != self._follows:
            (app.focusChanged.connect if on else app.focusChanged.disconnect)(self._focus_moved)
            self._follows = on
        self._by_keys = False
        self.hide()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the focus while keys move it; a mouse press puts the ring away.

        The focus's own reason does not tell: rows made anew take it back in code after a click as well.
        """
        if event.type() in _KEYS:
            self._by_keys = True
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._by_keys = False
            self.hide()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two pixels around, rounded as what it surrounds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("focus.ring"), 2))
        radius = self._look.size("radius.button") + (0 if self._inside else 2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _focus_moved(self, _before: QWidget | None, widget: QWidget | None) -> None:
        if widget is None:
            return
        if not (self._by_keys and self._over.isAncestorOf(widget)):
            self.hide()
            return
        self._inside = isinstance(widget, RowWidget)
        place = QRect(widget.mapTo(self._over, QPoint()), widget.size())
        aside, over = (_REACH, 0) if self._inside else (_REACH, _REACH)
        self.setGeometry(place.adjusted(-aside, -over, aside, over))
        self.raise_()
        self.show()
