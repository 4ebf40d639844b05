"""The Spend page's prices: the rows behind a sum, the owner's own, and models without one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.painting.look import Look
from outlay.presenters.pages.spend_prices import REMOVE, SET, PricesAsked, PricesView, prices_view
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.table import LedgerTable
from outlay.ui.parts.words import WordsLabel

_SECTION = 24


class PricesPlace(QWidget):
    """Shows what was asked of prices.

    Signals:
        set_wanted: a price for a model.
        remove_wanted: the owner's prices of a model are to be taken back.
    """

    set_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: PricesView | None = None
        self.asked: PricesAsked | None = None
        self.sentence = WordsLabel(look, "body", "text.second")
        self.used, self.own, self.unpriced = LedgerTable(look), LedgerTable(look), LedgerTable(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SECTION)
        for part in (self.sentence, self.unpriced, self.used, self.own):
            column.addWidget(part)
        for table in (self.used, self.own, self.unpriced):
            table.link_wanted.connect(self._linked)

    def show_asked(self, asked: PricesAsked) -> None:
        """Show another answer."""
        self.asked, self.view = asked, prices_view(asked)
        view = self.view
        self.sentence.show_words(view.sentence, self.width())
        told = ((self.used, view.used), (self.own, view.own), (self.unpriced, view.unpriced))
        for widget, table in told:
            widget.setVisible(table is not None)
            if table is not None:
                widget.show_table(table)

    def take_width(self, width: int, *, narrow: bool) -> None:  # noqa: ARG002  columns hide by themselves
        """Lay out for a content width."""
        for table in (self.used, self.own, self.unpriced):
            table.setFixedWidth(width)
        self.sentence.show_words(self.view.sentence if self.view else (), width)

    def begin(self) -> QWidget:
        """Where the keyboard begins."""
        return self.used.view

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        parts: tuple[Looked, ...] = (self.sentence, self.used, self.own, self.unpriced)
        for part in parts:
            part.take_look(look)

    def _linked(self, _row: str, what: str) -> None:
        if what.startswith(SET):
            self.set_wanted.emit(what.removeprefix(SET))
        elif what.startswith(REMOVE):
            self.remove_wanted.emit(what.removeprefix(REMOVE))
