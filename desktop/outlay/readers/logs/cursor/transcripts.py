"""Edits out of an agent's transcript: `<conversation>.jsonl`, or `subagents/<agent>.jsonl` below one.

A transcript has no times of its own. Newer builds put the minute a prompt was sent into the prompt's text; until
one is met, the file's own time stands in.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import PurePath
from typing import Final

import msgspec
from msgspec import Struct
from xxhash import xxh3_64_hexdigest

from outlay.domain.batches import Batch, Bookmark
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem, ProblemKind
from outlay.domain.usage import Edit, SessionFact, SessionKey
from outlay.readers.interface import LogFile, PackLines
from outlay.readers.logs.clock import Clock
from outlay.readers.logs.cursor.edits import WRITERS, Packed, changes_of, packed, shown
from outlay.readers.logs.cursor.places import READER_ID, VERSION
from outlay.readers.logs.cursor.records import ROWS, Line, Part, ToolInput, session_key
from outlay.readers.logs.lines import Block, OpenLog, open_log, place_of, trouble_of
from outlay.readers.logs.loose import clean, decoded, iso_text, text_in
from outlay.readers.logs.shown_code import FENCE_TEXT

_STAMP: Final = re.compile(
    r"<timestamp>\w+, (\w{3} \d{1,2}, \d{4}, \d{1,2}:\d{2} [AP]M) \(UTC(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\)<"
)
_STAMP_FORM: Final = "%b %d, %Y, %I:%M %p"
_NOTHING: Final = b"{}"
_LONG_ID: Final = 16
"""A tool call's id of this length is the model provider's own; a shorter one may come again elsewhere."""


class State(Struct, gc=False):
    """What must be known of the lines before. It holds no text of the log. `calls` are those of the last prompt."""

    moment: int | None = None
    told: bool = False
    calls: dict[str, int] = {}


def session_of(path: str) -> SessionKey:
    """The conversation, and the agent inside it, that a transcript's path names."""
    parts = PurePath(path.replace("\\", "/")).parts
    stem = PurePath(parts[-1]).stem
    if "subagents" in parts[:-1]:
        return session_key(parts[parts.index("subagents") - 1], stem)
    return session_key(stem)


def session_fact(session: SessionKey, started: UtcMillis | None = None) -> SessionFact:
    """What a transcript says of its session."""
    return SessionFact(session, session.session, session.session if session.agent else None, started)


def call_id(session: SessionKey, moment: int | None, changes: list[Packed], met: dict[str, int]) -> str:
    """A name for a writing call out of what it changes, the same in both forms of a transcript.

    Its place would not do: a conversation taken back to an earlier prompt is written anew from there.

    Args:
        session: the transcript's.
        moment: when the prompt before the call was sent, where that is told.
        changes: what it changes, as hashes.
        met: how often each name was given since the last prompt; counted up.
    """
    told = [change[:4] for change in changes]
    said = xxh3_64_hexdigest(repr((moment, told)).encode(errors="replace"))
    met[said] = met.get(said, 0) + 1
    again = f":{met[said]}" if met[said] > 1 else ""
    return f"cursor:{session.agent or session.session}:{said}{again}"


def stamp_in(text: str) -> str | None:
    """The minute a prompt was sent, as ISO 8601 text, out of the prompt's text; None where it has none."""
    found = _STAMP.search(text)
    if found is None:
        return None
    sign, hours, minutes = found[2], int(found[3] or 0), int(found[4] or 0)
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)
    try:
        at = datetime.strptime(found[1], _STAMP_FORM).replace(tzinfo=timezone(offset))
    except ValueError:
        return None
    return at.astimezone(UTC).isoformat()


