"""Scroll bars as quiet as the page: a slim handle in the margin, no arrows. The only style sheet of the window."""

from PySide6.QtGui import QColor

from outlay.painting.look import Look

_SHEET = """
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {handle}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {hover}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def scroll_bar_sheet(look: Look) -> str:
    """The style sheet of every scroll bar, in the colours of a look."""
    return _SHEET.format(
        handle=_text(look.color("line.hairline_strong")), hover=_text(look.color("line.axis"))
    )


def _text(color: QColor) -> str:
    return color.name(QColor.NameFormat.HexRgb)
