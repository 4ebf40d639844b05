"""What a session took, out of its journal: running totals at each shutdown, and output until then.

A session may be closed and resumed. Its totals go on over such legs, so a leg is the growth of each model; a total that
fell is a new count, and a compaction begins one, too. Until a shutdown is written only the output of single answers is
known; the shutdown takes its place, because both share a message key. Source: log-formats.md section 4.1.
"""

from collections.abc import Iterator

from msgspec import Struct

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Quality, SessionKey, TokenCounts, UsageEvent
from outlay.readers.logs.copilot.charges import charge_of
from outlay.readers.logs.copilot.records import MOST, Count, counts_of
from outlay.readers.logs.loose import clean


class Requests(Struct, gc=False):
    """How many requests a model answered, and what they cost in premium requests."""

    count: Count | None = None
    cost: float | None = None


class Usage(Struct, rename="camel", gc=False):
    """A model's tokens; input holds what was read from and written to the cache, output the reasoning."""

    input_tokens: Count | None = None
    output_tokens: Count | None = None
    cache_read_tokens: Count | None = None
    cache_write_tokens: Count | None = None
    reasoning_tokens: Count | None = None


class Metrics(Struct, rename="camel", gc=False):
    """What one model came to so far."""

    requests: Requests | None = None
    usage: Usage | None = None
    total_nano_aiu: Count | None = None


class Total(Struct, gc=False):
    """The same in a row, as a bookmark keeps it: five token counters, nano units, millionths of premium requests."""

    counts: list[int | None]

    def since(self, before: "Total | None") -> "Total":
        """The growth since an earlier total; all of it where something fell."""
        pairs = list(zip(self.counts, before.counts if before else (), strict=before is not None))
        if not pairs or any(new is not None and new < (old or 0) for new, old in pairs):
            return self
        return Total([None if new is None else new - (old or 0) for new, old in pairs])

    def or_else(self, before: "Total | None") -> "Total":
        """The same, with earlier counters where this one lacks them."""
        if before is None:
            return self
        pairs = zip(self.counts, before.counts, strict=True)
        return Total([old if new is None else new for new, old in pairs])

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was used."""
        return not any(self.counts)


class Legs(Struct, omit_defaults=True):
    """How far a session came: the totals of its last shutdown, and the output since, by model.

    `anchor` is the id of the record the present leg began with, `told` the outputs handed over.
    """

    anchor: str = ""
    totals: dict[str, Total] = {}
    running: dict[str, int] = {}
    told: dict[str, int] = {}

    def answered(self, model: str, output: int) -> None:
        """An answer's output, which no total holds yet."""
        self.running[model] = min(self.running.get(model, 0) + output, MOST)

    def news(self) -> dict[str, int]:
        """Outputs that grew since they were asked for."""
        grown = {model: output for model, output in self.running.items() if self.told.get(model) != output}
        self.told = dict(self.running)
        return grown

    def compacted(self) -> None:
        """Totals begin anew."""
        self.totals = {}

    def closed(
        self, metrics: dict[str, Metrics], whole_nano: int | None, ident: str
    ) -> Iterator[tuple[str, Total]]:
        """What each model took in the leg that ends with a shutdown; the next leg begins with its id."""
        alone = whole_nano if len(metrics) == 1 else None
        for name, one in metrics.items():
            total = _total_of(one, alone)
            before = self.totals.get(name)
            growth = total.since(before)
            self.totals[name] = total.or_else(before)
            if not growth.is_nothing:
                yield name, growth
        self.anchor, self.running, self.told = ident, {}, {}


def event_of_leg(
    session: SessionKey, model: str, leg: Total, keys: tuple[str, str], moment: UtcMillis
) -> UsageEvent:
    """One model's share of a leg. `keys` are the ids of the records it began and ended with."""
    *tokens, nano, premium = leg.counts
    charge = charge_of(nano, None if premium is None else premium / 1_000_000)
    return UsageEvent(
        f"copilot:{keys[0]}",
        f"{keys[1]}:{model}",
        session,
        moment,
        model,
        counts_of(*tokens),
        reported_micros=charge.micros,
        quality=Quality.SESSION_TOTAL,
        reported_unit=charge.unit,
        reported_units=charge.units,
    )


def event_of_running(
    session: SessionKey, model: str, output: int, anchor: str, moment: UtcMillis
) -> UsageEvent:
    """Output of answers no shutdown has told of yet; it stops counting when one does."""
    return UsageEvent(
        f"copilot:{anchor}",
        f"{session.session}:{model}",
        session,
        moment,
        model,
        TokenCounts(output=output),
        sidechain=True,
        quality=Quality.PARTIAL,
    )


def _total_of(metrics: Metrics, whole_nano: int | None) -> Total:
    usage = metrics.usage or Usage()
    nano = whole_nano if metrics.total_nano_aiu is None else metrics.total_nano_aiu
    cost = metrics.requests.cost if metrics.requests else None
    premium = round(cost * 1_000_000) if cost is not None and 0 <= cost < 1e9 else None  # noqa: PLR2004 sane
    return Total(
        [
            usage.input_tokens,
            usage.output_tokens,
            usage.cache_read_tokens,
            usage.cache_write_tokens,
            usage.reasoning_tokens,
            nano,
            premium,
        ]
    )


def named(metrics: dict[str, Metrics]) -> dict[str, Metrics]:
    """Metrics by clean names."""
    return {clean(name) or "": one for name, one in metrics.items()}
