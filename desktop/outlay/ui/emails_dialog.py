"""Lets the owner say which commit e-mails are theirs: those that count, those git is set to, and others typed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from outlay.domain.work import Identity
from outlay.painting.look import Look
from outlay.ui.parts.choice_dialog import ChoiceDialog
from outlay.ui.parts.tick_list import TickList


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
        self.typed = QLineEdit()
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
        self.typed.returnPressed.connect(self._take_typed)
        self.typed.textChanged.connect(self._typed_changed)
        row = QHBoxLayout()
        row.addWidget(self.typed)
        row.addWidget(self.add)
        self.column.insertLayout(self.column.count() - 1, row)

    def _typed_changed(self, text: str) -> None:
        """Enter in the field adds; saving waits meanwhile, for it would take the same key."""
        self.add.setEnabled(_is_email(text))
        self.save.setDefault(not text)

    def _take_typed(self) -> None:
        email = self.typed.text().strip()
        if _is_email(email):
            self.ticks.add(email, email, ticked=True)
            self.typed.clear()
            self.ticks_changed()


def _is_email(text: str) -> bool:
    name, _, host = text.strip().rpartition("@")
    return bool(name and host)
