"""What one log's lines say together: requests over several lines, calls with their results, turns, sessions."""

from msgspec import Struct, field, structs

from outlay.domain.batches import Batch, FileMark
from outlay.domain.calls import AskedCall, CallAnswer
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import ReportedTotal, SessionKey, ShellFact, ShellKind, Turn, UsageEvent
from outlay.readers.interface import PackLines
from outlay.readers.logs.claude_code.calls import (
    SEARCH,
    TRACKED,
    Call,
    answer_of,
    asked_of,
    call_of,
    recovers,
    sealed,
    shown_edit,
)
from outlay.readers.logs.claude_code.latest import Latest, Said
from outlay.readers.logs.claude_code.prompts import is_prompt, prompt_hash, prompt_text, queued_prompt
from outlay.readers.logs.claude_code.records import (
    COSTS,
    INPUTS,
    RECORDS,
    Message,
    Part,
    Record,
    ToolOutcome,
)
from outlay.readers.logs.claude_code.responses import Responses
from outlay.readers.logs.claude_code.sessions import Sessions
from outlay.readers.logs.claude_code.turns import Turns
from outlay.readers.logs.claude_code.usage import (
    SYNTHETIC,
    LogPlace,
    host_path,
    reported_totals,
    session_key,
)
from outlay.readers.logs.clock import Clock
from outlay.readers.logs.lines import Tally
from outlay.readers.logs.shell import pull_request_of
from outlay.readers.logs.shown_code import FENCE
from outlay.rules.calls import edits_of, shell_of

_KEPT_CALLS = 64
_KEPT_OTHERS = 64
_KEPT_SEARCHES = 64
_KEPT_FAILED = 32
_NOT_THERE = 0
_TAKEN = frozenset({"assistant", "user", "attachment", "pr-link", "cost-state"})
_PASSED_OVER = frozenset({"progress", "system", "summary", "queue-operation", "file-history-snapshot"})


class State(Struct, gc=False, omit_defaults=True):
    """What must be known of the lines before, to go on after them. It holds no text of the log.

    `searches`: how many web searches results have told of, by the message that asked for them.
    `failed`: hashes of the commands that failed in this turn and have not worked since.
    `others`: ids of calls that wait for a result which brings nothing.
    """

    turns: Turns = field(default_factory=Turns)
    last_moment: UtcMillis | None = None
    sessions: list[SessionKey] = []
    responses: list[UsageEvent] = []
    calls: dict[str, Call] = {}
    searches: dict[str, int] = {}
    failed: list[str] = []
    others: dict[str, None] = {}


