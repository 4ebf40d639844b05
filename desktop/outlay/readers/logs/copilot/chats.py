"""VS Code's chat sessions: a journal of changes (`.jsonl`), or the whole session as it stands (`.json`).

A journal's line sets or pushes a value at a path; only paths that lead to a request are followed, and a request that is
taken out of the session was paid for all the same. Source: VS Code's mutation log, log-formats.md section 4.1.
"""

from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import DecodeError, Raw, Struct, msgpack

from outlay.domain.batches import Batch
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import Edit, SessionFact, Turn
from outlay.readers.interface import PackLines
from outlay.readers.logs.clock import Clock, moment_from
from outlay.readers.logs.copilot.asked import (
    Asked,
    Known,
    Part,
    TextEdit,
    Words,
    event_of,
    lines_in,
    path_in,
)
from outlay.readers.logs.copilot.databases import Source
from outlay.readers.logs.copilot.records import MOST, Count, session_key, unique_id
from outlay.readers.logs.copilot.workspaces import folder_of
from outlay.readers.logs.copilot.yields import Claims, Yields
from outlay.readers.logs.loose import Moment, clean, decoded, iso_text
from outlay.readers.logs.shown_code import FENCE, KIND, packed_lines, shown_code

_INITIAL: Final = 0
_SET: Final = 1
_PUSH: Final = 2
_DELETE: Final = 3
_REFUSED: Final = frozenset({"__proto__", "constructor", "prototype"})
_EDITS: Final = "textEditGroup"
_REQUESTS: Final = "requests"
_RESPONSE: Final = "response"


class Line(Struct, gc=False):
    """One change: `v` at the path `k`; `i` cuts an array before something is pushed."""

    kind: int | None = None
    k: list[Any] | None = None
    v: Raw = Raw()
    i: Count | None = None


class Root(Struct, rename="camel", gc=False):
    """A whole session."""

    session_id: str | None = None
    creation_date: Moment | None = None
    requests: list[Raw] | None = None


class State(Struct, omit_defaults=True):
    """What must be known of the lines before: requests by id, and which stands where."""

    session: str = ""
    order: list[str] = []
    known: dict[str, Known] = {}
    turns: int = 0
    told: bool = False


