"""One sentence with at most one button: the next step while what shipped is unknown."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outlay.painting.look import Look
from outlay.presenters.shipped import NextStep
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.paragraph import Paragraph

_AIR = 10
_BETWEEN = 8


class NextStepNotice(QWidget):
    """Says why what shipped is unknown and offers the way on."""

    repositories_wanted = Signal()
    emails_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks_for = ""
        self._sentence = Paragraph(look, "small", "text.second")
        self.button = TextButton(_button_text(""), ButtonKind.PLAIN, look)
        self.button.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _AIR, 0, _AIR + 2)
        column.setSpacing(_BETWEEN)
        column.addWidget(self._sentence)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)

    def show_step(self, step: NextStep, width: int) -> None:
        """Show the sentence in a width; an empty one takes no room."""
        self._asks_for = step.asks_for
        self._sentence.show_text(step.sentence, width)
        self.button.change_text(_button_text(step.asks_for))
        self.button.setVisible(bool(step.asks_for))
        self.setVisible(bool(step.sentence))
        button = _BETWEEN + self.button.height() if step.asks_for else 0
        self.setFixedHeight(self._sentence.height() + button + 2 * _AIR + 2 if step.sentence else 0)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._sentence.take_look(look)
        self.button.take_look(look)

    def _ask(self) -> None:
        wish = self.emails_wanted if self._asks_for == "emails" else self.repositories_wanted
        wish.emit()


def _button_text(asks_for: str) -> str:
    if asks_for == "emails":
        return QCoreApplication.translate("Popover", "Commit e-mails\u2026")
    return QCoreApplication.translate("Popover", "Choose repositories\u2026")
