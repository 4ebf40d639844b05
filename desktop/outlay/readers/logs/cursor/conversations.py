"""Sessions and prompts out of `globalStorage/state.vscdb`, which may be several gigabytes large.

Only rows with `composerData:` and `bubbleId:` keys are looked at, and of those only what came after a prompt that was
seen before and still stands at its place. Row numbers alone would not do: a row that is changed gets a new one, the
number of a deleted last row is given out again, and compacting a database numbers all rows anew. No tokens are taken:
they are zero on current builds. Rows that vanish stay counted.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple, TypeVar

import msgspec
from msgspec import Struct
from xxhash import xxh3_64_intdigest

from outlay.domain.batches import Batch
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import SessionFact, Turn
from outlay.readers.logs.clock import Clock, moment_from
from outlay.readers.logs.cursor.databases import Slice, Source, columns_of
from outlay.readers.logs.cursor.records import PATH_LENGTH, ROWS, Bubble, Composer, session_key
from outlay.readers.logs.lines import LONGEST_LINE
from outlay.readers.logs.loose import clean, decoded, iso_text
from outlay.system.other_databases import OtherDatabase

S = TypeVar("S", bound=Struct)
_KEPT_CONVERSATIONS: Final = 400
_KEPT_ANCHORS: Final = 64
_KEPT_PASSED: Final = 16_384
_HASH_BYTES: Final = 8
_USER: Final = 1

_ANCHOR = "select key from cursorDiskKV where rowid = ?"
_CONVERSATION = "select distinct substr(key, 10, instr(substr(key, 10), ':') - 1) from cursorDiskKV where "
_OF_ALL = _CONVERSATION + "key >= 'bubbleId:' and key < 'bubbleId;'"
_OF_NEW = _CONVERSATION + "rowid > ? and +key >= 'bubbleId:' and +key < 'bubbleId;'"
_VALUE = f"length(value), case when length(value) <= {LONGEST_LINE} then cast(value as blob) end"
_BUBBLES = "select rowid, key from cursorDiskKV where key >= ? and key < ? and rowid > ?"
_BUBBLE = f"select rowid, key, {_VALUE} from cursorDiskKV where rowid = ?"  # noqa: S608 constants
_COMPOSER = f"select rowid, key, {_VALUE} from cursorDiskKV where key = ?"  # noqa: S608 constants


class Seen(Struct):
    """How far the database was read.

    `anchors` are the latest prompts: row, and hash of the key. `passed` are hashes of the keys of what is no prompt and
    stands after the last anchor. `prompts` holds eight bytes of hash for every prompt counted, by conversation, the
    one touched last at the end.
    """

    anchors: list[tuple[int, int]] = []
    passed: set[int] = set()
    prompts: dict[str, bytes] = {}


class Prompt(NamedTuple):
    """A user's bubble: its row, a hash of its key, and its moment as text."""

    row: int
    ident: int
    stamp: str | None


class Row(NamedTuple):
    """A row as it comes out of the table; `value` is None when it is none, or too long."""

    number: int
    key: str
    length: int | None
    value: bytes | None


def conversation_facts(database: OtherDatabase, kept: bytes, source: Source) -> Iterator[Slice]:
    """Sessions and turns that are new since the kept state."""
    if not {"key", "value"} <= columns_of(database, "cursorDiskKV"):
        yield Batch(), kept
        return
    seen = _seen(kept)
    since = _last_anchor(database, seen)
    talk = Conversations(database, seen, source)
    for conversation in _conversations(database, since):
        talk.take(conversation, since)
        if talk.batch.rows >= ROWS:
            yield talk.taken(), msgspec.msgpack.encode(seen)
    talk.end()
    yield talk.taken(), msgspec.msgpack.encode(seen)


