"""Nothing that is written is cut off: at any width, with text up to twice its size."""

import pytest
from PySide6.QtWidgets import QWidget

from outlay.ui.gallery_window import SIZES, fit_height
from outlay.ui.window.entries import page_names
from ui.window.painted_texts import picture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def names_of(sample):
    """Names and paths may be shortened: the whole stands in the tooltip, in the pane, or on the item's page."""
    items = {item.title for item in sample.items().items}
    return items | {row.keys[0] for row in sample.spend(("branch",)).rows if row.keys[0]}


def is_cut(text, window):
    """Whether a text reaches over its widget, or over a side of something its widget lies in."""
    widget, rect = text.widget, text.rect
    if rect.top() < -1 or rect.bottom() > widget.height() + 1:
        return True
    while widget is not window and isinstance(widget, QWidget):
        if rect.left() < -1 or rect.right() > widget.width() + 1:
            return True
        rect, widget = rect.translated(widget.pos()), widget.parentWidget()
    return False


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("page", page_names())
def test_no_text_is_cut(shown, sample, page, scale):
    window = shown(page, text_scale=scale)
    may = names_of(sample)
    shortened, cut = {}, {}
    for width in SIZES:
        fit_height(window, width)
        _, painted = picture(window)
        shortened |= {(width, part): whole for part, whole in painted.shortened.items() if whole not in may}
        cut |= {
            (width, text.text): type(text.widget).__name__ for text in painted.texts if is_cut(text, window)
        }
        assert len(painted.texts) > 10
    assert not shortened
    assert not cut
