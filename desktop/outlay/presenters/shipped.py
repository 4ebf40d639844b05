"""What shipped, in words: how many items, of which kinds, and why it is unknown."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from outlay.domain.answers import ItemKind, PeriodGlance, ShippedItem
from outlay.presenters.amounts import AT_LEAST, NO_BREAK
from outlay.presenters.tongue import Forms, later, number, plural, tr

_WHY_UNKNOWN = {
    "no_repository": later("No repository is added yet, so not all that shipped is known."),
    "no_email": later("No commit e-mail is known, so your commits cannot be told apart."),
    "not_read": later(
        "Git has not answered yet for all of your repositories, so not all that shipped is known."
    ),
    "not_looked_at": later("Spend and commits were not looked at together yet. The next refresh does it."),
}
_KINDS = {
    ItemKind.PULL_REQUEST: Forms("{n} pull request", "{n} pull requests"),
    ItemKind.COMMIT: Forms("{n} commit", "{n} commits"),
    ItemKind.TICKET: Forms("{n} ticket", "{n} tickets"),
    ItemKind.BY_HAND: Forms("{n} by hand", "{n} by hand"),
}
_ORDER = (ItemKind.PULL_REQUEST, ItemKind.TICKET, ItemKind.COMMIT, ItemKind.BY_HAND)


class NextStep(NamedTuple):
    """Why what shipped is unknown, and which button leads on; both empty when it is known."""

    sentence: str
    asks_for: str
    """repositories, emails, or empty when waiting is all there is to do."""


def kinds_text(kinds: Iterable[ItemKind]) -> str:
    """`2 pull requests, 1 commit`; empty without any."""
    numbers = Counter(kinds)
    return ", ".join(plural(numbers[kind], *_KINDS[kind]) for kind in _ORDER if numbers[kind])


def counts_text(items: Iterable[ShippedItem]) -> str:
    """`4 pull requests, 2 tickets; 3 more pull requests count with their tickets`: each item once, the first adds up."""
    told = list(items)
    kinds, within = kinds_text(item.kind for item in told), sum(item.pulls for item in told)
    if not within:
        return kinds
    more = plural(
        within,
        one="{n} more pull request counts with its ticket",
        many="{n} more pull requests count with their tickets",
    )
    return f"{kinds}; {more}"


def shipped_text(kinds: Iterable[ItemKind] | None, *, at_least: bool = False) -> str:
    """`3 shipped: 2 pull requests, 1 commit`, `1 commit shipped`, `0 shipped`, or that it is unknown."""
    if kinds is None:
        return tr("shipped unknown")
    told = list(kinds)
    if len(set(told)) == 1:
        return _signed(tr("{kinds} shipped", kinds=kinds_text(told)), at_least=at_least)
    whole = _signed(_counted_shipped(len(told)), at_least=at_least)
    return f"{whole}: {kinds_text(told)}" if told else whole


def kinds_of(period: PeriodGlance) -> tuple[ItemKind, ...] | None:
    """The kinds of what shipped in a period; None when that is unknown."""
    return None if period.shipped is None else tuple(item.kind for item in period.items)


def shipped_words(period: PeriodGlance) -> str:
    """`7 shipped`, or that it is unknown."""
    if period.shipped is None:
        return tr("shipped unknown")
    return _signed(_counted_shipped(period.shipped), at_least=period.shipped_at_least)


def shipped_caption(period: PeriodGlance, why_unknown: str = "") -> str:
    """What stands below the count: how much of it is still settling."""
    shipped, settling = period.shipped, period.settling
    if shipped is None:
        looked_at = why_unknown != "not_looked_at"
        return tr("shipped, unknown") if looked_at else tr("shipped, not looked at yet")
    if not settling:
        return tr("shipped")
    if settling == shipped:
        return tr("shipped, settling")
    return tr("shipped, {number}\u00a0settling", number=number(settling))


def spoken_shipped(period: PeriodGlance, why_unknown: str = "") -> str:
    """Count, caption and kinds as one."""
    caption = shipped_caption(period, why_unknown).replace(NO_BREAK, " ")
    if period.shipped is None:
        return caption
    kinds = counts_text(period.items)
    told = plural(period.shipped, one="{n} item {caption}", many="{n} items {caption}", caption=caption)
    told = tr("at least {amount}", amount=told) if period.shipped_at_least else told
    return f"{told}: {kinds}" if kinds else told


def next_step(why_unknown: str) -> NextStep:
    """What stands in the way of knowing what shipped, from the glance's own word for it."""
    asks_for = {"no_repository": "repositories", "no_email": "emails"}
    sentence = _WHY_UNKNOWN.get(why_unknown)
    return NextStep(tr(sentence) if sentence else "", asks_for.get(why_unknown, ""))


def shipped_sign(*, at_least: bool) -> str:
    """What stands before a number of items where more may have shipped."""
    return AT_LEAST if at_least else ""


def _signed(text: str, *, at_least: bool) -> str:
    sign = shipped_sign(at_least=at_least)
    return f"{sign}{NO_BREAK}{text}" if sign else text


def _counted_shipped(items: int) -> str:
    return plural(items, one="{n} shipped", many="{n} shipped")
