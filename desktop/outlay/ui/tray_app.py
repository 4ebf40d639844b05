"""The tray app: wires the app's answers, the worker and the system to the faces, and runs the loop."""

import linecache
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from outlay.domain.pictures import FaceState, IconPicture
from outlay.painting.digits import load_digits
from outlay.system.resources import resource_path
from outlay.ui.app_protocol import FaceApp
from outlay.ui.collecting import Collecting
from outlay.ui.desktop_style import begin_qt
from outlay.ui.owner_choices import OwnerChoices
from outlay.ui.popover_controller import GlanceWindow, PopoverController
from outlay.ui.signals_from_system import SystemSignals
from outlay.ui.single_instance import SETTINGS_CHANGED, SingleInstance, runtime_folder
from outlay.ui.theme import Theme
from outlay.ui.tongue import speak_language
from outlay.ui.tray import TrayFace, icon_of
from outlay.ui.tray_host import TrayHost
from outlay.ui.wake import WakeWatch
from outlay.ui.watcher import LogWatch
from outlay.ui.window_process import open_window
from outlay.ui.worker_process import WorkerProcess

_LOOK_EVERY_MS = 10 * 60 * 1000
_COLLECTS_EVERY_MS = 30_000
"""A look costs microseconds, but wakes the processor."""


def run_tray(app: FaceApp) -> int:
    """Run until the owner quits; answers the exit code. A second start brings the first forward and answers 0."""
    qt = begin_qt()
    qt.setQuitOnLastWindowClosed(False)
    folder = runtime_folder(os.environ.get("XDG_RUNTIME_DIR"), app.data_folder)
    instance = SingleInstance(folder, app.data_folder, qt)
    if not instance.take():
        return 0
    speak_language(qt, app.settings.language)
    tray_app = TrayApp(app, qt)
    instance.forward_wanted.connect(tray_app.forward)
    collecting = Collecting(_COLLECTS_EVERY_MS, qt)
    tray_app.start()
    code = qt.exec()
    tray_app.end()
    collecting.end()
    instance.release()
    return code


