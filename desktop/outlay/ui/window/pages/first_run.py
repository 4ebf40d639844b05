"""The page before anything was read: what will be read, what never leaves, Start, and how far it is then."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from outlay.app import App
from outlay.domain.answers import Progress
from outlay.domain.machine import StartState
from outlay.domain.moments import Period
from outlay.domain.pictures import FaceState
from outlay.domain.ticks import TickLine
from outlay.domain.words import Notice, Run
from outlay.painting.look import Look
from outlay.presenters.advice import on_screen
from outlay.presenters.pages.first_run import (
    FirstRunAnswer,
    FirstRunView,
    Reading,
    first_run_view,
    opening,
    reading_view,
)
from outlay.presenters.pages.sources_owner import in_place
from outlay.presenters.paths import short_path
from outlay.ui.parts.notice_bar import NoticeBar
from outlay.ui.parts.opening import Opening
from outlay.ui.window.doing import Doer
from outlay.ui.window.failing import Failure
from outlay.ui.window.first_run_parts import ReadPart, StartPart, StaysPart
from outlay.ui.window.page import Page

_SECTION = 32
_COLUMNS = 56
_LEFT_SHARE = 0.57
_TOP = Qt.AlignmentFlag.AlignTop


class FirstRunPage(Page):
    """Ticks are only noted until Start; from then on each is an act of its own."""

    name = "first_run"
    needs_period = False
    stands_alone = True

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._app: App | None = None
        self._answer: FirstRunAnswer | None = None
        self._reading = Reading()
        self._starting = self._started = self._all_places = False
        self._width = 1
        self._typed: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._unticked: set[str] = set()
        self.doer = Doer(self)
        self.notice = NoticeBar(look)
        self.opening = Opening(look, opening())
        self.read, self.stays, self.start = ReadPart(look), StaysPart(look), StartPart(look)
        self._connect()
        self._lay_out()

    def title(self) -> str:
        """What the page is called."""
        return QCoreApplication.translate("Window", "First run")

    def ask(self, app: App, _period: Period) -> FirstRunAnswer:
        """What is there to be read, and what was read so far."""
        return FirstRunAnswer(app.sources_page(), app.now, app.autostart)

    def show_answer(self, answer: object, app: App) -> None:
        """Show a FirstRunAnswer."""
        if not isinstance(answer, FirstRunAnswer):
            raise TypeError(type(answer).__name__)
        self._app, self._answer = app, answer
        if self._started and app.first_run:
            self._begin_anew()
        self._show()

    def take_progress(self, progress: Progress | None) -> None:
        """How far the reading is that was started here."""
        if self._started:
            over = progress is None and self._reading.progress is not None
            self._reading = Reading(progress, over=over or (self._reading.over and progress is None))
            self._show_foot()

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Side by side, or one below the other."""
        self._width = width
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)
        self._columns.setSpacing(_SECTION if narrow else _COLUMNS)
        left = width if narrow else round((width - _COLUMNS) * _LEFT_SHARE)
        self.opening.take_width(width)
        self.read.take_width(left)
        self.stays.take_width(width if narrow else width - _COLUMNS - left)
        self.start.take_width(width, narrow=narrow)
        self.notice.setFixedWidth(width)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        super().take_look(look)
        for part in (self.notice, self.opening, self.read, self.stays, self.start):
            part.take_look(look)

    def end(self) -> None:
        """Nothing is begun any more."""
        self.doer.end()

    def _begin_anew(self) -> None:
        """Everything was deleted, so nothing is read until Start is pressed again."""
        self._started, self._reading = False, Reading()
        self._typed = self._chosen = ()
        self._unticked.clear()

    def _show(self) -> None:
        if self._answer is None:
            return
        view = first_run_view(
            self._answer, started=self._started, over=self._reading.over, all_places=self._all_places
        )
        if not self._started:
            view = self._with_ticks(view)
        view = view._replace(
            emails=in_place(view.emails, self.stays.emails.lines(), self._unticked),
            repositories=in_place(view.repositories, self.read.repositories.lines(), self._unticked),
        )
        self.opening.show_words(opening(started=self._started))
        self.read.show_view(view)
        self.stays.show_view(view)
        if not self._started:
            self.start.show_waiting(view)
        self._show_foot()

    def _with_ticks(self, view: FirstRunView) -> FirstRunView:
        """The view with what was ticked, unticked and added here before Start."""
        emails = {line.key: line.ticked for line in self.stays.emails.lines()}
        known = {line.key: line.ticked for line in self.read.repositories.lines()}
        home = self._answer.page.home if self._answer else ""
        told = (TickLine(key, key, ticked=True) for key in self._typed)
        added = (
            TickLine(key, key.rsplit("/", 1)[-1], short_path(key, home), ticked=True) for key in self._chosen
        )
        return view._replace(
            emails=_kept((*view.emails, *told), emails),
            repositories=_kept((*view.repositories, *added), known),
        )

    def _show_foot(self) -> None:
        if self._started and self._answer is not None:
            self.start.show_reading(reading_view(self._reading, self._answer))

    def _start(self) -> None:
        """Keep what was chosen, then read."""
        emails, repositories = self.stays.emails.ticked_keys(), self.read.repositories.ticked_keys()
        autostart = self.stays.autostart.isChecked() and not self.stays.autostart.isHidden()
        app = self._app
        if app is None or self._started or self._starting:
            return

        def act(_tell: object) -> None:
            app.begin()
            if autostart and app.autostart.state is not StartState.ON:
                app.set_autostart(True)
            if emails:
                app.add_identities(emails)
            if repositories:
                app.add_repositories(repositories)

        self._starting = True
        self.doer.do("start", act)

    def _done(self, name: str, _found: object) -> None:
        self.notice.show_notice(None)
        self._starting = False if name == "start" else self._starting
        if name == "start":
            self._started = True
            self._show()
            self.setting_changed.emit("first_run")
        self.changed.emit()
        self.refresh_wanted.emit()

    def _failed(self, name: str, failure: object) -> None:
        """What could not be kept is said; the reading goes on without it."""
        self._starting = False if name == "start" else self._starting
        if isinstance(failure, Failure):
            words = on_screen(f"{failure.title} {failure.advice}".strip())
            self.notice.show_notice(Notice((Run(words),), FaceState.FAILING), self._width)
        if name == "start" and self._app is not None and not self._app.first_run:
            self._started = True
            self.refresh_wanted.emit()
        self._show()
        self.changed.emit()

    def _tick_repository(self, path: str, on: bool) -> None:  # noqa: FBT001  a slot, called with its state
        app = self._app
        if app is not None and self._started:
            self._remember(path, on=on)
            act = app.add_repositories if on else app.remove_repositories
            self.doer.do("repository", lambda _tell: act((path,)))

    def _tick_email(self, email: str, on: bool) -> None:  # noqa: FBT001  a slot, called with its state
        app = self._app
        if app is not None and self._started:
            self._remember(email, on=on)
            act = app.add_identities if on else app.remove_identities
            self.doer.do("email", lambda _tell: act((email,)))

    def _remember(self, key: str, *, on: bool) -> None:
        """A row that is unticked stays where it is."""
        (self._unticked.discard if on else self._unticked.add)(key)

    def _tick_autostart(self, on: bool) -> None:  # noqa: FBT001  a slot, called with its state
        app = self._app
        if app is not None and self._started:
            self.doer.do("autostart", lambda _tell: app.set_autostart(on))

    def _add_email(self, email: str) -> None:
        if self._started:
            self._tick_email(email, on=True)
        else:
            self._typed = (*self._typed, email)
            self._show()

    def _add_repository(self) -> None:
        path = self._folder(QCoreApplication.translate("Sources", "Folder of a git repository"))
        if path and self._started:
            self._tick_repository(path, on=True)
        elif path:
            self._chosen = (*self._chosen, path)
            self._show()

    def _add_log_folder(self) -> None:
        path, app = self._folder(QCoreApplication.translate("Sources", "Folder with logs")), self._app
        if path and app is not None:
            self.doer.do("folder", lambda _tell: app.add_log_folder(path))

    def _show_where(self, _what: str) -> None:
        self._all_places = True
        self._show()

    def _folder(self, title: str) -> str:
        home = self._answer.page.home if self._answer else ""
        return QFileDialog.getExistingDirectory(self, title, home)

    def _connect(self) -> None:
        self.read.where_wanted.connect(self._show_where)
        self.read.folder_wanted.connect(self._add_log_folder)
        self.read.repository_wanted.connect(self._add_repository)
        self.read.ticked.connect(self._tick_repository)
        self.stays.email_ticked.connect(self._tick_email)
        self.stays.email_wanted.connect(self._add_email)
        self.stays.autostart_ticked.connect(self._tick_autostart)
        self.start.start_wanted.connect(self._start)
        self.start.week_wanted.connect(lambda: self.open_wanted.emit("week", None))
        self.start.sample_wanted.connect(self.sample_wanted)
        self.start.which_wanted.connect(lambda _what: self.open_wanted.emit("sources", None))
        self.doer.done.connect(self._done)
        self.doer.failed.connect(self._failed)

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for part in (self.read, self.stays):
            self._columns.addWidget(part)
            self._columns.setAlignment(part, _TOP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 32, 0, 0)
        column.setSpacing(_SECTION)
        column.addWidget(self.notice)
        column.addWidget(self.opening)
        column.addLayout(self._columns)
        column.addWidget(self.start)
        column.addStretch(1)


def _kept(lines: tuple[TickLine, ...], ticks: dict[str, bool]) -> tuple[TickLine, ...]:
    """Each line once, with its tick as it was here."""
    once = {line.key: line for line in lines}
    return tuple(line._replace(ticked=ticks.get(key, line.ticked)) for key, line in once.items())
