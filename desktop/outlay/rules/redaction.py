"""Leaves out of a period's answer what was not ticked. The one maker of what leaves the machine."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form
from outlay.domain.items import Item
from outlay.domain.moments import day_of
from outlay.domain.money import split_whole
from outlay.domain.shared_summary import (
    AgentClass,
    SharedItem,
    SharedModel,
    SharedMoney,
    SharedName,
    SharedNotes,
    SharedOutcomes,
    SharedSpend,
    SharedSummary,
    SharedTime,
    SharedTokens,
    TimeOf,
    WentTo,
    take_seal,
)
from outlay.domain.sharing import AmountsShown, OwnTopic, Reveal, Section, SharingAnswer, Ticks
from outlay.rules.agent_classes import class_of
from outlay.rules.pseudonyms import pseudonyms
from outlay.rules.shared_titles import GONE, on_one_line, own_text, parts_of_name, shared_title
from outlay.rules.small_samples import share_range, summary
from outlay.rules.sums import add_unknown

_SEAL = take_seal()
_WHOLE = 100
_TENTH_OF_A_DAY = 24 * 60 * 60 * 1000 // 10
_WENT = {
    ItemState.SETTLING: WentTo.SHIPPED,
    ItemState.HELD: WentTo.SHIPPED,
    ItemState.IN_FLIGHT: WentTo.OPEN,
    ItemState.SET_ASIDE: WentTo.SET_ASIDE,
    ItemState.REVERTED: WentTo.REVERTED,
}


def redacted(answer: SharingAnswer, ticks: Ticks, key: bytes) -> SharedSummary:
    """A period's answer with nothing in it that was not ticked.

    Args:
        answer: everything that is known.
        ticks: what may leave.
        key: decides the letters that stand for names; one of its own for each export.
    """
    sections = tuple(one for one in Section if one in ticks.sections)
    with_money = Section.MONEY in ticks.sections
    shows = ticks.amounts is not AmountsShown.NONE
    return SharedSummary(
        start=answer.period.start,
        end=answer.period.end,
        sample=answer.sample,
        sections=sections,
        reveal=tuple(one for one in Reveal if one in ticks.reveal),
        amounts=ticks.amounts,
        words=_words(answer.words) if Section.WORDS in ticks.sections else (),
        shipped=_shipped(answer, ticks, key) if Section.SHIPPED in ticks.sections else None,
        agents=_agents(answer.shipped or ()) if Section.AGENTS in ticks.sections else (),
        spend=_spend(answer, ticks.amounts) if shows and with_money else None,
        tokens=_tokens(answer) if with_money and Reveal.TOKENS in ticks.reveal else None,
        models=_models(answer, ticks.amounts) if with_money and Reveal.MODELS in ticks.reveal else (),
        times=_times(answer.shipped or ()) if Section.TIMES in ticks.sections else (),
        outcomes=_outcomes(answer) if Section.OUTCOMES in ticks.sections else None,
        notes=_notes(answer, shows=shows),
        seal=_SEAL,
    )


def _words(words: Mapping[OwnTopic, str]) -> tuple[tuple[OwnTopic, str], ...]:
    told = ((topic, own_text(words.get(topic, ""))) for topic in OwnTopic)
    return tuple((topic, text) for topic, text in told if text)


class _Names(NamedTuple):
    """Letters for the names of one export, each kind by itself."""

    repositories: Mapping[str, str]
    branches: Mapping[str, str]
    tickets: Mapping[str, str]
    reveal: frozenset[Reveal]
    hidden: Mapping[str, str]
    """Every name that a title must not tell, and what stands for it."""

    def repository(self, name: str | None) -> SharedName | None:
        """A repository as it leaves."""
        return _named(name, self.repositories, shown=Reveal.REPOSITORIES in self.reveal)

    def branch(self, name: str | None) -> SharedName | None:
        """A branch as it leaves."""
        return _named(name, self.branches, shown=Reveal.BRANCHES in self.reveal)

    def ticket(self, name: str | None) -> SharedName | None:
        """A ticket as it leaves."""
        return _named(name, self.tickets, shown=Reveal.TICKETS in self.reveal)


def _named(name: str | None, letters: Mapping[str, str], *, shown: bool) -> SharedName | None:
    return None if name is None else SharedName(on_one_line(name) if shown else None, letters[name])


def _names(items: Sequence[Item], known: Iterable[Item], reveal: frozenset[Reveal], key: bytes) -> _Names:
    """Letters for what is listed alone: one that is missing would tell of work that is not."""
    return _Names(
        pseudonyms((one.repository for one in items if one.repository), b"r" + key),
        pseudonyms((name for one in items if (name := _branch_of(one))), b"b" + key),
        pseudonyms((name for one in items if (name := _ticket_of(one))), b"t" + key),
        reveal,
        _hidden((*items, *known), reveal),
    )


def _hidden(items: Sequence[Item], reveal: frozenset[Reveal]) -> Mapping[str, str]:
    names = {
        Reveal.REPOSITORIES: [part for one in items for part in parts_of_name(one.repository or "")],
        Reveal.BRANCHES: [_branch_of(one) or "" for one in items],
        Reveal.TICKETS: [key for one in items for key in (_ticket_of(one) or "", *one.tickets)],
    }
    return {name: GONE for kind, told in names.items() if kind not in reveal for name in told if name}


def _branch_of(item: Item) -> str | None:
    """The branch an item is called by; None for other items."""
    return item.item.split(":", 2)[2] if item.form is Form.BRANCH and item.item.count(":") > 1 else None


def _ticket_of(item: Item) -> str | None:
    """The key of an item's first ticket."""
    if item.form is Form.TICKET:
        return item.item.partition(":")[2].rsplit("/", 1)[-1]
    return item.tickets[0].rsplit("/", 1)[-1] if item.tickets else None


