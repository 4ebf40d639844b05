"""How much moves on the screen: the pane that comes and goes, the caret's blinking, and menus' effects.

Until an owner's wish is taken nothing of Outlay's own moves, so that pictures and tests see what comes to rest.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


_MOVES = "outlay_moves"


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
        usual = self._effects[Qt.UIEffect.UI_AnimateMenu]
        self._qt.setProperty(_MOVES, {"on": False, "off": True}.get(reduced, usual))


def moving_for(milliseconds: int) -> int:
    """How long something of so many milliseconds may move; 0 where it may not."""
    qt = QApplication.instance()
    return milliseconds if qt is not None and qt.property(_MOVES) else 0
