"""Moments and addresses as forges and trackers write them."""

import re
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from outlay.domain.moments import UtcMillis, moment_of
from outlay.readers.logs.clock import moment_from

_EARLIEST: Final = moment_of(datetime(1990, 1, 1, tzinfo=UTC))
"""Trackers carry tickets over from their forerunners; what is earlier is a field that was never set."""

_LATEST: Final = moment_of(datetime(2100, 1, 1, tzinfo=UTC))
_MILLISECONDS_FROM: Final = 100_000_000_000
"""A number below this counts seconds since 1970, until the year 5138; from here on milliseconds, from 1973."""

_DIGITS: Final = re.compile(r"\d{9,14}(?:\.\d{1,9})?")
_LONGEST: Final = 1_000


def moment_written(written: str | float) -> UtcMillis | None:
    """ISO 8601, with or without a zone (then UTC) or a time (then midnight), or a count since 1970; else None."""
    if isinstance(written, str):
        text = written.strip()
        if not _DIGITS.fullmatch(text):
            return _sound(moment_from(re.sub(r" ?UTC$", "+00:00", text)))
        written = float(text)
    if not abs(written) < _LATEST:
        return None
    return _sound(UtcMillis(int(written if abs(written) >= _MILLISECONDS_FROM else written * 1000)))


def address_written(written: str) -> str | None:
    """A web address without login, query and fragment; None for anything else."""
    try:
        parts = urlsplit(written)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or len(written) > _LONGEST:
        return None
    address = f"{parts.scheme}://{host}{f':{port}' if port else ''}{parts.path}"
    return address if address.isprintable() and " " not in address else None


def _sound(moment: UtcMillis | None) -> UtcMillis | None:
    return moment if moment is not None and _EARLIEST <= moment < _LATEST else None