class Transcript:
    """Takes lines in order and gathers their edits until they are asked for."""

    def __init__(self, log: OpenLog, pack_lines: PackLines) -> None:
        self.state = _state(log.start.state)
        self._log = log
        self._session = session_of(log.path)
        self._pack = pack_lines
        self._written = UtcMillis(log.mark.mtime_ns // 1_000_000)
        before = None if self.state.moment is None else UtcMillis(self.state.moment)
        self._clock = Clock(before, self._written, log.tally)
        self._batch = Batch()

    @property
    def rows(self) -> int:
        """How many facts wait."""
        return self._batch.rows

    def batch(self) -> Batch:
        """The facts since the last time; the caller adds the bookmark."""
        batch, self._batch = self._batch, Batch()
        batch.problems = self._log.tally.take()
        return batch

    def take(self, raw: bytes, number: int) -> None:
        """One line; `number` is from 1."""
        line, trouble = decoded(Line, raw)
        if trouble:
            self._log.tally.count(trouble, number)
        if line is None or line.message is None:
            return
        if line.role == "user":
            self._prompt(line, number)
        elif line.role == "assistant":
            self._answer(line, number)
        elif any(part.name in WRITERS for part in line.message.parts):
            self._log.tally.count(ProblemKind.UNKNOWN_RECORD, number)

    def _prompt(self, line: Line, number: int) -> None:
        self.state.calls.clear()
        texts = [part.text for part in line.message.parts if part.text] if line.message else []
        self._see(next(filter(None, map(stamp_in, texts)), None) or iso_text(line.timestamp), number)
        self._tell()

    def _answer(self, line: Line, number: int) -> None:
        self._see(iso_text(line.timestamp), number)
        self._tell()
        for part in line.message.parts if line.message else []:
            if part.type == "tool_use" and part.name in WRITERS:
                changes = list(packed(changes_of(part.name, self._given(part, number)), self._pack))
                self._edits(changes, clean(part.id) or "", number)
            elif part.type == "text" and part.text and FENCE_TEXT in part.text:
                self._edits(shown(part.text, self._pack), "", number)

    def _see(self, stamp: str | None, number: int) -> None:
        if stamp is not None:
            self._clock.moment(stamp, number)
            self.state.moment = self._clock.before

    def _tell(self) -> None:
        if not self.state.told:
            self.state.told = True
            self._batch.sessions.append(session_fact(self._session, self._clock.before))

    def _edits(self, changes: list[Packed], ident: str, number: int) -> None:
        if changes and self._clock.before is None:
            self._log.tally.count(ProblemKind.NO_TIME, number)
        moment = self._written if self._clock.before is None else self._clock.before
        if len(ident) < _LONG_ID:
            ident = call_id(self._session, self._clock.before, changes, self.state.calls)
        self._batch.edits += [
            Edit(self._session, ident, index, moment, None, change.path, None, *change[1:])
            for index, change in enumerate(changes)
        ]

    def _given(self, part: Part, number: int) -> ToolInput:
        if not bytes(part.input):
            return ToolInput()
        patch = text_in(part.input)
        if patch is not None:
            return ToolInput(patch=patch)
        given, trouble = decoded(ToolInput, part.input)
        if trouble:
            self._log.tally.count(trouble, number)
        return given or ToolInput()


def read_transcript(file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines) -> Iterator[Batch]:
    """Facts of one transcript from the bookmark on."""
    try:
        log = open_log(file.path, bookmark, VERSION, READER_ID)
    except OSError as error:
        place = place_of(file.path, None)
        yield Batch(problems=[Problem(READER_ID, trouble_of(error), 1, place, file.path)])
        return
    with log:
        replaces = log.start.replaces
        for batch in _batches(log, Transcript(log, pack_lines)):
            batch.replaces, replaces = replaces, False
            yield batch


def _batches(log: OpenLog, transcript: Transcript) -> Iterator[Batch]:
    done = log.offset
    for block in log.blocks():
        number = block.line
        for raw, after in _lines(block):
            number += 1
            transcript.take(raw, number)
            if transcript.rows >= ROWS:
                yield _slice(log, transcript, (done, block.offset + after), number)
                done = block.offset + after
    yield _slice(log, transcript, (done, log.offset), log.line)


def _lines(block: Block) -> Iterator[tuple[bytes, int]]:
    start = 0
    while start < block.end:
        end = block.buffer.find(b"\n", start, block.end)
        line = bytes(block.buffer[start:end])
        yield line if line.strip() else _NOTHING, end + 1
        start = end + 1


def _slice(log: OpenLog, transcript: Transcript, span: tuple[int, int], line: int) -> Batch:
    batch = transcript.batch()
    batch.bytes_read = span[1] - span[0]
    batch.bookmark = log.bookmark(span[1], line, msgspec.json.encode(transcript.state))
    return batch


def _state(kept: bytes) -> State:
    try:
        return msgspec.json.decode(kept, type=State) if kept else State()
    except msgspec.DecodeError:
        return State()
