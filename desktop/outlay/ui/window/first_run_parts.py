"""The parts of the first page: what will be read beside what never leaves, and the foot with Start or the reading."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from outlay.domain.ticks import TickLine
from outlay.domain.words import Run
from outlay.painting.lines import horizontal
from outlay.painting.look import Look
from outlay.presenters.pages.first_run import FirstRunView, ReadingView, never_leaves, nothing_found
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.choices import TickBox
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.links import LinkButton
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.progress_line import ProgressLine
from outlay.ui.parts.table import LedgerTable
from outlay.ui.parts.tick_rows import TickRows
from outlay.ui.parts.words import WordsLabel

_SECTION = 20
_LEFT = Qt.AlignmentFlag.AlignLeft


class ReadPart(QWidget):
    """Tools and repositories.

    Signals:
        where_wanted: every place looked at.
        folder_wanted, repository_wanted: one that is not in the list.
        ticked: a repository, and whether it is ticked.
    """

    where_wanted = Signal(str)
    folder_wanted = Signal()
    repository_wanted = Signal()
    ticked = Signal(str, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self._width = 1
        self._view: FirstRunView | None = None
        self.tools_head = Paragraph(look, "heading", "text.ink")
        self.nothing = Paragraph(look, "body", "text.second")
        self.tools = LedgerTable(look)
        self.elsewhere = WordsLabel(look, "small", "text.third")
        self.folder = LinkButton(told("FirstRun", "Add a log folder\u2026"), look)
        self.repositories_head = Paragraph(look, "heading", "text.ink")
        self.note = Paragraph(look, "small", "text.third")
        self.repositories = TickRows(look)
        self.repository = LinkButton(told("FirstRun", "Add a repository\u2026"), look)
        self.elsewhere.link_wanted.connect(self.where_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.repository.clicked.connect(self.repository_wanted)
        self.repositories.ticked.connect(self.ticked)
        self._lay_out()

    def show_view(self, view: FirstRunView) -> None:
        """Show what was found."""
        self._view = view
        told, width = QCoreApplication.translate, self._width
        heading, sentence = nothing_found()
        self.tools_head.show_text(told("FirstRun", "What will be read") if view.logs else heading, width)
        self.nothing.show_text("" if view.logs else sentence, width)
        self.tools.show_table(view.tools)
        self.elsewhere.show_words(view.elsewhere, width)
        self.repositories_head.show_text(told("FirstRun", "Which repositories are work"), width)
        self.note.show_text(view.no_repository, width)
        self.repositories.show_lines(view.repositories)

    def take_width(self, width: int) -> None:
        """Be so wide."""
        self._width = width
        self.setFixedWidth(width)
        self.tools.setFixedWidth(width)
        if self._view is not None:
            self.show_view(self._view)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        parts: tuple[Looked, ...] = (
            self.tools_head,
            self.nothing,
            self.tools,
            self.elsewhere,
            self.folder,
            self.repositories_head,
            self.note,
            self.repositories,
            self.repository,
        )
        for part in parts:
            part.take_look(look)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        above: tuple[QWidget, ...] = (self.tools_head, self.nothing, self.tools, self.elsewhere)
        below: tuple[QWidget, ...] = (self.repositories_head, self.note, self.repositories)
        for part in above:
            column.addWidget(part)
        column.addWidget(self.folder, 0, _LEFT)
        column.addSpacing(_SECTION - 6)
        for part in below:
            column.addWidget(part)
        column.addWidget(self.repository, 0, _LEFT)
        column.addStretch(1)


class StaysPart(QWidget):
    """What never leaves, the commit e-mails, and whether Outlay starts with the session.

    Signals:
        email_ticked: which, and whether it is ticked.
        email_wanted: one that was typed.
        autostart_ticked: whether Outlay is to start with the session.
    """

    email_ticked = Signal(str, bool)
    email_wanted = Signal(str)
    autostart_ticked = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self._width = 1
        self._view: FirstRunView | None = None
        self.head = Paragraph(look, "heading", "text.ink")
        self.sentences = tuple(Paragraph(look, "body", "text.second") for _ in never_leaves())
        self.emails_head = Paragraph(look, "heading", "text.ink")
        self.emails = TickRows(look)
        typed = told("FirstRun", "Another e-mail of your commits")
        self.email = TextField(look, typed, told("FirstRun", "Add another"))
        self.note = Paragraph(look, "small", "text.third")
        self.autostart = TickBox(told("FirstRun", "Start with the session, stay in the tray"), look)
        self.autostart.setChecked(True)
        self.autostart.toggled.connect(self.autostart_ticked)
        self.emails.ticked.connect(self.email_ticked)
        self.email.submitted.connect(self._typed)
        self._lay_out()

    def show_view(self, view: FirstRunView) -> None:
        """Show what git proposes."""
        self._view = view
        told, width = QCoreApplication.translate, self._width
        self.head.show_text(told("FirstRun", "What never leaves"), width)
        for part, sentence in zip(self.sentences, never_leaves(), strict=True):
            part.show_text(sentence, width)
        self.emails_head.show_text(told("FirstRun", "Your commit e-mails"), width)
        self.emails.show_lines(view.emails)
        self.note.show_text(view.email_note, width)
        self.autostart.setVisible(bool(view.autostart))

    def add_email(self, email: str) -> None:
        """One more, ticked."""
        lines = [line for line in self.emails.lines() if line.key != email]
        self.emails.show_lines([*lines, TickLine(email, email, ticked=True)])

    def take_width(self, width: int) -> None:
        """Be so wide."""
        self._width = width
        self.setFixedWidth(width)
        if self._view is not None:
            self.show_view(self._view)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        parts: tuple[Looked, ...] = (
            self.head,
            *self.sentences,
            self.emails_head,
            self.emails,
            self.email,
            self.note,
            self.autostart,
        )
        for part in parts:
            part.take_look(look)

    def _typed(self, email: str) -> None:
        if "@" not in email.strip("@ "):
            self.email.refuse(QCoreApplication.translate("Sources", "This is no e-mail address."))
            return
        self.email.show_text("")
        self.email_wanted.emit(email)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        above: tuple[QWidget, ...] = (self.head, *self.sentences)
        below: tuple[QWidget, ...] = (self.emails_head, self.emails, self.email, self.note)
        for part in above:
            column.addWidget(part)
        column.addSpacing(_SECTION - 8)
        for part in below:
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.autostart, 0, _LEFT)
        column.addStretch(1)


class StartPart(QWidget):
    """Below a line: what Start does, then how far the reading is, and the way on.

    Signals:
        start_wanted, week_wanted, sample_wanted: the buttons.
        which_wanted: what gave trouble.
    """

    start_wanted = Signal()
    week_wanted = Signal()
    sample_wanted = Signal()
    which_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self._look, self._width, self._narrow = look, 1, False
        self._view: ReadingView | None = None
        self.title = Paragraph(look, "body", "text.ink", weight=600)
        self.far = Paragraph(look, "small", "text.second")
        self.line = ProgressLine(look)
        self.line.setAccessibleName(told("FirstRun", "How far the reading is"))
        self.note = WordsLabel(look, "small", "text.third")
        self.start = TextButton(told("FirstRun", "Start"), ButtonKind.FILLED, look)
        self.sample = TextButton(told("FirstRun", "Look at sample data"), ButtonKind.PLAIN, look)
        self.week = TextButton(told("FirstRun", "Show this week"), ButtonKind.FILLED, look)
        self.start.clicked.connect(self.start_wanted)
        self.week.clicked.connect(self.week_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self.note.link_wanted.connect(self.which_wanted)
        self._waiting: FirstRunView | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()

    def show_waiting(self, view: FirstRunView) -> None:
        """Nothing was started yet; without any log the sample is a way on too."""
        self._view, self._waiting = None, view
        width = self._words_width()
        self.title.setFixedWidth(width)
        self.title.show_text(view.waiting, width)
        self.note.setFixedWidth(width)
        self.note.show_words((Run(view.waiting_note),) if view.logs else (), width)
        for part in (self.far, self.line, self.week):
            part.hide()
        self.start.setVisible(True)
        self.sample.setVisible(not view.logs)
        self.start.change_kind(ButtonKind.FILLED if view.logs else ButtonKind.PLAIN)
        self.sample.change_kind(ButtonKind.PLAIN if view.logs else ButtonKind.FILLED)

    def show_reading(self, view: ReadingView) -> None:
        """Show how far it is."""
        self._view = view
        before = self.start.hasFocus() or self.sample.hasFocus() or self.line.hasFocus()
        width = self._words_width()
        for part in (self.title, self.far, self.note):
            part.setFixedWidth(width)
        self.title.setVisible(True)
        self.title.show_text(view.title, width)
        self.far.show_text(view.far, width)
        self.far.setVisible(bool(view.far))
        self.line.setVisible(True)
        self.line.setFixedWidth(width)
        self.line.show_share(view.share)
        self.note.show_words(view.note, width)
        self.week.setVisible(True)
        self.week.setEnabled(view.ready)
        self.week.update()
        self._keep_focus(before, ready=view.ready)
        self.start.hide()
        self.sample.hide()

    def _keep_focus(self, had: bool, *, ready: bool) -> None:  # noqa: FBT001  whether it was here before
        """From Start to the line, and on to the button for this week: a second Enter ticks nothing elsewhere."""
        self.line.setFocusPolicy(Qt.FocusPolicy.NoFocus if ready else Qt.FocusPolicy.TabFocus)
        if had:
            (self.week if ready else self.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Buttons beside the reading, or below it."""
        self._width = width
        self.setFixedWidth(width)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._narrow = narrow
        if self._view is not None:
            self.show_reading(self._view)
        elif self._waiting is not None:
            self.show_waiting(self._waiting)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        parts: tuple[Looked, ...] = (
            self.title,
            self.far,
            self.line,
            self.note,
            self.start,
            self.sample,
            self.week,
        )
        for part in parts:
            part.take_look(look)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line above."""
        horizontal(QPainter(self), 0, 0, self.width(), self._look.color("line.hairline_strong"))

    def _words_width(self) -> int:
        taken = max(self.week.width(), self.start.width() + 8 + self.sample.width()) + 28
        return self._width if self._narrow else self._width - taken

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(5)
        for part in (self.title, self.far, self.line, self.note):
            words.addWidget(part, 0, _LEFT)
        buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(8)
        for button in (self.start, self.sample, self.week):
            buttons.addWidget(button)
        self._row.setContentsMargins(0, 18, 0, 24)
        self._row.setSpacing(14)
        buttons.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)
