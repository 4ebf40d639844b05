"""Tool calls of one thread from request to result: edits and shell facts, each once.

An applied result (`patch_apply_end`, `FileChange`) goes before the request; a request counts only when its output
says success. Whichever settles a call first, settles it for good. Source: log-formats.md section 2.5.
"""

from collections.abc import Callable, Iterable

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Edit, SessionKey, ShellFact, ShellKind
from outlay.readers.interface import PackLines
from outlay.readers.logs.codex.calls import (
    Asked,
    call_id_of,
    exit_code_in,
    printed_in,
    shell_from,
)
from outlay.readers.logs.codex.patches import FileChange, changes_applied, has_body
from outlay.readers.logs.codex.records import Change, Item, short_path
from outlay.readers.logs.codex.state import (
    KEPT_PENDING,
    KEPT_SETTLED,
    Held,
    PackedChange,
    Pending,
    State,
)
from outlay.readers.logs.recoveries import outcome_of
from outlay.readers.logs.shell import absolute, command_hash, commit_ids, pull_requests

_SHORTEST_UNIQUE = 16


class Answers:
    """Pending calls of a thread; facts go to the sheet that is current when a call is settled."""

    def __init__(self, state: State, pack_lines: PackLines, sheet: Callable[[], Held]) -> None:
        self._state = state
        self._pack_lines = pack_lines
        self._sheet = sheet

    def asked(self, call: str, wish: Asked) -> None:
        """Remember a call until its output comes."""
        pending = self._packed(wish)
        if call in self._state.settled:
            pending.changes = []
        if pending != Pending():
            self._state.pending[call] = pending
        while len(self._state.pending) > KEPT_PENDING:
            self._state.pending.pop(next(iter(self._state.pending)))

    def answered(self, output: bytes, at: UtcMillis) -> None:
        """An output line: what its call wanted becomes fact, if it went well."""
        call = call_id_of(output)
        pending = self._state.pending.pop(call, None) if call else None
        if call and pending:
            self._settle(call, pending, exit_code_in(output), output, at)

    def ran(self, item: Item, line: bytes, at: UtcMillis) -> None:
        """A finished `CommandExecution`, for a call of its own or one inside a script."""
        pending = self._state.pending.pop(item.id or "", None)
        if pending is None:
            wish = shell_from(item.command, item.cwd)
            if wish is None or item.id in self._state.settled:
                return
            pending = self._packed(wish)
            self._leave_shell_facts_to_items()
        self._settle(item.id or "", pending, item.exit_code, line, at)
        self._remember(item.id or "")

    def applied(self, call: str, changes: dict[str, Change], at: UtcMillis, *, done: bool) -> None:
        """An applied result: its lines count instead of the request's, or nothing when it failed."""
        pending = self._state.pending.get(call)
        if done and not any(map(has_body, changes.values())):
            return
        if call not in self._state.settled:
            packed = self._packed_changes(changes_applied(changes), None) if done else []
            self._write(call, packed, at)
            self._remember(call)
            self._drop_requests(call if pending else None, {change.path for change in packed})

    def _settle(self, call: str, pending: Pending, code: int | None, output: bytes, at: UtcMillis) -> None:
        if pending.changes and code == 0:
            self._write(call, pending.changes, at)
            self._remember(call)
        if pending.command and code is not None:
            self._tell_outcome(call, pending.command, code, at)
        if pending.commits:
            self._note(call, ShellKind.COMMIT, commit_ids(printed_in(output)), at)
        if pending.asks_pull and not code:
            self._note(call, ShellKind.PULL_REQUEST_MADE, pull_requests(printed_in(output)), at)

    def _tell_outcome(self, call: str, command: str, code: int, at: UtcMillis) -> None:
        """A failure, or a success after failures of the same command in this turn."""
        kind = outcome_of(command, self._state.failed, worked=not code)
        if kind is not None:
            self._note(call, kind, (command,), at)

    def _write(self, call: str, changes: Iterable[PackedChange], at: UtcMillis) -> None:
        state, name = self._state, self._named(call)
        key = SessionKey("codex", state.thread)
        self._sheet().edits.extend(
            Edit(key, name, part, at, state.turn or None, one.path, state.cwd, *one.as_kept)
            for part, one in enumerate(changes)
        )

    def _note(self, call: str, kind: ShellKind, values: Iterable[str], at: UtcMillis) -> None:
        key = SessionKey("codex", self._state.thread)
        turn = self._state.turn or None
        self._sheet().shell.extend(
            ShellFact(key, self._named(call), at, turn, kind, value) for value in values
        )

    def _named(self, call: str) -> str:
        """A call's id as facts carry it: a short one (scripts number their calls) is none without the thread."""
        return call if len(call) >= _SHORTEST_UNIQUE else f"{self._state.thread}/{call}"

    def _remember(self, call: str) -> None:
        self._state.settled = [*self._state.settled[-KEPT_SETTLED:], call]

    def _drop_requests(self, call: str | None, paths: set[str]) -> None:
        """A patch inside a script is applied under an id of its own: there the paths tell."""
        for name, pending in self._state.pending.items():
            same = name == call if call else bool(paths & {change.path for change in pending.changes})
            if same:
                pending.changes = []

    def _leave_shell_facts_to_items(self) -> None:
        for pending in self._state.pending.values():
            if not pending.command:
                pending.commits = pending.asks_pull = False

    def _packed(self, wish: Asked) -> Pending:
        return Pending(
            self._packed_changes(wish.changes, wish.workdir),
            command_hash(wish.command, self._pack_lines) if wish.command else "",
            wish.commits,
            wish.asks_pull,
        )

    def _packed_changes(self, changes: Iterable[FileChange], workdir: str | None) -> list[PackedChange]:
        base = absolute(workdir, self._state.cwd) if workdir else self._state.cwd
        return [
            self._packed_change(short_path(absolute(one.path, base)) or "", one)
            for one in changes
            if one.path and (one.added or one.removed)
        ]

    def _packed_change(self, path: str, change: FileChange) -> PackedChange:
        pack = self._pack_lines
        added, removed = (
            [line.encode("utf-8", "replace") for line in lines] for lines in (change.added, change.removed)
        )
        return PackedChange(path, change.kind, pack(added), pack(removed), pack.runs(added))