class TrayApp(QObject):
    """Every wish of the owner is one short method here."""

    def __init__(
        self,
        app: FaceApp,
        qt: QApplication,
        *,
        worker: WorkerProcess | None = None,
        start_window: Callable[[Path, str, str], object] = open_window,
    ) -> None:
        super().__init__(qt)
        self._app, self._qt, self._start_window = app, qt, start_window
        self._has_tray = True
        self.theme = Theme(qt, _theme_wish(app))
        tokens, digits = self.theme.look.tokens, load_digits(resource_path("look/digits.json"))
        qt.setWindowIcon(icon_of(IconPicture(None, FaceState.FRESH), tokens, digits))
        self.tray = TrayFace(tokens, digits, self)
        self.controller = PopoverController(app, self.tray, self._make_popover, self)
        self.worker = worker or WorkerProcess(app.data_folder, parent=self)
        self.choices = OwnerChoices(app, self.theme, self)
        self._watch = LogWatch(self)
        self._host = TrayHost(self)
        self._wake = WakeWatch(self)
        self._signals = SystemSignals(self)
        self._clock = QTimer(self, interval=_LOOK_EVERY_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._look_again = False
        self._connect()
        _forget_sources()

    def start(self) -> None:
        """Show the last known answer, then look for news; at the first run the window asks what may be read."""
        self.controller.read()
        self._clock.start()
        self._host.start()
        if self._app.first_run:
            self.show_window()
        self.sync()

    def end(self) -> None:
        """Stop what was started."""
        self._clock.stop()
        self.tray.put_away()
        self.controller.end()
        self.worker.stop()
        self._signals.release()

    def open(self) -> None:
        """Bring the popover forward; the window where no tray is to open it beside."""
        if self._has_tray:
            self.controller.open()
        else:
            self.show_window()

    def show_window(self, page: str = "") -> None:
        """Open the window, or bring it forward, on a page when one is named."""
        self._start_window(self._app.data_folder, page, "")

    def forward(self, word: str) -> None:
        """A second start wants to see this one; the window tells that the owner set something."""
        if word == SETTINGS_CHANGED:
            self.theme.wish(_theme_wish(self._app))
            self.controller.show()
            self._paused(on=self._app.paused)
        else:
            self.open()

    def sync(self) -> None:
        """Wish for a reading, unless paused, or one goes on, or the owner has not said that it may be."""
        if not (self._app.paused or self._app.first_run or self.worker.reading):
            self.worker.sync()

    def pause(self, on: bool) -> None:  # noqa: FBT001 - a slot, called with its state
        """Stop or resume reading."""
        self._app.pause(on)
        self._paused(on=on)

    def _paused(self, *, on: bool) -> None:
        """Show it, and have a long reading of accounts leave off; it goes on from there."""
        self.controller.paused(on=on)
        if on:
            self.worker.leave_off()
        else:
            self.sync()

    def _make_popover(self) -> GlanceWindow:
        from outlay.ui.windows import make_popover  # noqa: PLC0415 - 5 MB that an icon alone does not need

        popover = make_popover(self.theme.look)
        _forget_sources()
        foot, notice, first = popover.card.foot, popover.card.notice, popover.card.first
        popover.refresh_wanted.connect(self.sync)
        foot.window_wanted.connect(self._leave_for_window)
        popover.card.page_wanted.connect(self._leave_for_window)
        foot.pause_wanted.connect(self.pause)
        foot.sources_wanted.connect(self.choices.show_sources)
        foot.quit_wanted.connect(self._qt.quit)
        for part in (foot, notice):
            part.repositories_wanted.connect(self.choices.choose_repositories)
            part.emails_wanted.connect(self.choices.choose_emails)
        first.folder_wanted.connect(self.choices.add_folder)
        first.sample_wanted.connect(self.choices.try_sample)
        window: GlanceWindow = popover
        return window

    def _connect(self) -> None:
        self.tray.open_wanted.connect(self.controller.toggle)
        self.tray.window_wanted.connect(self._leave_for_window)
        self.tray.refresh_wanted.connect(self.sync)
        self.tray.pause_wanted.connect(self.pause)
        self.tray.quit_wanted.connect(self._qt.quit)
        self.controller.opened.connect(self.sync)
        self.worker.progress.connect(self.controller.progressed)
        self.worker.slice_ready.connect(self.controller.slice_came)
        self.worker.done.connect(self._done)
        self.worker.busy.connect(self.controller.finished)
        self.worker.failed.connect(self.controller.failed)
        self._watch.changed.connect(self._logs_changed)
        self._host.appeared.connect(self._tray_came)
        self._host.missing.connect(self._no_tray)
        self.choices.changed.connect(self._tick)
        self._wake.woke.connect(self._tick)
        self._clock.timeout.connect(self._tick)
        self._signals.ended.connect(self._qt.quit)
        self.theme.changed.connect(self._new_look)

    def _logs_changed(self, files: tuple[str, ...]) -> None:
        """A change during a reading may have come too late for it, so one more follows."""
        if self.worker.reading and not self.worker.gives_way:
            self._look_again = True
        elif not self._app.paused:
            self.worker.sync(files)

    def _done(self, _revision: int, folders: tuple[str, ...]) -> None:
        self._watch.watch(folders)
        self.controller.finished()
        self.choices.sources_read()
        again, self._look_again = self._look_again, False
        if again:
            self.sync()

    def _tick(self) -> None:
        """A new day may have begun or the owner chosen anew, so the answer is shown even when nothing is read."""
        self.controller.ask()
        self.sync()

    def _leave_for_window(self, page: str = "") -> None:
        self.controller.close()
        self.show_window(page)

    def _tray_came(self) -> None:
        self._has_tray = True
        self.tray.rebuild()
        self.controller.show()

    def _no_tray(self) -> None:
        """Open the window in its place, once: it says why."""
        self._has_tray = False
        self.controller.close()
        why = QCoreApplication.translate(
            "Popover",
            "This desktop shows no tray, so the figures stand in this window. A tray that comes later is used.",
        )
        self._start_window(self._app.data_folder, "", why)

    def _new_look(self) -> None:
        self.controller.take_look(self.theme.look)


def _forget_sources() -> None:
    """Qt for Python reads the source of every module imported beside it, and Python keeps what was read (2.5 MB)."""
    linecache.clearcache()


def _theme_wish(app: FaceApp) -> str:
    return os.environ.get("OUTLAY_THEME") or app.settings.theme
