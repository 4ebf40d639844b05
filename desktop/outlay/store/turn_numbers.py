"""Numbers the turns of a session over all its files: a log that goes on in another file counts from 1 again there.

What a file holds before its first prompt, which it counts as 0, belongs to the turn that ran then, when another file of
the session has its prompt.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from outlay.domain.batches import Batch
from outlay.domain.calls import AskedCall
from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Edit, SessionKey, ShellFact, Turn, UsageEvent
from outlay.store.names import Names

_Fact = TypeVar("_Fact", UsageEvent, Edit, ShellFact, AskedCall)
_InFile = dict[tuple[int, int], int]
"""By session and number in the file: the number in the session, where it is another."""


class _Met(NamedTuple):
    number: int
    moment: UtcMillis
    file_id: int | None


class TurnNumbers:
    """Knows each turn by the moment of its prompt, which a copy of the log repeats; a number once given stays.

    Holds for one transaction: what it remembers of the tables is theirs at its start, and what it gave since.
    """

    def __init__(self, connection: sqlite3.Connection, names: Names) -> None:
        self._connection = connection
        self._names = names
        self._given: dict[int, _InFile] = {}
        self._changed: set[int] = set()
        self._by_number: dict[int, dict[int, _Met]] = {}
        self._by_moment: dict[int, dict[UtcMillis, _Met]] = {}

    def numbered(self, batch: Batch, file_id: int | None) -> Batch:
        """The batch with its turns as the session counts them."""
        if file_id is None:
            return batch
        for turn in batch.turns:
            if turn.counted_by_file:
                self._meet(turn, file_id)
        for session in _begun_before(batch):
            self._goes_on(self._names.session(session), file_id)
        given = self._given_to(file_id)
        return self._moved(batch, given) if given else batch

    def join_beginnings(self) -> None:
        """Give what files hold before their first prompt to the turns that ran then; after the facts were kept."""
        if self._changed:
            beginnings = self._connection.execute(_BEGINNINGS, (json.dumps(sorted(self._changed)),))
            for file_id, session in beginnings.fetchall():
                self._join_beginning(file_id, session)
        self._changed.clear()

    def _given_to(self, file_id: int) -> _InFile:
        """What a file's turns were given, read when the file is first met."""
        if file_id not in self._given:
            rows = self._connection.execute(_GIVEN, (file_id,))
            self._given[file_id] = {(session, number): now for session, number, now in rows}
        return self._given[file_id]

    def _goes_on(self, session: int, file_id: int) -> None:
        """The file holds something before its first prompt."""
        self._changed.add(session)
        if (session, 0) not in self._given_to(file_id):
            self._give(file_id, session, 0, 0)

    def _join_beginning(self, file_id: int, session: int) -> None:
        was = self._given_to(file_id)[session, 0]
        chosen = {"file": file_id, "session": session, "was": was}
        began = self._connection.execute(_BEGAN, chosen).fetchone()[0]
        turns = self._connection.execute(_RUNNING, {"session": session, "moment": began}).fetchone()
        now = turns[0] if turns else 0
        if now == was:
            return
        self._give(file_id, session, 0, now)
        for table in _TURNED:
            self._connection.execute(_JOIN.format(table=table), chosen | {"now": now})

    def _give(self, file_id: int, session: int, number: int, now: int) -> None:
        self._given_to(file_id)[session, number] = now
        self._connection.execute(_GIVE, (file_id, session, number, now))

    def _meet(self, turn: Turn, file_id: int) -> None:
        session = self._names.session(turn.session)
        if session not in self._by_number:
            self._load(session)
        if (session, turn.number) in self._given_to(file_id):
            return
        number = self._number_of(turn, session, file_id)
        self._remember(session, _Met(number, turn.moment, file_id))
        self._changed.add(session)
        if number != turn.number:
            self._give(file_id, session, turn.number, number)

    def _number_of(self, turn: Turn, session: int, file_id: int) -> int:
        by_number = self._by_number[session]
        there = by_number.get(turn.number)
        if there is not None and (there.moment == turn.moment or self._is_own(there, session, file_id)):
            return turn.number
        same = self._by_moment[session].get(turn.moment)
        if same is not None and same.file_id != file_id:
            return same.number
        return turn.number if there is None else max(by_number) + 1

    def _is_own(self, met: _Met, session: int, file_id: int) -> bool:
        """Whether it has the number that this file counts it by; files of before files were kept are taken for it."""
        if met.file_id not in {file_id, None}:
            return False
        given = self._given_to(file_id)
        return not any(one == session and now == met.number for (one, _), now in given.items())

    def _load(self, session: int) -> None:
        self._by_number[session], self._by_moment[session] = {}, {}
        for row in self._connection.execute(_TURNS, (session,)):
            self._remember(session, _Met(*row))

    def _remember(self, session: int, met: _Met) -> None:
        self._by_number[session].setdefault(met.number, met)
        self._by_moment[session].setdefault(met.moment, met)

    def _moved(self, batch: Batch, given: _InFile) -> Batch:
        def now(session: SessionKey, number: int | None) -> int | None:
            return None if number is None else given.get((self._names.session(session), number), number)

        def moved(facts: list[_Fact]) -> list[_Fact]:
            return [one._replace(turn=now(one.session, one.turn)) for one in facts]

        return replace(
            batch,
            turns=[one._replace(number=now(one.session, one.number) or one.number) for one in batch.turns],
            events=moved(batch.events),
            edits=moved(batch.edits),
            shell=moved(batch.shell),
            asked=moved(batch.asked),
            worked=moved(batch.worked),
        )


def _begun_before(batch: Batch) -> set[SessionKey]:
    """The sessions of which a batch holds something before the first prompt of its file."""
    facts: list[Sequence[UsageEvent | Edit | ShellFact | AskedCall]] = [
        batch.events,
        batch.edits,
        batch.shell,
        batch.asked,
        batch.worked,
    ]
    return {one.session for some in facts for one in some if one.turn == 0}


def forget_numbers(connection: sqlite3.Connection, file_id: int) -> None:
    """Drop what was given to a file that is read anew by a better reader."""
    connection.execute("delete from fact_turn_numbers where file_id = ?", (file_id,))


_GIVEN = "select session_id, number, now from fact_turn_numbers where file_id = ?"
_BEGINNINGS = """
select file_id, session_id from fact_turn_numbers
where number = 0 and session_id in (select value from json_each(?)) order by 1, 2
"""
_GIVE = "insert or replace into fact_turn_numbers (file_id, session_id, number, now) values (?, ?, ?, ?)"
_TURNS = "select number, moment_ms, file_id from fact_turns where session_id = ?"
_TURNED = ("fact_usage", "fact_edits", "fact_shell", "fact_call_halves")
_BEGAN = """
select min(moment_ms) from (
    select moment_ms from fact_usage where session_id = :session and file_id = :file and turn = :was
    union all
    select moment_ms from fact_edits where session_id = :session and file_id = :file and turn = :was
    union all
    select moment_ms from fact_call_halves where session_id = :session and file_id = :file and turn = :was
)
"""
_RUNNING = """
select number from fact_turns where session_id = :session and moment_ms <= :moment
order by moment_ms desc, number desc limit 1
"""
_JOIN = "update {table} set turn = :now where session_id = :session and file_id = :file and turn = :was"
