"""What the owner may set, with its defaults, and what of a settings file cannot be used."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Fault(NamedTuple):
    """A setting whose value cannot be used; its default stands instead. `value` is cut to what can be shown."""

    name: str
    value: str
    default: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The owner's settings. Unknown keys of a newer Outlay are kept by the file's writer."""

    log_folders: tuple[str, ...] = ()
    """Further folders in which log readers look."""
    zone: str | None = None
    """IANA name of the zone days are cut in; None: the machine's."""
    week_start: str = "monday"
    """The first day of a week."""
    theme: str = "system"
    """How screens look; `system` follows the desktop."""
    tray_text: str = "amount"
    """What the tray icon shows: today's amount, or nothing (plain)."""
    notifications: bool = False
    """Whether Outlay may speak up by itself."""
    autostart: bool = False
    """The owner's wish that Outlay starts with the desktop; what is really there says `system/autostart.py`."""
    reduced_motion: str = "system"
    """Whether screens move less; `system` follows the desktop."""
    column: str = "list"
    """The column of money that is shown first. Only list values are known yet."""
    language: str = "system"
    """The language of the words; `system` follows the desktop."""
    paused: bool = False
    """True while the owner wants nothing read."""
    shipped_view: str = ""
    """How the list of shipped work was left, as its page writes it; empty for how it is at first."""
    github_client_id: str = ""
    """The client id, which is public, of a GitHub app that grants logins by a code; empty: no such login is offered."""
    review_reminder: str = ""
    """When to be reminded of the weekly review, such as `friday 16:00`; empty: never."""
    faults: tuple[Fault, ...] = ()
    """What of the file could not be used; nothing the owner sets."""


CHOICES: Mapping[str, tuple[str, ...]] = {
    "week_start": ("monday", "sunday", "saturday"),
    "theme": ("system", "light", "dark", "high_contrast"),
    "tray_text": ("amount", "plain"),
    "reduced_motion": ("system", "on", "off"),
    "column": ("list",),
    "language": ("system", "en", "de"),
}
"""The values of a setting that has a few, its default among them."""

SWITCHES = ("notifications", "autostart", "paused")
NAMES = tuple(field.name for field in fields(Settings) if field.name != "faults")
"""Every setting there is."""

_DEFAULTS = Settings()
_LONGEST_SHOWN = 60
_LONGEST_VIEW = 600
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_REMINDER = re.compile(rf"(({_DAYS}) ([01]\d|2[0-3]):[0-5]\d)?")
_CLIENT_ID = re.compile(r"[A-Za-z0-9._-]{0,64}")


def settings_from(values: Mapping[str, Any]) -> Settings:
    """Settings out of a file's values; one that cannot be used falls back to its default and is told of."""
    good, faults = {}, []
    for name in NAMES:
        if name in values and is_fitting(name, values[name]):
            good[name] = values[name]
        elif name in values:
            faults.append(Fault(name, _shown(values[name]), _shown(getattr(_DEFAULTS, name))))
    if "log_folders" in good:
        good["log_folders"] = tuple(good["log_folders"])
    return replace(_DEFAULTS, **good, faults=tuple(faults))


def is_fitting(name: str, value: Any) -> bool:
    """Whether a setting can have a value, as a settings file or a face writes it."""
    if name in CHOICES:
        return isinstance(value, str) and value in CHOICES[name]
    return _KINDS[name](value)


def _is_list_of_folders(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(one, str) and one for one in value)


def _is_zone(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(ZoneInfo(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _is_few_words(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_VIEW and value.isprintable()


def _is_client_id(value: Any) -> bool:
    return isinstance(value, str) and _CLIENT_ID.fullmatch(value) is not None


def _is_reminder(value: Any) -> bool:
    return isinstance(value, str) and _REMINDER.fullmatch(value) is not None


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)


_KINDS: Mapping[str, Callable[[Any], bool]] = {
    "log_folders": _is_list_of_folders,
    "zone": _is_zone,
    **dict.fromkeys(SWITCHES, _is_switch),
    "shipped_view": _is_few_words,
    "github_client_id": _is_client_id,
    "review_reminder": _is_reminder,
}


def _shown(value: Any) -> str:
    return "".join(letter for letter in str(value) if letter.isprintable())[:_LONGEST_SHOWN]
