"""Lets the owner tick repositories to read: the proposed ones, and others by their folder."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from outlay.painting.look import Look
from outlay.ui.parts.ticks import TickStyle

_SIZE = QSize(520, 360)


class RepositoriesDialog(QDialog):
    """Nothing is ticked beforehand: a repository is read because the owner said so."""

    def __init__(self, proposed: tuple[str, ...], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("Repositories", "Choose repositories"))
        self.resize(_SIZE)
        self._list = QListWidget()
        self._ticks = TickStyle(look)
        self._list.setStyle(self._ticks)
        self._list.setAccessibleName(
            QCoreApplication.translate("Repositories", "Repositories your tools worked in")
        )
        self._buttons = self._make_buttons()
        column = QVBoxLayout(self)
        column.addWidget(_sentence(proposed))
        column.addWidget(self._list)
        column.addWidget(self._buttons)
        self._list.itemChanged.connect(self._ticks_changed)
        for path in proposed:
            self.add_path(path, ticked=False)
        self._ticks_changed()

    def add_path(self, path: str, *, ticked: bool) -> None:
        """One more line."""
        item = QListWidgetItem(path)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._list.addItem(item)
        self._ticks_changed()

    def ticked(self) -> tuple[str, ...]:
        """The chosen paths."""
        items = (self._list.item(number) for number in range(self._list.count()))
        return tuple(item.text() for item in items if item.checkState() is Qt.CheckState.Checked)

    def _make_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        box.button(QDialogButtonBox.StandardButton.Ok).setText(
            QCoreApplication.translate("Repositories", "Add")
        )
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        other = box.addButton(
            QCoreApplication.translate("Repositories", "Other folder\u2026"),
            QDialogButtonBox.ButtonRole.ActionRole,
        )
        other.clicked.connect(self._choose_folder)
        return box

    def _choose_folder(self) -> None:
        title = QCoreApplication.translate("Repositories", "Folder of a git repository")
        path = QFileDialog.getExistingDirectory(self, title)
        if path:
            self.add_path(path, ticked=True)

    def _ticks_changed(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.ticked()))


def _sentence(proposed: tuple[str, ...]) -> QLabel:
    if proposed:
        text = QCoreApplication.translate(
            "Repositories", "Your tools worked in these. Outlay reads the commits of those you tick."
        )
    else:
        text = QCoreApplication.translate(
            "Repositories", "No repository is known from the logs yet. Choose one by its folder."
        )
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
