"""The windows of the tray app, imported when the first of them is wanted: an icon nobody clicks stays small."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from outlay.charts.strip import strip_chart
from outlay.domain.answers import Glance, SourceAnswer
from outlay.painting.look import Look
from outlay.presenters.activity import Activity
from outlay.presenters.periods import ChosenPeriod, period_of
from outlay.presenters.popover import popover_view
from outlay.presenters.sources import source_rows
from outlay.system.compositor import has_compositor
from outlay.ui.popover import Popover
from outlay.ui.repositories_dialog import RepositoriesDialog
from outlay.ui.sources_dialog import SourcesDialog


class GlancePopover(Popover):
    """The popover, fed with a glance."""

    def show_glance(self, glance: Glance, chosen: ChosenPeriod, activity: Activity) -> None:
        """Have a glance put into words and a chart, and show both."""
        period = period_of(glance, chosen).period
        self.show_view(popover_view(glance, chosen, activity), strip_chart(glance, period))


def make_popover(look: Look, *, as_window: bool, quiet: str) -> GlancePopover:
    """A popover for this desktop; `quiet` is a sentence at its top."""
    rounded = has_compositor(QApplication.platformName())
    popover = GlancePopover(look, rounded=rounded, as_window=as_window)
    popover.quiet = quiet
    return popover


def make_sources(sources: tuple[SourceAnswer, ...], glance: Glance) -> SourcesDialog:
    """The list of places looked at; it goes away when it is closed."""
    dialog = SourcesDialog(source_rows(sources, glance.as_of, glance.zone, glance.home))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def ask_repositories(proposed: tuple[str, ...], look: Look) -> tuple[str, ...]:
    """The repositories the owner ticks; none when the dialog is left."""
    dialog = RepositoriesDialog(proposed, look)
    return dialog.ticked() if dialog.exec() else ()


def ask_log_folder() -> str:
    """The folder with logs the owner points to; empty when the dialog is left."""
    title = QCoreApplication.translate("Sources", "Folder with logs")
    return QFileDialog.getExistingDirectory(None, title, str(Path.home()))


def tell(title: str, advice: str) -> None:
    """Say what could not be done."""
    QMessageBox.warning(None, QCoreApplication.translate("Popover", "Outlay"), f"{title} {advice}".strip())
