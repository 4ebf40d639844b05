"""A dialog around a list of ticks: a sentence above it, what is typed or chosen below, and what changed."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from outlay.ui.parts.tick_list import TickList

_SIZE = QSize(520, 360)
_AIR = 12


class Change(NamedTuple):
    """What the owner ticked and unticked."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class ChoiceDialog(QDialog):
    """Save waits until something changed; leaving it changes nothing."""

    def __init__(self, title: str, ticks: TickList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(_SIZE)
        self.ticks = ticks
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        save, cancel = QDialogButtonBox.StandardButton.Save, QDialogButtonBox.StandardButton.Cancel
        self.buttons = QDialogButtonBox(save | cancel)
        self.save = self.buttons.button(save)
        self.save.setText(QCoreApplication.translate("Choices", "Save"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        self.column.setSpacing(_AIR)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        for part in (self.sentence, self.ticks, self.buttons):
            self.column.addWidget(part)
        self.ticks.itemChanged.connect(self.ticks_changed)

    def change(self) -> Change:
        """What is other than it was."""
        return Change(self.ticks.added(), self.ticks.removed())

    def ticks_changed(self) -> None:
        """Offer to save once there is something to."""
        self.save.setEnabled(any(self.change()))
