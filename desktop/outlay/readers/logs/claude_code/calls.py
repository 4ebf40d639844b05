"""Tool calls that wait for their result, and what a result makes of them."""

from collections.abc import Collection
from typing import NamedTuple

from msgspec import DecodeError, Struct, json, structs

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Edit, SessionKey, ShellFact, ShellKind, UsageEvent
from outlay.readers.interface import PackLines
from outlay.readers.logs.claude_code.edits import (
    WRITERS,
    PendingEdit,
    edit_of,
    heredoc_edits,
    packed,
    settled,
)
from outlay.readers.logs.claude_code.outputs import first_text, was_run
from outlay.readers.logs.claude_code.records import Part, ToolInput, ToolOutcome
from outlay.readers.logs.claude_code.usage import clean
from outlay.readers.logs.shell import (
    command_hash,
    commit_ids,
    makes_commit,
    makes_pull_request,
    pull_requests,
)
from outlay.readers.logs.shown_code import shown_code

SEARCH = "WebSearch"
TRACKED = WRITERS | {"Bash", SEARCH}


class Call(Struct, gc=False, omit_defaults=True):
    """A tool call whose result is not read yet.

    `command` is there while a file is read; in a bookmark its hash stands in `command_hash`. `search` is the
    request that asked for a web search.
    """

    session: SessionKey
    turn: int | None = None
    cwd: str | None = None
    edits: list[PendingEdit] = []
    command: str = ""
    command_hash: str = ""
    git: bool = False
    pull_request: bool = False
    search: UsageEvent | None = None

    @property
    def is_plain(self) -> bool:
        """Whether only failure would be news."""
        return not (self.edits or self.git or self.pull_request or self.search)


class Finished(NamedTuple):
    """What a result brought."""

    edits: list[Edit]
    shell: list[ShellFact]


def call_of(name: str, given: ToolInput, call: Call) -> Call | None:
    """A writing or shell call worth waiting for, out of a blank one with session, turn and folder; else None."""
    if name in WRITERS:
        edit = edit_of(name, given, call.cwd)
        return structs.replace(call, edits=[edit]) if edit else None
    return _shell_call(given.command, call) if given.command else None


def _shell_call(command: str, call: Call) -> Call:
    return structs.replace(
        call,
        edits=heredoc_edits(command, call.cwd),
        command=command,
        git=makes_commit(command),
        pull_request=makes_pull_request(command),
    )


def sealed(call: Call, pack_lines: PackLines) -> Call:
    """The call as it may be kept: hashes in place of every text."""
    return structs.replace(
        call,
        command="",
        command_hash=_command_hash(call, pack_lines),
        edits=[packed(edit, pack_lines) for edit in call.edits],
    )


def finish(
    call: Call,
    part: Part,
    outcome: ToolOutcome | None,
    moment: UtcMillis,
    pack_lines: PackLines,
    failed: Collection[str],
) -> Finished:
    """Facts of a call and its result: edits only when it succeeded, commits whenever they were printed.

    `failed`: hashes of the commands that failed before in this turn and have not worked since.
    """
    ident = clean(part.tool_use_id) or ""
    shell = [
        ShellFact(call.session, ident, moment, call.turn, kind, value)
        for kind, value in _shell_news(call, part, pack_lines, failed)
    ]
    if part.is_error:
        return Finished([], shell)
    done = [packed(settled(edit, outcome), pack_lines) for edit in call.edits]
    edits = [
        Edit(
            call.session,
            ident,
            number,
            moment,
            call.turn,
            edit.path,
            call.cwd,
            edit.kind,
            edit.added,
            edit.removed,
            edit.runs,
        )
        for number, edit in enumerate(done)
        if isinstance(edit.added, bytes) and isinstance(edit.removed, bytes) and (edit.added or edit.removed)
    ]
    return Finished(edits, shell)


def shown_edit(
    part: Part, said: Call, uuid: str | None, moment: UtcMillis, pack_lines: PackLines
) -> Edit | None:
    """The code that a text shows, as an edit of no file; None when it shows none or cannot be told apart."""
    try:
        text = json.decode(part.text, type=str)
    except (DecodeError, UnicodeDecodeError):
        return None
    lines = [line.encode(errors="replace") for line in shown_code(text)]
    if not lines or not uuid:
        return None
    added, runs = pack_lines(lines), pack_lines.runs(lines)
    ident = f"{clean(uuid)}/shown"
    return Edit(said.session, ident, 0, moment, said.turn, "", said.cwd, "chat", added, b"", runs)


def recovers(call: Call, failed: Collection[str], pack_lines: PackLines) -> bool:
    """Whether a call runs a command again that failed before in this turn."""
    return bool(failed and (call.command or call.command_hash)) and _command_hash(call, pack_lines) in failed


def _shell_news(
    call: Call, part: Part, pack_lines: PackLines, failed: Collection[str]
) -> list[tuple[str, str]]:
    if not (call.command or call.command_hash):
        return []
    output = first_text(part.content)
    news: list[tuple[str, str]] = []
    if call.git:
        news += [(ShellKind.COMMIT, ident) for ident in commit_ids(output)]
    if call.pull_request and not part.is_error:
        news += [(ShellKind.PULL_REQUEST_MADE, url) for url in pull_requests(output)]
    if part.is_error and was_run(output):
        news.append((ShellKind.FAILED, _command_hash(call, pack_lines)))
    if not part.is_error and recovers(call, failed, pack_lines):
        news.append((ShellKind.RECOVERED, _command_hash(call, pack_lines)))
    return news


def _command_hash(call: Call, pack_lines: PackLines) -> str:
    return command_hash(call.command, pack_lines) if call.command else call.command_hash
