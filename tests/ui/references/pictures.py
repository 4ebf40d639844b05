"""The pictures that are kept, how they are drawn anew, and how two pictures are held against each other."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PySide6.QtGui import QImage, qRgb
from PySide6.QtWidgets import QApplication

from outlay.app import App
from outlay.ui.gallery import popover_image
from outlay.ui.gallery_pages import state_of
from outlay.ui.gallery_states import GalleryState
from outlay.ui.gallery_window import fit_height, look_of, put_away, shown_window, window_image
from outlay.ui.theme import palette_of

FOLDER = Path(__file__).parent
MOST_BYTES = 600_000

FAR = 40
"""Of 255: what the mean of two by two pixels may differ by from one font rasteriser to another."""
TILE = 16
MOST_IN_TILE = 0.12
MOST_IN_ALL = 0.0008
AREA, MOST_IN_AREA = 8, 12
"""The mean of an area of so many means a side; noise at edges cancels out there, another shade does not."""


class Kept(NamedTuple):
    """A picture by the name of its file."""

    name: str
    page: str
    theme: str = "light"
    state: str = "filled"

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.png"


KEPT = (
    Kept("popover-light@1x", "popover"),
    Kept("week-1180-light@1x", "week"),
    Kept("week-1180-dark@1x", "week", "dark"),
    Kept("shipped-1180-light@1x", "shipped"),
    Kept("spend-1180-light@1x", "spend"),
)


class Difference(NamedTuple):
    """How far two pictures differ: `worst` share of a tile, share of all, the largest difference of an area's shade,
    and where (one flag each 2 x 2 pixels).
    """

    worst: float
    whole: float
    shade: float
    where: np.ndarray

    @property
    def is_seen(self) -> bool:
        return self.worst > MOST_IN_TILE or self.whole > MOST_IN_ALL or self.shade > MOST_IN_AREA


def drawn(app: App, kept: Kept) -> QImage:
    """The picture as it is drawn today."""
    look = look_of(kept.theme)
    QApplication.setPalette(palette_of(look.tokens))
    if kept.page == "popover":
        return plain(popover_image(GalleryState("filled", replace(app.glance(), sample=False)), look, 1))
    window = shown_window(app, state_of(app, kept.page, kept.state), look)
    fit_height(window, 1180)
    image = window_image(window, 1)
    put_away(window)
    return plain(image)


def read(kept: Kept) -> QImage:
    """The picture as it was accepted."""
    return plain(QImage(str(kept.path)))


def plain(image: QImage) -> QImage:
    """Without transparency, so that it packs small."""
    return image.convertToFormat(QImage.Format.Format_RGB888)


def write(image: QImage, path: Path) -> None:
    """As small as PNG makes it, in the 256 commonest colours; what stands between them takes the nearest."""
    shown = pixels(image)
    colors, places, counts = np.unique(shown.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    kept = colors[np.argsort(counts)[::-1][:256]].astype(np.int32)
    nearest = [int(((kept - color) ** 2).sum(axis=1).argmin()) for color in colors.astype(np.int32)]
    numbers = np.array(nearest, np.uint8)[places.reshape(shown.shape[:2])]
    height, width = numbers.shape
    packed = QImage(numbers.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
    packed.setColorTable([qRgb(*(int(part) for part in color)) for color in kept])
    if not packed.save(str(path), "PNG", 0):
        raise OSError(path.name)


def difference(one: QImage, other: QImage) -> Difference:
    """Two pictures of the same size held against each other."""
    apart = means(one) - means(other)
    far = np.abs(apart).max(axis=2) > FAR
    return Difference(max(shares(far), default=0.0), float(far.mean()), largest_shade(apart), far)


def means(image: QImage) -> np.ndarray:
    """The mean of every two by two pixels, by channel."""
    shown = pixels(image).astype(np.float32)
    even = shown[: shown.shape[0] // 2 * 2, : shown.shape[1] // 2 * 2]
    return (even[::2, ::2] + even[1::2, ::2] + even[::2, 1::2] + even[1::2, 1::2]) / 4


def pixels(image: QImage) -> np.ndarray:
    """Rows of pixels of three channels."""
    shown = plain(image)
    rows = np.frombuffer(bytes(shown.constBits()), np.uint8).reshape(shown.height(), -1)
    return rows[:, : shown.width() * 3].reshape(shown.height(), shown.width(), 3)


def largest_shade(apart: np.ndarray) -> float:
    """The largest difference of the mean of an area, in any channel."""
    height, width = (side // AREA * AREA for side in apart.shape[:2])
    areas = apart[:height, :width].reshape(height // AREA, AREA, width // AREA, AREA, 3)
    return float(np.abs(areas.mean(axis=(1, 3))).max(initial=0.0))


def shares(far: np.ndarray) -> Iterator[float]:
    """The share of what differs in every tile."""
    for top in range(0, far.shape[0], TILE):
        for left in range(0, far.shape[1], TILE):
            yield float(far[top : top + TILE, left : left + TILE].mean())


def marked(image: QImage, where: np.ndarray) -> QImage:
    """The picture faded, with what differs in red."""
    shown = plain(image)
    for y in range(shown.height()):
        for x in range(shown.width()):
            if y // 2 < where.shape[0] and x // 2 < where.shape[1] and where[y // 2, x // 2]:
                shown.setPixel(x, y, 0xFFD00000)
    return shown
