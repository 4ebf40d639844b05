"""The two columns of the Sources page: what the owner named, and what is kept on this machine."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from outlay.domain.ticks import TickLine
from outlay.painting.look import Look
from outlay.presenters.pages.sources import SourcesView, reading_note
from outlay.presenters.pages.sources_owner import in_place
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.links import LinkButton
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.section import Section
from outlay.ui.parts.table import LedgerTable
from outlay.ui.parts.tick_rows import TickRows

_SECTION = 24
_BETWEEN = 8
_STACKED_BELOW = 330
_LEFT = Qt.AlignmentFlag.AlignLeft


class OwnerPart(QWidget):
    """Repositories and commit e-mails.

    Signals:
        repository_ticked, identity_ticked: which, and whether it is ticked.
        repository_wanted: one that is not in the list.
        forget_wanted: a repository by its path.
        identity_wanted: an e-mail that was typed.
    """

    repository_ticked = Signal(str, bool)
    repository_wanted = Signal()
    forget_wanted = Signal(str)
    identity_ticked = Signal(str, bool)
    identity_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self._anew = self._noted = False
        self._unticked: set[str] = set()
        self.repositories = Section(look, told("Sources", "Repositories, read only if ticked"))
        self.repository_rows = TickRows(look)
        self.add = LinkButton(told("Sources", "Add a repository\u2026"), look)
        self.identities = Section(look, told("Sources", "Your commit e-mails"))
        self.identity_rows = TickRows(look)
        typed = told("Sources", "Another e-mail of your commits")
        self.email = TextField(look, typed, told("Sources", "Add another"))
        self._connect()
        self._lay_out()

    def show_view(self, view: SourcesView) -> None:
        """Show what is named and proposed; while it is looked at, nothing moves below the pointer by a tick."""
        self._noted = self._noted or bool(view.no_repository)
        note = view.no_repository or (reading_note() if self._noted else "")
        own = QCoreApplication.translate("Sources", "Own commits")
        words = self.repositories.head.text
        self.repositories.head.show_text(words, own if view.repositories else "")
        self.repositories.say(note)
        self._show_lines(self.repository_rows, view.repositories)
        self.identities.say(view.no_identity)
        self._show_lines(self.identity_rows, view.identities)
        self._anew = False

    def hideEvent(self, event: QHideEvent) -> None:
        """At the next look the rows stand in order again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._anew, self._noted = True, False
            self._unticked.clear()

    def take_width(self, width: int) -> None:
        """Be so wide."""
        self.setFixedWidth(width)
        for section in (self.repositories, self.identities):
            section.take_width(width)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        parts: tuple[Looked, ...] = (
            self.repositories,
            self.repository_rows,
            self.add,
            self.identities,
            self.identity_rows,
            self.email,
        )
        for part in parts:
            part.take_look(look)

    def _connect(self) -> None:
        for rows in (self.repository_rows, self.identity_rows):
            rows.ticked.connect(self._remember)
        self.repository_rows.ticked.connect(self.repository_ticked)
        self.repository_rows.acted.connect(self.forget_wanted)
        self.add.clicked.connect(self.repository_wanted)
        self.identity_rows.ticked.connect(self.identity_ticked)
        self.email.submitted.connect(self._typed)

    def _show_lines(self, rows: TickRows, lines: tuple[TickLine, ...]) -> None:
        rows.show_lines(in_place(lines, () if self._anew else rows.lines(), self._unticked))

    def _remember(self, key: str, on: bool) -> None:  # noqa: FBT001  a slot, called with its state
        """A row that is unticked stays where it is."""
        if on:
            self._unticked.discard(key)
        else:
            self._unticked.add(key)

    def _typed(self, email: str) -> None:
        if "@" not in email.strip("@ "):
            self.email.refuse(QCoreApplication.translate("Sources", "This is no e-mail address."))
            return
        self.email.show_text("")
        self.identity_wanted.emit(email)

    def _lay_out(self) -> None:
        for section, parts in (
            (self.repositories, (self.repository_rows, self.add)),
            (self.identities, (self.identity_rows, self.email)),
        ):
            section.column.addWidget(parts[0])
            section.column.addSpacing(_BETWEEN)
            section.column.addWidget(parts[1])
        self.repositories.column.setAlignment(self.add, _LEFT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SECTION)
        column.addWidget(self.repositories)
        column.addWidget(self.identities)
        column.addStretch(1)


class KeptPart(QWidget):
    """This machine and the groups.

    Signals:
        fact_wanted: what a link of a fact opens.
        group_wanted, ungroup_wanted: a new group, and one by its name that is to end.
        export_wanted, delete_wanted: the two buttons.
    """

    fact_wanted = Signal(str)
    group_wanted = Signal()
    ungroup_wanted = Signal(str)
    export_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self.exporting = False
        self._said = ""
        self.machine = Section(look, told("Sources", "This machine"))
        self.facts = LedgerTable(look)
        self.export = TextButton(told("Sources", "Export everything\u2026"), ButtonKind.PLAIN, look)
        self.delete = TextButton(told("Sources", "Delete everything\u2026"), ButtonKind.PLAIN, look)
        self.far = Paragraph(look, "small", "text.second")
        link = told("Sources", "Add a group\u2026")
        self.groups = Section(look, told("Sources", "Groups of projects"), link=link)
        self.group_table = LedgerTable(look)
        self._connect()
        self._lay_out()

    def show_view(self, view: SourcesView) -> None:
        """Show what is kept and grouped."""
        self.facts.show_table(view.machine)
        self.groups.say(view.no_group)
        self.group_table.setVisible(not view.no_group)
        self.group_table.show_table(view.groups)

    def show_exporting(self, *, on: bool) -> None:
        """An export goes on and can be stopped, or is over."""
        told = QCoreApplication.translate
        self.exporting = on
        words = told("Sources", "Stop the export") if on else told("Sources", "Export everything\u2026")
        self.export.change_text(words)
        self.delete.setEnabled(not on)
        self.say("")

    def say(self, sentence: str) -> None:
        """How far an export is."""
        self._said = sentence
        self.far.show_text(sentence, self.width())

    def take_width(self, width: int) -> None:
        """Be so wide."""
        self.setFixedWidth(width)
        for section in (self.machine, self.groups):
            section.take_width(width)
        for part in (self.facts, self.group_table, self.far):
            part.setFixedWidth(width)
        wide = self.export.width() + _BETWEEN + self.delete.width() <= max(width, _STACKED_BELOW)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(way)
        self.far.show_text(self._said, width)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        parts: tuple[Looked, ...] = (
            self.machine,
            self.facts,
            self.export,
            self.delete,
            self.far,
            self.groups,
            self.group_table,
        )
        for part in parts:
            part.take_look(look)

    def _connect(self) -> None:
        self.facts.link_wanted.connect(lambda _row, what: self.fact_wanted.emit(what))
        self.export.clicked.connect(self.export_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.groups.pressed.connect(self.group_wanted)
        self.group_table.link_wanted.connect(lambda name, _what: self.ungroup_wanted.emit(name))

    def _lay_out(self) -> None:
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(_BETWEEN)
        self._buttons.setAlignment(_LEFT)
        self._buttons.addWidget(self.export)
        self._buttons.addWidget(self.delete)
        self.machine.column.addWidget(self.facts)
        self.machine.column.addSpacing(14)
        self.machine.column.addLayout(self._buttons)
        self.machine.column.addSpacing(_BETWEEN)
        self.machine.column.addWidget(self.far)
        self.groups.column.addWidget(self.group_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SECTION)
        column.addWidget(self.machine)
        column.addWidget(self.groups)
        column.addStretch(1)
