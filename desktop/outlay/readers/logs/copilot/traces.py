"""Requests and edits out of VS Code's `agent-traces.db`, which Copilot Chat writes when its owner asked for it.

Only spans of requests (`chat`) count: the agent's span holds their sum. VS Code deletes old spans; what was read
stays. Edits of tool spans are taken only where no chat session is on disk that has them, too. Source:
log-formats.md section 4.1.
"""

from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

import msgspec
from msgspec import Raw

from outlay.domain.batches import Batch
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import SessionFact, SessionKey
from outlay.readers.interface import PackLines
from outlay.readers.logs.clock import Clock, moment_from
from outlay.readers.logs.copilot.calls import Place, edits_of
from outlay.readers.logs.copilot.databases import Seen, Source, columns_of, new_rows, selected
from outlay.readers.logs.copilot.edits import WRITERS, changes_of, given_of
from outlay.readers.logs.copilot.records import ROWS
from outlay.readers.logs.copilot.spans import KEYS, Class, Span, event_of, joined, session_of
from outlay.readers.logs.loose import clean, iso_text
from outlay.system.other_databases import OtherDatabase

_ARGUMENTS: Final = "gen_ai.tool.call.arguments"
_FAILED: Final = 2
_AT_ONCE: Final = 200
_COLUMNS: Final = {
    "operation_name": "gen_ai.operation.name",
    "request_model": "gen_ai.request.model",
    "response_model": "gen_ai.response.model",
    "input_tokens": "gen_ai.usage.input_tokens",
    "output_tokens": "gen_ai.usage.output_tokens",
    "cached_tokens": "gen_ai.usage.cache_read.input_tokens",
    "reasoning_tokens": "gen_ai.usage.reasoning.output_tokens",
    "conversation_id": "gen_ai.conversation.id",
    "chat_session_id": "copilot_chat.chat_session_id",
}
_WANTED: Final = (
    "span_id", "trace_id", "start_time_ms", "end_time_ms", "status_code", "tool_name", "tool_call_id", *_COLUMNS
)  # fmt: skip
_HEAD: Final = 8
_KINDS: Final = frozenset({"chat", "invoke_agent", "execute_tool"})

Yielding = Callable[[Span, UtcMillis], bool]
"""Whether a request counts here."""


class Row(NamedTuple):
    """A span's row: what comes before the columns that stand for attributes."""

    number: int
    span_id: Any
    trace_id: Any
    started: Any
    ended: Any
    status: Any
    tool: Any
    call: Any


class Spans:
    """Takes rows and gathers their facts until they are asked for.

    Args:
        database: the open database.
        source: where it is, and where problems are counted.
        counts: whether a request counts here, or in a source that is trusted more.
        has_chat: whether a session's chat is on disk, so that its edits come from there.
        pack_lines: the installation's line hash.
    """

    def __init__(
        self,
        database: OtherDatabase,
        source: Source,
        counts: Yielding,
        has_chat: Callable[[str], bool],
        pack_lines: PackLines,
    ) -> None:
        self.batch = Batch()
        self._database = database
        self._source = source
        self._counts = counts
        self._has_chat = has_chat
        self._pack = pack_lines
        self._sessions: dict[SessionKey, SessionFact] = {}
        self._attributes: Attributes = {}

    @property
    def rows(self) -> int:
        """How many facts wait."""
        return self.batch.rows + len(self._sessions)

    def taken(self) -> Batch:
        """The facts since the last time."""
        batch, self.batch = self.batch, Batch()
        batch.sessions = list(self._sessions.values())
        self._sessions = {}
        return batch

    def take(self, rows: list[tuple[Any, ...]]) -> None:
        """Some rows, whose attributes are asked for at once: the table may have no index."""
        heads = [Row._make(row[:_HEAD]) for row in rows]
        self._attributes = _attributes_of(self._database, [row.span_id for row in heads], KEYS)
        writers = [row.span_id for row in heads if row.tool in WRITERS]
        for span, given in _attributes_of(self._database, writers, (_ARGUMENTS,)).items():
            self._attributes.setdefault(span, {}).update(given)
        for row, raw in zip(heads, rows, strict=True):
            self._take(row, raw[_HEAD:])

    def _take(self, row: Row, values: tuple[Any, ...]) -> None:
        named = dict(zip(_COLUMNS.values(), values, strict=True))
        operation = named["gen_ai.operation.name"]
        if not isinstance(operation, str) or operation not in _KINDS:
            return
        span = self._span(row, named)
        stamp = iso_text(row.ended if isinstance(row.ended, int | float) else row.started)
        moment = Clock(None, self._source.written, self._source.tally).moment(stamp, row.number)
        if operation == "execute_tool":
            self._edits(row, span, moment)
            return
        if span.names:
            self._sessions[span.session] = joined(self._sessions.get(span.session), session_of(span, moment))
        if span.kind is Class.CHAT:
            self._request(row, span, moment)

    def _request(self, row: Row, span: Span, moment: UtcMillis) -> None:
        if not span.is_sound:
            self._source.tally.count(ProblemKind.WRONG_TYPE, row.number)
        if not span.has_tokens or not self._counts(span, moment):
            return
        event = event_of(span, moment)
        if not event.model:
            self._source.tally.count(ProblemKind.NO_MODEL, row.number)
        self.batch.events.append(event)

    def _edits(self, row: Row, span: Span, moment: UtcMillis) -> None:
        name = row.tool if isinstance(row.tool, str) else ""
        if name not in WRITERS or row.status == _FAILED or self._has_chat(span.session.session):
            return
        arguments = span.attributes.get(_ARGUMENTS)
        if not isinstance(arguments, str):
            return
        call = clean(row.call if isinstance(row.call, str) else None) or clean(span.span) or ""
        given, trouble = given_of(Raw(msgspec.json.encode(arguments)))
        if trouble:
            self._source.tally.count(trouble, row.number)
        changes = changes_of(name, given, None, self._pack)
        self.batch.edits += edits_of(changes, Place(span.session, call, moment), None, None)

    def _span(self, row: Row, named: dict[str, Any]) -> Span:
        """A column goes before the attribute of the same meaning."""
        known = {name: value for name, value in named.items() if value is not None}
        trace, span = (value if isinstance(value, str) else None for value in (row.trace_id, row.span_id))
        return Span(trace, span, {**self._attributes.get(row.span_id, {}), **known})


