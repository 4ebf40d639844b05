"""What a tool call and its result come to together."""

from collections.abc import Iterator

from outlay.domain.calls import AskedCall, CallAnswer, WishedEdit
from outlay.domain.usage import Edit, ShellFact, ShellKind


def edits_of(asked: AskedCall, answer: CallAnswer) -> list[Edit]:
    """Lines count when the call succeeded, as the result tells them, else as they were asked for."""
    if not answer.worked:
        return []
    done = [_settled(edit, answer) for edit in asked.edits]
    return [
        Edit(
            asked.session,
            asked.call,
            number,
            answer.moment,
            asked.turn,
            edit.path,
            asked.cwd,
            edit.kind,
            edit.added,
            edit.removed,
            edit.runs,
        )
        for number, edit in enumerate(done)
        if edit.added or edit.removed
    ]


def shell_of(asked: AskedCall, answer: CallAnswer, *, failed_before: bool) -> list[ShellFact]:
    """Commits count whenever they were printed.

    `failed_before`: whether the same command failed in this turn and has not worked since.
    """
    return [
        ShellFact(asked.session, asked.call, answer.moment, asked.turn, kind, value)
        for kind, value in _news(asked, answer, failed_before=failed_before)
    ]


def _settled(edit: WishedEdit, answer: CallAnswer) -> WishedEdit:
    return edit if answer.written is None else WishedEdit(edit.path, edit.kind, *answer.written)


def _news(asked: AskedCall, answer: CallAnswer, *, failed_before: bool) -> Iterator[tuple[str, str]]:
    if asked.commits:
        yield from ((ShellKind.COMMIT, ident) for ident in answer.commits)
    if asked.asks_pull and answer.worked:
        yield from ((ShellKind.PULL_REQUEST_MADE, url) for url in answer.pulls)
    if asked.command and not answer.worked and answer.was_run:
        yield ShellKind.FAILED, asked.command
    if asked.command and answer.worked and failed_before:
        yield ShellKind.RECOVERED, asked.command
