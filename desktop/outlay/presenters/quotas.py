"""Quota windows in words: what was used of each and when it starts anew."""

from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.pictures import QuotaBar
from outlay.domain.usage import QuotaWindow
from outlay.presenters.amounts import UNKNOWN
from outlay.presenters.days import reset_text
from outlay.presenters.tongue import plural, tr
from outlay.presenters.tools import tool_name

_HOUR = 60
_DAY = 24 * _HOUR
_WEEK = 7 * _DAY
_USUAL_LIMITS = ("", "primary", "secondary")


def quota_bars(windows: tuple[QuotaWindow, ...], now: UtcMillis, zone: ZoneInfo) -> tuple[QuotaBar, ...]:
    """One bar a window. A window that began anew since it was last seen has no known share."""
    return tuple(_bar(window, now, zone) for window in windows)


def window_words(minutes: int) -> str:
    """`5 h`, `day`, `week`, `30 days`."""
    if minutes == _WEEK:
        return tr("week")
    if minutes % _DAY == 0:
        return tr("day") if minutes == _DAY else plural(minutes // _DAY, one="{n} day", many="{n} days")
    if minutes % _HOUR == 0:
        return tr("{hours} h", hours=minutes // _HOUR)
    return tr("{minutes} min", minutes=minutes)


def _bar(window: QuotaWindow, now: UtcMillis, zone: ZoneInfo) -> QuotaBar:
    over = window.resets_at is not None and window.resets_at <= now
    share = None if over else min(max(window.used_percent / 100, 0.0), 1.0)
    percent = UNKNOWN if over else tr("{number}%", number=f"{window.used_percent:.0f}")
    reset = _reset(window.resets_at, now, zone)
    name = _name(window)
    used = tr("use unknown") if over else tr("{percent} used", percent=percent)
    return QuotaBar(name, share, percent, reset, ", ".join(part for part in (name, used, reset) if part))


def _name(window: QuotaWindow) -> str:
    limit = "" if window.limit in (*_USUAL_LIMITS, window.tool) else f" {window.limit}"
    return f"{tool_name(window.tool)}{limit}, {window_words(window.window_minutes)}"


def _reset(at: UtcMillis | None, now: UtcMillis, zone: ZoneInfo) -> str:
    if at is None:
        return ""
    when = reset_text(at, zone, day_of(now, zone))
    return tr("resets {when}", when=when) if at > now else tr("was reset {when}", when=when)
