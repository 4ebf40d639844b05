"""One rollout being read: its lines, in order, applied to what is known of the thread.

Source of the rules: log-formats.md section 2.
"""

from collections.abc import Callable

from msgspec.structs import replace

from outlay.domain.batches import Batch
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import SessionFact, SessionKey, Turn
from outlay.readers.interface import LogFile, PackLines, Probe
from outlay.readers.logs.clock import Clock, moment_from
from outlay.readers.logs.codex import forks
from outlay.readers.logs.codex.answers import Answers
from outlay.readers.logs.codex.calls import call_from, clipped, timestamp_in
from outlay.readers.logs.codex.copying import Copying
from outlay.readers.logs.codex.limits import newest_windows
from outlay.readers.logs.codex.paths import thread_in_name
from outlay.readers.logs.codex.records import (
    Limits,
    Payload,
    Record,
    decoded,
    kind_of_record,
    short_name,
    short_path,
)
from outlay.readers.logs.codex.requests import Requests, newest_responses
from outlay.readers.logs.codex.rollouts import MESSAGE, OUTPUTS
from outlay.readers.logs.codex.shown import code_shown_in, edit_of
from outlay.readers.logs.codex.state import State, packed_state
from outlay.readers.logs.codex.tokens import vector_of
from outlay.readers.logs.lines import Tally
from outlay.readers.logs.shown_code import Answer

TOOL = "codex"
TWIN_MS = 2_000
"""Newer versions may write a prompt in both forms, one right after the other."""

_KEPT_TURNS = 8
_COUNTERS = b'"output_tokens"'


