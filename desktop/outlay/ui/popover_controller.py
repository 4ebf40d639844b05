"""Reads answers, has them put into words, and hands them to tray and popover."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, QRect, QTimer, Signal, SignalInstance

from outlay.domain.answers import Glance, PlaceState, Progress, Trouble
from outlay.errors import OutlayError
from outlay.painting.look import Look
from outlay.presenters.activity import Activity
from outlay.presenters.periods import ChosenPeriod
from outlay.presenters.tray import tray_view, trouble_view
from outlay.system.memory import give_back_memory
from outlay.ui.app_protocol import FaceApp
from outlay.ui.glance_reader import GlanceReader
from outlay.ui.tray import TrayFace

_TOGETHER_MS = 100
_FIGURES_MS = 1_000
"""While slices come, figures are asked for this often at most; how far the reading is, is said more often."""
_KEPT_MS = 10_000
"""How long a closed popover is kept: its picture alone takes 1 MB, 4 MB on a dense screen."""


class GlanceWindow(Protocol):
    """What the controller asks of the popover; ui/windows.py makes it."""

    period_wanted: SignalInstance
    hidden: SignalInstance

    @property
    def just_closed(self) -> bool:
        """Whether it closed a moment ago."""
        ...

    def show_glance(self, glance: Glance, chosen: ChosenPeriod, activity: Activity) -> None:
        """Show a glance."""
        ...

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        ...

    def open_at(self, anchor: QRect) -> None:
        """Open beside the tray icon."""
        ...

    def deleteLater(self) -> None:
        """Give it up."""
        ...

    def isVisible(self) -> bool:
        """Whether it is open."""
        ...

    def hide(self) -> None:
        """Close it."""
        ...


class PopoverController(QObject):
    """The popover is made when it is first wanted, so that an icon nobody clicks stays small."""

    opened = Signal()

    def __init__(
        self, app: FaceApp, tray: TrayFace, make_popover: Callable[[], GlanceWindow], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app, self._tray, self._make_popover = app, tray, make_popover
        self._glance: Glance | None = None
        self._chosen = ChosenPeriod.TODAY
        self._activity = Activity(paused=app.paused)
        self._popover: GlanceWindow | None = None
        self._read_wanted = False
        self._last_of_reading = 0
        self._reader = GlanceReader(app.glance, self)
        self._reader.came.connect(self._came)
        self._reader.failed.connect(self._came_not)
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._soon.timeout.connect(self._show_soon)
        self._rest = QTimer(self, singleShot=True, interval=_FIGURES_MS)
        self._rest.timeout.connect(self._ask_to_show)
        self._unused = QTimer(self, singleShot=True, interval=_KEPT_MS)
        self._unused.timeout.connect(self._give_up_closed)

    @property
    def popover(self) -> GlanceWindow:
        """The popover, made on the first use, and anew once it was long unused."""
        if self._popover is None:
            self._popover = self._make_popover()
            self._popover.period_wanted.connect(self.choose)
            self._popover.hidden.connect(self._unused.start)
        return self._popover

    @property
    def activity(self) -> Activity:
        """What goes on besides the figures."""
        return self._activity

    def read(self) -> None:
        """Wait for the newest answer and show it; one that cannot be had is said, the last one stays."""
        try:
            self._glance = self._app.glance()
        except OutlayError as error:
            self._note(error)
        self.show()

    def ask(self) -> None:
        """Ask for the newest answer, and show it when it comes: nothing on the screen waits."""
        self._reader.ask()

    def end(self) -> None:
        """Nothing is shown any more."""
        self._reader.end()

    def show(self) -> None:
        """Show what is known: the tray always, the popover while it is open."""
        if self._glance is None:
            self._show_trouble()
            return
        plain = self._app.settings.tray_text == "plain"
        self._tray.show_view(tray_view(self._glance, self._activity, plain=plain))
        if self._popover is not None and self._popover.isVisible():
            self._popover.show_glance(self._glance, self._chosen, self._activity)

    def choose(self, period: ChosenPeriod) -> None:
        """Show another period."""
        self._chosen = period
        self.show()

    def toggle(self) -> None:
        """Open the popover at the icon, or close it when it is open."""
        if self._popover is not None and (self._popover.isVisible() or self._popover.just_closed):
            self._popover.hide()
            return
        self.open()

    def open(self) -> None:
        """Open the popover with the last known answer at once; the reading is asked for beside it."""
        self._chosen = ChosenPeriod.TODAY
        if self._glance is None:
            self.read()
        if self._glance is not None:
            self.popover.show_glance(self._glance, self._chosen, self._activity)
            self.popover.open_at(self._tray.place())
        self.opened.emit()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        if self._popover is not None:
            self._popover.take_look(look)
        self.show()

    def close(self) -> None:
        """Close the popover when it is open."""
        if self._popover is not None:
            self._popover.hide()

    def progressed(self, progress: Progress) -> None:
        """Say how far the reading is, at most ten times a second."""
        self._last_of_reading = 0
        self._activity = replace(self._activity, progress=progress)
        self._ask_to_show()

    def slice_came(self, _revision: int) -> None:
        """Something new can be read."""
        self._read_wanted = True
        self._ask_to_show()

    def finished(self) -> None:
        """A reading ended well: what was wrong before is over. It goes on on the screen until its figures stand."""
        self._read_wanted = False
        self._activity = replace(self._activity, worker_trouble=None)
        self._last_of_reading = self._reader.ask()

    def failed(self, title: str, advice: str) -> None:
        """A reading ended badly: say so, keep the figures."""
        self._activity = replace(self._activity, progress=None, worker_trouble=_trouble(title, advice))
        self.show()

    def paused(self, *, on: bool) -> None:
        """Show that reading is paused or goes on."""
        self._activity = replace(self._activity, paused=on, progress=None)
        self.show()

    def _give_up_closed(self) -> None:
        if self._popover is not None and not self._popover.isVisible():
            self._popover.deleteLater()
            self._popover = None
            QTimer.singleShot(0, give_back_memory)

    def _ask_to_show(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _show_soon(self) -> None:
        if not self._read_wanted or self._rest.isActive():
            self.show()
            return
        self._read_wanted = False
        self._rest.start()
        self.ask()

    def _came(self, number: int, glance: Glance) -> None:
        if self._glance is None or glance.as_of >= self._glance.as_of:
            self._glance = glance
        self._settle(number)

    def _came_not(self, number: int, error: OutlayError) -> None:
        self._note(error)
        self._settle(number)

    def _settle(self, number: int) -> None:
        if 0 < self._last_of_reading <= number:
            self._last_of_reading = 0
            self._activity = replace(self._activity, progress=None)
            QTimer.singleShot(0, give_back_memory)
        self.show()

    def _note(self, error: OutlayError) -> None:
        self._activity = replace(self._activity, worker_trouble=_trouble(error.title, error.advice))

    def _show_trouble(self) -> None:
        if self._activity.worker_trouble:
            self._tray.show_view(trouble_view(self._activity.worker_trouble))


def _trouble(title: str, advice: str) -> Trouble:
    return Trouble("Outlay", PlaceState.FAILING, title, advice)
