"""From a finished tool call to the lines it wrote and removed and what its command did; text is dropped here."""

import re
from typing import Final, NamedTuple

from msgspec import Raw

from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import Edit, SessionKey, ShellFact, ShellKind
from outlay.readers.interface import PackLines
from outlay.readers.logs.gemini_cli.records import PATH_LENGTH, Args, Display, ToolCall, parts_of
from outlay.readers.logs.loose import clean, decoded
from outlay.readers.logs.recoveries import outcome_of
from outlay.readers.logs.shell import (
    LOOKED_AT,
    absolute,
    command_hash,
    commit_ids,
    heredocs,
    makes_commit,
    makes_pull_request,
    moved_to,
    pull_requests,
)
from outlay.readers.logs.shown_code import packed_lines

SHELL: Final = "run_shell_command"
_WRITERS: Final = {"write_file": "write", "replace": "edit"}
_KNOWN: Final = frozenset({SHELL, *_WRITERS})
_ENDED: Final = frozenset({"success", "error", "cancelled"})
_BEFORE_OUTPUT: Final = re.compile(r"^(?:Output|Stdout): ", re.MULTILINE)
_EXIT: Final = re.compile(r"^Exit Code: (-?\d{1,10})[ \t]*$", re.MULTILINE)
_LAST_LINES: Final = 8
"""The tool's own lines stand at the end of an output: an error, the exit code, a signal, process ids."""


class Place(NamedTuple):
    """Where a call stands. `call` is unique; `moment` is the end of the call."""

    session: SessionKey
    call: str
    moment: UtcMillis
    turn: int | None
    cwd: str | None


class Change(NamedTuple):
    """Lines added to and removed from one file, still as text."""

    path: str
    kind: str
    added: list[str]
    removed: list[str]


class Finished(NamedTuple):
    """What a call brought, and what did not fit."""

    edits: list[Edit]
    shell: list[ShellFact]
    trouble: ProblemKind | None = None


def is_told(call: ToolCall) -> bool:
    """Whether a call may bring facts and came to its end."""
    return call.name in _KNOWN and call.status in _ENDED


def finish(call: ToolCall, place: Place, pack_lines: PackLines, failed: list[str]) -> Finished:
    """Facts of a call: edits only when it succeeded, commits whenever git printed them.

    `failed`: hashes of the commands that failed before in this turn; see recoveries.py.
    """
    args, trouble = decoded(Args, call.args) if bytes(call.args) else (Args(), ProblemKind.WRONG_TYPE)
    if args is None:
        return Finished([], [], trouble)
    if call.name == SHELL:
        edits, shell = _shell_facts(call, args, place, pack_lines, failed)
        return Finished(edits, shell, trouble)
    changes = [_change(call, args)] if call.status == "success" and args.file_path else []
    return Finished(_edits(changes, place, place.cwd, pack_lines), [], trouble)


def _change(call: ToolCall, args: Args) -> Change:
    """What a writing call did: the difference it shows goes before what was asked for."""
    kind, path = _WRITERS[call.name or ""], args.file_path or ""
    patch = _patch(call.result_display)
    if patch is not None:
        return Change(path, kind, _signed("+", patch), _signed("-", patch))
    if kind == "write":
        return Change(path, kind, _lines(args.content), [])
    return Change(path, kind, *_changed(_lines(args.new_string), _lines(args.old_string)))


def _patch(shown: Raw) -> list[str] | None:
    """The hunks of the difference shown, headers left out; None when none is shown."""
    display = decoded(Display, shown)[0] if bytes(shown).startswith(b"{") else None
    text = display.file_diff if display else None
    if text is None or "\n+++ " not in text:
        return None
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.startswith("@@")), len(lines))
    return lines[first:]


def _shell_facts(
    call: ToolCall, args: Args, place: Place, pack_lines: PackLines, failed: list[str]
) -> tuple[list[Edit], list[ShellFact]]:
    command = args.command or ""
    output = _output(call.result)
    code = _exit_code(output)
    worked = call.status == "success" and not code
    shell = [
        ShellFact(place.session, place.call, place.moment, place.turn, kind, value)
        for kind, value in _news(command, output, worked=worked)
    ]
    if command and (worked or code):
        named = command_hash(command, pack_lines)
        kind = outcome_of(named, failed, worked=worked)
        news = [] if kind is None else [(kind, named)]
        shell += [ShellFact(place.session, place.call, place.moment, place.turn, *one) for one in news]
    folder = args.dir_path or args.directory
    start = absolute(folder, place.cwd) if folder else place.cwd
    written = heredocs(command) if worked else []
    changes = [Change(one.path, "heredoc", one.lines, []) for one in written]
    return _edits(changes, place, moved_to(command, start), pack_lines), shell


def _news(command: str, output: str, *, worked: bool) -> list[tuple[str, str]]:
    news: list[tuple[str, str]] = []
    begun = _BEFORE_OUTPUT.sub("", output[:LOOKED_AT])
    if makes_commit(command):
        news += [(ShellKind.COMMIT, ident) for ident in commit_ids(begun)]
    if worked and makes_pull_request(command):
        news += [(ShellKind.PULL_REQUEST_MADE, url) for url in pull_requests(begun)]
    return news


def _output(result: Raw) -> str:
    answers = (part.function_response for part in parts_of(result))
    said = (answer.response for answer in answers if answer)
    return next((response.output for response in said if response and response.output), "")


def _exit_code(output: str) -> int | None:
    """The exit code the tool wrote after an output; newer builds write none for success."""
    tail = "\n".join(output[-LOOKED_AT:].rsplit("\n", _LAST_LINES)[1:])
    found = _EXIT.findall(tail)
    return int(found[-1]) if found else None


def _edits(changes: list[Change], place: Place, folder: str | None, pack_lines: PackLines) -> list[Edit]:
    edits = []
    for part, change in enumerate(changes):
        path = clean(change.path, PATH_LENGTH)
        if path and (change.added or change.removed):
            where = clean(absolute(path, folder), PATH_LENGTH) or path
            (added, runs), (removed, _) = (
                packed_lines(side, pack_lines) for side in (change.added, change.removed)
            )
            edits.append(
                Edit(
                    place.session,
                    place.call,
                    part,
                    place.moment,
                    place.turn,
                    where,
                    place.cwd,
                    change.kind,
                    added,
                    removed,
                    runs,
                )
            )
    return edits


def _lines(text: str | None) -> list[str]:
    """A text's lines; the newline at its end begins no line."""
    return text.removesuffix("\n").split("\n") if text else []


def _signed(sign: str, patch: list[str]) -> list[str]:
    return [line[1:] for line in patch if line.startswith(sign)]


def _changed(new: list[str], old: list[str]) -> tuple[list[str], list[str]]:
    """Both sides without the lines they begin and end with in common."""
    shorter = min(len(new), len(old))
    first = 0
    while first < shorter and new[first] == old[first]:
        first += 1
    last = 0
    while last < shorter - first and new[-1 - last] == old[-1 - last]:
        last += 1
    return new[first : len(new) - last], old[first : len(old) - last]
