"""The Settings page in words: each setting with what it means, what it can be, and what is really so."""

from typing import NamedTuple

from outlay.domain.machine import Autostart, StartState
from outlay.presenters.paths import short_path
from outlay.presenters.tongue import later, tr
from outlay.settings import Fault, Settings

ON, OFF = "on", "off"


class SettingsAnswer(NamedTuple):
    """The settings as they stand, the zone days are cut in, and whether Outlay really starts with the desktop."""

    settings: Settings
    zone: str
    autostart: Autostart
    home: str


class Option(NamedTuple):
    """One value of a setting; `why_not` says why it cannot be chosen."""

    key: str
    text: str
    why_not: str = ""


class Asked(NamedTuple):
    """One setting. Without options it is typed in, and `placeholder` says what stands for nothing typed."""

    key: str
    name: str
    current: str
    options: tuple[Option, ...] = ()
    note: str = ""
    placeholder: str = ""


class Group(NamedTuple):
    """Settings under one head."""

    title: str
    asked: tuple[Asked, ...]


class SettingsView(NamedTuple):
    """The whole page. `fault` says what of the settings file could not be used, empty when all of it could."""

    groups: tuple[Group, ...]
    fault: str


def settings_view(answer: SettingsAnswer) -> SettingsView:
    """The page of an answer."""
    settings = answer.settings
    return SettingsView(
        (
            Group(tr("Figures"), (_column(settings), _zone(answer), _week_start(settings))),
            Group(tr("Look"), (_theme(settings), _motion(settings), _language(settings))),
            Group(tr("Desktop"), (_tray(settings), _autostart(answer))),
        ),
        " ".join(_fault(fault) for fault in settings.faults),
    )


def zone_refusal() -> str:
    """What is said of a zone there is not."""
    return tr("There is no such zone. Type a city, for example Berlin.")


def _column(settings: Settings) -> Asked:
    why = tr("comes with accounts")
    options = (
        Option("list", tr("List value")),
        Option("billed", tr("Billed"), why),
        Option("cash", tr("Cash"), why),
    )
    note = tr("Billed and cash come with accounts. Without one, only list values are known.")
    return Asked("column", tr("Column shown first"), settings.column, options, note)


def _zone(answer: SettingsAnswer) -> Asked:
    machine = tr("As this machine")
    placeholder = machine if answer.settings.zone else f"{machine}: {answer.zone}"
    note = tr("Days begin at midnight in this zone. Past figures move with it; nothing is read anew.")
    return Asked("zone", tr("Time zone"), answer.settings.zone or "", (), note, placeholder)


def _week_start(settings: Settings) -> Asked:
    options = (
        Option("monday", tr("Monday")),
        Option("sunday", tr("Sunday")),
        Option("saturday", tr("Saturday")),
    )
    return Asked("week_start", tr("Weeks begin on"), settings.week_start, options)


def _theme(settings: Settings) -> Asked:
    options = (
        Option("system", tr("As the system")),
        Option("light", tr("Light")),
        Option("dark", tr("Dark")),
        Option("high_contrast", tr("High contrast")),
    )
    return Asked("theme", tr("Theme"), settings.theme, options)


def _motion(settings: Settings) -> Asked:
    options = (Option("system", tr("As the system")), Option(ON, tr("Yes")), Option(OFF, tr("No")))
    note = tr("Yes stops the text cursor's blinking and what menus do when they open. Nothing else moves.")
    return Asked("reduced_motion", tr("Reduce motion"), settings.reduced_motion, options, note)


def _language(settings: Settings) -> Asked:
    options = (
        Option("system", tr("As the system")),
        Option("en", "English"),
        Option("de", "Deutsch"),
    )
    note = tr("The window speaks another language from its next start.")
    return Asked("language", tr("Language"), settings.language, options, note)


def _tray(settings: Settings) -> Asked:
    options = (Option("amount", tr("Today's amount")), Option("plain", tr("No amount")))
    note = tr("The tooltip and the menu carry the amount either way.")
    return Asked("tray_text", tr("Tray icon shows"), settings.tray_text, options, note)


_STATES = {
    StartState.ON: later("It starts by {place}."),
    StartState.OFF: later("Nothing is written. Yes writes {place}."),
    StartState.SWITCHED_OFF: later("{place} is there, and the desktop's own settings hold it back."),
    StartState.ANOTHER: later("{place} starts another program. Yes replaces it."),
    StartState.UNKNOWN: later("{place} cannot be read, so it is unknown what starts."),
}


def _autostart(answer: SettingsAnswer) -> Asked:
    told = answer.autostart
    place = short_path(told.place, answer.home)
    current = {StartState.ON: ON, StartState.UNKNOWN: ""}.get(told.state, OFF)
    options = (Option(ON, tr("Yes")), Option(OFF, tr("No")))
    note = tr(_STATES[told.state], place=place)
    return Asked("autostart", tr("Start with the desktop"), current, options, note)


def _fault(fault: Fault) -> str:
    return tr(
        "The settings file says {name} = {value}, which it cannot be; {default} stands instead.",
        name=fault.name,
        value=fault.value,
        default=fault.default,
    )
