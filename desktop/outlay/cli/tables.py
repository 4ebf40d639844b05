"""Plain tables for the terminal: text left, figures right, one rule above the sum."""

from collections.abc import Sequence

from outlay.cli.paragraphs import shown_width

GAP = "  "


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], left: int = 1, total: Sequence[str] = ()
) -> str:
    """A table as text.

    Args:
        head: the columns' names.
        rows: cells, as many as the head.
        left: how many columns, from the first, are text and stand left.
        total: the last row, under a rule; empty for none.
    """
    every = [head, *rows, *([total] if total else [])]
    widths = [max(shown_width(row[column]) for row in every) for column in range(len(head))]
    lines = [_line(row, widths, left) for row in every]
    rule = "─" * (sum(widths) + len(GAP) * (len(widths) - 1))
    if total:
        lines.insert(-1, rule)
    return "\n".join([lines[0], rule, *lines[1:]])


def clipped(text: str, width: int) -> str:
    """Text cut in its middle to a width, so that both ends of a path or an id can be told apart."""
    if shown_width(text) <= width:
        return text
    head = tail = text
    while shown_width(head) > (width - 1) // 2:
        head = head[:-1]
    while shown_width(tail) > width - 1 - shown_width(head):
        tail = tail[1:]
    return f"{head}…{tail}"


def _line(row: Sequence[str], widths: Sequence[int], left: int) -> str:
    cells = [
        cell + " " * (width - shown_width(cell))
        if column < left
        else " " * (width - shown_width(cell)) + cell
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return GAP.join(cells).rstrip()
