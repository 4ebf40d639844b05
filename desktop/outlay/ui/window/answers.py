"""The answers of all pages: kept by page and period, read anew when facts changed, with what went wrong."""

from collections.abc import Hashable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from outlay.app import App
from outlay.domain.moments import Period
from outlay.ui.window.asking import Asker
from outlay.ui.window.failing import Failure
from outlay.ui.window.page import Page

_KEPT = 32


class _Asked(NamedTuple):
    page: str
    period: Period
    question: Hashable
    stamp: int


class Kept(NamedTuple):
    """An answer and the stamp it was asked under."""

    stamp: int
    answer: object


class Answers(QObject):
    """Asks for pages. `came` says that a page's answer for a period, or its failure, is known."""

    came = Signal(str, object)

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._asker = Asker(self)
        self._asker.came.connect(self._take)
        self._asked: dict[int, _Asked] = {}
        self._kept: dict[tuple[str, Period, Hashable], Kept] = {}
        self._failures: dict[str, Failure] = {}
        self._stamp = 1

    @property
    def busy(self) -> bool:
        """Whether an answer is being read."""
        return self._asker.busy

    def take_app(self, app: App) -> None:
        """Ask another front desk from now on; what was kept is out of date."""
        self._app = app
        self.outdate()

    def kept(self, page: Page, period: Period) -> Kept | None:
        """The last answer of a page for a period and the page's question."""
        return self._kept.get((page.name, period, page.question()))

    def failure(self, page: str) -> Failure | None:
        """Why a page's last reading brought none."""
        return self._failures.get(page)

    def outdate(self) -> None:
        """Facts or the owner's words are others now."""
        self._stamp += 1

    def ask(self, page: Page, period: Period) -> None:
        """Read a page's answer, unless the one that is kept is fresh."""
        kept = self.kept(page, period)
        if kept is not None and kept.stamp == self._stamp:
            return
        number = self._asker.ask(page.reading(self._app, period))
        self._asked[number] = _Asked(page.name, period, page.question(), self._stamp)

    def end(self) -> None:
        """Nothing is read any more."""
        self._asker.end()

    def _take(self, number: int, found: object) -> None:
        asked = self._asked.get(number)
        self._asked = {wish: told for wish, told in self._asked.items() if wish > number}
        if asked is None:
            return
        if isinstance(found, Failure):
            self._failures[asked.page] = found
        else:
            self._failures.pop(asked.page, None)
            self._keep(asked, found)
        self.came.emit(asked.page, asked.period)

    def _keep(self, asked: _Asked, answer: object) -> None:
        self._kept.pop(asked[:3], None)
        self._kept[asked[:3]] = Kept(asked.stamp, answer)
        while len(self._kept) > _KEPT:
            self._kept.pop(next(iter(self._kept)))
