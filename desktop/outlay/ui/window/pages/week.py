"""The Week page: the pair, the picture of the week, what shipped and where the money went."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from outlay.app import App
from outlay.charts.week import week_chart
from outlay.domain.moments import Period, day_of
from outlay.domain.week import WeekAnswer
from outlay.painting.look import Look
from outlay.painting.pair import WINDOW
from outlay.presenters.pages.week import WeekView, week_view
from outlay.presenters.spans import span_title
from outlay.rules.spans import Span, Unit, moved_to, span_of_days
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.notice import NextStepNotice
from outlay.ui.parts.painted import PairWidget
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.table import LedgerTable
from outlay.ui.parts.week_chart import WeekChartWidget
from outlay.ui.parts.words import WordsLabel
from outlay.ui.window.page import Page

_BETWEEN = 16
_SECTION = 24
_COLUMNS = 34
_SHIPPED_SHARE = 0.576
_TOP = Qt.AlignmentFlag.AlignTop


class WeekPage(Page):
    """Everything but the chart is words and tables that the presenter made."""

    name = "week"

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._view: WeekView | None = None
        self._answer: WeekAnswer | None = None
        self._span: Span | None = None
        self._today = date.min
        self.pair = PairWidget(look, form=WINDOW)
        self.notice = NextStepNotice(look)
        self.chart = WeekChartWidget(look)
        self.shipped, self.went = LedgerTable(look), LedgerTable(look)
        self.empty_heading = Paragraph(look, "heading", "text.ink")
        self.empty = WordsLabel(look, "body", "text.second")
        self.note = Paragraph(look, "small", "text.third")
        self._connect()
        self._lay_out()

    def title(self) -> str:
        """The week's number, or what other spans are called."""
        if self._span is None:
            return QCoreApplication.translate("Window", "Week")
        return span_title(self._span, self._today)

    def ask(self, app: App, period: Period) -> WeekAnswer:
        """The period's days, items and money."""
        return app.week(period)

    def take_span(self, span: Span, today: date) -> None:
        """The span the answer belongs to, for the title."""
        self._span, self._today = span, today

    def show_answer(self, answer: object, _app: App) -> None:
        """Show a WeekAnswer."""
        if not isinstance(answer, WeekAnswer):
            raise TypeError(type(answer).__name__)
        self._view, self._answer = week_view(answer), answer
        self.chart.show_chart(week_chart(answer, self._span.first_weekday if self._span else 0))
        self.shipped.show_table(self._view.shipped)
        self.went.show_table(self._view.went)
        self._show_texts()

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Side by side, or one below the other."""
        self._tables.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._tables.setSpacing(_SECTION if narrow else _COLUMNS)
        part = width if narrow else round((width - _COLUMNS) * _SHIPPED_SHARE)
        self.shipped.setFixedWidth(part)
        self.went.setFixedWidth(width if narrow else width - _COLUMNS - part)
        self._show_texts()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        super().take_look(look)
        parts: tuple[Looked, ...] = (
            self.pair,
            self.notice,
            self.chart,
            self.shipped,
            self.went,
            *self._texts(),
        )
        for part in parts:
            part.take_look(look)
        self._show_texts()

    def _texts(self) -> tuple[Paragraph, WordsLabel, Paragraph]:
        return self.empty_heading, self.empty, self.note

    def _show_texts(self) -> None:
        if self._view is None:
            return
        width = self.width() or 1
        self.pair.show_pair(self._view.pair, width)
        self.notice.show_step(self._view.next_step, width)
        self.empty_heading.show_text(self._view.empty, width)
        self.empty.show_words(self._view.empty_sentence, width)
        nothing = bool(self._view.empty)
        self.shipped.setVisible(not nothing)
        self.went.setVisible(not nothing)
        self.note.show_text("" if nothing else self._view.note, width)

    def _connect(self) -> None:
        self.chart.day_wanted.connect(self._open_day)
        self.chart.days_wanted.connect(self._open_days)
        self.chart.item_wanted.connect(self._open_item)
        self.empty.link_wanted.connect(self._show_newest)
        self.shipped.activated.connect(self._open_item)
        self.went.activated.connect(self._open_row)
        self.notice.repositories_wanted.connect(lambda: self.open_wanted.emit("sources", "repositories"))
        self.notice.emails_wanted.connect(lambda: self.open_wanted.emit("sources", "identities"))

    def _open_day(self, day: date) -> None:
        if self._span is not None:
            self.span_wanted.emit(moved_to(self._span, day, Unit.DAY))
            self.open_wanted.emit("spend", None)

    def _show_newest(self, _link: str) -> None:
        """The span of the same length that holds the last day with use."""
        span, answer = self._span, self._answer
        if span is not None and answer is not None and answer.newest is not None:
            newest = min(answer.newest, answer.as_of)
            self.span_wanted.emit(moved_to(span, day_of(newest, span.period.zone)))

    def _open_days(self, first: date, after: date) -> None:
        if self._span is not None:
            self.span_wanted.emit(span_of_days(self._span, first, after))

    def _open_item(self, key: str) -> None:
        self.open_wanted.emit("shipped", key)

    def _open_row(self, key: str) -> None:
        """An item opens in Shipped, a price that is missing in Sources, the total in Spend."""
        if ":" in key and not key.startswith("reason:"):
            self._open_item(key)
        elif key == "unpriced":
            self.open_wanted.emit("spend", "prices")
        elif key == "all":
            self.open_wanted.emit("spend", None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(_BETWEEN)
        self._tables = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for table in (self.shipped, self.went):
            self._tables.addWidget(table, 0)
            self._tables.setAlignment(table, _TOP)
        for part in (self.pair, self.notice, self.empty_heading, self.empty, self.chart):
            column.addWidget(part)
        column.addLayout(self._tables)
        column.addWidget(self.note)
        column.addStretch(1)
