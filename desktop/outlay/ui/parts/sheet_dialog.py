"""A dialog on the ground of the sheet, drawn by the look of the moment also while it is open."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.looked import Looked

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_OF_QT = (QAbstractItemView, QAbstractSpinBox, QLineEdit, QPlainTextEdit)
"""What lies in these Qt makes and deletes unseen, and Python would keep what stood for it."""


class SheetDialog(QDialog):
    """The base of the window's dialogs."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def take_look(self, look: Look) -> None:
        """Draw by another look, with everything it holds: its ring, and a dialog over it."""
        self.look = look
        for part in _parts(self):
            if hasattr(part, "take_look"):
                cast("Looked", part).take_look(look)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its ground."""
        QPainter(self).fillRect(self.rect(), self.look.color("surface.sheet"))


def _parts(widget: QWidget) -> Iterator[QWidget]:
    for child in widget.findChildren(QWidget, options=_DIRECT):
        yield child
        if not isinstance(child, _OF_QT):
            yield from _parts(child)
