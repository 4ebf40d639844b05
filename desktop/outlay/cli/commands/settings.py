"""`outlay settings`: what may be set, as it stands; `set NAME VALUE` and `reset NAME` change it."""

from argparse import Namespace
from typing import Any

from outlay.app import App
from outlay.cli.reply import Reply
from outlay.cli.tables import table
from outlay.domain.machine import StartState
from outlay.errors import WrongCallError
from outlay.presenters.settings_faults import fault_sentence
from outlay.settings import CHOICES, NAMES, SWITCHES

_ON, _OFF = "on", "off"
_START = {
    StartState.ON: "on",
    StartState.OFF: "off",
    StartState.SWITCHED_OFF: "held back by the system's own settings",
    StartState.ANOTHER: "another program stands in the entry",
    StartState.UNKNOWN: "unknown",
}


def answer(app: App, arguments: Namespace) -> Reply:
    """List settings, change one, or bring its default back."""
    if arguments.action != "list":
        _change(app, arguments)
    return _listed(app)


def _change(app: App, arguments: Namespace) -> None:
    if not arguments.name or (arguments.action == "set" and not arguments.value):
        raise WrongCallError("Name and value are needed.", "Write outlay settings set NAME VALUE.")
    value = _value(arguments.name, arguments.value) if arguments.action == "set" else None
    if arguments.name == "autostart":
        app.set_autostart(value is True)
    else:
        app.set(arguments.name, value)


def _value(name: str, words: list[str]) -> object:
    if name in SWITCHES and words[0] in {_ON, _OFF}:
        return words[0] == _ON
    return tuple(words) if name == "log_folders" else words[0]


def _listed(app: App) -> Reply:
    settings, start = app.settings, app.autostart
    told = {name: getattr(settings, name) for name in NAMES}
    data: dict[str, Any] = {
        "settings": told | {"log_folders": list(settings.log_folders)},
        "autostart": {"state": start.state.value, "place": start.place},
        "faults": [one._asdict() for one in settings.faults],
    }
    shown = {name: _shown(value) for name, value in told.items()} | {"autostart": _START[start.state]}
    rows = [(name, value, " ".join(CHOICES.get(name, ()))) for name, value in shown.items()]
    notes = tuple(fault_sentence(one) for one in settings.faults)
    return Reply("settings", data, table(("Setting", "Now", "Can be"), rows, left=3), notes=notes)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return _ON if value else _OFF
    return " ".join(value) if isinstance(value, tuple) else value or ""
