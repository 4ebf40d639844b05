"""The ground of a page's pane, at the right of the sheet or over its right side, and how it comes and goes."""

from PySide6.QtCore import QEasingCurve, QRect, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.painting.lines import vertical
from outlay.painting.look import Look
from outlay.ui.motion import moving_for

SLIDE_MS = 140


class PaneHolder(QWidget):
    """Holds one page's pane at a time; without one it is not there. It slides in from the right and out to it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._place = QRect()
        self._leaving: QWidget | None = None
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._move)
        self._slide.finished.connect(self._arrive)
        self.content: QWidget | None = None
        self.hide()

    def hold(self, content: QWidget | None) -> None:
        """Show a pane's content, or nothing."""
        if content is self.content:
            return
        before, self.content = self.content, content
        self._slide.stop()
        self._arrive()
        if content is None:
            self._leave(before)
        else:
            self._take_out(before)
            self._column.addWidget(content)
            content.show()
            self.show()
            if before is None:
                self._begin(1.0, 0.0)

    def lie(self, place: QRect) -> None:
        """Where it lies once it has come to rest; while it leaves, it leaves from where it was."""
        if self._leaving is None:
            self._place = place
            self._move(self._slide.currentValue() if self._slides else 0.0)

    def take_look(self, look: Look) -> None:
        """Draw by another look; the page sees to its content."""
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet with a hairline at its left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface.sheet"))
        vertical(painter, 0, 0, self.height(), self._look.color("line.hairline_strong"))

    @property
    def _slides(self) -> bool:
        return self._slide.state() is QVariantAnimation.State.Running

    def _leave(self, content: QWidget | None) -> None:
        self._leaving = content
        if not self._begin(0.0, 1.0):
            self._arrive()

    def _begin(self, start: float, end: float) -> bool:
        """Begin to slide; False where nothing is to move."""
        milliseconds = moving_for(SLIDE_MS)
        if not milliseconds:
            return False
        self._slide.setDuration(milliseconds)
        self._slide.setStartValue(start)
        self._slide.setEndValue(end)
        self.show()
        self._slide.start()
        return True

    def _move(self, gone: float) -> None:
        """Lie so much of its width to the right of its place."""
        self.setGeometry(self._place.translated(round(gone * self._place.width()), 0))

    def _arrive(self) -> None:
        """What was leaving is gone."""
        self._take_out(self._leaving)
        self._leaving = None
        self.setVisible(self.content is not None)

    def _take_out(self, content: QWidget | None) -> None:
        if content is not None:
            self._column.removeWidget(content)
            content.hide()
