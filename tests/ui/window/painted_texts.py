"""Notes every text that widgets paint while a picture of them is taken: where, how, and what was cut off it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QTextLayout
from PySide6.QtWidgets import QWidget

_ELISION = "\N{HORIZONTAL ELLIPSIS}"


class PaintedText(NamedTuple):
    """A text on a widget; `rect` is as wide as its advance and as high as its ink."""

    widget: QWidget
    text: str
    rect: QRectF
    color: QColor


class Painted:
    """What was painted, and which texts were shortened: the whole ones by what was shown of them."""

    def __init__(self) -> None:
        self.texts: list[PaintedText] = []
        self.shortened: dict[str, str] = {}


@contextmanager
def noting() -> Iterator[Painted]:
    """Notes until it is left. Only what Python painters draw is seen; Qt's own widgets are asked otherwise."""
    found, patch = Painted(), pytest.MonkeyPatch()
    patch.setattr(QFontMetricsF, "elidedText", _elided(found, QFontMetricsF.elidedText))
    patch.setattr(QPainter, "drawText", _drawn(found, QPainter.drawText))
    patch.setattr(QTextLayout, "draw", _laid(found, QTextLayout.draw))
    try:
        yield found
    finally:
        patch.undo()


def picture(widget: QWidget, scale: int = 1) -> tuple[QImage, Painted]:
    """The widget's picture and the texts on it."""
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    with noting() as found:
        widget.render(image, QPointF().toPoint())
    return image, found


def _elided(found: Painted, real):
    def elided(metrics, text, *rest):
        shown = real(metrics, text, *rest)
        if shown != text:
            found.shortened[shown] = text
        return shown

    return elided


def _drawn(found: Painted, real):
    def drawn(painter, *words):
        if isinstance(words[0], QPointF) and words[1] and isinstance(painter.device(), QWidget):
            metrics, at = QFontMetricsF(painter.font()), words[0]
            ink = metrics.tightBoundingRect(words[1]).translated(at)
            box = QRectF(at.x(), ink.top(), metrics.horizontalAdvance(words[1]), ink.height())
            rect = painter.transform().mapRect(box)
            found.texts.append(PaintedText(painter.device(), words[1], rect, painter.pen().color()))
        return real(painter, *words)

    return drawn


def _laid(found: Painted, real):
    def laid(layout, painter, at, *rest):
        if isinstance(painter.device(), QWidget):
            for number in range(layout.lineCount()):
                found.texts.extend(_runs(layout, layout.lineAt(number), painter, at))
        return real(layout, painter, at, *rest)

    return laid


def _runs(layout, line, painter, at) -> Iterator[PaintedText]:
    """The pieces of a line, one for each colour."""
    start, end = line.textStart(), line.textStart() + line.textLength()
    for piece in layout.formats():
        first, last = max(start, piece.start), min(end, piece.start + piece.length)
        text = layout.text()[first:last].rstrip()
        if not text.strip():
            continue
        left, right = line.cursorToX(first), line.cursorToX(first + len(text))
        left, right = (x[0] if isinstance(x, tuple) else x for x in (left, right))
        box = QRectF(left, line.y(), right - left, line.height()).translated(at)
        color = piece.format.foreground().color()
        yield PaintedText(painter.device(), text, painter.transform().mapRect(box), color)
