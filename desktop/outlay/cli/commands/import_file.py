"""`outlay import`: what no log on this machine holds, from a file the owner exported elsewhere."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from outlay.app import App
from outlay.cli.envelope import problem_json
from outlay.cli.reply import SOURCE_FAILED, Reply
from outlay.domain.answers import ImportReport
from outlay.domain.imports import RowMisfit, WorkImport
from outlay.errors import WrongCallError
from outlay.presenters.misfits import misfit_sentence
from outlay.presenters.problems import problem_sentence
from outlay.presenters.words import counted

_MOST_SHOWN = 20


def answer(app: App, arguments: Namespace) -> Reply:
    """Import one file and say what it brought."""
    path = Path(arguments.file)
    if arguments.kind == "cursor-csv":
        return _usage(app.import_cursor_usage(path, arguments.user))
    if arguments.user is not None:
        raise WrongCallError("--user is for a team's usage export.", "Leave it out here.")
    if arguments.kind == "tickets":
        return _work(app.import_tickets(path), "ticket")
    return _work(app.import_pull_requests(path), "pull request")


def _usage(brought: ImportReport) -> Reply:
    lines = [f"{counted(brought.read, 'request')} read, {brought.added:,} of them new."]
    return _reply(brought, {}, lines)


def _work(brought: WorkImport, noun: str) -> Reply:
    changes = f"{brought.added:,} of them new and {brought.changed:,} changed"
    lines = [f"{counted(brought.read, noun)} read, {changes}.", *_said(brought.misfits)]
    more = {"left_out": brought.left_out, "misfits": [_misfit_json(one) for one in brought.misfits]}
    return _reply(brought, more, lines)


def _reply(brought: ImportReport | WorkImport, more: dict[str, Any], lines: list[str]) -> Reply:
    data = {
        "read": brought.read,
        "added": brought.added,
        "changed": brought.changed,
        **more,
        "problems": [problem_json(problem) for problem in brought.problems],
    }
    lines += [problem_sentence(problem) for problem in brought.problems]
    code = SOURCE_FAILED if brought.problems else 0
    return Reply("import", data, "\n".join(lines), problems=brought.problems, code=code)


def _said(misfits: tuple[RowMisfit, ...]) -> list[str]:
    said = [misfit_sentence(one) for one in misfits[:_MOST_SHOWN]]
    return [*said, "More is in the answer of --json."] if len(misfits) > _MOST_SHOWN else said


def _misfit_json(one: RowMisfit) -> dict[str, Any]:
    return {**one._asdict(), "misfit": one.misfit.value, "message": misfit_sentence(one)}
