"""The zone days are cut in."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tzlocal import get_localzone_name

from outlay.errors import WrongCallError


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
        name = get_localzone_name() or "UTC"
        return ZoneInfo("UTC" if name == "Etc/UTC" else name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
