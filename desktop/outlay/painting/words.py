"""Sentences with parts that stand out and parts that lead somewhere, broken into lines."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from outlay.domain.words import Run, Words, plain
from outlay.painting.lines import pixel, snapped
from outlay.painting.look import Look

_STRONG = 500
_UNDER = 2.0


class SetWords:
    """Words set in a width: their height, where their links lie, and their picture."""

    def __init__(
        self, words: Words, look: Look, style: str, width: float, color: str = "text.second"
    ) -> None:
        self.words = words
        self._look, self._style, self._color = look, style, color
        self._layout = QTextLayout(plain(words), look.font(style))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(list(self._formats()))
        self._break(max(1.0, width))

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return self._layout.lineCount()

    @property
    def height(self) -> float:
        """Its lines on the step of its style."""
        return self.lines * self._look.line(self._style)

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """The lines from their top left corner on, links underlined."""
        painter.setPen(self._look.color(self._color))
        base = at.y() + self._base()
        self._layout.draw(painter, QPointF(at.x(), at.y() + snapped(painter, base) - base))
        under = QColor(self._look.color("text.link"))
        under.setAlphaF(0.4)
        for _, rect in self.links():
            line = rect.translated(at)
            base = snapped(painter, line.top() + self._base() + _UNDER)
            painter.fillRect(QRectF(line.left(), base, line.width(), pixel(painter)), under)

    def links(self) -> tuple[tuple[str, QRectF], ...]:
        """Every link with where it lies, one rectangle a line, from the top left corner."""
        return tuple(
            (run.link, rect)
            for run, start, end in self._places()
            if run.link
            for rect in self._rects(start, end)
        )

    def link_at(self, point: QPointF) -> str:
        """What the link under a point opens, empty when there is none."""
        return next((what for what, rect in self.links() if rect.adjusted(-2, 0, 2, 0).contains(point)), "")

    def _break(self, width: float) -> None:
        step, base = self._look.line(self._style), self._base()
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, (self._layout.lineCount() - 1) * step + base - line.ascent()))
        self._layout.endLayout()

    def _base(self) -> float:
        """From a line step's top to its baseline."""
        metrics = QFontMetricsF(self._layout.font())
        return (self._look.line(self._style) - metrics.height()) / 2 + metrics.ascent()

    def _places(self) -> tuple[tuple[Run, int, int], ...]:
        ends = [0]
        for run in self.words:
            ends.append(ends[-1] + len(run.text))
        return tuple((run, start, end) for run, (start, end) in zip(self.words, pairwise(ends), strict=True))

    def _formats(self) -> tuple[QTextLayout.FormatRange, ...]:
        found = []
        for run, start, end in self._places():
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, end - start, self._format(run)
            found.append(piece)
        return tuple(found)

    def _format(self, run: Run) -> QTextCharFormat:
        name = "text.link" if run.link else "text.third" if run.quiet else self._color
        if run.strong and not run.link:
            name = "text.ink"
        form = QTextCharFormat()
        form.setForeground(self._look.color(name))
        if run.strong:
            form.setFont(self._look.font(self._style, _STRONG))
        return form

    def _rects(self, start: int, end: int) -> tuple[QRectF, ...]:
        step = self._look.line(self._style)
        lines = (self._layout.lineAt(number) for number in range(self.lines))
        return tuple(
            QRectF(left, number * step, right - left, step)
            for number, line in enumerate(lines)
            if (bounds := _bounds(line, start, end)) is not None
            for left, right in (bounds,)
        )


def _bounds(line: QTextLine, start: int, end: int) -> tuple[float, float] | None:
    """From where to where a range lies on a line, None when it does not."""
    first = max(start, line.textStart())
    last = min(end, line.textStart() + line.textLength())
    end_of_text = line.x() + line.naturalTextWidth()
    return (_x(line, first), min(_x(line, last), end_of_text)) if first < last else None


def _x(line: QTextLine, cursor: int) -> float:
    x: object = line.cursorToX(cursor)
    return float(x[0]) if isinstance(x, tuple) else float(x)  # type: ignore[arg-type]
