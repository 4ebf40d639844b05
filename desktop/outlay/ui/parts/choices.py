"""Things to choose from: tabs in a row, a quiet button with a menu, a tick box."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QWidget

from outlay.painting.lines import text_in, width_of
from outlay.painting.look import Look
from outlay.painting.signs import paint_caret
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.ticks import paint_tick

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_KEYS = Qt.FocusReason.ShortcutFocusReason
_PAD = 10
_CARET = 18
_AFTER_NAME = 6
_TICK = 18
_AFTER_TICK = 8


class Choice(NamedTuple):
    """One of several: its key and what it is called."""

    key: str
    text: str


class Segments(QWidget):
    """One of a few, side by side: one focus stop, Left and Right choose."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, name: str, choices: Iterable[Choice], parent: QWidget | None = None
    ) -> None:
        """`name` stands before them and is spoken."""
        super().__init__(parent)
        self._look, self._name = look, name
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self.buttons: dict[str, TextButton] = {}
        for choice in choices:
            button = TextButton(choice.text, ButtonKind.TAB, look, self)
            button.setAccessibleName(_named(name, choice.text))
            button.clicked.connect(lambda _on=False, key=choice.key: self._choose(key))
            self.buttons[choice.key] = button
            self._row.addWidget(button)
        self.current = next(iter(self.buttons), "")
        self.take_look(look)
        self.show_current(self.current)

    def show_current(self, key: str) -> None:
        """Mark one without telling; the keyboard goes with it when it was here."""
        had_focus = any(button.hasFocus() for button in self.buttons.values())
        self.current = key
        for one, button in self.buttons.items():
            button.setChecked(one == key)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if one == key else Qt.FocusPolicy.NoFocus)
        if had_focus and key in self.buttons:
            self.buttons[key].setFocus(_KEYS)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        for button in self.buttons.values():
            button.take_look(look)
        room = round(width_of(self._name, look.font("body"))) + _AFTER_NAME if self._name else 0
        self._row.setContentsMargins(room, 0, 0, 0)
        self.setFixedSize(self._row.sizeHint())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The one before or after."""
        keys = [key for key, button in self.buttons.items() if button.isEnabled()]
        step = _STEPS.get(Qt.Key(event.key()))
        if step and self.current in keys:
            at = min(max(keys.index(self.current) + step, 0), len(keys) - 1)
            self._choose(keys[at])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What they choose."""
        third, font = self._look.color("text.third"), self._look.font("body")
        text_in(QPainter(self), QRectF(self.rect()), self._name, font, third)

    def _choose(self, key: str) -> None:
        other = key != self.current
        self.show_current(key)
        if other:
            self.chosen.emit(key)


class DropDown(QAbstractButton):
    """A quiet button that shows what is chosen and opens a native menu."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name = look, name
        self.choices: tuple[Choice, ...] = ()
        self.current = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.open_menu)
        self.take_look(look)

    def show_choices(self, choices: Iterable[Choice], current: str) -> None:
        """Offer these, one of them chosen, without telling."""
        self.choices, self.current = tuple(choices), current
        self.setText(next((choice.text for choice in self.choices if choice.key == current), ""))
        self.setAccessibleName(_named(self._name, self.text()))
        self.setFixedSize(self.sizeHint())
        self.update()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.setFixedSize(self.sizeHint())
        self.update()

    def menu(self) -> QMenu:
        """The choices, the one in force ticked."""
        menu = QMenu(self)
        for choice in self.choices:
            action = menu.addAction(choice.text)
            action.setCheckable(True)
            action.setChecked(choice.key == self.current)
            action.triggered.connect(lambda _on=False, key=choice.key: self._choose(key))
        return menu

    def open_menu(self) -> None:
        """Open it below."""
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def sizeHint(self) -> QSize:
        """Text and caret."""
        scale = self._look.text_scale
        width = width_of(self.text(), self._look.font("body")) + 2 * _PAD + _CARET * scale
        return QSize(round(width), self._look.row_height("size.button"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space and Down open."""
        if event.key() in (*_ENTER, Qt.Key.Key_Down):
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Text, caret, and a ground under the pointer."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("surface.selected" if self.isDown() else "surface.hover"))
            painter.drawRoundedRect(rect, 6, 6)
        ink = look.color("text.second" if self.isEnabled() else "text.disabled")
        text_in(painter, rect.adjusted(_PAD, 0, 0, 0), self.text(), look.font("body"), ink)
        caret = QPointF(rect.right() - _PAD - 3.5 * look.text_scale, rect.center().y())
        paint_caret(painter, caret, ink, look.text_scale)

    def _choose(self, key: str) -> None:
        other = key != self.current
        self.show_choices(self.choices, key)
        if other:
            self.chosen.emit(key)


class TickBox(QAbstractButton):
    """A box to tick, with its words. `toggled` tells."""

    def __init__(self, text: str, look: Look, parent: QWidget | None = None, *, name: str = "") -> None:
        """`name` is spoken in place of the words, where these stand elsewhere."""
        super().__init__(parent)
        self._look = look
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.take_look(look)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Box and words, in a target that can be hit."""
        look = self._look
        words = _AFTER_TICK + width_of(self.text(), look.font("body")) if self.text() else 6
        side = _TICK * look.text_scale
        return QSize(round(side + words + 1), round(max(24, side, look.line("body"))))

    def words_width(self) -> int:
        """How much of it its words take, at its right."""
        return round(self.width() - _TICK * self._look.text_scale - _AFTER_TICK)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks as Space does."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, its words."""
        painter, look = QPainter(self), self._look
        side = _TICK * look.text_scale
        top = round((self.height() - side) / 2)
        paint_tick(painter, QRectF(0, top, side, side), look, ticked=self.isChecked())
        ink = look.color("text.ink" if self.isEnabled() else "text.disabled")
        box = QRectF(side + _AFTER_TICK, 0, self.width() - side - _AFTER_TICK, self.height())
        text_in(painter, box, self.text(), look.font("body"), ink)


def _named(name: str, choice: str) -> str:
    if not name:
        return choice
    return QCoreApplication.translate("Fields", "{name}: {choice}").format(name=name, choice=choice)
