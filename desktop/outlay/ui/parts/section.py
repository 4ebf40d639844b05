"""A part of a page: its head, a sentence where it has one, and what it holds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.section_head import SectionHead

_AIR = 8


class Section(QWidget):
    """The sentence stands below the head. Content is added below it."""

    pressed = Signal()

    def __init__(self, look: Look, text: str, at_right: str = "", link: str = "") -> None:
        super().__init__()
        self.head = SectionHead(look, text, at_right, link)
        self.head.pressed.connect(self.pressed)
        self.note = Paragraph(look, "small", "text.third")
        self._said = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)
        self._gap = QWidget()
        self._gap.setFixedHeight(_AIR)
        self.column.addWidget(self._gap)
        self.column.addWidget(self.note)
        self.say("")

    def say(self, sentence: str) -> None:
        """Show a sentence below the head, or none."""
        self._said = sentence
        self._gap.setVisible(bool(sentence))
        self.note.show_text(sentence, self.width())

    def take_width(self, width: int) -> None:
        """Be so wide."""
        self.setFixedWidth(width)
        self.note.setFixedWidth(width)
        self.note.show_text(self._said, width)

    def take_look(self, look: Look) -> None:
        """Draw by another look; what it holds is told by who put it there."""
        self.head.take_look(look)
        self.note.take_look(look)
        self.say(self._said)
