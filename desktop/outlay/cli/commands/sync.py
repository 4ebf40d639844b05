"""`outlay sync`: read what is new and say what came of it."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from outlay.app import App
from outlay.cli.progress import progress_bar
from outlay.cli.reply import ANSWERED, SOURCE_FAILED, Reply
from outlay.cli.tables import table
from outlay.domain.accounts import AccountReport, WorkWish
from outlay.domain.answers import ReaderReport, RepositoryReport, SyncReport
from outlay.domain.moments import day_of
from outlay.domain.problems import FATAL, Problem
from outlay.presenters.accounts import trouble_words
from outlay.presenters.problems import problem_sentence
from outlay.presenters.tools import tool_name
from outlay.presenters.words import counted


def answer(app: App, arguments: Namespace) -> Reply:
    """Run one sync."""
    if app.paused:
        return Reply("sync", None, "Reading is paused.", notes=("Resume it from the tray menu.",))
    with progress_bar() as progress:
        report = app.sync(_only(app, arguments), progress, work=WorkWish(arguments.account))
    problems = _problems(report)
    failed = (
        any(one.trouble for one in report.accounts)
        or any(reader.state == "failing" for reader in report.readers)
        or any(problem.kind in FATAL for one in report.repositories for problem in one.problems)
    )
    return Reply(
        "sync",
        _json(report),
        _text(app, report),
        problems=problems,
        code=SOURCE_FAILED if failed else ANSWERED,
    )


def _only(app: App, arguments: Namespace) -> str | None:
    """What to read; an account that is named is read alone. Raises WrongCallError for one there is not."""
    if arguments.account is None:
        only: str | None = arguments.only
        return only
    app.account(arguments.account)
    return "work"


def _problems(report: SyncReport) -> tuple[Problem, ...]:
    logs = (problem for reader in report.readers for problem in reader.problems)
    git = (problem for repository in report.repositories for problem in repository.problems)
    return (*logs, *git, *report.problems)


def _json(report: SyncReport) -> dict[str, Any]:
    return {
        "seconds": round(report.seconds, 3),
        "readers": [_reader_json(reader) for reader in report.readers],
        "repositories": [_repository_json(repository) for repository in report.repositories],
        "accounts": [_account_json(account) for account in report.accounts],
    }


def _reader_json(report: ReaderReport) -> dict[str, Any]:
    return {
        "reader": report.reader,
        "state": report.state,
        "files": report.files,
        "bytes_read": report.bytes_read,
        "facts_added": report.facts_added,
        "facts_changed": report.facts_changed,
        "problems": [
            {"kind": problem.kind, "count": problem.times, "example": problem.example}
            for problem in report.problems
        ],
    }


def _repository_json(report: RepositoryReport) -> dict[str, Any]:
    return {"repository": report.repository, "path": report.path, "commits_added": report.commits_added}


def _account_json(report: AccountReport) -> dict[str, Any]:
    return {
        "account": report.account,
        "system": report.system,
        "state": report.trouble.trouble if report.trouble else "found",
        "pull_requests": report.pulls,
        "tickets": report.tickets,
        "facts_added": report.added,
        "facts_changed": report.changed,
        "requests": report.requests,
        "left_out": report.left_out,
    }


def _text(app: App, report: SyncReport) -> str:
    logs = [
        (
            tool_name(one.reader.removeprefix("logs.")),
            _state(one),
            f"{one.bytes_read / 1e6:,.1f} MB",
            f"{one.facts_added:,}",
        )
        for one in report.readers
    ]
    parts = [table(("Source", "Files", "Read", "New facts"), logs)] if logs else []
    if report.repositories:
        rows = [(one.repository, f"{one.commits_added:,}") for one in report.repositories]
        parts.append(table(("Repository", "New commits"), rows))
    if report.accounts:
        asked = [
            (one.account, f"{one.pulls:,}", f"{one.tickets:,}", f"{one.added:,}") for one in report.accounts
        ]
        parts.append(table(("Account", "Pull requests", "Tickets", "New facts"), asked))
        parts += _troubles(app, report.accounts)
    parts += [f"{problem.source}: {problem_sentence(problem)}" for problem in _problems(report)]
    return "\n\n".join((*parts, f"Done in {report.seconds:.1f} s."))


def _troubles(app: App, reports: Sequence[AccountReport]) -> list[str]:
    titles = {card.system: card.title for card in app.systems()}
    known = {one.account.name: one.account for one in app.accounts()}
    today = day_of(app.now, app.zone)
    return [
        f"{one.account}: "
        + " ".join(trouble_words(one.trouble, titles[one.system], app.zone, today, known.get(one.account)))
        for one in reports
        if one.trouble
    ]


def _state(report: ReaderReport) -> str:
    return counted(report.files, "file") if report.state == "found" else report.state
