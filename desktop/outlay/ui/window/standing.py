"""How sure the figures are: the newest glance, a reading under way, one that failed. The sidebar's foot tells it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from outlay.app import App
from outlay.domain.answers import Glance, PlaceState, Progress, Trouble
from outlay.presenters.activity import Activity
from outlay.presenters.foot import progress_text
from outlay.presenters.window_foot import FootLine, foot_lines
from outlay.ui.window.asking import Asker


class Standing(QObject):
    """Says `changed` when its lines are others now, `glanced` with every new glance."""

    changed = Signal()
    glanced = Signal(object)

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._asker = Asker(self)
        self._asker.came.connect(self._came)
        self._activity = Activity(paused=app.paused)
        self._glance: Glance | None = None

    @property
    def busy(self) -> bool:
        """Whether a glance is being read."""
        return self._asker.busy

    @property
    def progress(self) -> Progress | None:
        """How far the reading is; None when none goes on."""
        return self._activity.progress

    def ask(self) -> None:
        """Wish for a new glance."""
        self._asker.ask(self._app.glance)

    def take_app(self, app: App) -> None:
        """Ask another app from now on."""
        self._app = app

    def reads(self, progress: Progress | None) -> None:
        """A reading goes on."""
        self._take(replace(self._activity, progress=progress))

    def failed(self, title: str, advice: str) -> None:
        """A reading ended badly."""
        trouble = Trouble("Outlay", PlaceState.FAILING, title, advice)
        self._take(replace(self._activity, progress=None, worker_trouble=trouble))

    def read(self) -> None:
        """A reading ended well: what was wrong before is over."""
        self._take(replace(self._activity, progress=None, worker_trouble=None))

    def lines(self) -> tuple[FootLine, ...]:
        """The foot; before the first glance only how far the reading is."""
        if self._glance is not None:
            return foot_lines(self._glance, self._activity)
        return (FootLine(progress_text(self.progress)),) if self.progress else ()

    def end(self) -> None:
        """Nothing is read any more."""
        self._asker.end()

    def _take(self, activity: Activity) -> None:
        self._activity = activity
        self.changed.emit()

    def _came(self, _number: int, found: object) -> None:
        if isinstance(found, Glance):
            self._glance = found
            self._activity = replace(self._activity, paused=self._app.paused)
            self.glanced.emit(found)
        self.changed.emit()
