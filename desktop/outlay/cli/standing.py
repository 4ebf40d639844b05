"""How the sources behind an answer stand: what the envelope names, and the exit code that says so."""

from outlay.app import App
from outlay.cli.reply import ANSWERED, SOURCE_FAILED
from outlay.domain.answers import PlaceState, SourceAnswer
from outlay.domain.problems import Problem, ProblemKind


def standing(app: App) -> tuple[tuple[Problem, ...], int]:
    """Everything that could not be read, and 1 when a whole place or repository cannot be; else 0."""
    found = app.sources()
    unread = tuple(problem for source in found for problem in source.problems)
    failing = (*_failing_places(found), *app.repository_problems())
    return (*failing, *unread), SOURCE_FAILED if failing else ANSWERED


def _failing_places(found: tuple[SourceAnswer, ...]) -> tuple[Problem, ...]:
    return tuple(
        Problem(source.reader, ProblemKind.UNREADABLE, 1, place.message, place.path)
        for source in found
        for place in source.places
        if place.state is PlaceState.FAILING
    )
