"""The days of the Spend page: bars with the whole day as outline, and the long axis."""

from outlay.charts.columns import MOST_DAYS, hue_of
from outlay.charts.long_days import ToolDay, long_days
from outlay.charts.spend_days import Looked, SpentDay, spend_days
from outlay.domain.charts import DaysChart, LongChart
from outlay.domain.spend_page import SpendPage
from outlay.domain.spend_page import SpentDay as Day


def is_long(page: SpendPage) -> bool:
    """Whether there are too many days for a bar with its sum each."""
    return len(page.period.days) > MOST_DAYS


def days_chart(page: SpendPage, name: str, tool: str) -> DaysChart:
    """What is looked at of every day, by its name and its tool's hue; the whole day where that is more."""
    looked = Looked(name, hue_of(tool) if tool else "") if page.question.steps else Looked()
    days = (_day(day) for day in page.days if day.all)
    return spend_days(days, page.period, looked)


def long_chart(page: SpendPage) -> LongChart:
    """What is looked at of every day, by tool."""
    rows = (ToolDay(day.day, one.tool, one.micros, one.unpriced) for day in page.days for one in day.looked)
    return long_days(rows, page.period)


def _day(day: Day) -> SpentDay:
    return SpentDay(
        day.day,
        sum(one.micros for one in day.looked) if day.looked else None,
        sum(one.micros for one in day.all),
        unpriced=any(one.unpriced for one in day.looked),
        whole_unpriced=any(one.unpriced for one in day.all),
    )
