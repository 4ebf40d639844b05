"""Buttons that paint themselves from the look: quiet, plain, filled, tab."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from outlay.painting.lines import text_in, width_of
from outlay.painting.look import Look

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB_PAD = 10.5
_QUIET_PAD = 9
_PAD = 13
_AIR = 12
_SMALL_AIR = 8


class ButtonKind(Enum):
    """How loud a button is."""

    QUIET = "quiet"
    PLAIN = "plain"
    FILLED = "filled"
    TAB = "tab"
    DOTS = "dots"


class TextButton(QAbstractButton):
    """A button of one line. Arrow keys are left to the card, Enter presses."""

    def __init__(self, text: str, kind: ButtonKind, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._look = look
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCheckable(kind is ButtonKind.TAB)
        self.setAutoExclusive(kind is ButtonKind.TAB)
        self.take_look(look)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.setFixedSize(self.sizeHint())
        self.update()

    def change_text(self, text: str) -> None:
        """Another text, its name and its size with it."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedSize(self.sizeHint())

    @property
    def kind(self) -> ButtonKind:
        """How loud it is."""
        return self._kind

    def change_kind(self, kind: ButtonKind) -> None:
        """Louder or quieter: plain to filled and back, which are of one size."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its boldest text, so that checking never moves a neighbour."""
        look = self._look
        air = _SMALL_AIR if self._small() else _AIR
        height = look.row_height("size.button_small" if self._small() else "size.button", "body", air)
        if self._kind is ButtonKind.DOTS:
            return QSize(34, height)
        width = width_of(self.text(), look.font("body", 600 if self._kind is ButtonKind.TAB else 500))
        return QSize(round(width + 2 * self._pad()), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; arrows go on to the card."""
        if event.key() in _ENTER:
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, outline and text of its kind."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        self._ground(painter, rect)
        if self._kind is ButtonKind.DOTS:
            self._dots(painter, rect)
        else:
            text_in(painter, rect, self.text(), self._font(), self._ink(), Qt.AlignmentFlag.AlignHCenter)

    def _small(self) -> bool:
        return self._kind in (ButtonKind.TAB, ButtonKind.QUIET, ButtonKind.DOTS)

    def _pad(self) -> float:
        return {ButtonKind.TAB: _TAB_PAD, ButtonKind.QUIET: _QUIET_PAD}.get(self._kind, _PAD)

    def _font(self) -> QFont:
        if self._kind is ButtonKind.TAB:
            return self._look.font("body", 600 if self.isChecked() else 400)
        return self._look.font("body", 500)

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self._look.color("text.disabled")
        if self._kind is ButtonKind.TAB:
            return self._look.color("text.ink" if self.isChecked() else "text.second")
        names = {ButtonKind.QUIET: "text.link", ButtonKind.FILLED: "text.on_accent"}
        return self._look.color(names.get(self._kind, "text.ink"))

    def _ground(self, painter: QPainter, rect: QRectF) -> None:
        radius = self._look.size("radius.button")
        painter.setPen(Qt.PenStyle.NoPen)
        if self._kind is ButtonKind.PLAIN:
            painter.setPen(QPen(self._look.color("line.hairline_strong"), 1))
            rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        name = self._ground_name()
        if name:
            painter.setBrush(self._look.color(name))
            painter.drawRoundedRect(rect, radius, radius)

    def _ground_name(self) -> str:
        over, down = self.underMouse() and self.isEnabled(), self.isDown()
        if self._kind is ButtonKind.FILLED and not self.isEnabled():
            return "surface.selected"
        if self._kind is ButtonKind.FILLED:
            return "accent.pressed" if down else "accent.hover" if over else "accent.base"
        if self._kind is ButtonKind.TAB and self.isChecked():
            return "surface.selected"
        if down:
            return "surface.selected"
        if over:
            return "surface.hover"
        return "surface.field" if self._kind is ButtonKind.PLAIN else ""

    def _dots(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("text.second"))
        for step in (-8, 0, 8):
            painter.drawEllipse(QPointF(rect.center().x() + step, rect.center().y()), 2, 2)
