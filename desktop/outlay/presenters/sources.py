"""The list of places looked at, in words."""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.answers import Place, PlaceState, SourceAnswer
from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.problems import Problem
from outlay.presenters.advice import on_screen
from outlay.presenters.amounts import UNKNOWN
from outlay.presenters.days import moment_text
from outlay.presenters.paths import short_path, with_short_paths
from outlay.presenters.problems import problem_sentence
from outlay.presenters.tongue import later, plural, tr
from outlay.presenters.tools import tool_name
from outlay.presenters.words import as_beginning

_STATES = {
    PlaceState.FOUND: later("found"),
    PlaceState.ABSENT: later("not there"),
    PlaceState.FAILING: later("cannot be read"),
    PlaceState.STALE: later("stale"),
}

_NO_USE = {
    "cursor": later(
        "Its own files hold neither tokens nor cost. "
        "Keep those of its usage export with: outlay import cursor-csv FILE"
    ),
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
    """One row a source for the screen, its places inside; paths in the home folder are shown short."""
    return tuple(_on_screen(source_row(source, now, zone, home)) for source in sources)


def source_row(source: SourceAnswer, now: UtcMillis, zone: ZoneInfo, home: str = "") -> SourceRow:
    """A source in the command line's words, its places inside."""
    read = UNKNOWN if source.last_read is None else moment_text(source.last_read, zone, day_of(now, zone))
    return SourceRow(
        tool_name(source.tool),
        tr(_STATES[source.state]),
        _files(source.files),
        read,
        (*_retention(source), *_without_use(source), *map(problem_note, source.problems)),
        tuple(_place(place, home) for place in source.places),
    )


def problem_note(problem: Problem) -> str:
    """A problem's sentence and one place it was met at: a file, mostly with a line."""
    sentence = problem_sentence(problem)
    if not problem.example:
        return sentence
    return tr("{problem} See {place}.", problem=sentence, place=problem.example)


def _retention(source: SourceAnswer) -> tuple[str, ...]:
    """What the tool deletes; nothing of a tool that was never here."""
    never = source.state is PlaceState.ABSENT and source.last_read is None
    return () if never or not source.retention else (source.retention,)


def _without_use(source: SourceAnswer) -> tuple[str, ...]:
    """That a tool was read and no request came of it, with the way on where there is one."""
    if source.last_event is not None or source.last_read is None:
        return ()
    return (tr(_NO_USE.get(source.tool, later("No request stands in its logs yet."))),)


def _place(place: Place, home: str) -> SourceRow:
    path = short_path(place.path, home)
    return SourceRow(path, tr(_STATES[place.state]), _files(place.files), "", _place_notes(place, home))


def _place_notes(place: Place, home: str) -> tuple[str, ...]:
    """What stands in the way at a place; the system's bare words get the next step."""
    message = with_short_paths(place.message, home)
    if not message:
        return ()
    told = as_beginning(message)
    return (told if told.endswith(".") else tr("{message}. Check who may read it.", message=told),)


def _files(count: int) -> str:
    return plural(count, one="{n} file", many="{n} files") if count else UNKNOWN


def _on_screen(row: SourceRow) -> SourceRow:
    return row._replace(
        notes=tuple(on_screen(note) for note in row.notes),
        places=tuple(_on_screen(place) for place in row.places),
    )
