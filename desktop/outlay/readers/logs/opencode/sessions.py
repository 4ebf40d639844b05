"""The sessions of one store, and what their messages come to as facts."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from outlay.domain.batches import Batch
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import Edit, Quality, SessionFact, SessionKey, ShellFact, Turn, UsageEvent
from outlay.readers.interface import PackLines
from outlay.readers.logs.clock import Clock
from outlay.readers.logs.lines import Tally
from outlay.readers.logs.opencode.failures import Failures, TurnFailures
from outlay.readers.logs.opencode.fields import PATH_LENGTH, Fields, clean
from outlay.readers.logs.opencode.messages import (
    Message,
    Request,
    Stored,
    Usage,
    iso_text,
    message_from,
    millis_of,
)
from outlay.readers.logs.opencode.patches import Change
from outlay.readers.logs.opencode.places import TOOL
from outlay.readers.logs.opencode.tools import Outcome, outcome_of
from outlay.readers.logs.shown_code import FENCE_TEXT, Answer, packed_lines, shown_code, shown_edit

HELD_MS: Final = 60 * 60 * 1000
"""How long a message that was never ended is waited for: its counters may still change."""


class SessionRow(NamedTuple):
    """A session as it is stored. `created` is in the tool's own time."""

    ident: str
    parent: str | None = None
    folder: str | None = None
    created: int | None = None
    version: str | None = None


class Taken(NamedTuple):
    """How a message was taken: its key, empty for one that holds no request; or held back until it has ended."""

    key: str = ""
    held: bool = False


