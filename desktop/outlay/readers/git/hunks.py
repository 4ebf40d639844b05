r"""Which stretches of which files each commit of a line replaced, from what `git log -p -U0 --no-renames` prints.

Source of the form: git-log(1), "Generating patch text"; a hunk's header counts lines of the file before and after it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from outlay.readers.git.printed import PLAIN_PATCH, path_from

COMMAND = (
    "log",
    "--no-walk=unsorted",
    "--stdin",
    "--first-parent",
    "-m",
    "-p",
    "-U0",
    "--no-renames",
    *PLAIN_PATCH,
    "--format=%x01%H",
)
"""Commits come in the order given, each against its first parent."""

_PLUS, _MINUS, _START, _DIFF, _HUNK = b"+-\x01d@"
_BINARY, _DIFFER = b"Binary files ", b" differ"
_HEADER = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


class Hunk(NamedTuple):
    """`removed` lines from line `at` on (from 0) make way for `added` ones, once the hunks before it are applied.

    `lines` is the text of the added ones where it was asked for.
    """

    at: int
    removed: int
    added: int
    lines: list[bytes]


class FileChange(NamedTuple):
    """What a commit did to one file. `hunks` None: git shows no text of it, before or after."""

    sha: str
    path: str
    hunks: list[Hunk] | None


class Wish(Enum):
    """How much of a file's change is to be told."""

    NOTHING = 0
    PLACES = 1
    TEXT = 2


class HunkReader:
    """Takes lines, gives changes of files; holds one of them at a time. `wish` takes a commit and a path."""

    def __init__(self, wish: Callable[[str, str], Wish]) -> None:
        self._wish = wish
        self._sha = self._old_path = self._path = ""
        self._wanted = Wish.NOTHING
        self._hunks: list[Hunk] | None = []

    def changes(self, lines: Iterable[bytes]) -> Iterator[FileChange]:
        """Every change that is wished for, once it is whole."""
        in_hunk = False
        text: list[bytes] | None = None
        for line in lines:
            first = line[0]
            if in_hunk and first == _PLUS:
                if text is not None:
                    text.append(line[1:])
            elif in_hunk and first == _MINUS:
                continue
            elif first == _HUNK:
                in_hunk = True
                text = self._open_hunk(line)
            elif first in (_START, _DIFF):
                yield from self._finished()
                in_hunk, text = False, None
                if first == _START:
                    self._sha = line[1:].strip().decode()
            elif not in_hunk:
                self._note(line)
        yield from self._finished()

    def _note(self, line: bytes) -> None:
        """A line of a file's header."""
        if line.startswith(b"--- "):
            self._old_path = path_from(line[4:], b"a/")
        elif line.startswith(b"+++ "):
            self._wish_for(path_from(line[4:], b"b/") or self._old_path)
        elif line.startswith(_BINARY):
            self._hunks = None
            self._wish_for(_old_path(line.rstrip(b"\n")[len(_BINARY) : -len(_DIFFER)]))

    def _wish_for(self, path: str) -> None:
        self._path = path
        self._wanted = self._wish(self._sha, path) if path else Wish.NOTHING

    def _open_hunk(self, line: bytes) -> list[bytes] | None:
        """Note a hunk; where the text of its added lines goes, None when nobody wants it."""
        match = None if self._wanted is Wish.NOTHING else _HEADER.match(line)
        if match is None or self._hunks is None:
            return None
        removed, start, added = (1 if told is None else int(told) for told in match.groups())
        hunk = Hunk(start - 1 if added else start, removed, added, [])
        self._hunks.append(hunk)
        return hunk.lines if self._wanted is Wish.TEXT else None

    def _finished(self) -> Iterator[FileChange]:
        """The change that ends here, if anybody wants it."""
        if self._wanted is not Wish.NOTHING and self._hunks != []:
            yield FileChange(self._sha, self._path, self._hunks)
        self._old_path = self._path = ""
        self._wanted, self._hunks = Wish.NOTHING, []


def _old_path(told: bytes) -> str:
    """The first of two names `a/x and b/x`, which without renames differ in their first letter alone."""
    without_new = told.removesuffix(b" and /dev/null")
    return path_from(without_new if without_new != told else told[: (len(told) - len(" and ")) // 2], b"a/")
