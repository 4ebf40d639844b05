"""The file itself: a JSON array of rows that the owner exported from a forge or a tracker."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec
from msgspec import Raw

from outlay.domain.problems import ProblemKind
from outlay.readers.logs.lines import plain_json, trouble_of
from outlay.readers.work.rows import UNFIT_ERRORS

LARGEST: Final = 200_000_000
"""Bytes a file may have: a hundred thousand pull requests with their bodies."""


class Export(NamedTuple):
    """The rows of a file; `trouble` when it is none that can be used."""

    rows: tuple[Raw, ...]
    trouble: ProblemKind | None = None


def export_at(path: Path, largest: int = LARGEST) -> Export:
    """The rows of a file of at most `largest` bytes, each as it stands there; never raises.

    Trouble is VANISHED or UNREADABLE, TOO_LONG, NOT_JSON, or WRONG_TYPE where the JSON is no array.
    """
    try:
        with path.open("rb") as stream:
            written = stream.read(largest + 1)
    except OSError as error:
        return Export((), trouble_of(error))
    except ValueError:
        return Export((), ProblemKind.VANISHED)
    if len(written) > largest:
        return Export((), ProblemKind.TOO_LONG)
    return _export_in(_as_utf8(written))


def _as_utf8(written: bytes) -> bytes:
    """Windows' shells write what they redirect as UTF-16 or with a mark at its start."""
    if written.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return written.decode("utf-16", errors="replace").encode()
    return written.removeprefix(BOM_UTF8)


def _export_in(written: bytes) -> Export:
    try:
        return Export(tuple(msgspec.json.decode(written, type=list[Raw])))
    except UNFIT_ERRORS:
        value, trouble = plain_json(written)
    if not isinstance(value, list):
        is_json = value is not None or written.strip() == b"null"
        return Export((), ProblemKind.WRONG_TYPE if is_json else trouble or ProblemKind.NOT_JSON)
    return Export(tuple(_encoded(row) for row in value))


def _encoded(row: Any) -> Raw:
    """A row that had to be mended; one that cannot be written again is none."""
    try:
        return Raw(msgspec.json.encode(row))
    except (OverflowError, UnicodeEncodeError, RecursionError):
        return Raw(b"null")
