"""Fonts of the text styles, figures always tabular."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from outlay.painting.tokens import TypeStyle

_REGULAR, _MEDIUM, _SEMIBOLD = 400, 500, 600
_FIGURE_FROM = 16
_STATIC_FONTS = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")


def load_inter(find: Callable[[str], Path]) -> str:
    """Make the shipped Inter known to Qt; answers its family name. `find` turns a resource's name into a path."""
    for name in _STATIC_FONTS:
        QFontDatabase.addApplicationFont(str(find(f"fonts/{name}")))
    return "Inter"


def font_of(style: TypeStyle, family: str, scale: float, weight: int | None = None) -> QFont:
    """The font of a style, in a family, at a text scale; `weight` replaces the style's own."""
    font = QFont(family)
    size = style.size * scale
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight(_present_weight(family, weight or style.weight, style.size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    if style.tracking_em:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.tracking_em * size)
    return font


def _present_weight(family: str, weight: int, size: int) -> int:
    """A family without a medium takes regular for text and semi-bold for figures."""
    if weight != _MEDIUM or _has_medium(family):
        return weight
    return _SEMIBOLD if size >= _FIGURE_FROM else _REGULAR


@cache
def _has_medium(family: str) -> bool:
    real = QFontInfo(QFont(family)).family()
    return any(QFontDatabase.weight(real, style) == _MEDIUM for style in QFontDatabase.styles(real))
