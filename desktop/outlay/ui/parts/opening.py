"""The opening of the first page: the plate, a heading, a sentence."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outlay.domain.pictures import FaceState, IconPicture
from outlay.painting.digits import load_digits
from outlay.painting.look import Look
from outlay.painting.tray_icon import icon_image
from outlay.system.resources import resource_path
from outlay.ui.parts.paragraph import Paragraph

_PLATE = 44
_GAP = 14


class Plate(QWidget):
    """The icon without an amount."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._digits = load_digits(resource_path("look/digits.json"))
        self.setFixedSize(_PLATE, _PLATE)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Painted for the pixels there are."""
        painter = QPainter(self)
        side = round(_PLATE * painter.device().devicePixelRatioF())
        picture = IconPicture(None, FaceState.FRESH)
        image = icon_image(picture, side, self._look.tokens, self._digits)
        painter.drawImage(QRectF(0, 0, _PLATE, _PLATE), image)


class Opening(QWidget):
    """As high as its words at a width."""

    def __init__(self, look: Look, words: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._width = words, 0
        self.plate = Plate(look)
        self.heading = Paragraph(look, "figure_l", "text.ink", weight=600)
        self.sentence = Paragraph(look, "body", "text.second")
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.plate, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_words(self, words: tuple[str, str]) -> None:
        """Say something else."""
        if words != self._words:
            self._words = words
            self.take_width(self._width)

    def take_width(self, width: int) -> None:
        """Break the words to a width."""
        self._width = width
        room = width - _PLATE - _GAP
        self.heading.show_text(self._words[0], room)
        self.sentence.show_text(self._words[1], room)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        for part in (self.plate, self.heading, self.sentence):
            part.take_look(look)
