"""From one part of the window to the next by one key: what stands above the page, the page, its pane, the sidebar."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from outlay.ui.window.reading_order import stops_of


def parts_of(
    sheet: QWidget, page: QWidget, pane: QWidget, sidebar: Sequence[QWidget]
) -> tuple[Sequence[QWidget], ...]:
    """The stops of each part in reading order; `sheet` holds the page and what stands above it."""
    inside = stops_of(page)
    known = set(inside)
    above = [stop for stop in stops_of(sheet) if stop not in known]
    return above, inside, stops_of(pane), sidebar


def next_part(parts: Sequence[Sequence[QWidget]], now: QWidget | None, step: int) -> QWidget | None:
    """The first stop of the part after, `step` 1, or before, -1, the one that holds the keyboard.

    Parts without a stop that is shown and on are passed over. Without a keyboard in any of them, the first or the
    last part. None when there is no part at all.
    """
    firsts = [[stop for stop in part if stop.isVisible() and stop.isEnabled()] for part in parts]
    held = [number for number, part in enumerate(parts) if now is not None and now in part]
    start = held[0] if held else -1 if step > 0 else 0
    for further in range(1, len(parts) + 1):
        stops = firsts[(start + step * further) % len(parts)]
        if stops:
            return stops[0]
    return None
