"""What the cells of a table ask of their columns: room for the widest figure, and for what follows a decimal sign."""

from collections.abc import Iterable
from typing import NamedTuple

from outlay.domain.tables import Bar, Cell, Column, Kind, Table
from outlay.painting.face import Face
from outlay.painting.item_bar import CHIP_WIDTH

CHIP_GAP = 6.0
SIGN_GAP = 2.0
SUM_WEIGHT = 600
AT_RIGHT = (Kind.FIGURE, Kind.MONEY, Kind.CONTEXT)
NEVER_CUT = (*AT_RIGHT, Kind.CHIP)

_BY_DECIMAL = (Kind.MONEY, Kind.CONTEXT)


class Need(NamedTuple):
    """What the cells of a column ask for: the widest, and how far a fraction reaches past the decimal sign."""

    width: float
    fraction: float


def needs_of(table: Table, face: Face) -> tuple[Need, ...]:
    """What every column asks for. Only the longest texts are measured, figures are all as wide as their digits."""
    return tuple(_need(table, number, column, face) for number, column in enumerate(table.columns))


def is_words(text: str) -> bool:
    """Whether a cell of a column of figures holds words instead."""
    return any(sign.isalpha() for sign in text) and not any(sign.isdigit() for sign in text)


def split_figure(text: str, decimal: str) -> tuple[str, str]:
    """What stands before the decimal sign, and the sign with what follows; a unit behind whole digits follows too."""
    whole, sign, fraction = text.rpartition(decimal)
    if sign:
        return whole, sign + fraction
    digits, space, unit = text.rpartition("\u00a0")
    behind = bool(digits) and digits[-1].isdigit() and not any(one.isdigit() for one in unit)
    return (digits, space + unit) if behind else (text, "")


def _need(table: Table, number: int, column: Column, face: Face) -> Need:
    if column.kind not in NEVER_CUT:
        return Need(0.0, 0.0)
    cells = [cell for row in table.rows if (cell := row.cell(number)) is not None and cell.text]
    title = face.font("label").width(column.title)
    if column.kind is Kind.CHIP:
        return Need(max(title, _chip_need(column, cells, face)), 0.0)
    figures = [cell for cell in cells if not is_words(cell.text)]
    if column.kind in _BY_DECIMAL:
        fraction = _fraction(figures, table.decimal, face)
        whole = _widest(((cell.sign, split_figure(cell.text, table.decimal)[0]) for cell in figures), face)
        return Need(max(title, whole + fraction), fraction)
    return Need(max(title, _widest(((cell.sign, cell.text) for cell in figures), face)), 0.0)


def _fraction(figures: list[Cell], decimal: str, face: Face) -> float:
    """The slot behind the decimal sign: as wide as two digits in the boldest weight, or as the longest fraction."""
    bold = face.font("body", SUM_WEIGHT)
    texts = {split_figure(cell.text, decimal)[1] for cell in figures}
    return max(bold.width(text) for text in {*_longest(texts), f"{decimal}00"})


def _widest(figures: Iterable[tuple[str, str]], face: Face) -> float:
    """The widest of figures with their signs, all measured in bold, so that one that is summed fits as well."""
    bold = face.font("body", SUM_WEIGHT)
    told: dict[str, set[str]] = {}
    for sign, text in figures:
        told.setdefault(sign, set()).add(text)
    widths = (
        bold.width(text) + (bold.width(sign) + SIGN_GAP if sign else 0.0)
        for sign, texts in told.items()
        for text in _longest(texts)
    )
    return max(widths, default=0.0)


def _longest(texts: set[str]) -> set[str]:
    """Those that can be the widest: two characters fewer are always narrower, as all digits are as wide."""
    most = max(map(len, texts), default=0)
    return {text for text in texts if len(text) >= most - 2}


def _chip_need(column: Column, cells: list[Cell], face: Face) -> float:
    font = face.font(column.style)
    words: dict[str, Bar | None] = {cell.text: cell.bar for cell in cells}
    widths = (
        font.width(text) + ((CHIP_WIDTH + CHIP_GAP) * face.scale if bar else 0.0)
        for text, bar in words.items()
    )
    return max(widths, default=0.0)
