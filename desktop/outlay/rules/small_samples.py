"""What a few own values may say: a median from three, a range from five, a mean from ten. Source: attribution.md 10."""

from collections.abc import Sequence
from math import exp, log, sqrt
from statistics import NormalDist, median, stdev
from typing import NamedTuple

FEWEST_FOR_MEDIAN = 3
FEWEST_FOR_RANGE = 5
FEWEST_FOR_MEAN = 10
FEWEST_FOR_SHARE = 5

_SURE = 0.90
_ENDS = 20
"""One of so many ways lies beyond each end of a range."""

_Z = NormalDist().inv_cdf((1 + _SURE) / 2)


class Range(NamedTuple):
    """Between two values, with 90 % or more."""

    low: float
    high: float


class Summary(NamedTuple):
    """What may be said of n values; None is too few for it. A mean stands with its range only."""

    n: int
    median: float | None
    range: Range | None
    mean: float | None
    mean_range: Range | None


def summary(values: Sequence[float]) -> Summary:
    """What may be said of own values; those for a mean have to be above zero."""
    n = len(values)
    middle = median(values) if n >= FEWEST_FOR_MEDIAN else None
    within = _mean_range(values) if n >= FEWEST_FOR_MEAN and min(values) > 0 else None
    return Summary(n, middle, median_range(values), sum(values) / n if within else None, within)


def median_range(values: Sequence[float]) -> Range | None:
    """Two of the values that hold the median between them with 90 % or more; None below five."""
    n = len(values)
    if n < FEWEST_FOR_RANGE:
        return None
    ordered, most = sorted(values), 2**n // _ENDS
    at, ways, below = 0, n, 1
    while below + ways <= most:
        at, below = at + 1, below + ways
        ways = ways * (n - at) // (at + 1)
    return Range(ordered[at], ordered[n - 1 - at])


def share_range(hits: int, n: int) -> Range | None:
    """Between which shares a share lies, after Wilson; None below five."""
    if n < FEWEST_FOR_SHARE:
        return None
    part, square = hits / n, _Z * _Z
    middle = (part + square / (2 * n)) / (1 + square / n)
    reach = _Z / (1 + square / n) * sqrt(part * (1 - part) / n + square / (4 * n * n))
    return Range(max(0.0, middle - reach), min(1.0, middle + reach))


def _mean_range(values: Sequence[float]) -> Range:
    """The range of the mean of values spread by factors, after Cox."""
    logs, n = [log(value) for value in values], len(values)
    spread = stdev(logs) ** 2
    middle = sum(logs) / n + spread / 2
    reach = _student(n - 1) * sqrt(spread / n + spread * spread / (2 * (n - 1)))
    return Range(exp(middle - reach), exp(middle + reach))


def _student(freedom: int) -> float:
    """Student's quantile beside the normal one, by Cornish and Fisher; close to four digits from nine on."""
    z, v = _Z, freedom
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / v + second / v**2 + third / v**3
