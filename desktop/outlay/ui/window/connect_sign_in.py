"""Signing in at GitHub by a code, as the dialog for an account shows it."""

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.links import LinkButton
from outlay.ui.parts.paragraph import Paragraph

_LEFT = Qt.AlignmentFlag.AlignLeft


class SignIn(QWidget):
    """A link that wishes for a code, then the code with the page to enter it at. `wanted` tells."""

    wanted = Signal()

    def __init__(self, look: Look, width: int) -> None:
        super().__init__()
        told = QCoreApplication.translate
        self._width, self._page, self._code = width, "", ""
        self.begin = LinkButton(told("Connect", "Sign in at GitHub with a code"), look)
        self.code = Paragraph(look, "body", "text.ink")
        self.code.setFixedWidth(width)
        self.open = LinkButton(told("Connect", "Open the page for the code"), look)
        self.copy = LinkButton(told("Connect", "Copy the code"), look)
        self.begin.clicked.connect(self.wanted)
        self.open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._page)))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._code))
        self._lay_out()
        self.clear()

    def show_code(self, code: str, page: str) -> None:
        """The code is there; it is entered by the owner, in a browser."""
        self._code, self._page = code, page
        words = QCoreApplication.translate("Connect", "Enter this code at {page}: {code}")
        self.code.show_text(words.format(page=page.removeprefix("https://"), code=code), self._width)
        self.open.show()
        self.copy.show()

    def clear(self) -> None:
        """There is no code any more."""
        self._code = self._page = ""
        self.code.show_text("", self._width)
        self.open.hide()
        self.copy.hide()

    def _lay_out(self) -> None:
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self.open)
        links.addWidget(self.copy)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.begin, 0, _LEFT)
        column.addWidget(self.code)
        column.addLayout(links)
