"""The head of a part of a page: its name over a hairline, something at the right."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from outlay.painting.lines import horizontal, pixel, text_in, width_of
from outlay.painting.look import Look
from outlay.ui.parts.links import LinkButton

_AIR = 11
_BETWEEN = 16


class SectionHead(QWidget):
    """As high as the head of a table. With a link that is pressed, `pressed` tells."""

    pressed = Signal()

    def __init__(
        self, look: Look, text: str = "", at_right: str = "", link: str = "", parent: QWidget | None = None
    ) -> None:
        """`at_right` is the head of a column of figures; `link` stands there instead when it is given."""
        super().__init__(parent)
        self._look = look
        self.text, self.at_right = text, at_right
        self.link = LinkButton(link, look, parent=self)
        self.link.clicked.connect(self.pressed)
        self.link.setVisible(bool(link))
        self.setAccessibleName(text)
        self.take_look(look)

    def show_text(self, text: str, at_right: str = "") -> None:
        """Show other words."""
        self.text, self.at_right = text, at_right
        self.setAccessibleName(text)
        self.update()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.link.take_look(look)
        self.setFixedHeight(round(max(look.size("size.table_head"), look.line("label") + _AIR)))
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The link keeps to the right."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words and the line below them."""
        painter, look = QPainter(self), self._look
        bottom = self.height() - pixel(painter)
        horizontal(painter, 0, bottom, self.width(), look.color("line.hairline_strong"))
        font, ink = look.font("label"), look.color("text.third")
        box = QRectF(0, 0, self.width(), self.height() - 5)
        taken = width_of(self.at_right, font) + _BETWEEN if self.at_right else 0.0
        if not self.link.isHidden():
            taken = self.link.width() + _BETWEEN
        text_in(painter, box.adjusted(0, 0, -taken, 0), self.text, font, ink)
        text_in(painter, box, self.at_right, font, ink, Qt.AlignmentFlag.AlignRight)

    def _place(self) -> None:
        self.link.move(self.width() - self.link.width(), round((self.height() - 5 - self.link.height()) / 2))