def _shipped(answer: SharingAnswer, ticks: Ticks, key: bytes) -> tuple[SharedItem, ...] | None:
    if answer.shipped is None:
        return None
    names = _names(answer.shipped, answer.work.items, ticks.reveal, key)
    money = _money([one.in_period.direct for one in answer.shipped], answer.work.total_micros, ticks.amounts)
    return tuple(
        SharedItem(
            form=one.form,
            kind=one.kind,
            state=one.state,
            title=_title(one, names),
            repository=names.repository(one.repository),
            branch=names.branch(_branch_of(one)),
            ticket=names.ticket(_ticket_of(one)),
            money=part,
        )
        for one, part in zip(answer.shipped, money, strict=True)
    )


def _title(item: Item, names: _Names) -> str | None:
    """None where it was not ticked; a branch's title is its name, which has a tick of its own."""
    if Reveal.TITLES not in names.reveal or item.title == _branch_of(item):
        return None
    return shared_title(item.title, names.hidden, tickets=Reveal.TICKETS in names.reveal)


def _money(parts: Sequence[int], whole: int, shown: AmountsShown) -> list[SharedMoney | None]:
    if shown is AmountsShown.NONE:
        return [None] * len(parts)
    if shown is AmountsShown.MONEY:
        return [SharedMoney(micros, None) for micros in parts]
    percents = _percents(parts, whole)
    return [
        SharedMoney(None, percent) if part else None for part, percent in zip(parts, percents, strict=True)
    ]


def _percents(parts: Sequence[int], whole: int) -> tuple[int, ...]:
    """Whole percents by largest remainder; with the rest they are the whole hundred."""
    if whole <= 0:
        return (0,) * len(parts)
    return split_whole(_WHOLE, (*parts, max(0, whole - sum(parts))))[:-1]


def _agents(items: Iterable[Item]) -> tuple[tuple[AgentClass, int], ...]:
    counts = Counter(class_of(one) for one in items)
    return tuple((one, counts[one]) for one in AgentClass if counts[one])


