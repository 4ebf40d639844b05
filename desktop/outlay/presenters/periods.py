"""The three periods of the popover and what is shown of each."""

from dataclasses import replace
from enum import StrEnum

from outlay.domain.answers import Glance, PeriodGlance
from outlay.domain.money import Amount
from outlay.presenters.tongue import tr


class ChosenPeriod(StrEnum):
    """Today, the last seven days, or the month so far; the value is its English label."""

    TODAY = "Today"
    WEEK = "7 days"
    MONTH = "Month"


def period_of(glance: Glance, chosen: ChosenPeriod) -> PeriodGlance:
    """The chosen period of a glance."""
    if chosen is ChosenPeriod.TODAY:
        return glance.today
    return glance.week if chosen is ChosenPeriod.WEEK else glance.month


def period_name(chosen: ChosenPeriod) -> str:
    """The label of a period."""
    names = {
        ChosenPeriod.TODAY: tr("Today"),
        ChosenPeriod.WEEK: tr("7 days"),
        ChosenPeriod.MONTH: tr("Month"),
    }
    return names[chosen]


def shown_spend(period: PeriodGlance) -> Amount:
    """The period's spend; unknown when nothing was used or no request of it has a price."""
    if period.requests > period.unpriced_requests:
        return period.spend
    return replace(period.spend, micros=None)
