"""The tray icon's digits as outlines, so that an icon alone loads no font (4 MB) and looks the same everywhere.

The file holds Inter semi-bold with tabular figures, in thousandths of the size; curves are cubic, as Qt stores them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

_EM = 1000
_MOVE, _LINE, _CURVE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Digits:
    """Outlines at size 1, from the baseline up; `advance` is what each character takes."""

    paths: Mapping[str, QPainterPath]
    advances: Mapping[str, float]
    cap_height: float


def load_digits(path: Path) -> Digits:
    """The outlines in a file written by the font's own outlines."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    glyphs = raw["glyphs"].items()
    return Digits(
        MappingProxyType({character: _path(glyph["path"]) for character, glyph in glyphs}),
        MappingProxyType({character: glyph["advance"] / _EM for character, glyph in glyphs}),
        raw["cap_height"] / _EM,
    )


def text_path(text: str, digits: Digits, size: float, tracking: float) -> QPainterPath:
    """A text's outline at a pixel size, from the origin on; characters stand `tracking` sizes apart or closer."""
    whole = QPainterPath()
    left = 0.0
    for character in text:
        whole.addPath(digits.paths[character].translated(left, 0))
        left += digits.advances[character] + tracking
    return _scaled(whole, size)


def text_width(text: str, digits: Digits, size: float, tracking: float) -> float:
    """What a text takes at a pixel size."""
    return size * (sum(digits.advances[character] for character in text) + tracking * (len(text) - 1))


def _path(elements: Sequence[Sequence[int]]) -> QPainterPath:
    path = QPainterPath()
    points = [(kind, QPointF(x / _EM, y / _EM)) for kind, x, y in elements]
    for number, (kind, point) in enumerate(points):
        if kind == _MOVE:
            path.moveTo(point)
        elif kind == _LINE:
            path.lineTo(point)
        elif kind == _CURVE:
            path.cubicTo(point, points[number + 1][1], points[number + 2][1])
    return path


def _scaled(path: QPainterPath, size: float) -> QPainterPath:
    return QTransform.fromScale(size, size).map(path)
