"""The window's own process: one for a data folder, brought forward by a second start, gone when closed."""

import os

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from outlay.app import App
from outlay.app.early import import_answers
from outlay.domain.pictures import FaceState, IconPicture
from outlay.painting.digits import load_digits
from outlay.system.resources import resource_path
from outlay.ui.collecting import Collecting
from outlay.ui.desktop_style import begin_qt
from outlay.ui.motion import Motion
from outlay.ui.signals_from_system import SystemSignals
from outlay.ui.single_instance import SETTINGS_CHANGED, SingleInstance, runtime_folder
from outlay.ui.spoken_roles import speak_roles
from outlay.ui.theme import Theme
from outlay.ui.tongue import speak_language
from outlay.ui.tray import icon_of
from outlay.ui.window.data_watch import DataWatch
from outlay.ui.window.entries import entries, pages
from outlay.ui.window.shell import Window
from outlay.ui.window_process import open_own_data, open_sample
from outlay.ui.worker_process import WorkerProcess

_SOON_MS, _SOON_TIMES, _SELDOM_MS = 4_000, 15, 60_000
_COLLECTS_EVERY_MS = 1_000


def run_window(app: App, page: str, quiet: str = "") -> int:
    """Run until the window is closed; answers the exit code. A second start shows its page in the first.

    Args:
        app: the front desk.
        page: the page to begin with, `week` or `shipped:ITEM`.
        quiet: a sentence at the top, why it opened by itself.
    """
    qt = begin_qt()
    folder = runtime_folder(os.environ.get("XDG_RUNTIME_DIR"), app.data_folder)
    instance = SingleInstance(folder, app.data_folder, qt, name="outlay-window")
    if not instance.take(page):
        return 0
    speak_language(qt, app.settings.language)
    import_answers()
    window_app = WindowApp(app, qt)
    instance.forward_wanted.connect(window_app.forward)
    collecting = Collecting(_COLLECTS_EVERY_MS, qt)
    window_app.start(page, quiet)
    code = qt.exec()
    window_app.end()
    collecting.end()
    instance.release()
    return code


class WindowApp(QObject):
    """Holds the window together with the worker that reads for it."""

    def __init__(self, app: App, qt: QApplication, *, worker: WorkerProcess | None = None) -> None:
        super().__init__(qt)
        speak_roles()
        self._app, self._qt = app, qt
        self.theme = Theme(qt, os.environ.get("OUTLAY_THEME") or app.settings.theme)
        self._motion = Motion(qt)
        self._motion.wish(app.settings.reduced_motion)
        digits = load_digits(resource_path("look/digits.json"))
        qt.setWindowIcon(icon_of(IconPicture(None, FaceState.FRESH), self.theme.look.tokens, digits))
        self.window = Window(app, self.theme.look, pages(self.theme.look), entries())
        self.worker = worker or WorkerProcess(app.data_folder, parent=self)
        self._watch = DataWatch(app.database, self)
        self._signals = SystemSignals(self)
        self._again = False
        self._failures = 0
        self._once_more = QTimer(self, singleShot=True)
        self._connect()

    def start(self, page: str, quiet: str = "") -> None:
        """Show the window with what is known, then look for news."""
        self._watch.start()
        self.window.tell(quiet)
        self.window.begin(page)
        self.window.show()
        self.sync()

    def end(self) -> None:
        """Stop what was started."""
        self._once_more.stop()
        self.window.end()
        self.worker.stop()
        self._signals.release()

    def sync(self) -> None:
        """Wish for a reading, after the one that goes on; not while paused, nor before the owner started it."""
        if self._app.paused or self._app.first_run:
            return
        if self.worker.reading:
            self._again = True
        else:
            self.worker.sync()

    def forward(self, page: str) -> None:
        """Bring the window before others, on the page a second start named."""
        if page:
            self.window.open_named(page)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _connect(self) -> None:
        self.theme.changed.connect(self._new_look)
        self.window.closed.connect(self._qt.quit)
        self.window.refresh_wanted.connect(self.sync)
        self.window.stop_wanted.connect(self.worker.leave_off)
        self.window.setting_changed.connect(self._setting_changed)
        self.window.own_data_wanted.connect(self._open_own_data)
        self.window.sample_wanted.connect(open_sample)
        self._signals.ended.connect(self._qt.quit)
        self._watch.changed.connect(self.window.data_changed)
        self.worker.progress.connect(self.window.progressed)
        self.worker.done.connect(self._read)
        self.worker.busy.connect(self._read)
        self.worker.failed.connect(self._failed)
        self._once_more.timeout.connect(self.sync)

    def _read(self) -> None:
        again, self._again = self._again, False
        self._failures = 0
        self._once_more.stop()
        self.window.reading_done()
        if again:
            self.sync()

    def _failed(self, title: str, advice: str) -> None:
        """Say it, and try again soon by itself: most of what stands in the way goes away; what stays, seldom."""
        self._again = False
        self._failures += 1
        self.window.reading_failed(title, advice)
        self._once_more.start(_SOON_MS if self._failures <= _SOON_TIMES else _SELDOM_MS)

    def _setting_changed(self, name: str) -> None:
        """What the process has to do about a setting; where days are cut by it the window saw to it already."""
        settings = self._app.settings
        if name == "theme":
            self.theme.wish(settings.theme)
        elif name == "reduced_motion":
            self._motion.wish(settings.reduced_motion)
        folder = runtime_folder(os.environ.get("XDG_RUNTIME_DIR"), self._app.data_folder)
        SingleInstance(folder, self._app.data_folder, self).tell(SETTINGS_CHANGED)

    def _open_own_data(self) -> None:
        """Leave the sample for the owner's own data."""
        if open_own_data():
            self.window.close()

    def _new_look(self) -> None:
        self.window.take_look(self.theme.look)
