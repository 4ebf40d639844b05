"""The list of the Shipped page: what narrows and groups it, the table, and what it says as a whole."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from outlay.domain.shipped_page import ShippedAnswer
from outlay.domain.words import Run
from outlay.painting.look import Look
from outlay.presenters.pages.shipped import ShippedList, ShippedView, chip_texts
from outlay.presenters.pages.shipped_choices import Offered, offered
from outlay.rules.shipped_items import GroupBy, Listed, ListView, SortBy, view_from
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.choices import Choice, DropDown, Segments
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.notice import NextStepNotice
from outlay.ui.parts.notice_bar import NoticeBar
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.table import LedgerTable
from outlay.ui.parts.table_walk import bring_into_sight
from outlay.ui.parts.words import WordsLabel
from outlay.ui.window.pages.shipped_filters import ShippedFilters

_BETWEEN = 12
_FIELD, _NARROW_FIELD = 216, 150
_WIDEST_SCALE = 2.0
_LARGE = 1.5
_FOLLOWS_MS, _RESTS_MS = 120, 250
_ROWS_AT_ONCE = 60
_BOTTOM = 20
_KEYS = Qt.FocusReason.ShortcutFocusReason


class ShippedTable(QScrollArea):
    """As high as its room; only where that is too low for a few rows it scrolls as a whole.

    Signals:
        opened: an item's key, and whether the keyboard opened it.
        rested: an item's key on which the keyboard rests.
        view_chosen: another ListView.
        link_wanted: what a link below the table asks for.
        add_wanted: work is to be entered by hand.
    """

    opened = Signal(str, bool)
    rested = Signal(str)
    view_chosen = Signal(object)
    link_wanted = Signal(str)
    add_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.kept = look, ListView()
        self._answer: ShippedAnswer | None = None
        self._list: ShippedList | None = None
        self._span = self._open = ""
        self.view: ShippedView | None = None
        told = QCoreApplication.translate
        words = told("Shipped", "Filter by title, ticket, label")
        self.field = TextField(look, words, words, search=True)
        by = told("Shipped", "Group by")
        self.groups, self.group_menu = Segments(look, by, _group_choices()), DropDown(look, by)
        self.filters = ShippedFilters(look)
        self.chips = Segments(look, "", [Choice(one, one) for one in Listed])
        self.chips.setAccessibleName(told("Shipped", "Which items"))
        self.add = TextButton(told("Shipped", "Add finished work\u2026"), ButtonKind.QUIET, look)
        self.notice, self.step = NoticeBar(look), NextStepNotice(look)
        self.outside = WordsLabel(look, "small", "text.third")
        self.table = LedgerTable(look, grows=False, one_click=True)
        self.empty = Paragraph(look, "heading", "text.ink")
        self.sentence = Paragraph(look, "body", "text.second")
        self.note = WordsLabel(look, "body", "text.second")
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOWS_MS)
        self._rest = QTimer(self, singleShot=True, interval=_RESTS_MS)
        self._lay_out()
        self._connect()

    def show_answer(self, answer: ShippedAnswer, span: str) -> None:
        """Show an answer; the first one says how the list was left."""
        if self._answer is None:
            self.kept = view_from(answer.view)
            self.chips.show_current(self.kept.listed)
        self._answer, self._span = answer, span
        self._show()

    def show_open(self, key: str) -> None:
        """Another item is open, or none; when it is none of the list, that is said."""
        self._open = key
        if key:
            self.table.select(key)
        self._say_outside()

    def focus_rows(self) -> None:
        """Put the keyboard into the table."""
        self.table.view.setFocus(_KEYS)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.look = look
        parts: tuple[Looked, ...] = (
            self.field, self.groups, self.group_menu, self.filters, self.chips, self.add, self.notice, self.step, self.outside, self.table,
            self.empty, self.sentence, self.note,
        )  # fmt: skip
        for part in parts:
            part.take_look(look)
        self._show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width lays it out anew."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A scroll bar that comes or goes changes the width too."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def end(self) -> None:
        """Nothing follows any more."""
        self._follow.stop()
        self._rest.stop()

    def _show(self) -> None:
        if self._answer is None:
            return
        self._list = ShippedList(self._answer, self.kept)
        for key, text in chip_texts(self._answer).items():
            self.chips.buttons[key].change_text(text)
        self.chips.take_look(self.look)
        self._show_choices(offered(self._answer.work.items, self.kept))
        self._fill()
        self._fit()

    def _show_choices(self, told: Offered) -> None:
        """What can be chosen follows what the items have."""
        self.filters.show_offered(told, self.kept)
        for key, button in self.groups.buttons.items():
            button.setEnabled(key in told.groups)
            button.setVisible(key in told.groups)
        self.groups.show_current(self.kept.group)
        self.groups.take_look(self.look)
        choices = [one for one in _group_choices() if one.key in told.groups]
        self.group_menu.show_choices([_in_menu(one) for one in choices], self.kept.group)

    def _typed(self, text: str) -> None:
        """The rows in sight follow every letter; the rest, once one rests."""
        if self._list is None:
            return
        known = self._list.shown(text)
        if len(known) <= _ROWS_AT_ONCE:
            self._fill()
            return
        self.table.show_table(self._list.table(known, _ROWS_AT_ONCE))
        self._rest.start()

    def _fill(self) -> None:
        if self._list is None:
            return
        self._rest.stop()
        self.view = self._list.page(self.field.text(), self._span)
        self.table.show_table(self.view.table)
        self.table.setVisible(not self.view.empty)
        self.table.select(self._open)
        self._fit_table()
        self._show_texts()

    def _fit(self) -> None:
        """Filter and groups on one line where they find room, chips and the button too."""
        width, scale = self._width(), min(self.look.text_scale, _WIDEST_SCALE)
        fits = self.groups.width() <= width
        self.groups.setVisible(fits)
        self.group_menu.setVisible(not fits)
        self.filters.take_width(width)
        room = width - (self.groups if fits else self.group_menu).width() - _BETWEEN
        beside = room >= _NARROW_FIELD * scale
        self.field.setFixedWidth(round(min(room if beside else width, _FIELD * scale)))
        for row, level in (
            (self._head, beside),
            (self._chips, self.chips.width() + self.add.width() <= width),
        ):
            row.setDirection(QBoxLayout.Direction.LeftToRight if level else QBoxLayout.Direction.TopToBottom)
        for part in (self.notice, self.outside, self.note):
            part.setFixedWidth(width)
        self._show_texts()

    def _fit_table(self) -> None:
        """Never higher than its rows; where texts are large all of them stand there and the page scrolls."""
        whole = self.table.whole_height()
        self.table.setMaximumHeight(whole)
        self.table.setMinimumHeight(whole if self.look.text_scale >= _LARGE else 0)

    def _width(self) -> int:
        return max(1, self.viewport().width())

    def _show_texts(self) -> None:
        view, width = self.view, self._width()
        if view is None:
            return
        known = not view.next_step.sentence
        self.step.show_step(view.next_step, width)
        self.empty.show_text(view.empty if known else "", width)
        self.sentence.show_text(view.sentence if known else "", width)
        self.note.show_words(view.note, width)
        self._say_outside()

    def _say_outside(self) -> None:
        told, shown = QCoreApplication.translate, self.view
        missing = bool(self._open and shown and all(self._open != item.item for item in shown.items))
        words = told("Shipped", "The item that is open is not in this list.")
        self.outside.show_words((Run(words),) if missing else (), self._width())

    def _choose(self, view: ListView) -> None:
        self.kept = view
        self._show()
        self.view_chosen.emit(view)

    def _group(self, key: str) -> None:
        self._choose(self.kept._replace(group=GroupBy(key)))

    def _sort(self, column: str, descending: bool) -> None:  # noqa: FBT001  the table's signal
        self._choose(self.kept._replace(sorted_by=SortBy(column), descending=descending))

    def _walked(self, _key: str) -> None:
        """The page scrolls along where the table does not scroll itself."""
        view = self.table.view
        bring_into_sight(view, view.visualRect(view.currentIndex()))
        self._follow.start()

    def _rested(self) -> None:
        key = self.table.selected
        if ":" in key and key != self._open:
            self.rested.emit(key)

    def _connect(self) -> None:
        self.field.changed.connect(self._typed)
        self.field.submitted.connect(lambda _text: self.focus_rows())
        self.groups.chosen.connect(self._group)
        self.group_menu.chosen.connect(self._group)
        self.filters.view_chosen.connect(self._choose)
        self.chips.chosen.connect(lambda key: self._choose(self.kept._replace(listed=Listed(key))))
        self.add.clicked.connect(self.add_wanted)
        self.table.sort_wanted.connect(self._sort)
        self.table.chosen.connect(self._walked)
        self.table.activated.connect(lambda key: self.opened.emit(key, self.table.view.by_keys))
        self._follow.timeout.connect(self._rested)
        self._rest.timeout.connect(self._fill)
        self.notice.link_wanted.connect(self.link_wanted)
        self.note.link_wanted.connect(self.link_wanted)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 2, 0, _BOTTOM)
        column.setSpacing(_BETWEEN)
        self._head, self._chips = _row(self.field, self.groups), _row(self.chips, self.add)
        self._head.addWidget(self.group_menu, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._head)
        column.addLayout(self._chips)
        column.addWidget(self.filters)
        for part in (self.notice, self.step, self.outside):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        for text in (self.empty, self.sentence, self.note):
            column.addWidget(text)
        column.addStretch(0)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.viewport().installEventFilter(self)


def _row(left: QWidget, right: QWidget) -> QBoxLayout:
    """Two parts, one at each end."""
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(8)
    row.addWidget(left, 0, Qt.AlignmentFlag.AlignLeft)
    row.addStretch(1)
    row.addWidget(right, 0, Qt.AlignmentFlag.AlignLeft)
    return row


def _in_menu(choice: Choice) -> Choice:
    """A grouping as a menu says it, which has no words before it."""
    told = QCoreApplication.translate
    if choice.key == GroupBy.NONE:
        return choice._replace(text=told("Shipped", "Not grouped"))
    return choice._replace(text=told("Shipped", "By {name}").format(name=choice.text))


def _group_choices() -> tuple[Choice, ...]:
    told = QCoreApplication.translate
    return (
        Choice(GroupBy.REPOSITORY, told("Shipped", "Repository")),
        Choice(GroupBy.TICKET, told("Shipped", "Ticket")),
        Choice(GroupBy.SYSTEM, told("Shipped", "System")),
        Choice(GroupBy.TYPE, told("Shipped", "Type")),
        Choice(GroupBy.LABEL, told("Shipped", "Label")),
        Choice(GroupBy.NONE, told("Shipped", "None")),
    )
