"""Which columns a period is cut into, how they are named, and the fixed order of tools."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from outlay.domain.charts import ColumnLabel, ToolPart
from outlay.domain.moments import Period
from outlay.presenters.days import calendar, day_month_text, range_text, spoken_day, weekday_text
from outlay.presenters.tongue import tr
from outlay.presenters.tools import tool_name

TOOLS = ("claude_code", "codex", "cursor", "copilot", "gemini_cli", "other")
"""The order of the parts of a bar, from the line up; each has a hue."""

MOST_DAYS = 31
MOST_DAYS_BY_WEEK = 189
_DAYS_PER_WEEK = 7


class Grouping(StrEnum):
    """What one column stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def grouping_of(period: Period) -> Grouping:
    """Days up to a month, weeks up to 27 of them, months above."""
    length = (period.end - period.start).days
    if length <= MOST_DAYS:
        return Grouping.DAY
    return Grouping.WEEK if length <= MOST_DAYS_BY_WEEK else Grouping.MONTH


def grouping_text(grouping: Grouping) -> str:
    """What is said of columns that are not days; empty for days."""
    return {Grouping.WEEK: tr("by week"), Grouping.MONTH: tr("by month")}.get(grouping, "")


def columns_of(period: Period, first_weekday: int = 0) -> tuple[Period, ...]:
    """The columns in order, cut at the calendar's own weeks or months; the outer ones may be shorter."""
    grouping = grouping_of(period)
    columns = []
    start = period.start
    while start < period.end:
        end = min(_after(start, grouping, first_weekday), period.end)
        columns.append(Period(start, end, period.zone))
        start = end
    return tuple(columns)


def label_of(column: Period, grouping: Grouping, *, first: bool = False) -> ColumnLabel:
    """What stands below a column; `first` has a month say its year."""
    start = column.start
    if grouping is Grouping.DAY:
        number = f"{start.day}{calendar().ordinal}"
        return ColumnLabel(weekday_text(start), number, number)
    if grouping is Grouping.WEEK:
        return ColumnLabel(day_month_text(start), "", str(start.day))
    month = calendar().lone_months[start.month - 1]
    return ColumnLabel(month, str(start.year) if first or start.month == 1 else "", month[0])


def column_text(column: Period, grouping: Grouping) -> str:
    """A column by its whole name: `Thursday 19`, or the range of its days."""
    return spoken_day(column.start) if grouping is Grouping.DAY else range_text(column)


def tool_parts(by_tool: Iterable[tuple[str, int]]) -> tuple[ToolPart, ...]:
    """Amounts by tool in the fixed order, tools without a hue of their own together, nothing twice."""
    sums = Counter[str]()
    for tool, micros in by_tool:
        sums[hue_of(tool)] += micros
    return tuple(ToolPart(tool, sums[tool]) for tool in TOOLS if tool in sums)


def hue_names(tools: Iterable[str]) -> dict[str, str]:
    """What each hue stands for among these tools; the last one alone is called by its tool, several are others."""
    rest = {tool for tool in tools if hue_of(tool) == TOOLS[-1]}
    names = {tool: tool_name(tool) for tool in TOOLS[:-1]}
    return {**names, TOOLS[-1]: tool_name(*rest) if len(rest) == 1 else tr("Other tools")}


def hue_of(tool: str) -> str:
    """The tool's place in the fixed order of hues."""
    return tool if tool in TOOLS else TOOLS[-1]


def _after(start: date, grouping: Grouping, first_weekday: int) -> date:
    if grouping is Grouping.DAY:
        return start + timedelta(days=1)
    if grouping is Grouping.WEEK:
        return start + timedelta(days=_DAYS_PER_WEEK - (start.weekday() - first_weekday) % _DAYS_PER_WEEK)
    return (start.replace(day=1) + timedelta(days=MOST_DAYS)).replace(day=1)
