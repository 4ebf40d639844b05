"""What is done about accounts from the Sources page: connecting, testing, changing, removing, stopping a reading.

Network and keyring are asked beside the event loop; what came of it is said in words.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from outlay.app import App
from outlay.domain.accounts import (
    Account,
    AccountStanding,
    AccountTrouble,
    Login,
    RemoteError,
    SystemCard,
    Trouble,
)
from outlay.domain.answers import Progress
from outlay.domain.moments import day_of
from outlay.domain.pictures import FaceState
from outlay.painting.look import Look
from outlay.presenters.accounts import TroubleWords, login_lines, trouble_words, with_account_name
from outlay.presenters.advice import on_screen
from outlay.presenters.connecting import connected_text, sign_in_words
from outlay.presenters.pages.sources_accounts import (
    Step,
    account_lines,
    is_about_token,
    no_account_text,
    remove_sentences,
    removed_text,
)
from outlay.presenters.pages.sources_tools import SourcesAnswer
from outlay.presenters.systems import system_name
from outlay.ui.parts.confirm_dialog import Confirm
from outlay.ui.window.account_rows import AccountsPart
from outlay.ui.window.asking import Asker
from outlay.ui.window.connect_dialog import ConnectDialog, Wish
from outlay.ui.window.connect_token import GITHUB
from outlay.ui.window.doing import Doer
from outlay.ui.window.failing import Failure
from outlay.ui.window.one_dialog import OneDialog
from outlay.ui.window.signing_in import SigningIn, Token

_NO_KEYRING = frozenset(
    (Trouble.KEYRING_ABSENT, Trouble.KEYRING_LOCKED, Trouble.KEYRING_SLOW, Trouble.KEYRING_REFUSED)
)


class _Found(NamedTuple):
    """What a test found, with the system it asked."""

    card: SystemCard
    login: Login


class AccountActs(QObject):
    """One dialog at a time; the window goes on below it.

    Signals:
        said: a sentence above the tables, and how it is marked.
        changed: an account is another one now.
        refresh_wanted: what is new is to be read.
        stop_wanted: the reading that goes on is to leave off.
        setting_changed: a setting was kept, by its name.
    """

    said = Signal(str, object)
    changed = Signal()
    refresh_wanted = Signal()
    stop_wanted = Signal()
    setting_changed = Signal(str)

    def __init__(self, look: Look, part: AccountsPart, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._part, self._page = look, part, page
        self._progress: Progress | None = None
        self._app: App | None = None
        self._answer: SourcesAnswer | None = None
        self._then: dict[str, Callable[[object], None]] = {}
        self._wishes: dict[int, Wish] = {}
        self._tested: dict[int, AccountStanding] = {}
        self.doer, self.trying, self.testing = Doer(self), Asker(self), Asker(self)
        self.signing, self.dialogs = SigningIn(self), OneDialog(self)
        self.signing.code_came.connect(self._code_came)
        self.signing.ended.connect(self._signed_in)
        part.add_wanted.connect(self.add)
        part.step_wanted.connect(self.step)
        part.test_wanted.connect(self.test)
        part.edit_wanted.connect(self.edit)
        part.remove_wanted.connect(self.remove)
        self.doer.done.connect(lambda name, found: self._then[name](found))
        self.doer.failed.connect(lambda name, failure: self._then[name](failure))
        self.trying.came.connect(self._tried)
        self.testing.came.connect(self._row_tested)

    @property
    def dialog(self) -> ConnectDialog | None:
        """The one that connects or changes an account, while it is open."""
        return self.dialogs.dialog if isinstance(self.dialogs.dialog, ConnectDialog) else None

    @property
    def busy(self) -> bool:
        """Whether something is asked or done."""
        return self.doer.busy or self.trying.busy or self.testing.busy

    def take(self, app: App, answer: SourcesAnswer) -> None:
        """Show the accounts as they are known now."""
        self._app, self._answer = app, answer
        self._show()

    def take_progress(self, progress: Progress | None) -> None:
        """Show how far a reading is."""
        self._progress = progress
        self._show()

    def take_look(self, look: Look) -> None:
        """What opens from now on is drawn by another look."""
        self._look = look

    def end(self) -> None:
        """Nothing is begun any more; nobody waits for the network."""
        self.trying.end(0)
        self.testing.end(0)
        self.signing.end()
        self.doer.end()

    def add(self) -> None:
        """Ask for another account."""
        self._do("systems", lambda app: app.systems(), lambda found: self._open(found, None))

    def edit(self, key: str, begin: Callable[[ConnectDialog], None] | None = None) -> None:
        """Ask what is to be other about an account; `begin` brings the keyboard elsewhere than to its name."""
        standing = self._standing(key)
        if standing is not None:
            account = standing.account
            self._do("systems", lambda app: app.systems(), lambda found: self._open(found, account, begin))

    def test(self, key: str) -> None:
        """See whether an account answers, by the token that is kept."""
        standing, app = self._standing(key), self._app
        if standing is not None and app is not None:
            words = QCoreApplication.translate("Sources", "Asking {name}\u2026")
            self.said.emit(words.format(name=standing.account.name), FaceState.FRESH)
            self._tested[self.testing.ask(partial(_kept_login, app, standing.account))] = standing

    def remove(self, key: str) -> None:
        """Ask, then take an account out."""
        standing = self._standing(key)
        if standing is None:
            return
        told, name = QCoreApplication.translate, standing.account.name
        title = told("Sources", "Remove {name}?").format(name=name)
        act = told("Sources", "Remove it")
        dialog = Confirm(self._look, title, remove_sentences(standing), act, self._page)
        self.dialogs.open_dialog(dialog, lambda: self._remove(standing.account))

    def step(self, key: str, step: object) -> None:
        """The next step of an account."""
        standing = self._standing(key)
        if step is Step.TOKEN or step is Step.EDIT:
            about_token = standing is not None and is_about_token(standing)
            self.edit(key, ConnectDialog.focus_secret if about_token else ConnectDialog.focus_address)
        elif step is Step.STOP:
            self._pause(on=True)
        elif step is Step.GO_ON:
            self._pause(on=False)
        elif standing is not None:
            account = standing.account
            self._do("try", lambda app: app.keep_account(account), self._asked_anew)

    def _show(self) -> None:
        if self._app is not None and self._answer is not None:
            sample = self._app.sample
            lines = account_lines(self._answer, self._progress)
            sentence = no_account_text(self._answer, sample=sample)
            self._part.show_lines(lines, sentence, can_add=not sample)

    def _open(
        self, found: object, known: Account | None, begin: Callable[[ConnectDialog], None] | None = None
    ) -> None:
        if isinstance(found, Failure):
            self._fail(found)
            return
        if not isinstance(found, tuple) or self._answer is None or self.dialogs.dialog is not None:
            return
        if known is not None and known.system not in {card.system for card in found}:
            return
        taken = {one.account.name for one in self._answer.accounts if known is None or one.account != known}
        by_code = self._app is not None and bool(self._app.settings.github_client_id)
        dialog = ConnectDialog(self._look, found, taken, known, self._page, by_code=by_code)
        dialog.sign_in_wanted.connect(self._sign_in)
        dialog.finished.connect(self._closed)
        dialog.finished.connect(lambda: self._give_keys_back(known))
        dialog.test_wanted.connect(self._try)
        dialog.keep_wanted.connect(self._keep)
        self.dialogs.open_dialog(dialog, lambda: None)
        if begin is None:
            dialog.name.setFocus()
        else:
            begin(dialog)

    def _give_keys_back(self, known: Account | None) -> None:
        """To what opened the dialog, which a mouse does not give them: else they go to the first part of the window."""
        row = self._part.rows.get(known.key) if known is not None else None
        (row.edit if row is not None else self._part.add).setFocus()

    def _closed(self) -> None:
        """What was typed goes with its dialog."""
        self._wishes.clear()
        self.signing.leave()

    def _sign_in(self, address: str) -> None:
        if self._app is not None:
            self.signing.begin(self._app, address)

    def _code_came(self, code: str, page: str) -> None:
        if self.dialog is not None:
            self.dialog.show_code(code, page)

    def _signed_in(self, found: object) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        if isinstance(found, Token):
            dialog.take_token(found.token)
            return
        words = sign_in_words(found) if isinstance(found, str) else self._words(found, GITHUB)
        dialog.show_sign_in_trouble(words.title, words.step)

    def _try(self, wish: Wish) -> None:
        if self._app is not None:
            self._wishes[self.trying.ask(partial(_typed_login, self._app, wish))] = wish

    def _tried(self, number: int, found: object) -> None:
        dialog, wish = self.dialog, self._wishes.pop(number, None)
        if dialog is None or wish is None:
            return
        if isinstance(found, _Found):
            dialog.show_good(wish.number, login_lines(found.login, found.card))
        else:
            self._show_trouble(dialog, wish, found)

    def _keep(self, wish: Wish) -> None:
        self._do("keep", lambda app: _in_trouble(partial(_keep, app, wish)), partial(self._kept, wish))

    def _kept(self, wish: Wish, found: object) -> None:
        dialog = self.dialog
        if isinstance(found, Account):
            if dialog is not None:
                dialog.accept()
            paused = self._app is not None and self._app.paused
            told = connected_text(found.name, anew=wish.known is None, paused=paused)
            self.said.emit(told, FaceState.FRESH)
            self.changed.emit()
            self.refresh_wanted.emit()
        elif dialog is not None:
            self._show_trouble(dialog, wish, found)
        else:
            self._fail(found, wish.system)

    def _show_trouble(self, dialog: ConnectDialog, wish: Wish, found: object) -> None:
        typed = wish.typed
        asked = Account("", typed.name, wish.system, "", (), typed.place, typed.variable or None)
        words = self._words(found, wish.system, asked)
        lacking = isinstance(found, AccountTrouble) and found.trouble in _NO_KEYRING
        dialog.show_trouble(wish.number, words.title, words.step, no_keyring=lacking)

    def _row_tested(self, number: int, found: object) -> None:
        """One that answers again is asked again: until now it waited for its owner."""
        standing = self._tested.pop(number, None)
        if isinstance(found, _Found) and standing is not None:
            account = standing.account
            lines = login_lines(found.login, found.card)
            told = with_account_name(account.name, found.card.title, " ".join(lines))
            self.said.emit(told, FaceState.FRESH)
            if standing.trouble is not None:
                self._do("try", lambda app: app.keep_account(account), self._asked_anew)
        elif isinstance(found, tuple):
            trouble, system = found
            self._fail(trouble, system, standing.account if standing else None)

    def _remove(self, account: Account) -> None:
        def done(found: object) -> None:
            if isinstance(found, Account):
                self.said.emit(removed_text(found), FaceState.FRESH)
                self.changed.emit()
            else:
                self._fail(found, account.system)

        self._do("remove", lambda app: _in_trouble(partial(app.remove_account, account.name)), done)

    def _pause(self, *, on: bool) -> None:
        def done(found: object) -> None:
            if isinstance(found, Failure):
                self._fail(found)
                return
            self.setting_changed.emit("paused")
            self.changed.emit()
            if not on:
                self.refresh_wanted.emit()

        if on:
            self.stop_wanted.emit()
        self._do("pause", lambda app: app.pause(on), done)

    def _asked_anew(self, found: object) -> None:
        if isinstance(found, Failure):
            self._fail(found)
            return
        self.changed.emit()
        self.refresh_wanted.emit()

    def _do(self, name: str, act: Callable[[App], object], then: Callable[[object], None]) -> None:
        app = self._app
        if app is not None:
            self._then[name] = then
            self.doer.do(name, lambda _tell: act(app))

    def _fail(self, found: object, system: str = "", account: Account | None = None) -> None:
        words = self._words(found, system, account)
        self.said.emit(f"{words.title} {words.step}".strip(), FaceState.FAILING)

    def _words(self, found: object, system: str, account: Account | None = None) -> TroubleWords:
        """What stood in the way, and the next step."""
        if isinstance(found, AccountTrouble) and self._answer is not None:
            zone = self._answer.zone
            today = day_of(self._answer.now, zone)
            return trouble_words(found, system_name(system), zone, today, account)
        failure = found if isinstance(found, Failure) else Failure("", "")
        return TroubleWords(on_screen(failure.title), on_screen(failure.advice))

    def _standing(self, key: str) -> AccountStanding | None:
        known = self._answer.accounts if self._answer else ()
        return next((one for one in known if one.account.key == key), None)


def _in_trouble(act: Callable[[], object]) -> object:
    """What it returns; trouble of a system or a keyring as a value."""
    try:
        return act()
    except RemoteError as error:
        return error.told


def _described(app: App, wish: Wish) -> Account:
    typed = wish.typed
    account = app.describe_account(
        wish.system, typed.name, typed.address or None, typed.settings, typed.place
    )._replace(variable=typed.variable or None)
    return account if wish.known is None else account._replace(key=wish.known.key)


def _typed_login(app: App, wish: Wish) -> object:
    """In a thread: what the token that was typed may see, or the trouble."""

    def ask() -> _Found:
        account = _described(app, wish)
        return _Found(_card_of(app, account), app.test_account(account, wish.typed.secret or None))

    return _in_trouble(ask)


def _kept_login(app: App, account: Account) -> object:
    """In a thread: what the token that is kept may see, or the trouble with the system's id."""
    found = _in_trouble(lambda: _Found(_card_of(app, account), app.test_account(account)))
    return found if isinstance(found, _Found) else (found, account.system)


def _card_of(app: App, account: Account) -> SystemCard:
    return next(card for card in app.systems() if card.system == account.system)


def _keep(app: App, wish: Wish) -> Account:
    account = _described(app, wish)
    app.keep_account(account, wish.typed.secret or None)
    return account
