"""Tool calls that wait for their result, and what a result makes of them."""

from collections.abc import Collection

from msgspec import DecodeError, Struct, json, structs

from outlay.domain.calls import AskedCall, CallAnswer
from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Edit, SessionKey, UsageEvent
from outlay.readers.interface import PackLines
from outlay.readers.logs.claude_code.edits import (
    WRITERS,
    PendingEdit,
    edit_of,
    heredoc_edits,
    packed,
    wished,
    written,
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

    `moment` is when it was asked for. `command` is there while a file is read; in a bookmark its hash stands in
    `command_hash`. `search` is the request that asked for a web search.
    """

    session: SessionKey
    turn: int | None = None
    cwd: str | None = None
    moment: UtcMillis = UtcMillis(0)
    edits: list[PendingEdit] = []
    command: str = ""
    command_hash: str = ""
    git: bool = False
    pull_request: bool = False
    search: UsageEvent | None = None

    @property
    def is_plain(self) -> bool:
        """Whether only failure would be news."""
        return not (self.edits or self.git or self.pull_request or self.search or self.goes_on)

    @property
    def goes_on(self) -> bool:
        """Whether a command runs in a turn that another file of the session begins, where it may have failed."""
        return self.turn == 0 and bool(self.command or self.command_hash)


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


def asked_of(
    ident: str, call: Call, pack_lines: PackLines, searched: int = 0, *, with_lines: bool = True
) -> AskedCall:
    """The call as it is handed over; `with_lines` False leaves out what it wants to write."""
    search = None if call.search is None or call.search.web_searches else call.search
    return AskedCall(
        call.session,
        clean(ident) or "",
        call.moment,
        call.turn,
        call.cwd,
        tuple(wished(edit if with_lines else edit.emptied, pack_lines) for edit in call.edits),
        _command_hash(call, pack_lines),
        call.git,
        call.pull_request,
        search and (search.message_key, search.request_key),
        searched,
    )


def answer_of(
    call: Call | None,
    session: SessionKey,
    part: Part,
    outcome: ToolOutcome | None,
    moment: UtcMillis,
    pack_lines: PackLines,
) -> CallAnswer:
    """A result, with what of it can matter to its call; with all that could, when the call is not known."""
    runs = call is None or bool(call.command or call.command_hash)
    output = first_text(part.content) if runs else ""
    return CallAnswer(
        session,
        clean(part.tool_use_id) or "",
        moment,
        worked=not part.is_error,
        was_run=was_run(output),
        written=None if part.is_error else written(outcome, pack_lines),
        commits=tuple(commit_ids(output)) if call is None or call.git else (),
        pulls=tuple(pull_requests(output)) if call is None or call.pull_request else (),
        searches=(outcome.search_count or 0) if outcome else 0,
    )


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


def _command_hash(call: Call, pack_lines: PackLines) -> str:
    return command_hash(call.command, pack_lines) if call.command else call.command_hash
