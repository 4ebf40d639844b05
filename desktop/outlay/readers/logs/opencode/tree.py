"""Goes through one session of the tree: `message/<session>/<message>.json`, its parts in `part/<message>/`."""

import glob
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from outlay.domain.batches import Batch, Bookmark, FileMark
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem, ProblemKind
from outlay.readers.interface import LogFile, PackLines, Probe
from outlay.readers.logs.lines import LONGEST_LINE, Tally, place_of, trouble_of, unfinished
from outlay.readers.logs.opencode.database import ids_of
from outlay.readers.logs.opencode.failures import TurnFailures
from outlay.readers.logs.opencode.fields import PATH_LENGTH, Fields, fields_from
from outlay.readers.logs.opencode.messages import Stored, message_from
from outlay.readers.logs.opencode.places import READER_ID, VERSION, databases_beside, messages_in
from outlay.readers.logs.opencode.sessions import SessionFacts, SessionRow
from outlay.system.other_databases import (
    OtherDatabaseHeldError,
    OtherDatabaseUnreadableError,
    open_other,
)

_ROWS: Final = 8_000
_BY_PERSON: Final = frozenset({"text", "file", "agent", "subtask"})


class State(Struct, omit_defaults=True):
    """When each message read so far was last written, in nanoseconds since 1970, and which commands failed."""

    read: dict[str, int] = {}
    failed: dict[str, TurnFailures] = {}


_STATES: Final = msgspec.json.Decoder(State)


def read_session(
    file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines, probe: Probe
) -> Iterator[Batch]:
    """Facts of one session's messages written since the bookmark; those a database holds too are passed over."""
    kept = bookmark if bookmark is not None and _is_same(bookmark, file.mark) else None
    if kept is not None and kept.mark == file.mark:
        yield Batch(bookmark=kept)
        return
    try:
        replaces = bookmark is not None and kept is None
        for batch in _batches(file, kept, pack_lines, probe):
            batch.replaces, replaces = replaces, False
            yield batch
    except OSError as error:
        yield _trouble(file.path, trouble_of(error))
    except (OtherDatabaseHeldError, OtherDatabaseUnreadableError):
        yield _trouble(file.path, ProblemKind.UNREADABLE)


def _batches(file: LogFile, kept: Bookmark | None, pack_lines: PackLines, probe: Probe) -> Iterator[Batch]:
    """Slices with their bookmarks; all but the last say that there is more, and what was said before."""
    before, state = (kept.offset, kept.state) if kept else (0, b"")
    elsewhere = _ids_elsewhere(file.path, probe)
    reading = _Reading(Path(file.path), kept, pack_lines, probe)
    for batch in reading.batches(elsewhere):
        mark, offset = unfinished(file.mark), before
        if reading.is_done:
            mark, offset, state = file.mark, file.mark.size, reading.state()
        batch.bytes_read = max(0, offset - before)
        batch.bookmark = Bookmark(mark, offset, 0, "", state, VERSION)
        yield batch


