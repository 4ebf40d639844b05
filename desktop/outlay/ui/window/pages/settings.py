"""The Settings page: every choice is kept at once, nothing waits for a button."""

from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.app import App
from outlay.domain.moments import Period
from outlay.domain.pictures import FaceState
from outlay.domain.words import Notice, Run
from outlay.errors import OutlayError
from outlay.painting.look import Look
from outlay.presenters.advice import on_screen
from outlay.presenters.pages.settings import (
    ON,
    Asked,
    SettingsAnswer,
    SettingsView,
    settings_view,
    zone_refusal,
)
from outlay.ui.parts.choices import Choice, Segments
from outlay.ui.parts.notice_bar import NoticeBar
from outlay.ui.parts.section_head import SectionHead
from outlay.ui.parts.setting_row import SettingRow
from outlay.ui.parts.zone_field import ZoneField
from outlay.ui.window.page import Page

_SECTION = 24
_WIDEST = 760
_BESIDE_FROM = 600


class SettingsPage(Page):
    """Built from what the presenter asks; a choice that cannot be kept goes back to what stands."""

    name = "settings"
    needs_period = False

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._app: App | None = None
        self._width, self._narrow = 0, False
        self.notice = NoticeBar(look)
        self.heads: list[SectionHead] = []
        self.rows: dict[str, SettingRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.notice)
        self._column.addStretch(1)

    def title(self) -> str:
        """What the page is called."""
        return QCoreApplication.translate("Window", "Settings")

    def ask(self, app: App, _period: Period) -> SettingsAnswer:
        """The settings, and what of them is really so."""
        return SettingsAnswer(app.settings, app.zone.key, app.autostart, str(app.home))

    def show_answer(self, answer: object, app: App) -> None:
        """Show a SettingsAnswer."""
        if not isinstance(answer, SettingsAnswer):
            raise TypeError(type(answer).__name__)
        self._app = app
        view = settings_view(answer)
        if not self.rows:
            self._build(view)
        for group in view.groups:
            for asked in group.asked:
                self._show(asked)
        self._say(view.fault, FaceState.STALE)
        self._fit()

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Names beside their controls, or above them where not even these find room."""
        scale = self.look.text_scale
        self._width = min(width, round(_WIDEST * scale))
        self._narrow = narrow and width < _BESIDE_FROM * scale
        self._fit()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        super().take_look(look)
        self.notice.take_look(look)
        for head in self.heads:
            head.take_look(look)
        for row in self.rows.values():
            row.take_look(look)
            if isinstance(row.control, Segments | ZoneField):
                row.control.take_look(look)

    def _build(self, view: SettingsView) -> None:
        self._column.takeAt(self._column.count() - 1)
        for number, group in enumerate(view.groups):
            head = SectionHead(self.look, group.title)
            self.heads.append(head)
            self._column.addSpacing(_SECTION if number else 0)
            self._column.addWidget(head)
            for asked in group.asked:
                row = SettingRow(self.look, self._control(asked))
                self.rows[asked.key] = row
                self._column.addWidget(row)
        self._column.addStretch(1)

    def _control(self, asked: Asked) -> QWidget:
        if not asked.options:
            field = ZoneField(self.look, asked.name, zone_refusal(), available_timezones())
            field.chosen.connect(lambda zone: self._keep(asked.key, zone or None))
            return field
        choices = tuple(Choice(option.key, option.text) for option in asked.options)
        segments = Segments(self.look, "", choices)
        segments.setAccessibleName(asked.name)
        for option in asked.options:
            button = segments.buttons[option.key]
            button.setAccessibleName(f"{asked.name}: {option.text}")
            if option.why_not:
                button.setEnabled(False)
                button.setToolTip(option.why_not)
                button.setAccessibleDescription(option.why_not)
        segments.chosen.connect(lambda value: self._keep(asked.key, value))
        return segments

    def _show(self, asked: Asked) -> None:
        row = self.rows[asked.key]
        row.show_words(asked.name, asked.note)
        if isinstance(row.control, Segments):
            row.control.show_current(asked.current)
        elif isinstance(row.control, ZoneField):
            row.control.show_zone(asked.current, asked.placeholder)

    def _keep(self, key: str, value: str | None) -> None:
        """Keep one choice. What cannot be kept is said, and the control goes back to what stands."""
        if self._app is None:
            return
        try:
            if key == "autostart":
                self._app.set_autostart(value == ON)
            else:
                self._app.set(key, value)
        except OutlayError as error:
            self._say(on_screen(f"{error.title} {error.advice}"), FaceState.FAILING)
            self.changed.emit()
            return
        self._say("", FaceState.FRESH)
        self.setting_changed.emit(key)
        self.changed.emit()

    def _say(self, sentence: str, state: FaceState) -> None:
        self.notice.show_notice(Notice((Run(sentence),), state) if sentence else None, self._width)

    def _fit(self) -> None:
        for part in (self.notice, *self.heads):
            part.setFixedWidth(self._width or 1)
        for row in self.rows.values():
            row.setFixedWidth(self._width or 1)
            row.take_width(self._width, narrow=self._narrow)
