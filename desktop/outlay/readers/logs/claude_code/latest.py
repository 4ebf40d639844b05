"""The request of the latest line: one response stands on several lines, with the same counters or a larger output."""

from collections.abc import Callable

from msgspec import Struct

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import UsageEvent
from outlay.readers.logs.claude_code.records import Message, Record, Usage
from outlay.readers.logs.claude_code.usage import LogPlace, events_of


class Said(Struct, gc=False):
    """One line of a response; `whole` is False when something had to be dropped from it.

    `stands_in`: its moment is not its own.
    """

    record: Record
    message: Message
    moment: UtcMillis
    number: int
    turn: int | None
    whole: bool
    stands_in: bool = False


class Latest:
    """Makes a line's request once it is known that the next line does not merely say more of it.

    Args:
        place: what the file's path says.
        tell: takes the requests of a line, once, and the line's number.
    """

    def __init__(self, place: LogPlace, tell: Callable[[list[UsageEvent], int], None]) -> None:
        self._place = place
        self._tell = tell
        self._said: Said | None = None
        self._event: UsageEvent | None = None
        self._is_told = True

    def meet(self, said: Said) -> None:
        """One more line. What repeats the line before adds nothing; what says more takes its place."""
        before = self._said
        if before is not None and _is_of_same_response(said, before):
            if said.message.usage == before.message.usage:
                return
            if not self._is_told and _only_grew(before.message.usage, said.message.usage):
                said.moment, said.stands_in = before.moment, before.stands_in
                self._said = said
                return
        self.settle()
        self._said, self._event, self._is_told = said, None, False

    def settle(self) -> UsageEvent | None:
        """The latest line's own request, which was told of by now; None when it has none."""
        said = self._said
        if said is not None and not self._is_told:
            at = (said.moment, said.number, said.turn)
            events = events_of(said.record, said.message, self._place, at, whole=said.whole)
            if said.stands_in:
                events = [event._replace(stands_in=True) for event in events]
            self._event = events[0] if events else None
            self._is_told = True
            self._tell(events, said.number)
        return self._event


def _is_of_same_response(said: Said, before: Said) -> bool:
    return (
        said.message.id is not None
        and said.message.id == before.message.id
        and said.record.request_id == before.record.request_id
        and (said.stands_in, said.moment) >= (before.stands_in, before.moment)
    )


def _only_grew(before: Usage | None, now: Usage | None) -> bool:
    """Whether a larger output is all that differs."""
    if before is None or now is None or (now.output_tokens or 0) < (before.output_tokens or 0):
        return False
    return (
        now.input_tokens == before.input_tokens
        and now.cache_read_input_tokens == before.cache_read_input_tokens
        and now.cache_creation_input_tokens == before.cache_creation_input_tokens
        and now.cache_creation == before.cache_creation
        and now.service_tier == before.service_tier
        and now.speed == before.speed
        and now.inference_geo == before.inference_geo
        and now.server_tool_use == before.server_tool_use
        and now.iterations == before.iterations
    )
