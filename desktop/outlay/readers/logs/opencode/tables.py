"""How messages and sessions lie in OpenCode's database: in the tables of 1.x and in those of 2.x.

1.x: `session`, `message` (role inside the JSON) and `part`. 2.x, since autumn 2026: `session_v2` and
`session_message` (role in `type`, tool calls inside the JSON); the older tables stay as they were, and what was moved
keeps its id. So a message found in both is read from the older one, which holds more.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from outlay.readers.logs.opencode.fields import PATH_LENGTH, clean
from outlay.readers.logs.opencode.messages import Stored
from outlay.readers.logs.opencode.sessions import SessionRow
from outlay.system.other_databases import OtherDatabase

Anchor = tuple[int, str]
"""The highest row of a table that was read, and its id: rows that come later stand above it."""

_TYPES = "case when json_valid(cast({0}.data as text)) then json_extract(cast({0}.data as text), '{1}') end"
_BELOW_ALL: Final = -1 << 62
_BY_PERSON: Final = ("text", "file", "agent", "subtask")
_SESSIONS: Final = ("parent_id", "directory", "time_created", "version")


class Head(NamedTuple):
    """A message's place: where in its table, and in which session."""

    table: str
    row: int
    ident: Any
    session: Any


class Placed(NamedTuple):
    """A message in the order of its session."""

    created: int
    ident: str
    is_prompt: bool


