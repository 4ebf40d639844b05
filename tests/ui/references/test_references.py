"""Screens look as they did when somebody last looked at them. A picture that should differ is accepted by hand."""

import random

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter

from ui.references.pictures import KEPT, MOST_BYTES, difference, drawn, marked, read, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WEEK = next(kept for kept in KEPT if kept.name == "week-1180-light@1x")


def told(kept, image, found, folder):
    """Puts both pictures where a person finds them, and says how to accept."""
    actual, marks = folder / f"{kept.name}-actual.png", folder / f"{kept.name}-difference.png"
    write(image, actual)
    if found is not None:
        write(marked(image, found.where), marks)
    sizes = (
        f"{found.worst:.0%} of a tile, {found.whole:.2%} of all, {found.shade:.0f} of 255 in shade"
        if found
        else f"its size is {image.size()}"
    )
    return (
        f"{kept.name} looks different: {sizes}.\n  now: {actual}\n  different in red: {marks}\n"
        f"To accept it: python tests/ui/references/accept.py {kept.name}"
    )


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.name)
def test_a_screen_looks_as_it_did(sample, qapp, kept, tmp_path):
    before, image = read(kept), drawn(sample, kept)
    same_size = before.size() == image.size()
    found = difference(before, image) if same_size else None
    looks_same = found is not None and not found.is_seen
    assert looks_same, told(kept, image, found, tmp_path)


def test_the_kept_pictures_stay_small():
    assert sum(kept.path.stat().st_size for kept in KEPT) < MOST_BYTES


def test_another_rasteriser_is_no_difference():
    before = read(WEEK)
    after, chance = before.copy(), random.Random(1)
    for y in range(after.height()):
        for x in range(after.width()):
            color = after.pixelColor(x, y)
            if 60 < color.lightness() < 235:
                by = chance.randrange(-40, 41)
                after.setPixelColor(
                    x, y, QColor(*(min(255, max(0, part + by)) for part in color.getRgb()[:3]))
                )
    assert not difference(before, after).is_seen


@pytest.mark.parametrize("by", [QPoint(3, 0), QPoint(0, 2)])
def test_a_column_that_moved_is_a_difference(by):
    before = read(WEEK)
    column = QRect(940, 480, 130, 200)
    after = before.copy()
    with QPainter(after) as painter:
        painter.drawImage(column.topLeft() + by, before, column)
    assert difference(before, after).is_seen


def test_a_colour_of_another_tool_is_a_difference():
    before = read(WEEK)
    after = before.copy()
    with QPainter(after) as painter:
        painter.fillRect(QRect(230, 303, 42, 48), QColor("#336666"))
    assert difference(before, after).is_seen
