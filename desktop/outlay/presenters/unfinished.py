"""A first reading that has not come to its end: which periods are whole, and what the others may claim."""

from dataclasses import replace

from outlay.domain.answers import Glance, PeriodGlance
from outlay.presenters.activity import Activity
from outlay.presenters.periods import ChosenPeriod, period_of
from outlay.presenters.tongue import later, tr


def is_whole(period: PeriodGlance, glance: Glance, activity: Activity) -> bool:
    """Whether all of a period was read. Logs are read newest first, so recent periods are whole before the end."""
    if glance.last_sync is not None:
        return True
    since = activity.progress.whole_since if activity.progress else None
    return since is not None and period.period.first >= since


def as_far_as_read(glance: Glance, activity: Activity) -> Glance:
    """The glance, with `at least` said of every period that is not whole yet."""
    today, week, month = (
        one if is_whole(one, glance, activity) else replace(one, spend=replace(one.spend, at_least=True))
        for one in (glance.today, glance.week, glance.month)
    )
    return replace(glance, today=today, week=week, month=month)


def whole_text(glance: Glance, activity: Activity) -> str:
    """`The last 7 days are complete`, of the longest period that is; empty while none is."""
    whole = [one for one in ChosenPeriod if is_whole(period_of(glance, one), glance, activity)]
    longest = min(whole, key=lambda one: period_of(glance, one).period.first, default=None)
    return tr(_WHOLE[longest]) if longest else ""


_WHOLE = {
    ChosenPeriod.TODAY: later("Today's figures are complete"),
    ChosenPeriod.WEEK: later("The last 7 days are complete"),
    ChosenPeriod.MONTH: later("This month's figures are complete"),
}
