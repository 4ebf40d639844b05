"""Where an account's token comes from, as the dialog asks it: the keyring, a variable, GitHub's command line, a code."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.domain.accounts import Account, SecretPlace
from outlay.painting.look import Look
from outlay.ui.parts.choices import Choice, Segments, TickBox
from outlay.ui.parts.fields import TextField
from outlay.ui.window.connect_fields import NamedRow, SecretField
from outlay.ui.window.connect_sign_in import SignIn

GITHUB = "github"
_BETWEEN = 10
_LEFT = Qt.AlignmentFlag.AlignLeft


class TokenPart(QWidget):
    """`changed` tells that the token is to come from elsewhere; what is typed its fields tell themselves."""

    changed = Signal()

    def __init__(self, look: Look, width: int, known: Account | None, *, by_code: bool) -> None:
        super().__init__()
        told = QCoreApplication.translate
        self._by_code, self._github = by_code, False
        places = (
            Choice(SecretPlace.KEYRING, told("Connect", "Keyring")),
            Choice(SecretPlace.ENVIRONMENT, told("Connect", "Environment variable")),
        )
        self.choice = Segments(look, "", places)
        for button in self.choice.buttons.values():
            spoken = told("Fields", "{name}: {choice}")
            button.setAccessibleName(
                spoken.format(name=told("Connect", "Token kept in"), choice=button.text())
            )
        self.gh = TickBox(told("Connect", "Use the login of GitHub's command line"), look)
        kept = known is not None and known.secret_place is SecretPlace.KEYRING
        stays = told("Connect", "kept in the keyring; empty leaves it") if kept else ""
        self.secret = SecretField(look, told("Connect", "Token"), stays)
        self.variable = TextField(look, told("Connect", "Name of the variable"))
        self.sign_in = SignIn(look, width)
        self._choice_row = NamedRow(look, told("Connect", "Token kept in"), self.choice, width)
        self._secret_row = NamedRow(look, told("Connect", "Token"), self.secret, width)
        self._variable_row = NamedRow(look, told("Connect", "Variable"), self.variable, width)
        self._lay_out(width)
        if known is not None:
            self._fill(known)
        self.choice.chosen.connect(self._settle)
        self.gh.toggled.connect(self._settle)

    @property
    def place(self) -> SecretPlace:
        """Where the token is to come from."""
        if self._github and self.gh.isChecked():
            return SecretPlace.GH
        return SecretPlace(self.choice.current)

    def show_system(self, system: str) -> None:
        """Ask as it is asked for this system."""
        self._github = system == GITHUB
        self.variable.edit.setPlaceholderText(f"{system.upper()}_TOKEN")
        self._settle()

    def choose(self, place: SecretPlace) -> None:
        """Have it come from there."""
        self.gh.setChecked(place is SecretPlace.GH)
        if place is not SecretPlace.GH:
            self.choice.show_current(place)
        self._settle()

    def _settle(self) -> None:
        place = self.place
        self.gh.setVisible(self._github)
        self._choice_row.setVisible(place is not SecretPlace.GH)
        self._secret_row.setVisible(place is SecretPlace.KEYRING)
        self._variable_row.setVisible(place is SecretPlace.ENVIRONMENT)
        self.sign_in.setVisible(self._by_code and self._github and place is SecretPlace.KEYRING)
        self.changed.emit()

    def _fill(self, known: Account) -> None:
        self.gh.setChecked(known.secret_place is SecretPlace.GH)
        if known.secret_place is SecretPlace.ENVIRONMENT:
            self.choice.show_current(SecretPlace.ENVIRONMENT)
        self.variable.show_text(known.variable or "")

    def _lay_out(self, width: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        for row in (self._choice_row, self._secret_row, self._variable_row):
            row.setFixedWidth(width)
        column.addWidget(self._choice_row)
        column.addWidget(self.gh, 0, _LEFT)
        for part in (self.sign_in, self._secret_row, self._variable_row):
            column.addWidget(part)
