"""One message as any of the tool's stores holds it, and the requests behind it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import xxhash

from outlay.domain.moments import UtcMillis, datetime_of
from outlay.domain.usage import TokenCounts
from outlay.readers.logs.opencode.fields import Fields, Note, fields_from
from outlay.readers.logs.opencode.places import TOOL

_SECONDS_END: Final = 10**12
"""What is smaller is no moment in milliseconds of the tool's time, but one in seconds."""

_LAST: Final = "9999-12-31T23:59:59+00:00"


class Stored(NamedTuple):
    """A message as it was found. `data` and `parts` are JSON; `kind` is its role where a column holds it."""

    ident: str
    session: str
    created: int | None
    stamp: int
    row: int
    data: bytes | None
    parts: tuple[bytes | None, ...]
    kind: str | None = None


class Usage(NamedTuple):
    """What one request used. `number` is empty, or tells requests of one message apart, from 1."""

    number: str
    tokens: TokenCounts
    micros: int | None


@dataclass(slots=True)
class Message:
    """A decoded message. `parts` are tool calls, step ends and the like."""

    ident: str
    role: str | None
    data: Fields
    parts: list[Fields]
    created: int | None
    is_ended: bool


class Request:
    """What an assistant's message says of the requests behind it."""

    def __init__(self, message: Message) -> None:
        data, self._parts = message.data, message.parts
        named = data.inner("model") if "modelID" not in data else data
        self.model = data.text("modelID") or named.text("id") or ""
        self.provider = data.text("providerID") or named.text("providerID")
        self.tokens = token_counts(data.inner("tokens"))
        self._micros = data.micros("cost")
        self._created = message.created
        self._ident = message.ident

    @cached_property
    def key(self) -> str:
        """What tells it from every other one, also where it was copied to under new ids.

        A fork keeps moment, model and tokens; so does the move from one form of storage to the next.
        """
        if self._created is None:
            return f"{TOOL}:{self._ident}"
        counts = ",".join("" if count is None else str(count) for count in self.tokens)
        return f"{TOOL}:{self._created}:{_hash(f'{self.model}:{counts}')}"

    def usages(self) -> list[Usage]:
        """Each request with what it used; none when nothing was used.

        A message's own tokens are those of its last request, its cost is that of all: where there were several,
        the ends of the steps tell them apart.
        """
        steps = [part for part in self._parts if part.text("type") == "step-finish"]
        told = [(token_counts(step.inner("tokens")), step.micros("cost")) for step in steps]
        used = [(tokens, micros) for tokens, micros in told if tokens.total]
        if len(used) > 1:
            return [Usage(str(number), *one) for number, one in enumerate(used, 1)]
        return [Usage("", self.tokens, self._micros)] if self.tokens.total or self._micros else []


def message_from(stored: Stored, note: Note) -> Message | None:
    """The message; None, and counted, when it cannot be understood."""
    data = fields_from(stored.data, note)
    if data is None:
        return None
    time = data.inner("time")
    role = stored.kind or data.text("role")
    if stored.kind is None:
        parts = [part for part in (fields_from(one, note) for one in stored.parts) if part is not None]
    else:
        parts = data.items("content") if role == "assistant" else []
    ended = "completed" in time or "error" in data
    return Message(stored.ident, role, data, parts, time.count("created") or stored.created, ended)


def token_counts(tokens: Fields) -> TokenCounts:
    """Counters that do not overlap. The log's output is without reasoning, ours with it."""
    cache, output, reasoning = tokens.inner("cache"), tokens.count("output"), tokens.count("reasoning")
    known = [count for count in (output, reasoning) if count is not None]
    return TokenCounts(
        input_uncached=tokens.count("input"),
        cache_read=cache.count("read"),
        cache_write_unsplit=cache.count("write"),
        output=sum(known) if known else None,
        reasoning=reasoning,
    )


def _hash(text: str) -> str:
    return xxhash.xxh3_64_hexdigest(text.encode(errors="replace"))


def iso_text(epoch: int | None) -> str | None:
    """An epoch as the family's clock takes it; None for none. A wild one comes out as the last moment there is."""
    if not epoch:
        return None
    try:
        return datetime_of(UtcMillis(millis_of(epoch))).isoformat()
    except OverflowError:
        return _LAST


def millis_of(epoch: int) -> int:
    """Milliseconds, whether an epoch was in them or in seconds."""
    return epoch * 1000 if epoch < _SECONDS_END else epoch
