"""Tables as they are drawn: columns, rows of cells, and how rows stand to each other. Words and amounts are finished."""

from enum import StrEnum
from typing import NamedTuple

from outlay.domain.pictures import Mark

Sort = int | float | str


class Kind(StrEnum):
    """What a column holds, and with it how it is aligned."""

    TEXT = "text"
    FIGURE = "figure"
    """Aligned at the right."""
    MONEY = "money"
    """Aligned at the decimal sign."""
    CONTEXT = "context"
    """Money by weaker evidence, aligned as money; its text carries its plus."""
    BAR = "bar"
    CHIP = "chip"
    """The evidence: a short bar and one word."""
    MARK = "mark"


class Tone(StrEnum):
    """How loud a text is. USUAL leaves it to the column."""

    USUAL = "usual"
    INK = "ink"
    SECOND = "second"
    QUIET = "quiet"
    NOT_LINKED = "not_linked"
    STALE = "stale"
    FAILING = "failing"


class RowState(StrEnum):
    """What a row is."""

    PLAIN = "plain"
    GROUP = "group"
    """A head across the table."""
    TOTAL = "total"
    """A sum, ruled above its figures only."""
    GRAND_TOTAL = "grand_total"
    """The last sum, a rule across above it and a double one below."""
    QUIET = "quiet"


class Density(StrEnum):
    """How high plain rows are."""

    COMPACT = "compact"
    NORMAL = "normal"
    ROOMY = "roomy"


class Link(NamedTuple):
    """Words that lead somewhere; `what` is told when they are followed."""

    text: str
    what: str


class Bar(NamedTuple):
    """Direct solid, then context hatched, both as parts of the column's width (of the chip's, in a chip).

    `hue` is a colour's token name. `outlined` draws what is not linked.
    """

    direct: float
    context: float = 0.0
    hue: str = "meaning.shipped"
    outlined: bool = False


class Cell(NamedTuple):
    """One cell; its column says how it is aligned.

    Args:
        text: the text or figure, currency and minus included.
        second: a reference or count: quieter, behind the text, or below it in a table of two lines.
        sign: at least or about, before a figure.
        mark: a small shape before the text, in the colour `hue` names or its own.
        bar: for bars and chips.
        link: stands last.
        strong: weight 500, for direct money and heads of a tree.
        wide: a text that runs on over the empty cells behind it.
        sort: what the column is sorted by; None sorts last.
        tip: what a pointer that rests reads.
        spoken: the cell for a screen reader, where the text alone does not say it.
        exact: what copying gives; the text when empty.
        below: a quieter text on lines of its own below the text, in a column that wraps.
    """

    text: str = ""
    second: str = ""
    sign: str = ""
    mark: Mark = Mark.NONE
    hue: str = ""
    bar: Bar | None = None
    link: Link | None = None
    tone: Tone = Tone.USUAL
    strong: bool = False
    wide: bool = False
    sort: Sort | None = None
    tip: str = ""
    spoken: str = ""
    exact: str = ""
    below: str = ""


class Column(NamedTuple):
    """One column; widths in pixels at 100 % text.

    Args:
        key: names the column when it is sorted by.
        title: its head; empty for none.
        kind: what it holds.
        width: its width; None takes what is left. A column of figures is never narrower than its widest figure.
        minimum: a text or bar shrinks to this before the one without a width is cut.
        hides_below: the table's width below which it is not shown.
        sorts: whether its head can be pressed.
        style: the text style of its cells.
        mono: set in the fixed font, for paths.
        wraps: breaks its text into lines, for small tables.
    """

    key: str
    title: str = ""
    kind: Kind = Kind.TEXT
    width: int | None = None
    minimum: int = 0
    hides_below: int = 0
    sorts: bool = False
    style: str = "body"
    mono: bool = False
    wraps: bool = False


class Row(NamedTuple):
    """One row; a row with a higher `level` than the one before lies inside it.

    Args:
        key: tells the row from others for as long as the table means the same.
        cells: one a column, in order; None, or missing at the end, is an empty cell.
        level: how deep it lies, from 0; at most one deeper than the row before.
        state: what it is.
        expandable: whether it can be closed and opened.
        expanded: whether it is open to begin with.
        spoken: the whole row for a screen reader.
        opens: whether it leads somewhere when it is pressed.
    """

    key: str
    cells: tuple[Cell | None, ...]
    level: int = 0
    state: RowState = RowState.PLAIN
    expandable: bool = False
    expanded: bool = False
    spoken: str = ""
    opens: bool = True

    def cell(self, number: int) -> Cell | None:
        """The cell of a column, None when it is empty."""
        return self.cells[number] if number < len(self.cells) else None


class Table(NamedTuple):
    """A table from its head to its total.

    Args:
        columns: in order, hidden ones included.
        rows: in order, what closed rows hold included.
        heading: stands in the head in place of the first title.
        spoken: what the table is, for a screen reader.
        two_line: plain rows have a second line below their title.
        density: how high rows of one line are.
        inset: pixels between the table's edge and its cells; 0 for ledgers whose rows lead nowhere.
        sorted_by: the key of the column it is sorted by.
        descending: largest first.
        decimal: the decimal sign that money is aligned at.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heading: str = ""
    spoken: str = ""
    two_line: bool = False
    density: Density = Density.NORMAL
    inset: int = 8
    sorted_by: str = ""
    descending: bool = False
    decimal: str = "."
