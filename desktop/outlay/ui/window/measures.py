"""Where the parts of the window stand, from its width and the text's size. Source: look.md section 4."""

from typing import NamedTuple

from outlay.painting.look import Look

_NARROW_WINDOW = 1000
_LARGE_TEXT = 1.5
_WIDE_WINDOW = 1400
_WIDE_PANE = 440
_PANE_GAP = 20
_ALONE = 920
"""How wide a page without a sidebar is at most."""
_MOST_SIDE, _MOST_PANE = 1.4, 1.3


class Measures(NamedTuple):
    """Widths in pixels. `sheet` is what the pages have; `left` and `right` are the head's margins in it."""

    sidebar: int
    sheet: int
    pane: int
    left: int
    right: int


def measures_of(width: int, look: Look, *, pane: bool, sidebar: bool = True) -> Measures:
    """The measures of a window so wide; a pane stands beside the sheet, in a narrow window over it."""
    narrow = _is_narrow(width, look)
    side = look.size("size.sidebar_narrow" if narrow else "size.sidebar")
    aside = round(side * min(look.text_scale, _MOST_SIDE)) if sidebar else 0
    held = _WIDE_PANE if width >= _WIDE_WINDOW else look.size("size.detail_pane")
    beside = round(held * min(look.text_scale, _MOST_PANE))
    sheet = width - aside - (beside if pane and not narrow else 0)
    margin = margin_of(width, look)
    right = _PANE_GAP if pane and not narrow else margin
    most = round(look.size("size.page_max")) if sidebar else _ALONE
    spare = max(0, sheet - margin - right - most) // 2
    return Measures(aside, sheet, beside, margin + spare, right + spare)


def margin_of(width: int, look: Look) -> int:
    """The page's margin in a window so wide."""
    return round(look.size("size.page_margin_narrow" if _is_narrow(width, look) else "size.page_margin"))


def _is_narrow(width: int, look: Look) -> bool:
    """Large text lays out as a narrow window does."""
    return width < _NARROW_WINDOW or look.text_scale >= _LARGE_TEXT
