"""The popover's strip: fourteen days of spend above one line, marks of what shipped below it."""

from outlay.domain.answers import Glance, StripDay
from outlay.domain.moments import Period, day_of
from outlay.domain.money import Amount
from outlay.domain.pictures import Mark, StripBar, StripChart
from outlay.presenters.amounts import amount_text, spoken
from outlay.presenters.days import day_text, spoken_day, weekday_letter
from outlay.presenters.shipped import shipped_text
from outlay.presenters.tongue import plural, tr


def strip_chart(glance: Glance, chosen: Period) -> StripChart:
    """The strip of a glance; days inside the chosen period are told apart from the rest."""
    today = day_of(glance.as_of, glance.zone)
    bars = tuple(
        StripBar(
            weekday_letter(day.day),
            day.spend_micros,
            day.unpriced_requests > 0,
            tuple(Mark(kind.value) for kind in day.shipped),
            chosen.start <= day.day < chosen.end,
            day.day == today,
            _readout(day),
            _spoken_bar(day),
        )
        for day in glance.strip
    )
    largest = max((bar.micros or 0 for bar in bars), default=0)
    used = [bar for bar in bars if bar.micros is not None or bar.unpriced]
    return StripChart(
        bars,
        largest,
        tr("Spend and shipped work of {days} days, {used} of them with use", days=len(bars), used=len(used)),
    )


def _readout(day: StripDay) -> str:
    spend = tr("price unknown") if day.unpriced_requests else tr("no use")
    if day.spend_micros is not None:
        spend = amount_text(Amount(day.spend_micros, at_least=day.unpriced_requests > 0))
    shipped = f", {shipped_text(day.shipped)}" if day.shipped else ""
    return f"{day_text(day.day)}: {spend}{shipped}"


def _spoken_bar(day: StripDay) -> str:
    if day.spend_micros is None:
        spend = (
            plural(
                day.unpriced_requests, one="{n} request without a price", many="{n} requests without a price"
            )
            if day.unpriced_requests
            else tr("no use")
        )
    else:
        spend = spoken(Amount(day.spend_micros, at_least=day.unpriced_requests > 0))
    return f"{spoken_day(day.day)}, {spend}, {shipped_text(day.shipped)}"
