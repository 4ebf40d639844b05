"""From a wish to correct something to the act that does it: the dialog in between, and what is said afterwards."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from outlay.app import App
from outlay.domain.item_story import StorySession
from outlay.domain.items import Item
from outlay.domain.moments import Period, day_of
from outlay.domain.own_words import Told
from outlay.painting.look import Look
from outlay.presenters.item_story import session_text
from outlay.presenters.pages.shipped_acts import days_around
from outlay.rules.standing_acts import landed_on
from outlay.ui.parts.confirm_dialog import Confirm
from outlay.ui.window.one_dialog import OneDialog
from outlay.ui.window.pages.shipped_acts import ItemDialog, LinkDialog
from outlay.ui.window.pages.shipped_entry import AddDialog, NoteDialog
from outlay.ui.window.pages.shipped_split import SplitDialog


class Wish(NamedTuple):
    """An act, and what is said when it is done."""

    name: str
    act: Callable[[App], Told]
    sentence: str


class Around(NamedTuple):
    """What a dialog needs: the item that is open, the items to choose from, the chosen period."""

    look: Look
    app: App
    item: Item
    sessions: tuple[StorySession, ...]
    items: Sequence[Item]
    period: Period


class Corrections(OneDialog):
    """One dialog at a time.

    Signals:
        wished: a Wish, once its dialog was agreed to.
    """

    wished = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.menu: QMenu | None = None

    def link(self, around: Around) -> None:
        """Choose a session for the item."""
        period = days_around(around.item, around.app.now, around.app.zone)
        dialog = LinkDialog(around.look, around.item, around.app, period, self._page)
        key, title = around.item.item, around.item.title

        def agreed() -> None:
            place = dialog.place()
            sentence = QCoreApplication.translate("Shipped", "{session} belongs to {title} now.").format(
                session=_called(place), title=title
            )
            self.wished.emit(Wish("link", lambda app: app.link_session(place, key), sentence))

        self.open_dialog(dialog, agreed)

    def correct(self, around: Around, session: str) -> None:
        """Say where a session of the item belongs: to nothing, to another item, or to several."""
        told = QCoreApplication.translate
        menu = QMenu(self._page)
        menu.addAction(told("Shipped", "Belongs to no item")).triggered.connect(
            lambda: self.wished.emit(self._unlink(session))
        )
        menu.addAction(told("Shipped", "Belongs to another item\u2026")).triggered.connect(
            lambda: self.move(around, session)
        )
        menu.addAction(told("Shipped", "Split it\u2026")).triggered.connect(
            lambda: self.split(around, session)
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu = menu
        menu.popup(QCursor.pos())
        menu.setActiveAction(menu.actions()[0])

    def move(self, around: Around, session: str) -> None:
        """Choose another item for a session."""
        others = [one for one in around.items if one.item != around.item.item]
        dialog = ItemDialog(around.look, _called(session), others, around.period, self._page)

        def agreed() -> None:
            key = dialog.items.chosen
            title = next((one.title for one in others if one.item == key), key)
            sentence = QCoreApplication.translate("Shipped", "{session} belongs to {title} now.").format(
                session=_called(session), title=title
            )
            self.wished.emit(Wish("link", lambda app: app.link_session(session, key), sentence))

        self.open_dialog(dialog, agreed)

    def split(self, around: Around, session: str = "") -> None:
        """Share a session out."""
        own = sorted(around.sessions, key=lambda one: f"{one.tool}/{one.session}" != session)
        dialog = SplitDialog(around.look, around.item, own, around.items, self._page)

        def agreed() -> None:
            place, parts = dialog.session.current, dialog.parts()
            sentence = QCoreApplication.translate(
                "Shipped", "{session} is split by your weights now."
            ).format(session=_called(place))
            self.wished.emit(Wish("split", lambda app: app.split_session(place, parts), sentence))

        self.open_dialog(dialog, agreed)

    def dismiss(self, around: Around) -> None:
        """Have the item not count."""
        told = QCoreApplication.translate
        title, key = around.item.title, around.item.item
        sentences = (
            told("Shipped", "It no longer counts as shipped work, here or anywhere else."),
            told("Shipped", "What was spent on it is not linked then. Undo stays below the list."),
        )
        asked = told("Shipped", "Dismiss {title}?").format(title=title)
        dialog = Confirm(around.look, asked, sentences, told("Shipped", "Dismiss"), self._page)
        sentence = QCoreApplication.translate(
            "Shipped", "{title} does not count as shipped work now."
        ).format(title=title)
        wish = Wish("dismiss", lambda app: app.dismiss_item(key), sentence)
        self.open_dialog(dialog, lambda: self.wished.emit(wish))

    def note(self, around: Around) -> None:
        """Write a note on the item."""
        dialog, key = NoteDialog(around.look, around.item, self._page), around.item.item
        sentence = QCoreApplication.translate("Shipped", "Your note is kept.")

        def agreed() -> None:
            text = dialog.text()
            self.wished.emit(Wish("note", lambda app: app.note_item(key, text), sentence))

        self.open_dialog(dialog, agreed)

    def add(self, look: Look, app: App) -> None:
        """Enter finished work that left no commit."""
        dialog = AddDialog(look, day_of(app.now, app.zone), self._page)

        def agreed() -> None:
            title, kind = dialog.title.text(), dialog.own_kind()
            landed = landed_on(dialog.day(), app.now, app.zone)
            sentence = QCoreApplication.translate("Shipped", "{title} is entered.").format(title=title)
            self.wished.emit(Wish("add", lambda app: app.add_item(title, kind, landed), sentence))

        self.open_dialog(dialog, agreed)

    def undo(self, number: int) -> None:
        """Take an act back."""
        sentence = QCoreApplication.translate("Shipped", "It is taken back.")
        self.wished.emit(Wish("undo", lambda app: app.undo_act(number), sentence))

    def _unlink(self, session: str) -> Wish:
        sentence = QCoreApplication.translate("Shipped", "{session} belongs to no item now.").format(
            session=_called(session)
        )
        return Wish("unlink", lambda app: app.unlink_session(session), sentence)


def _called(place: str) -> str:
    """A session or its turn, short."""
    tool, _, rest = place.partition("/")
    session, _, turn = rest.partition(":")
    name = session_text(tool, session)
    return f"{name}:{turn}" if turn else name
