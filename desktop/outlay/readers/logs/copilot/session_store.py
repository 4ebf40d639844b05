"""Requests out of the command line's `session-store.db`: one row of `assistant_usage_events` a request.

Columns came one after another, so each is asked for by name. Row numbers begin anew when the database is made anew;
a key therefore holds the moment besides. Source: log-formats.md section 4.1.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from xxhash import xxh3_64_hexdigest

from outlay.domain.batches import Batch
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import SessionFact, SessionKey, UsageEvent
from outlay.readers.logs.clock import Clock, moment_from
from outlay.readers.logs.copilot.charges import Charge, charge_of
from outlay.readers.logs.copilot.databases import (
    Seen,
    Source,
    columns_of,
    count_in,
    new_rows,
    selected,
    text_of,
)
from outlay.readers.logs.copilot.records import PATH_LENGTH, ROWS, counts_of, session_key
from outlay.readers.logs.copilot.yields import of_any_model, of_model
from outlay.readers.logs.loose import clean, iso_text
from outlay.system.other_databases import OtherDatabase

_EVENTS: Final = "assistant_usage_events"
_NEEDED: Final = frozenset({"id", "session_id"})
_WANTED: Final = (
    "session_id",
    "created_at",
    "model",
    "input_tokens",
    "output_tokens",
    "cache_read_tokens",
    "cache_write_tokens",
    "reasoning_tokens",
    "total_nano_aiu",
    "request_multiplier",
    "initiator",
    "turn_index",
    "agent_id",
    "parent_tool_call_id",
)
_SESSION: Final = ("cwd", "branch", "created_at")


class Row(NamedTuple):
    """A row as it comes out of the table; anything may stand in any column."""

    id: int
    session_id: Any
    created_at: Any
    model: Any
    input_tokens: Any
    output_tokens: Any
    cache_read_tokens: Any
    cache_write_tokens: Any
    reasoning_tokens: Any
    total_nano_aiu: Any
    request_multiplier: Any
    initiator: Any
    turn_index: Any
    agent_id: Any
    parent_tool_call_id: Any


def usage_facts(database: OtherDatabase, seen: Seen, source: Source) -> Iterator[Batch]:
    """Requests and their sessions that are new since what was seen."""
    columns = columns_of(database, _EVENTS)
    if not columns >= _NEEDED:
        yield Batch()
        return
    requests = Requests(database, source)
    query = f"select id, {selected(_WANTED, columns)} from {_EVENTS} where id > ? order by id"  # noqa: S608 our own names
    for row in new_rows(database, query, seen):
        requests.take(Row._make(row))
        if requests.batch.rows >= ROWS:
            yield requests.taken()
    yield requests.taken()


def claims_of_store(database: OtherDatabase) -> dict[str, UtcMillis]:
    """Since when the store tells of each session and of each model of it."""
    columns = columns_of(database, _EVENTS)
    if not columns >= _NEEDED:
        return {}
    model, created = (selected((name,), columns) for name in ("model", "created_at"))
    query = f"select session_id, {model}, min({created}) from {_EVENTS} group by 1, 2"  # noqa: S608 our own names
    found: dict[str, UtcMillis] = {}
    for session, model, created in database.rows(query):
        at = moment_from(_stamp(created)) or UtcMillis(0)
        known = clean(session) if isinstance(session, str) else None
        for key in (of_any_model(known), of_model(known, str(model))) if known else ():
            found[key] = min(at, found.get(key, at))
    return found


class Requests:
    """Takes rows and gathers their facts until they are asked for."""

    def __init__(self, database: OtherDatabase, source: Source) -> None:
        self.batch = Batch()
        self._database = database
        self._source = source
        self._sessions: dict[str, SessionFact] = {}
        self._told: set[SessionKey] = set()

    def taken(self) -> Batch:
        """The facts since the last time."""
        batch, self.batch = self.batch, Batch()
        return batch

    def take(self, row: Row) -> None:
        """One row."""
        ident = clean(row.session_id) if isinstance(row.session_id, str) else None
        if ident is None:
            self._source.tally.count(ProblemKind.WRONG_TYPE, row.id)
            return
        fact = self._session(ident)
        key = self._key(ident, row)
        self._tell(fact, key)
        self.batch.events.append(self._event(row, key, fact))

    def _event(self, row: Row, key: SessionKey, fact: SessionFact) -> UsageEvent:
        source, number = self._source, row.id
        model = clean(text_of(row.model, source, number))
        if model is None:
            source.tally.count(ProblemKind.NO_MODEL, number)
        counters = (count_in(value, source, number) for value in row[4:9])
        turn = None if key.agent else count_in(row.turn_index, source, number)
        charge = self._charge(row)
        return UsageEvent(
            f"copilot:{key.session}:{number}:{_digest(row)}",
            "",
            key,
            Clock(fact.started, source.written, source.tally).moment(_stamp(row.created_at), number),
            model or "",
            counts_of(*counters),
            fact.cwd,
            fact.branch,
            turn=None if turn is None else turn + 1,
            reported_micros=charge.micros,
            reported_unit=charge.unit,
            reported_units=charge.units,
        )

    def _charge(self, row: Row) -> Charge:
        """A premium request is what the user asked for; what follows from it costs no other one."""
        nano = count_in(row.total_nano_aiu, self._source, row.id)
        multiplier = row.request_multiplier if isinstance(row.request_multiplier, int | float) else None
        return charge_of(nano, multiplier if row.initiator == "user" else None)

    def _key(self, ident: str, row: Row) -> SessionKey:
        agent = text_of(row.agent_id, self._source, row.id) if row.parent_tool_call_id else None
        return session_key(ident, agent or "")

    def _tell(self, fact: SessionFact, key: SessionKey) -> None:
        if key not in self._told:
            self._told.add(key)
            if not key.agent:
                self.batch.sessions.append(fact)
            else:
                self.batch.sessions.append(
                    SessionFact(key, key.session, key.session, None, fact.cwd, fact.branch)
                )

    def _session(self, ident: str) -> SessionFact:
        if ident not in self._sessions:
            self._sessions[ident] = self._looked_up(ident)
        return self._sessions[ident]

    def _looked_up(self, ident: str) -> SessionFact:
        key = session_key(ident)
        columns = columns_of(self._database, "sessions")
        if "id" not in columns:
            return SessionFact(key, ident)
        query = f"select {selected(_SESSION, columns)} from sessions where id = ?"  # noqa: S608 our own names
        for cwd, branch, created in self._database.rows(query, (ident,)):
            folder = clean(cwd, PATH_LENGTH) if isinstance(cwd, str) else None
            name = clean(branch) if isinstance(branch, str) else None
            return SessionFact(key, ident, None, self._started(created), folder, name)
        return SessionFact(key, ident)

    def _started(self, created: Any) -> UtcMillis | None:
        stamp = _stamp(created)
        clock = Clock(None, self._source.written, self._source.tally)
        return None if moment_from(stamp) is None else clock.moment(stamp, 0)


def _digest(row: Row) -> str:
    """What tells a row from one of the same number in a database made anew."""
    return xxh3_64_hexdigest(repr(row.created_at or row[3:9]).encode(errors="replace"))


def _stamp(value: Any) -> str | None:
    """A moment of a row; the store writes UTC without a zone."""
    return iso_text(value) if isinstance(value, str | int | float) else None
