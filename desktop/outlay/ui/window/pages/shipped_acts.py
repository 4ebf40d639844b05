"""The dialogs that say where a session belongs: to this item, or to another one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from outlay.app import App
from outlay.domain.items import Item
from outlay.domain.moments import Period
from outlay.domain.session_page import SessionPage
from outlay.domain.spend_page import SpendPage, SpendQuestion
from outlay.domain.tables import Table
from outlay.painting.look import Look
from outlay.presenters.pages.shipped_acts import (
    Pick,
    item_picks,
    items_table,
    near_text,
    session_picks,
    sessions_table,
    turn_picks,
    turns_table,
)
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.choices import Choice, Segments
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.sheet_dialog import SheetDialog
from outlay.ui.parts.table import LedgerTable
from outlay.ui.window.asking import Asker
from outlay.ui.window.failing import Failure
from outlay.ui.window.reading_order import put_in_order, stops_of

_WIDTH, _NARROW = 620, 460
_AIR, _BETWEEN = 20, 10
_LIST_HEIGHT = 300
_WHOLE, _TURN = "whole", "turn"
_MOST_PARTS = 12
_HEAVIEST = 1_000_000


class ActDialog(SheetDialog):
    """Heading, sentence, what is chosen, and the act's own button; leaving it changes nothing."""

    def __init__(
        self,
        look: Look,
        title: str,
        sentence: str,
        act: str,
        parent: QWidget | None = None,
        *,
        width: int = _NARROW,
    ) -> None:
        super().__init__(look, parent)
        self.setWindowTitle(title)
        self.wide = round(width * min(look.text_scale, 1.5))
        self.act = TextButton(act, ButtonKind.FILLED, look)
        self.leave = TextButton(QCoreApplication.translate("Confirm", "Cancel"), ButtonKind.PLAIN, look)
        self.act.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.body = QVBoxLayout()
        self.body.setSpacing(_BETWEEN)
        self.sentence = self.paragraph(sentence, "body", "text.second")
        column = QVBoxLayout(self)
        column.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        column.setSpacing(_BETWEEN)
        column.addWidget(self.paragraph(title, "heading", "text.ink"))
        column.addWidget(self.sentence)
        column.addLayout(self.body, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        column.addLayout(row)
        self.setFixedWidth(self.wide + 2 * _AIR)

    def paragraph(self, text: str, style: str, color: str) -> Paragraph:
        """A text in the dialog's width."""
        made = Paragraph(self.look, style, color)
        made.setFixedWidth(self.wide)
        made.show_text(text, self.wide)
        return made

    def say(self, text: str) -> None:
        """Another sentence above what is chosen."""
        self.sentence.show_text(text, self.wide)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001  as Qt calls it
        """Tab goes in reading order, also to rows that came later."""
        put_in_order(self, stops_of(self))
        return super().focusNextPrevChild(following)


class PickList(QWidget):
    """A search over rows to pick one from: typing narrows, Down goes into the rows, Enter takes the first or chosen."""

    def __init__(
        self,
        look: Look,
        name: str,
        table_of: Callable[[Sequence[Pick], str], Table],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table_of = table_of
        self.picks: tuple[Pick, ...] = ()
        self.field = TextField(look, name, name, search=True)
        self.table = LedgerTable(look, grows=False)
        self.table.setFixedHeight(_LIST_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        column.addWidget(self.field)
        column.addWidget(self.table)
        self.field.changed.connect(self._show)
        self.field.submitted.connect(lambda _text: self._into_rows())

    @property
    def chosen(self) -> str:
        """The key of the chosen row; empty when none is."""
        return self.table.selected

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Offer other rows."""
        self.picks = tuple(picks)
        self._show()

    def _show(self, _typed: str = "") -> None:
        self.table.show_table(self._table_of(self.picks, self.field.text()))

    def _into_rows(self) -> None:
        """Enter in the field chooses the first row."""
        table = self.table.table
        if table is not None and table.rows and table.rows[0].key:
            self.table.select(table.rows[0].key)
            self.table.chosen.emit(table.rows[0].key)
            self.table.view.setFocus(Qt.FocusReason.ShortcutFocusReason)


class LinkDialog(ActDialog):
    """Picks a session near the item's time, or one turn of it."""

    def __init__(
        self, look: Look, item: Item, app: App, period: Period, parent: QWidget | None = None
    ) -> None:
        told = QCoreApplication.translate
        super().__init__(
            look,
            told("Shipped", "Link a session to {title}").format(title=item.title),
            near_text(period),
            told("Shipped", "Link it"),
            parent,
            width=_WIDTH,
        )
        self._app, self._item, self._period = app, item, period
        self._asked_turns = ""
        self._ask = Asker(self)
        self._ask.came.connect(self._came)
        search = told("Shipped", "Search tool, project, branch, day")
        self.sessions = PickList(look, search, sessions_table)
        names = (Choice(_WHOLE, told("Shipped", "Whole session")), Choice(_TURN, told("Shipped", "One turn")))
        self.what = Segments(look, told("Shipped", "What belongs to it"), names)
        self.turns = LedgerTable(look, grows=False)
        self.turns.setFixedHeight(_LIST_HEIGHT // 2)
        self.turns.hide()
        for part in (self.sessions, self.what, self.turns):
            self.body.addWidget(part)
        self.sessions.table.chosen.connect(self._session_chosen)
        self.sessions.table.activated.connect(self._go_on)
        self.turns.chosen.connect(lambda _key: self._check())
        self.turns.activated.connect(self._take_turn)
        self.what.chosen.connect(lambda _key: self._session_chosen(self.sessions.chosen))
        self._check()
        self._ask.ask(self._read)
        self.sessions.field.setFocus()

    def place(self) -> str:
        """The session as `tool/id`, with `:turn` behind it when one turn is meant; empty while none is chosen."""
        session = self.sessions.chosen
        if not session or self.what.current == _WHOLE:
            return session
        return f"{session}:{self.turns.selected}" if self.turns.selected else ""

    def done(self, code: int) -> None:
        """Read no more."""
        self._ask.end()
        super().done(code)

    def _read(self) -> object:
        return self._app.spend_page(SpendQuestion(by="session", whole=True), self._period)

    def _came(self, _number: int, found: object) -> None:
        if isinstance(found, Failure):
            self.say(found.title)
        elif isinstance(found, SpendPage):
            near = self._item.landed or self._item.began or self._app.now
            home = str(self._app.home)
            self.sessions.show_picks(session_picks(found, near, self._app.zone, home))
        elif isinstance(found, SessionPage) and self.sessions.chosen == f"{found.tool}/{found.session}":
            self.turns.show_table(turns_table(turn_picks(found.turns, self._app.zone)))
            if self.turns.view.hasFocus():
                self.turns.view.step_to(self.turns.view.rows.index(0, 0))
        self._check()

    def _session_chosen(self, key: str) -> None:
        wanted = self.what.current == _TURN and bool(key)
        self.turns.setVisible(wanted)
        if wanted and key != self._asked_turns:
            self._asked_turns = key
            self._ask.ask(lambda: self._app.session(key))
        self._check()
        QTimer.singleShot(0, self, self.adjustSize)

    def _check(self) -> None:
        self.act.setEnabled(bool(self.place()))
        self.act.update()

    def _go_on(self, key: str) -> None:
        """The session is chosen: the whole of it is taken, or the keyboard goes on to its turns."""
        if key != self.sessions.chosen:
            self.sessions.table.select(key)
            self._session_chosen(key)
        if self.what.current == _WHOLE:
            self._take()
        elif self.turns.isVisible():
            self.turns.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_turn(self, key: str) -> None:
        self.turns.select(key)
        self._take()

    def _take(self) -> None:
        if self.place():
            self.accept()


class ItemDialog(ActDialog):
    """Picks another item for a session."""

    def __init__(
        self, look: Look, session: str, items: Sequence[Item], period: Period, parent: QWidget | None = None
    ) -> None:
        told = QCoreApplication.translate
        super().__init__(
            look,
            told("Shipped", "Where {session} belongs").format(session=session),
            told("Shipped", "All of the session counts for the item that is chosen."),
            told("Shipped", "Link it"),
            parent,
            width=_WIDTH,
        )
        self.items = PickList(look, told("Shipped", "Search items"), items_table)
        self.items.show_picks(item_picks(items, period))
        self.body.addWidget(self.items)
        self.items.table.chosen.connect(lambda _key: self._check())
        self.items.table.activated.connect(self._take)
        self._check()
        self.items.field.setFocus()

    def _take(self, key: str) -> None:
        self.items.table.select(key)
        if self.items.chosen:
            self.accept()

    def _check(self) -> None:
        self.act.setEnabled(bool(self.items.chosen))
        self.act.update()
