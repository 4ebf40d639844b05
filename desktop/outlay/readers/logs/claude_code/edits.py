"""From a tool call and its result to the lines an agent wrote and removed; the text itself is dropped here."""

from collections.abc import Iterable

from msgspec import Struct

from outlay.domain.calls import WishedEdit, WrittenLines
from outlay.readers.interface import PackLines
from outlay.readers.logs.claude_code.records import ToolInput, ToolOutcome
from outlay.readers.logs.claude_code.usage import PATH_LENGTH, clean
from outlay.readers.logs.shell import absolute, heredocs, moved_to

WRITERS = frozenset({"Edit", "MultiEdit", "NotebookEdit", "Write"})

Lines = list[str] | bytes
"""Lines as text while a file is read, as packed hashes once they are put down in a bookmark."""


class PendingEdit(Struct, gc=False):
    """What a call would write and remove, should it succeed."""

    path: str
    kind: str
    added: Lines
    removed: Lines
    runs: bytes = b""

    @property
    def emptied(self) -> "PendingEdit":
        """The same without its lines."""
        return PendingEdit(self.path, self.kind, b"", b"")


def edit_of(name: str, given: ToolInput, cwd: str | None) -> PendingEdit | None:
    """What a writing tool was asked to do; None when it names no file."""
    path = _placed(given.notebook_path or given.file_path, cwd)
    if path is None:
        return None
    if name == "Write":
        return PendingEdit(path, "write", lines_of(given.content), [])
    steps = given.edits if name == "MultiEdit" else [given]
    added: list[str] = []
    removed: list[str] = []
    for step in steps or []:
        new, old = _changed(lines_of(step.new_source or step.new_string), lines_of(step.old_string))
        added += new
        removed += old
    return PendingEdit(path, "edit", added, removed)


def heredoc_edits(command: str, cwd: str | None) -> list[PendingEdit]:
    """Files that a shell command writes out of its own text."""
    edits = []
    for written in heredocs(command):
        path = _placed(written.path, moved_to(command, cwd))
        if path is not None:
            edits.append(PendingEdit(path, "heredoc", written.lines, []))
    return edits


def written(outcome: ToolOutcome | None, pack_lines: PackLines) -> WrittenLines | None:
    """The lines a successful result tells of itself, by its patch; None when it leaves them to the call."""
    hunks = outcome.structured_patch if outcome else None
    patch = [line for hunk in hunks or [] for line in hunk.lines or []]
    if patch:
        added, removed = _encoded(_with_sign("+", patch)), _encoded(_with_sign("-", patch))
        return WrittenLines(pack_lines(added), pack_lines(removed), pack_lines.runs(added))
    unchanged = outcome is not None and outcome.type == "update" and hunks is not None
    return WrittenLines(b"", b"") if unchanged else None


def wished(edit: PendingEdit, pack_lines: PackLines) -> WishedEdit:
    """The edit as it may be handed over: hashes in place of text."""
    path, kind, removed = edit.path, edit.kind, _hashes(edit.removed, pack_lines)
    if isinstance(edit.added, bytes):
        return WishedEdit(path, kind, edit.added, removed, edit.runs)
    added = _encoded(edit.added)
    return WishedEdit(path, kind, pack_lines(added), removed, pack_lines.runs(added))


def packed(edit: PendingEdit, pack_lines: PackLines) -> PendingEdit:
    """The same edit with hashes in place of text."""
    return PendingEdit(*wished(edit, pack_lines))


def _hashes(lines: Lines, pack_lines: PackLines) -> bytes:
    return lines if isinstance(lines, bytes) else pack_lines(_encoded(lines))


def lines_of(text: str | None) -> list[str]:
    """A text's lines; the newline at its end begins no line."""
    if not text:
        return []
    return text.removesuffix("\n").split("\n")


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


def _with_sign(sign: str, patch: Iterable[str]) -> list[str]:
    return [line[1:] for line in patch if line.startswith(sign)]


def _encoded(lines: list[str]) -> list[bytes]:
    whole = "\n".join(lines).encode(errors="replace").split(b"\n")
    return whole if len(whole) == len(lines) else [line.encode(errors="replace") for line in lines]


def _placed(path: str | None, cwd: str | None) -> str | None:
    path = clean(path, PATH_LENGTH)
    return None if path is None else clean(absolute(path, cwd), PATH_LENGTH)
