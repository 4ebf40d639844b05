"""Asks before something goes for good: what goes, what stays, and a word to type where it cannot come back."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.choices import TickBox
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.sheet_dialog import SheetDialog

_WIDTH = 460
_AIR = 20


class Confirm(SheetDialog):
    """Accepted only by its own button; Enter alone leaves nothing behind."""

    def __init__(
        self, look: Look, title: str, sentences: tuple[str, ...], act: str, parent: QWidget | None = None
    ) -> None:
        """`act` is what its button says."""
        super().__init__(look, parent)
        self.setWindowTitle(title)
        self._width = round(_WIDTH * look.text_scale)
        self.tick: TickBox | None = None
        self.word: TextField | None = None
        self._wanted = ""
        self.act = TextButton(act, ButtonKind.FILLED, look)
        self.leave = TextButton(QCoreApplication.translate("Confirm", "Cancel"), ButtonKind.PLAIN, look)
        self.act.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        self._column.setSpacing(10)
        self._column.addWidget(self._paragraph(title, "heading", "text.ink"))
        for sentence in sentences:
            self._column.addWidget(self._paragraph(sentence, "body", "text.second"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        self._column.addLayout(row)
        self._settle()

    def ask_tick(self, text: str, *, ticked: bool) -> None:
        """Offer a choice that goes with it."""
        self.tick = TickBox(text, self.look)
        self.tick.setChecked(ticked)
        self._column.insertWidget(self._column.count() - 1, self.tick)
        self._settle()

    def ask_word(self, name: str, wanted: str) -> None:
        """Have a word typed before the button can be pressed."""
        self._wanted = wanted
        self.word = TextField(self.look, name, wanted)
        self._column.insertWidget(self._column.count() - 1, self._paragraph(name, "body", "text.ink"))
        self._column.insertWidget(self._column.count() - 1, self.word)
        self.word.changed.connect(self._typed)
        self.act.setEnabled(False)
        self.word.setFocus()
        self._settle()

    def _typed(self, text: str) -> None:
        self.act.setEnabled(text.casefold() == self._wanted.casefold())
        self.act.update()

    def _paragraph(self, text: str, style: str, color: str) -> Paragraph:
        made = Paragraph(self.look, style, color)
        made.setFixedWidth(self._width)
        made.show_text(text, self._width)
        return made

    def _settle(self) -> None:
        self.setFixedWidth(self._width + 2 * _AIR)
        self.setFixedHeight(self._column.sizeHint().height())
