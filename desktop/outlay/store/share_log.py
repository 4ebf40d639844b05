"""The log of what was shared. Only the owner's acts write here."""

import json
import sqlite3
from datetime import date
from typing import Any

from outlay.domain.sharing import SharedFile

Row = tuple[Any, ...]


class ShareLog:
    """The log's table. Writing methods run inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep(self, file: SharedFile) -> None:
        """Keep that a file was written."""
        row = (
            file.moment,
            file.format,
            file.start.isoformat(),
            file.end.isoformat(),
            json.dumps(file.sections),
            json.dumps(file.reveal),
            file.path,
            file.sha256,
            file.size,
        )
        self._connection.execute(
            f"insert into owner_shares ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", row
        )

    def files(self) -> tuple[SharedFile, ...]:
        """Everything that was written, the newest first."""
        rows = self._connection.execute(
            f"select {_COLUMNS} from owner_shares order by moment_ms desc, share_id desc"
        )
        return tuple(_file_of(row) for row in rows)


def _file_of(row: Row) -> SharedFile:
    moment, kind, start, end, sections, reveal, *place = row
    days = date.fromisoformat(start), date.fromisoformat(end)
    return SharedFile(moment, kind, *days, tuple(json.loads(sections)), tuple(json.loads(reveal)), *place)


_COLUMNS = "moment_ms, format, start_day, end_day, sections, reveal, path, sha256, size"