class Conversation:
    """Takes lines in order and gathers their facts until they are asked for."""

    def __init__(
        self, place: LogPlace, mark: FileMark, state: State, pack_lines: PackLines, tally: Tally
    ) -> None:
        self._place = place
        self._state = state
        self._clock = Clock(state.last_moment, UtcMillis(mark.mtime_ns // 1_000_000), tally)
        self._pack = pack_lines
        self._tally = tally
        self._batch = Batch()
        self._responses = Responses(state.responses)
        self._sessions = Sessions(state.sessions)
        self._reported: dict[SessionKey, list[ReportedTotal]] = {}
        self._latest = Latest(place, self._requests)

    @property
    def rows(self) -> int:
        """How many facts wait."""
        return self._batch.rows + self._responses.changed

    def batch(self) -> Batch:
        """The facts since the last time, and every call that waits; the caller adds the bookmark."""
        self._latest.settle()
        self._forget()
        batch, self._batch = self._batch, Batch()
        batch.events = self._responses.take()
        batch.sessions = self._sessions.take()
        batch.reported = [row for rows in self._reported.values() for row in rows]
        batch.problems = self._tally.take()
        batch.asked = [self._asked(ident, call) for ident, call in self._state.calls.items()]
        self._reported = {}
        return batch

    def state(self) -> State:
        """What a bookmark must hold to go on from here; text is hashed on the way."""
        now = self._state
        return State(
            now.turns,
            self._clock.before,
            self._sessions.known,
            self._responses.latest(),
            {ident: sealed(call, self._pack) for ident, call in now.calls.items()},
            dict(list(now.searches.items())[-_KEPT_SEARCHES:]),
            now.failed,
            dict.fromkeys(list(now.others)[-_KEPT_OTHERS:]),
        )

    def waits_for(self, results: tuple[str, ...]) -> bool:
        """Whether a result matters even when it is a success."""
        calls = [self._state.calls.get(ident) for ident in results]
        failed = self._state.failed
        return any(
            call is not None and (not call.is_plain or recovers(call, failed, self._pack)) for call in calls
        )

    def knows(self, results: tuple[str, ...]) -> bool:
        """Whether any of these calls was worth waiting for."""
        return any(ident in self._state.calls for ident in results)

    def passes_over(self, results: tuple[str, ...]) -> bool:
        """Whether these are results of calls in this file that bring nothing."""
        others = self._state.others
        if not all(ident in others for ident in results):
            return False
        for ident in results:
            others.pop(ident, None)
        return True

    def succeeded(self, results: tuple[str, ...]) -> None:
        """Calls that worked and say no more."""
        for ident in results:
            self._state.calls.pop(ident, None)

    def take(self, line: bytes | bytearray, number: int) -> None:
        """One line; `number` is from 1."""
        record, trouble = RECORDS.decode(line)
        if record is None:
            self._tally.count(trouble or ProblemKind.NOT_JSON, number)
            return
        if trouble and (record.type in _TAKEN or record.type is None):
            self._tally.count(trouble, number)
        message = record.message
        if record.type == "assistant" or (record.type is None and message and message.role == "assistant"):
            self._assistant(record, message, number, whole=trouble is None)
        elif record.type == "user" and message:
            self._user(record, message, number)
        elif record.type == "attachment":
            self._queued(record, number)
        elif record.type == "pr-link":
            self._pull_request(record, number)
        elif record.type == "cost-state":
            self._cost(line, number)
        elif message and message.usage and record.type not in _PASSED_OVER:
            self._tally.count(ProblemKind.UNKNOWN_RECORD, number)

    def _assistant(self, record: Record, message: Message | None, number: int, *, whole: bool) -> None:
        if message is None or message.model == SYNTHETIC:
            return
        moment = self._moment(record, number)
        stands_in = self._clock.stands_in
        session = self._sessions.meet(record, self._place, moment)
        turn = self._turn(record)
        self._latest.meet(Said(record, message, moment, number, turn, whole, stands_in))
        for part in message.parts:
            if part.type == "tool_use" and part.id and part.name in TRACKED:
                self._call(part, Call(session, turn, host_path(record.cwd, self._place), moment), number)
            elif part.type == "tool_use" and part.id:
                self._state.others[part.id] = None
            elif part.type == "text" and FENCE in bytes(part.text):
                self._shown(
                    part, Call(session, turn, host_path(record.cwd, self._place)), record.uuid, moment
                )

    def _shown(self, part: Part, said: Call, uuid: str | None, moment: UtcMillis) -> None:
        """Code that an answer shows may be pasted by hand."""
        edit = shown_edit(part, said, uuid, moment, self._pack)
        if edit is not None:
            self._batch.edits.append(edit)

    def _call(self, part: Part, blank: Call, number: int) -> None:
        """Remember a call until its result is met."""
        call = None
        if part.name == SEARCH:
            event = self._latest.settle()
            call = structs.replace(blank, search=event) if event else None
        else:
            given, trouble = INPUTS.decode(part.input)
            if trouble:
                self._tally.count(trouble, number)
            call = call_of(part.name or "", given, blank) if given else None
        if call:
            self._state.calls[part.id or ""] = call
        else:
            self._state.others[part.id or ""] = None

    def _requests(self, events: list[UsageEvent], number: int) -> None:
        for event in events:
            if not event.model:
                self._tally.count(ProblemKind.NO_MODEL, number)
            self._responses.add(event)

    def _user(self, record: Record, message: Message, number: int) -> None:
        results = [part for part in message.parts if part.tool_use_id]
        answered = [part for part in results if not self._was_other(part.tool_use_id or "")]
        if answered:
            self._results(record, answered, number)
        elif not self._place.nested and is_prompt(record):
            text, from_queue = prompt_hash(prompt_text(message), self._pack), record.prompt_source == "queued"
            is_new = self._state.turns.met_message(record.uuid, text, out_of_queue=from_queue)
            self._prompt(record, number, is_new)

    def _results(self, record: Record, parts: list[Part], number: int) -> None:
        moment = self._moment(record, number)
        result = record.tool_use_result
        outcome = result if isinstance(result, ToolOutcome) and len(parts) == 1 else None
        session = session_key(record, self._place)
        for part in parts:
            call = self._state.calls.pop(part.tool_use_id or "", None)
            answer = answer_of(call, session, part, outcome, moment, self._pack)
            if call is None:
                self._batch.answers.append(answer)
            else:
                self._finish(call, answer)

    def _finish(self, call: Call, answer: CallAnswer) -> None:
        asked = asked_of(answer.call, call, self._pack, with_lines=answer.written is None)
        shell = shell_of(asked, answer, failed_before=asked.command in self._state.failed)
        self._batch.edits += edits_of(asked, answer)
        self._batch.shell += shell
        if call.goes_on and answer.worked:
            self._batch.worked += shell_of(asked, answer, failed_before=True)[-1:]
        self._note_failures(shell)
        if call.search and answer.searches:
            self._searched(call.search, answer.searches)

    def _asked(self, ident: str, call: Call) -> AskedCall:
        told = self._state.searches.get(call.search.message_key, 0) if call.search else 0
        return asked_of(ident, call, self._pack, told)

    def _was_other(self, ident: str) -> bool:
        """Whether a call of this file waited for this result though it brings nothing; it waits no more."""
        return self._state.others.pop(ident, _NOT_THERE) is None

    def _note_failures(self, shell: list[ShellFact]) -> None:
        failed = self._state.failed
        for fact in shell:
            if fact.kind in {ShellKind.FAILED, ShellKind.RECOVERED} and fact.value in failed:
                failed.remove(fact.value)
            if fact.kind == ShellKind.FAILED:
                failed.append(fact.value)
        del failed[:-_KEPT_FAILED]

    def _searched(self, event: UsageEvent, times: int) -> None:
        """Results of one response's searches may come long after it, so their sum is kept here."""
        so_far = self._state.searches.pop(event.message_key, 0) + times
        self._state.searches[event.message_key] = so_far
        self._responses.searched(event, so_far)

    def _queued(self, record: Record, number: int) -> None:
        text = queued_prompt(record)
        if text is not None and not self._place.nested:
            self._prompt(
                record, number, self._state.turns.met_queued(record.uuid, prompt_hash(text, self._pack))
            )

    def _prompt(self, record: Record, number: int, is_new: bool) -> None:  # noqa: FBT001 the answer of one call
        moment = self._moment(record, number)
        session = self._sessions.meet(record, self._place, moment)
        if is_new:
            self._state.failed.clear()
            self._batch.turns.append(Turn(session, self._state.turns.number, moment, counted_by_file=True))

    def _pull_request(self, record: Record, number: int) -> None:
        url = pull_request_of(record.pr_url or "")
        if url is None:
            self._tally.count(ProblemKind.WRONG_TYPE, number)
            return
        moment = self._moment(record, number)
        session, turn = session_key(record, self._place), self._turn(record)
        self._batch.shell.append(
            ShellFact(session, f"{session.session}/pr-link", moment, turn, ShellKind.PULL_REQUEST_SEEN, url)
        )

    def _cost(self, line: bytes | bytearray, number: int) -> None:
        cost, trouble = COSTS.decode(line)
        if trouble or cost is None:
            self._tally.count(trouble or ProblemKind.WRONG_TYPE, number)
        if cost is not None:
            session = session_key(Record(session_id=cost.session_id), self._place)
            self._reported[session] = reported_totals(cost, session)

    def _turn(self, record: Record) -> int | None:
        """Counted in this file: 0 before its first prompt, which may stand in another file of the session."""
        return None if self._place.nested or record.is_sidechain else self._state.turns.number

    def _moment(self, record: Record, number: int) -> UtcMillis:
        return self._clock.moment(record.timestamp, number)

    def _forget(self) -> None:
        calls = self._state.calls
        for ident in list(calls)[:-_KEPT_CALLS]:
            del calls[ident]
