"""The card before the first figure: where Outlay looked, and the one next step."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from outlay.domain.pictures import Mark
from outlay.painting.lines import horizontal, text_in
from outlay.painting.look import Look
from outlay.painting.marks import paint_mark
from outlay.presenters.first_look import FirstLook, PlaceRow
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.painted import Painted
from outlay.ui.parts.paragraph import Paragraph

_BETWEEN = 8


class PlaceList(Painted):
    """Places looked at, one line each."""

    rows: tuple[PlaceRow, ...] = ()
    more = ""

    def show_places(self, rows: tuple[PlaceRow, ...], more: str) -> None:
        """Show other places."""
        self.rows, self.more = rows, more
        spoken = [f"{row.tool}, {row.path}" for row in rows]
        self.setAccessibleName(". ".join((*spoken, more) if more else spoken))
        self.fit()
        self.update()

    def fit(self) -> None:
        """One step a place and one for the rest."""
        self.setFixedHeight(self._step() * (len(self.rows) + bool(self.more)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A mark, the tool, the path."""
        painter = QPainter(self)
        for number, row in enumerate(self.rows):
            self._place(painter, number, row)
        if self.more:
            self._place(painter, len(self.rows), PlaceRow(Mark.ABSENT, self.more, ""))

    def _place(self, painter: QPainter, number: int, row: PlaceRow) -> None:
        look = self.look
        box = QRectF(0, number * self._step(), self.width(), self._step())
        paint_mark(
            painter, row.mark, QPointF(4 * look.text_scale, box.center().y()), 7.5 * look.text_scale, look
        )
        name = box.adjusted(18 * look.text_scale, 0, 0, 0)
        taken = text_in(painter, name, row.tool, look.font("small"), look.color("text.second"))
        path = name.adjusted(taken + 12, 0, 0, 0)
        text_in(painter, path, row.path, self._mono(), look.color("text.third"), Qt.AlignmentFlag.AlignRight)
        if number < len(self.rows) - (not self.more):
            horizontal(painter, 0, box.bottom() - 1, self.width(), look.color("line.hairline"))

    def _mono(self) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(round(11 * self.look.text_scale))
        return font

    def _step(self) -> int:
        return round(max(26, self.look.line("small") + 10))


class FirstLookCard(QWidget):
    """Heading, sentence, places and the button that leads on."""

    folder_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Paragraph(look, "heading", "text.ink")
        self._sentence = Paragraph(look, "body", "text.second")
        self._places = PlaceList(look)
        self.button = TextButton(
            QCoreApplication.translate("Popover", "Add a log folder\u2026"), ButtonKind.FILLED, look
        )
        self.button.clicked.connect(self.folder_wanted)
        self.sample_button = TextButton(
            QCoreApplication.translate("Popover", "Try the sample data"), ButtonKind.PLAIN, look
        )
        self.sample_button.clicked.connect(self.sample_wanted)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def show_first(self, first: FirstLook, width: int) -> None:
        """Show what a first look found, in a width."""
        self._heading.show_text(first.heading, width)
        self._sentence.show_text(first.sentence, width)
        self._places.show_places(first.places, first.more)
        self.sample_button.setVisible(first.offers_sample)
        parts = (self._heading, self._sentence, self._places)
        self.setFixedHeight(
            sum(part.height() for part in parts) + self._place_buttons(width) + 10 + 2 + 10 + 12 + 14
        )

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        for part in (self._heading, self._sentence, self._places, self.button, self.sample_button):
            part.take_look(look)

    def _place_buttons(self, width: int) -> int:
        """Beside each other where both fit, else one below the other; answers their height."""
        one, other = self.button, self.sample_button
        both = one.width() + _BETWEEN + other.width()
        stacked = not other.isHidden() and both > width
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(way)
        return one.height() + (_BETWEEN + other.height() if stacked else 0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 14)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addSpacing(2)
        column.addWidget(self._sentence)
        column.addSpacing(10)
        column.addWidget(self._places)
        column.addSpacing(12)
        self._buttons.setSpacing(_BETWEEN)
        self._buttons.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._buttons.addWidget(self.sample_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
