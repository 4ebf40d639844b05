"""What the owner does from the Spend page: prices, and where a session belongs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from outlay.app import App
from outlay.domain.moments import day_of
from outlay.domain.prices import TokenPrices
from outlay.painting.look import Look
from outlay.presenters.advice import on_screen
from outlay.presenters.item_story import session_text
from outlay.presenters.pages.spend_session import SessionAsked
from outlay.ui.window.doing import Doer
from outlay.ui.window.failing import Failure
from outlay.ui.window.one_dialog import OneDialog
from outlay.ui.window.pages.shipped_acts import ItemDialog
from outlay.ui.window.pages.spend_price_dialog import PriceDialog


class SpendActs(OneDialog):
    """Acts are done beside the event loop: a reading may hold the file.

    Signals:
        done: an act was kept, with what it returned: a Told for one that moves a session.
        refused: why one was not, in words.
    """

    done = Signal(object)
    refused = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.app: App | None = None
        self._doer = Doer(self)
        self._doer.done.connect(lambda _name, found: self.done.emit(found))
        self._doer.failed.connect(self._failed)

    def set_price(self, look: Look, model: str, known: TokenPrices | None) -> None:
        """Ask for an own price of a model, beginning with what it costs now."""
        if (app := self.app) is None:
            return
        dialog = PriceDialog(look, model, day_of(app.now, app.zone), app.zone, self._page)
        if known is not None:
            dialog.fill(known)

        def agreed() -> None:
            rate = dialog.rate()
            if rate is not None:
                self._do(partial(app.set_price, rate))

        self.open_dialog(dialog, agreed)

    def remove_price(self, model: str) -> None:
        """Take the owner's prices of a model back."""
        if self.app is not None:
            self._do(partial(self.app.remove_price, model))

    def link(self, look: Look, place: str, asked: SessionAsked) -> None:
        """Choose the item that a session, or `SESSION:TURN`, belongs to."""
        if (app := self.app) is None:
            return
        name = session_text(asked.page.tool, asked.page.session)
        dialog = ItemDialog(look, name, asked.items, asked.period, self._page)
        if ":" in place:
            told = QCoreApplication.translate("Spend", "Turn {turn} counts for the item that is chosen.")
            dialog.say(told.format(turn=place.rpartition(":")[2]))
        self.open_dialog(dialog, lambda: self._do(partial(app.link_session, place, dialog.items.chosen)))

    def unlink(self, place: str) -> None:
        """Have a session or turn belong to no item."""
        if self.app is not None:
            self._do(partial(self.app.unlink_session, place))

    def undo(self, number: int) -> None:
        """Take an act back."""
        if self.app is not None:
            self._do(partial(self.app.undo_act, number))

    def end(self) -> None:
        """Nothing is done any more."""
        self._doer.end()

    def _do(self, act: Callable[[], object]) -> None:
        self.refused.emit("")
        self._doer.do("act", lambda _tell: act())

    def _failed(self, _name: str, failure: object) -> None:
        if isinstance(failure, Failure):
            self.refused.emit(f"{on_screen(failure.title)} {on_screen(failure.advice)}".strip())
