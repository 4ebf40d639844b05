"""The tray icon, painted for each size: a filled plate, the amount, and a line that carries the state."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from outlay.domain.pictures import FaceState, IconPicture
from outlay.painting.digits import Digits, text_path, text_width
from outlay.painting.tokens import Tokens

SIZES = (16, 18, 20, 22, 24, 32, 36, 44, 48, 64)
_BITMAP_UP_TO = 20
_RADIUS = 0.22
_GRID = 16
_TWO = 2
_TRACKING = -0.05


def icon_image(picture: IconPicture, side: int, tokens: Tokens, digits: Digits) -> QImage:
    """The icon as an image of `side` device pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_icon(painter, picture, side, tokens, digits)
    painter.end()
    return image


def paint_icon(painter: QPainter, picture: IconPicture, side: int, tokens: Tokens, digits: Digits) -> None:
    """The icon into the square at the origin."""
    paused = picture.state is FaceState.PAUSED
    _plate(painter, side, tokens.tray["paused_plate" if paused else "plate"])
    if paused:
        _pause(painter, side, tokens)
    elif picture.text is None:
        _plain(painter, side, tokens)
        _state(painter, side, picture.state, tokens, plain=True)
    else:
        _text(painter, side, picture.text, tokens, digits)
        _state(painter, side, picture.state, tokens, plain=False)


def _plate(painter: QPainter, side: int, color: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * _RADIUS, side * _RADIUS)
    painter.restore()


def _pause(painter: QPainter, side: int, tokens: Tokens) -> None:
    unit = side / _GRID
    for x in (4, 9):
        painter.fillRect(_grid(x, 4, 3, 8, unit), tokens.tray["paused_digits"])


def _plain(painter: QPainter, side: int, tokens: Tokens) -> None:
    unit = side / _GRID
    for x, height in ((3, 4), (7, 7), (11, 5)):
        painter.fillRect(_grid(x, 10 - height, 2, height, unit), tokens.tray["digits"])
    for x, height in ((7, 2), (11, 1)):
        painter.fillRect(_grid(x, 12, 2, height, unit), tokens.tray["mark"])


def _text(painter: QPainter, side: int, text: str, tokens: Tokens, digits: Digits) -> None:
    if side <= _BITMAP_UP_TO:
        _bitmaps(painter, side, text, tokens)
        return
    size = side * (0.66 if len(text) <= _TWO else 0.50)
    x = (side - text_width(text, digits, size, _TRACKING)) / 2
    y = side * 0.405 + digits.cap_height * size / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.fillPath(text_path(text, digits, size, _TRACKING), tokens.tray["digits"])
    painter.restore()


def _bitmaps(painter: QPainter, side: int, text: str, tokens: Tokens) -> None:
    bitmaps = tokens.digits_two if len(text) <= _TWO else tokens.digits_three
    glyphs = [_glyph(bitmaps, character) for character in text]
    width = sum(len(glyph[0]) for glyph in glyphs) + len(glyphs) - 1
    left = (side - width + 1) // 2
    height = max(len(glyph) for glyph in glyphs)
    top = 2 + (8 - height) + (side - _GRID) // 2
    for glyph in glyphs:
        _dots(painter, glyph, left, top + height - len(glyph), tokens.tray["digits"])
        left += len(glyph[0]) + 1


def _glyph(digits: Mapping[str, str], character: str) -> list[str]:
    dash = ["......", "......", "......", "######", "######", "......", "......", "......"]
    return digits[character].split("|") if character in digits else dash


def _dots(painter: QPainter, glyph: list[str], left: int, top: int, color: QColor) -> None:
    for y, row in enumerate(glyph):
        for x, dot in enumerate(row):
            if dot == "#":
                painter.fillRect(left + x, top + y, 1, 1, color)


def _state(painter: QPainter, side: int, state: FaceState, tokens: Tokens, *, plain: bool) -> None:
    inset, thick, y = _line(side, plain=plain)
    length = side - 2 * inset
    color = tokens.tray["line"]
    if state is FaceState.FRESH or plain:
        painter.fillRect(QRectF(inset, y, length, thick), color)
    elif state is FaceState.STALE:
        for x in (0, 4):
            painter.fillRect(_on_pixels(inset + x * side / _GRID, y, 2 * side / _GRID, thick), color)
    else:
        painter.fillRect(_on_pixels(inset, y, 6 * side / _GRID, thick), color)
    _notch(painter, side, state, tokens)


def _line(side: int, *, plain: bool) -> tuple[float, float, float]:
    if plain:
        return round(side * 2 / _GRID), max(1, round(side / _GRID)), round(side * 10 / _GRID)
    if side <= _BITMAP_UP_TO:
        return 2, 1, round(0.78 * side)
    return round(side * 2 / _GRID), round(side / _GRID), round(0.8125 * side)


def _notch(painter: QPainter, side: int, state: FaceState, tokens: Tokens) -> None:
    if state is FaceState.STALE:
        _ring(painter, side, tokens.tray["notch_stale"], tokens.tray["plate"])
    elif state is FaceState.FAILING:
        _triangle(painter, side, tokens.tray["notch_failing"])


def _ring(painter: QPainter, side: int, color: QColor, plate: QColor) -> None:
    if side <= _BITMAP_UP_TO:
        left, top = side - 6, side - 5
        painter.fillRect(left - 1, top, 5, 4, plate)
        for x, y, width, height in ((1, 0, 2, 1), (1, 3, 2, 1), (0, 1, 1, 2), (3, 1, 1, 2)):
            painter.fillRect(left + x, top + y, width, height, color)
        return
    unit = side / _GRID
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(plate)
    painter.setPen(QPen(color, unit * 1.15))
    painter.drawEllipse(QPointF(12.3 * unit, 13 * unit), 1.75 * unit, 1.75 * unit)
    painter.restore()


def _triangle(painter: QPainter, side: int, color: QColor) -> None:
    if side <= _BITMAP_UP_TO:
        left, top = side - 7, side - 5
        for y, (x, width) in enumerate(((2, 1), (1, 3), (1, 3), (0, 5))):
            painter.fillRect(left + x, top + y, width, 1, color)
        return
    unit = side / _GRID
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    points = [QPointF(x * unit, y * unit) for x, y in ((11.4, 11.3), (14.0, 15.0), (8.8, 15.0))]
    painter.drawPolygon(QPolygonF(points))
    painter.restore()


def _grid(x: float, y: float, width: float, height: float, unit: float) -> QRectF:
    return _on_pixels(x * unit, y * unit, width * unit, height * unit)


def _on_pixels(x: float, y: float, width: float, height: float) -> QRectF:
    left, top = round(x), round(y)
    return QRectF(left, top, max(1, round(width)), max(1, round(height)))
