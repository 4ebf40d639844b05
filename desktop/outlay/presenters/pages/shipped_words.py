"""What a list of items says as a whole: medians where there are enough, later fixes, and where other money went.

Source of the limits: attribution.md, section 10.
"""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from outlay.domain.answers import ItemState
from outlay.domain.items import Item, ItemsAnswer
from outlay.domain.own_words import Act, Verb
from outlay.domain.shipped_page import ShippedAnswer
from outlay.domain.words import Run, Words
from outlay.presenters.amounts import cents_of, cents_text, two_digits
from outlay.presenters.days import day_month_text
from outlay.presenters.items import key_label
from outlay.presenters.tongue import number, plural, tr
from outlay.rules.shipped_items import Listed
from outlay.rules.small_samples import (
    FEWEST_FOR_MEDIAN,
    FEWEST_FOR_RANGE,
    FEWEST_FOR_SHARE,
    Summary,
    share_range,
    summary,
)
from outlay.rules.standing_acts import standing_acts

HOW = "method:few-items"
UNDO = "undo:"
_MOST_DISMISSED = 3


class Told(NamedTuple):
    """The items that are shown, of how many, and how the period is called in a sentence."""

    answer: ShippedAnswer
    listed: Listed
    items: tuple[Item, ...]
    of: int
    span: str


def notes_of(told: Told) -> Words:
    """The paragraph below the table; nothing where there is no row."""
    runs: list[Run] = []
    if told.items and told.listed is Listed.SHIPPED:
        runs = [
            *_medians(told),
            *_quiet(
                _size(told.items), _fixes(told.items), _not_linked(told), _elsewhere(told), _at_least(told)
            ),
        ]
    elif told.items:
        runs = [
            Run(_what_is_counted(told.listed)),
            *_quiet(_not_linked(told), _elsewhere(told), _at_least(told)),
        ]
    if runs:
        runs += [Run(" "), Run(tr("How?"), link=HOW)]
    return (*runs, *_dismissed(told.answer.acts, begun=bool(runs)))


def is_at_least(work: ItemsAnswer, items: Sequence[Item]) -> bool:
    """Whether more than the sum was spent on these items: requests have no price, or a log is not here."""
    return bool(work.unpriced_requests or _unseen(items))


def _unseen(items: Sequence[Item]) -> int:
    return sum(item.spend_unseen for item in items)


def _at_least(told: Told) -> str:
    """Why the sum is the least it can be."""
    if not any(cents_of(item.in_all.whole) for item in told.items):
        return ""
    unpriced, unseen = told.answer.work.unpriced_requests, _unseen(told.items)
    requests = plural(
        unpriced,
        one="The sum is at least that: {n} request has no price.",
        many="The sum is at least that: {n} requests have no price.",
    )
    logs = plural(
        unseen,
        one="The sum is at least that: of {n} item the log is not on this machine.",
        many="The sum is at least that: of {n} items the logs are not on this machine.",
    )
    return requests if unpriced else logs if unseen else ""


def _quiet(*sentences: str) -> list[Run]:
    return [Run(f" {sentence}") for sentence in sentences if sentence]


def _medians(told: Told) -> list[Run]:
    seen = [item for item in told.items if item.in_all.direct]
    without = len(told.items) - len(seen)
    if len(seen) < FEWEST_FOR_MEDIAN:
        words = plural(
            len(told.items),
            one="{n} item, listed above. A median is given from {median}, a range from {range}.",
            many="{n} items, listed above. A median is given from {median}, a range from {range}.",
            median=FEWEST_FOR_MEDIAN,
            range=FEWEST_FOR_RANGE,
        )
        return [Run(words)]
    return _median_of(summary([item.in_all.direct for item in seen]), without)


