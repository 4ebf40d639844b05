"""The Spend page's session: where it went, its turns, models, subagents and files."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from outlay.app import App
from outlay.domain.moments import day_of
from outlay.domain.pictures import Mark
from outlay.painting.look import Look
from outlay.presenters.pages.spend_session import (
    UNDO,
    SessionAsked,
    SessionView,
    SessionWishes,
    session_view,
)
from outlay.presenters.pages.spend_session_tables import turn_key, turn_of
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.figure import FigureBlock
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.table import LedgerTable
from outlay.ui.parts.words import WordsLabel

_BETWEEN = 16
_SECTION = 24
_ACTS = 8
_COLUMNS = 40
_TURNS_SHARE = 0.54
_NO_WISHES = SessionWishes()
_TOP = Qt.AlignmentFlag.AlignTop


class SessionPlace(QWidget):
    """Shows a SessionPage.

    Signals:
        item_wanted: the key of an item its money went into.
        link_wanted: an item for the session or the chosen turn of it, named as `tool/id` or `tool/id:turn`.
        unlink_wanted: the same belongs to no item.
        undo_wanted: the number of an act that is to be taken back.
    """

    item_wanted = Signal(str)
    link_wanted = Signal(str)
    unlink_wanted = Signal(str)
    undo_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.asked: SessionAsked | None = None
        self.view: SessionView | None = None
        self._app: App | None = None
        self._wishes = _NO_WISHES
        self._narrow = False
        self.block = FigureBlock(look)
        self.notices: list[Paragraph] = []
        told = QCoreApplication.translate
        self.link = TextButton(told("Spend", "Link this session\u2026"), ButtonKind.PLAIN, look)
        self.unlink = TextButton(told("Spend", "It belongs to no item"), ButtonKind.PLAIN, look)
        self.whole = TextButton(told("Spend", "The whole session"), ButtonKind.QUIET, look)
        self.whole.hide()
        self.own_words = WordsLabel(look, "small", "text.second")
        self.went = LedgerTable(look, one_click=True)
        self.turns, self.models = LedgerTable(look), LedgerTable(look)
        self.agents, self.files = LedgerTable(look, one_click=True), LedgerTable(look)
        self._lay_out()
        self._connect()

    @property
    def place(self) -> str:
        """The session, or the chosen turn of it, as `tool/id` or `tool/id:turn`; empty before one is shown."""
        if self.asked is None:
            return ""
        page, turn = self.asked.page, self._turn()
        return f"{page.tool}/{page.session}" + (f":{turn}" if turn else "")

    def show_asked(self, asked: SessionAsked, app: App) -> None:
        """Show another session; what was asked for more of is kept for the same one."""
        before = self.asked.page if self.asked else None
        if before is None or (before.tool, before.session) != (asked.page.tool, asked.page.session):
            self._wishes = _NO_WISHES
            self.turns.select("")
        self.asked, self._app = asked, app
        self._show()

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Side by side, or one below the other."""
        self._narrow = narrow
        self.block.take_width(width, narrow=narrow)
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._beside.setSpacing(_SECTION if narrow else _COLUMNS)
        left = width if narrow else round((width - _COLUMNS) * _TURNS_SHARE)
        right = width if narrow else width - _COLUMNS - left
        for table, wide in ((self.went, width), (self.turns, left), (self.files, width)):
            table.setFixedWidth(wide)
        for table in (self.models, self.agents):
            table.setFixedWidth(right)
        self._show_notices(width)

    def begin(self) -> QWidget:
        """Where the keyboard begins."""
        return self.went.view

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.look = look
        parts: tuple[Looked, ...] = (
            self.block, self.link, self.unlink, self.whole, self.own_words, *self._tables(), *self.notices,
        )  # fmt: skip
        for part in parts:
            part.take_look(look)

    def _show(self) -> None:
        if self.asked is None or self._app is None:
            return
        zone, now = self._app.zone, self._app.now
        self.view = view = session_view(
            self.asked, zone, day_of(now, zone), str(self._app.home), self._wishes
        )
        self.block.show_block(view.figure, view.spoken, view.caption, view.about)
        self.went.show_table(view.went)
        self.turns.show_table(view.turns)
        self.models.show_table(view.models)
        for widget, table in ((self.agents, view.agents), (self.files, view.files)):
            widget.setVisible(table is not None)
            if table is not None:
                widget.show_table(table)
        self._show_notices(self.width())
        self._name_acts()

    def _name_acts(self) -> None:
        """The acts say what they are about: the session, or the turn that is chosen."""
        told, turn = QCoreApplication.translate, self._turn()
        link = told("Spend", "Link turn {turn}\u2026") if turn else told("Spend", "Link this session\u2026")
        unlink = (
            told("Spend", "Turn {turn} belongs to no item")
            if turn
            else told("Spend", "It belongs to no item")
        )
        self.link.change_text(link.format(turn=turn))
        self.unlink.change_text(unlink.format(turn=turn))
        self.whole.setVisible(bool(turn))

    def _turn(self) -> int:
        """The number of the chosen turn, 0 for none."""
        return turn_of(self.turns.selected)

    def _no_turn(self) -> None:
        self.turns.select("")
        self._name_acts()

    def _undo(self, what: str) -> None:
        self.undo_wanted.emit(int(what.removeprefix(UNDO)))

    def _show_notices(self, width: int) -> None:
        told = self.view.notices if self.view else ()
        self.own_words.show_words(self.view.own_words if self.view else (), width)
        while len(self.notices) < len(told):
            self.notices.append(Paragraph(self.look, "small", "text.second"))
            self._notices.addWidget(self.notices[-1])
        for at, label in enumerate(self.notices):
            label.show_text(told[at] if at < len(told) else "", width, Mark.STALE)

    def _tables(self) -> tuple[LedgerTable, ...]:
        return self.went, self.turns, self.models, self.agents, self.files

    def _more_turns(self, _row: str, _what: str) -> None:
        self._wishes = self._wishes._replace(turns=True)
        self._show()

    def _more_files(self, _row: str, _what: str) -> None:
        self._wishes = self._wishes._replace(files=True)
        self._show()

    def _to_turn(self, key: str) -> None:
        """A subagent leads to the turn that launched it."""
        self._more_turns("", "")
        self.turns.view.setFocus()
        self.turns.select(turn_key(int(key.split(":")[1])))
        self._name_acts()

    def _connect(self) -> None:
        self.went.activated.connect(self.item_wanted)
        self.turns.link_wanted.connect(self._more_turns)
        self.files.link_wanted.connect(self._more_files)
        self.agents.activated.connect(self._to_turn)
        self.turns.chosen.connect(lambda _key: self._name_acts())
        self.turns.activated.connect(lambda _key: self.link_wanted.emit(self.place))
        self.link.clicked.connect(lambda: self.link_wanted.emit(self.place))
        self.unlink.clicked.connect(lambda: self.unlink_wanted.emit(self.place))
        self.whole.clicked.connect(self._no_turn)
        self.own_words.link_wanted.connect(self._undo)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SECTION)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(4)
        head = QVBoxLayout()
        head.setSpacing(_BETWEEN)
        head.addWidget(self.block)
        head.addLayout(self._notices)
        column.addLayout(head)
        column.addWidget(self.went)
        acts = QHBoxLayout()
        acts.setSpacing(_ACTS)
        for button in (self.link, self.unlink, self.whole):
            acts.addWidget(button)
        acts.addStretch(1)
        told = QVBoxLayout()
        told.setSpacing(_ACTS)
        told.addLayout(acts)
        told.addWidget(self.own_words)
        column.addLayout(told)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        right = QVBoxLayout()
        right.setSpacing(_SECTION)
        right.addWidget(self.models)
        right.addWidget(self.agents)
        right.addStretch(1)
        self._beside.addWidget(self.turns, 0, _TOP)
        self._beside.addLayout(right)
        column.addLayout(self._beside)
        column.addWidget(self.files)
