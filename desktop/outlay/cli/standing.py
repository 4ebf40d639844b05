"""How the sources behind an answer stand: what the envelope names, and the exit code that says so."""

from outlay.app import App
from outlay.cli.reply import ANSWERED, SOURCE_FAILED
from outlay.domain.answers import PlaceState, SourceAnswer
from outlay.domain.problems import Problem, ProblemKind
from outlay.rules.account_pace import standing_state


def standing(app: App) -> tuple[tuple[Problem, ...], int]:
    """Everything that could not be read, and 1 when a whole place, repository or account cannot be; else 0."""
    found = app.sources()
    unread = tuple(problem for source in found for problem in source.problems)
    failing = (*_failing_places(found), *app.repository_problems(), *_quiet_accounts(app))
    return (*failing, *unread), SOURCE_FAILED if failing else ANSWERED


def _quiet_accounts(app: App) -> tuple[Problem, ...]:
    """Those that wait for their owner, or were not read for long; `outlay accounts list` has the next step of each."""
    return tuple(
        Problem(f"account {one.account.name}", ProblemKind.STALE, 1, one.trouble.trouble)
        for one in app.accounts()
        if one.trouble is not None and standing_state(one, app.now) is not PlaceState.FOUND
    )


def _failing_places(found: tuple[SourceAnswer, ...]) -> tuple[Problem, ...]:
    return tuple(
        Problem(source.reader, ProblemKind.UNREADABLE, 1, place.message, place.path)
        for source in found
        for place in source.places
        if place.state is PlaceState.FAILING
    )
