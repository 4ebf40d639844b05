"""One measured figure, what it is held against, and how both are printed."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

HEAD = ("what", "corpus", "ours", "peer", "ratio", "gate", "")


class Gate(NamedTuple):
    """The largest value that holds: of the ratio to the peer, or of our own figure."""

    most: float
    of_ratio: bool = False


class Figure(NamedTuple):
    """Samples of ours and of a peer, one a round, in `unit`; without a gate it is only told."""

    what: str
    corpus: str
    unit: str
    ours: Sequence[float]
    peer: Sequence[float] = ()
    gate: Gate | None = None


class LeftOut(NamedTuple):
    """A part that could not be measured here, and why."""

    what: str
    why: str


def ratio_of(figure: Figure) -> float | None:
    """The median of the ratios round by round, so that a machine that slows down slows both; None without a peer."""
    pairs = list(zip(figure.ours, figure.peer, strict=False))
    return median(ours / peer for ours, peer in pairs) if pairs and all(peer for _, peer in pairs) else None


def verdict_of(figure: Figure) -> str:
    """`held` or `missed`; empty without a gate, or without the peer it needs."""
    if figure.gate is None:
        return ""
    value = ratio_of(figure) if figure.gate.of_ratio else median(figure.ours)
    if value is None:
        return ""
    return "held" if value <= figure.gate.most else "missed"


def table_of(found: Sequence[Figure | LeftOut]) -> str:
    """Every figure as one line of a table, what was left out below it."""
    rows = [HEAD, *(_cells(one) for one in found if isinstance(one, Figure))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    left_out = [f"Left out: {one.what}. {one.why}" for one in found if isinstance(one, LeftOut)]
    return "\n".join(line.rstrip() for line in (*lines, *left_out))


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = ratio_of(figure)
    return (
        figure.what,
        figure.corpus,
        _samples(figure.ours, figure.unit),
        _samples(figure.peer, figure.unit),
        "" if ratio is None else f"{ratio:.2f}x",
        _gate(figure),
        verdict_of(figure),
    )


def _samples(samples: Sequence[float], unit: str) -> str:
    if not samples:
        return ""
    spread = f" ({_short(min(samples))}-{_short(max(samples))})" if len(set(samples)) > 1 else ""
    return f"{_short(median(samples))} {unit}{spread}"


def _gate(figure: Figure) -> str:
    if figure.gate is None:
        return ""
    return f"<= {figure.gate.most:g}{'x' if figure.gate.of_ratio else ' ' + figure.unit}"


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"
