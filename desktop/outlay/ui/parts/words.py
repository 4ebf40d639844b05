"""A wrapped sentence with emphasis and links, with a state's mark before it when there is one."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from outlay.domain.pictures import Mark
from outlay.domain.words import Words, plain
from outlay.painting.look import Look
from outlay.painting.marks import paint_mark
from outlay.painting.words import SetWords
from outlay.ui.parts.own_ring import OWN_RING, rings_after
from outlay.ui.parts.painted import Painted

_AFTER_MARK = 16.0
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class WordsLabel(Painted):
    """As high as its words at its width. With links it is one focus stop: arrows walk them, Enter follows."""

    link_wanted = Signal(str)

    @property
    def spoken_role(self) -> QAccessible.Role:
        """A link once there is one."""
        return QAccessible.Role.Link if self._links() else QAccessible.Role.StaticText

    def __init__(
        self, look: Look, style: str = "small", color: str = "text.second", parent: QWidget | None = None
    ) -> None:
        self._style, self._color = style, color
        self._words: Words = ()
        self._mark = Mark.NONE
        self._set: SetWords | None = None
        self._at = 0
        self._by_keys = False
        super().__init__(look, parent)
        self.setMouseTracking(True)
        self.setProperty(OWN_RING, True)

    def show_words(self, words: Words, width: int = 0, mark: Mark = Mark.NONE) -> None:
        """Show other words in a width, its own when 0; no words take no room."""
        self._words, self._mark, self._at = words, mark, 0
        self.setVisible(bool(words))
        self.setAccessibleName(plain(words))
        links = self._links()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if links else Qt.FocusPolicy.NoFocus)
        self._speak()
        self._break(width or self.width())
        self.update()

    def fit(self) -> None:
        """As high as the words at its own width."""
        self._break(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the links, or follow one."""
        links = self._links()
        step = _STEPS.get(Qt.Key(event.key()))
        self._by_keys = True
        if links and event.key() in _PRESS:
            self.link_wanted.emit(links[self._at])
        elif links and step:
            self._at = min(max(self._at + step, 0), len(links) - 1)
            self._speak()
        else:
            super().keyPressEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A link answers the pointer."""
        over = bool(self._link_under(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link under the pointer."""
        what = self._link_under(event.position())
        if what and event.button() is Qt.MouseButton.LeftButton:
            self.link_wanted.emit(what)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring only after keys."""
        self._by_keys = rings_after(event.reason(), before=self._by_keys)
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """The ring goes."""
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self._break(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark on the first line, the words, the ring around a link."""
        if self._set is None:
            return
        painter, scale = QPainter(self), self.look.text_scale
        middle = self.look.line(self._style) / 2
        paint_mark(painter, self._mark, QPointF(4 * scale, middle), 8 * scale, self.look)
        self._set.paint(painter, self._corner())
        if self._by_keys and self.hasFocus():
            self._ring(painter)

    def _ring(self, painter: QPainter) -> None:
        links = self._links()
        if not (links and self._set):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.color("focus.ring"), 2))
        for what, rect in self._set.links():
            if what == links[self._at]:
                box = rect.translated(self._corner()).adjusted(-3, 1, 3, -1)
                painter.drawRoundedRect(box.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)), 4, 4)

    def _links(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(run.link for run in self._words if run.link))

    def _speak(self) -> None:
        links = self._links()
        here = links[self._at] if links else ""
        self.setAccessibleDescription("".join(run.text for run in self._words if here and run.link == here))

    def _link_under(self, at: QPointF) -> str:
        return self._set.link_at(at - self._corner()) if self._set else ""

    def _corner(self) -> QPointF:
        return QPointF(0.0 if self._mark is Mark.NONE else _AFTER_MARK * self.look.text_scale, 0.0)

    def _break(self, width: int) -> None:
        room = max(1.0, width - self._corner().x())
        self._set = SetWords(self._words, self.look, self._style, room, self._color) if self._words else None
        self.setFixedHeight(round(self._set.height) if self._set else 0)
