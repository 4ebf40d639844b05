"""One sentence with one button: the next step when something is missing."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.paragraph import Paragraph

_AIR = 10


class RepositoriesNotice(QWidget):
    """Says that no repository is chosen and offers to choose."""

    choose_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Paragraph(look, "small", "text.second")
        self.button = TextButton(
            QCoreApplication.translate("Popover", "Choose repositories\u2026"), ButtonKind.PLAIN, look
        )
        self.button.clicked.connect(self.choose_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _AIR, 0, _AIR + 2)
        column.setSpacing(8)
        column.addWidget(self._sentence)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)

    def show_text(self, text: str, width: int) -> None:
        """Show the sentence in a width; an empty one takes no room."""
        self._sentence.show_text(text, width)
        self.setVisible(bool(text))
        self.setFixedHeight(self._sentence.height() + 8 + self.button.height() + 2 * _AIR + 2 if text else 0)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._sentence.take_look(look)
        self.button.take_look(look)
