"""Hairlines and texts set on whole device pixels."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

_LEFT = Qt.AlignmentFlag.AlignLeft


def pixel(painter: QPainter) -> float:
    """The thickness of a hairline: a whole number of device pixels, in logical ones."""
    ratio = painter.device().devicePixelRatioF()
    return max(1, round(ratio)) / ratio


def snapped(painter: QPainter, value: float) -> float:
    """The nearest coordinate on a device pixel."""
    ratio = painter.device().devicePixelRatioF()
    return round(value * ratio) / ratio


def horizontal(painter: QPainter, x: float, y: float, width: float, color: QColor) -> None:
    """A hairline whose top lies at `y`."""
    painter.fillRect(QRectF(x, snapped(painter, y), width, pixel(painter)), color)


def vertical(painter: QPainter, x: float, y: float, height: float, color: QColor) -> None:
    """A hairline whose left side lies at `x`."""
    painter.fillRect(QRectF(snapped(painter, x), y, pixel(painter), height), color)


def text_at(painter: QPainter, at: QPointF, text: str, font: QFont, color: QColor) -> float:
    """Text from a point on its baseline; answers its width."""
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(at.x(), snapped(painter, at.y())), text)
    return width_of(text, font)


def width_of(text: str, font: QFont) -> float:
    """The advance of a text."""
    return QFontMetricsF(font).horizontalAdvance(text)


def baseline(rect: QRectF, font: QFont) -> float:
    """The baseline that centres a line of text in a rectangle."""
    metrics = QFontMetricsF(font)
    return rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent()


def text_in(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = _LEFT,
) -> float:
    """One line of plain text, elided to the rectangle; answers the width it took."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    width = metrics.horizontalAdvance(shown)
    shift = {
        Qt.AlignmentFlag.AlignRight: rect.width() - width,
        Qt.AlignmentFlag.AlignHCenter: (rect.width() - width) / 2,
    }
    text_at(painter, QPointF(rect.left() + shift.get(align, 0.0), baseline(rect, font)), shown, font, color)
    return width
