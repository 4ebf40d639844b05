"""What stands in the popover before the first figure: reading, or where Outlay looked in vain."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from outlay.domain.answers import Glance, PlaceState, SourceAnswer
from outlay.domain.pictures import Mark
from outlay.presenters.activity import Activity
from outlay.presenters.foot import progress_text
from outlay.presenters.paths import short_path
from outlay.presenters.tongue import plural, tr
from outlay.presenters.tools import tool_name

_SHOWN_PLACES = 2


class PlaceRow(NamedTuple):
    """A tool, the place where its logs were looked for, and how that stands."""

    mark: Mark
    tool: str
    path: str


@dataclass(frozen=True, slots=True)
class FirstLook:
    """One heading, one sentence, the first places looked at and how many more there are."""

    heading: str
    sentence: str
    places: tuple[PlaceRow, ...]
    more: str
    offers_sample: bool
    """Whether the sample data is a way on: nothing is being read, and this is not the sample itself."""


def first_look(glance: Glance, activity: Activity) -> FirstLook:
    """The card of a machine on which nothing was read yet."""
    places = _by_turns(tuple(_places(source, glance.home) for source in glance.sources))
    shown = places[:_SHOWN_PLACES] if len(places) > _SHOWN_PLACES + 1 else places
    rest = len(places) - len(shown)
    heading, sentence = _words(glance, activity, len(places))
    offers_sample = not glance.sample and activity.progress is None and glance.last_sync is not None
    return FirstLook(heading, sentence, shown, _more(rest), offers_sample)


def _words(glance: Glance, activity: Activity, places: int) -> tuple[str, str]:
    if activity.progress:
        return (
            tr("Reading your logs"),
            tr(
                "{reading}. Figures appear as soon as the newest are read.",
                reading=progress_text(activity.progress),
            ),
        )
    if glance.last_sync is None:
        return tr("Nothing read yet"), tr("Outlay reads the logs of your tools now. Figures appear here.")
    if any(source.files for source in glance.sources):
        return (
            tr("No use in the logs yet"),
            tr("The logs found so far hold no request. The first one appears here."),
        )
    return (
        tr("No tool logs found yet"),
        plural(
            places,
            one="Outlay looked in {n} place on this machine. "
            "As soon as one of these tools writes a log, its figures appear here.",
            many="Outlay looked in {n} places on this machine. "
            "As soon as one of these tools writes a log, its figures appear here.",
        ),
    )


def _more(places: int) -> str:
    return plural(places, one="{n} more", many="{n} more") if places else ""


def _by_turns(families: tuple[tuple[PlaceRow, ...], ...]) -> tuple[PlaceRow, ...]:
    """The first place of every tool, then the second of each, and so on."""
    turns = zip_longest(*families)
    return tuple(row for turn in turns for row in turn if row is not None)


def _places(source: SourceAnswer, home: str) -> tuple[PlaceRow, ...]:
    marks = {PlaceState.FAILING: Mark.FAILING, PlaceState.STALE: Mark.STALE}
    return tuple(
        PlaceRow(marks.get(place.state, Mark.ABSENT), tool_name(source.tool), short_path(place.path, home))
        for place in source.places
    )
