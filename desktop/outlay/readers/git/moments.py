"""Moments as git prints them, in seconds; some clocks and tools write nonsense."""

from outlay.domain.moments import UtcMillis

LAST_SECOND = 253_402_214_400
"""The last day of the year 9999: later moments have no date."""


def moment_from(seconds: bytes) -> UtcMillis:
    """The moment of a number of seconds, held within what has a date; 0 for none (a damaged commit)."""
    return UtcMillis(min(max(int(seconds or 0), 0), LAST_SECOND) * 1000)
