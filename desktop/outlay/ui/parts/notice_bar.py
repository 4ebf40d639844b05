"""The one notice of a page: its state's mark, a sentence, one thing to do."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from outlay.domain.pictures import FaceState, Mark
from outlay.domain.words import Notice, Run, plain
from outlay.painting.look import Look
from outlay.presenters.amounts import NO_BREAK
from outlay.ui.parts.links import LinkButton
from outlay.ui.parts.words import WordsLabel

_PAD_X, _PAD_Y = 12, 8
_BETWEEN = 24
_BESIDE_FROM = 560
_GROUNDS = {FaceState.STALE: "status.stale_ground", FaceState.FAILING: "status.failing_ground"}
_MARKS = {FaceState.STALE: Mark.STALE, FaceState.FAILING: Mark.FAILING}


class NoticeBar(QWidget):
    """Wide enough, its link stands at the right; else it ends the sentence. Without a notice it takes no room."""

    link_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.notice: Notice | None = None
        self.words = WordsLabel(look, "small", "text.ink", self)
        self.link = LinkButton("", look, parent=self)
        self.words.link_wanted.connect(self.link_wanted)
        self.link.clicked.connect(lambda: self.link_wanted.emit(self.notice.what if self.notice else ""))
        self.hide()

    def show_notice(self, notice: Notice | None, width: int = 0) -> None:
        """Show a notice in a width, its own when 0; None takes it away."""
        self.notice = notice
        self.setVisible(notice is not None)
        if notice is not None:
            self.setAccessibleName(plain(notice.words))
            self._set(notice, width or self.width())
        self.update()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.words.take_look(look)
        self.link.take_look(look)
        self.show_notice(self.notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width sets it anew."""
        super().resizeEvent(event)
        if self.notice is not None and event.oldSize().width() != self.width():
            self._set(self.notice, self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of its state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        state = self.notice.state if self.notice else FaceState.FRESH
        painter.setBrush(self._look.color(_GROUNDS.get(state, "surface.sunken")))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)

    def _set(self, notice: Notice, width: int) -> None:
        beside = bool(notice.action) and width >= _BESIDE_FROM * self._look.text_scale
        self.link.change_text(notice.action)
        self.link.setVisible(beside)
        words = notice.words
        if notice.action and not beside:
            words = (*words, Run(" "), Run(notice.action.replace(" ", NO_BREAK), link=notice.what))
        room = width - 2 * _PAD_X - (self.link.width() + _BETWEEN if beside else 0)
        self.words.setFixedWidth(max(1, room))
        self.words.move(_PAD_X, _PAD_Y)
        self.words.show_words(words, room, _MARKS.get(notice.state, Mark.NONE))
        first_line = round((self._look.line("small") - self.link.height()) / 2)
        self.link.move(width - _PAD_X - self.link.width(), _PAD_Y + first_line)
        self.setFixedHeight(self.words.height() + 2 * _PAD_Y)
