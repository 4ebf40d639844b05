"""The tray icon and its menu. Redrawn only when what it shows changes."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, QRect, Signal
from PySide6.QtGui import QCursor, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from outlay.domain.pictures import IconPicture
from outlay.painting.digits import Digits
from outlay.painting.tokens import Tokens
from outlay.painting.tray_icon import SIZES, icon_image
from outlay.presenters.tray import TrayView

_OPENING = (
    QSystemTrayIcon.ActivationReason.Trigger,
    QSystemTrayIcon.ActivationReason.DoubleClick,
    QSystemTrayIcon.ActivationReason.MiddleClick,
)


class TrayFace(QObject):
    """Forwards wishes; knows nothing of what the figures mean."""

    open_wanted = Signal()
    window_wanted = Signal()
    refresh_wanted = Signal()
    pause_wanted = Signal(bool)
    quit_wanted = Signal()

    def __init__(self, tokens: Tokens, digits: Digits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._digits = tokens, digits
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self._make_figures_readable)
        self._icon = QIcon()
        self._view: TrayView | None = None
        self._tray = self._make()

    def show_view(self, view: TrayView) -> None:
        """Show a view; parts that did not change are left alone."""
        before, self._view = self._view, view
        if before is None or before.icon != view.icon:
            self._icon = icon_of(view.icon, self._tokens, self._digits)
            self._tray.setIcon(self._icon)
        if before is None or before.tooltip != view.tooltip:
            self._tray.setToolTip(view.tooltip)
        if before is None or (before.menu, before.paused) != (view.menu, view.paused):
            self._fill_menu(view)
        if before is None:
            self._tray.show()

    def rebuild(self) -> None:
        """Make the icon anew: Qt chooses its kind of tray once, when the icon is made."""
        view, self._view = self._view, None
        self._tray.hide()
        self._tray.deleteLater()
        self._tray = self._make()
        if view:
            self.show_view(view)

    def place(self) -> QRect:
        """Where the icon is on the screen; empty when the desktop does not say."""
        return self._tray.geometry()

    def put_away(self) -> None:
        """Take the icon off the desktop, before the program ends."""
        self._tray.hide()

    def _make(self) -> QSystemTrayIcon:
        tray = QSystemTrayIcon(self)
        tray.activated.connect(self._activated)
        if sys.platform != "darwin":
            tray.setContextMenu(self._menu)
        return tray

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _OPENING:
            self.open_wanted.emit()
        elif sys.platform == "darwin":
            self._menu.popup(QCursor.pos())

    def _fill_menu(self, view: TrayView) -> None:
        self._menu.clear()
        for line in view.menu:
            self._menu.addAction(line.replace("&", "&&")).setEnabled(False)
        self._menu.addSeparator()
        show = QCoreApplication.translate("Tray", "Show figures")
        self._menu.addAction(show).triggered.connect(self.open_wanted)
        window = QCoreApplication.translate("Tray", "Open Outlay")
        self._menu.addAction(window).triggered.connect(self.window_wanted)
        refresh = self._menu.addAction(QCoreApplication.translate("Tray", "Refresh"))
        refresh.triggered.connect(self.refresh_wanted)
        refresh.setEnabled(not view.paused)
        pause = (
            QCoreApplication.translate("Tray", "Resume")
            if view.paused
            else QCoreApplication.translate("Tray", "Pause")
        )
        self._menu.addAction(pause).triggered.connect(self._pause)
        self._menu.addSeparator()
        self._menu.addAction(QCoreApplication.translate("Tray", "Quit")).triggered.connect(self.quit_wanted)

    def _make_figures_readable(self) -> None:
        """Figures cannot be clicked, but they are no switched-off controls either."""
        palette = QApplication.palette()
        ink = palette.color(QPalette.ColorRole.PlaceholderText)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, ink)
        self._menu.setPalette(palette)

    def _pause(self) -> None:
        self.pause_wanted.emit(not (self._view and self._view.paused))


def icon_of(picture: IconPicture, tokens: Tokens, digits: Digits) -> QIcon:
    """The icon in every size a tray asks for, each painted, none scaled."""
    icon = QIcon()
    for side in SIZES:
        icon.addPixmap(QPixmap.fromImage(icon_image(picture, side, tokens, digits)))
    return icon
