"""How much moves on the screen: nothing of Outlay's own does, so it is the caret's blinking and menus' effects."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Motion:
    """Takes the owner's wish, and the system's own ways back when the wish is `system`."""

    def __init__(self, qt: QApplication) -> None:
        self._qt = qt
        self._flash = qt.cursorFlashTime()
        self._effects = {effect: qt.isEffectEnabled(effect) for effect in _EFFECTS}

    def wish(self, reduced: str) -> None:
        """`on` holds everything still, `off` lets everything move, `system` is as the desktop has it."""
        self._qt.setCursorFlashTime(0 if reduced == "on" else self._flash)
        for effect, usual in self._effects.items():
            self._qt.setEffectEnabled(effect, {"on": False, "off": True}.get(reduced, usual))