class _Reading:
    """One pass over a session's folder."""

    def __init__(self, folder: Path, kept: Bookmark | None, pack_lines: PackLines, probe: Probe) -> None:
        self.is_done = False
        self._folder = folder
        self._storage = folder.parents[1]
        state = _state_from(kept)
        self._read = state.read
        self._tally = Tally(READER_ID, str(folder))
        written = UtcMillis(max(file.mark.mtime_ns for file in probe.files) // 1_000_000)
        self._facts = SessionFacts(self._sessions(), pack_lines, written, self._tally, state.failed)

    def state(self) -> bytes:
        """What a bookmark must hold."""
        return msgspec.json.encode(State(self._read, self._facts.failures.kept()))

    def batches(self, elsewhere: set[str]) -> Iterator[Batch]:
        """Facts of messages written since they were read, in slices."""
        prompts = 0
        is_child = self._facts.row_of(self._folder.name).parent is not None
        for stored, when in self._in_order():
            is_prompt = self._is_prompt(stored)
            prompts += is_prompt
            if stored.ident in elsewhere or self._read.get(stored.ident) == when:
                continue
            taken = self._facts.take(stored, None if is_child else prompts or None, is_prompt=is_prompt)
            if not taken.held:
                self._read[stored.ident] = when
            if self._facts.rows >= _ROWS:
                yield self._facts.batch()
        self.is_done = True
        yield self._facts.batch()

    def _in_order(self) -> list[tuple[Stored, int]]:
        """All messages of the session from the first to the last, each with when its file was written."""
        found = [
            (self._stored(ident, state.st_mtime_ns, number), state.st_mtime_ns)
            for number, (ident, state) in enumerate(messages_in(self._folder), 1)
        ]
        return sorted(found, key=lambda one: (one[0].created or 0, one[0].ident))

    def _stored(self, ident: str, written: int, number: int) -> Stored:
        data = self._content(self._folder / f"{ident}.json")
        message = message_from(Stored(ident, "", None, 0, number, data, ()), _ignored)
        created = message.created if message else None
        parts = tuple(map(self._content, self._parts(ident)))
        return Stored(ident, self._folder.name, created, written // 1_000_000, number, data, parts)

    def _parts(self, ident: str) -> list[Path]:
        folder = self._storage / "part" / ident
        try:
            return sorted(path for path in folder.iterdir() if path.suffix == ".json" and path.is_file())
        except (FileNotFoundError, NotADirectoryError):
            return []

    def _content(self, path: Path) -> bytes | None:
        if path.stat().st_size > LONGEST_LINE:
            self._tally.count(ProblemKind.TOO_LONG)
            return b"{}"
        return path.read_bytes()

    def _is_prompt(self, stored: Stored) -> bool:
        """A user's message is a prompt when a person wrote a part of it: the tool writes some by itself."""
        message = message_from(stored, _ignored)
        if message is None or message.role != "user":
            return False
        return not message.parts or any(map(_is_by_person, message.parts))

    def _sessions(self) -> dict[str, SessionRow]:
        """The session and those above it."""
        found: dict[str, SessionRow] = {}
        ident: str | None = self._folder.name
        while ident is not None and ident not in found:
            found[ident] = self._session(ident)
            ident = found[ident].parent
        return found

    def _session(self, ident: str) -> SessionRow:
        for path in sorted((self._storage / "session").glob(f"*/{glob.escape(ident)}.json")):
            values = fields_from(self._content(path), self._tally.count)
            if values is not None:
                return SessionRow(
                    ident,
                    values.text("parentID"),
                    values.text("directory", PATH_LENGTH),
                    values.inner("time").count("created"),
                    values.text("version"),
                )
        return SessionRow(ident)


def _ids_elsewhere(session: str, probe: Probe) -> set[str]:
    """Ids of the session's messages that a database beside the tree holds."""
    found: set[str] = set()
    for path in databases_beside(session, probe):
        with open_other(Path(path)) as database:
            found |= ids_of(database, Path(session).name)
    return found


def _is_by_person(part: Fields) -> bool:
    return part.text("type") in _BY_PERSON and not part.flag("synthetic")


def _ignored(kind: ProblemKind) -> None:
    """The same message is decoded once more when it is taken; then its problems count."""


def _is_same(bookmark: Bookmark, mark: FileMark) -> bool:
    same_folder = (bookmark.mark.device, bookmark.mark.inode) == (mark.device, mark.inode)
    return same_folder and bookmark.version == VERSION


def _state_from(bookmark: Bookmark | None) -> State:
    try:
        return _STATES.decode(bookmark.state) if bookmark and bookmark.state else State()
    except msgspec.DecodeError:
        return State()


def _trouble(path: str, kind: ProblemKind) -> Batch:
    return Batch(problems=[Problem(READER_ID, kind, 1, place_of(path, None), path)])
