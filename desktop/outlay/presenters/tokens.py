"""Counts of tokens and names of models, short enough for a column or a sentence."""

import re
from collections.abc import Sequence

from outlay.domain.money import split_whole
from outlay.presenters.amounts import UNKNOWN
from outlay.presenters.tongue import decimal_sign, number, tr

_THOUSAND, _MILLION = 1_000, 1_000_000
_WHOLE_FROM = 100
"""Tenths of a unit from which on only whole units are shown: two digits."""

_CLAUDE = re.compile(r"^claude-(?:\d[\d.-]*-)?([a-z]+)")
_DATE = re.compile(r"-(?:\d{4}-?\d{2}-?\d{2}|latest)$")


def tokens_text(count: int | None) -> str:
    """`84 M`, `5.9 M`, `0.7 M` never: `712 k`; below a thousand as it is. An en dash for unknown."""
    if count is None:
        return UNKNOWN
    if count < _THOUSAND:
        return number(count)
    tenths = _tenths(count, _THOUSAND)
    if tenths < 10 * _THOUSAND:
        return tr("{number}\u00a0k", number=_short(tenths))
    return tr("{number}\u00a0M", number=_short(_tenths(count, _MILLION)))


def model_short(model: str) -> str:
    """A model's family as people call it: `opus`; a name without a known family loses maker and date only."""
    name = model.rsplit("/", 1)[-1]
    claude = _CLAUDE.match(name)
    return claude[1] if claude else _DATE.sub("", name)


def percents(parts: Sequence[int]) -> tuple[int, ...]:
    """Shares in whole percent that add up to 100; all zero when there is nothing."""
    return split_whole(100, tuple(parts)) if sum(parts) > 0 else (0,) * len(parts)


def percent_text(percent: int) -> str:
    """`55 %`, never broken."""
    return tr("{part}\u00a0%", part=percent)


def share_text(percent: int, part: int) -> str:
    """A share of something that is there is never none: `<1 %`."""
    return tr("<\u00a01\u00a0%") if part and not percent else percent_text(percent)


def _tenths(count: int, unit: int) -> int:
    return (10 * count + unit // 2) // unit


def _short(tenths: int) -> str:
    if tenths >= _WHOLE_FROM:
        return number((tenths + 5) // 10)
    whole, tenth = divmod(tenths, 10)
    return f"{whole}{decimal_sign()}{tenth}"
