"""Requests whose lines are still being met: one response is written on several lines, its output growing."""

from outlay.domain.usage import UsageEvent
from outlay.rules.copies import better_line

_KEPT = 3
"""Responses a bookmark holds, so that one split over two readings is never handed over smaller than before."""


class Responses:
    """Merges the lines of each response, by message and request key."""

    def __init__(self, latest: list[UsageEvent]) -> None:
        self._open: dict[str, dict[str, UsageEvent]] = {}
        self._changed: dict[tuple[str, str], None] = {}
        for event in latest:
            self._open.setdefault(event.message_key, {})[event.request_key] = event

    @property
    def changed(self) -> int:
        """How many changed since they were taken."""
        return len(self._changed)

    def add(self, event: UsageEvent) -> None:
        """One more line; one without a request id belongs to the line of its message that has one."""
        copies = self._open.setdefault(event.message_key, {})
        request = event.request_key or next(iter(copies), "")
        nameless = copies.pop("", None) if request else None
        for known in (nameless, copies.get(request)):
            event = _completed(better_line(known, event), known, event) if known else event
        copies[request] = event if event.request_key == request else event._replace(request_key=request)
        self._changed[event.message_key, request] = None

    def searched(self, event: UsageEvent, times: int) -> None:
        """Web searches told by results so far; the response's own counter goes first when it counts any."""
        if event.web_searches:
            return
        known = self._open.get(event.message_key, {}).get(event.request_key, event)
        self.add(known._replace(web_searches=max(known.web_searches or 0, times)))

    def take(self) -> list[UsageEvent]:
        """The changed ones; all but the latest are forgotten."""
        taken = [self._open[key][request] for key, request in self._changed if request in self._open[key]]
        self._changed = {}
        for key in list(self._open)[:-_KEPT]:
            del self._open[key]
        return taken

    def latest(self) -> list[UsageEvent]:
        """The ones a bookmark should hold."""
        return [event for copies in list(self._open.values())[-_KEPT:] for event in copies.values()]


def _completed(best: UsageEvent, one: UsageEvent, two: UsageEvent) -> UsageEvent:
    """The better line with what only the other says of how the request was served."""
    served = (
        best.service_tier or one.service_tier or two.service_tier,
        best.speed or one.speed or two.speed,
        best.geography or one.geography or two.geography,
    )
    if served == (best.service_tier, best.speed, best.geography):
        return best
    return best._replace(service_tier=served[0], speed=served[1], geography=served[2])
