"""The Spend page's tokens: what a board would count, and what it is made of."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.painting.look import Look
from outlay.presenters.pages.spend_tokens import TokensAsked, TokensView, tokens_view
from outlay.ui.parts.figure import FigureBlock
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.made_of import MadeOfWidget
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.table import LedgerTable

_SECTION = 24


class TokensPlace(QWidget):
    """Shows what was asked of tokens."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: TokensView | None = None
        self.block = FigureBlock(look)
        self.empty = Paragraph(look, "body", "text.second")
        self.bar = MadeOfWidget(look)
        self.kinds, self.models = LedgerTable(look), LedgerTable(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SECTION)
        for part in (self.block, self.empty, self.bar, self.kinds, self.models):
            column.addWidget(part)

    def show_asked(self, asked: TokensAsked) -> None:
        """Show another answer."""
        self.view = view = tokens_view(asked)
        self.block.show_block(view.figure, view.spoken, view.caption, view.sentences)
        self.bar.show_chart(view.bar)
        self.kinds.show_table(view.kinds)
        self.models.show_table(view.models)
        for part in (self.bar, self.kinds, self.models):
            part.setVisible(not view.empty)
        self.empty.show_text(view.empty, self.width())

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Lay out for a content width."""
        self.block.take_width(width, narrow=narrow)
        self.kinds.setFixedWidth(width)
        self.models.setFixedWidth(width)
        self.empty.show_text(self.view.empty if self.view else "", width)

    def begin(self) -> QWidget:
        """Where the keyboard begins."""
        return self.kinds.view

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        parts: tuple[Looked, ...] = (self.block, self.empty, self.bar, self.kinds, self.models)
        for part in parts:
            part.take_look(look)
