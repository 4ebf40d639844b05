"""The list of places looked at, in words."""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.answers import Place, PlaceState, SourceAnswer
from outlay.domain.moments import UtcMillis, day_of
from outlay.presenters.amounts import UNKNOWN
from outlay.presenters.days import moment_text
from outlay.presenters.paths import short_path, with_short_paths
from outlay.presenters.problems import problem_sentence
from outlay.presenters.tools import tool_name
from outlay.presenters.words import counted

_STATES = {
    PlaceState.FOUND: "found",
    PlaceState.ABSENT: "not there",
    PlaceState.FAILING: "failing",
    PlaceState.STALE: "stale",
}


class SourceRow(NamedTuple):
    """One place, or the head of a tool's places; `notes` are sentences below it."""

    name: str
    state: str
    files: str
    last_read: str
    notes: tuple[str, ...]
    places: tuple["SourceRow", ...] = ()


def source_rows(
    sources: tuple[SourceAnswer, ...], now: UtcMillis, zone: ZoneInfo, home: str = ""
) -> tuple[SourceRow, ...]:
    """One row a source, its places inside; paths in the home folder are shown short."""
    return tuple(_row(source, now, zone, home) for source in sources)


def _row(source: SourceAnswer, now: UtcMillis, zone: ZoneInfo, home: str) -> SourceRow:
    read = UNKNOWN if source.last_read is None else moment_text(source.last_read, zone, day_of(now, zone))
    problems = tuple(problem_sentence(problem) for problem in source.problems)
    places = tuple(
        SourceRow(
            short_path(place.path, home),
            _STATES[place.state],
            _files(place.files),
            "",
            _place_notes(place, home),
        )
        for place in source.places
    )
    notes = tuple(note for note in (source.retention, *problems) if note)
    return SourceRow(tool_name(source.tool), _STATES[source.state], _files(source.files), read, notes, places)


def _place_notes(place: Place, home: str) -> tuple[str, ...]:
    """What stands in the way at a place; the system's bare words get the next step."""
    message = with_short_paths(place.message, home)
    if not message:
        return ()
    told = message[0].upper() + message[1:]
    return (told if told.endswith(".") else f"{told}. Check who may read it.",)


def _files(count: int) -> str:
    return counted(count, "file") if count else UNKNOWN
