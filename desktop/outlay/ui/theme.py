"""Light, dark or high contrast: follows the system, or what the owner set; makes palette and look from the tokens."""

import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from outlay.painting.look import Look
from outlay.painting.tokens import DARK, LIGHT, THEMES, Tokens, load_tokens
from outlay.system.resources import resource_path

_POINTS_PER_INCH = 72 if sys.platform == "darwin" else 96
_LARGEST_TEXT = 2.0

_ROLES = {
    QPalette.ColorRole.Window: "surface.desk",
    QPalette.ColorRole.WindowText: "text.ink",
    QPalette.ColorRole.Base: "surface.field",
    QPalette.ColorRole.AlternateBase: "surface.sunken",
    QPalette.ColorRole.Text: "text.ink",
    QPalette.ColorRole.Button: "surface.field",
    QPalette.ColorRole.ButtonText: "text.ink",
    QPalette.ColorRole.BrightText: "text.ink",
    QPalette.ColorRole.Highlight: "surface.selected",
    QPalette.ColorRole.HighlightedText: "text.ink",
    QPalette.ColorRole.PlaceholderText: "text.placeholder",
    QPalette.ColorRole.Link: "text.link",
    QPalette.ColorRole.ToolTipBase: "surface.tooltip",
    QPalette.ColorRole.ToolTipText: "text.on_tooltip",
    QPalette.ColorRole.Mid: "line.hairline_strong",
    QPalette.ColorRole.Accent: "accent.base",
}
_TEXT_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


class Theme(QObject):
    """Holds the look of the moment and says when it changed."""

    changed = Signal()

    def __init__(self, app: QApplication, wish: str = "system", family: str | None = None) -> None:
        """`wish` is system or the name of a theme; `family` replaces the platform's own font."""
        super().__init__(app)
        self._app = app
        self._wish = wish
        self._family = family or app.font().family()
        self.look = self._take()
        app.styleHints().colorSchemeChanged.connect(self._retake)

    def wish(self, wish: str) -> None:
        """Draw as the owner wants it from now on."""
        self._wish = wish
        self._retake()

    def _take(self) -> Look:
        tokens = load_tokens(resource_path("look/tokens.json"), theme_name(self._wish, _system_scheme()))
        self._app.setPalette(palette_of(tokens))
        return Look(tokens, self._family, text_scale())

    def _retake(self) -> None:
        look = self._take()
        if look.tokens.theme != self.look.tokens.theme:
            self.look = look
            self.changed.emit()


def theme_name(wish: str, scheme: Qt.ColorScheme) -> str:
    """The theme to draw: the owner's wish, else the system's, else light."""
    if wish in THEMES:
        return wish
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def palette_of(tokens: Tokens) -> QPalette:
    """The tokens as a palette, the disabled group included."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(tokens.colors[name]))
    for role in _TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.colors["text.disabled"])
    return palette


def text_scale() -> float:
    """How much larger than usual the desktop asks text to be, from 1 to 2."""
    screen = QGuiApplication.primaryScreen()
    return min(max(screen.logicalDotsPerInch() / _POINTS_PER_INCH, 1.0), _LARGEST_TEXT)


def _system_scheme() -> Qt.ColorScheme:
    return QGuiApplication.styleHints().colorScheme()
