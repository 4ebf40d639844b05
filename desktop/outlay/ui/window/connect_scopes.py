"""What a token has to be made with, and the page where that is done."""

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outlay.domain.accounts import SystemCard
from outlay.painting.look import Look
from outlay.presenters.connecting import token_page
from outlay.ui.parts.links import LinkButton
from outlay.ui.parts.paragraph import Paragraph

_LINE = "\u2028"
"""Ends a line inside a paragraph."""


class Scopes(QWidget):
    """One a line, in the words of the page; the page opens only when its link is pressed."""

    def __init__(self, look: Look, width: int) -> None:
        super().__init__()
        told = QCoreApplication.translate
        self._width, self._page = width, ""
        self._scopes: tuple[str, ...] = ()
        self.may = Paragraph(look, "small", "text.second")
        self.list = Paragraph(look, "small", "text.ink")
        self.page = LinkButton(told("Connect", "Open the page where a token is made"), look)
        self.copy = LinkButton(told("Connect", "Copy the list"), look)
        self.page.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._page)))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(self._scopes)))
        self._lay_out()

    def show_card(self, card: SystemCard, address: str) -> None:
        """Of a system at an address."""
        words = QCoreApplication.translate("Connect", "The token has to be made with:")
        self._page, self._scopes = token_page(card, address), card.scopes
        self.may.show_text(words if card.scopes else "", self._width)
        self.list.show_text(_LINE.join(card.scopes), self._width)
        self.copy.setVisible(bool(card.scopes))
        self.page.setVisible(bool(self._page))

    def _lay_out(self) -> None:
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self.page)
        links.addWidget(self.copy)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.may, self.list):
            part.setFixedWidth(self._width)
            column.addWidget(part)
        column.addLayout(links)
