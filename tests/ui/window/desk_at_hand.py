"""A front desk that answers what it is told to and writes down what it is asked to do."""

from pathlib import Path

from outlay.domain.machine import Autostart, Deleted, Exported, ExportProgress, StartState
from outlay.settings import Settings
from presenters.pages.made_sources import HOME, NOW, UTC, machine, page

START_PLACE = f"{HOME}/.config/autostart/outlay.desktop"


class DeskAtHand:
    """`refusal` is raised by the next act."""

    sample = first_run = paused = False
    now, zone, home = NOW, UTC, Path(HOME)
    tokens = ()

    def __init__(self, **more):
        self.answer = page(**more)
        self.settings = Settings()
        self.autostart = Autostart(StartState.OFF, START_PLACE)
        self.asked = []
        self.refusal = None

    def sources_page(self):
        return self.answer

    def accounts(self):
        return ()

    def set(self, name, value):
        self._do("set", name, value)

    def set_autostart(self, on):
        self._do("set_autostart", on)

    def export_all(self, path, progress, *, replace):
        progress(ExportProgress("usage", 1, 2))
        self._do("export_all", path, replace)
        return Exported(path, 3_000_000, {})

    def delete_everything(self):
        self._do("delete_everything")
        self.answer = page(machine=machine(rows=0))
        return Deleted((f"{HOME}/.local/share/outlay",), (), self.tokens)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *values, **more: self._do(name, *values, *more.values())

    def _do(self, *told):
        if self.refusal:
            refusal, self.refusal = self.refusal, None
            raise refusal
        self.asked.append(told)
