"""A field for one day, written as the pages write days, with a calendar to pick from."""

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit, QWidget

from outlay.painting.look import Look
from outlay.presenters.days import calendar
from outlay.presenters.tongue import tongue


class DayField(QDateEdit):
    """No day after `last` can be picked when there is one."""

    def __init__(
        self, look: Look, name: str, day: date, last: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setLocale(QLocale(tongue().name))
        self.setDisplayFormat(f"d{calendar().ordinal} MMM yyyy")
        self.setCalendarPopup(True)
        self.setFont(look.font("body"))
        self.calendarWidget().setFont(look.font("body"))
        if last is not None:
            self.setMaximumDate(_of_qt(last))
        self.show_day(day)

    @property
    def day(self) -> date:
        """The day that stands in it."""
        found = self.date()
        return date(found.year(), found.month(), found.day())

    def show_day(self, day: date) -> None:
        """Another day."""
        self.setDate(_of_qt(day))


def _of_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
