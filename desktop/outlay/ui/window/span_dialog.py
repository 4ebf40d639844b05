"""Own days: a first and a last one, picked in two calendars' fields."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from outlay.domain.moments import Period
from outlay.painting.look import Look
from outlay.rules.spans import Span, Unit


class SpanDialog(QDialog):
    """Asks for two days; the last one never lies before the first."""

    def __init__(self, span: Span, today: date, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self.setWindowTitle(told("Window", "Own days"))
        self._zone = span.period.zone
        self.first, self.last = (
            _field(span.period.start, today, look),
            _field(span.period.end - timedelta(days=1), today, look),
        )
        self.first.dateChanged.connect(self._first_moved)
        self.last.dateChanged.connect(self._last_moved)
        form = QFormLayout()
        for text, field in (
            (told("Window", "First day"), self.first),
            (told("Window", "Last day"), self.last),
        ):
            label = QLabel(text)
            label.setFont(look.font("body"))
            label.setBuddy(field)
            field.setAccessibleName(text)
            form.addRow(label, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        show = buttons.addButton(told("Window", "Show"), QDialogButtonBox.ButtonRole.AcceptRole)
        show.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)

    def span(self) -> Span:
        """The chosen days."""
        first, last = _day(self.first.date()), _day(self.last.date())
        return Span(Unit.OWN, Period(first, last + timedelta(days=1), self._zone))

    def _first_moved(self, day: QDate) -> None:
        if self.last.date() < day:
            self.last.setDate(day)

    def _last_moved(self, day: QDate) -> None:
        if self.first.date() > day:
            self.first.setDate(day)


def ask_span(span: Span, today: date, look: Look, parent: QWidget) -> Span | None:
    """The days a person picked; None when they changed their mind."""
    dialog = SpanDialog(span, today, look, parent)
    return dialog.span() if dialog.exec() == QDialog.DialogCode.Accepted else None


def _field(day: date, today: date, look: Look) -> QDateEdit:
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setMaximumDate(QDate(max(day, today).year, max(day, today).month, max(day, today).day))
    field.setFont(look.font("body"))
    return field


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