def _spend(answer: SharingAnswer, shown: AmountsShown) -> SharedSpend | None:
    """None without a priced request: then nothing is known to have been spent."""
    if answer.spend.requests <= answer.spend.unpriced_requests:
        return None
    parts = Counter({WentTo.NOT_LINKED: answer.work.not_linked.whole})
    for one in answer.work.items:
        parts[_WENT[one.state]] += one.in_period.whole
    told = [one for one in WentTo if parts[one]]
    money = _money([parts[one] for one in told], answer.work.total_micros, shown)
    as_money = shown is AmountsShown.MONEY
    total = SharedMoney(answer.work.total_micros, None) if as_money else SharedMoney(None, _WHOLE)
    shares = tuple((one, part) for one, part in zip(told, money, strict=True) if part is not None)
    return SharedSpend(shares, total, answer.at_least)


def _tokens(answer: SharingAnswer) -> SharedTokens:
    told = answer.spend.tokens
    read: int | None = None
    for counter in (
        told.input_uncached,
        told.cache_read,
        told.cache_write_5m,
        told.cache_write_1h,
        told.cache_write_unsplit,
    ):
        read = add_unknown(read, counter)
    return SharedTokens(read, told.output)


def _models(answer: SharingAnswer, shown: AmountsShown) -> tuple[SharedModel, ...]:
    rows = sorted(answer.models, key=lambda row: (-row.list_micros, -row.requests, row.keys[0] or ""))
    rows = [row for row in rows if row.keys[0]]
    money = _money([row.list_micros for row in rows], answer.spend.list_micros, shown)
    return tuple(
        SharedModel(
            on_one_line(row.keys[0] or ""),
            part if row.requests > row.unpriced_requests or not part else SharedMoney(None, None),
        )
        for row, part in zip(rows, money, strict=True)
    )


def _times(items: Sequence[Item]) -> tuple[SharedTime, ...]:
    told = {
        TimeOf.TOTAL: [one.times.total for one in items],
        TimeOf.CODING: [one.times.coding for one in items],
        TimeOf.REVIEW: [one.times.review for one in items],
    }
    return tuple(_time(of, [one for one in values if one is not None]) for of, values in told.items())


def _time(of: TimeOf, values: Sequence[int]) -> SharedTime:
    found = summary(values)
    within = found.range
    return SharedTime(
        of,
        found.n,
        None if found.median is None else _tenths(found.median),
        None if within is None else _tenths(within.low),
        None if within is None else _tenths(within.high),
    )


def _tenths(milliseconds: float) -> int:
    return round(milliseconds / _TENTH_OF_A_DAY)


def _outcomes(answer: SharingAnswer) -> SharedOutcomes | None:
    if answer.shipped is None:
        return None
    held = [one for one in answer.shipped if one.state is ItemState.HELD]
    fixes = sum(bool(one.follow_up_fixes) for one in held)
    within = share_range(fixes, len(held))
    return SharedOutcomes(
        settling=len(answer.shipped) - len(held),
        held=len(held),
        reverted=len(answer.reverted),
        fixes=fixes,
        low=None if within is None else round(within.low * _WHOLE),
        high=None if within is None else round(within.high * _WHOLE),
    )


def _notes(answer: SharingAnswer, *, shows: bool) -> SharedNotes:
    work, zone = answer.work, answer.period.zone
    linked = work.coverage
    (rest,) = _percents([work.not_linked.whole], work.total_micros)
    return SharedNotes(
        n=len(answer.shipped or ()),
        coverage=round(_WHOLE * linked[0] / linked[1]) if linked and linked[1] else None,
        since=_since(answer),
        method=work.method,
        as_of=day_of(answer.as_of, zone),
        unpriced=work.unpriced_requests if shows else None,
        not_linked=rest if shows and work.total_micros else None,
    )


def _since(answer: SharingAnswer) -> date | None:
    """The first day of the logs where that lies inside the period: before it, it says nothing of these weeks."""
    if answer.oldest is None:
        return None
    day = day_of(answer.oldest, answer.period.zone)
    return day if day >= answer.period.start else None
