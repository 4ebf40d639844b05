"""How text looks on paper: without the typeface's other shapes, which a PDF could not be searched for."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from outlay.painting.lines import text_at, width_of
from outlay.painting.look import Look

_SUBSTITUTING = (b"calt", b"clig", b"liga")
"""What swaps shapes by their neighbours; a PDF knows a shape's letter only where the font itself names it."""


@dataclass(frozen=True)
class PaperLook(Look):
    """A look whose every shape is one letter's own. Figures in columns are set in equal steps by `figures_at`."""

    def font(self, style: str, weight: int | None = None) -> QFont:
        """The font of a text style, without features."""
        font = super().font(style, weight)
        font.clearFeatures()
        for name in _SUBSTITUTING:
            font.setFeature(QFont.Tag.fromString(name.decode()), 0)
        return font


def figures_at(painter: QPainter, right: QPointF, text: str, font: QFont, color: QColor) -> None:
    """Figures that end at a point, every digit as wide as the widest, so that columns stand."""
    if not any(sign.isdigit() for sign in text):
        text_at(painter, QPointF(right.x() - width_of(text, font), right.y()), text, font, color)
        return
    x = right.x() - figures_width(text, font)
    for sign in text:
        step = _step(sign, font)
        text_at(painter, QPointF(x + (step - width_of(sign, font)) / 2, right.y()), sign, font, color)
        x += step


def figures_width(text: str, font: QFont) -> float:
    """What they take."""
    return sum(_step(sign, font) for sign in text)


def _step(sign: str, font: QFont) -> float:
    metrics = QFontMetricsF(font)
    if sign.isdigit():
        return max(metrics.horizontalAdvance(digit) for digit in "0123456789")
    return metrics.horizontalAdvance(sign)
