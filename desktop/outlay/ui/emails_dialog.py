"""Lets the owner say which commit e-mails are theirs: those that count, those git is set to, and others typed."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from outlay.domain.work import Identity
from outlay.painting.look import Look
from outlay.ui.parts.choice_dialog import ChoiceDialog
from outlay.ui.parts.tick_list import TickList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EmailField(QLineEdit):
    """A line whose Enter adds what is typed; the dialog's own button never gets that key."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, leave every other key to the line."""
        if event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class EmailsDialog(ChoiceDialog):
    """A commit counts when its author's e-mail is ticked here."""

    def __init__(
        self, mine: tuple[str, ...], proposed: tuple[Identity, ...], look: Look, parent: QWidget | None = None
    ) -> None:
        name = QCoreApplication.translate("Emails", "Your commit e-mails")
        super().__init__(QCoreApplication.translate("Emails", "Commit e-mails"), TickList(look, name), parent)
        self.ticks.fill(
            {email: email for email in mine}, {one.email: f"{one.email}  ({one.origin})" for one in proposed}
        )
        self.sentence.setText(
            QCoreApplication.translate("Emails", "Commits by the ticked e-mails count as yours.")
        )
        self.typed = EmailField()
        self.add = QPushButton(QCoreApplication.translate("Emails", "Add"))
        self._lay_out()
        self.ticks_changed()

    def _lay_out(self) -> None:
        words = QCoreApplication.translate("Emails", "Another e-mail of your commits")
        self.typed.setPlaceholderText(words)
        self.typed.setAccessibleName(words)
        self.add.setAutoDefault(False)
        self.add.setEnabled(False)
        self.add.clicked.connect(self._take_typed)
        self.typed.entered.connect(self._take_typed)
        self.typed.textChanged.connect(lambda text: self.add.setEnabled(_is_email(text)))
        row = QHBoxLayout()
        row.addWidget(self.typed)
        row.addWidget(self.add)
        self.column.insertLayout(self.column.count() - 1, row)

    def _take_typed(self) -> None:
        email = self.typed.text().strip()
        if _is_email(email):
            self.ticks.add(email, email, ticked=True)
            self.typed.clear()
            self.ticks_changed()


def _is_email(text: str) -> bool:
    name, _, host = text.strip().rpartition("@")
    return bool(name and host)
