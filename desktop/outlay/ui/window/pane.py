"""The ground of a page's pane, at the right of the sheet or over its right side."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.painting.lines import vertical
from outlay.painting.look import Look


class PaneHolder(QWidget):
    """Holds one page's pane at a time; without one it is not there."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self.content: QWidget | None = None
        self.hide()

    def hold(self, content: QWidget | None) -> None:
        """Show a pane's content, or nothing."""
        if content is self.content:
            return
        if self.content is not None:
            self._column.removeWidget(self.content)
            self.content.hide()
        self.content = content
        if content is not None:
            self._column.addWidget(content)
            content.show()
        self.setVisible(content is not None)

    def take_look(self, look: Look) -> None:
        """Draw by another look; the page sees to its content."""
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet with a hairline at its left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface.sheet"))
        vertical(painter, 0, 0, self.height(), self._look.color("line.hairline_strong"))
