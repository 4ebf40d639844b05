"""The dialog that connects an account, or changes one. It asks nobody itself: what is to be tried or kept it wishes for."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outlay.domain.accounts import Account, SecretPlace, SystemCard
from outlay.domain.pictures import Mark
from outlay.painting.look import Look
from outlay.presenters.connecting import (
    ADDRESS,
    NAME,
    SECRET,
    VARIABLE,
    Typed,
    address_example,
    faults,
    need_name,
    proposed_name,
)
from outlay.rules.addresses import clean_address
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.choices import Choice, DropDown
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.links import LinkButton
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.scrolling import scrolling
from outlay.ui.parts.sheet_dialog import SheetDialog
from outlay.ui.window.connect_fields import NamedRow, NeedFields
from outlay.ui.window.connect_scopes import Scopes
from outlay.ui.window.connect_token import GITHUB, TokenPart
from outlay.ui.window.reading_order import put_in_order, stops_of
from outlay.ui.window.scroll_bars import scroll_bar_sheet

_WIDTH, _AIR, _BETWEEN, _BAR = 520, 20, 10, 12
_LARGEST_SCALE = 1.6
_MARGIN = 80
_LEFT = Qt.AlignmentFlag.AlignLeft


class Wish(NamedTuple):
    """What is to be tried or kept. The number tells answers to an older wish from those to this one."""

    number: int
    system: str
    typed: Typed
    known: Account | None


class ConnectDialog(SheetDialog):
    """What is typed stays, whatever comes of a test. The token is forgotten when the dialog closes.

    Signals:
        test_wanted, keep_wanted: a Wish.
        sign_in_wanted: an address where a code is to be had.
    """

    test_wanted = Signal(object)
    sign_in_wanted = Signal(str)
    keep_wanted = Signal(object)

    def __init__(
        self,
        look: Look,
        cards: Iterable[SystemCard],
        taken: Collection[str],
        known: Account | None = None,
        parent: QWidget | None = None,
        *,
        by_code: bool = False,
    ) -> None:
        """`taken` are the names of the other accounts, `known` is the account that is changed.

        `by_code` offers to sign in at GitHub without a token to copy.
        """
        super().__init__(look, parent)
        self.known = known
        self._cards = {card.system: card for card in cards}
        self._taken = frozenset(taken)
        self._number, self._named_by_hand = 0, known is not None
        self.good = self._asking = False
        self.wide = round(_WIDTH * min(look.text_scale, _LARGEST_SCALE))
        self.setWindowTitle(_title(known))
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit_again)
        self._shown_part: QWidget | None = None
        self._addresses: dict[str, str] = {}
        self._make_parts(by_code=by_code)
        self._lay_out()
        self._connect()
        first = known.system if known else GITHUB if GITHUB in self._cards else next(iter(self._cards))
        self.system.show_choices((Choice(card.system, card.title) for card in self._cards.values()), first)
        if known is not None:
            self.name.show_text(known.name)
            self._addresses = {known.system: known.address}
        self._show_system()

    @property
    def card(self) -> SystemCard:
        """Of the system that is chosen."""
        return self._cards[self.system.current]

    def typed(self) -> Typed:
        """What stands in it."""
        place = self.token.place
        return Typed(
            self.name.text(),
            self.address.text(),
            self.needs.texts(),
            place,
            self.variable.text() if place is SecretPlace.ENVIRONMENT else "",
            self.secret.text() if place is SecretPlace.KEYRING else "",
        )

    def wish(self) -> Wish:
        """What stands in it, numbered."""
        return Wish(self._number, self.system.current, self.typed(), self.known)

    def show_good(self, number: int, lines: tuple[str, ...]) -> None:
        """A test went well: it can be kept."""
        if number == self._number:
            self.good = True
            self._settle()
            self._say(lines)

    def show_trouble(self, number: int, title: str, step: str, *, no_keyring: bool = False) -> None:
        """A test, or keeping, did not go well; everything stays as it was typed.

        `no_keyring` proposes a variable in place of it.
        """
        if number == self._number:
            self._settle()
            self.instead.setVisible(no_keyring)
            self._say((title, step) if step else (title,), Mark.FAILING)

    def take_token(self, token: str) -> None:
        """The token that was granted for a code: as if it had been typed."""
        self.token.sign_in.clear()
        self.secret.edit.setText(token)
        self._test()

    def show_sign_in_trouble(self, title: str, step: str) -> None:
        """No token came of a code."""
        self.token.sign_in.clear()
        self.show_trouble(self._number, title, step)

    def show_code(self, code: str, page: str) -> None:
        """A code is there, to be entered at a page."""
        self.token.sign_in.show_code(code, page)
        self._say(())

    def focus_secret(self) -> None:
        """Begin with the token, or with what tells where it is."""
        fields = {SecretPlace.KEYRING: self.secret, SecretPlace.ENVIRONMENT: self.variable}
        fields.get(self.token.place, self.token.gh).setFocus()

    def focus_address(self) -> None:
        """Begin with the address."""
        self.address.setFocus()

    def done(self, code: int) -> None:
        """Closing it, however that is done, leaves no token behind."""
        self.secret.forget()
        self._number += 1
        super().done(code)

    def showEvent(self, event: QShowEvent) -> None:
        """What was said before has room now."""
        super().showEvent(event)
        self._fit_soon.start()

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001  as Qt calls it
        """Tab goes in reading order, also to fields that came later."""
        put_in_order(self, stops_of(self))
        moved = super().focusNextPrevChild(following)
        focused = self.focusWidget()
        if focused is not None and self.content.isAncestorOf(focused):
            self.area.ensureWidgetVisible(focused, 0, _AIR)
        return moved

    def _make_parts(self, *, by_code: bool) -> None:
        told, look = QCoreApplication.translate, self.look
        self.system = DropDown(look, told("Connect", "System"))
        self.name = TextField(look, told("Connect", "Name"))
        self.address = TextField(look, told("Connect", "Address"))
        self.needs = NeedFields(look, self.wide)
        self.token = TokenPart(look, self.wide, self.known, by_code=by_code)
        self.secret, self.variable = self.token.secret, self.token.variable
        self.scopes = Scopes(look, self.wide)
        self.instead = LinkButton(told("Connect", "Name a variable in place of the keyring"), look)
        self.instead.hide()
        self.said = tuple(self._paragraph("", "body", "text.ink") for _ in range(4))
        self.test = TextButton(told("Connect", "Test"), ButtonKind.PLAIN, look)
        self.leave = TextButton(told("Confirm", "Cancel"), ButtonKind.PLAIN, look)
        act = told("Connect", "Connect") if self.known is None else told("Connect", "Save")
        self.act = TextButton(act, ButtonKind.FILLED, look)

    def _paragraph(self, text: str, style: str, color: str) -> Paragraph:
        made = Paragraph(self.look, style, color)
        made.setFixedWidth(self.wide)
        made.show_text(text, self.wide)
        return made

    def take_look(self, look: Look) -> None:
        """Draw by another look, the scroll bar too."""
        # A new style sheet takes back the palettes of what lies below it.
        self.area.setStyleSheet(scroll_bar_sheet(look))
        super().take_look(look)

    def _lay_out(self) -> None:
        told = QCoreApplication.translate
        self.content = QWidget()
        column = self._column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        known = self.known
        fixed = self._paragraph(self._cards[known.system].title, "body", "text.ink") if known else None
        system = self._row(told("Connect", "System"), fixed or self.system)
        name = self._row(told("Connect", "Name"), self.name)
        address = self._row(told("Connect", "Address"), self.address)
        for part in (system, name, address, self.needs, self.token, self.scopes):
            column.addWidget(part)
        for line in self.said:
            column.addWidget(line)
        column.addWidget(self.instead, 0, _LEFT)
        column.addStretch(1)
        self.area = scrolling(self.content)
        self.area.setStyleSheet(scroll_bar_sheet(self.look))
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(_AIR, _AIR, _AIR - _BAR, _AIR)
        whole.setSpacing(_BETWEEN)
        whole.addWidget(self._paragraph(_title(self.known), "heading", "text.ink"))
        whole.addWidget(self.area, 1)
        whole.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, _BAR, 0)
        row.addWidget(self.test)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        return row

    def _row(self, name: str, part: QWidget) -> NamedRow:
        row = NamedRow(self.look, name, part, self.wide)
        row.setFixedWidth(self.wide)
        return row

    def _connect(self) -> None:
        self.system.chosen.connect(self._show_system)
        self.name.edit.textEdited.connect(self._name_typed)
        for field in (self.name, self.address, self.secret, self.variable):
            self._watch(field)
        self.address.edit.textEdited.connect(self._address_typed)
        self.token.changed.connect(self._show_place)
        self.token.sign_in.wanted.connect(self._sign_in)
        self.instead.clicked.connect(self._use_variable)
        self.test.clicked.connect(self._test)
        self.act.clicked.connect(self._keep)
        self.leave.clicked.connect(self.reject)

    def _watch(self, field: TextField) -> None:
        field.changed.connect(self._changed)
        field.submitted.connect(self._test)

    def _show_system(self) -> None:
        """Ask for what this system needs; what was typed stays where it fits."""
        card = self.card
        self.needs.ask((need.key, need_name(need.key), need.required) for need in card.needs)
        for field in self.needs.fields.values():
            self._watch(field)
        if self.known is not None:
            self.needs.fill(self.known.settings)
        if not self._named_by_hand:
            self.name.show_text(proposed_name(card, self._taken))
        self.address.edit.setPlaceholderText(address_example(card))
        self.address.show_text(self._addresses.get(card.system, card.address or ""))
        self.token.show_system(card.system)

    def _show_place(self) -> None:
        """A token that is there already has not to be made."""
        self.scopes.setVisible(self.token.place is not SecretPlace.GH)
        self._changed()

    def _address_typed(self, text: str) -> None:
        self._addresses[self.system.current] = text

    def _name_typed(self) -> None:
        self._named_by_hand = True

    def _changed(self) -> None:
        """What was found is not about what stands here now."""
        self._number += 1
        self.good = False
        self.scopes.show_card(self.card, self.address.text())
        self._say(())
        self._settle()

    def _use_variable(self) -> None:
        self.token.choose(SecretPlace.ENVIRONMENT)
        self.variable.setFocus()

    def _sign_in(self) -> None:
        fault = faults(self.typed(), self.card, self._taken, self.known).get(ADDRESS, "")
        self.address.refuse(fault)
        if fault:
            self.address.setFocus()
            return
        self._changed()
        self._say((QCoreApplication.translate("Connect", "Asking\u2026"),))
        self.sign_in_wanted.emit(clean_address(self.address.text()) or self.card.address)

    def _test(self) -> None:
        """Buttons are not switched off while it asks: the keyboard would move on to the next one."""
        if self._asking or self._refused():
            return
        self._changed()
        self._asking = True
        self._say((QCoreApplication.translate("Connect", "Asking\u2026"),))
        self.test_wanted.emit(self.wish())

    def _keep(self) -> None:
        if self._asking or not self.good or self._refused():
            return
        self._asking = True
        told = QCoreApplication.translate("Connect", "Keeping it\u2026 The desktop may ask for its keyring.")
        self._say((told,))
        self.keep_wanted.emit(self.wish())

    def _refused(self) -> bool:
        """Say what is missing at its field; the keyboard goes to the first one."""
        found = faults(self.typed(), self.card, self._taken, self.known)
        fields = self._fields()
        for key, field in fields.items():
            field.refuse(found.get(key, ""))
        first = next((fields[key] for key in found if key in fields), None)
        if first is not None:
            first.setFocus()
        self._fit(first)
        return bool(found)

    def _fields(self) -> dict[str, TextField]:
        own = {NAME: self.name, ADDRESS: self.address, SECRET: self.secret, VARIABLE: self.variable}
        return {**own, **self.needs.fields}

    def _say(self, lines: tuple[str, ...], mark: Mark = Mark.NONE) -> None:
        for number, part in enumerate(self.said):
            text = lines[number] if number < len(lines) else ""
            part.show_text(text, self.wide, mark if number == 0 else Mark.NONE)
        self._fit(self.said[min(len(lines), len(self.said)) - 1] if lines else None)

    def _settle(self) -> None:
        self._asking = False
        self.instead.hide()
        self.act.setEnabled(self.good)
        self.act.update()
        self._fit()

    def _fit(self, shown: QWidget | None = None) -> None:
        """As high as what it asks, once fields have made room for what is said below them; `shown` comes into sight."""
        self._shown_part = shown or self._shown_part
        self._fit_soon.start()
        self._fit_now()

    def _fit_again(self) -> None:
        self._fit_now()
        part, self._shown_part = self._shown_part, None
        if part is not None:
            self._whole.activate()
            self.area.ensureWidgetVisible(part, 0, _AIR)

    def _fit_now(self) -> None:
        """As far as the screen goes; then it scrolls."""
        self._column.activate()
        self.setFixedWidth(self.wide + 2 * _AIR)
        needed = self._column.sizeHint().height()
        around = self._whole.sizeHint().height() - self.area.sizeHint().height()
        screen = self.screen()
        most = screen.availableGeometry().height() - _MARGIN if screen is not None else needed + around
        self.setFixedHeight(min(needed + around, most))


def _title(known: Account | None) -> str:
    told = QCoreApplication.translate
    if known is None:
        return told("Connect", "Connect an account")
    return told("Connect", "Edit {name}").format(name=known.name)