Attributes = dict[Any, dict[str, Any]]
"""Attributes by name, by the span they belong to."""


def span_rows(database: OtherDatabase, seen: Seen) -> Iterator[tuple[Any, ...]]:
    """Spans that are new or changed; none where the table is another one."""
    columns = columns_of(database, "spans")
    if not columns >= {"span_id", "operation_name"}:
        return iter(())
    wanted = selected(_WANTED, columns)
    return new_rows(database, f"select rowid, {wanted} from spans where rowid > ? order by rowid", seen)  # noqa: S608


def trace_facts(spans: Spans, rows: Iterator[tuple[Any, ...]]) -> Iterator[Batch]:
    """Requests, sessions and edits of rows, in slices."""
    while some := list(islice(rows, _AT_ONCE)):
        spans.take(some)
        if spans.rows >= ROWS:
            yield spans.taken()
    yield spans.taken()


def claims_of_traces(database: OtherDatabase) -> dict[str, UtcMillis]:
    """Since when the traces tell of each session."""
    columns = columns_of(database, "spans")
    if not columns >= {"span_id", "operation_name", "start_time_ms"}:
        return {}
    names = selected(("chat_session_id", "conversation_id"), columns)
    query = f"select {names}, min(start_time_ms) from spans where operation_name = 'chat' group by 1, 2"  # noqa: S608
    found: dict[str, UtcMillis] = {}
    parents = {"copilot_chat.chat_session_id", "copilot_chat.parent_chat_session_id"}
    rows = [*database.rows(query), *_claims_of_attributes(database, parents)]
    for *named, started in rows:
        at = moment_from(iso_text(started if isinstance(started, int | float) else None)) or UtcMillis(0)
        for name in filter(None, (clean(one) for one in named if isinstance(one, str))):
            found[name] = min(at, found.get(name, at))
    return found


def _claims_of_attributes(database: OtherDatabase, keys: set[str]) -> Iterator[tuple[Any, ...]]:
    if not _has_attributes(database):
        return iter(())
    query = f"""
        select value, min(start_time_ms) from span_attributes join spans using (span_id)
        where key in ({_marks(keys)}) and operation_name = 'chat' group by 1
    """  # noqa: S608 marks
    return database.rows(query, tuple(keys))


def _attributes_of(database: OtherDatabase, spans: list[Any], keys: tuple[str, ...]) -> Attributes:
    found: Attributes = {}
    if not spans or not _has_attributes(database):
        return found
    query = f"""
        select span_id, key, value from span_attributes where span_id in ({_marks(spans)}) and key in ({_marks(keys)})
    """  # noqa: S608 marks
    for span, key, value in database.rows(query, (*spans, *keys)):
        found.setdefault(span, {})[key] = value
    return found


def _has_attributes(database: OtherDatabase) -> bool:
    return columns_of(database, "span_attributes") >= {"span_id", "key", "value"}


def _marks(values: Collection[Any]) -> str:
    return ", ".join("?" * len(values))
