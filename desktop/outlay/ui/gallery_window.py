"""Pictures of every page of the window in every state, drawn from the sample data without a display."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from outlay.app import App
from outlay.app.early import import_answers
from outlay.painting.look import Look
from outlay.painting.tokens import load_tokens
from outlay.painting.type import load_inter
from outlay.system.resources import resource_path
from outlay.ui.gallery import take_apart
from outlay.ui.gallery_accounts import READING, dialog_states, with_accounts
from outlay.ui.gallery_pages import PageState, Seen, page_states
from outlay.ui.theme import palette_of
from outlay.ui.window.entries import entries, pages
from outlay.ui.window.shell import Window

SIZES = {900: 780, 1180: 780, 1600: 900}
"""Heights by width; a page that is longer makes its window as high as it is."""

_BROKEN = "not-a-database"
_MISSING = "nothing-yet"
_SAYING = "201 of 311 files"
_PATIENCE_S = 20.0
_QUIET_ROUNDS = 3
_ROUND_S = 0.01
_WITH_DIALOGS = "sources"
_MOST_HEIGHT = 6_000


class Shot(NamedTuple):
    """One picture of the window."""

    page: str
    state: str
    width: int
    theme: str
    scale: int

    @property
    def file_name(self) -> str:
        """`week-1180-light@1x.png`; a state other than the filled one stands after the page."""
        state = "" if self.state == "filled" else f"-{self.state}"
        return f"{self.page}{state}-{self.width}-{self.theme}@{self.scale}x.png"


def render_window(
    app: App, out_dir: Path, themes: Iterable[str], scales: Iterable[int], only: Iterable[str] = ()
) -> tuple[Path, ...]:
    """Write one PNG a page, state, width, theme and scale; answers their paths.

    Args:
        app: over sample data that was read.
        out_dir: made when it is not there.
        themes: names of themes.
        scales: device pixels per pixel.
        only: names of pages; empty for all.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    wished, factors, made = tuple(only), tuple(scales), []
    for theme in themes:
        for state in page_states(app):
            if wished and state.page not in wished:
                continue
            for shot, image in _pictures(app, state, theme, factors):
                made.append(out_dir / shot.file_name)
                _save(image, made[-1])
        if not wished or _WITH_DIALOGS in wished:
            made += _dialog_pictures(app, out_dir, theme, factors)
    return tuple(made)


def shown_window(app: App, state: PageState, look: Look, width: int = 1180) -> Window:
    """A window that shows a state and rests. The caller puts it away."""
    import_answers()
    QApplication.setPalette(palette_of(look.tokens))
    window = Window(_app_of(app, state.seen), look, pages(look), entries())
    window.resize(width, SIZES.get(width, 780))
    window.show()
    if state.span is not None:
        window.choose_span(state.span)
    window.begin(state.opens)
    window.open_named(state.opens)
    settle(window)
    if state.seen is Seen.READING:
        window.progressed(READING)
    if state.seen is Seen.LOADING:
        frame = window.frames[state.page]
        frame.blocks.say(_SAYING)
        frame.wait()
    return window


def settle(window: Window) -> None:
    """Go on until nothing is read and nothing is to be laid out or painted any more."""
    quiet, deadline = 0, time.monotonic() + _PATIENCE_S
    while quiet < _QUIET_ROUNDS and time.monotonic() < deadline:
        QApplication.processEvents()
        time.sleep(_ROUND_S)
        quiet = 0 if window.busy else quiet + 1


def put_away(window: QWidget) -> None:
    """End a window or dialog and take it apart."""
    window.close()
    take_apart(window)


def window_image(window: QWidget, scale: int) -> QImage:
    """A window or dialog as it stands."""
    image = QImage(window.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    window.render(image, QPoint())
    return image


def fit_height(window: Window, width: int) -> None:
    """Give the window a width, and the height at which nothing of its page has to be scrolled."""
    window.resize(width, SIZES.get(width, 780))
    settle(window)
    hidden = _hidden(window)
    if hidden:
        window.resize(width, min(_MOST_HEIGHT, window.height() + hidden))
        settle(window)


def _hidden(window: Window) -> int:
    """Pixels that are out of sight: of the frame, or of every area of a page that scrolls itself."""
    frame = window.frames[window.page.name]
    if window.page.scrolls_itself:
        areas = (one for one in frame.findChildren(QAbstractScrollArea) if one.isVisible())
        return sum(one.verticalScrollBar().maximum() for one in areas)
    area = frame.findChild(QScrollArea)
    return 0 if area is None else area.verticalScrollBar().maximum()


def look_of(theme: str, text_scale: float = 1.0) -> Look:
    """A theme in the shipped font."""
    return Look(load_tokens(resource_path("look/tokens.json"), theme), load_inter(resource_path), text_scale)


def _pictures(
    app: App, state: PageState, theme: str, scales: tuple[int, ...]
) -> Iterator[tuple[Shot, QImage]]:
    window = shown_window(app, state, look_of(theme))
    for width in SIZES:
        fit_height(window, width)
        for scale in scales:
            yield Shot(state.page, state.name, width, theme, scale), window_image(window, scale)
    put_away(window)


def _dialog_pictures(app: App, out_dir: Path, theme: str, scales: tuple[int, ...]) -> Iterator[Path]:
    """The dialog that connects an account, in every state."""
    for state in dialog_states(app, look_of(theme)):
        state.dialog.show()
        for _ in range(_QUIET_ROUNDS):
            QApplication.processEvents()
        for scale in scales:
            path = out_dir / f"{_WITH_DIALOGS}-{state.name}-{theme}@{scale}x.png"
            _save(window_image(state.dialog, scale), path)
            yield path
        put_away(state.dialog)


def _save(image: QImage, path: Path) -> None:
    if not image.save(str(path)):
        raise OSError(f"{path.name} could not be written")


def _app_of(app: App, seen: Seen) -> App:
    """The same app over another file where the state is about what the file does not say."""
    shown = replace(app, sample=False)
    if seen in (Seen.ACCOUNTS, Seen.READING):
        return with_accounts(shown)
    if seen is Seen.FAILING:
        broken = app.database.with_name(_BROKEN)
        broken.write_bytes(b"no database at all " * 400)
        return replace(shown, database=broken)
    if seen is Seen.UNREAD:
        return replace(shown, database=app.database.with_name(_MISSING))
    return shown
