"""Pictures of every state, painted without a display: for documentation, review and tests."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from outlay.charts.strip import strip_chart
from outlay.domain.pictures import FaceState, IconPicture
from outlay.painting.digits import load_digits
from outlay.painting.lines import text_in
from outlay.painting.look import Look
from outlay.painting.tokens import Tokens, load_tokens
from outlay.painting.tray_icon import SIZES, icon_image
from outlay.painting.type import load_inter
from outlay.presenters.periods import period_of
from outlay.presenters.popover import popover_view
from outlay.system.resources import resource_path
from outlay.ui.card import Card, Room
from outlay.ui.gallery_states import GalleryState
from outlay.ui.theme import palette_of

_TALL = 10_000
_PANELS = ("#F3F3F3", "#202124")
_ICONS = (
    ("Today's amount", IconPicture("15", FaceState.FRESH)),
    ("Three digits", IconPicture("128", FaceState.FRESH)),
    ("Thousands", IconPicture("1k2", FaceState.FRESH)),
    ("Unknown", IconPicture("\u2013", FaceState.FRESH)),
    ("Plain", IconPicture(None, FaceState.FRESH)),
    ("Paused", IconPicture("15", FaceState.PAUSED)),
    ("Stale", IconPicture("15", FaceState.STALE)),
    ("Failing", IconPicture("15", FaceState.FAILING)),
)
_NAME_WIDTH = 130
_COLUMN = 80
_ROW = 78


def render_gallery(
    states: Iterable[GalleryState], out_dir: Path, themes: Iterable[str], scales: Iterable[int]
) -> tuple[Path, ...]:
    """Write one PNG a state, theme and scale, and the sheet of tray icons; answers their paths.

    Needs a QApplication (the offscreen platform will do).
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    family = load_inter(resource_path)
    shown = tuple(states)
    return tuple(
        path
        for theme in themes
        for scale in scales
        for path in _theme_pictures(shown, out_dir, Look(_tokens(theme), family), scale)
    )


def popover_image(state: GalleryState, look: Look, scale: int) -> QImage:
    """The popover of one state on the desk colour, as it lies on a composited desktop."""
    card = Card(look, rounded=True)
    view = popover_view(state.glance, state.chosen, state.activity)
    card.show_view(view, strip_chart(state.glance, period_of(state.glance, state.chosen).period), Room(_TALL))
    image = widget_image(card, scale, look.color("surface.desk"))
    take_apart(card)
    return image


def widget_image(widget: QWidget, scale: int, ground: QColor) -> QImage:
    """A widget at a scale on a ground."""
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(ground)
    flags = QWidget.RenderFlag.DrawChildren
    widget.render(image, QPoint(), widget.rect(), flags)
    return image


def take_apart(widget: QWidget) -> None:
    """Put a widget away at once, before Python finds its parts in an order of its own."""
    widget.deleteLater()
    QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)


def icon_sheet(look: Look, scale: int) -> QImage:
    """Every icon at every size, on a light and on a dark panel."""
    width, height = _NAME_WIDTH + _COLUMN * len(SIZES), _ROW * len(_ICONS)
    image = QImage(width * scale, 2 * height * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    for number, panel in enumerate(_PANELS):
        area = QRectF(0, number * height, width, height)
        painter.fillRect(area, QColor(panel))
        _icons(painter, area, look, scale, QColor("#4B5263" if number == 0 else "#B9BBC2"))
    painter.end()
    return image


def _theme_pictures(states: tuple[GalleryState, ...], out: Path, look: Look, scale: int) -> Iterable[Path]:
    QApplication.setPalette(palette_of(look.tokens))
    suffix = f"{look.tokens.theme}@{scale}x.png"
    for state in states:
        yield _saved(popover_image(state, look, scale), out / f"popover-{state.name}-{suffix}")
    yield _saved(icon_sheet(look, scale), out / f"tray-icons-{suffix}")


def _saved(image: QImage, path: Path) -> Path:
    if not image.save(str(path)):
        raise OSError(f"{path.name} could not be written")
    return path


def _icons(painter: QPainter, area: QRectF, look: Look, scale: int, ink: QColor) -> None:
    digits = load_digits(resource_path("look/digits.json"))
    for row, (name, picture) in enumerate(_ICONS):
        top = area.top() + row * _ROW
        text_in(painter, QRectF(16, top, _NAME_WIDTH - 16, _ROW), name, look.font("small"), ink)
        for column, side in enumerate(SIZES):
            image = icon_image(picture, side * scale, look.tokens, digits)
            image.setDevicePixelRatio(scale)
            left = _NAME_WIDTH + column * _COLUMN + (_COLUMN - side) // 2
            painter.drawImage(QRectF(left, round(top + (_ROW - side) / 2), side, side), image)


def _tokens(theme: str) -> Tokens:
    return load_tokens(resource_path("look/tokens.json"), theme)
