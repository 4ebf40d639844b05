"""The accounts of the Sources page: a row each, with how it stands, the next step, and what can be done about it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from outlay.painting.lines import horizontal, pixel
from outlay.painting.look import Look
from outlay.presenters.pages.sources_accounts import AccountLine, Step, step_text
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.links import LinkButton
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.section import Section

_AIR, _BETWEEN, _COLUMNS, _STEPS_APART = 9, 16, 24, 8
_NAMES_SHARE = 0.32
_STACKED_BELOW = 780
_TOP, _LEFT = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft


class AccountRow(QWidget):
    """One account. Its parts stay while its words change, so the keyboard stays where it is.

    Signals:
        step_wanted: the next step, a Step, or to try it as it is.
        test_wanted, edit_wanted, remove_wanted: its links.
    """

    step_wanted = Signal(object)
    test_wanted = Signal()
    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, line: AccountLine, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self.line, self._look, self._width = line, look, 0
        self.named = Paragraph(look, "body", "text.ink", weight=500)
        self.where = Paragraph(look, "small", "text.third")
        self.said = Paragraph(look, "small", "text.second")
        self.step = TextButton("", ButtonKind.PLAIN, look)
        self.again = TextButton(step_text(Step.TRY), ButtonKind.PLAIN, look)
        self.test = LinkButton(told("Sources", "Test"), look)
        self.edit = LinkButton(told("Sources", "Edit\u2026"), look)
        self.remove = LinkButton(told("Sources", "Remove\u2026"), look)
        self.step.clicked.connect(self._step)
        self.again.clicked.connect(lambda: self.step_wanted.emit(Step.TRY))
        self.test.clicked.connect(self.test_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self._lay_out()
        self.show_line(line)

    def show_line(self, line: AccountLine) -> None:
        """Say how it stands now."""
        self.line = line
        self.step.change_text(line.step_text)
        self.step.setVisible(line.step is not None)
        self.again.setVisible(line.can_try)
        for button in (self.step, self.again, self.test, self.edit, self.remove):
            button.setAccessibleName(
                QCoreApplication.translate("Sources", "{act}: {name}").format(
                    act=button.text(), name=line.name
                )
            )
        self.take_width(self._width)

    def take_width(self, width: int) -> None:
        """Name, words and links side by side, or one below the other."""
        self._width = width
        self.setFixedWidth(width)
        wide = width >= _STACKED_BELOW * self._look.text_scale
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._row.setSpacing(_COLUMNS if wide else 4)
        links = self.test.width() + self.edit.width() + self.remove.width() + 2 * _BETWEEN
        names = round(width * _NAMES_SHARE) if wide else width
        words = width - names - links - 2 * _COLUMNS if wide else width
        for part, text in ((self.named, self.line.name), (self.where, self.line.where)):
            part.setFixedWidth(names)
            part.show_text(text, names)
        self.said.setFixedWidth(words)
        self.said.show_text(self.line.sentence, words, self.line.mark)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        parts: tuple[Looked, ...] = (
            self.named, self.where, self.said, self.step, self.again, self.test, self.edit, self.remove
        )  # fmt: skip
        for part in parts:
            part.take_look(look)
        self.take_width(self._width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line below it."""
        painter = QPainter(self)
        bottom = self.height() - pixel(painter)
        horizontal(painter, 0, bottom, self.width(), self._look.color("line.hairline"))

    def _step(self) -> None:
        if self.line.step is not None:
            self.step_wanted.emit(self.line.step)

    def _lay_out(self) -> None:
        names, words, links = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        steps = QHBoxLayout()
        steps.setSpacing(_STEPS_APART)
        for button in (self.step, self.again):
            steps.addWidget(button)
        steps.addStretch(1)
        for column, parts in ((names, (self.named, self.where)), (words, (self.said,))):
            column.setSpacing(2)
            for part in parts:
                column.addWidget(part, 0, _LEFT)
        words.addLayout(steps)
        words.setSpacing(6)
        for column in (names, words):
            column.addStretch(1)
        links.setSpacing(_BETWEEN)
        for link in (self.test, self.edit, self.remove):
            links.addWidget(link, 0, _TOP)
        links.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, _AIR, 0, _AIR)
        for column in (names, words):
            self._row.addLayout(column)
        self._row.addLayout(links)


class AccountsPart(QWidget):
    """The section: why there should be one, or a row each.

    Signals:
        add_wanted: another account.
        step_wanted: the next step of an account, by its key.
        test_wanted, edit_wanted, remove_wanted: an account by its key.
    """

    add_wanted = Signal()
    step_wanted = Signal(str, object)
    test_wanted = Signal(str)
    edit_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self._look, self._width = look, 0
        self.rows: dict[str, AccountRow] = {}
        self.section = Section(look, told("Sources", "Accounts"))
        self.add = TextButton(told("Sources", "Add an account\u2026"), ButtonKind.PLAIN, look)
        self.add.clicked.connect(self.add_wanted)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.section.column.addLayout(self._lines)
        self.section.column.addSpacing(10)
        self.section.column.addWidget(self.add, 0, _LEFT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)

    def show_lines(self, lines: tuple[AccountLine, ...], sentence: str, *, can_add: bool) -> None:
        """Show every account; the sentence stands where there is none."""
        self.section.say(sentence)
        self.add.setVisible(can_add)
        wanted = {line.key: line for line in lines}
        for key in [key for key in self.rows if key not in wanted]:
            self._drop(self.rows.pop(key))
        for key, line in wanted.items():
            if key not in self.rows:
                self.rows[key] = self._made(line)
            elif self.rows[key].line != line:
                self.rows[key].show_line(line)

    def take_width(self, width: int) -> None:
        """Be so wide."""
        self._width = width
        self.setFixedWidth(width)
        self.section.take_width(width)
        for row in self.rows.values():
            row.take_width(width)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.section.take_look(look)
        self.add.take_look(look)
        for row in self.rows.values():
            row.take_look(look)

    def _made(self, line: AccountLine) -> AccountRow:
        row, key = AccountRow(line, self._look), line.key
        row.step_wanted.connect(lambda step: self.step_wanted.emit(key, step))
        row.test_wanted.connect(lambda: self.test_wanted.emit(key))
        row.edit_wanted.connect(lambda: self.edit_wanted.emit(key))
        row.remove_wanted.connect(lambda: self.remove_wanted.emit(key))
        row.take_width(self._width)
        self._lines.addWidget(row)
        return row

    def _drop(self, row: AccountRow) -> None:
        """The keyboard goes on to what is next, not out of the page."""
        if row.isAncestorOf(row.window().focusWidget() or self):
            self.add.setFocus()
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
