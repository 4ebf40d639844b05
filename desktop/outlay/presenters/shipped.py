"""What shipped, in words: how many items, of which kinds, and why it is unknown."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from outlay.domain.answers import ItemKind, PeriodGlance
from outlay.presenters.amounts import NO_BREAK
from outlay.presenters.words import counted

_WHY_UNKNOWN = {
    "no_repository": "No repository is added yet, so what shipped is unknown.",
    "no_email": "No commit e-mail is known, so your commits cannot be told apart.",
    "not_read": "Git has not answered yet for all of your repositories, so what shipped is unknown.",
    "not_looked_at": "Spend and commits were not looked at together yet. The next refresh does it.",
}
_CAPTIONS = {"not_looked_at": "not looked at yet"}

_NOUNS = {ItemKind.PULL_REQUEST: "pull request", ItemKind.COMMIT: "commit", ItemKind.TICKET: "ticket"}
_ORDER = (ItemKind.PULL_REQUEST, ItemKind.TICKET, ItemKind.COMMIT, ItemKind.BY_HAND)


class NextStep(NamedTuple):
    """Why what shipped is unknown, and which button leads on; both empty when it is known."""

    sentence: str
    asks_for: str
    """repositories, emails, or empty when waiting is all there is to do."""


def kinds_text(kinds: Iterable[ItemKind]) -> str:
    """`2 pull requests, 1 commit`; empty without any."""
    numbers = Counter(kinds)
    return ", ".join(_counted(numbers[kind], kind) for kind in _ORDER if numbers[kind])


def shipped_text(kinds: Iterable[ItemKind] | None) -> str:
    """`3 shipped: 2 pull requests, 1 commit`, `1 commit shipped`, `0 shipped`, or that it is unknown."""
    if kinds is None:
        return "shipped unknown"
    told = list(kinds)
    if len(set(told)) == 1:
        return f"{kinds_text(told)} shipped"
    return f"{len(told):,} shipped" + (f": {kinds_text(told)}" if told else "")


def kinds_of(period: PeriodGlance) -> tuple[ItemKind, ...] | None:
    """The kinds of what shipped in a period; None when that is unknown."""
    return None if period.shipped is None else tuple(item.kind for item in period.items)


def shipped_words(period: PeriodGlance) -> str:
    """`7 shipped`, or that it is unknown."""
    return "shipped unknown" if period.shipped is None else f"{period.shipped:,} shipped"


def shipped_caption(period: PeriodGlance, why_unknown: str = "") -> str:
    """What stands below the count: how much of it is still settling."""
    shipped, settling = period.shipped, period.settling
    if shipped is None:
        return f"shipped, {_CAPTIONS.get(why_unknown, 'unknown')}"
    if not settling:
        return "shipped"
    return f"shipped, {'' if settling == shipped else f'{settling:,}{NO_BREAK}'}settling"


def spoken_shipped(period: PeriodGlance, why_unknown: str = "") -> str:
    """Count, caption and kinds as one."""
    caption = shipped_caption(period, why_unknown).replace(NO_BREAK, " ")
    if period.shipped is None:
        return caption
    kinds = kinds_text(item.kind for item in period.items)
    return f"{counted(period.shipped, 'item')} {caption}" + (f": {kinds}" if kinds else "")


def next_step(why_unknown: str) -> NextStep:
    """What stands in the way of knowing what shipped, from the glance's own word for it."""
    asks_for = {"no_repository": "repositories", "no_email": "emails"}
    return NextStep(_WHY_UNKNOWN.get(why_unknown, ""), asks_for.get(why_unknown, ""))


def _counted(number: int, kind: ItemKind) -> str:
    return f"{number:,} entered by hand" if kind is ItemKind.BY_HAND else counted(number, _NOUNS[kind])
