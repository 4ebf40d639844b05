"""The period tabs with the range they stand for."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outlay.painting.lines import text_in, width_of
from outlay.painting.look import Look
from outlay.presenters.periods import ChosenPeriod
from outlay.ui.parts.buttons import ButtonKind, TextButton

_INSET = 10
_BETWEEN = 2
_TOP = 12


class PeriodTabs(QWidget):
    """Today, 7 days, Month; one of them is chosen."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._range, self._below = "", False
        self._ranges: tuple[str, ...] = ()
        self._tabs = {
            ChosenPeriod.TODAY: self._tab(QCoreApplication.translate("Popover", "Today")),
            ChosenPeriod.WEEK: self._tab(QCoreApplication.translate("Popover", "7 days")),
            ChosenPeriod.MONTH: self._tab(QCoreApplication.translate("Popover", "Month")),
        }
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(_INSET, _TOP, 0, 0)
        row.setSpacing(_BETWEEN)
        for period, tab in self._tabs.items():
            row.addWidget(tab)
            tab.clicked.connect(lambda _on=False, period=period: self.chosen.emit(period))
        row.addStretch(1)
        self.take_look(look)

    def show_period(self, chosen: ChosenPeriod, range_text: str, beside: Iterable[str] = ()) -> None:
        """Mark the chosen tab; the keyboard goes with it when it was on a tab.

        Where one of the ranges, `beside` those of the other periods, has no room beside the tabs, every one
        stands below them.
        """
        had_focus = any(tab.hasFocus() for tab in self._tabs.values())
        for period, tab in self._tabs.items():
            tab.setChecked(period is chosen)
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus if period is chosen else Qt.FocusPolicy.NoFocus)
        if had_focus:
            self._tabs[chosen].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._range, self._ranges = range_text, (range_text, *beside)
        self._fit()
        self.setAccessibleDescription(range_text)
        self.update()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        for tab in self._tabs.values():
            tab.take_look(look)
        self._fit()

    def tabs(self) -> tuple[TextButton, ...]:
        """The buttons, first period first."""
        return tuple(self._tabs.values())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The range at the right."""
        pad = self._look.size("size.popover_pad")
        left, top = (pad, _TOP + self._tabs_height()) if self._below else (self._tabs_width() + 8, _TOP)
        box = QRectF(left, top, self.width() - pad - left, self.height() - top)
        font, ink = self._look.font("small"), self._look.color("text.third")
        text_in(QPainter(self), box, self._range, font, ink, Qt.AlignmentFlag.AlignRight)

    def _fit(self) -> None:
        small, pad = self._look.font("small"), self._look.size("size.popover_pad")
        card = self._look.size("size.popover_width") * self._look.text_scale
        room = card - pad - 8 - self._tabs_width()
        self._below = any(width_of(text, small) > room for text in self._ranges)
        line = self._look.line("small") if self._below else 0
        self.setFixedHeight(round(_TOP + self._tabs_height() + line))
        self._row.setContentsMargins(_INSET, _TOP, 0, round(line))

    def _tabs_height(self) -> int:
        return max(tab.height() for tab in self.tabs())

    def _tabs_width(self) -> int:
        """To the right end of the last tab."""
        return _INSET + sum(tab.width() for tab in self.tabs()) + _BETWEEN * (len(self.tabs()) - 1)

    def _tab(self, text: str) -> TextButton:
        return TextButton(text, ButtonKind.TAB, self._look, self)
