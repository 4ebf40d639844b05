"""A log file before it is on disk."""

import json
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from outlay.domain.moments import UtcMillis


class LogText(NamedTuple):
    """Where a file goes under the home, what stands in it, and when its last line was written."""

    path: PurePosixPath
    text: str
    moment: UtcMillis


def json_line(record: dict[str, Any]) -> str:
    """One record as the tools write it."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def json_text(records: Iterable[dict[str, Any]]) -> str:
    """Records, one a line."""
    return "".join(f"{json_line(record)}\n" for record in records)
