"""Tool calls and results that stand in different files of a session: kept apart, put together by whichever comes second.

A half stays when its other was found, so that either file may be read anew.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from outlay.domain.batches import Batch
from outlay.domain.calls import AskedCall, CallAnswer, WishedEdit, WrittenLines
from outlay.domain.usage import Edit, SessionKey, ShellFact, ShellKind, UsageEvent
from outlay.rules.calls import edits_of, shell_of
from outlay.store.names import Names
from outlay.store.usage_rows import events_of_messages

_ASKED, _RAN, _ANSWER = "asked", "ran", "answer"
"""`ran`: the call has its answer in the same file, but what that means may stand in another one."""

_Row = tuple[int, str, int, str, int, int | None, str]


class Joined(NamedTuple):
    """What a call came to whose result stands elsewhere, and the call's file: its row and when it was last written."""

    edits: list[Edit]
    shell: list[ShellFact]
    file_id: int
    file_ns: int


class _Pair(NamedTuple):
    session_id: int
    asked: AskedCall
    answer: CallAnswer
    file_id: int
    file_ns: int


class CallHalves:
    """The writer's side of this table. Every method runs inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, names: Names) -> None:
        self._connection = connection
        self._names = names

    def keep(self, batch: Batch, file_id: int | None) -> set[int]:
        """Keep what of a slice lacks its other half; the sessions in which it may be found."""
        if file_id is None:
            return set()
        self._connection.execute(_FORGET_ASKED, (file_id,))
        ran = [_as_asked(one) for one in batch.worked]
        ended = [_as_answer(one) for one in batch.worked]
        rows = [
            *(self._row(one, file_id, _ASKED, one.turn, _asked_text(one)) for one in batch.asked),
            *(self._row(one, file_id, _RAN, one.turn, _asked_text(one)) for one in ran),
            *(self._row(one, file_id, _ANSWER, None, _answer_text(one)) for one in (*batch.answers, *ended)),
        ]
        self._connection.executemany(_KEEP, rows)
        failed = {self._names.session(one.session) for one in batch.shell if one.kind == ShellKind.FAILED}
        return failed | {row[0] for row in rows}

    def forget(self, file_id: int) -> None:
        """Drop what an earlier reading made of a file that a better one reads anew."""
        self._connection.execute("delete from fact_call_halves where file_id = ?", (file_id,))

    def joined(self, sessions: Iterable[int]) -> Iterator[Joined]:
        """What the calls of some sessions came to whose results stand in other files; each is to be kept at once.

        A recovery that was told before an earlier one was known is taken back.
        """
        for pair in self._pairs(sessions):
            asked, answer = pair.asked, pair.answer
            recovers = bool(asked.command and answer.worked) and self._failed_before(pair)
            if asked.command and not recovers:
                self._connection.execute(_NO_RECOVERY, (asked.call, asked.command))
            shell = shell_of(asked, answer, failed_before=recovers)
            yield Joined(edits_of(asked, answer), shell, pair.file_id, pair.file_ns)

    def searched(self, sessions: Iterable[int]) -> list[UsageEvent]:
        """The requests whose web searches were answered in other files, with all of their searches."""
        counts = _searches(self._pairs(sessions))
        keys = json.dumps([message for message, _ in counts])
        events = (kept.event for kept in events_of_messages(self._connection, keys)) if counts else ()
        return [
            event._replace(web_searches=counts[key])
            for event in events
            if (key := (event.message_key, event.request_key)) in counts
        ]

    def _row(self, one: AskedCall | CallAnswer, file_id: int, half: str, turn: int | None, text: str) -> _Row:
        return self._names.session(one.session), one.call, file_id, half, one.moment, turn, text

    def _pairs(self, sessions: Iterable[int]) -> list[_Pair]:
        rows = self._connection.execute(_PAIRS, (json.dumps(sorted(sessions)),)).fetchall()
        return [_pair_of(row) for row in rows]

    def _failed_before(self, pair: _Pair) -> bool:
        """Whether the command's last end in this turn before this one was a failure."""
        chosen = (pair.session_id, pair.asked.turn, pair.asked.command, pair.answer.moment)
        last = self._connection.execute(_LAST_END, chosen).fetchone()
        return last is not None and last[0] == ShellKind.FAILED


