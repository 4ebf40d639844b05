"""The Sources page: where Outlay looks, what the owner named, what is kept here and what was done."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QScrollArea, QVBoxLayout, QWidget

from outlay.app import App
from outlay.domain.answers import Progress
from outlay.domain.machine import ExportProgress
from outlay.domain.moments import Period, UtcMillis, day_of
from outlay.domain.pictures import FaceState
from outlay.domain.words import Notice, Run
from outlay.errors import OutlayError
from outlay.painting.look import Look
from outlay.presenters.advice import on_screen
from outlay.presenters.pages.sources import SourcesView, sources_view
from outlay.presenters.pages.sources_acts import (
    delete_sentences,
    export_text,
    forget_sentences,
    outcome_notice,
)
from outlay.presenters.pages.sources_kept import OPEN_FOLDER, PRICES, UNDO
from outlay.presenters.pages.sources_tools import HIDE, PROBLEMS, SHOW, SourcesAnswer
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.confirm_dialog import Confirm
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.notice_bar import NoticeBar
from outlay.ui.parts.section import Section
from outlay.ui.parts.table import LedgerTable
from outlay.ui.window.account_acts import AccountActs
from outlay.ui.window.account_rows import AccountsPart
from outlay.ui.window.doing import Act, Doer
from outlay.ui.window.failing import Failure
from outlay.ui.window.group_dialog import GroupDialog
from outlay.ui.window.page import Page
from outlay.ui.window.sources_parts import KeptPart, OwnerPart

_SECTION = 24
_COLUMNS = 44
_LEFT_SHARE = 0.502
_STACKED_BELOW = 780
_WANTED_WORD = "delete"
_NEVER = UtcMillis(-1)
_TOP = Qt.AlignmentFlag.AlignTop


class SourcesPage(Page):
    """Acts are done one after the other beside the event loop; each says what came of it above the tables."""

    name = "sources"
    needs_period = False

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        told = QCoreApplication.translate
        self._app: App | None = None
        self._answer: SourcesAnswer | None = None
        self._all_tools = self._stop = False
        self._width, self._stacked = 0, False
        self._passing_since: UtcMillis | None = _NEVER
        self.doer = Doer(self)
        self.check = TextButton(told("Sources", "Check all now"), ButtonKind.PLAIN, look)
        self.folder = TextButton(told("Sources", "Add a log folder\u2026"), ButtonKind.QUIET, look)
        self.notice = NoticeBar(look)
        self.tools = LedgerTable(look)
        self.accounts = AccountsPart(look)
        self.account_acts = AccountActs(look, self.accounts, self)
        self.owner, self.kept = OwnerPart(look), KeptPart(look)
        self.corrections = Section(look, told("Sources", "Corrections of past days"))
        self.correction_table = LedgerTable(look)
        self.acts = Section(look, told("Sources", "What you said"))
        self.act_table = LedgerTable(look)
        self._connect()
        self._lay_out()

    def title(self) -> str:
        """What the page is called."""
        return QCoreApplication.translate("Window", "Sources")

    def buttons(self) -> tuple[QWidget, ...]:
        """Another folder, and the wish for a reading."""
        return self.folder, self.check

    def ask(self, app: App, _period: Period) -> SourcesAnswer:
        """Everything the page shows."""
        return SourcesAnswer(app.sources_page(), app.now, app.zone, app.accounts(), app.paused)

    def show_answer(self, answer: object, app: App) -> None:
        """Show a SourcesAnswer."""
        if not isinstance(answer, SourcesAnswer):
            raise TypeError(type(answer).__name__)
        if self._passing_since not in (_NEVER, answer.page.last_sync):
            self._say("")
        self._app, self._answer = app, answer
        self.account_acts.take(app, answer)
        self._show_again()

    def open_subject(self, subject: object) -> None:
        """Bring one part into sight: accounts, repositories, identities, groups, machine, corrections, acts."""
        parts: dict[object, QWidget] = {
            "accounts": self.accounts,
            "repositories": self.owner.repositories,
            "identities": self.owner.identities,
            "groups": self.kept.groups,
            "machine": self.kept.machine,
            "corrections": self.corrections,
            "acts": self.acts,
        }
        if subject in parts:
            QTimer.singleShot(0, self, lambda: self._bring(parts[subject]))

    def take_progress(self, progress: Progress | None) -> None:
        """A reading goes on, or is over: there is nothing to check while it does."""
        told = QCoreApplication.translate
        words = told("Sources", "Check all now") if progress is None else told("Sources", "Reading\u2026")
        self.check.setEnabled(progress is None)
        self.check.change_text(words)
        self.account_acts.take_progress(progress)

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Side by side, or one below the other."""
        stacked = width < _STACKED_BELOW * self.look.text_scale
        self._width = width
        if stacked is not self._stacked:
            self._stacked = stacked
            self._show_again()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)
        self._columns.setSpacing(_SECTION if narrow else _COLUMNS)
        left = width if narrow else round((width - _COLUMNS) * _LEFT_SHARE)
        self.owner.take_width(left)
        self.kept.take_width(width if narrow else width - _COLUMNS - left)
        for table in (self.tools, self.correction_table, self.act_table):
            table.setFixedWidth(width)
        self.corrections.take_width(width)
        self.acts.take_width(width)
        self.accounts.take_width(width)
        self.notice.setFixedWidth(width)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        super().take_look(look)
        parts: tuple[Looked, ...] = (
            self.check,
            self.folder,
            self.notice,
            self.tools,
            self.accounts,
            self.account_acts,
            self.owner,
            self.kept,
            self.corrections,
            self.correction_table,
            self.acts,
            self.act_table,
        )
        for part in parts:
            part.take_look(look)

    def end(self) -> None:
        """Nothing is begun any more."""
        self._stop = True
        self.account_acts.end()
        self.doer.end()

    def _show_again(self) -> None:
        if self._answer is not None:
            self._show(sources_view(self._answer, all_tools=self._all_tools, stacked=self._stacked))

    def _show(self, view: SourcesView) -> None:
        self.tools.show_table(view.tools)
        self.owner.show_view(view)
        self.kept.show_view(view)
        for section, table, shown, empty in (
            (self.corrections, self.correction_table, view.corrections, view.no_correction),
            (self.acts, self.act_table, view.acts, view.no_act),
        ):
            section.head.setVisible(bool(empty))
            section.say(empty)
            table.setVisible(not empty)
            table.show_table(shown)

    def _bring(self, part: QWidget) -> None:
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part, 0, _SECTION)
        inside = next((one for one in part.findChildren(QWidget) if one.focusPolicy()), None)
        if inside is not None:
            inside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.check.clicked.connect(self._check)
        self.folder.clicked.connect(self._add_log_folder)
        self.notice.link_wanted.connect(lambda page: self.open_wanted.emit(page, None))
        self.tools.link_wanted.connect(self._tool_link)
        self.act_table.link_wanted.connect(lambda _row, what: self._undo(what))
        self.owner.repository_ticked.connect(self._tick_repository)
        self.owner.repository_wanted.connect(self._add_repository)
        self.owner.forget_wanted.connect(self._forget)
        self.owner.identity_ticked.connect(self._tick_identity)
        self.owner.identity_wanted.connect(lambda email: self._tick_identity(email, on=True))
        self.kept.group_wanted.connect(self._add_group)
        self.kept.ungroup_wanted.connect(self._remove_group)
        self.kept.fact_wanted.connect(self._fact_link)
        self.kept.export_wanted.connect(self._export)
        self.kept.delete_wanted.connect(self._delete)
        self._connect_accounts()
        self.doer.done.connect(self._done)
        self.doer.failed.connect(self._failed)
        self.doer.told.connect(self._told)

    def _connect_accounts(self) -> None:
        acts = self.account_acts
        acts.said.connect(self._say)
        acts.changed.connect(self.changed)
        acts.refresh_wanted.connect(self.refresh_wanted)
        acts.stop_wanted.connect(self.stop_wanted)
        acts.setting_changed.connect(self.setting_changed)

    def _check(self) -> None:
        """Have everything looked at; a sign of it at once, until the reading tells how it goes."""
        if self._app is not None and not self._app.paused:
            self.check.change_text(QCoreApplication.translate("Sources", "Looking\u2026"))
        self.refresh_wanted.emit()

    def _tool_link(self, row: str, what: str) -> None:
        if what in (SHOW, HIDE) and self._answer is not None:
            self._all_tools = what == SHOW
            self._show_again()
        elif what == PROBLEMS:
            self.tools.unfold(row)
        elif row.startswith("folder:"):
            self._do("folder", lambda app: app.remove_log_folder(row.removeprefix("folder:")))

    def _fact_link(self, what: str) -> None:
        if what == OPEN_FOLDER and self._answer is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._answer.page.machine.data_folder))
        elif what == PRICES:
            self.open_wanted.emit("spend", "prices")

    def _undo(self, what: str) -> None:
        kind, _, number = what.partition(":")
        if kind == UNDO:
            self._do("undo", lambda app: app.undo_act(int(number)))

    def _tick_repository(self, path: str, on: bool) -> None:  # noqa: FBT001  a slot, called with its state
        if on:
            self._do("repositories", lambda app: app.add_repositories((path,)))
        else:
            self._do("repositories", lambda app: app.remove_repositories((path,)))

    def _tick_identity(self, email: str, on: bool) -> None:  # noqa: FBT001  a slot, called with its state
        if on:
            self._do("identities", lambda app: app.add_identities((email,)))
        else:
            self._do("identities", lambda app: app.remove_identities((email,)))

    def _add_repository(self) -> None:
        path = self._folder(QCoreApplication.translate("Sources", "Folder of a git repository"))
        if path:
            self._tick_repository(path, on=True)

    def _add_log_folder(self) -> None:
        path = self._folder(QCoreApplication.translate("Sources", "Folder with logs"))
        if path:
            self._do("folder", lambda app: app.add_log_folder(path))

    def _add_group(self) -> None:
        if self._answer is None:
            return
        page = self._answer.page
        names = tuple(row.known.slug or row.known.name for row in page.repositories)
        dialog = GroupDialog(self.look, names, page.home, self)
        if dialog.exec():
            name, projects = dialog.name.text(), dialog.projects()
            self._do("groups", lambda app: app.add_to_group(name, projects))

    def _remove_group(self, name: str) -> None:
        self._do("groups", lambda app: app.remove_from_group(name))

    def _forget(self, path: str) -> None:
        told = QCoreApplication.translate
        name = next((line.name for line in self.owner.repository_rows.lines() if line.key == path), path)
        title = told("Sources", "Forget {name}?").format(name=name)
        dialog = Confirm(self.look, title, forget_sentences(name), told("Sources", "Forget it"), self)
        dialog.ask_tick(told("Sources", "Keep what I said about its items"), ticked=True)
        if dialog.exec() and dialog.tick is not None:
            keep = dialog.tick.isChecked()
            self._do("forget", lambda app: app.forget_repository(path, keep_words=keep))

    def _export(self) -> None:
        if self.kept.exporting:
            self._stop = True
            return
        if self._app is None or self._answer is None:
            return
        told, today = QCoreApplication.translate, day_of(self._app.now, self._app.zone)
        path = self._save_path(told("Sources", "Export everything"), today)
        if path:
            self._stop = False
            self.kept.show_exporting(on=True)
            self._begin(
                "export", lambda app, tell: app.export_all(Path(path), self._telling(tell), replace=True)
            )

    def _telling(self, tell: Callable[[object], None]) -> Callable[[ExportProgress], None]:
        """Tells how far an export is; raises in it when the owner stops it."""

        def heard(progress: ExportProgress) -> None:
            if self._stop:
                raise OutlayError("The export was stopped.", "Nothing was written.")
            tell(progress)

        return heard

    def _delete(self) -> None:
        if self._answer is None:
            return
        told, page = QCoreApplication.translate, self._answer.page
        title = told("Sources", "Delete everything Outlay stored here?")
        told_first = delete_sentences(page.machine, page.home)
        dialog = Confirm(self.look, title, told_first, told("Sources", "Delete everything"), self)
        word = told("Sources", _WANTED_WORD)
        dialog.ask_word(told("Sources", "To go on, type: {word}").format(word=word), word)
        if dialog.exec():
            self._do("delete", lambda app: app.delete_everything())

    def _do(self, name: str, act: Callable[[App], object]) -> None:
        self._begin(name, lambda app, _tell: act(app))

    def _begin(self, name: str, act: Callable[[App, Callable[[object], None]], object]) -> None:
        app = self._app
        if app is not None:
            done: Act = lambda tell: act(app, tell)  # noqa: E731  bound to the app as it is now
            self.doer.do(name, done)

    def _done(self, name: str, found: object) -> None:
        notice = outcome_notice(found, self._answer.page.home if self._answer else "")
        self._passing_since = _NEVER
        self.notice.show_notice(notice, self._width)
        if name == "export":
            self.kept.show_exporting(on=False)
            return
        self.changed.emit()
        if name in ("repositories", "identities", "folder"):
            self.refresh_wanted.emit()
        elif name == "delete" and (notice is None or not notice.action):
            self.open_wanted.emit("first_run", None)

    def _failed(self, name: str, failure: object) -> None:
        if name == "export":
            self.kept.show_exporting(on=False)
        if isinstance(failure, Failure):
            self._say(on_screen(f"{failure.title} {failure.advice}".strip()), FaceState.FAILING)
            if failure.passing and self._answer is not None:
                self._passing_since = self._answer.page.last_sync
                self.refresh_wanted.emit()
        self.changed.emit()

    def _told(self, _name: str, far: object) -> None:
        if isinstance(far, ExportProgress):
            self.kept.say(export_text(far))

    def _say(self, sentence: str, state: FaceState = FaceState.FRESH) -> None:
        self._passing_since = _NEVER
        self.notice.show_notice(Notice((Run(sentence),), state) if sentence else None, self._width)

    def _folder(self, title: str) -> str:
        home = self._answer.page.home if self._answer else ""
        return QFileDialog.getExistingDirectory(self, title, home)

    def _save_path(self, title: str, today: date) -> str:
        home = self._answer.page.home if self._answer else ""
        kinds = QCoreApplication.translate("Sources", "Zip files (*.zip)")
        wanted = str(Path(home) / f"outlay-{today.isoformat()}.zip")
        return QFileDialog.getSaveFileName(self, title, wanted, kinds)[0]

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for part in (self.owner, self.kept):
            self._columns.addWidget(part)
            self._columns.setAlignment(part, _TOP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(_SECTION)
        for widget in (self.notice, self.tools, self.accounts):
            column.addWidget(widget)
        column.addLayout(self._columns)
        for section, table in ((self.corrections, self.correction_table), (self.acts, self.act_table)):
            section.column.addWidget(table)
            column.addWidget(section)
        column.addStretch(1)
