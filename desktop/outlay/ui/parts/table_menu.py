"""The menu of a row: where it and its links lead, and its values to copy."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from outlay.domain.tables import Row
from outlay.ui.parts.table_model import copied_row


class Ways(NamedTuple):
    """What follows a choice in the menu."""

    opened: Callable[[str], None]
    followed: Callable[[str, str], None]


def row_menu(parent: QWidget, row: Row, ways: Ways) -> QMenu:
    """The menu of a row."""
    menu = QMenu(parent)
    if row.opens:
        opens = menu.addAction(QCoreApplication.translate("Table", "Open"))
        opens.triggered.connect(lambda: ways.opened(row.key))
    for link in (cell.link for cell in row.cells if cell and cell.link):
        follow = menu.addAction(link.text)
        follow.triggered.connect(lambda _on=False, what=link.what: ways.followed(row.key, what))
    copy = menu.addAction(QCoreApplication.translate("Table", "Copy"))
    copy.triggered.connect(lambda: copy_row(row))
    return menu


def copy_row(row: Row) -> None:
    """Put the exact values of a row on the clipboard."""
    QGuiApplication.clipboard().setText(copied_row(row))
