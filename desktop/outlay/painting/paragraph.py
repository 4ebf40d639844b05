"""Plain text broken into lines on the token's line step."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from outlay.painting.lines import text_at


def broken(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """The lines of a text in a width; a word longer than the width is broken."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(lines)


def paint_paragraph(
    painter: QPainter, rect: QRectF, lines: tuple[str, ...], font: QFont, step: float, color: QColor
) -> None:
    """Broken lines from the rectangle's top on."""
    metrics = QFontMetricsF(font)
    first = rect.top() + (step - metrics.height()) / 2 + metrics.ascent()
    for number, line in enumerate(lines):
        text_at(painter, QPointF(rect.left(), first + number * step), line, font, color)
