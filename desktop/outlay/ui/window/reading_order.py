"""Tab goes in reading order, also to what was made after the page: columns from the left, each from its top."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget


def put_in_order(window: QWidget, stops: Sequence[QWidget]) -> None:
    """Have Tab reach these widgets one after the other; nothing is done when it does so already."""
    wanted = set(stops)
    now = [widget for widget in _chain(window) if widget in wanted]
    if now == _turned(list(stops), now):
        return
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def stops_of(widget: QWidget) -> list[QWidget]:
    """What the Tab key stops at inside a widget as it is shown, the widget included, in reading order."""
    return [one for one in _walked(widget) if _takes_tab(one)]


def _walked(widget: QWidget) -> Iterator[QWidget]:
    if widget.isHidden():
        return
    yield widget
    for child in _children(widget):
        yield from _walked(child)


def _children(widget: QWidget) -> list[QWidget]:
    """By the layout; those outside it follow by their place."""
    children = [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]
    layout = widget.layout()
    laid = list(_laid(layout, children)) if layout is not None else []
    known = set(laid)
    others = [child for child in children if child not in known]
    return [*laid, *sorted(others, key=lambda child: (child.y(), child.x()))]


def _laid(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Never by the layout's items: Qt deletes those unseen, and Python would keep what stood for them."""
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    parts: list[QWidget | QLayout] = [*(one for one in widgets if layout.indexOf(one) >= 0), *inner]
    if isinstance(layout, QBoxLayout):
        parts.sort(key=layout.indexOf)
    else:
        parts.sort(key=lambda part: (part.geometry().y(), part.geometry().x()))
    for part in parts:
        if isinstance(part, QLayout):
            yield from _laid(part, widgets)
        else:
            yield part


def _chain(window: QWidget) -> Iterator[QWidget]:
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        yield widget
        widget = widget.nextInFocusChain()


def _turned(stops: list[QWidget], now: list[QWidget]) -> list[QWidget]:
    """The same round, begun where the other begins."""
    start = stops.index(now[0]) if now else 0
    return stops[start:] + stops[:start]


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
