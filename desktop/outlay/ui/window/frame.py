"""The room of one page: its content centred on the sheet, and what stands there before, or instead of, an answer."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from outlay.painting.lines import text_in
from outlay.painting.look import Look
from outlay.ui.parts.scrolling import scrolling
from outlay.ui.window.measures import Measures, measures_of
from outlay.ui.window.page import Page

NARROW_BELOW = 860
_LARGE_TEXT = 1.5
_LEAST = 320
_BELOW = 32
"""The most room below a page; the margins beside it grow with the window."""

_DEPTH = 4
"""How often a height that follows from a width can change the one above it."""

_BLOCKS = (
    (0, 0, 0.22, 36),
    (0.52, 0, 0.08, 36),
    (0, 66, 1.0, 164),
    (0, 262, 0.57, 180),
    (0.62, 262, 0.38, 180),
)


class Blocks(QWidget):
    """Quiet blocks in the size of what will stand there, with a sentence: no spinner, no shimmer."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._sentence = ""

    def say(self, sentence: str) -> None:
        """How far the reading is, or an empty sentence."""
        self._sentence = sentence
        self.setAccessibleName(sentence)
        self.update()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Figure, line and tables as plain grounds."""
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("surface.sunken"))
        for left, top, width, height in _BLOCKS:
            full = self.width()
            painter.drawRoundedRect(QRectF(left * full, top, width * full, height), 6, 6)
        box = QRectF(12, 66, self.width() - 24, 164)
        second = look.color("text.second")
        text_in(painter, box, self._sentence, look.font("body"), second, Qt.AlignmentFlag.AlignHCenter)


class PageFrame(QWidget):
    """Holds a page, gives it its width, and scrolls it when it does not scroll itself."""

    def __init__(self, page: Page, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self.look = page, look
        self._measures = measures_of(round(look.size("size.page_max")), look, pane=False)
        self.blocks = Blocks(look)
        self._inner = QWidget()
        self._stack = QStackedLayout(self._inner)
        self._stack.addWidget(self.blocks)
        self._stack.addWidget(page)
        self._centred = QWidget()
        self._row = QHBoxLayout(self._centred)
        self._row.setSpacing(0)
        self._row.addWidget(self._inner, 0)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._area: QScrollArea | None = None
        if page.scrolls_itself:
            column.addWidget(self._centred)
        else:
            self._area = scrolling(self._centred)
            self._area.viewport().installEventFilter(self)
            column.addWidget(self._area)

    @property
    def waiting(self) -> bool:
        """Whether no answer was shown yet."""
        return self._stack.currentWidget() is self.blocks

    def show_page(self) -> None:
        """An answer is there. It is laid out before it is painted, however deep its parts lie."""
        self._stack.setCurrentWidget(self.page)
        for _ in range(_DEPTH):
            for layout in filter(None, (self.page.layout(), self._stack, self._row)):
                layout.activate()

    def wait(self) -> None:
        """Back to the blocks."""
        self._stack.setCurrentWidget(self.blocks)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll so that a part of the page is seen; what lies elsewhere stays as it is."""
        if self._area is not None and self._area.isAncestorOf(part):
            self._area.ensureWidgetVisible(part, 0, _BELOW)

    def content_width(self) -> int:
        """The width the content has here."""
        return max(_LEAST, self.width() - self._measures.left - self._measures.right)

    def place(self, measures: Measures) -> None:
        """Keep to the window's margins."""
        self._measures = measures
        self.fit()

    def fit(self) -> None:
        """Give the page its width. The scroll bar stands in the margin and takes none of it."""
        width, scale = self.content_width(), self.look.text_scale
        self._inner.setFixedWidth(width)
        bottom = 0 if self.page.scrolls_itself else min(self._measures.right, _BELOW)
        self._row.setContentsMargins(self._measures.left, 0, 0, bottom)
        self.page.take_width(width, narrow=width < NARROW_BELOW or scale >= _LARGE_TEXT)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.look = look
        self.blocks.take_look(look)
        self.page.take_look(look)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width lays the page out anew."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A scroll bar that comes or goes changes the width too."""
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)