class Thread:
    """A rollout's state and the facts found since the last batch was taken."""

    def __init__(
        self, file: LogFile, state: State, tally: Tally, pack_lines: PackLines, probe: Probe
    ) -> None:
        self.state = state
        self._file = file
        self._tally = tally
        self._pack_lines = pack_lines
        self._probe = probe
        before = None if state.moment is None else UtcMillis(state.moment)
        self._clock = Clock(before, UtcMillis(file.mark.mtime_ns // 1_000_000), tally)
        self._copying = Copying(state, probe)
        self._sessions: list[SessionFact] = []
        self._limits: list[tuple[Limits, UtcMillis]] = []
        self._requests = Requests(state, tally, self._clock)
        self._answers = Answers(state, pack_lines, self._copying.sheet)
        self._handlers: dict[bytes, Callable[[Record, bytes, int], None]] = {
            b"session_meta": self._meta,
            b"turn_context": self._turn_line,
            b"token_usage_record": self._usage_record,
            b"event_msg/token_count": self._token_count,
            b"event_msg/task_started": self._turn_line,
            b"event_msg/user_message": self._user_message,
            b"event_msg/patch_apply_end": self._patch_applied,
            b"event_msg/item_completed": self._item_completed,
            b"response_item/function_call": self._call,
            b"response_item/custom_tool_call": self._call,
            b"response_item/local_shell_call": self._call,
            MESSAGE: self._message,
        }

    def take(self, kind: bytes | None, line: bytes | None, number: int) -> None:
        """Apply one line; `number` is from 1."""
        if number == 1 and (not line or kind not in (None, b"session_meta")):
            self._refuse(number)
        if self.state.refused or not line:
            return
        if kind in OUTPUTS:
            self._answers.answered(line, self._clock.moment(timestamp_in(line), number))
        elif kind is None or kind in self._handlers:
            self._decode(kind, line, number)
        elif _COUNTERS in line:
            self._tally.count(ProblemKind.UNKNOWN_RECORD, number)

    def batch(self) -> Batch:
        """The facts since the last one."""
        own = self._copying.taken()
        found = Batch(
            events=self._requests.events,
            sessions=self._sessions,
            turns=own.turns,
            edits=own.edits,
            shell=own.shell,
            quotas=newest_windows(self._limits, TOOL),
            problems=self._tally.take(),
        )
        self._requests.events, self._sessions, self._limits = [], [], []
        return found

    @property
    def rows(self) -> int:
        """How many facts wait to be taken."""
        return len(self._requests.events) + self._copying.rows

    def packed(self) -> bytes:
        """What a bookmark after the last line must hold."""
        self.state.moment = self._clock.before
        return packed_state(replace(self.state, responses=newest_responses(self.state.responses)))

    def _decode(self, kind: bytes | None, line: bytes, number: int) -> None:
        record, problem = decoded(line)
        if kind is None:
            kind = b"" if record is None else kind_of_record(record)
        if number == 1 and (record is None or kind != b"session_meta"):
            self._refuse(number)
            return
        if problem is not None:
            self._tally.count(problem, number)
        if record is None:
            return
        if self._copying.lasts:
            self._copying.meet_ordinal(record.ordinal)
        if kind in OUTPUTS:
            self._answers.answered(clipped(memoryview(line)), self._moment(record, number))
        elif kind in self._handlers:
            self._handlers[kind](record, line, number)
        elif _COUNTERS in line:
            self._tally.count(ProblemKind.UNKNOWN_RECORD, number)

    def _refuse(self, number: int) -> None:
        self.state.refused = True
        self._tally.count(ProblemKind.UNKNOWN_RECORD, number)

    def _meta(self, record: Record, _line: bytes, number: int) -> None:
        meta = record.payload
        if number != 1:
            self._meet_ancestor(meta, number)
            return
        state = self.state
        state.thread = short_name(meta.id) or thread_in_name(self._file.path)
        if not state.thread:
            self._refuse(number)
            return
        meta.id = state.thread
        state.cwd = short_path(meta.cwd)
        state.branch = short_name(meta.git.branch if meta.git else None) or None
        state.route = None if meta.model_provider in (None, "openai") else short_name(meta.model_provider)
        named = meta.timestamp if moment_from(meta.timestamp) else record.timestamp
        self._sessions.append(self._session_from(meta, self._clock.moment(named, number)))
        own_from = None if record.ordinal is None else meta.subagent_history_start_ordinal
        if own_from is not None:
            self._copying.expect(forks.parent_of(meta) or "", own_from)
        elif meta.forked_from_id:
            self._expect_copy(meta.forked_from_id, number)

    def _moment(self, record: Record, number: int) -> UtcMillis:
        return self._clock.moment(record.timestamp, number)

    def _session_from(self, meta: Payload, started: UtcMillis) -> SessionFact:
        return SessionFact(
            session=SessionKey(TOOL, self.state.thread),
            root=forks.root_of(meta, self._probe),
            parent=forks.parent_of(meta),
            started=started,
            cwd=self.state.cwd,
            branch=self.state.branch,
            commit=short_name(meta.git.commit_hash if meta.git else None) or None,
            version=short_name(meta.cli_version) or None,
        )

    def _meet_ancestor(self, meta: Payload, number: int) -> None:
        """A later meta is a copied ancestor's: with it a copy begins, though no fork was named."""
        state = self.state
        if not meta.id or meta.id == state.thread:
            return
        if self._copying.lasts:
            self._copying.recognise()
        elif not (state.partial or state.turn or state.previous or state.has_records):
            self._expect_copy(meta.id, number)

    def _expect_copy(self, parent: str, number: int) -> None:
        if not self._copying.expect(parent):
            self._tally.count(ProblemKind.PARENT_MISSING, number)

    def _turn_line(self, record: Record, _line: bytes, _number: int) -> None:
        payload = record.payload
        if self._copying.lasts and payload.turn_id:
            self._copying.meet_turn(payload.turn_id)
        if payload.type is None or payload.model:
            self._note_context(payload)

    def _note_context(self, payload: Payload) -> None:
        state = self.state
        state.cwd = short_path(payload.cwd) or state.cwd
        state.model = short_name(payload.model) or state.model
        if payload.turn_id and payload.model:
            state.turn_models[payload.turn_id] = state.model
        while len(state.turn_models) > _KEPT_TURNS:
            state.turn_models.pop(next(iter(state.turn_models)))

    def _usage_record(self, record: Record, _line: bytes, number: int) -> None:
        at = self._moment(record, number)
        if not (self._copying.lasts and self._copying.meet_record(record.payload.thread_id)):
            self._requests.record(record.payload, at, number)

    def _token_count(self, record: Record, _line: bytes, number: int) -> None:
        at = self._moment(record, number)
        info = record.payload.info
        if self._copying.lasts and info is not None and self._copying.meet_count(info):
            self.state.previous = vector_of(info.total_token_usage) or self.state.previous
            return
        if record.payload.rate_limits is not None and not self._copying.lasts:
            self._limits.append((record.payload.rate_limits, at))
        if info is not None:
            self._requests.count(info, at, number)

    def _user_message(self, record: Record, _line: bytes, number: int) -> None:
        if record.payload.kind in (None, "plain"):
            self._prompt("event", self._moment(record, number))

    def _prompt(self, form: str, at: UtcMillis) -> None:
        state = self.state
        if state.prompt_form not in ("", form) and abs(at - state.prompt_at) <= TWIN_MS:
            state.prompt_form = ""
            return
        state.prompt_form, state.prompt_at = form, at
        state.turn += 1
        state.failed.clear()
        self._copying.sheet().turns.append(Turn(SessionKey(TOOL, state.thread), state.turn, at))

    def _call(self, record: Record, _line: bytes, _number: int) -> None:
        wish = call_from(record.payload)
        if wish is not None and record.payload.call_id:
            self._answers.asked(record.payload.call_id, wish)

    def _message(self, record: Record, line: bytes, number: int) -> None:
        """Code that an answer shows may be pasted by hand."""
        shown = code_shown_in(line)
        if shown is None:
            return
        state = self.state
        session, at = SessionKey(TOOL, state.thread), self._moment(record, number)
        edit = edit_of(shown, Answer(session, "", at, state.turn or None, state.cwd), self._pack_lines)
        if edit is not None:
            self._copying.sheet().edits.append(edit)

    def _patch_applied(self, record: Record, _line: bytes, number: int) -> None:
        payload = record.payload
        done = payload.success is not False
        self._answers.applied(
            payload.call_id or "", payload.changes or {}, self._moment(record, number), done=done
        )

    def _item_completed(self, record: Record, line: bytes, number: int) -> None:
        item, at = record.payload.item, self._moment(record, number)
        if item is None:
            return
        if item.type == "UserMessage":
            self._prompt("item", at)
        elif item.type == "FileChange":
            self._answers.applied(item.id or "", item.changes or {}, at, done=item.status == "completed")
        elif item.type == "CommandExecution":
            self._answers.ran(item, line, at)
