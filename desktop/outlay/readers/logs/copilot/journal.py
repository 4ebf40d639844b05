"""A session's journal: `session-state/<session>/events.jsonl`, the older `<session>.jsonl`, an extension's transcript.

It tells of prompts, edits, commands, where the session began, and (where no stronger source does) of what it took.
Source: log-formats.md section 4.1.
"""

from pathlib import PurePath
from typing import Final

from msgspec import DecodeError, Raw, Struct, field, msgpack

from outlay.domain.batches import Batch
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import SessionFact, SessionKey, Turn
from outlay.readers.interface import PackLines
from outlay.readers.logs.clock import Clock
from outlay.readers.logs.copilot.calls import Call, Completion, Place, call_of, finished
from outlay.readers.logs.copilot.databases import Source
from outlay.readers.logs.copilot.edits import SHELLS, WRITERS, given_of
from outlay.readers.logs.copilot.journal_records import Context, Data, Record
from outlay.readers.logs.copilot.legs import Legs, event_of_leg, event_of_running, named
from outlay.readers.logs.copilot.places import TOOL
from outlay.readers.logs.copilot.records import PATH_LENGTH, session_key, unique_id
from outlay.readers.logs.copilot.yields import Claims, Yields, of_any_model, of_model
from outlay.readers.logs.loose import clean, decoded, iso_text, text_in
from outlay.readers.logs.shown_code import FENCE, Answer, shown_code, shown_edit

_WAITING: Final = 256
_TRACKED: Final = WRITERS | SHELLS


class State(Struct, omit_defaults=True):
    """What must be known of the lines before. It holds no text of the log but names and folders.

    `failed`: hashes of the commands that failed in this turn and have not worked since.
    """

    session: str = ""
    cwd: str | None = None
    branch: str | None = None
    model: str = ""
    turns: int = 0
    moment: int | None = None
    told: bool = False
    failed: list[str] = []
    legs: Legs = field(default_factory=Legs)
    calls: dict[str, Call] = {}


