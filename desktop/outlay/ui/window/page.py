"""What every page of the window is: it asks for one answer, shows it, and forwards wishes."""

from collections.abc import Callable, Hashable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from outlay.app import App
from outlay.domain.answers import Progress
from outlay.domain.moments import Period
from outlay.painting.look import Look
from outlay.rules.spans import Span


class Page(QWidget):
    """The base of all pages.

    Signals:
        open_wanted: another page by its name, with what to show there (None: as it stands).
        changed: an act of the owner's changed what answers say; every page asks anew.
        retitled: the page's title, actions or pane are others now.
        span_wanted: the page wants another Span chosen.
        asks_anew: the page's question is another one now.
        refresh_wanted: what is new is to be read now.
        stop_wanted: the reading that goes on is to leave off; it goes on from there another time.
        setting_changed: a setting was kept, by its name.
        sample_wanted: the sample data is to be opened beside this.
    """

    open_wanted = Signal(str, object)
    changed = Signal()
    retitled = Signal()
    span_wanted = Signal(object)
    asks_anew = Signal()
    refresh_wanted = Signal()
    stop_wanted = Signal()
    setting_changed = Signal(str)
    sample_wanted = Signal()

    name = ""
    needs_period = True
    stands_alone = False
    """True: neither sidebar nor top row is shown beside it."""
    scrolls_itself = False
    """True: the page fills the room below the top row and scrolls inside; else the window scrolls it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def title(self) -> str:
        """The heading of the page."""
        raise NotImplementedError

    def buttons(self) -> tuple[QWidget, ...]:
        """Buttons beside the period picker."""
        return ()

    def pane(self) -> QWidget | None:
        """What stands at the right of the page from top to bottom; None while there is nothing."""
        return None

    def close_pane(self) -> bool:
        """Close the pane; False when none is open."""
        return False

    def widened(self, period: Period) -> Period:
        """The period the page works on when the chosen one is this."""
        return period

    def take_span(self, span: Span, today: date) -> None:
        """The chosen span and the present day, for the title; told before an answer is shown."""

    def question(self) -> Hashable:
        """What the page wants to know beside the period; answers are kept by it."""
        return None

    def ask(self, app: App, period: Period) -> object:
        """Read the answer; called beside the event loop, so it calls nothing but the app.

        Raises OutlayError, which the window shows.
        """
        raise NotImplementedError

    def reading(self, app: App, period: Period) -> Callable[[], object]:
        """What reads the answer to the question as it is now; the page may have another one when it is called."""
        return partial(self.ask, app, period)

    def show_answer(self, answer: object, app: App) -> None:
        """Show an answer of `ask`."""
        raise NotImplementedError

    def open_subject(self, subject: object) -> None:
        """Show one thing of the page, as `open_wanted` named it."""

    def take_progress(self, progress: Progress | None) -> None:
        """How far a reading is, None when it is over."""

    def end(self) -> None:
        """The window closes."""

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Lay out for a content width; `narrow` when side-by-side parts stack."""

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.look = look
        self.update()
