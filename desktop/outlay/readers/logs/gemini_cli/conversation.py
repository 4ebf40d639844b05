"""What the records of one session's file say together: requests, prompts, calls, and whose session it is."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final, NamedTuple

from outlay.domain.batches import Batch, FileMark
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import SessionFact, SessionKey, Turn, UsageEvent
from outlay.readers.interface import PackLines
from outlay.readers.logs.clock import Clock
from outlay.readers.logs.gemini_cli.calls import Place, finish, is_told
from outlay.readers.logs.gemini_cli.places import TOOL, parent_in
from outlay.readers.logs.gemini_cli.projects import Project
from outlay.readers.logs.gemini_cli.prompts import prompt_hash, prompt_in
from outlay.readers.logs.gemini_cli.records import Message, Record, Session, Tokens, ToolCall, parts_of
from outlay.readers.logs.gemini_cli.state import State, remember
from outlay.readers.logs.gemini_cli.tokens import quality_of, token_counts
from outlay.readers.logs.lines import Tally
from outlay.readers.logs.loose import clean
from outlay.readers.logs.shown_code import FENCE, Answer, shown_code, shown_edit
from outlay.rules.copies import better_copy

_TALK: Final = ("user", "gemini")
_QUIET: Final = frozenset({"info", "error", "warning"})
_UNIQUE: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class _At(NamedTuple):
    """Where a message stands: its line, from 1, and whether it stands inside a change of the session."""

    number: int
    changed: bool


class Conversation:
    """Takes records in order and gathers their facts until they are asked for."""

    def __init__(
        self, path: str, mark: FileMark, project: Project, state: State, how: tuple[PackLines, Tally]
    ) -> None:
        self.state = state
        self._pack, self._tally = how
        self._parent = parent_in(path)
        self._stem = PurePath(path.replace("\\", "/")).name.partition(".")[0]
        self._project = project
        self._clock = Clock(state.before, UtcMillis(mark.mtime_ns // 1_000_000), self._tally)
        self._batch = Batch()
        self._events: dict[str, UsageEvent] = {}
        self._changed: dict[str, None] = {}

    @property
    def rows(self) -> int:
        """How many facts wait."""
        return self._batch.rows + len(self._changed)

    def batch(self) -> Batch:
        """The facts since the last time; the caller adds the bookmark."""
        batch, self._batch = self._batch, Batch()
        batch.events = [self._events[key] for key in self._changed]
        batch.problems = self._tally.take()
        self._changed = {}
        self.state.before = self._clock.before
        return batch

    def take(self, record: Record, number: int) -> Iterator[None]:
        """One line or document; stops after every message, so that a batch may be handed over between."""
        if record.id is not None or record.type in _TALK:
            yield from self._messages([record], _At(number, changed=False))
        elif record.change is not None:
            self._learn(record.change, number)
            yield from self._messages(record.change.messages, _At(number, changed=True))
        elif record.is_session:
            self._learn(record.session, number)
            yield from self._messages(record.messages, _At(number, changed=False))
        elif not bytes(record.rewind) and record.type not in _QUIET:
            self._tally.count(ProblemKind.UNKNOWN_RECORD, number)

    def _learn(self, said: Session, number: int) -> None:
        now = self.state
        now.session = clean(said.session_id) or now.session
        now.kind = clean(said.kind) or now.kind
        now.project = clean(said.project_hash) or now.project
        if said.start_time is not None and now.started is None:
            now.started = self._clock.moment(said.start_time, number)

    def _messages(self, messages: list[Message] | None, at: _At) -> Iterator[None]:
        for message in messages or []:
            if message.type == "gemini":
                self._answer(message, at)
            elif message.type == "user":
                self._prompt(message, at)
            elif message.type not in _QUIET:
                self._tally.count(ProblemKind.UNKNOWN_RECORD, at.number)
            yield

    def _prompt(self, message: Message, at: _At) -> None:
        """Count a prompt once. A change may repeat the ones before under other ids, so it is known by its text too."""
        text = prompt_in(message)
        if text is None or self._is_subagent:
            return
        ident, said = self._ident(message, at), prompt_hash(text, self._pack)
        is_known = ident in self.state.prompts or (at.changed and said in self.state.texts)
        remember(self.state.prompts, ident, None)
        remember(self.state.texts, said, None)
        if is_known:
            return
        moment = self._moment(message.timestamp, at)
        self.state.turn += 1
        self.state.failed.clear()
        self._batch.turns.append(Turn(self._session(moment), self.state.turn, moment))

    def _answer(self, message: Message, at: _At) -> None:
        ident = self._ident(message, at)
        if ident not in self.state.turns:
            turn = None if self._is_subagent or at.changed else self.state.turn or None
            remember(self.state.turns, ident, turn)
        calls = [call for call in message.tool_calls or [] if is_told(call)]
        shows = FENCE in bytes(message.content)
        if message.tokens is None and not calls and not shows:
            return
        moment = self._moment(message.timestamp, at)
        session = self._session(moment)
        if message.tokens is not None and message.tokens != Tokens():
            self._keep(self._request(message, message.tokens, session, (moment, ident)))
            if not clean(message.model):
                self._tally.count(ProblemKind.NO_MODEL, at.number)
        if shows:
            self._shown(message, ident, (session, moment))
        for place, call in enumerate(calls):
            self._call(call, session, moment, (f"{ident}/{clean(call.id) or place}", ident, at))

    def _request(
        self, message: Message, tokens: Tokens, session: SessionKey, at: tuple[UtcMillis, str]
    ) -> UsageEvent:
        moment, ident = at
        return UsageEvent(
            message_key=f"{TOOL}:{ident}",
            request_key="",
            session=session,
            moment=moment,
            model=clean(message.model) or "",
            tokens=token_counts(tokens),
            cwd=self._cwd,
            turn=self.state.turns.get(ident),
            sidechain=self._is_subagent,
            nested=self._is_subagent,
            quality=quality_of(tokens),
            stands_in=self._clock.stands_in,
        )

    def _keep(self, event: UsageEvent) -> None:
        """The same request comes again whenever its message is written anew; it counts once, at its fullest."""
        known = self._events.get(event.message_key)
        best = better_copy(known, event) if known else event
        if best != known:
            self._events[event.message_key] = best
            self._changed[event.message_key] = None

    def _call(
        self, call: ToolCall, session: SessionKey, moment: UtcMillis, where: tuple[str, str, _At]
    ) -> None:
        key, ident, at = where
        if key in self.state.calls:
            return
        remember(self.state.calls, key, None)
        ended = self._moment(call.timestamp, at) if call.timestamp else moment
        place = Place(session, key, ended, self.state.turns.get(ident), self._cwd)
        finished = finish(call, place, self._pack, self.state.failed)
        self._batch.edits += finished.edits
        self._batch.shell += finished.shell
        if finished.trouble:
            self._tally.count(finished.trouble, at.number)

    def _shown(self, message: Message, ident: str, at: tuple[SessionKey, UtcMillis]) -> None:
        """Code that an answer shows may be pasted by hand; the message written anew shows it once more."""
        key = f"{ident}/shown"
        if key in self.state.calls:
            return
        remember(self.state.calls, key, None)
        lines = shown_code("".join(part.text or "" for part in parts_of(message.content)))
        session, moment = at
        answer = Answer(session, key, moment, self.state.turns.get(ident), self._cwd)
        edit = shown_edit(lines, answer, 0, self._pack)
        if edit is not None:
            self._batch.edits.append(edit)

    def _session(self, moment: UtcMillis) -> SessionKey:
        """The file's session, told of once."""
        own = self.state.session or clean(self._stem) or ""
        session = SessionKey(TOOL, clean(self._parent) or own, own if self._parent else "")
        if session not in self.state.told:
            self.state.told.append(session)
            parent = session.session if session.agent else None
            started = moment if self.state.started is None else self.state.started
            self._batch.sessions.append(SessionFact(session, session.session, parent, started, self._cwd))
        return session

    @property
    def _is_subagent(self) -> bool:
        return bool(self._parent) or self.state.kind == "subagent"

    @property
    def _cwd(self) -> str | None:
        return self._project.folder(self.state.project)

    def _ident(self, message: Message, at: _At) -> str:
        """What tells a message from all others, in whatever file it stands.

        An imported session has the messages of the one it was made from, under another session's id, so ids that are
        unique by themselves go without one.
        """
        ident = clean(message.id)
        if ident and _UNIQUE.fullmatch(ident):
            return ident
        own = self.state.session or clean(self._stem) or ""
        return f"{own}/{ident or clean(message.timestamp) or at.number}"

    def _moment(self, timestamp: str | None, at: _At) -> UtcMillis:
        return self._clock.moment(timestamp, at.number)
