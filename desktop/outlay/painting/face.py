"""The fonts of a look made once, for pictures with many texts."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter

from outlay.painting.lines import snapped
from outlay.painting.look import Look

_MONO_PX = 12
_END, _MIDDLE = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle


class Fonted(NamedTuple):
    """A font with its metrics."""

    font: QFont
    metrics: QFontMetricsF

    def width(self, text: str) -> float:
        """The advance of a text."""
        return self.metrics.horizontalAdvance(text)

    def baseline(self, rect: QRectF) -> float:
        """The baseline that centres one line in a rectangle."""
        return rect.top() + (rect.height() - self.metrics.height()) / 2 + self.metrics.ascent()


class Face:
    """A look with every font it was asked for."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._fonts: dict[tuple[str, int | None], Fonted] = {}

    @property
    def scale(self) -> float:
        """How much larger than usual text is."""
        return self.look.text_scale

    def font(self, style: str, weight: int | None = None) -> Fonted:
        """The font of a text style; `weight` replaces its own."""
        key = (style, weight)
        if key not in self._fonts:
            font = self.look.font(style, weight)
            self._fonts[key] = Fonted(font, QFontMetricsF(font))
        return self._fonts[key]

    def mono(self) -> Fonted:
        """The fixed font, for paths."""
        key = ("mono", None)
        if key not in self._fonts:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPixelSize(round(_MONO_PX * self.scale))
            self._fonts[key] = Fonted(font, QFontMetricsF(font))
        return self._fonts[key]


def draw(painter: QPainter, at: QPointF, text: str, font: Fonted, color: QColor) -> float:
    """Text from a point on its baseline; answers its width."""
    painter.setFont(font.font)
    painter.setPen(color)
    painter.drawText(QPointF(at.x(), snapped(painter, at.y())), text)
    return font.width(text)


def draw_in(
    painter: QPainter, left: float, right: float, base: float, text: str, inked: tuple[Fonted, QColor]
) -> float:
    """Text on a baseline, elided before `right`; answers the width it took."""
    font, color = inked
    return draw(painter, QPointF(left, base), elided(text, font, right - left), font, color)


def elided(text: str, font: Fonted, width: float, *, middle: bool = False) -> str:
    """The text, or as much of it as a width holds; `middle` keeps its end, for paths."""
    if font.width(text) <= width + 0.5:
        return text
    return font.metrics.elidedText(text, _MIDDLE if middle else _END, max(0.0, width))
