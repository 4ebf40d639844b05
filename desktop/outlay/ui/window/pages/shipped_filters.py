"""What narrows the list of the Shipped page beside the words that are typed, and which columns it shows."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from outlay.painting.look import Look
from outlay.presenters.pages.shipped_choices import Offered
from outlay.rules.shipped_items import CHOSEN, ListView
from outlay.ui.parts.choices import Choice, DropDown

_BETWEEN = 8


class ColumnChoice(DropDown):
    """A menu of columns, each shown or not. `toggled_column` tells which one was chosen or taken away."""

    toggled_column = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self._columns: tuple[Choice, ...] = ()
        self._shown: frozenset[str] = frozenset()

    def show_columns(self, columns: Iterable[Choice], shown: Iterable[str]) -> None:
        """Offer these, some of them shown."""
        self._columns, self._shown = tuple(columns), frozenset(shown)
        self.show_choices((Choice("", QCoreApplication.translate("Shipped", "Columns")),), "")

    def menu(self) -> QMenu:
        """The columns, those in sight ticked."""
        menu = QMenu(self)
        for choice in self._columns:
            action = menu.addAction(choice.text)
            action.setCheckable(True)
            action.setChecked(choice.key in self._shown)
            action.triggered.connect(lambda _on=False, key=choice.key: self.toggled_column.emit(key))
        return menu


class ShippedFilters(QWidget):
    """System, type, label and columns, each where there is something to choose; on several lines where it is narrow.

    Signals:
        view_chosen: another ListView.
    """

    view_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self._view = ListView()
        self.system = DropDown(look, told("Shipped", "System"))
        self.type = DropDown(look, told("Shipped", "Type"))
        self.label = DropDown(look, told("Shipped", "Label"))
        self.columns = ColumnChoice(look)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(_BETWEEN)
        self._rows: list[QHBoxLayout] = []
        self._width = 0
        self._has: dict[DropDown, bool] = {}
        self.system.chosen.connect(lambda key: self._narrow(system=key))
        self.type.chosen.connect(lambda key: self._narrow(type=key))
        self.label.chosen.connect(lambda key: self._narrow(label=key))
        self.columns.toggled_column.connect(self._toggle)

    def show_offered(self, offered: Offered, view: ListView) -> None:
        """Offer what the items have, with what is chosen."""
        self._view = view
        told = (
            (self.system, offered.systems, view.narrowed.system),
            (self.type, offered.types, view.narrowed.type),
            (self.label, offered.labels, view.narrowed.label),
        )
        for menu, choices, current in told:
            menu.show_choices([Choice(*one) for one in choices], current)
        self.columns.show_columns([Choice(*one) for one in offered.columns], view.columns)
        self._has = {
            self.system: bool(offered.systems),
            self.type: bool(offered.types),
            self.label: bool(offered.labels),
            self.columns: bool(offered.columns),
        }
        self.setVisible(any(self._has.values()))
        self._stand()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        for one in self._menus():
            one.take_look(look)
        self._stand()

    def take_width(self, width: int) -> None:
        """Stand in a width."""
        if width != self._width:
            self._width = width
            self._stand()

    def _menus(self) -> tuple[DropDown, ...]:
        return self.system, self.type, self.label, self.columns

    def _stand(self) -> None:
        """Fill lines from the left; what finds no room begins another."""
        while self._rows:
            row = self._rows.pop()
            while row.count():
                row.takeAt(0)
            self._lines.removeItem(row)
            row.deleteLater()
        left = 0
        for menu in self._menus():
            menu.setVisible(self._has.get(menu, False))
            if not self._has.get(menu):
                continue
            if not self._rows or left + menu.width() > self._width:
                self._rows.append(self._new_row())
                left = 0
            self._rows[-1].insertWidget(self._rows[-1].count() - 1, menu)
            left += menu.width() + _BETWEEN

    def _new_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN)
        row.addStretch(1)
        self._lines.addLayout(row)
        return row

    def _narrow(self, **more: str) -> None:
        self.view_chosen.emit(self._view._replace(narrowed=self._view.narrowed._replace(**more)))

    def _toggle(self, key: str) -> None:
        shown = {*self._view.columns} ^ {key}
        self.view_chosen.emit(self._view._replace(columns=tuple(one for one in CHOSEN if one in shown)))
