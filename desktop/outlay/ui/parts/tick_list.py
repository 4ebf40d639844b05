"""A list of things the owner ticks: each with its key, what is shown of it, and whether it was ticked before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from outlay.painting.look import Look
from outlay.ui.parts.ticks import TickStyle

_KEY = Qt.ItemDataRole.UserRole


class TickList(QListWidget):
    """Knows what was ticked and unticked since it was filled."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._before: frozenset[str] = frozenset()
        self._ticks = TickStyle(look)
        self.setStyle(self._ticks)
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def fill(self, ticked: dict[str, str], offered: dict[str, str]) -> None:
        """Show what is ticked and what may be, each by its key; `ticked` is what changes are counted from."""
        self.clear()
        self._before = frozenset(ticked)
        for key, shown in ticked.items():
            self.add(key, shown, ticked=True)
        for key, shown in offered.items():
            self.add(key, shown, ticked=False)

    def add(self, key: str, shown: str, *, ticked: bool) -> None:
        """One more line; a key that is there already is only ticked."""
        known = next((item for item in self._items() if item.data(_KEY) == key), None)
        item = known or QListWidgetItem(shown)
        item.setData(_KEY, key)
        item.setToolTip(key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        if known is None or ticked:
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        if known is None:
            self.addItem(item)

    def added(self) -> tuple[str, ...]:
        """Keys ticked now and not before."""
        return tuple(key for key in self._ticked() if key not in self._before)

    def removed(self) -> tuple[str, ...]:
        """Keys ticked before and not now."""
        ticked = self._ticked()
        keys = (str(item.data(_KEY)) for item in self._items())
        return tuple(key for key in keys if key in self._before and key not in ticked)

    def _ticked(self) -> tuple[str, ...]:
        checked = Qt.CheckState.Checked
        return tuple(str(item.data(_KEY)) for item in self._items() if item.checkState() is checked)

    def _items(self) -> tuple[QListWidgetItem, ...]:
        return tuple(self.item(number) for number in range(self.count()))
