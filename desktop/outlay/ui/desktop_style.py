"""Begins Qt as it draws on this desktop: its own style and no foreign theme on Linux, the native one elsewhere."""

import os
import sys
from collections.abc import MutableMapping

from PySide6.QtWidgets import QApplication


def begin_qt() -> QApplication:
    """This process's Qt application, named and styled. Raises TypeError where one of another kind runs already."""
    choose_platform_theme(os.environ)
    qt = QApplication.instance() or QApplication([sys.argv[0], *style_words(sys.platform)])
    if not isinstance(qt, QApplication):
        raise TypeError("another kind of Qt application runs already")
    qt.setApplicationName("Outlay")
    qt.setDesktopFileName("outlay")
    return qt


def style_words(platform: str) -> tuple[str, ...]:
    """On Linux the palette is drawn by Qt's own style. Asking for it in words spares Python all of QStyle (1 MB)."""
    return ("-style", "Fusion") if platform.startswith("linux") else ()


def choose_platform_theme(environment: MutableMapping[str, str]) -> None:
    """Qt's GTK theme takes 70 MB and does not follow the system's dark style; its GNOME theme does neither."""
    desktop = environment.get("XDG_CURRENT_DESKTOP", "").lower()
    gtk = any(
        name in desktop for name in ("gnome", "unity", "xfce", "mate", "cinnamon", "budgie", "pantheon")
    )
    if gtk and sys.platform.startswith("linux"):
        environment.setdefault("QT_QPA_PLATFORMTHEME", "gnome")
