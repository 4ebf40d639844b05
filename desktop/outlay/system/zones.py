"""The zone days are cut in."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from outlay.errors import WrongCallError

_CLOCK = Path("/etc/localtime")


def zone_of(name: str | None) -> ZoneInfo:
    """A named zone, or the machine's; UTC when the machine does not say. Raises WrongCallError for no zone."""
    if name is None:
        return _machine_zone()
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WrongCallError(f"{name} is not a time zone.", "Name one such as Europe/Berlin.") from error


def _machine_zone() -> ZoneInfo:
    try:
        name = _linked_name() or _asked_name() or "UTC"
        return ZoneInfo("UTC" if name == "Etc/UTC" else name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _linked_name() -> str | None:
    """The zone by the link the C library follows on Linux and macOS; None where there is none, or TZ goes before it."""
    try:
        target = "" if "TZ" in os.environ else str(_CLOCK.readlink())
    except OSError:
        return None
    return target.partition("/zoneinfo/")[2] or None


def _asked_name() -> str | None:
    from tzlocal import get_localzone_name  # noqa: PLC0415  it costs more than all else that is needed to begin

    return get_localzone_name()