class Conversations:
    """Goes through conversations and notes in `seen` what was counted."""

    def __init__(self, database: OtherDatabase, seen: Seen, source: Source) -> None:
        self.batch = Batch()
        self._anchors = {*seen.anchors}
        self._passed: list[tuple[int, int]] = []
        self._database = database
        self._seen = seen
        self._source = source

    def taken(self) -> Batch:
        """The facts since the last time."""
        batch, self.batch = self.batch, Batch()
        _forget(self._seen)
        return batch

    def end(self) -> None:
        """Everything is read: the next reading begins after the last prompt."""
        anchors = sorted(self._anchors)[-_KEPT_ANCHORS:]
        last = anchors[-1][0] if anchors else 0
        after = {ident for row, ident in self._passed if row > last}
        if anchors[-1:] == self._seen.anchors[-1:]:
            after |= self._seen.passed
        self._seen.anchors = anchors
        self._seen.passed = set(islice(after, _KEPT_PASSED))

    def take(self, conversation: str, since: int) -> None:
        """Prompts of one conversation in rows after `since`; all of them when nothing is known of it."""
        counted = self._seen.prompts.pop(conversation, None)
        known = _unpacked(counted or b"")
        new = self._prompts(conversation, 0 if counted is None else since, known)
        self._seen.prompts[conversation] = _packed([*known, *(one.ident for one in new)])
        if new or counted is None:
            self._tell(conversation, new, len(known))

    def _tell(self, conversation: str, new: list[Prompt], before: int) -> None:
        """The session, and a turn for every new prompt; one an agent was started with is no turn."""
        composer, clock = self._composer(conversation)
        started = clock.before
        moments = [clock.moment(one.stamp, one.row) for one in sorted(new, key=_order(started))]
        parent = clean(composer.parent)
        session = session_key(parent, conversation) if parent else session_key(conversation)
        first = min([*moments, *([] if started is None else [started])], default=None)
        folder = clean(composer.folder, PATH_LENGTH)
        self.batch.sessions.append(SessionFact(session, session.session, parent, first, folder))
        if not parent:
            turns = (Turn(session, number, moment) for number, moment in enumerate(moments, before + 1))
            self.batch.turns += turns

    def _prompts(self, conversation: str, since: int, known: Collection[int]) -> list[Prompt]:
        low, high = f"bubbleId:{conversation}:", f"bubbleId:{conversation};"
        prompts = []
        for number, key in list(self._database.rows(_BUBBLES, (low, high, since))):
            ident = xxh3_64_intdigest(key.encode())
            if ident in known:
                self._anchors.add((number, ident))
            elif ident not in self._seen.passed:
                prompts += self._prompt(number, ident)
        return prompts

    def _prompt(self, number: int, ident: int) -> list[Prompt]:
        for row in map(Row._make, self._database.rows(_BUBBLE, (number,))):
            bubble = self._decoded(Bubble, row)
            if bubble is not None and bubble.type == _USER:
                self._anchors.add((number, ident))
                return [Prompt(number, ident, iso_text(bubble.created_at))]
            if row.length is not None:
                self._passed.append((number, ident))
        return []

    def _composer(self, conversation: str) -> tuple[Composer, Clock]:
        """What is known of a conversation, and a clock that stands where it began."""
        clock = Clock(None, self._source.written, self._source.tally)
        rows = self._database.rows(_COMPOSER, (f"composerData:{conversation}",))
        for row in map(Row._make, rows):
            composer = self._decoded(Composer, row)
            created = iso_text(composer.created_at) if composer else None
            if created is not None:
                clock.moment(created, row.number)
            return composer or Composer(), clock
        return Composer(), clock

    def _decoded(self, kind: type[S], row: Row) -> S | None:
        if row.value is None:
            if row.length is not None:
                self._source.tally.count(ProblemKind.TOO_LONG, row.number)
            return None
        value, trouble = decoded(kind, row.value)
        if trouble:
            self._source.tally.count(trouble, row.number)
        return value


def _conversations(database: OtherDatabase, since: int) -> list[str]:
    """Conversations with rows after a row. A key with a line break in its middle is a tool's, not a bubble's."""
    rows = database.rows(_OF_NEW, (since,)) if since else database.rows(_OF_ALL)
    return [name for (name,) in rows if isinstance(name, str) and name and "\n" not in name]


def _last_anchor(database: OtherDatabase, seen: Seen) -> int:
    """The row of the latest prompt that stands where it stood; 0 when none does."""
    for number, known in sorted(seen.anchors, reverse=True):
        for (key,) in database.rows(_ANCHOR, (number,)):
            if xxh3_64_intdigest(key.encode()) == known:
                return number
    return 0


def _order(started: UtcMillis | None) -> Callable[[Prompt], tuple[int, int]]:
    """Prompts by their moment; those without one stand at the conversation's beginning, by row."""
    return lambda one: (moment_from(one.stamp) or started or 0, one.row)


def _packed(idents: Iterable[int]) -> bytes:
    return b"".join(ident.to_bytes(_HASH_BYTES, "little") for ident in idents)


def _unpacked(idents: bytes) -> dict[int, None]:
    """Hashes in their order, quick to look up."""
    pieces = (idents[at : at + _HASH_BYTES] for at in range(0, len(idents), _HASH_BYTES))
    return {int.from_bytes(piece, "little"): None for piece in pieces}


def _forget(seen: Seen) -> None:
    """Keep what was touched last; a forgotten conversation that grows is read whole once more."""
    for conversation in list(seen.prompts)[:-_KEPT_CONVERSATIONS]:
        del seen.prompts[conversation]


def _seen(kept: bytes) -> Seen:
    try:
        return msgspec.msgpack.decode(kept, type=Seen) if kept else Seen()
    except msgspec.DecodeError:
        return Seen()
