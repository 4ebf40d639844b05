"""From a tool call to the lines an agent wrote and removed; the text itself is dropped here.

Cursor keeps no results of its tools, so what was asked for counts. A deletion names no lines.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from outlay.readers.interface import PackLines
from outlay.readers.logs.cursor.records import PATH_LENGTH, ToolInput
from outlay.readers.logs.loose import clean
from outlay.readers.logs.shown_code import KIND, packed_lines, shown_code

WRITERS: Final = frozenset({"Write", "StrReplace", "EditNotebook", "ApplyPatch"})
_FILE: Final = re.compile(r"\*\*\* (?:Add|Update|Delete) File: (.+)")
_MOVE: Final = "*** Move to: "
_BEGIN: Final = "*** Begin Patch"


class Change(NamedTuple):
    """Lines added to and removed from one file, still as text. `kind` as in `Edit`."""

    path: str
    kind: str
    added: list[str]
    removed: list[str]


class Packed(NamedTuple):
    """The same with hashes in place of text."""

    path: str
    kind: str
    added: bytes
    removed: bytes
    runs: bytes = b""


def changes_of(name: str, given: ToolInput) -> list[Change]:
    """What a writing tool was asked to do, one change a file; none when it names no file or no line."""
    if name == "ApplyPatch":
        return changes_in_patch(given.patch or given.input or "")
    path = given.path or given.file_path or given.target_file or given.target_notebook or ""
    if name == "Write":
        return [Change(path, "write", lines_of(given.contents or given.content), [])]
    return [Change(path, "edit", *_changed(lines_of(given.new_string), lines_of(given.old_string)))]


def packed(changes: list[Change], pack_lines: PackLines) -> Iterator[Packed]:
    """Hashes of the changes that have a file and lines."""
    for change in changes:
        path = clean(change.path, PATH_LENGTH)
        if path and (change.added or change.removed):
            added, runs = packed_lines(change.added, pack_lines)
            yield Packed(path, change.kind, added, packed_lines(change.removed, pack_lines)[0], runs)


def shown(text: str, pack_lines: PackLines) -> list[Packed]:
    """Code that an answer shows, as a change of no file."""
    lines = shown_code(text)
    if not lines:
        return []
    added, runs = packed_lines(lines, pack_lines)
    return [Packed("", KIND, added, b"", runs)]


def changes_in_patch(text: str) -> list[Change]:
    """Changes in the patch format that begins with `*** Begin Patch`."""
    lines = text[max(text.find(_BEGIN), 0) :].splitlines()
    starts = [number for number, line in enumerate(lines) if _FILE.match(line)]
    return [
        _file_change(lines[start], lines[start + 1 : end]) for start, end in pairwise([*starts, len(lines)])
    ]


def lines_of(text: str | None) -> list[str]:
    """A text's lines; the newline at its end begins no line."""
    return text.removesuffix("\n").split("\n") if text else []


def _file_change(header: str, lines: list[str]) -> Change:
    moved = next((line.removeprefix(_MOVE) for line in lines if line.startswith(_MOVE)), None)
    named = _FILE.match(header)
    path = moved or (named[1] if named else "")
    return Change(path.strip(), "patch", _signed("+", lines), _signed("-", lines))


def _signed(sign: str, lines: list[str]) -> list[str]:
    return [line[1:] for line in lines if line.startswith(sign)]


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