class Tables:
    """The tables that are there, read without ever asking for a column they lack."""

    def __init__(self, database: OtherDatabase) -> None:
        self._database = database
        self._columns = {
            name: database.columns(name)
            for name in ("session", "session_v2", "message", "part", "session_message")
        }
        self.has_old = self._is_whole("message", {"id", "session_id", "data"})
        self.has_parts = self._is_whole("part", {"message_id", "data"})
        new = self._is_whole("session_message", {"id", "session_id", "type", "data"})
        self.has_new = new and (self._has("session_v2") or not self.has_old)

    @property
    def names(self) -> list[str]:
        """The tables whose rows bring news."""
        there = (("message", self.has_old), ("part", self.has_parts), ("session_message", self.has_new))
        return [name for name, found in there if found]

    def sessions(self) -> dict[str, SessionRow]:
        """Every session by id."""
        found: dict[str, SessionRow] = {}
        for table in ("session", "session_v2"):
            if "id" in self._columns[table]:
                asked = ", ".join(self._or_null(table, name) for name in _SESSIONS)
                for ident, *rest in self._rows(f"select id, {asked} from {table}"):  # noqa: S608 own names
                    found[str(ident)] = _session_from(str(ident), rest)
        return found

    def top(self, table: str) -> Anchor | None:
        """The highest row there is."""
        return self._anchor(f"select rowid, id from {table} order by rowid desc limit 1")  # noqa: S608

    def holds(self, table: str, anchor: Anchor) -> bool:
        """Whether a row read before still stands where it stood: else rows were deleted, or numbered anew."""
        return self._anchor(f"select rowid, id from {table} where rowid = ?", (anchor[0],)) == anchor  # noqa: S608

    def added(self, after: dict[str, Anchor], until: dict[str, Anchor]) -> list[Head]:
        """Messages that are new, or that have new parts, above the rows that were read."""
        heads: dict[tuple[str, int], Head] = {}
        for table, (top, _) in until.items():
            if table == "part" and not after:
                continue
            low = after[table][0] if table in after else _BELOW_ALL
            for row in self._rows(_ADDED[table].format(old=self._unless_old), (low, top)):
                head = Head("session_message" if table == "session_message" else "message", *row)
                heads[head.table, head.row] = head
        return list(heads.values())

    def head(self, ident: str) -> tuple[Head, int] | None:
        """Where a message stands, and when anything of it was last written."""
        for table in (name for name in self.names if name != "part"):
            sql = f"select rowid, id, session_id, {self._stamp(table)} from {table} m where id = ?"  # noqa: S608
            for *place, stamp in self._rows(sql, (ident,)):
                return Head(table, *place), _number(stamp) or 0
        return None

    def message(self, head: Head) -> Stored | None:
        """A message with its parts; None when it is gone."""
        table = head.table
        kind = "type" if table == "session_message" else "null"
        asked = f"{self._or_null(table, 'time_created')}, {self._stamp(table)}, {kind}, cast(data as blob)"
        for created, stamp, role, data in self._rows(
            f"select {asked} from {table} m where rowid = ?",  # noqa: S608 own names
            (head.row,),
        ):
            return Stored(
                str(head.ident),
                str(head.session),
                _number(created),
                _number(stamp) or 0,
                head.row,
                data,
                self._parts(head) if table == "message" else (),
                role,
            )
        return None

    def order(self, session: str) -> list[Placed]:
        """A session's messages from the first to the last."""
        found: list[Placed] = []
        for table in (name for name in self.names if name != "part"):
            prompt = "m.type = 'user'" if table == "session_message" else self._is_prompt
            unless = self._unless_old if table == "session_message" else ""
            made = f"coalesce({_TYPES.format('m', '$.time.created')}, {self._or_null(table, 'time_created')})"
            sql = f"select {made}, id, {prompt} from {table} m where session_id = ?{unless}"  # noqa: S608
            rows = self._rows(sql, (session,))
            found += [Placed(_number(row[0]) or 0, str(row[1]), bool(row[2])) for row in rows]
        return sorted(found)

    def _parts(self, head: Head) -> tuple[bytes | None, ...]:
        if not self.has_parts:
            return ()
        sql = "select cast(data as blob) from part where message_id = ? order by rowid"
        return tuple(row[0] for row in self._rows(sql, (head.ident,)))

    @property
    def _unless_old(self) -> str:
        return " and not exists (select 1 from message o where o.id = m.id)" if self.has_old else ""

    @property
    def _is_prompt(self) -> str:
        """A user's message is a prompt when a person wrote a part of it: the tool writes some by itself."""
        role = f"{_TYPES.format('m', '$.role')} = 'user'"
        if not self.has_parts:
            return role
        kinds = ", ".join(f"'{kind}'" for kind in _BY_PERSON)
        own = f"coalesce({_TYPES.format('p', '$.synthetic')}, 0) = 0"
        part = f"p.message_id = m.id and {_TYPES.format('p', '$.type')} in ({kinds}) and {own}"
        return f"case when {role} then exists (select 1 from part p where {part}) else 0 end"  # noqa: S608

    def _stamp(self, table: str) -> str:
        own = self._or_null(table, "time_updated")
        if table != "message" or "time_updated" not in self._columns["part"] or not self.has_parts:
            return f"coalesce({own}, 0)"
        parts = "select max(p.time_updated) from part p where p.message_id = m.id"
        return f"max(coalesce({own}, 0), coalesce(({parts}), 0))"

    def _anchor(self, sql: str, values: Sequence[Any] = ()) -> Anchor | None:
        return next(((row[0], str(row[1])) for row in self._rows(sql, values)), None)

    def _or_null(self, table: str, column: str) -> str:
        return column if column in self._columns[table] else "null"

    def _is_whole(self, table: str, needed: set[str]) -> bool:
        return needed <= self._columns[table]

    def _has(self, table: str) -> bool:
        return bool(self._columns[table])

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows at once, so that no look lasts longer than its question."""
        return list(self._database.rows(sql, values))


_ADDED: Final = {
    "message": "select rowid, id, session_id from message m where rowid > ? and rowid <= ?",
    "part": "select distinct m.rowid, m.id, m.session_id from part p join message m on m.id = p.message_id "
    "where p.rowid > ? and p.rowid <= ?",
    "session_message": "select rowid, id, session_id from session_message m where rowid > ? and rowid <= ? "
    "and type in ('user', 'assistant'){old}",
}


def _session_from(ident: str, rest: list[Any]) -> SessionRow:
    parent, folder, created, version = rest
    return SessionRow(
        ident,
        parent if isinstance(parent, str) and parent else None,
        clean(folder, PATH_LENGTH) if isinstance(folder, str) else None,
        _number(created),
        clean(version) if isinstance(version, str) else None,
    )


def _number(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and 0 < value < 1 << 53 else None
