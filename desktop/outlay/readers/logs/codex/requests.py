"""Billable requests of one thread: each as one usage event with a key that copies of the line share.

Source: log-formats.md section 2.4 A (a record for each request), B (running totals before it) and D (model).
"""

from xxhash import xxh3_64_intdigest

from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import Quality, SessionKey, UsageEvent
from outlay.readers.logs.clock import Clock
from outlay.readers.logs.codex.records import Info, Payload, Usage, short_name
from outlay.readers.logs.codex.state import KEPT_RESPONSES, State
from outlay.readers.logs.codex.tokens import Vector, counts_something, growth_of, tokens_of, vector_of
from outlay.readers.logs.lines import Tally

MOST_REMEMBERED = 200_000
"""How many requests of one file are remembered while it is read; the oldest are forgotten first."""

UNNAMED_MODEL = "gpt-5"
"""What Codex ran before it named its model in the log."""


class Requests:
    """Turns token lines into events; `clock` gave the moment of each."""

    def __init__(self, state: State, tally: Tally, clock: Clock) -> None:
        self.events: list[UsageEvent] = []
        self._state = state
        self._tally = tally
        self._clock = clock

    def record(self, payload: Payload, at: UtcMillis, number: int) -> None:
        """A `token_usage_record`: from the first one on, running totals are no longer counted."""
        self._state.has_records = True
        usage = payload.usage
        if usage is None or not counts_something(usage):
            self._tally.count(ProblemKind.WRONG_TYPE, number)
            return
        thread = short_name(payload.thread_id) or self._state.thread
        name = short_name(payload.response_id) or self._number(vector_of(payload.thread_token_usage))
        if self._is_first(f"{thread}:{name}", usage, number):
            doubtful = self._state.partial and thread != self._state.thread
            self._emit(f"codex:{thread}:{name}", usage, at, self._model(payload, number), doubtful=doubtful)

    def count(self, info: Info, at: UtcMillis, number: int) -> None:
        """A `token_count`: what the running total grew by, unless records tell it better."""
        state = self._state
        growth = growth_of(info, state.previous)
        state.previous = growth.total or state.previous
        if state.has_records:
            return
        if growth.fell:
            state.resets += 1
            self._tally.count(ProblemKind.COUNTER_FELL, number)
        if growth.usage is not None:
            key = f"codex:{state.thread}:{self._number(growth.total)}"
            model = state.model or short_name(info.model) or self._unnamed(number)
            self._emit(key, growth.usage, at, model, doubtful=state.partial)

    def _is_first(self, name: str, usage: Usage, number: int) -> bool:
        """Whether a request was not met before. Of two payloads under one name the first holds."""
        request, payload = _hash(name), _hash(str(vector_of(usage)))
        responses = self._state.responses
        if request in responses:
            if responses[request] != payload:
                self._tally.count(ProblemKind.CONFLICT, number)
            return False
        responses[request] = payload
        if len(responses) > MOST_REMEMBERED:
            responses.pop(next(iter(responses)))
        return True

    def _number(self, total: Vector | None) -> str:
        """The running total names a request: it is the same in every copy of the line."""
        if total is None:
            self._state.unnumbered += 1
            return f"#{self._state.unnumbered}"
        return "-".join(map(str, total[:4])) + f":{self._state.resets}"

    def _model(self, payload: Payload, number: int) -> str:
        of_turn = self._state.turn_models.get(payload.turn_id or "")
        return of_turn or self._state.model or self._unnamed(number)

    def _unnamed(self, number: int) -> str:
        self._tally.count(ProblemKind.NO_MODEL, number)
        return ""

    def _emit(self, key: str, usage: Usage, at: UtcMillis, model: str, *, doubtful: bool) -> None:
        state = self._state
        quality = Quality.PARTIAL if doubtful else Quality.EXACT if model else Quality.ESTIMATED
        self.events.append(
            UsageEvent(
                message_key=key,
                request_key="",
                session=SessionKey("codex", state.thread),
                moment=at,
                model=model or UNNAMED_MODEL,
                tokens=tokens_of(usage),
                cwd=state.cwd,
                branch=state.branch,
                turn=state.turn or None,
                route=state.route,
                quality=quality,
                stands_in=self._clock.stands_in,
            )
        )


def newest_responses(responses: dict[int, int]) -> dict[int, int]:
    """The counted requests a bookmark remembers."""
    return dict(list(responses.items())[-KEPT_RESPONSES:])


def _hash(text: str) -> int:
    return xxh3_64_intdigest(text.encode("utf-8", "replace"))