class Journal:
    """Takes lines in order and gathers their facts until they are asked for."""

    def __init__(
        self, source: Source, state: bytes, yields: Yields, claims: Claims, pack_lines: PackLines
    ) -> None:
        self._source = source
        self._state = _state(state) or State(session=_session_in(source.path))
        self._yields = yields
        self._claims = claims
        self._pack = pack_lines
        before = None if self._state.moment is None else UtcMillis(self._state.moment)
        self._clock = Clock(before, source.written, source.tally)
        self._batch = Batch()
        self._takes = {
            "session.start": self._start,
            "session.resume": self._resume,
            "session.model_change": self._model_change,
            "session.compaction_complete": self._compaction,
            "session.shutdown": self._shutdown,
            "user.message": self._prompt,
            "assistant.message": self._answer,
            "tool.execution_start": self._execution,
            "tool.execution_complete": self._completion,
        }

    @property
    def rows(self) -> int:
        """How many facts wait."""
        return self._batch.rows + len(self._state.legs.running)

    def batch(self) -> Batch:
        """The facts since the last time, with what a leg that is still open came to."""
        self._running()
        batch, self._batch = self._batch, Batch()
        return batch

    def state(self) -> bytes:
        """What a bookmark must hold to go on from here."""
        self._state.moment = self._clock.before
        for ident in list(self._state.calls)[:-_WAITING]:
            del self._state.calls[ident]
        return msgpack.encode(self._state)

    def take(self, raw: bytes, number: int) -> None:
        """One line; `number` is from 1."""
        record, trouble = decoded(Record, raw)
        if trouble:
            self._source.tally.count(trouble, number)
        take = self._takes.get(record.type or "") if record else None
        if record is None or take is None:
            return
        data, trouble = decoded(Data, record.data)
        if trouble:
            self._source.tally.count(trouble, number)
        moment = self._clock.moment(iso_text(record.timestamp), number)
        if not self._state.legs.anchor:
            self._state.legs.anchor = unique_id(clean(record.id) or "0", self._state.session)
        if data is not None:
            take(record, data, moment, number)

    @property
    def _key(self) -> SessionKey:
        return session_key(self._state.session)

    def _start(self, record: Record, data: Data, moment: UtcMillis, number: int) -> None:
        del record, number
        state = self._state
        state.session = clean(data.session_id) or state.session
        state.model = clean(data.selected_model) or state.model
        self._settle(data)
        context = data.context or Context()
        self._batch.sessions.append(
            SessionFact(
                self._key,
                state.session,
                None,
                moment,
                state.cwd,
                state.branch,
                clean(context.head_commit),
                clean(data.copilot_version),
            )
        )
        state.told = True

    def _resume(self, record: Record, data: Data, moment: UtcMillis, number: int) -> None:
        del record, moment, number
        self._settle(data)

    def _settle(self, data: Data) -> None:
        context = data.context or Context()
        self._state.cwd = clean(context.cwd or context.git_root, PATH_LENGTH) or self._state.cwd
        self._state.branch = clean(context.branch) or self._state.branch

    def _model_change(self, record: Record, data: Data, moment: UtcMillis, number: int) -> None:
        del record, moment, number
        self._state.model = clean(data.new_model) or self._state.model

    def _compaction(self, record: Record, data: Data, moment: UtcMillis, number: int) -> None:
        del record, moment, number
        if data.success is not False:
            self._state.legs.compacted()

    def _prompt(self, record: Record, data: Data, moment: UtcMillis, number: int) -> None:
        """A message with a source or a call above it was put there by the tool, not by the user."""
        del record, number
        self._tell(moment)
        if data.source in {None, "user"} and not data.parent_tool_call_id:
            self._state.turns += 1
            self._state.failed.clear()
            self._batch.turns.append(Turn(self._key, self._state.turns, moment))

    def _answer(self, record: Record, data: Data, moment: UtcMillis, number: int) -> None:
        self._tell(moment)
        if FENCE in bytes(data.content):
            self._shown(data.content, clean(record.id) or str(number), moment)
        if data.output_tokens:
            self._state.legs.answered(clean(data.model) or self._state.model, data.output_tokens)
        for asked in data.tool_requests or []:
            self._call(asked.tool_call_id, asked.name, asked.arguments, number)

    def _shown(self, content: Raw, ident: str, moment: UtcMillis) -> None:
        """Code that an answer shows may be pasted by hand."""
        state = self._state
        call = f"{unique_id(ident, state.session)}/shown"
        answer = Answer(self._key, call, moment, state.turns or None, state.cwd)
        edit = shown_edit(shown_code(text_in(content) or ""), answer, 0, self._pack)
        if edit is not None:
            self._batch.edits.append(edit)

    def _execution(self, record: Record, data: Data, moment: UtcMillis, number: int) -> None:
        del record, moment
        self._call(data.tool_call_id, data.tool_name, data.arguments, number)

    def _call(self, ident: str | None, name: str | None, arguments: Raw, number: int) -> None:
        """A call stands both in the answer that asks for it and where it begins; the first one settles it."""
        known = clean(ident)
        if known is None or name not in _TRACKED or known in self._state.calls:
            return
        given, trouble = given_of(arguments)
        if trouble:
            self._source.tally.count(trouble, number)
        call = call_of(name, given, self._state.turns or None, self._state.cwd, self._pack)
        if call is not None:
            self._state.calls[known] = call

    def _completion(self, record: Record, data: Data, moment: UtcMillis, number: int) -> None:
        del number
        known = clean(data.tool_call_id) or ""
        call = self._state.calls.pop(known, None)
        done = decoded(Completion, record.data)[0] if call else None
        if call is not None and done is not None:
            ident = unique_id(known, self._state.session)
            place = Place(self._key, ident, moment)
            edits, shell = finished(call, done, place, self._state.failed)
            self._batch.edits += edits
            self._batch.shell += shell

    def _shutdown(self, record: Record, data: Data, moment: UtcMillis, number: int) -> None:
        """Totals of the leg that ends here take the place of its single answers."""
        legs, session = self._state.legs, self._state.session
        if not data.model_metrics:
            return
        self._tell(moment)
        begun, ident = legs.anchor, unique_id(clean(record.id) or str(number), session)
        for model, leg in legs.closed(named(data.model_metrics), data.total_nano_aiu, ident):
            if not model:
                self._source.tally.count(ProblemKind.NO_MODEL, number)
            if self._counts(of_model(session, model), moment):
                event = event_of_leg(self._key, model, leg, (begun, ident), moment)
                self._batch.events.append(event._replace(cwd=self._state.cwd, branch=self._state.branch))

    def _running(self) -> None:
        state, moment = self._state, self._clock.before
        for model, output in state.legs.news().items():
            at = self._source.written if moment is None else moment
            if self._counts(of_any_model(state.session), at):
                event = event_of_running(self._key, model, output, state.legs.anchor, at)
                self._batch.events.append(event._replace(cwd=state.cwd, branch=state.branch))

    def _counts(self, stored: str, moment: UtcMillis) -> bool:
        """Whether what the journal says counts; where the store has the session, it alone is asked."""
        session = self._state.session
        in_store = self._yields.met(of_any_model(session), self._claims)
        keys = [stored] if in_store else [stored, session]
        return self._yields.counts(keys, moment, self._claims)

    def _tell(self, moment: UtcMillis) -> None:
        """A session whose first line is missing is told of, too."""
        if not self._state.told:
            self._state.told = True
            self._batch.sessions.append(
                SessionFact(self._key, self._state.session, None, moment, self._state.cwd, self._state.branch)
            )


def _session_in(path: str) -> str:
    """The session a journal's path names, until a line does."""
    place = PurePath(path.replace("\\", "/"))
    return clean(place.parent.name if place.name == "events.jsonl" else place.stem) or TOOL


def _state(kept: bytes) -> State | None:
    try:
        return msgpack.decode(kept, type=State) if kept else None
    except DecodeError:
        return None
