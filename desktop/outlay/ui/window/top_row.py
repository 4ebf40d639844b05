"""The row above a page that does not scroll: title at the left, actions and the period picker at the right."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from outlay.painting.lines import text_in, width_of
from outlay.painting.look import Look
from outlay.ui.window.picker import PeriodPicker

_BETWEEN = 8


class Title(QWidget):
    """One line in the title style."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.take_look(look)

    def show_text(self, text: str) -> None:
        """Show another title."""
        self.text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.look = look
        self.setFixedHeight(round(look.line("title")))

    def minimumSizeHint(self) -> QSize:
        """A title is elided before the picker is cut."""
        return QSize(40, self.height())

    def sizeHint(self) -> QSize:
        """As wide as its text."""
        return QSize(round(width_of(self.text, self.look.font("title"))) + 1, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The title."""
        rect = self.rect().toRectF()
        text_in(QPainter(self), rect, self.text, self.look.font("title"), self.look.color("text.ink"))


class TopRow(QWidget):
    """Title, a page's own buttons, the picker."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Title(look)
        self.picker = PeriodPicker(look)
        self._actions: tuple[QWidget, ...] = ()
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(_BETWEEN)
        self._row = QHBoxLayout()
        self._row.setSpacing(_BETWEEN)
        self._row.addStretch(1)
        self._row.addWidget(self.picker)
        self._lines.addWidget(self.heading, 1)
        self._lines.addLayout(self._row)

    def show_actions(self, actions: Iterable[QWidget]) -> None:
        """Show a page's own buttons before the picker."""
        for widget in self._actions:
            self._row.removeWidget(widget)
            widget.hide()
        self._actions = tuple(actions)
        for number, widget in enumerate(self._actions):
            self._row.insertWidget(1 + number, widget)
            widget.show()

    def take_width(self, width: int) -> None:
        """The title stands above its buttons where both find no room on one line."""
        shown = [part for part in (*self._actions, self.picker) if not part.isHidden()]
        needed = sum(part.sizeHint().width() + _BETWEEN for part in shown)
        one_line = self.heading.sizeHint().width() + needed <= width
        directions = QBoxLayout.Direction
        self._lines.setDirection(directions.LeftToRight if one_line else directions.TopToBottom)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.heading.take_look(look)
        self.picker.take_look(look)
