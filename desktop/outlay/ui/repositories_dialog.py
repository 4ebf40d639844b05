"""Lets the owner tick repositories to read: those chosen before, the proposed ones, and others by their folder."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from outlay.painting.look import Look
from outlay.presenters.paths import short_path
from outlay.ui.parts.choice_dialog import ChoiceDialog
from outlay.ui.parts.tick_list import TickList


class RepositoriesDialog(ChoiceDialog):
    """No proposed one is ticked beforehand: a repository is read because the owner said so."""

    def __init__(
        self,
        chosen: tuple[str, ...],
        proposed: tuple[str, ...],
        look: Look,
        home: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Paths are shown short by the `home` folder."""
        name = QCoreApplication.translate("Repositories", "Repositories your tools worked in")
        title = QCoreApplication.translate("Repositories", "Repositories")
        super().__init__(title, TickList(look, name), parent)
        self._home = home
        self.ticks.fill(
            {path: short_path(path, home) for path in chosen},
            {path: short_path(path, home) for path in proposed},
        )
        self.sentence.setText(_sentence(chosen, proposed))
        other = self.buttons.addButton(
            QCoreApplication.translate("Repositories", "Other folder\u2026"),
            QDialogButtonBox.ButtonRole.ActionRole,
        )
        other.clicked.connect(self._choose_folder)
        self.ticks_changed()

    def add_path(self, path: str) -> None:
        """One more repository, ticked."""
        self.ticks.add(path, short_path(path, self._home), ticked=True)
        self.ticks_changed()

    def _choose_folder(self) -> None:
        title = QCoreApplication.translate("Repositories", "Folder of a git repository")
        path = QFileDialog.getExistingDirectory(self, title, self._home)
        if path:
            self.add_path(path)


def _sentence(chosen: tuple[str, ...], proposed: tuple[str, ...]) -> str:
    if chosen:
        return QCoreApplication.translate(
            "Repositories",
            "Your commits in the ticked ones count. One without its tick is not read any more and does not count.",
        )
    if proposed:
        return QCoreApplication.translate(
            "Repositories", "Your tools worked in these. Outlay reads the commits of those you tick."
        )
    return QCoreApplication.translate(
        "Repositories", "No repository is known from the logs yet. Choose one by its folder."
    )
