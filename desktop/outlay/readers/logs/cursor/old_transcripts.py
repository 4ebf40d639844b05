"""Edits out of a transcript of older builds: plain text, `<conversation>.txt`.

    [Tool call] StrReplace
      path: /home/ada/app/main.py
      old_string: ...
      new_string: ...

    [Tool result] StrReplace

Such a file is read whole. A value runs on until the next name a call of its kind has, so a text with such a name at
the same place is cut short. A call counts once a result or anything else stands after it.
"""

import os
import re
from collections.abc import Iterator
from io import FileIO
from itertools import pairwise
from typing import Final, NamedTuple

from outlay.domain.batches import Batch, Bookmark, FileMark
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import Edit
from outlay.readers.interface import LogFile, PackLines
from outlay.readers.logs.clock import moment_from
from outlay.readers.logs.cursor.edits import WRITERS, Packed, changes_of, packed, shown
from outlay.readers.logs.cursor.places import READER_ID, VERSION
from outlay.readers.logs.cursor.records import ToolInput
from outlay.readers.logs.cursor.transcripts import call_id, session_fact, session_of, stamp_in
from outlay.readers.logs.lines import LONGEST_LINE, Tally, mark_of, trouble_of, unfinished
from outlay.readers.logs.shown_code import FENCE_TEXT

_BORDER: Final = re.compile(
    r"^(?:user|assistant|A):[ \t]*$|^\[(?:Tool call|Tool result|Thinking)\]", re.MULTILINE
)
_CALL: Final = re.compile(r"\[Tool call\] (\w+)\n")
_NAMES: Final = (
    "path|file_path|target_file|target_notebook|contents|content|old_string|new_string|replace_all"
)
_VALUE: Final = re.compile(rf"^  ({_NAMES}): ?", re.MULTILINE)
_ROWS: Final = 5_000
_ANSWERS: Final = ("assistant:", "A:")


class Asked(NamedTuple):
    """A call, the line it stands on, and the prompt before it: its number and when it was sent.

    An answer that shows code is one without a name; what it says stands in `given.contents`.
    """

    name: str
    line: int
    given: ToolInput
    prompt: int
    moment: UtcMillis | None


def read_old_transcript(file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines) -> Iterator[Batch]:
    """Edits a transcript brings besides those an earlier reading brought."""
    tally = Tally(READER_ID, file.path)
    try:
        mark, raw = _whole(file.path)
    except OSError as error:
        tally.count(trouble_of(error))
        yield Batch(problems=tally.take())
        return
    same = bookmark is not None and _is_same(bookmark, mark)
    before = bookmark if same else None
    if before is not None and before.mark == mark:
        yield Batch(bookmark=before)
        return
    text = _text(raw, tally)
    batches = [*_batches(file.path, asked_in(text), before, (mark, pack_lines, tally))]
    batches[0].replaces = bookmark is not None and not same
    batches[-1].bytes_read = max(len(raw) - (before.offset if before else 0), 0)
    batches[-1].problems = tally.take()
    yield from batches


def asked_in(text: str) -> list[Asked]:
    """The writing calls of a transcript, and answers that show code, that anything stands after."""
    borders = [found.start() for found in _BORDER.finditer(text)]
    asked, moment, prompt, line, at = [], None, 0, 1, 0
    for start, end in pairwise(borders):
        line, at = line + text.count("\n", at, start), start
        part = text[start:end]
        if part.startswith("user"):
            prompt, stamp = prompt + 1, stamp_in(part)
            moment = moment_from(stamp) if stamp else moment
        call = _CALL.match(part)
        if call and call[1] in WRITERS:
            asked.append(Asked(call[1], line, _given(call[1], part[call.end() :]), prompt, moment))
        elif part.startswith(_ANSWERS) and FENCE_TEXT in part:
            asked.append(Asked("", line, ToolInput(contents=part), prompt, moment))
    return asked


def _batches(
    path: str, asked: list[Asked], before: Bookmark | None, how: tuple[FileMark, PackLines, Tally]
) -> Iterator[Batch]:
    """Edits of the calls no earlier reading told of, each batch with a bookmark that counts the calls."""
    mark, pack_lines, tally = how
    session, told = session_of(path), before.line if before else 0
    started = next((one.moment for one in asked if one.moment is not None), None)
    batch = Batch(sessions=[] if before else [session_fact(session, started)])
    met: dict[int, dict[str, int]] = {}
    for number, one in enumerate(asked, 1):
        changes = _changes(one, pack_lines)
        call = call_id(session, one.moment, changes, met.setdefault(one.prompt, {}))
        if number <= told:
            continue
        if changes and one.moment is None:
            tally.count(ProblemKind.NO_TIME, one.line)
        moment = UtcMillis(mark.mtime_ns // 1_000_000) if one.moment is None else one.moment
        batch.edits += [
            Edit(session, call, part, moment, None, change.path, None, *change[1:])
            for part, change in enumerate(changes)
        ]
        if batch.rows >= _ROWS:
            batch.bookmark = Bookmark(unfinished(mark), 0, number, "", b"", VERSION)
            yield batch
            batch = Batch()
    batch.bookmark = Bookmark(mark, mark.size, max(told, len(asked)), "", b"", VERSION)
    yield batch


def _changes(one: Asked, pack_lines: PackLines) -> list[Packed]:
    if not one.name:
        return shown(one.given.contents or "", pack_lines)
    return list(packed(changes_of(one.name, one.given), pack_lines))


def _given(name: str, body: str) -> ToolInput:
    if name == "ApplyPatch":
        return ToolInput(patch=body)
    firsts = {one[1]: one for one in reversed([*_VALUE.finditer(body)])}
    found = sorted(firsts.values(), key=lambda one: one.start())
    ends = [*(one.start() for one in found[1:]), len(body)]
    values = {one[1]: body[one.end() : end] for one, end in zip(found, ends, strict=True)}
    values.pop("replace_all", None)
    return ToolInput(**{key: value.removesuffix("\n").removesuffix("\n") for key, value in values.items()})


def _is_same(bookmark: Bookmark, mark: FileMark) -> bool:
    """Whether it is the file that was read before, and only grew."""
    known = bookmark.mark
    return bookmark.version == VERSION and known[:2] == mark[:2] and known.size <= mark.size


def _whole(path: str) -> tuple[FileMark, bytes]:
    with FileIO(path) as file:
        return mark_of(os.fstat(file.fileno())), file.read(LONGEST_LINE) or b""


def _text(raw: bytes, tally: Tally) -> str:
    if len(raw) == LONGEST_LINE:
        tally.count(ProblemKind.TOO_LONG)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        tally.count(ProblemKind.NOT_TEXT)
        return raw.decode(errors="replace")
