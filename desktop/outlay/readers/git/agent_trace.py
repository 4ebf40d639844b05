"""What records of Agent Trace say: which conversation wrote lines of a file, and at which commit.

Source: Agent Trace 0.1 (https://github.com/cursor/agent-trace). Its reference hook appends a record at each edit to
`.agent-trace/traces.jsonl` in the worktree, and names the commit the edit was made on top of: so a record belongs to
that commit's child that touches the file, and one written before its commit to the commit itself. Commands and
prompts in a record are never decoded.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from outlay.domain.moments import UtcMillis
from outlay.readers.git.printed import name_from

FILE = Path(".agent-trace", "traces.jsonl")
MOST_BYTES = 16 << 20
"""The end of a longer file is read."""

LONGEST_RECORD = 1 << 20

_AGENTS = ("ai", "mixed")


class Trace(NamedTuple):
    """Lines a conversation wrote in a file. `moment` None: the record does not say when."""

    revision: str
    moment: UtcMillis | None
    path: str
    session: str
    lines: int


class _Version(msgspec.Struct, gc=False):
    revision: str | None = None


class _Contributor(msgspec.Struct, gc=False):
    type: str | None = None


class _Range(msgspec.Struct, gc=False):
    start_line: int = 1
    end_line: int = 1
    contributor: _Contributor | None = None


class _Conversation(msgspec.Struct, gc=False):
    url: str | None = None
    contributor: _Contributor | None = None
    ranges: list[_Range] = []


class _File(msgspec.Struct, gc=False):
    path: str = ""
    conversations: list[_Conversation] = []


class _About(msgspec.Struct, gc=False):
    session_id: str | None = None
    conversation_id: str | None = None


class _Record(msgspec.Struct, gc=False):
    timestamp: str | None = None
    vcs: _Version | None = None
    files: list[_File] = []
    metadata: _About | None = None


def traces_under(root: str, revisions: frozenset[str]) -> Iterator[Trace]:
    """What the records in a worktree say of edits on top of the given commits; nothing without such a file."""
    wanted = [revision.encode() for revision in revisions]
    for line in _end_of(Path(root, FILE)):
        if len(line) <= LONGEST_RECORD and any(revision in line for revision in wanted):
            yield from (trace for trace in traces_in(line) if trace.revision in revisions)


def traces_in(record: bytes) -> Iterator[Trace]:
    """What one record says; nothing for what is none."""
    try:
        told = msgspec.json.decode(record, type=_Record)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return
    revision = (told.vcs.revision if told.vcs else None) or ""
    moment = _moment(told.timestamp)
    for file in told.files:
        for talk in file.conversations:
            session, lines = _session(talk, told.metadata), _lines(talk)
            if session and lines:
                yield Trace(revision, moment, file.path, session, lines)


def _session(talk: _Conversation, about: _About | None) -> str | None:
    """The conversation's own id: of a transcript or an address, what it is called there."""
    named = (about.session_id or about.conversation_id) if about else None
    last = (talk.url or "").rstrip("/").rpartition("/")[2].removesuffix(".jsonl")
    return name_from(named or last) or None


def _lines(talk: _Conversation) -> int:
    return sum(
        max(one.end_line - one.start_line + 1, 0)
        for one in talk.ranges
        if ((one.contributor or talk.contributor or _Contributor()).type or "ai") in _AGENTS
    )


def _moment(told: str | None) -> UtcMillis | None:
    try:
        when = datetime.fromisoformat(told or "")
        return UtcMillis(int(when.timestamp() * 1000)) if when.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _end_of(file: Path) -> Iterable[bytes]:
    try:
        with file.open("rb") as opened:
            size = opened.seek(0, 2)
            opened.seek(max(0, size - MOST_BYTES))
            return opened.read(MOST_BYTES).splitlines()
    except OSError:
        return ()
