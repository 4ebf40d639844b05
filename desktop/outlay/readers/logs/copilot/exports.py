"""Requests out of exported OpenTelemetry: `~/.copilot/otel/*.jsonl`, or the file its owner named.

A line is a span, a log record, or an envelope of either (`resourceSpans`); metrics and empty objects stand between
them. Attributes are an object, or a list of keys with typed values. Source: log-formats.md section 4.1.
"""

from collections.abc import Iterator
from typing import Any, Final

from msgspec import DecodeError, Struct, field, msgpack

from outlay.domain.batches import Batch
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import SessionFact, SessionKey, UsageEvent
from outlay.readers.logs.clock import Clock, moment_from
from outlay.readers.logs.copilot.databases import Source
from outlay.readers.logs.copilot.line_files import lines_of
from outlay.readers.logs.copilot.places import READER_ID, VERSION
from outlay.readers.logs.copilot.spans import Class, Span, event_of, joined, session_of
from outlay.readers.logs.copilot.yields import Claims, Yields, of_any_model
from outlay.readers.logs.lines import open_log
from outlay.readers.logs.loose import decoded, iso_text

_NANO_PER_MS: Final = 1_000_000
_MS: Final = 1000


class Context(Struct, rename="camel", gc=False):
    """Where a record belongs."""

    trace_id: str | None = None
    span_id: str | None = None


class Told(Struct, rename="camel", gc=False):
    """A span or a log record, in any of the forms exporters write."""

    trace_id: str | None = None
    span_id: str | None = None
    span_context: Context | None = None
    raw_context: Context | None = field(default=None, name="_spanContext")
    attributes: Any = None
    hr_time: Any = None
    end_time: Any = None
    end_time_unix_nano: Any = None
    time_unix_nano: Any = None
    start_time: Any = None
    resource_spans: Any = None

    @property
    def as_span(self) -> Span:
        """Its ids and attributes."""
        at = self.span_context or self.raw_context or Context()
        named = _attributes_of(self.attributes)
        return Span(self.trace_id or at.trace_id, self.span_id or at.span_id, named)

    @property
    def stamp(self) -> str | None:
        """When it ended, as ISO 8601 text."""
        times = (self.end_time_unix_nano, self.time_unix_nano, self.end_time, self.hr_time, self.start_time)
        return next((stamp for stamp in map(_stamp_of, times) if stamp is not None), None)


class Exported:
    """Takes lines and gathers the requests they tell of."""

    def __init__(self, source: Source, state: bytes, yields: Yields, claims: Claims) -> None:
        self._source = source
        self._claims = claims
        self._yields = yields
        self._clock = Clock(_moment_in(state), source.written, source.tally)
        self._events: list[UsageEvent] = []
        self._sessions: dict[SessionKey, SessionFact] = {}

    @property
    def rows(self) -> int:
        """How many facts wait."""
        return len(self._events) + len(self._sessions)

    def batch(self) -> Batch:
        """The facts since the last time."""
        batch = Batch(events=self._events, sessions=list(self._sessions.values()))
        self._events, self._sessions = [], {}
        return batch

    def state(self) -> bytes:
        """The moment of the line before."""
        return msgpack.encode(self._clock.before)

    def take(self, raw: bytes, number: int) -> None:
        """One line."""
        line, trouble = decoded(Told, raw)
        if trouble:
            self._source.tally.count(trouble, number)
        for told in _spans_in(line) if line else ():
            self._take(told, number)

    def _take(self, told: Told, number: int) -> None:
        span = told.as_span
        if span.kind is Class.OTHER:
            return
        if not span.is_sound:
            self._source.tally.count(ProblemKind.WRONG_TYPE, number)
        moment = self._clock.moment(told.stamp, number)
        if span.names:
            self._sessions[span.session] = joined(self._sessions.get(span.session), session_of(span, moment))
        keys = [of_any_model(name) for name in span.names]
        if span.has_tokens and self._yields.counts(keys, moment, self._claims):
            event = event_of(span, moment)
            if not event.model:
                self._source.tally.count(ProblemKind.NO_MODEL, number)
            self._events.append(event)


class Telling:
    """Remembers since when an export tells of each session, and reads only what was added to it."""

    def __init__(self) -> None:
        self._found: dict[str, UtcMillis] = {}
        self._bookmark: Any = None

    def claims(self, path: str) -> dict[str, UtcMillis]:
        """Sessions of the file as it lies there now; OSError when it cannot be opened."""
        with open_log(path, self._bookmark, VERSION, READER_ID) as log:
            if not log.start.offset:
                self._found = {}
            for block in log.blocks():
                for raw, _ in lines_of(block):
                    self._note(raw)
            self._bookmark = log.bookmark(log.offset, log.line, b"")
        return self._found

    def _note(self, raw: bytes) -> None:
        if b"gen_ai." not in raw:
            return
        line, _ = decoded(Told, raw)
        for told in _spans_in(line) if line else ():
            span = told.as_span
            if span.kind is not Class.OTHER and span.has_tokens:
                at = moment_from(told.stamp) or UtcMillis(0)
                for name in span.names:
                    self._found[name] = min(at, self._found.get(name, at))


def _spans_in(line: Told) -> Iterator[Told]:
    """The line itself, or the spans inside its envelope."""
    if line.resource_spans is None:
        yield line
        return
    for resource in _objects(line.resource_spans):
        for scope in _objects(resource.get("scopeSpans")):
            for one in _objects(scope.get("spans")):
                yield _told(one)


def _told(value: dict[str, Any]) -> Told:
    texts = {name: value[name] for name in ("traceId", "spanId") if isinstance(value.get(name), str)}
    return Told(
        trace_id=texts.get("traceId"),
        span_id=texts.get("spanId"),
        attributes=value.get("attributes"),
        end_time_unix_nano=value.get("endTimeUnixNano"),
        start_time=value.get("startTimeUnixNano"),
    )


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _attributes_of(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    pairs = ((one.get("key"), one.get("value")) for one in _objects(value))
    return {key: _typed(given) for key, given in pairs if isinstance(key, str)}


def _typed(given: Any) -> Any:
    """A typed value, `{"intValue": "12"}`, as what it is."""
    names = ("stringValue", "intValue", "doubleValue")
    return next((given[name] for name in names if name in given), None) if isinstance(given, dict) else given


def _stamp_of(time: Any) -> str | None:
    """A moment as seconds with nanoseconds, as nanoseconds, or as text."""
    try:
        if isinstance(time, list) and len(time) == 2 and all(map(_is_number, time)):  # noqa: PLR2004 a pair
            return iso_text(time[0] * _MS + time[1] / _NANO_PER_MS)
        if isinstance(time, str) and not time.isdecimal():
            return time or None
        if isinstance(time, str) or _is_number(time):
            return iso_text(int(time) / _NANO_PER_MS)
    except (ValueError, OverflowError):
        return None
    return None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _moment_in(state: bytes) -> UtcMillis | None:
    try:
        at = msgpack.decode(state, type=int | None) if state else None
    except DecodeError:
        return None
    return None if at is None else UtcMillis(at)
