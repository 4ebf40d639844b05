"""Changed lines of files from the forms Codex writes them in: its patch format, unified diffs, here-documents.

Source: codex-rs/apply-patch (`*** Begin Patch`) and log-formats.md section 2.5. Text lives only inside a call.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from outlay.readers.logs.codex.records import Change
from outlay.readers.logs.shell import heredocs


class FileChange(NamedTuple):
    """Lines added to and removed from one file, still as text. `kind` as in `Edit`."""

    path: str
    kind: str
    added: list[str]
    removed: list[str]


_BEGIN, _END = "*** Begin Patch", "*** End Patch"
_FILE = re.compile(r"\*\*\* (Add|Update|Delete) File: (.+)")
_MOVE = "*** Move to: "
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "'": "'", "`": "`", "\\": "\\"}
_ESCAPE = re.compile(r"\\([ntr\"'`\\])")


def changes_in_text(text: str) -> list[FileChange]:
    """Changes of every patch inside a text: a patch itself, a shell command or a script around it."""
    return [change for patch in _patches_in(text) for change in _changes_in_patch(patch)]


def changes_applied(changes: Mapping[str, Change]) -> list[FileChange]:
    """Changes of an applied result that carries its lines; those without a body are left out."""
    return [_change_applied(path, change) for path, change in changes.items() if has_body(change)]


def has_body(change: Change) -> bool:
    """Whether an applied result says which lines it changed."""
    return change.unified_diff is not None or change.content is not None


def changes_in_heredocs(command: str) -> list[FileChange]:
    """Files written by `cat > file <<TAG` and `tee file <<TAG`."""
    return [FileChange(written.path, "heredoc", written.lines, []) for written in heredocs(command)]


def _patches_in(text: str) -> Iterator[list[str]]:
    start = text.find(_BEGIN)
    while start >= 0:
        end = text.find(_END, start)
        patch = text[start : end if end >= 0 else len(text)]
        yield _unescaped(patch).splitlines()
        start = text.find(_BEGIN, start + len(patch))


def _unescaped(patch: str) -> str:
    """A patch inside a script's string literal has its line breaks spelled out."""
    return patch if "\n" in patch else _ESCAPE.sub(lambda match: _ESCAPES[match[1]], patch)


def _changes_in_patch(lines: list[str]) -> Iterator[FileChange]:
    starts = [number for number, line in enumerate(lines) if line.startswith("*** ") and _FILE.match(line)]
    for start, end in pairwise([*starts, len(lines)]):
        yield _change_of(lines[start], lines[start + 1 : end])


def _change_of(header: str, lines: list[str]) -> FileChange:
    moved = next((line.removeprefix(_MOVE) for line in lines if line.startswith(_MOVE)), None)
    opening = _FILE.match(header)
    path = moved or (opening[2] if opening else "")
    return FileChange(path.strip(), "patch", _lines_after("+", lines), _lines_after("-", lines))


def _lines_after(sign: str, lines: list[str]) -> list[str]:
    return [line[1:] for line in lines if line.startswith(sign)]


def _change_applied(path: str, change: Change) -> FileChange:
    place = change.move_path or path
    if change.unified_diff is not None:
        lines = _hunk_lines(change.unified_diff)
        return FileChange(place, "patch", _lines_after("+", lines), _lines_after("-", lines))
    body = (change.content or "").splitlines()
    return FileChange(place, "patch", *([], body) if change.type == "delete" else (body, []))


def _hunk_lines(diff: str) -> list[str]:
    """The lines after the file header, which a diff may have or lack."""
    lines = diff.splitlines()
    first = next((number for number, line in enumerate(lines) if line.startswith("@@")), 0)
    return lines[first:]
