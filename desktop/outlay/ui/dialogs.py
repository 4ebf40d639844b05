"""The dialogs of the tray app, imported when the first of them is wanted: a popover alone needs none of them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from outlay.domain.answers import Glance, SourceAnswer
from outlay.domain.work import Identity
from outlay.painting.look import Look
from outlay.presenters.advice import on_screen
from outlay.presenters.sources import SourceRow, source_rows
from outlay.ui.emails_dialog import EmailsDialog
from outlay.ui.parts.choice_dialog import Change, ChoiceDialog
from outlay.ui.repositories_dialog import RepositoriesDialog
from outlay.ui.sources_dialog import SourcesDialog


def make_sources(sources: tuple[SourceAnswer, ...], glance: Glance) -> SourcesDialog:
    """The list of places looked at; it goes away when it is closed."""
    dialog = SourcesDialog(rows_of(sources, glance))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def rows_of(sources: tuple[SourceAnswer, ...], glance: Glance) -> tuple[SourceRow, ...]:
    """The rows of that list."""
    return source_rows(sources, glance.as_of, glance.zone, glance.home)


def ask_repositories(chosen: tuple[str, ...], proposed: tuple[str, ...], look: Look, home: str) -> Change:
    """The repositories the owner ticks and unticks; none when the dialog is left."""
    return _asked(RepositoriesDialog(chosen, proposed, look, home))


def ask_emails(mine: tuple[str, ...], proposed: tuple[Identity, ...], look: Look) -> Change:
    """The commit e-mails the owner ticks and unticks; none when the dialog is left."""
    return _asked(EmailsDialog(mine, proposed, look))


def ask_log_folder() -> str:
    """The folder with logs the owner points to; empty when the dialog is left."""
    title = QCoreApplication.translate("Sources", "Folder with logs")
    return QFileDialog.getExistingDirectory(None, title, str(Path.home()))


def tell(title: str, advice: str) -> None:
    """Say what could not be done."""
    told = f"{on_screen(title)} {on_screen(advice)}".strip()
    QMessageBox.warning(None, QCoreApplication.translate("Popover", "Outlay"), told)


def _asked(dialog: ChoiceDialog) -> Change:
    return dialog.change() if dialog.exec() else Change()
