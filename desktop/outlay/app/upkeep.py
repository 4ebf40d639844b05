"""Reading, importing, settings, and what is done with everything that is kept."""

from collections.abc import Callable, Sequence
from pathlib import Path

from outlay.app.desk import Desk
from outlay.domain.accounts import EVERY_ACCOUNT, WorkWish
from outlay.domain.answers import ImportReport, Progress, SyncReport
from outlay.domain.imports import WorkImport
from outlay.domain.machine import Autostart, Deleted, Exported, ExportProgress, Forgotten
from outlay.errors import WrongCallError


class Upkeep(Desk):
    """What is done with one data folder as a whole."""

    __slots__ = ()

    def sync(
        self,
        only: str | None = None,
        progress: Callable[[Progress], None] | None = None,
        paths: Sequence[str] = (),
        work: WorkWish = EVERY_ACCOUNT,
    ) -> SyncReport:
        """Read what is new; of the log files at these paths alone, as far as that can be.

        Raises BusyError while another run does.
        """
        return self.machinery().sync(self.settings, "logs" if paths else only, progress, paths, work)

    def begin(self) -> None:
        """The owner said that logs may be read into this folder: it has a database from now on."""
        with self._writing():
            pass

    def rebuild(self) -> None:
        """Drop everything derived and make it from the facts."""
        with self._writing() as store:
            self.machinery().rebuild(store, self.clock())

    def import_cursor_usage(self, path: Path, user: str | None = None) -> ImportReport:
        """Keep the requests of a usage export of Cursor's."""
        with self._writing() as store:
            return self.machinery().import_cursor_usage(store, path, user, self.clock())

    def import_pull_requests(self, path: Path) -> WorkImport:
        """Keep the pull requests of an exported file."""
        with self._writing() as store:
            return self.machinery().import_pull_requests(store, path, self.clock())

    def import_tickets(self, path: Path) -> WorkImport:
        """Keep the tickets of an exported file."""
        with self._writing() as store:
            return self.machinery().import_tickets(store, path, self.clock())

    def add_log_folder(self, path: str) -> None:
        """Have log readers look in a further folder."""
        known = self.settings.log_folders
        if path not in known:
            self.set("log_folders", (*known, path))

    def remove_log_folder(self, path: str) -> None:
        """Have log readers look there no more; what was read of it stays."""
        self.set("log_folders", tuple(one for one in self.settings.log_folders if one != path) or None)

    def set(self, name: str, value: object) -> None:
        """Keep one setting, None for its default; WrongCallError for a value it cannot have."""
        self.change_setting(name, value)

    def pause(self, on: bool) -> None:  # noqa: FBT001  one switch, on or off
        """Read nothing until the owner goes on."""
        self.change_setting("paused", on)

    @property
    def paused(self) -> bool:
        """Whether the owner wants nothing read."""
        return self.settings.paused

    def write_sample(self, home: Path) -> Path:
        """Write the sample home with its logs and repositories, as it stands at the moment answers stand for."""
        return self.machinery().write_sample(home, self.now, self.zone)

    @property
    def autostart(self) -> Autostart:
        """Whether Outlay starts with the desktop, as it really is."""
        return self.machinery().autostart()

    def set_autostart(self, on: bool) -> Autostart:  # noqa: FBT001  one switch, on or off
        """Have Outlay start with the desktop, or not; what is really there then. WrongCallError over sample data."""
        if on and self.sample:
            raise WrongCallError("The sample does not start with the desktop.", "Start Outlay without it.")
        found = self.machinery().set_autostart(on)
        self.set("autostart", on)
        return found

    def forget_repository(self, path: str, *, keep_words: bool = True) -> Forgotten:
        """Delete everything read of a repository, with the owner's words about it or without."""
        with self._writing() as store:
            return self.machinery().forget_repository(store, path, keep_words=keep_words)

    def delete_everything(self) -> Deleted:
        """Delete everything Outlay stored here; BusyError while a reading runs."""
        return self.machinery().delete_everything()

    def export_all(
        self, path: Path, progress: Callable[[ExportProgress], None] | None = None, *, replace: bool = False
    ) -> Exported:
        """Write everything that is known into one zip; `progress` may raise to stop it."""
        from outlay.use_cases.export_all import export_all  # noqa: PLC0415  rarely asked for

        with self._view() as store:
            return export_all(store, path, self.now, progress or (lambda _: None), replace=replace)
