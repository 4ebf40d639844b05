"""The Spend page's list: the figure, the days and the groups with their sessions."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.charts.spend_page import days_chart, is_long, long_chart
from outlay.domain.spend_page import SpendPage, Step
from outlay.painting.look import Look
from outlay.presenters.pages.spend import SpendView, spend_view
from outlay.presenters.pages.spend_table import MORE, Wishes
from outlay.rules.spans import Unit
from outlay.ui.parts.days_chart import DaysChartWidget
from outlay.ui.parts.figure import FigureBlock
from outlay.ui.parts.legend_line import LegendLine
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.table import LedgerTable
from outlay.ui.parts.words import WordsLabel
from outlay.ui.window.long_axis import LongAxis

_BETWEEN = 16
_MORE_AT_ONCE = 200


class SpendList(QWidget):
    """Shows a SpendPage.

    Signals:
        step_wanted: a Step into a group or a day.
        session_wanted: a session's tool and id.
        link_wanted: what a link asks for.
        whole_wanted: every session is to be read.
    """

    step_wanted = Signal(object)
    session_wanted = Signal(str, str)
    link_wanted = Signal(str)
    whole_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: SpendPage | None = None
        self.view: SpendView | None = None
        self._unit, self._home = Unit.WEEK, ""
        self._wishes = Wishes()
        self.block = FigureBlock(look)
        self.bars = DaysChartWidget(look)
        self.legend, self.axis = LegendLine(look), LongAxis(look)
        self.empty_heading = Paragraph(look, "heading", "text.ink")
        self.empty = WordsLabel(look, "body", "text.second")
        self.table = LedgerTable(look, one_click=True)
        self.note = WordsLabel(look, "body", "text.second")
        self._lay_out()
        self._connect()

    def show_page(self, page: SpendPage, unit: Unit, home: str) -> None:
        """Show another answer; a new question is sorted by value again, days by their order."""
        if self.page is None or self.page.question != page.question:
            by_day = page.question.by == "day"
            self._wishes = Wishes("name", descending=False) if by_day else Wishes()
        self.page, self._unit, self._home = page, unit, home
        view = self._show()
        self._show_days(page, view)

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Lay out for a content width."""
        self.block.take_width(width, narrow=narrow)
        self.table.setFixedWidth(width)
        self._show_texts(width)

    def begin(self) -> QWidget:
        """Where the keyboard begins."""
        return self.table.view

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        parts: tuple[Looked, ...] = (
            self.block, self.bars, self.legend, self.axis, self.empty_heading, self.empty, self.table, self.note,
        )  # fmt: skip
        for part in parts:
            part.take_look(look)
        self._show_texts(self.width())

    def _show(self) -> SpendView:
        if self.page is None:
            raise TypeError("no page yet")
        self.view = view = spend_view(self.page, self._unit, self._home, self._wishes)
        self.block.show_block(view.figure, view.spoken, view.caption, view.tokens)
        self.table.show_table(view.table.table)
        self._show_texts(self.width())
        return view

    def _show_texts(self, width: int) -> None:
        if self.view is None:
            return
        nothing = bool(self.view.empty)
        self.empty_heading.show_text(self.view.empty, width)
        self.empty.show_words(self.view.empty_sentence, width)
        self.table.setVisible(not nothing)
        self.note.show_words(() if nothing else self.view.note, width)

    def _show_days(self, page: SpendPage, view: SpendView) -> None:
        long = is_long(page)
        for part in (self.legend, self.axis):
            part.setVisible(long)
        self.bars.setVisible(not long)
        if long:
            chart = long_chart(page)
            self.legend.show_legend(chart.legend)
            self.axis.show_chart(chart)
        else:
            self.bars.show_chart(days_chart(page, view.name, view.tool))

    def _opened(self, key: str) -> None:
        if self.view is None:
            return
        table = self.view.table
        if key in table.sessions:
            self.session_wanted.emit(*table.sessions[key])
        elif key in table.steps:
            self.step_wanted.emit(table.steps[key])

    def _linked(self, _row: str, what: str) -> None:
        if not what.startswith(MORE):
            self.whole_wanted.emit()
            return
        group = what.removeprefix(MORE)
        more = {**self._wishes.more, group: self._wishes.more.get(group, 0) + _MORE_AT_ONCE}
        self._wishes = self._wishes._replace(more=more)
        self._show()

    def _sort(self, column: str, descending: bool) -> None:  # noqa: FBT001  the table's signal
        self._wishes = self._wishes._replace(sorted_by=column, descending=descending)
        self._show()

    def _day(self, day: date) -> None:
        self.step_wanted.emit(Step("day", day.isoformat()))

    def _connect(self) -> None:
        self.table.activated.connect(self._opened)
        self.table.link_wanted.connect(self._linked)
        self.table.sort_wanted.connect(self._sort)
        self.bars.day_wanted.connect(self._day)
        self.axis.day_wanted.connect(self._day)
        self.axis.readout.connect(self.legend.read_out)
        self.block.link_wanted.connect(self.link_wanted)
        self.note.link_wanted.connect(self.link_wanted)
        self.empty.link_wanted.connect(self.link_wanted)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        column.addWidget(self.block)
        column.addWidget(self.bars)
        days = QVBoxLayout()
        days.setSpacing(4)
        days.addWidget(self.legend)
        days.addWidget(self.axis)
        column.addLayout(days)
        for part in (self.empty_heading, self.empty, self.table, self.note):
            column.addWidget(part)
