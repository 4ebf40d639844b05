"""Sentences of the page for a 1:1: what agents helped with, what was used, how long it took."""

from collections.abc import Sequence

from outlay.domain.shared_summary import AgentClass, SharedModel, SharedSummary, SharedTime, TimeOf
from outlay.presenters.amounts import cents_of, cents_text
from outlay.presenters.tongue import Forms, decimal_sign, later, number, plural, tr
from outlay.presenters.words import joined, sentences
from outlay.rules.small_samples import FEWEST_FOR_MEDIAN

_CLASSES = {
    AgentClass.WRITTEN: Forms("{n} agent-written", "{n} agent-written"),
    AgentClass.MIXED: Forms("{n} mixed", "{n} mixed"),
    AgentClass.CONSULTED: Forms("{n} consulted", "{n} consulted"),
}
_TIMES = {
    TimeOf.TOTAL: later("From the first activity to landing"),
    TimeOf.CODING: later("Coding"),
    TimeOf.REVIEW: later("Review"),
}


def agents_text(counts: Sequence[tuple[AgentClass, int]]) -> str:
    """`Agents took part in 6 of 7 items: 3 agent-written, 2 mixed, 1 consulted. In 1 no agent was seen.`."""
    told = dict(counts)
    whole = sum(told.values())
    parts = [plural(told[one], *_CLASSES[one]) for one in _CLASSES if told.get(one)]
    took = sum(told.get(one, 0) for one in _CLASSES)
    first = plural(
        whole,
        one="Agents took part in {took} of {n} item",
        many="Agents took part in {took} of {n} items",
        took=number(took),
    )
    none, unknown = told.get(AgentClass.NONE_SEEN, 0), told.get(AgentClass.UNKNOWN, 0)
    return sentences(
        f"{first}: {', '.join(parts)}" if parts else first,
        plural(none, one="In {n} no agent was seen", many="In {n} no agent was seen") if none else "",
        plural(unknown, one="Of {n} it is unknown", many="Of {n} it is unknown") if unknown else "",
    )


def used_texts(summary: SharedSummary) -> tuple[str, ...]:
    """Tokens and models, as far as they were ticked."""
    told = []
    if summary.tokens is not None:
        told.append(sentences(_tokens(summary.tokens.input, summary.tokens.output)))
    if summary.models:
        told.append(sentences(tr("Models: {models}", models=joined([_model(one) for one in summary.models]))))
    return tuple(told)


def times_texts(times: Sequence[SharedTime]) -> tuple[str, ...]:
    """A sentence for each time that is known of any item, in days."""
    return tuple(_time(one) for one in times if one.n) or (tr("No times are known of these items."),)


def percent_text(percent: int) -> str:
    """`12 %`; what is there and less than one says so."""
    return tr("{part} %", part=percent) if percent else tr("under 1 %")


def _tokens(read: int | None, written: int | None) -> str:
    unknown = tr("unknown")
    return tr(
        "Tokens: {read} read, caches with them, and {written} written",
        read=unknown if read is None else number(read),
        written=unknown if written is None else number(written),
    )


def _model(model: SharedModel) -> str:
    if model.money is None:
        return model.name
    if model.money.percent is not None:
        part = percent_text(model.money.percent)
    elif model.money.micros is not None:
        part = cents_text(cents_of(model.money.micros))
    else:
        part = tr("no known price")
    return f"{model.name} ({part})"


def _time(time: SharedTime) -> str:
    name = tr(_TIMES[time.of])
    if time.median is None:
        few = plural(
            time.n,
            one="{n} item; a median is given from {least}",
            many="{n} items; a median is given from {least}",
            least=FEWEST_FOR_MEDIAN,
        )
        return sentences(f"{name}: {few}")
    median = tr("median {days} days", days=_days(time.median))
    if time.low is None or time.high is None:
        few = plural(time.n, one="{n} item, too few for a range", many="{n} items, too few for a range")
        return sentences(f"{name}: {median} ({few})")
    within = tr("between {low} and {high}", low=_days(time.low), high=_days(time.high))
    return sentences(f"{name}: {median}, {within} (n {number(time.n)})")


def _days(tenths: int) -> str:
    if not tenths:
        return tr("under {days}", days=f"0{decimal_sign()}1")
    whole, part = divmod(tenths, 10)
    return f"{number(whole)}{decimal_sign()}{part}"
