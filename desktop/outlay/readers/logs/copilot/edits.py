"""From a tool call to the lines an agent wrote and removed; the text itself is dropped here.

Tools as the command line (`create`, `edit`, `str_replace_editor`, `apply_patch`) and VS Code (`create_file`,
`replace_string_in_file`, ...) name them. Source: log-formats.md section 4.2.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from msgspec import Raw, Struct, field

from outlay.domain.problems import ProblemKind
from outlay.readers.interface import PackLines
from outlay.readers.logs.copilot.records import PATH_LENGTH
from outlay.readers.logs.loose import clean, decoded, text_in
from outlay.readers.logs.shell import absolute, heredocs, moved_to
from outlay.readers.logs.shown_code import packed_lines

_CREATORS: Final = frozenset({"create", "create_file"})
_REPLACERS: Final = frozenset(
    {"edit", "str_replace", "str_replace_editor", "insert", "replace_string_in_file", "insert_edit_into_file"}
)
_PATCHERS: Final = frozenset({"apply_patch"})
_MANY: Final = frozenset({"multi_replace_string_in_file"})
WRITERS: Final = _CREATORS | _REPLACERS | _PATCHERS | _MANY
SHELLS: Final = frozenset({"bash", "powershell", "run_in_terminal", "shell"})
_FILE: Final = re.compile(r"\*\*\* (?:Add|Update|Delete) File: (.+)")
_MOVE: Final = "*** Move to: "
_BEGIN: Final = "*** Begin Patch"
_LEFT_OUT: Final = "...existing code..."


class Given(Struct, gc=False):
    """The arguments of the tools that write files or run commands; names differ between them."""

    path: str | None = None
    file_path: str | None = None
    camel_path: str | None = field(default=None, name="filePath")
    file_text: str | None = None
    content: str | None = None
    code: str | None = None
    old_str: str | None = None
    new_str: str | None = None
    old_string: str | None = field(default=None, name="oldString")
    new_string: str | None = field(default=None, name="newString")
    input: str | None = None
    patch: str | None = None
    command: str | None = None
    replacements: list["Given"] | None = None

    @property
    def place(self) -> str:
        """The file it names."""
        return self.path or self.camel_path or self.file_path or ""


class Change(Struct, gc=False):
    """Lines added to and removed from one file as packed hashes. `kind` as in `Edit`."""

    path: str
    kind: str
    added: bytes
    removed: bytes
    runs: bytes = b""


def given_of(arguments: Raw) -> tuple[Given, ProblemKind | None]:
    """A call's arguments (an object, JSON inside a text, or a patch as plain text) and what was wrong with them."""
    text = text_in(arguments)
    if text is not None and not text.lstrip().startswith("{"):
        return Given(patch=text), None
    if not bytes(arguments):
        return Given(), None
    given, trouble = decoded(Given, arguments if text is None else text.encode(errors="replace"))
    return given or Given(), trouble


def changes_of(name: str, given: Given, cwd: str | None, pack_lines: PackLines) -> list[Change]:
    """What a tool was asked to write, one change a file and place; none when it names no file or no line."""
    if name in SHELLS:
        texts = _written_by_shell(given.command or "", cwd)
    elif name in _PATCHERS:
        texts = list(_changes_in_patch(given.patch or given.input or ""))
    else:
        texts = [_written(name, one) for one in (given.replacements or [given])]
    packed = (_packed(*one, cwd, pack_lines) for one in texts)
    return [one for one in packed if one is not None]


def lines_of(text: str | None) -> list[str]:
    """A text's lines; the newline at its end begins no line."""
    return text.removesuffix("\n").split("\n") if text else []


_Text = tuple[str, str, list[str], list[str]]
"""Path, kind, lines added, lines removed."""


def _written(name: str, given: Given) -> _Text:
    if name in _CREATORS or given.command == "create":
        return given.place, "write", lines_of(given.file_text or given.content), []
    new = lines_of(given.new_str or given.new_string or given.code)
    added = [line for line in new if _LEFT_OUT not in line]
    return given.place, "edit", *_changed(added, lines_of(given.old_str or given.old_string))


def _written_by_shell(command: str, cwd: str | None) -> list[_Text]:
    folder = moved_to(command, cwd)
    return [(absolute(one.path, folder), "heredoc", one.lines, []) for one in heredocs(command)]


def _changes_in_patch(text: str) -> Iterator[_Text]:
    """Changes in the patch format that begins with `*** Begin Patch`."""
    lines = text[max(text.find(_BEGIN), 0) :].splitlines()
    starts = [number for number, line in enumerate(lines) if _FILE.match(line)]
    for start, end in pairwise([*starts, len(lines)]):
        body = lines[start + 1 : end]
        moved = next((line.removeprefix(_MOVE) for line in body if line.startswith(_MOVE)), None)
        named = _FILE.match(lines[start])
        path = moved or (named[1] if named else "")
        yield path.strip(), "patch", _signed("+", body), _signed("-", body)


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


def _packed(
    path: str, kind: str, added: list[str], removed: list[str], cwd: str | None, pack_lines: PackLines
) -> Change | None:
    named = clean(absolute(path, cwd) if path else None, PATH_LENGTH)
    if named is None or not (added or removed):
        return None
    hashes, runs = packed_lines(added, pack_lines)
    return Change(named, kind, hashes, packed_lines(removed, pack_lines)[0], runs)
