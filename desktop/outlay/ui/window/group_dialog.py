"""Lets the owner name a group and tick the projects in it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from outlay.domain.ticks import TickLine
from outlay.painting.look import Look
from outlay.presenters.paths import short_path
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.links import LinkButton
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.sheet_dialog import SheetDialog
from outlay.ui.parts.tick_rows import TickRows
from outlay.ui.window.reading_order import put_in_order, stops_of

_WIDTH = 460
_AIR = 20


class GroupDialog(SheetDialog):
    """`projects` are offered, others come by their folder."""

    def __init__(
        self, look: Look, projects: tuple[str, ...], home: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        told = QCoreApplication.translate
        self._home = home
        width = round(_WIDTH * look.text_scale)
        self.setWindowTitle(told("Sources", "Group of projects"))
        self.sentence = Paragraph(look, "body", "text.second")
        self.sentence.setFixedWidth(width)
        words = told("Sources", "A client or a product. A project is in one group at most.")
        self.sentence.show_text(words, width)
        self.name = TextField(look, told("Sources", "Name of the group"), told("Sources", "Name"))
        self.rows = TickRows(look)
        self.rows.setFixedWidth(width)
        self.rows.show_lines(TickLine(one, one) for one in projects)
        self.other = LinkButton(told("Sources", "Add a folder\u2026"), look)
        self.act = TextButton(told("Sources", "Save"), ButtonKind.FILLED, look)
        self.leave = TextButton(told("Confirm", "Cancel"), ButtonKind.PLAIN, look)
        self._connect()
        self._lay_out()
        self._settle()

    def projects(self) -> tuple[str, ...]:
        """What is ticked."""
        return self.rows.ticked_keys()

    def add_project(self, path: str) -> None:
        """One more folder, ticked."""
        lines = [line for line in self.rows.lines() if line.key != path]
        self.rows.show_lines([*lines, TickLine(path, short_path(path, self._home), ticked=True)])
        self._settle()

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001  as Qt calls it
        """Tab goes in reading order, also to rows that came later."""
        put_in_order(self, stops_of(self))
        return super().focusNextPrevChild(following)

    def _connect(self) -> None:
        self.act.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.other.clicked.connect(self._choose_folder)
        self.name.changed.connect(self._settle)
        self.rows.ticked.connect(self._settle)

    def _choose_folder(self) -> None:
        title = QCoreApplication.translate("Sources", "Folder of a project")
        path = QFileDialog.getExistingDirectory(self, title, self._home)
        if path:
            self.add_project(path)

    def _settle(self) -> None:
        self.act.setEnabled(bool(self.name.text() and self.projects()))
        self.act.update()
        self.setFixedSize(self._column.sizeHint())

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        self._column.setSpacing(10)
        for part in (self.sentence, self.name, self.rows, self.other):
            self._column.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        self._column.addLayout(row)
