"""What a painted widget is to those who hear the window, where Qt sees nothing but a widget.

A class says it in an attribute or a property `spoken_role`; its name and description stay the widget's own.
"""

from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

_known: list[bool] = []


class _Tab(QAccessibleWidget):
    """A button that chooses one of several pages: it is selected, not ticked."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.PageTab)
        self._button = button

    def state(self) -> QAccessible.State:
        told = super().state()
        told.selectable, told.selected = 1, int(self._button.isChecked())
        return told

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._button.click()
        else:
            super().doAction(name)


def speak_roles() -> None:
    """From now on every widget is told by its role; a second call changes nothing."""
    if not _known:
        QAccessible.installFactory(_told)
        _known.append(True)


def _told(_class_name: str, widget: Any) -> QAccessibleInterface | None:
    role = getattr(widget, "spoken_role", None)
    if role is QAccessible.Role.PageTab and isinstance(widget, QAbstractButton):
        return _Tab(widget)
    return QAccessibleWidget(widget, role) if isinstance(widget, QWidget) and role is not None else None
