"""Fields to type in: an outline, a halo while typed in, and the reason when what is typed is refused."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from outlay.domain.words import Run
from outlay.painting.look import Look
from outlay.painting.signs import paint_cross, paint_magnifier
from outlay.ui.parts.own_ring import OWN_RING
from outlay.ui.parts.words import WordsLabel

_PAD = 10
_HALO = 1
_SIGN_ROOM = 18
_AIR = 12


class TextField(QWidget):
    """One line. `changed` tells every change, `submitted` Enter."""

    changed = Signal(str)
    submitted = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        placeholder: str = "",
        *,
        search: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.box = _Box(look, name, placeholder, search=search)
        self.edit = self.box.edit
        self.reason = WordsLabel(look, "small", "status.failing")
        self.reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self.reason)
        self.edit.textChanged.connect(self._typed)
        self.edit.returnPressed.connect(lambda: self.submitted.emit(self.text()))
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What stands in it, without the air around."""
        return self.edit.text().strip()

    def show_text(self, text: str) -> None:
        """Put a text in without telling."""
        self.edit.blockSignals(True)
        self.edit.setText(text)
        self.edit.blockSignals(False)
        self.refuse("")
        self.box.settle()

    def refuse(self, reason: str) -> None:
        """Say why what stands in it cannot be taken; an empty reason takes it back."""
        self.box.refused = bool(reason)
        self.reason.show_words((Run(reason),) if reason else (), self.width())
        self.edit.setAccessibleDescription(reason)
        self.box.update()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.box.take_look(look)
        self.reason.take_look(look)

    def _typed(self) -> None:
        if self.box.refused:
            self.refuse("")
        self.box.settle()
        self.changed.emit(self.text())


class _Edit(QLineEdit):
    """The line itself, without a frame; its box shows that it has the keyboard."""

    def __init__(self, box: "_Box", *, search: bool) -> None:
        super().__init__(box)
        self._box, self._search = box, search
        self.setFrame(False)
        self.setProperty(OWN_RING, True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The halo comes."""
        super().focusInEvent(event)
        self._box.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The halo goes."""
        super().focusOutEvent(event)
        self._box.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties a search before it closes anything."""
        if self._search and event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Box(QWidget):
    """Ground and outline around the line."""

    def __init__(self, look: Look, name: str, placeholder: str, *, search: bool) -> None:
        super().__init__()
        self.look = look
        self.refused = False
        self._search = search
        self.edit = _Edit(self, search=search)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self._clear = _Clear(look, self)
        self._clear.clicked.connect(self.edit.clear)
        self._clear.clicked.connect(self.edit.setFocus)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.edit)
        self._row.addWidget(self._clear)
        self.take_look(look)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.look = look
        palette = QPalette(self.edit.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Text, look.color("text.ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, look.color("text.placeholder"))
        palette.setColor(QPalette.ColorRole.Highlight, look.color("surface.selected"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.color("text.ink"))
        self.edit.setPalette(palette)
        self.edit.setFont(look.font("body"))
        self._clear.take_look(look)
        before = _PAD - 2 + (round(_SIGN_ROOM * look.text_scale) if self._search else 0)
        self._row.setContentsMargins(before, _HALO, 4, _HALO)
        self.setFixedHeight(look.row_height("size.field", air=_AIR))
        self.settle()

    def settle(self) -> None:
        """A search that holds something can be emptied."""
        self._clear.setVisible(self._search and bool(self.edit.text()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, outline, halo, magnifier."""
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()).adjusted(1, 1, -1, -1), look.size("radius.field")
        focused = self.edit.hasFocus()
        name = "status.failing_mark" if self.refused else "focus.ring" if focused else "line.field"
        painter.setPen(QPen(look.color(name), 2 if focused else 1))
        painter.setBrush(look.color("surface.field"))
        inner = rect if focused else rect.adjusted(-0.5, -0.5, 0.5, 0.5)
        painter.drawRoundedRect(inner, radius, radius)
        if self._search:
            centre = QPointF(_PAD + 6 * look.text_scale, rect.center().y())
            paint_magnifier(painter, centre, look.color("text.third"), look.text_scale)


class _Clear(QAbstractButton):
    """Empties a search; keys have Esc for it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(QCoreApplication.translate("Fields", "Clear"))
        self.hide()

    def take_look(self, look: Look) -> None:
        self._look = look
        side = round(24 * look.text_scale)
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = self._look.color("text.ink" if self.underMouse() else "text.third")
        paint_cross(QPainter(self), QRectF(self.rect()).center(), ink, self._look.text_scale)
