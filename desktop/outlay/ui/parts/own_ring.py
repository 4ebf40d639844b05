"""How a widget says that it paints its focus ring itself, and how it knows whether to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

OWN_RING = "paintsOwnRing"
"""The property that the window's focus ring looks for."""

_KEYS_LAST = "keysCameLast"
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def keys_came_last(they_did: bool | None) -> None:  # noqa: FBT001  a fact, not a switch
    """Keep for all widgets whether the last input was a key; None where nobody watches."""
    application = QApplication.instance()
    if application is not None:
        application.setProperty(_KEYS_LAST, they_did)


def rings_after(reason: Qt.FocusReason, *, before: bool) -> bool:
    """Whether a focus that came for a reason shows a ring; `before`: whether the widget's last input was a key.

    Qt says Tab as well when what had the keyboard is hidden after a click, so a watched mouse decides.
    """
    application = QApplication.instance()
    if application is not None and application.property(_KEYS_LAST) is False:
        return False
    return reason in _BY_KEYS or (before and reason is not Qt.FocusReason.MouseFocusReason)
