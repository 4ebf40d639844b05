"""Walking a table that has grown to its full height: a page further, and into the sight of the page that scrolls."""

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtWidgets import QScrollArea, QTreeView, QWidget

_AIR = 8


def page_on(view: QTreeView, index: QModelIndex, by: int) -> QModelIndex:
    """The row as far on, `by` 1, or back, -1, as the page shows of the table."""
    seen = view.viewport().visibleRegion().boundingRect().height()
    step = max(1, seen - view.visualRect(index).height())
    wanted = view.visualRect(index).center().y() + by * step
    while (following := view.indexBelow(index) if by > 0 else view.indexAbove(index)).isValid():
        index = following
        if (view.visualRect(index).center().y() - wanted) * by >= 0:
            break
    return index


def bring_into_sight(view: QTreeView, rect: QRect) -> None:
    """Scroll the page so that a row is seen."""
    area = _area_around(view)
    page = area.widget() if area else None
    if area is None or page is None or not view.isVisible():
        return
    for corner in (rect.bottomLeft(), rect.topLeft()):
        at = view.viewport().mapTo(page, corner)
        area.ensureVisible(at.x(), at.y(), 0, _AIR)


def _area_around(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
