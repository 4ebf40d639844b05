"""Limits as Codex hands them out with its token counts.

Source: log-formats.md section 2.6: a window is told by its length, never by its slot; `resets_at` is unix seconds,
older versions wrote `resets_in_seconds`.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import QuotaWindow
from outlay.readers.logs.codex.records import Limits, Window, short_name

_LATEST_SECONDS = 2**40


def newest_windows(seen: Iterable[tuple[Limits, UtcMillis]], tool: str) -> list[QuotaWindow]:
    """Of each window of each limit what was seen last."""
    newest: dict[tuple[str, int], QuotaWindow] = {}
    for window in chain.from_iterable(
        _windows_of(limits, tool, at) for limits, at in _last_of_each_shape(seen)
    ):
        key = (window.limit, window.window_minutes)
        if key not in newest or window.seen_at >= newest[key].seen_at:
            newest[key] = window
    return list(newest.values())


def _last_of_each_shape(seen: Iterable[tuple[Limits, UtcMillis]]) -> Iterable[tuple[Limits, UtcMillis]]:
    """Nearly every line repeats the limits, so only the last of a kind is worth a closer look."""
    last: dict[tuple[str | None, int | None, int | None], tuple[Limits, UtcMillis]] = {}
    for limits, at in seen:
        shape = (limits.limit_id, _minutes(limits.primary), _minutes(limits.secondary))
        if shape not in last or at >= last[shape][1]:
            last[shape] = (limits, at)
    return last.values()


def _minutes(window: Window | None) -> int | None:
    return None if window is None or window.used_percent is None else window.window_minutes


def _windows_of(limits: Limits, tool: str, seen_at: UtcMillis) -> Iterator[QuotaWindow]:
    for window in (limits.primary, limits.secondary):
        if window is None or window.used_percent is None or not window.window_minutes:
            continue
        yield QuotaWindow(
            tool,
            short_name(limits.limit_id) or tool,
            window.window_minutes,
            window.used_percent,
            _start_anew(window, seen_at),
            seen_at,
            short_name(limits.plan_type) or None,
        )


def _start_anew(window: Window, seen_at: UtcMillis) -> UtcMillis | None:
    if window.resets_at is not None and 0 < window.resets_at < _LATEST_SECONDS:
        return UtcMillis(int(window.resets_at * 1000))
    if window.resets_in_seconds is not None and 0 <= window.resets_in_seconds < _LATEST_SECONDS:
        return UtcMillis(seen_at + int(window.resets_in_seconds * 1000))
    return None
