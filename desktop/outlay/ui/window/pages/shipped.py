"""The Shipped page: the items of a period with all their money, and beside them one item from its first prompt on."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.app import App
from outlay.domain.answers import Progress
from outlay.domain.item_story import ItemStory
from outlay.domain.moments import Period
from outlay.domain.own_words import Told, Verb
from outlay.domain.pictures import FaceState
from outlay.domain.shipped_page import OpenItem, ShippedAnswer
from outlay.domain.words import Notice, Run
from outlay.errors import WrongCallError
from outlay.painting.look import Look
from outlay.presenters.advice import on_screen
from outlay.presenters.items import key_label
from outlay.presenters.pages.shipped_acts import told_sentence
from outlay.presenters.pages.shipped_pane import COPY, OPEN
from outlay.presenters.pages.shipped_times import ACCOUNTS
from outlay.presenters.pages.shipped_words import HOW, UNDO
from outlay.presenters.spans import of_span
from outlay.rules.shipped_items import ListView, kept_view
from outlay.rules.spans import Span
from outlay.rules.standing_acts import standing_acts
from outlay.ui.window.asking import Asker
from outlay.ui.window.doing import Doer
from outlay.ui.window.failing import Failure
from outlay.ui.window.page import Page
from outlay.ui.window.pages.shipped_correct import Around, Corrections, Wish
from outlay.ui.window.pages.shipped_list import ShippedTable
from outlay.ui.window.pages.shipped_pane import NOTE, ShippedPane


class ShippedPage(Page):
    """The table is the list, the pane one of it; every correction is one act that can be taken back."""

    name = "shipped"
    scrolls_itself = True

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._app: App | None = None
        self._answer: ShippedAnswer | None = None
        self._span: Span | None = None
        self._open = ""
        self._once_read: str | None = None
        self._take_focus = False
        self.story: ItemStory | None = None
        self._ask_item, self.doer = Asker(self), Doer(self)
        self.list, self.side = ShippedTable(look), ShippedPane(look)
        self.corrections = Corrections(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self._connect()

    def title(self) -> str:
        """What the page is called."""
        return QCoreApplication.translate("Window", "Shipped")

    def pane(self) -> QWidget | None:
        """The open item."""
        return self.side if self._open else None

    def close_pane(self) -> bool:
        """Close the item; the keyboard goes back to the table."""
        if not self._open:
            return False
        had_focus = self.side.has_focus()
        self._open = ""
        self.list.show_open("")
        if had_focus:
            self.list.focus_rows()
        return True

    def ask(self, app: App, period: Period) -> ShippedAnswer:
        """The items of the period and the owner's acts."""
        view = app.settings.shipped_view
        return ShippedAnswer(period, app.items(period), app.acts(), _why_unknown(app), app.now, view)

    def take_span(self, span: Span, _today: date) -> None:
        """The span the answer belongs to, for what it is called in a sentence."""
        self._span = span

    def show_answer(self, answer: object, app: App) -> None:
        """Show a ShippedAnswer; the open item is read anew when it is another answer."""
        if not isinstance(answer, ShippedAnswer):
            raise TypeError(type(answer).__name__)
        other = answer is not self._answer
        self._app, self._answer = app, answer
        self.list.show_answer(answer, of_span(self._span.unit) if self._span else "")
        if other and self._open:
            self._read_item()

    def open_subject(self, subject: object) -> None:
        """Open one item, also one that is not in the list."""
        if isinstance(subject, str) and subject:
            self.open_item(subject)

    def open_item(self, key: str, keyboard: bool = False) -> None:  # noqa: FBT001, FBT002  the list's signal
        """Open an item in the pane; with `keyboard` the keyboard goes there."""
        before, self._open = self._open, key
        self.list.show_open(key)
        self._take_focus = keyboard
        self._read_item()
        if not before:
            self.retitled.emit()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        super().take_look(look)
        self.list.take_look(look)
        self.side.take_look(look)

    def end(self) -> None:
        """Nothing is read or done any more."""
        self.list.end()
        self._ask_item.end()
        self.doer.end()

    def _read_item(self) -> None:
        app, key = self._app, self._open
        if app is not None:
            self._ask_item.ask(lambda: _open_item(app, key))

    def _item_came(self, _number: int, found: object) -> None:
        if not self._open or self._app is None:
            return
        if isinstance(found, Failure):
            self.story = None
            self.list.show_open("")
            self.side.say(key_label(self._open) or self._open, self._why(found))
        elif isinstance(found, tuple) and found[0] == self._open:
            self._show_item(found[1], self._app)
        if self._take_focus:
            self._take_focus = False
            self.side.focus_first()

    def _why(self, failure: Failure) -> Notice:
        """Why the open item is not shown; one that was dismissed has its Undo there."""
        told = QCoreApplication.translate
        for act in standing_acts(self._answer.acts if self._answer else ()):
            if act.verb is Verb.DISMISS and act.item == self._open:
                words = told("Shipped", "It does not count as shipped work, set by you.")
                return Notice((Run(words),), FaceState.FRESH, told("Shipped", "Undo"), f"{UNDO}{act.number}")
        return Notice((Run(on_screen(f"{failure.title} {failure.advice}".strip())),))

    def _show_item(self, found: OpenItem, app: App) -> None:
        self.story, self._open = found.story, found.story.item.item
        self.side.show_item(found, app.zone)
        self.list.show_open(self._open)

    def _around(self) -> Around | None:
        story = self.story
        if self._app is None or self._answer is None or story is None or not self._open:
            return None
        items = self._answer.work.items
        return Around(self.look, self._app, story.item, story.sessions, items, self._answer.period)

    def _act(self, name: str) -> None:
        around = self._around()
        if name == "how":
            self.open_wanted.emit("method", "tiers")
        elif around is not None:
            wishes: dict[str, Callable[[Around], None]] = {
                "link": self.corrections.link,
                "split": self.corrections.split,
                "dismiss": self.corrections.dismiss,
            }
            wishes[name](around)

    def _correct(self, session: str) -> None:
        around = self._around()
        if around is not None:
            self.corrections.correct(around, session)

    def _add(self) -> None:
        if self._app is not None:
            self.corrections.add(self.look, self._app)

    def _link(self, what: str) -> None:
        around = self._around()
        if what.startswith(UNDO):
            self.corrections.undo(int(what.removeprefix(UNDO)))
        elif what.startswith(OPEN):
            QDesktopServices.openUrl(QUrl(what.removeprefix(OPEN)))
        elif what.startswith(COPY):
            QGuiApplication.clipboard().setText(what.removeprefix(COPY))
            self._say(QCoreApplication.translate("Shipped", "Copied."))
        elif what == NOTE and around is not None:
            self.corrections.note(around)
        elif what in {HOW, ACCOUNTS}:
            self.open_wanted.emit(*what.split(":"))

    def _session(self, place: str) -> None:
        tool, _, session = place.partition("/")
        self.open_wanted.emit("spend", ("session", tool, session))

    def _keep_view(self, view: ListView) -> None:
        app = self._app
        if app is not None:
            self.doer.do("view", lambda _tell: app.set("shipped_view", kept_view(view)))

    def _do(self, wish: object) -> None:
        app = self._app
        if isinstance(wish, Wish) and app is not None:
            self.doer.do(wish.sentence, lambda _tell: wish.act(app))

    def _done(self, sentence: str, found: object) -> None:
        """Say what was done, with its way back. Where a session belongs is worked out by the next reading."""
        if not isinstance(found, Told) or self._app is None:
            return
        act, moved = found.act, found.act.link is not None
        holds = act.undone is None
        if holds and act.verb is Verb.ADD and act.item:
            self.open_item(act.item)
        if holds and act.verb is Verb.DISMISS:
            self._close()
        undo = QCoreApplication.translate("Shipped", "Undo") if holds else ""
        words = told_sentence(found, sentence, moved=moved, paused=self._app.paused)
        self._say(words, action=undo, what=f"{UNDO}{act.number}")
        self.changed.emit()
        if moved:
            self._once_read = told_sentence(found, sentence) if holds else ""
            self.refresh_wanted.emit()

    def _failed(self, _name: str, failure: object) -> None:
        if isinstance(failure, Failure):
            self._say(on_screen(f"{failure.title} {failure.advice}".strip()), state=FaceState.FAILING)
        self.changed.emit()

    def _say(
        self, text: str, *, state: FaceState = FaceState.FRESH, action: str = "", what: str = ""
    ) -> None:
        self._once_read = None
        self.list.notice.show_notice(Notice((Run(text),), state, action, what) if text else None)

    def take_progress(self, progress: Progress | None) -> None:
        """Once a reading is over, figures that were to follow it have followed."""
        notice, words = self.list.notice.notice, self._once_read
        if progress is None and words is not None and notice is not None:
            self._say(words, action=notice.action, what=notice.what)

    def _close(self) -> None:
        if self.close_pane():
            self.retitled.emit()

    def _rested(self, key: str) -> None:
        """With the pane open it follows the keyboard."""
        if self._open:
            self.open_item(key)

    def _connect(self) -> None:
        self.list.opened.connect(self.open_item)
        self.list.rested.connect(self._rested)
        self.list.view_chosen.connect(self._keep_view)
        self.list.link_wanted.connect(self._link)
        self.list.add_wanted.connect(self._add)
        self.list.step.repositories_wanted.connect(lambda: self.open_wanted.emit("sources", "repositories"))
        self.list.step.emails_wanted.connect(lambda: self.open_wanted.emit("sources", "identities"))
        self._ask_item.came.connect(self._item_came)
        self.doer.done.connect(self._done)
        self.doer.failed.connect(self._failed)
        self.corrections.wished.connect(self._do)
        self.side.link_followed.connect(self._link)
        self.side.item_wanted.connect(self.open_item)
        self.side.session_wanted.connect(self._session)
        self.side.correct_wanted.connect(self._correct)
        self.side.act_wanted.connect(self._act)
        self.side.close_wanted.connect(self._close)


def _why_unknown(app: App) -> str:
    """What has to be there before anything can ship: repositories with the owner's e-mail, or an account that was read."""
    if app.repositories():
        return "" if app.identities() else "no_email"
    return "" if any(one.read is not None for one in app.accounts()) else "no_repository"


def _open_item(app: App, key: str) -> tuple[str, OpenItem] | Failure:
    """An item to show, in the reading thread; one that is none is told without commands."""
    try:
        return key, OpenItem(app.item(key), app.acts(), app.now, bool(app.accounts()))
    except WrongCallError:
        told = QCoreApplication.translate
        return Failure(told("Shipped", "It is not known which item this is."), "")
