"""Opens one dialog at a time over the window, and does something once the owner agreed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog


class OneDialog(QObject):
    """`dialog` is the one that is open. The window goes on below it: nothing waits for an answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: QDialog | None = None

    def open_dialog(self, dialog: QDialog, agreed: Callable[[], None]) -> None:
        """Open it; it is gone once it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(agreed)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None
