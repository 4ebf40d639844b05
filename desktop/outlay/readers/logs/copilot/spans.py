"""What a span or a log record of Copilot's OpenTelemetry says, alike for the database and for exported files.

One request may be told of by its own span, by a log record, by the record of a turn, and in the sum of the agent's
span. All of one trace share a message key, and the store's rule of replays lets the best class count: a span of a
request before a record (`sidechain`), a record of a request before one of a turn (`nested`), and an agent's span (no
request key) only where nothing else is. Source: log-formats.md section 4.1, and the GenAI semantic conventions.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Quality, SessionFact, SessionKey, UsageEvent
from outlay.readers.logs.copilot.charges import charge_of
from outlay.readers.logs.copilot.records import MOST, counts_of, session_key
from outlay.readers.logs.loose import clean

_INPUT: Final = ("gen_ai.usage.input_tokens",)
_OUTPUT: Final = ("gen_ai.usage.output_tokens",)
_READ: Final = ("gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens")
_WRITE: Final = ("gen_ai.usage.cache_creation.input_tokens", "gen_ai.usage.cache_write.input_tokens")
_REASONING: Final = ("gen_ai.usage.reasoning.output_tokens", "gen_ai.usage.reasoning_tokens")
_NANO: Final = ("copilot_chat.copilot_usage_nano_aiu", "github.copilot.nano_aiu")
_SESSION: Final = ("copilot_chat.chat_session_id", "copilot_chat.session_id", "gen_ai.conversation.id")
_PARENT: Final = ("copilot_chat.parent_chat_session_id",)
_MODEL: Final = ("gen_ai.response.model", "gen_ai.request.model")
_BRANCH: Final = ("github.copilot.git.branch", "copilot_chat.repo.head_branch_name")
_COMMIT: Final = ("github.copilot.git.commit_sha", "copilot_chat.repo.head_commit_hash")
_RESPONSE: Final = ("gen_ai.response.id",)
_OPERATION: Final = ("gen_ai.operation.name",)
_EVENT: Final = ("event.name",)
KEYS: Final = (
    _INPUT + _OUTPUT + _READ + _WRITE + _REASONING + _NANO + _SESSION + _PARENT + _MODEL + _BRANCH + _COMMIT
) + (_RESPONSE + _OPERATION + _EVENT)
"""Every attribute that is looked at; no prompt or answer is among them."""


class Class(StrEnum):
    """What tells of a request, best first; OTHER tells of none."""

    CHAT = "chat"
    RECORD = "record"
    TURN = "turn"
    AGENT = "agent"
    OTHER = "other"


_EVENTS: Final = {
    "gen_ai.client.inference.operation.details": Class.RECORD,
    "copilot_chat.agent.turn": Class.TURN,
}
_OPERATIONS: Final = {"chat": Class.CHAT, "invoke_agent": Class.AGENT}


class Span(NamedTuple):
    """A span or a record: its ids, and its attributes by name, of any type."""

    trace: str | None
    span: str | None
    attributes: Mapping[str, Any]

    @property
    def kind(self) -> Class:
        """What it tells of. A record names the operation of its request, too."""
        event = self.text(_EVENT)
        if event is not None:
            return _EVENTS.get(event, Class.OTHER)
        return _OPERATIONS.get(self.text(_OPERATION) or "", Class.OTHER)

    @property
    def has_tokens(self) -> bool:
        """Whether it says what a request took."""
        return self.number(_INPUT) is not None or self.number(_OUTPUT) is not None

    @property
    def is_sound(self) -> bool:
        """Whether every counter it has is one."""
        names = _INPUT + _OUTPUT + _READ + _WRITE + _REASONING + _NANO
        given = [name for name in names if self.attributes.get(name) is not None]
        return all(self.number((name,)) is not None for name in given)

    @property
    def session(self) -> SessionKey:
        """The conversation; one an agent started belongs to the one above."""
        own = self.text(_SESSION) or clean(self.trace) or self.text(_RESPONSE) or ""
        parent = self.text(_PARENT)
        return session_key(parent, own) if parent and parent != own else session_key(own)

    @property
    def names(self) -> list[str]:
        """Every name the session goes by here; conversations are named by request in some builds."""
        named = [self.text((name,)) for name in (*_SESSION, *_PARENT)]
        return list(dict.fromkeys(name for name in named if name))

    def text(self, names: tuple[str, ...]) -> str | None:
        """The first of some attributes that is a text."""
        values = (self.attributes.get(name) for name in names)
        return next((clean(value) for value in values if isinstance(value, str) and value), None)

    def number(self, names: tuple[str, ...]) -> int | None:
        """The first of some attributes that is a counter, given as number or as text."""
        return next(
            (found for found in map(_count, map(self.attributes.get, names)) if found is not None), None
        )


def event_of(span: Span, moment: UtcMillis) -> UsageEvent:
    """The request a span or record tells of."""
    whole, output = span.number(_INPUT), span.number(_OUTPUT)
    charge = charge_of(span.number(_NANO))
    kind = span.kind
    return UsageEvent(
        f"copilot:{clean(span.trace) or span.text(_RESPONSE) or span.session.session}",
        _request_key(span, kind, f"{whole}-{output}"),
        span.session,
        moment,
        span.text(_MODEL) or "",
        counts_of(whole, output, span.number(_READ), span.number(_WRITE), span.number(_REASONING)),
        branch=span.text(_BRANCH),
        sidechain=kind in {Class.RECORD, Class.TURN},
        nested=kind is Class.TURN,
        reported_micros=charge.micros,
        quality=Quality.SESSION_TOTAL if kind is Class.AGENT else Quality.EXACT,
        reported_unit=charge.unit,
        reported_units=charge.units,
    )


def session_of(span: Span, moment: UtcMillis) -> SessionFact:
    """What a span says of its session."""
    key = span.session
    parent = key.session if key.agent else None
    commit = span.text(_COMMIT)
    return SessionFact(key, key.session, parent, moment, None, span.text(_BRANCH), commit)


def joined(known: SessionFact | None, fact: SessionFact) -> SessionFact:
    """One fact of two about a session: the earliest start, and the first known of each other field."""
    if known is None:
        return fact
    started = min((at for at in (known.started, fact.started) if at is not None), default=None)
    branch, commit = known.branch or fact.branch, known.commit or fact.commit
    return known._replace(started=started, branch=branch, commit=commit)


def _request_key(span: Span, kind: Class, counts: str) -> str:
    """Several requests may stand in one span's records, so their counts tell them apart."""
    if kind is Class.AGENT:
        return ""
    if kind is Class.CHAT:
        return clean(span.span) or counts
    return f"log:{clean(span.span) or span.text(_RESPONSE) or ''}:{counts}"


def _count(value: Any) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 20:  # noqa: PLR2004 digits
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    is_count = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST
    return value if is_count else None
