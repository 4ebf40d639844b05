"""The period tabs with the range they stand for."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outlay.painting.lines import text_in
from outlay.painting.look import Look
from outlay.presenters.periods import ChosenPeriod
from outlay.ui.parts.buttons import ButtonKind, TextButton

_INSET = 10
_TOP = 12


class PeriodTabs(QWidget):
    """Today, 7 days, Month; one of them is chosen."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._range = ""
        self._tabs = {
            ChosenPeriod.TODAY: self._tab(QCoreApplication.translate("Popover", "Today")),
            ChosenPeriod.WEEK: self._tab(QCoreApplication.translate("Popover", "7 days")),
            ChosenPeriod.MONTH: self._tab(QCoreApplication.translate("Popover", "Month")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSET, _TOP, 0, 0)
        row.setSpacing(2)
        for period, tab in self._tabs.items():
            row.addWidget(tab)
            tab.clicked.connect(lambda _on=False, period=period: self.chosen.emit(period))
        row.addStretch(1)
        self.take_look(look)

    def show_period(self, chosen: ChosenPeriod, range_text: str) -> None:
        """Mark the chosen tab; the keyboard goes with it when it was on a tab."""
        had_focus = any(tab.hasFocus() for tab in self._tabs.values())
        for period, tab in self._tabs.items():
            tab.setChecked(period is chosen)
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus if period is chosen else Qt.FocusPolicy.NoFocus)
        if had_focus:
            self._tabs[chosen].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._range = range_text
        self.setAccessibleDescription(range_text)
        self.update()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        for tab in self._tabs.values():
            tab.take_look(look)
        self.setFixedHeight(_TOP + max(tab.height() for tab in self._tabs.values()))

    def tabs(self) -> tuple[TextButton, ...]:
        """The buttons, first period first."""
        return tuple(self._tabs.values())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The range at the right."""
        pad = self._look.size("size.popover_pad")
        left = self.tabs()[-1].geometry().right() + 8
        box = QRectF(left, _TOP, self.width() - pad - left, self.height() - _TOP)
        font, ink = self._look.font("small"), self._look.color("text.third")
        text_in(QPainter(self), box, self._range, font, ink, Qt.AlignmentFlag.AlignRight)

    def _tab(self, text: str) -> TextButton:
        return TextButton(text, ButtonKind.TAB, self._look, self)
