"""A button that looks as a link in a text."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from outlay.painting.lines import pixel, snapped, text_in, width_of
from outlay.painting.look import Look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST = 24


class LinkButton(QAbstractButton):
    """Link ink, underlined."""

    def __init__(self, text: str, look: Look, style: str = "small", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._style = look, style
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.change_text(text)

    def change_text(self, text: str) -> None:
        """Another text, its name and its size with it."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedSize(self.sizeHint())

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """The text, in a target that can be hit."""
        width = width_of(self.text(), self._look.font(self._style))
        return QSize(round(width + 0.5), round(max(_LEAST, self._look.line(self._style))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Text and its line."""
        painter, look = QPainter(self), self._look
        ink = look.color("text.link" if self.isEnabled() else "text.disabled")
        rect = QRectF(self.rect())
        width = text_in(painter, rect, self.text(), look.font(self._style), ink)
        under = QColor(ink)
        under.setAlphaF(0.4)
        y = snapped(painter, rect.center().y() + look.line(self._style) * 0.42)
        painter.fillRect(QRectF(0, y, width, pixel(painter)), under)
