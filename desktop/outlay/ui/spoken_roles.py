"""What a painted widget is to those who hear the window, where Qt sees nothing but a widget.

A class says it in an attribute or a property `spoken_role`; its name and description stay the widget's own.
"""

from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_known: list[bool] = []


def speak_roles() -> None:
    """From now on every widget is told by its role; a second call changes nothing."""
    if not _known:
        QAccessible.installFactory(_told)
        _known.append(True)


def _told(_class_name: str, widget: Any) -> QAccessibleInterface | None:
    role = getattr(widget, "spoken_role", None)
    return QAccessibleWidget(widget, role) if isinstance(widget, QWidget) and role is not None else None
