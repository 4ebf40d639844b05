"""`outlay sources` (also `doctor`): every place looked at, what is there, and what could not be read."""

from argparse import Namespace
from typing import Any

from outlay.app import App
from outlay.cli.envelope import moment_json, problem_json, repository_json
from outlay.cli.reply import SOURCE_FAILED, Reply
from outlay.domain.answers import Correction, Place, PlaceState, SourceAnswer
from outlay.domain.moments import day_of
from outlay.domain.problems import Problem
from outlay.presenters.amounts import cents_of, cents_text
from outlay.presenters.days import day_text, moment_text
from outlay.presenters.problems import problem_sentence
from outlay.presenters.tools import tool_name
from outlay.presenters.words import counted

_SHOWN_CORRECTIONS = 10


def answer(app: App, arguments: Namespace) -> Reply:  # noqa: ARG001
    """Look at every place now."""
    found = app.look()
    repositories = app.repositories()
    problems = tuple(problem for source in found for problem in source.problems) + app.repository_problems()
    failing = any(place.state is PlaceState.FAILING for source in found for place in source.places)
    data = {
        "data_folder": str(app.data_folder),
        "sources": [_json(source) for source in found],
        "corrections": [_correction_json(one) for one in app.corrections()],
        "repositories": [repository_json(one) for one in repositories],
    }
    blocks = [_text(source, app) for source in found]
    blocks.append(_repositories(app))
    blocks += _corrections(app)
    blocks.append(f"Kept in {app.data_folder}")
    return Reply(
        "sources", data, "\n\n".join(blocks), problems=problems, code=SOURCE_FAILED if failing else 0
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
        "problems": [problem_json(problem) for problem in source.problems],
    }


def _text(source: SourceAnswer, app: App) -> str:
    read = "never read"
    if source.last_read is not None:
        read = f"last read {moment_text(source.last_read, app.zone, day_of(app.now, app.zone))}"
    lines = [f"{tool_name(source.tool)}: {source.state}, {read}"]
    lines += [f"  {_place(place)}" for place in source.places]
    lines.append(f"  {source.retention}")
    lines += [f"  {_problem(problem)}" for problem in source.problems]
    return "\n".join(lines)


def _place(place: Place) -> str:
    what = counted(place.files, "file") if place.state is PlaceState.FOUND else place.state.value
    return f"{place.path}  ({what}{'. ' + place.message if place.message else ''})"


def _problem(problem: Problem) -> str:
    where = f" ({problem.example})" if problem.example else ""
    return problem_sentence(problem) + where


def _corrections(app: App) -> list[str]:
    found = app.corrections()[:_SHOWN_CORRECTIONS]
    if not found:
        return []
    lines = [
        f"  {day_text(one.day)} {tool_name(one.tool)}: {_money(one.micros_before)} to {_money(one.micros_after)}, "
        f"{one.requests_before:,} to {one.requests_after:,} requests. {one.reason}."
        for one in found
    ]
    return ["\n".join(["Corrections of past days (UTC):", *lines])]


def _money(micros: int) -> str:
    return cents_text(cents_of(micros))


def _correction_json(one: Correction) -> dict[str, Any]:
    return {**one._asdict(), "moment": moment_json(one.moment), "day": one.day.isoformat(), "currency": "USD"}


def _repositories(app: App) -> str:
    known = app.repositories()
    if not known:
        return "Repositories: none named yet. outlay repositories add PATH"
    return "Repositories:\n" + "\n".join(f"  {one.path}  ({one.state})" for one in known)
