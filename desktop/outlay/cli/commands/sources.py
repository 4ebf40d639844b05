"""`outlay sources` (also `doctor`): every place looked at, what is there, and what could not be read."""

from argparse import Namespace
from typing import Any

from outlay.app import App
from outlay.cli.commands.sources_text import Found, sources_text
from outlay.cli.envelope import moment_json, problem_json, repository_json
from outlay.cli.reply import ANSWERED, SOURCE_FAILED, Reply
from outlay.domain.answers import Correction, PlaceState, SourceAnswer, Trouble
from outlay.domain.problems import FATAL, Problem


def answer(app: App, arguments: Namespace) -> Reply:  # noqa: ARG001
    """Look at every place now."""
    found = Found(app.look(), app.repositories(), app.repository_problems(), app.corrections(), _losses(app))
    data = {
        "data_folder": str(app.data_folder),
        "sources": [_json(source) for source in found.sources],
        "corrections": [_correction_json(one) for one in found.corrections],
        "repositories": [repository_json(one) for one in found.repositories],
        "losses": [{"moment": moment_json(one.since), "message": one.title} for one in found.losses],
    }
    problems = tuple(problem for source in found.sources for problem in source.problems)
    return Reply(
        "sources",
        data,
        sources_text(found, app),
        problems=(*problems, *found.repository_problems),
        code=SOURCE_FAILED if _fails(found) else ANSWERED,
    )


def _losses(app: App) -> tuple[Trouble, ...]:
    """That the database had to be restored or begun anew."""
    return tuple(trouble for trouble in app.glance().troubles if trouble.source == "store")


def _fails(found: Found) -> bool:
    """Whether a whole place or a whole repository could not be read."""
    places = (place for source in found.sources for place in source.places)
    return any(place.state is PlaceState.FAILING for place in places) or any(
        problem.kind in FATAL for problem in found.repository_problems
    )


def _json(source: SourceAnswer) -> dict[str, Any]:
    return {
        "reader": source.reader,
        "tool": source.tool,
        "state": source.state,
        "places": [
            {"path": one.path, "state": one.state, "files": one.files, "message": one.message}
            for one in source.places
        ],
        "files_read": source.files,
        "last_read": moment_json(source.last_read),
        "last_event": moment_json(source.last_event),
        "retention": source.retention,
        "problems": [_problem_json(problem) for problem in source.problems],
    }


def _problem_json(problem: Problem) -> dict[str, Any]:
    return {**problem_json(problem), "example": problem.example}


def _correction_json(one: Correction) -> dict[str, Any]:
    return {**one._asdict(), "moment": moment_json(one.moment), "day": one.day.isoformat(), "currency": "USD"}