def _searches(pairs: Iterable[_Pair]) -> dict[tuple[str, str], int]:
    """By request: the searches its own file tells of, and those answered elsewhere, each call's once."""
    own: dict[tuple[str, str], int] = defaultdict(int)
    elsewhere: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for _, asked, answer, *_ in pairs:
        if asked.search and answer.searches:
            own[asked.search] = max(own[asked.search], asked.searched)
            elsewhere[asked.search][asked.call] = answer.searches
    return {key: own[key] + sum(counts.values()) for key, counts in elsewhere.items()}


_COLUMNS = frozenset({"session", "call", "moment", "turn"})


def _as_asked(one: ShellFact) -> AskedCall:
    return AskedCall(one.session, one.call, one.moment, one.turn, None, command=one.value)


def _as_answer(one: ShellFact) -> CallAnswer:
    return CallAnswer(one.session, one.call, one.moment, worked=True)


def _asked_text(one: AskedCall) -> str:
    edits = [(edit.path, edit.kind, *(lines.hex() for lines in edit[2:])) for edit in one.edits]
    return json.dumps(_plain(one._replace(edits=())) | {"edits": edits})


def _answer_text(one: CallAnswer) -> str:
    written = one.written and [lines.hex() for lines in one.written]
    return json.dumps(_plain(one._replace(written=None)) | {"written": written})


def _plain(one: AskedCall | CallAnswer) -> dict[str, Any]:
    """Its fields but those with columns of their own."""
    return {name: value for name, value in one._asdict().items() if name not in _COLUMNS}


def _pair_of(row: tuple[Any, ...]) -> _Pair:
    session_id, tool, session, agent, call, began, turn, asked, ended, answer, file_id, file_ns = row
    key = SessionKey(tool, session, agent)
    return _Pair(
        session_id,
        _asked_in(AskedCall(key, call, began, turn, None), json.loads(asked)),
        _answer_in(CallAnswer(key, call, ended, worked=True), json.loads(answer)),
        file_id,
        file_ns,
    )


def _asked_in(bare: AskedCall, told: dict[str, Any]) -> AskedCall:
    edits = tuple(WishedEdit(path, kind, *map(bytes.fromhex, lines)) for path, kind, *lines in told["edits"])
    search = told["search"] and tuple(told["search"])
    return bare._replace(**told | {"edits": edits, "search": search})


def _answer_in(bare: CallAnswer, told: dict[str, Any]) -> CallAnswer:
    written = None if told["written"] is None else WrittenLines(*map(bytes.fromhex, told["written"]))
    lists = {name: tuple(told[name]) for name in ("commits", "pulls")}
    return bare._replace(**told | lists | {"written": written})


_FORGET_ASKED = "delete from fact_call_halves where file_id = ? and half = 'asked'"
_KEEP = """
insert or replace into fact_call_halves (session_id, call, file_id, half, moment_ms, turn, told)
values (?, ?, ?, ?, ?, ?, ?)
"""
_PAIRS = """
select s.session_id, s.tool, s.session, s.agent, c.call, c.moment_ms, c.turn, c.told, r.moment_ms, r.told,
    c.file_id, f.mtime_ns
from fact_call_halves c
join fact_call_halves r on r.session_id = c.session_id and r.call = c.call and r.half = 'answer'
join fact_sessions s on s.session_id = c.session_id
join fact_log_files f on f.file_id = c.file_id
where c.half in ('asked', 'ran') and c.session_id in (select value from json_each(?))
order by r.moment_ms, c.call, c.file_id, r.file_id
"""
_NO_RECOVERY = "delete from fact_shell where call = ? and kind = 'recovered_command' and value = ?"
_LAST_END = """
select kind from fact_shell
where session_id = ? and turn is ? and value = ? and kind in ('failed_command', 'recovered_command') and moment_ms < ?
order by moment_ms desc limit 1
"""