class SessionFacts:
    """Turns messages into facts until they are asked for.

    Args:
        sessions: every known session by id.
        pack_lines: the installation's seeded line hash.
        written: when the store was last written.
        tally: counts what does not fit.
        failed: commands that failed in the turns an earlier reading ended in.
    """

    def __init__(
        self,
        sessions: Mapping[str, SessionRow],
        pack_lines: PackLines,
        written: UtcMillis,
        tally: Tally,
        failed: Mapping[str, TurnFailures],
    ) -> None:
        self.failures = Failures(failed)
        self._sessions = sessions
        self._pack = pack_lines
        self._written = written
        self._tally = tally
        self._batch = Batch()
        self._told: set[str] = set()
        self._calls: set[str] = set()

    @property
    def rows(self) -> int:
        """How many facts wait."""
        return self._batch.rows

    def batch(self) -> Batch:
        """The facts since the last time; the caller adds the bookmark."""
        batch, self._batch = self._batch, Batch()
        batch.problems = self._tally.take()
        return batch

    def row_of(self, ident: str) -> SessionRow:
        """A session, also one of which nothing but its id is known."""
        return self._sessions.get(ident) or SessionRow(ident)

    def take(self, stored: Stored, turn: int | None, *, is_prompt: bool, key: str = "") -> Taken:
        """One message.

        Args:
            stored: the message as it was found.
            turn: how many prompts of its session were sent until then, itself included; None in a subagent's.
            is_prompt: whether a person sent it.
            key: under which key it was taken before, when it was.
        """
        found: list[ProblemKind] = []
        message = message_from(stored, found.append)
        if message is not None and self._is_held(message, stored):
            return Taken(held=True)
        taken = self._taken(message, (stored, turn, is_prompt), key) if message else Taken()
        for kind in found:
            self._tally.count(kind, stored.row)
        return taken

    def _taken(self, message: Message, at: tuple[Stored, int | None, bool], key: str) -> Taken:
        stored, turn, is_prompt = at
        row = self.row_of(stored.session)
        if message.role == "user":
            self._prompt(message, row, stored, turn if is_prompt else None)
        elif message.role == "assistant":
            request = Request(message)
            self._answer(message, request, (row, stored, turn), key or request.key)
            return Taken(key or request.key)
        return Taken()

    def _is_held(self, message: Message, stored: Stored) -> bool:
        waits = message.role == "assistant" and not message.is_ended
        return waits and self._written - millis_of(stored.stamp) < HELD_MS

    def _prompt(self, message: Message, row: SessionRow, stored: Stored, turn: int | None) -> None:
        if turn is None or row.parent is not None or is_copied(message.created, row):
            return
        moment = self._moment(message.created, row, stored.row)
        self._tell(row, moment, stored.row)
        self._batch.turns.append(Turn(_key_of(row), turn, moment))

    def _answer(
        self, message: Message, request: Request, at: tuple[SessionRow, Stored, int | None], key: str
    ) -> None:
        row, stored, turn = at
        moment = self._moment(message.created, row, stored.row)
        self._tell(row, moment, stored.row)
        copied = is_copied(message.created, row)
        event = UsageEvent(
            message_key=key,
            request_key="",
            session=_key_of(row),
            moment=moment,
            model=request.model,
            tokens=request.tokens,
            cwd=_folder_of(message, row),
            turn=turn,
            sidechain=copied or row.parent is not None,
            nested=copied,
            route=request.provider,
            quality=Quality.EXACT if message.is_ended else Quality.PARTIAL,
        )
        usages = request.usages()
        if usages and not request.model:
            self._tally.count(ProblemKind.NO_MODEL, stored.row)
        self._batch.events += [_with(event, usage) for usage in usages]
        failed = self.failures.before(row.ident, turn, moment)
        for number, part in enumerate(message.parts):
            kind = part.text("type")
            if kind == "tool":
                self._outcome(part, event, failed)
            elif kind == "text":
                self._shown(part.raw("text") or "", number, event)

    def _shown(self, text: str, number: int, event: UsageEvent) -> None:
        """Code that an answer shows may be pasted by hand."""
        if FENCE_TEXT not in text:
            return
        call = f"{event.message_key.removeprefix(TOOL + ':')}/shown"
        answer = Answer(event.session, call, event.moment, event.turn, event.cwd)
        edit = shown_edit(shown_code(text), answer, number, self._pack)
        if edit is not None:
            self._batch.edits.append(edit)

    def _outcome(self, part: Fields, event: UsageEvent, failed: list[str]) -> None:
        outcome = outcome_of(part, event.cwd, self._pack, failed)
        if outcome is None:
            return
        call = clean(f"{event.message_key.removeprefix(TOOL + ':')}/{outcome.call}") or ""
        if call in self._calls:
            return
        self._calls.add(call)
        moment = self._ended(outcome, event.moment)
        for number, change in enumerate(outcome.changes):
            self._edit(change, (call, number), moment, event)
        self._batch.shell += [
            ShellFact(event.session, call, moment, event.turn, kind, value) for kind, value in outcome.news
        ]

    def _edit(self, change: Change, place: tuple[str, int], moment: UtcMillis, event: UsageEvent) -> None:
        (added, runs), (removed, _) = (
            packed_lines(side, self._pack) for side in (change.added, change.removed)
        )
        if change.path and (added or removed):
            self._batch.edits.append(
                Edit(
                    event.session,
                    *place,
                    moment,
                    event.turn,
                    change.path,
                    event.cwd,
                    change.kind,
                    added,
                    removed,
                    runs,
                )
            )

    def _ended(self, outcome: Outcome, begun: UtcMillis) -> UtcMillis:
        """When a call ended; its message's moment when that is not told or cannot be."""
        ended = millis_of(outcome.ended) if outcome.ended else begun
        return UtcMillis(ended) if begun <= ended <= max(begun, self._written) else begun

    def _moment(self, epoch: int | None, row: SessionRow, number: int) -> UtcMillis:
        before = UtcMillis(millis_of(row.created)) if row.created else None
        sound = before is not None and before <= self._written
        return Clock(before if sound else None, self._written, self._tally).moment(iso_text(epoch), number)

    def _tell(self, row: SessionRow, moment: UtcMillis, number: int) -> None:
        if row.ident in self._told:
            return
        self._told.add(row.ident)
        started = self._moment(row.created, row, number) if row.created else moment
        root = _root_of(row, self._sessions)
        self._batch.sessions.append(
            SessionFact(
                _key_of(row), clean(root) or "", clean(row.parent), started, row.folder, version=row.version
            )
        )


def is_copied(created: int | None, row: SessionRow) -> bool:
    """Whether a message is older than its session: forking a session copies messages with their moments."""
    return created is not None and row.created is not None and millis_of(created) < millis_of(row.created)


def _root_of(row: SessionRow, sessions: Mapping[str, SessionRow]) -> str:
    seen = {row.ident}
    while row.parent is not None and row.parent not in seen:
        seen.add(row.parent)
        row = sessions.get(row.parent) or SessionRow(row.parent)
    return row.ident


def _key_of(row: SessionRow) -> SessionKey:
    return SessionKey(TOOL, clean(row.ident) or "")


def _folder_of(message: Message, row: SessionRow) -> str | None:
    return message.data.inner("path").text("cwd", PATH_LENGTH) or row.folder


def _with(event: UsageEvent, usage: Usage) -> UsageEvent:
    """The event of one request; without both sides counted it is no whole one."""
    counted = usage.tokens.input_uncached is not None and usage.tokens.output is not None
    quality = event.quality if counted else Quality.PARTIAL
    return event._replace(
        request_key=usage.number, tokens=usage.tokens, reported_micros=usage.micros, quality=quality
    )
