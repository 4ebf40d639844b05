"""The window: sidebar, top row, pages and pane. It decides which page asks for what, and when."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from outlay.app import App
from outlay.domain.answers import Glance, Progress
from outlay.domain.moments import Period, day_of
from outlay.domain.search import Hit, HitKind
from outlay.painting.look import Look
from outlay.presenters.advice import on_screen
from outlay.presenters.foot import progress_text
from outlay.rules.periods import first_weekday
from outlay.rules.spans import Span, Unit, moved_to, span_around
from outlay.system.zones import zone_of
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.sheet_dialog import SheetDialog
from outlay.ui.window.answers import Answers
from outlay.ui.window.focus import WindowRing
from outlay.ui.window.frame import PageFrame
from outlay.ui.window.head import Head
from outlay.ui.window.measures import measures_of
from outlay.ui.window.next_part import next_part, parts_of
from outlay.ui.window.page import Page
from outlay.ui.window.pane import PaneHolder
from outlay.ui.window.reading_order import put_in_order, stops_of
from outlay.ui.window.scroll_bars import scroll_bar_sheet
from outlay.ui.window.search import SearchPanel
from outlay.ui.window.sidebar import Entry, Sidebar
from outlay.ui.window.standing import Standing

_LEAST_SIZE, _FIRST_SIZE = (880, 600), (1180, 780)
_TOP = 20
_BLOCKS_AFTER_MS = 120

FIRST_RUN = "first_run"
"""The page before anything was read."""


class _Sheet(QWidget):
    """What lies right of the sidebar."""

    look: Look

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.look.color("surface.sheet"))


class Window(QWidget):
    """Every wish of a page is one short method here."""

    closed = Signal()
    refresh_wanted = Signal()
    stop_wanted = Signal()
    own_data_wanted = Signal()
    setting_changed = Signal(str)
    sample_wanted = Signal()

    def __init__(self, app: App, look: Look, pages: Sequence[Page], entries: Iterable[Entry]) -> None:
        super().__init__()
        self.app, self.look = app, look
        sample_title = QCoreApplication.translate("Window", "Outlay, sample data")
        self.setWindowTitle(sample_title if app.sample else "Outlay")
        self._answers, self._standing = Answers(app, self), Standing(app, self)
        self._current = pages[0].name
        self._span = span_around(Unit.WEEK, self.today(), app.zone, self._first_weekday())
        told = tuple(entries)
        self.frames = {page.name: PageFrame(page, look) for page in pages}
        self.head = Head(look)
        self.top, self.notice = self.head.top, self.head.notice
        self._stack = QStackedWidget()
        self._sheet = _Sheet(self)
        self._sheet.look = look
        self.pane = PaneHolder(look, self)
        titles = {entry.page: entry.title for entry in told if entry.page in self.frames}
        self.search = SearchPanel(app, look, titles, self)
        self._blocks_soon = QTimer(self, singleShot=True, interval=_BLOCKS_AFTER_MS)
        self._lay_out()
        self.sidebar = Sidebar(told, look, self)
        self.search.raise_()
        self.setStyleSheet(scroll_bar_sheet(look))
        self.ring = WindowRing(look, self)
        self._connect(pages)
        self._bind_keys()
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.frames[self._current].page

    @property
    def span(self) -> Span:
        """The chosen span."""
        return self._span

    @property
    def busy(self) -> bool:
        """Whether an answer is being read."""
        return self._answers.busy or self._standing.busy

    def today(self) -> date:
        """The day answers stand for."""
        return day_of(self.app.now, self.app.zone)

    def begin(self, page: str) -> None:
        """Show the first page; the foot and the sample band follow with their own answer.

        Before anything was read that is the page of the first run.
        """
        self._standing.ask()
        self.open_named(FIRST_RUN if self.app.first_run and FIRST_RUN in self.frames else page)

    def open_named(self, name: str) -> None:
        """Show a page by the name a person or the tray gives: `week`, `shipped:ITEM`; the first page for another."""
        page, _, subject = name.partition(":")
        self.show_page(page if page in self.frames else next(iter(self.frames)), subject or None)

    def open_search(self) -> None:
        """Open the search over the field that stands for it."""
        place = self.sidebar.search.mapTo(self, self.sidebar.search.rect().topLeft())
        self.search.move(place.x() - 2, place.y() - 10)
        self.search.open()

    def tell(self, sentence: str) -> None:
        """A quiet sentence above the pages."""
        self.head.tell(sentence)

    def show_page(self, name: str, subject: object = None) -> None:
        """Show a page, with one thing of it when there is a subject."""
        if name not in self.frames:
            return
        self._current = name
        self.sidebar.show_current(name)
        self._stack.setCurrentWidget(self.frames[name])
        self.sidebar.setHidden(self.page.stands_alone)
        self.top.setHidden(self.page.stands_alone)
        if subject is not None:
            self.page.open_subject(subject)
        self._show_top()
        self.ask()

    def choose_span(self, span: object) -> None:
        """Show another period on every page."""
        if isinstance(span, Span):
            self._span = span
            self._show_top()
            self.ask()

    def ask(self) -> None:
        """Show what is kept of the current page at once, and read it anew unless it is fresh."""
        frame, period = self.frames[self._current], self._period()
        kept = self._answers.kept(frame.page, period)
        if kept is not None:
            self._show_answer(frame, kept.answer)
        elif frame.page.needs_period or frame.waiting:
            self._blocks_soon.start()
        self._answers.ask(frame.page, period)
        self._show_notice()

    def data_changed(self) -> None:
        """Facts or the owner's words are others now."""
        self._answers.outdate()
        self.ask()
        self._standing.ask()

    def progressed(self, progress: Progress | None) -> None:
        """A reading goes on, or is over when None."""
        self._standing.reads(progress)
        self._tell_pages(progress)
        if progress is not None and self.frames[self._current].waiting:
            self._show_blocks()

    def reading_failed(self, title: str, advice: str) -> None:
        """A reading ended badly; the figures stay."""
        self._standing.failed(title, advice)
        self._tell_pages(None)

    def reading_done(self) -> None:
        """A reading ended well."""
        self._standing.read()
        self._tell_pages(None)
        self.data_changed()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.look = look
        self._sheet.look = look
        self.setStyleSheet(scroll_bar_sheet(look))
        parts: tuple[Looked, ...] = (
            self.sidebar, self.head, self.pane, self.search, self.ring, *self.frames.values()
        )  # fmt: skip
        for part in (*parts, *self.findChildren(SheetDialog)):
            part.take_look(look)
        self._fit()
        self.update()

    def end(self) -> None:
        """Nothing is read any more."""
        self.ring.end()
        self.search.end()
        for frame in self.frames.values():
            frame.page.end()
        self._answers.end()
        self._standing.end()

    def go_to_part(self, step: int) -> None:
        """Take the keyboard to the next part of the window, 1, or to the one before, -1."""
        frame = self.frames[self._current]
        parts = parts_of(self._sheet, frame, self.pane, self.sidebar.stops())
        stop = next_part(parts, QApplication.focusWidget(), step)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            frame.bring_into_sight(stop)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001  as Qt calls it
        """Tab reads the page first, then the pane, and the sidebar last."""
        put_in_order(self, (*stops_of(self._sheet), *stops_of(self.pane), *self.sidebar.stops()))
        return super().focusNextPrevChild(following)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The process ends with its window."""
        self.end()
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width moves sidebar and pane."""
        super().resizeEvent(event)
        self._fit()

    def _tell_pages(self, progress: Progress | None) -> None:
        for frame in self.frames.values():
            frame.page.take_progress(progress)

    def _setting_changed(self, name: str) -> None:
        """Days or weeks are cut anew, around the days that are shown; the rest is the process's to do."""
        if name == "zone":
            self.app = replace(self.app, zone=zone_of(self.app.settings.zone))
            self._answers.take_app(self.app)
            self.search.take_app(self.app)
            self._standing.take_app(self.app)
        if name in ("zone", "week_start"):
            self.choose_span(self._cut_anew())
        self.setting_changed.emit(name)

    def _first_weekday(self) -> int:
        return first_weekday(self.app.settings.week_start)

    def _cut_anew(self) -> Span:
        """The span as the zone and the week's first day cut it now; own days stay the days they are."""
        unit, period, _ = self._span
        if unit is Unit.OWN:
            return Span(unit, period._replace(zone=self.app.zone), self._first_weekday())
        return span_around(unit, min(self.today(), period.start), self.app.zone, self._first_weekday())

    def _period(self) -> Period:
        return self.page.widened(self._span.period)

    def _came(self, page: str, period: object) -> None:
        if page != self._current or period != self._period():
            return
        frame, kept = self.frames[page], self._answers.kept(self.page, self._period())
        if kept is not None:
            self._show_answer(frame, kept.answer)
        else:
            self._show_blocks()
        self._show_notice()

    def _show_answer(self, frame: PageFrame, answer: object) -> None:
        self._blocks_soon.stop()
        frame.page.show_answer(answer, self.app)
        frame.show_page()
        self._show_top()

    def _show_blocks(self) -> None:
        """Nothing of another period stays below the chosen one."""
        self._blocks_soon.stop()
        frame = self.frames[self._current]
        progress, failure = self._standing.progress, self._answers.failure(self._current)
        nothing_yet = on_screen(failure.title) if failure is not None and failure.too_early else ""
        frame.blocks.say(progress_text(progress) if progress else nothing_yet)
        frame.wait()

    def _show_top(self) -> None:
        page = self.page
        page.take_span(self._span._replace(period=self._period()), self.today())
        self.top.heading.show_text(page.title())
        self.top.show_actions(page.buttons())
        self.top.picker.setVisible(page.needs_period)
        self.top.picker.show_span(self._span._replace(period=self._period()), self.today())
        self.pane.hold(page.pane())
        self._fit()

    def _show_notice(self) -> None:
        self.head.show_failure(self._answers.failure(self._current))

    def _show_foot(self) -> None:
        self.sidebar.show_foot(self._standing.lines())

    def _glance_came(self, glance: object) -> None:
        if isinstance(glance, Glance):
            self.head.show_sample(sample=glance.sample)

    def _fit(self) -> None:
        alone, pane = self.page.stands_alone, self.pane.content is not None
        kept = measures_of(self.width(), self.look, pane=pane, sidebar=not alone)
        self.sidebar.take_width(kept.sidebar)
        self.sidebar.setGeometry(0, 0, kept.sidebar, self.height())
        self._sheet.setGeometry(kept.sidebar, 0, kept.sheet, self.height())
        self.head.place(kept)
        self.pane.lie(QRect(self.width() - kept.pane, 0, kept.pane, self.height()))
        self.pane.raise_()
        for frame in self.frames.values():
            frame.place(kept)

    def _lay_out(self) -> None:
        self._sheet_column = QVBoxLayout(self._sheet)
        self._sheet_column.setContentsMargins(0, _TOP, 0, 0)
        self._sheet_column.setSpacing(0)
        self._sheet_column.addLayout(self.head)
        self._sheet_column.addWidget(self._stack, 1)
        for frame in self.frames.values():
            self._stack.addWidget(frame)

    def _connect(self, pages: Sequence[Page]) -> None:
        self._answers.came.connect(self._came)
        self._standing.changed.connect(self._show_foot)
        self._standing.glanced.connect(self._glance_came)
        self._blocks_soon.timeout.connect(self._show_blocks)
        self.sidebar.page_wanted.connect(self.show_page)
        self.sidebar.search_wanted.connect(self.open_search)
        self.search.opened.connect(self._open_hit)
        self.top.picker.span_wanted.connect(self.choose_span)
        self.head.again_wanted.connect(self._try_again)
        self.head.own_data_wanted.connect(self.own_data_wanted)
        for page in pages:
            page.open_wanted.connect(self.show_page)
            page.changed.connect(self.data_changed)
            page.retitled.connect(self._show_top)
            page.span_wanted.connect(self.choose_span)
            page.asks_anew.connect(self.ask)
            page.refresh_wanted.connect(self.refresh_wanted)
            page.stop_wanted.connect(self.stop_wanted)
            page.setting_changed.connect(self._setting_changed)
            page.sample_wanted.connect(self.sample_wanted)

    def _bind_keys(self) -> None:
        self.top.picker.bind_keys(self)
        for row in self.sidebar.rows.values():
            if row.entry.shortcut:
                QShortcut(QKeySequence(f"Ctrl+{row.entry.shortcut}"), self).activated.connect(row.click)
        acts = (
            ("Ctrl+K", self.open_search),
            ("Ctrl+R", self.refresh_wanted.emit),
            ("F5", self.refresh_wanted.emit),
            ("Ctrl+W", self.close),
            ("Esc", self._escape),
            ("F1", self._method),
            ("Ctrl+,", self._settings),
            ("Ctrl+Tab", partial(self.go_to_part, 1)),
            ("Ctrl+Shift+Tab", partial(self.go_to_part, -1)),
        )
        for keys, act in acts:
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _try_again(self, _what: str) -> None:
        self.data_changed()

    def _method(self) -> None:
        self.show_page("method")

    def _settings(self) -> None:
        self.show_page("settings")

    def _open_hit(self, hit: object) -> None:
        if not isinstance(hit, Hit):
            return
        if hit.kind is HitKind.PAGE:
            self.show_page(hit.key)
        elif hit.kind is HitKind.ITEM:
            self.show_page("shipped", hit.key)
        elif hit.kind is HitKind.DAY:
            self.choose_span(moved_to(self._span, date.fromisoformat(hit.key), Unit.DAY))
            self.show_page("week")
        else:
            self.show_page("spend", f"{hit.kind.value}/{hit.key}")

    def _escape(self) -> None:
        if not self.search.close_panel() and self.page.close_pane():
            self._show_top()
