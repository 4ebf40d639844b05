"""The dialog that shares a session out among several items."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from outlay.domain.item_story import StorySession
from outlay.domain.items import Item
from outlay.painting.lines import text_in
from outlay.painting.look import Look
from outlay.presenters.item_story import session_text
from outlay.presenters.pages.shipped_acts import names_of, parts_in_percent
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.choices import Choice, DropDown
from outlay.ui.parts.fields import TextField
from outlay.ui.window.pages.shipped_acts import ActDialog

_MOST_PARTS = 12
_HEAVIEST = 1_000_000


class _PartRow(QWidget):
    """One item of a split with its weight and what that comes to."""

    def __init__(self, look: Look, names: Sequence[str], number: int, parent: QWidget) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self._look, self.part = look, ""
        label = told("Shipped", "Item {number}").format(number=number)
        self.item = TextField(look, label, told("Shipped", "Title or reference"))
        self.weight = TextField(look, told("Shipped", "Weight of item {number}").format(number=number), "1")
        self.weight.show_text("1")
        completer = QCompleter(list(names), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.item.edit.setCompleter(completer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.weight.setFixedWidth(round(72 * look.text_scale))
        row.addWidget(self.item, 1)
        row.addWidget(self.weight)
        row.addSpacing(round(48 * look.text_scale))

    def amount(self) -> int | None:
        """The weight; None for what is no whole number above zero."""
        text = self.weight.text()
        return int(text) if text.isascii() and text.isdecimal() and 0 < int(text) <= _HEAVIEST else None

    def show_part(self, part: str) -> None:
        """What the weight comes to."""
        self.part = part
        self.update()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The part behind the weight."""
        rect = self.rect().toRectF()
        ink = self._look.color("text.second")
        text_in(QPainter(self), rect, self.part, self._look.font("body"), ink, Qt.AlignmentFlag.AlignRight)


class SplitDialog(ActDialog):
    """A session and the items it went into by weight; the parts are said in percent as they are typed."""

    def __init__(
        self, look: Look, item: Item, sessions: Sequence[StorySession], items: Sequence[Item],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        told = QCoreApplication.translate
        super().__init__(
            look,
            told("Shipped", "Split a session"),
            told(
                "Shipped", "Its money is shared out by these weights: 2 and 1 give two thirds and one third."
            ),
            told("Shipped", "Split it"),
            parent,
        )
        self._none = told("Shipped", "No item")
        self.keys: dict[str, str | None] = {**names_of((item, *items)), self._none: None}
        self.session = DropDown(look, told("Shipped", "Session"))
        choices = [
            Choice(f"{one.tool}/{one.session}", session_text(one.tool, one.session)) for one in sessions
        ]
        self.session.show_choices(choices, choices[0].key if choices else "")
        self.body.addWidget(self.session, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows: list[_PartRow] = []
        self._held = QVBoxLayout()
        self._held.setSpacing(8)
        self.body.addLayout(self._held)
        self.more = TextButton(told("Shipped", "Another item"), ButtonKind.QUIET, look)
        self.more.clicked.connect(self.add_row)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row().item.show_text(next(iter(self.keys)))
        self.add_row().item.setFocus()
        self._check()

    def add_row(self) -> _PartRow:
        """Room for one more item."""
        row = _PartRow(self.look, list(self.keys), len(self.rows) + 1, self)
        row.item.changed.connect(lambda _text: self._check())
        row.weight.changed.connect(lambda _text: self._check())
        self.rows.append(row)
        self._held.addWidget(row)
        self.more.setVisible(len(self.rows) < _MOST_PARTS)
        self._check()
        QTimer.singleShot(0, self, self.adjustSize)
        return row

    def parts(self) -> tuple[tuple[str | None, int], ...]:
        """The items with their weights; empty while something is missing or stands twice."""
        told = [
            (self.keys[row.item.text()], row.amount()) for row in self.rows if row.item.text() in self.keys
        ]
        known = [(item, weight) for item, weight in told if weight is not None]
        filled = [row for row in self.rows if row.item.text()]
        twice = len({item for item, _ in known}) < len(known)
        return tuple(known) if len(known) == len(filled) and len(known) > 1 and not twice else ()

    def _check(self) -> None:
        told = QCoreApplication.translate
        filled = [row for row in self.rows if row.item.text()]
        parts = dict(zip(filled, parts_in_percent([row.amount() for row in filled]), strict=True))
        for row in self.rows:
            row.show_part(parts.get(row, ""))
            bad = row.amount() is None and bool(row.weight.text())
            row.weight.refuse(told("Shipped", "1 to 1,000,000") if bad else "")
        self.act.setEnabled(bool(self.session.current and self.parts()))
        self.act.update()
