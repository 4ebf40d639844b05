"""Own days: a first and a last one, picked in two calendars' fields."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from outlay.painting.look import Look
from outlay.rules.spans import Span, span_of_days
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.day_field import DayField
from outlay.ui.parts.sheet_dialog import SheetDialog

_AIR, _BETWEEN = 20, 10


class SpanDialog(SheetDialog):
    """Asks for two days; the last one never lies before the first."""

    def __init__(self, span: Span, today: date, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        told = QCoreApplication.translate
        self.setWindowTitle(told("Window", "Own days"))
        self._span = span
        first, last = span.period.start, span.period.end - timedelta(days=1)
        self.first = DayField(look, told("Window", "First day"), first, max(first, today))
        self.last = DayField(look, told("Window", "Last day"), last, max(last, today))
        self.first.dateChanged.connect(self._first_moved)
        self.last.dateChanged.connect(self._last_moved)
        self.show_days = TextButton(told("Window", "Show"), ButtonKind.FILLED, look)
        self.leave = TextButton(told("Confirm", "Cancel"), ButtonKind.PLAIN, look)
        self.show_days.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self._lay_out()

    def span(self) -> Span:
        """The chosen days."""
        return span_of_days(self._span, self.first.day, self.last.day + timedelta(days=1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field shows the days."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _first_moved(self, day: QDate) -> None:
        if self.last.date() < day:
            self.last.setDate(day)

    def _last_moved(self, day: QDate) -> None:
        if self.first.date() > day:
            self.first.setDate(day)

    def _lay_out(self) -> None:
        days = QGridLayout()
        days.setHorizontalSpacing(_AIR)
        days.setVerticalSpacing(_BETWEEN)
        for row, field in enumerate((self.first, self.last)):
            label = QLabel(field.accessibleName())
            label.setFont(self.look.font("body"))
            label.setBuddy(field)
            days.addWidget(label, row, 0)
            days.addWidget(field, row, 1)
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 8, 0, 0)
        acts.addStretch(1)
        acts.addWidget(self.leave)
        acts.addWidget(self.show_days)
        column = QVBoxLayout(self)
        column.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        column.addLayout(days)
        column.addLayout(acts)


def ask_span(span: Span, today: date, look: Look, parent: QWidget) -> Span | None:
    """The days a person picked; None when they changed their mind."""
    dialog = SpanDialog(span, today, look, parent)
    return dialog.span() if dialog.exec() == QDialog.DialogCode.Accepted else None
