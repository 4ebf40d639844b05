"""Reads git's reflogs as the files they are: where each worktree's HEAD stood, and when the remote's branch moved.

Source: git-reflog(1) and gitrepository-layout(5); the words of the messages are those git itself writes. A line that
is no entry of a reflog is passed over. Git takes old entries out from time to time (git-gc(1)): what was read stays.
"""

import os
import re
from collections.abc import Iterator
from hashlib import blake2b
from os import SEEK_END
from pathlib import Path
from typing import IO, NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import Checkout, Push
from outlay.readers.git.bookmark import LogMark
from outlay.readers.git.place import Place, main_top
from outlay.readers.git.printed import moment_from, name_from

MOST_BYTES = 32 << 20
"""The end of a longer log is read."""

LONGEST_LINE = 4096
"""Bytes of a line that are looked at."""

_ENTRY = re.compile(rb"[0-9a-f]{40,64} ([0-9a-f]{40,64}) [^\n]*> (\d{1,18}) [+-]\d{1,6}(?:\t([^\n]*))?")
_MOVED = re.compile(rb"checkout: moving from (\S+) to (\S+)\Z")
_RENAMED = re.compile(rb"Branch: renamed refs/heads/(\S+) to refs/heads/(\S+)\Z")
_WENT_OFF = re.compile(rb"(?!commit)[^:\n]*\(start\): checkout |rebase: checkout ")
_CAME_BACK = re.compile(
    rb"(?!commit)[^:\n]*(?:\((?:finish|abort)\)|finished): (?:returning to (\S+)|updating HEAD)"
)
_COMMIT_ID = re.compile(rb"[0-9a-f]{40,64}\Z")
_NO_COMMIT = re.compile(rb"0+\Z")
_HEADS = b"refs/heads/"


class Entry(NamedTuple):
    """One entry: the commit after it, when, and git's words."""

    sha: bytes
    moment: UtcMillis
    message: bytes


class HeadLog(NamedTuple):
    """A worktree's root, its own git directory and the log of its HEAD."""

    root: str
    folder: Path
    log: Path


def head_logs(place: Place) -> Iterator[HeadLog]:
    """Every worktree git knows, the main one first."""
    common = Path(place.common)
    yield HeadLog(main_top(place), common, common / "logs" / "HEAD")
    for link in sorted(common.glob("worktrees/*/gitdir")):
        told = _bytes_of(link).split(b"\n", 1)[0].strip().decode("utf-8", "replace")
        if told:
            root = Path(os.path.normpath(link.parent / told)).parent
            yield HeadLog(str(root), link.parent, link.parent / "logs" / "HEAD")


def new_entries(path: Path, mark: LogMark | None) -> tuple[list[Entry], LogMark | None]:
    """Whole entries after the mark, oldest first, and the mark after them; all when the log was rewritten."""
    try:
        with path.open("rb") as log:
            before = mark if mark and _stands_in(log, mark) else None
            start = max(before.offset if before else 0, log.seek(0, SEEK_END) - MOST_BYTES)
            log.seek(start)
            told = log.read(MOST_BYTES)
    except OSError:
        return [], mark
    whole = told[: told.rfind(b"\n") + 1]
    if not whole:
        return [], before
    entries = list(_entries(whole, before.moment if before else UtcMillis(-1)))
    last = whole[whole.rfind(b"\n", 0, -1) + 1 :][-LONGEST_LINE:]
    moment = entries[-1].moment if entries else UtcMillis(-1)
    return entries, LogMark(start + len(whole), len(last), _digest(last), moment)


def checkouts_of(log: HeadLog, entries: list[Entry]) -> tuple[Checkout, ...]:
    """Where HEAD stood from each entry on, oldest first.

    Git says which branch HEAD left: a stretch's branch is the one that the next move left, and that of the last
    stretch the one HEAD is on now. So the entries are gone through from the newest on.
    """
    trail = _Trail(log.folder)
    found = [
        Checkout(log.root, entry.moment, entry.sha.decode(), _name(trail.after(entry)))
        for entry in reversed(entries)
    ]
    return tuple(reversed(found))


def pushes_of(entries: list[Entry]) -> tuple[Push, ...]:
    """When the remote's branch was seen at which commit: by a push, a fetch, a clone."""
    return tuple(Push(entry.moment, entry.sha.decode()) for entry in entries)


class _Trail:
    """Follows HEAD back in time; between the start and the end of a rebase it is on no branch."""

    def __init__(self, folder: Path) -> None:
        self._branch = _branch_in(folder / "HEAD")
        self._rebased = _branch_in(folder / "rebase-merge" / "head-name") or _branch_in(
            folder / "rebase-apply" / "head-name"
        )

    def after(self, entry: Entry) -> bytes | None:
        """The branch HEAD was on after the entry; the entry before it is asked for next."""
        message = entry.message
        moved, back = _MOVED.match(message), _CAME_BACK.match(message)
        if back and back[1]:
            self._branch = back[1].removeprefix(_HEADS) if back[1].startswith(_HEADS) else None
        branch = self._branch
        if moved:
            self._branch = None if _COMMIT_ID.match(moved[1]) else moved[1]
        elif back:
            self._rebased, self._branch = branch, None
        elif _WENT_OFF.match(message):
            branch, self._branch, self._rebased = None, self._rebased, None
        elif (renamed := _RENAMED.match(message)) and renamed[2] == branch:
            self._branch = renamed[1]
        return branch


def _stands_in(log: IO[bytes], mark: LogMark) -> bool:
    log.seek(max(mark.offset - mark.length, 0))
    return _digest(log.read(mark.length)) == mark.digest


def _entries(told: bytes, last: UtcMillis) -> Iterator[Entry]:
    """Git knows whole seconds: what happened in one second is told apart by milliseconds, in its order."""
    for line in told.splitlines():
        found = _ENTRY.match(line[:LONGEST_LINE])
        if found and not _NO_COMMIT.match(found[1]):
            moment = moment_from(found[2])
            if moment // 1000 == last // 1000:
                moment = UtcMillis(min(last + 1, moment + 999))
            last = moment
            yield Entry(found[1], moment, found[3] or b"")


def _branch_in(file: Path) -> bytes | None:
    """The branch that a file of git's names; None for a commit, and without such a file."""
    told = _bytes_of(file).split(b"\n", 1)[0].strip().removeprefix(b"ref: ")
    return told.removeprefix(_HEADS) if told.startswith(_HEADS) else None


def _name(branch: bytes | None) -> str | None:
    return None if branch is None else name_from(branch)


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LONGEST_LINE)
    except OSError:
        return b""


def _digest(line: bytes) -> str:
    return blake2b(line, digest_size=6).hexdigest()