def _median_of(found: Summary, without: int) -> list[Run]:
    middle = two_digits(round(found.median or 0))
    if found.range is None:
        strong = tr("Median direct {median} an item, too few for a range", median=middle)
    else:
        low, high = (two_digits(round(end)) for end in found.range)
        strong = tr(
            "Median direct {median} an item, between {low} and {high}", median=middle, low=low, high=high
        )
    runs = [Run(strong, strong=True), Run(f" ({_count(found.n, without)}).")]
    if found.mean is not None and found.mean_range is not None:
        low, high = (two_digits(round(end)) for end in found.mean_range)
        mean = two_digits(round(found.mean))
        runs.append(Run(" " + tr("Mean {mean}, between {low} and {high}.", mean=mean, low=low, high=high)))
    return runs


def _count(n: int, without: int) -> str:
    if not without:
        return tr("n {n}", n=number(n))
    return plural(
        without,
        one="n {seen}, {n} more had no agent seen",
        many="n {seen}, {n} more had no agent seen",
        seen=number(n),
    )


def _size(items: Sequence[Item]) -> str:
    sized = [item.added_lines for item in items if item.commits]
    if len(sized) < FEWEST_FOR_MEDIAN:
        return ""
    return tr("Median size {lines} lines, n {n}.", lines=number(round(median(sized))), n=number(len(sized)))


def _fixes(items: Sequence[Item]) -> str:
    """Later fixes of what stood for its fourteen days; what still settles is said apart."""
    held = [item for item in items if item.state is ItemState.HELD]
    fixed = sum(bool(item.follow_up_fixes) for item in held)
    early = sum(bool(item.follow_up_fixes) for item in items) - fixed
    if not held:
        if early:
            return plural(
                early,
                one="Later fixes: {n} so far, all still settling.",
                many="Later fixes: {n} so far, all still settling.",
            )
        return tr("Later fixes: none yet, all still settling.")
    words = plural(
        len(held),
        one="Later fixes: {fixed} of {n} item",
        many="Later fixes: {fixed} of {n} items",
        fixed=number(fixed),
    )
    within = share_range(fixed, len(held)) if len(held) >= FEWEST_FOR_SHARE else None
    if within is None:
        return f"{words}."
    low, high = (round(100 * end) for end in within)
    return tr("{words}, between {low} and {high} %.", words=words, low=low, high=high)


def _not_linked(told: Told) -> str:
    work = told.answer.work
    if not work.total_micros:
        return ""
    part = round(100 * work.not_linked.whole / work.total_micros)
    return tr("Not linked: {part} % of {span}.", part=part, span=told.span)


def _elsewhere(told: Told) -> str:
    """How much of the direct sum is not from the days that are shown."""
    direct = sum(item.in_all.direct for item in told.items)
    outside = direct - sum(item.in_period.direct for item in told.items)
    if cents_of(outside) <= 0:
        return ""
    values = {"part": cents_text(cents_of(outside)), "whole": cents_text(cents_of(direct))}
    period = told.answer.period
    if told.answer.now < period.after:
        return tr("{part} of the {whole} is from before {day}.", day=day_month_text(period.start), **values)
    return tr("{part} of the {whole} is from before or after these days.", **values)


def _what_is_counted(listed: Listed) -> str:
    return {
        Listed.OPEN: tr("Work that is under way, with all that was ever spent on it."),
        Listed.SET_ASIDE: tr("Closed without landing, quiet for 14 days, or taken back."),
        Listed.ALL: tr("Everything that took money in these days or landed in them."),
        Listed.SHIPPED: "",
    }[listed]


def _dismissed(acts: Sequence[Act], *, begun: bool) -> list[Run]:
    """What does not count by the owner's word, each with its way back."""
    held = [act for act in standing_acts(acts) if act.verb is Verb.DISMISS and act.item]
    if not held:
        return []
    runs = [Run(" " if begun else ""), Run(tr("Dismissed by you:"))]
    for act in held[-_MOST_DISMISSED:]:
        runs += [Run(f" {key_label(act.item or '')} "), Run(tr("Undo"), link=f"{UNDO}{act.number}"), Run(",")]
    runs[-1] = Run(".")
    more = len(held) - _MOST_DISMISSED
    if more > 0:
        runs.append(Run(" " + plural(more, one="{n} more in Sources.", many="{n} more in Sources.")))
    return runs
