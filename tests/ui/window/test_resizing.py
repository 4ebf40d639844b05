"""The window is pulled wider step by step: nothing lies over its neighbour, and the head stays above its page."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollBar, QStackedWidget, QWidget

from outlay.ui.parts.focus_ring import FocusRing
from outlay.ui.window.entries import page_names
from outlay.ui.window.pane import PaneHolder
from outlay.ui.window.search import SearchPanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ABOVE = (FocusRing, PaneHolder, SearchPanel, QScrollBar)
"""Lie over others on purpose."""


def lying_over_each_other(window):
    return [
        f"{type(one).__name__} and {type(other).__name__} in {type(parent).__name__} at {window.width()}"
        for parent in (window, *window.findChildren(QWidget))
        if parent.isVisible() and not isinstance(parent, QStackedWidget)
        for one, other in combinations(shown_parts(parent), 2)
        if one.geometry().intersects(other.geometry())
    ]


def shown_parts(parent):
    return [
        part
        for part in parent.children()
        if isinstance(part, QWidget)
        and part.isVisible()
        and not part.isWindow()
        and not isinstance(part, ABOVE)
        and part.width()
        and part.height()
    ]


def left_of(part, window):
    return part.mapTo(window, QPoint()).x()


def right_of(part, window):
    return left_of(part, window) + part.width()


def ill_placed(window):
    """What does not stand where the window's measures put it."""
    page, head, sidebar = window.page, window.top, window.sidebar
    found = []
    if page.stands_alone:
        return found
    if right_of(sidebar, window) != left_of(window._sheet, window):
        found.append(f"the sheet does not begin at the sidebar at {window.width()}")
    if left_of(head, window) != left_of(page, window):
        found.append(f"head begins at {left_of(head, window)}, page at {left_of(page, window)}")
    if right_of(head, window) != right_of(page, window):
        found.append(f"head ends at {right_of(head, window)}, page at {right_of(page, window)}")
    return found


def too_wide(window):
    """Parts of the page that reach over the page's own sides."""
    page = window.page
    return [
        f"{type(part).__name__} at {window.width()}"
        for part in page.findChildren(QWidget)
        if part.isVisible() and part.parentWidget() is page and part.geometry().right() >= page.width()
    ]


@pytest.mark.parametrize("page", page_names())
def test_every_step_from_900_to_1600_keeps_parts_beside_each_other(shown, page):
    window = shown(page)
    found = []
    for width in range(900, 1601, 20):
        window.resize(width, 780)
        for _ in range(3):
            QApplication.processEvents()
        found += [*lying_over_each_other(window), *ill_placed(window), *too_wide(window)]
    assert not found


@pytest.mark.parametrize("width", [900, 1180])
@pytest.mark.parametrize("page", page_names())
def test_large_text_keeps_parts_beside_each_other(shown, page, width):
    window = shown(page, text_scale=2.0, width=width)
    assert not [*lying_over_each_other(window), *ill_placed(window), *too_wide(window)]
