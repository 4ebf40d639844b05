"""Tokens, font family and text scale together: all a painter needs to know besides its data."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from outlay.painting.tokens import Tokens
from outlay.painting.type import font_of

_ROW_AIR = 12


@dataclass(frozen=True)
class Look:
    """How everything is drawn. Equal looks draw equal pixels."""

    tokens: Tokens
    family: str
    text_scale: float = 1.0

    def color(self, name: str) -> QColor:
        """A theme colour by its token name, `text.ink`."""
        return self.tokens.colors[name]

    def font(self, style: str, weight: int | None = None) -> QFont:
        """The font of a text style, `body`; `weight` replaces the style's own."""
        return font_of(self.tokens.styles[style], self.family, self.text_scale, weight)

    def line(self, style: str) -> float:
        """The line step of a text style at this text scale, in pixels."""
        return self.tokens.styles[style].line * self.text_scale

    def size(self, name: str) -> float:
        """A measure by its token name, `size.row_popover`, in pixels."""
        return self.tokens.sizes[name]

    def row_height(self, name: str, style: str = "body", air: int = _ROW_AIR) -> int:
        """A row's height: the token's, or the font's height and its air when text is large."""
        return round(max(self.size(name), QFontMetricsF(self.font(style)).height() + air))
