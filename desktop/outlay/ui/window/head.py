"""What stands above every page and does not scroll: the sample's band, a quiet sentence, the top row, the notice."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.domain.pictures import FaceState
from outlay.domain.words import Notice, Run
from outlay.painting.look import Look
from outlay.presenters.advice import on_screen
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.notice_bar import NoticeBar
from outlay.ui.window.failing import Failure
from outlay.ui.window.measures import Measures
from outlay.ui.window.top_row import TopRow
from outlay.ui.window_process import knows_own_data

_BETWEEN = 14


class Head(QVBoxLayout):
    """Each of its parts takes no room while it has nothing to say."""

    again_wanted = Signal(str)
    own_data_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.band, self.quiet = NoticeBar(look), NoticeBar(look)
        self.top, self.notice = TopRow(look), NoticeBar(look)
        self.setSpacing(_BETWEEN)
        parts: tuple[QWidget, ...] = (self.band, self.quiet, self.top, self.notice)
        for part in parts:
            self.addWidget(part)
        self.notice.link_wanted.connect(self.again_wanted)
        self.band.link_wanted.connect(self.own_data_wanted)

    def place(self, measures: Measures) -> None:
        """Keep to the window's margins."""
        self.setContentsMargins(measures.left, 0, measures.right, _BETWEEN)
        self.top.take_width(measures.sheet - measures.left - measures.right)

    def tell(self, sentence: str) -> None:
        """Say why the window is there; an empty sentence says nothing."""
        self.quiet.show_notice(Notice((Run(sentence),)) if sentence else None)

    def show_sample(self, *, sample: bool) -> None:
        """Mark sample data, with the way to one's own."""
        told = QCoreApplication.translate
        words = (Run(told("Window", "Sample data, not your own."), strong=True),)
        action = told("Window", "Read my own logs") if knows_own_data() else ""
        self.band.show_notice(Notice(words, FaceState.FRESH, action, "own") if sample else None)

    def show_failure(self, failure: Failure | None) -> None:
        """Say why the page could not be read, and offer to try again; before the first reading nothing is wrong."""
        if failure is None or failure.too_early:
            self.notice.show_notice(None)
            return
        title, advice = on_screen(failure.title), on_screen(failure.advice)
        words = (Run(title, strong=True), Run(f" {advice}" if advice else ""))
        again = QCoreApplication.translate("Window", "Try again")
        self.notice.show_notice(Notice(words, FaceState.FAILING, again, "again"))

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        parts: tuple[Looked, ...] = (self.band, self.quiet, self.top, self.notice)
        for part in parts:
            part.take_look(look)
