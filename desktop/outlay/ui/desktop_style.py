"""How Qt draws on this desktop: its own style and no foreign theme on Linux, the native one elsewhere."""

import sys
from collections.abc import MutableMapping


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