class Chat:
    """Takes changes in order and gathers the facts they make until they are asked for."""

    def __init__(
        self, source: Source, state: bytes, yields: Yields, claims: Claims, pack_lines: PackLines
    ) -> None:
        self._source = source
        self._state = _state(state) or State(session=clean(Path(source.path).stem) or "")
        self._yields = yields
        self._claims = claims
        self._pack = pack_lines
        self._cwd = folder_of(source.path)
        self._batch = Batch()
        self._touched: dict[str, Known] = {}
        self._showing: dict[str, Known] = {}

    @property
    def rows(self) -> int:
        """How many facts wait."""
        waiting = sum(len(known.shown) for known in self._showing.values())
        return self._batch.rows + len(self._touched) + waiting

    def batch(self) -> Batch:
        """The facts since the last time."""
        for known in (self._showing | self._touched).values():
            self._show(known)
        for known in self._touched.values():
            self._bill(known)
        self._touched, self._showing = {}, {}
        batch, self._batch = self._batch, Batch()
        return batch

    def state(self) -> bytes:
        """What a bookmark must hold to go on from here."""
        return msgpack.encode(self._state)

    def take(self, raw: bytes, number: int) -> None:
        """One line of a journal."""
        line = self._decoded(Line, raw, number)
        if line is None:
            return
        path = line.k if line.k is not None else [_REQUESTS] if line.kind == _PUSH else []
        if any(step in _REFUSED for step in path if isinstance(step, str)):
            self._source.tally.count(ProblemKind.WRONG_TYPE, number)
        elif line.kind == _INITIAL:
            self.take_root(bytes(line.v), number)
        elif line.kind in {_SET, _PUSH}:
            self._change(line, path, number)
        elif line.kind != _DELETE:
            self._source.tally.count(ProblemKind.UNKNOWN_RECORD, number)

    def take_root(self, raw: bytes, number: int) -> bool:
        """A whole session; says whether it was one."""
        root = self._decoded(Root, raw, number)
        if root is None:
            return False
        self._state.session = clean(root.session_id) or self._state.session
        self._tell(iso_text(root.creation_date), number)
        self._place(0, root.requests or [], number)
        return True

    def _change(self, line: Line, path: list[Any], number: int) -> None:
        if path[:1] != [_REQUESTS]:
            return
        if len(path) == 1:
            base = 0 if line.kind == _SET else line.i
            self._place(base, self._list(line.v, number), number)
            return
        position = path[1]
        if not isinstance(position, int) or not 0 <= position <= len(self._state.order):
            self._source.tally.count(ProblemKind.WRONG_TYPE, number)
        elif len(path) == 2:  # noqa: PLR2004 a request as a whole
            self._put(position, line.v, number)
        elif position < len(self._state.order):
            self._inside(self._state.known[self._state.order[position]], line, path[2:], number)

    def _place(self, base: int | None, requests: list[Raw], number: int) -> None:
        """Requests from a position on, in place of what stood there; None is after all others."""
        if base is not None:
            del self._state.order[base:]
        for raw in requests:
            self._put(len(self._state.order), raw, number)

    def _put(self, position: int, raw: Raw, number: int) -> None:
        asked = self._decoded(Asked, raw, number) or Asked()
        ident = clean(asked.request_id) or f"#{position}"
        self._state.order[position : position + 1] = [ident]
        known = self._state.known.get(ident)
        if known is None:
            known = self._state.known[ident] = Known(ident)
            self._begin(known, asked, number)
        self._learn(known, asked)
        self._parts(known, 0, asked.response or [], number)

    def _begin(self, known: Known, asked: Asked, number: int) -> None:
        """A request met for the first time is a turn, unless the editor itself asked."""
        clock = Clock(None, self._source.written, self._source.tally)
        known.moment = clock.moment(iso_text(asked.timestamp), number)
        self._tell(iso_text(known.moment), number)
        if not asked.is_system_initiated:
            self._state.turns += 1
            known.number = self._state.turns
            self._batch.turns.append(
                Turn(session_key(self._state.session), known.number, UtcMillis(known.moment))
            )

    def _inside(self, known: Known, line: Line, path: list[Any], number: int) -> None:
        """A change inside a request."""
        if path[0] == _RESPONSE:
            self._answer(known, line, path[1:], number)
        elif all(isinstance(step, str) for step in path):
            names = [msgspec.json.encode(step) for step in path]
            piece = b"".join(b"{" + name + b":" for name in names) + bytes(line.v) + b"}" * len(names)
            asked = self._decoded(Asked, piece, number)
            if asked is not None:
                self._learn(known, asked)

    def _learn(self, known: Known, asked: Asked) -> None:
        known.learn(asked)
        if known.changed:
            self._touched[known.ident] = known

    def _answer(self, known: Known, line: Line, path: list[Any], number: int) -> None:
        """A change inside an answer: its parts, one part, or the edits of one."""
        if not path:
            base = 0 if line.kind == _SET else known.parts if line.i is None else line.i
            self._parts(known, base, self._list(line.v, number), number)
        elif not isinstance(path[0], int) or not 0 <= path[0] <= MOST:
            self._source.tally.count(ProblemKind.WRONG_TYPE, number)
        elif len(path) == 1:
            self._part(known, path[0], line.v, number)
        elif path[1:] == ["edits"]:
            base = 0 if line.kind == _SET else -1 if line.i is None else line.i
            self._edits(known, path[0], base, self._list(line.v, number))

    def _parts(self, known: Known, base: int, parts: list[Raw], number: int) -> None:
        for position, raw in enumerate(parts, base):
            self._part(known, position, raw, number)
        known.parts = base + len(parts)

    def _part(self, known: Known, position: int, raw: Raw, number: int) -> None:
        self._words(known, position, raw)
        if _EDITS.encode() not in bytes(raw):
            return
        part = self._decoded(Part, raw, number)
        path = path_in(part.uri) if part and part.kind == _EDITS else None
        if part is not None and path is not None:
            known.files[position] = path
            self._edits(known, position, 0, part.edits or [])

    def _words(self, known: Known, position: int, raw: Raw) -> None:
        """Code that a part shows is put by as hashes until the answer is done."""
        words = decoded(Words, raw)[0] if FENCE in bytes(raw) else None
        lines = shown_code(words.text or "") if words else []
        known.shows(position, packed_lines(lines, self._pack) if lines else None)
        if lines:
            self._showing[known.ident] = known

    def _show(self, known: Known) -> None:
        key, moment = session_key(self._state.session), UtcMillis(known.moment or self._source.written)
        call = f"{unique_id(known.ident, key.session)}/shown"
        self._batch.edits += [
            Edit(key, call, part, moment, known.number, "", self._cwd, KIND, added, b"", runs)
            for part, (added, runs) in known.new_shown().items()
        ]

    def _edits(self, known: Known, position: int, base: int, edits: list[Raw]) -> None:
        path = known.files.get(position)
        if path is None:
            return
        place, first, new = known.new_edits(position, base, [_lines_of(one) for one in edits])
        key, moment = session_key(self._state.session), UtcMillis(known.moment or self._source.written)
        call = f"{unique_id(known.ident, key.session)}/{place}"
        self._batch.edits += [
            Edit(key, call, part, moment, known.number, path, self._cwd, "edit", added, b"", runs)
            for part, lines in enumerate(new, first)
            if lines
            for added, runs in [packed_lines(lines, self._pack)]
        ]

    def _bill(self, known: Known) -> None:
        session = session_key(self._state.session)
        moment = UtcMillis(known.moment or self._source.written)
        if known.is_billed and self._yields.counts([session.session], moment, self._claims):
            self._batch.events.append(event_of(known, session, moment, self._cwd))
        known.changed = False

    def _tell(self, stamp: str | None, number: int) -> None:
        if not self._state.told:
            self._state.told = True
            clock = Clock(None, self._source.written, self._source.tally)
            started = None if moment_from(stamp) is None else clock.moment(stamp, number)
            key = session_key(self._state.session)
            self._batch.sessions.append(SessionFact(key, key.session, None, started, self._cwd))

    def _list(self, raw: Raw, number: int) -> list[Raw]:
        if not bytes(raw):
            return []
        try:
            return msgspec.json.decode(raw, type=list[Raw])
        except (DecodeError, UnicodeDecodeError, RecursionError):
            self._source.tally.count(ProblemKind.WRONG_TYPE, number)
            return []

    def _decoded(self, kind: type[Any], raw: bytes | Raw, number: int) -> Any:
        found, trouble = decoded(kind, raw)
        if trouble:
            self._source.tally.count(trouble, number)
        return found


def _lines_of(raw: Raw) -> list[str]:
    """The lines of one entry of a part's edits: an edit, or several made at once."""
    kind = list[Raw]
    try:
        edits = msgspec.json.decode(raw, type=kind)
    except (DecodeError, UnicodeDecodeError, RecursionError):
        edits = [raw]
    found = (decoded(TextEdit, one)[0] for one in edits)
    return lines_in([one for one in found if one is not None])


def _state(kept: bytes) -> State | None:
    try:
        return msgpack.decode(kept, type=State) if kept else None
    except DecodeError:
        return None
