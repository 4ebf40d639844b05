"""Tool calls that wait for their completion, and what a completion makes of them.

Source: the command line's journal, `assistant.message.toolRequests`, `tool.execution_start` and
`tool.execution_complete` (log-formats.md section 4.1).
"""

import re
from typing import Final, NamedTuple

from msgspec import Raw, Struct

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Edit, SessionKey, ShellFact, ShellKind
from outlay.readers.interface import PackLines
from outlay.readers.logs.copilot.edits import SHELLS, WRITERS, Change, Given, changes_of
from outlay.readers.logs.loose import decoded, text_in
from outlay.readers.logs.recoveries import outcome_of
from outlay.readers.logs.shell import (
    LOOKED_AT,
    command_hash,
    commit_ids,
    makes_commit,
    makes_pull_request,
    pull_requests,
)

_TAIL: Final = 200
_EXIT: Final = re.compile(r"<[^<>\n]*exit(?:ed with)?(?: exit)? code:? (-?\d{1,10})>\s*\Z")


class Call(Struct, gc=False, omit_defaults=True):
    """A call whose completion is not read yet; text stands in it as hashes alone."""

    turn: int | None = None
    cwd: str | None = None
    changes: list[Change] = []
    command: str = ""
    commits: bool = False
    asks_pull: bool = False


class Execution(Struct, rename="camel", gc=False):
    """What is said of a shell command that ran."""

    exit_code: int | None = None


class Result(Struct, gc=False):
    """What a tool handed back; `content` is looked at only for commands."""

    content: str | None = None


class Completion(Struct, rename="camel", gc=False):
    """`tool.execution_complete`."""

    tool_call_id: str | None = None
    success: bool | None = None
    result: Raw = Raw()
    shell_execution: Execution | None = None


class Place(NamedTuple):
    """Where and when a completion stands."""

    session: SessionKey
    ident: str
    moment: UtcMillis


def call_of(name: str, given: Given, turn: int | None, cwd: str | None, pack_lines: PackLines) -> Call | None:
    """A writing or shell call worth waiting for; None for any other."""
    if name in WRITERS:
        changes = changes_of(name, given, cwd, pack_lines)
        return Call(turn, cwd, changes) if changes else None
    if name not in SHELLS or not given.command:
        return None
    command = given.command
    return Call(
        turn,
        cwd,
        changes_of(name, given, cwd, pack_lines),
        command_hash(command, pack_lines),
        makes_commit(command),
        makes_pull_request(command),
    )


def finished(
    call: Call, done: Completion, place: Place, failed: list[str]
) -> tuple[list[Edit], list[ShellFact]]:
    """Edits of a call that succeeded, and what its command and output say.

    `failed`: hashes of the commands that failed before in this turn; see recoveries.py.
    """
    output = _output_of(done) if call.command else ""
    code = _exit_code(done, output)
    worked = done.success is True and not code  # a refused command has no code: it neither worked nor failed
    edits = edits_of(call.changes, place, call.turn, call.cwd) if worked else []
    news = _news(call, output, worked=worked)
    kind = outcome_of(call.command, failed, worked=worked) if call.command and (worked or code) else None
    news += [] if kind is None else [(kind, call.command)]
    return edits, [
        ShellFact(place.session, place.ident, place.moment, call.turn, kind, value) for kind, value in news
    ]


def edits_of(changes: list[Change], place: Place, turn: int | None, cwd: str | None) -> list[Edit]:
    """Changes as edits, numbered from 0."""
    return [
        Edit(
            place.session,
            place.ident,
            part,
            place.moment,
            turn,
            one.path,
            cwd,
            one.kind,
            one.added,
            one.removed,
            one.runs,
        )
        for part, one in enumerate(changes)
    ]


def _news(call: Call, output: str, *, worked: bool) -> list[tuple[str, str]]:
    news: list[tuple[str, str]] = []
    if call.commits:
        news += [(ShellKind.COMMIT, ident) for ident in commit_ids(output[:LOOKED_AT])]
    if call.asks_pull and worked:
        news += [(ShellKind.PULL_REQUEST_MADE, url) for url in pull_requests(output[:LOOKED_AT])]
    return news


def _output_of(done: Completion) -> str:
    text = text_in(done.result)
    if text is None:
        result = decoded(Result, done.result)[0] if bytes(done.result) else None
        text = result.content if result else None
    return text or ""


def _exit_code(done: Completion, output: str) -> int | None:
    if done.shell_execution and done.shell_execution.exit_code is not None:
        return done.shell_execution.exit_code
    found = _EXIT.search(output[-_TAIL:])
    return int(found[1]) if found else None
