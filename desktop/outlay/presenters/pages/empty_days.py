"""Days in which nothing was used: what is known of them, and the way to where there is something."""

from typing import NamedTuple

from outlay.domain.moments import Period, UtcMillis, day_of
from outlay.domain.words import Run, Words
from outlay.presenters.days import day_text
from outlay.presenters.tongue import tr

NEWEST = "newest"
"""The link to the last day with use."""


class Known(NamedTuple):
    """The days asked about, the moment the answer stands for, and the first and the last request there is at all."""

    period: Period
    as_of: UtcMillis
    oldest: UtcMillis | None
    newest: UtcMillis | None

    @property
    def before_logs(self) -> bool:
        """Whether the days lie before the first log that is here, so that their use is unknown and not none."""
        return self.oldest is not None and self.period.after <= self.oldest


def empty_caption(known: Known, basis: str) -> str:
    """What stands below the figure that is none."""
    return tr("{basis}, unknown", basis=basis) if known.before_logs else tr("{basis}, no use", basis=basis)


def empty_words(known: Known, otherwise: str) -> Words:
    """Why there is nothing; `otherwise` is said of days that logs cover."""
    period, zone = known.period, known.period.zone
    if period.first > known.as_of:
        told = tr("These days are still to come.")
    elif known.oldest is not None and known.before_logs:
        first = day_text(day_of(known.oldest, zone))
        told = tr("The logs that are here begin on {day}; what was used before is not known.", day=first)
    else:
        told = otherwise
    if known.newest is None:
        return (Run(told),)
    last = day_text(day_of(min(known.newest, known.as_of), zone))
    return (Run(f"{told} "), Run(tr("Show {day}, the last day with use", day=last), link=NEWEST))
