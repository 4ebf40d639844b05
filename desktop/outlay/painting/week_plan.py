"""Where everything of the week chart lies in a width: computed once, painted and hit by it."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from outlay.domain.charts import WeekChart, WeekColumn, WeekMark
from outlay.domain.pictures import Mark
from outlay.painting.columns import Columns, columns_in
from outlay.painting.legend import legend_height, legend_lines, legend_width
from outlay.painting.lines import width_of
from outlay.painting.look import Look
from outlay.painting.paragraph import broken

MARK = 8.0
STRIP_MARK = 6.5
STRIP_PITCH = 9.0
MOST_TITLES = 4
MOST_STRIP_MARKS = 3

_PLOT, _TALL_PLOT = 164.0, 220.0
_TALL_FROM = 1100.0
_ABOVE_PLOT = 28.0
_TITLES_FROM = 60.0
_LABEL_BASE = 18.0
_FIRST_MARK = 27.0
_BETWEEN_MARKS = 4.0
_AFTER_MARK = 6.0
_BESIDE_TITLE = 8.0
_BEFORE_GROUPING = 8.0
_HEADING_GAP = 24.0
_BOTTOM = 4.0
_MOST_LINES = 2


class TitleBox(NamedTuple):
    """Words with a mark below the line: an item's title, how many more there are, or how many of a kind.

    `item` None: nothing opens. `at` is the centre of the mark.
    """

    column: int
    item: WeekMark | None
    mark: Mark
    at: QPointF
    text: QRectF
    lines: tuple[str, ...]

    @property
    def area(self) -> QRectF:
        """What answers to the pointer."""
        return self.text.adjusted(self.at.x() - MARK / 2 - self.text.left(), -2, 4, 2)


class WeekPlan(NamedTuple):
    """The places of everything, from the widget's own origin on.

    `beside`: the legend lies at the right of the heading, whose width is `title`; else below it.
    """

    heading: QRectF
    title: float
    legend: QRectF
    beside: bool
    columns: Columns
    plot: QRectF
    titles: tuple[TitleBox, ...]
    narrow: bool
    height: float

    @property
    def line_y(self) -> float:
        """The ink line."""
        return self.plot.bottom()

    def label_base(self, look: Look) -> float:
        """The baseline of the columns' names."""
        return self.line_y + _LABEL_BASE * look.text_scale

    def title_at(self, at: QPointF) -> TitleBox | None:
        """The item below a point."""
        return next((box for box in self.titles if box.item and box.area.contains(at)), None)


def plan_week(width: float, chart: WeekChart, look: Look) -> WeekPlan:
    """Every place in a width; nothing moves while a column is read out."""
    heading, title, legend, beside = _top(width, chart, look)
    top = max(heading.bottom(), legend.bottom()) + _ABOVE_PLOT * look.text_scale
    plot = QRectF(0, round(top), width, _TALL_PLOT if width >= _TALL_FROM else _PLOT)
    columns = columns_in(0, width, len(chart.columns))
    narrow = columns.pitch < _TITLES_FROM * look.text_scale
    titles = () if narrow else _titles(chart, columns, plot.bottom() + _FIRST_MARK * look.text_scale, look)
    bottom = plot.bottom() + (_narrow_height(chart, look) if narrow else _FIRST_MARK * look.text_scale)
    bottom = max((bottom, *(box.text.bottom() for box in titles))) + _BOTTOM
    return WeekPlan(heading, title, legend, beside, columns, plot, titles, narrow, bottom)


def _top(width: float, chart: WeekChart, look: Look) -> tuple[QRectF, float, QRectF, bool]:
    """Heading and legend on one line where the legend fits beside it, and all it will say on the line alone."""
    title = width_of(chart.heading, look.font("heading")) + _BEFORE_GROUPING
    title += width_of(chart.grouping, look.font("small")) + _HEADING_GAP
    line = max(look.line("heading"), legend_height(1, look))
    heading = QRectF(0, 0, width, line)
    every = [column.told for column in chart.columns]
    widest = max((legend_width(told, look) for told in every), default=0.0)
    if legend_width(chart.legend, look) <= width - title and widest <= width:
        return heading, title, heading, True
    lines = max(legend_lines(told, width, look) for told in (chart.legend, *every))
    return heading, title, QRectF(0, line + 4, width, legend_height(lines, look)), False


def _titles(chart: WeekChart, columns: Columns, top: float, look: Look) -> tuple[TitleBox, ...]:
    return tuple(
        box
        for number, column in enumerate(chart.columns)
        for box in _column(number, column, columns, top, look)
    )


def _column(number: int, column: WeekColumn, columns: Columns, top: float, look: Look) -> list[TitleBox]:
    font, step = look.font("micro"), look.line("micro")
    mark = MARK * look.text_scale
    left = columns.bar_left(number)
    text_left = left + mark + _AFTER_MARK
    width = max(1.0, columns.left + (number + 1) * columns.pitch - _BESIDE_TITLE - text_left)
    boxes = []
    for item, shape, words in _told(column):
        lines = _two_lines(words, font, width)
        text = QRectF(text_left, top, width, step * len(lines))
        boxes.append(TitleBox(number, item, shape, QPointF(left + mark / 2, top + step / 2), text, lines))
        top = text.bottom() + _BETWEEN_MARKS
    return boxes


def _told(column: WeekColumn) -> list[tuple[WeekMark | None, Mark, str]]:
    if column.tallies:
        return [(None, mark, words) for mark, words in column.tallies]
    titles = [(one, one.mark, one.title) for one in column.marks[:MOST_TITLES]]
    more = [(None, Mark.NONE, column.more)] if column.more else []
    return [*titles, *more]


def _two_lines(text: str, font: QFont, width: float) -> tuple[str, ...]:
    lines = broken(text, font, width)
    if len(lines) <= _MOST_LINES:
        return lines
    rest = text[len(lines[0]) :].lstrip()
    elided = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return (lines[0], elided)


def _narrow_height(chart: WeekChart, look: Look) -> float:
    most = max((min(len(column.marks), MOST_STRIP_MARKS) for column in chart.columns), default=0)
    return (_FIRST_MARK + STRIP_PITCH * most) * look.text_scale
