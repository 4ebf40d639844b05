"""The copied beginning of a fork while it is read: what is found in it waits until it shows whose it is."""

from outlay.readers.interface import Probe
from outlay.readers.logs.codex import forks
from outlay.readers.logs.codex.records import Info
from outlay.readers.logs.codex.state import Copy, Held, State


class Copying:
    """Tells copied lines from own ones, and gives the sheet on which facts are put meanwhile."""

    def __init__(self, state: State, probe: Probe) -> None:
        self._state = state
        self._probe = probe
        self._own = Held()
        self._known_trace: forks.Trace | None = None

    @property
    def lasts(self) -> bool:
        """Whether no own line was met yet."""
        return self._state.copy is not None

    def expect(self, parent: str, own_from: int | None = None) -> bool:
        """Expect a copy of a thread's lines; False when they are not at hand, so that nothing can be told."""
        self._state.copy = Copy(parent, own_from)
        if own_from is None and (parent == self._state.thread or self._trace() is None):
            self._state.copy = None
            self._state.partial = True
            if parent != self._state.thread and forks.file_of(parent, self._probe) is None:
                self._state.missing_parent = parent
        return self.lasts

    def recognise(self) -> None:
        """The line is a copy, so everything before it is."""
        self._state.held = Held()
        self._state.pending = {}
        self._state.turn = 0

    def end(self) -> None:
        """The line is an own one: what was held since the last copied line is own as well."""
        held, self._state.held, self._state.copy = self._state.held, Held(), None
        self._own.turns += held.turns
        self._own.edits += held.edits
        self._own.shell += held.shell

    def sheet(self) -> Held:
        """Where facts go now."""
        return self._state.held if self.lasts else self._own

    def taken(self) -> Held:
        """The own facts since the last time."""
        own, self._own = self._own, Held()
        return own

    @property
    def rows(self) -> int:
        """How many own facts wait."""
        return len(self._own.turns) + len(self._own.edits) + len(self._own.shell)

    def meet_ordinal(self, ordinal: int | None) -> None:
        """A line's number in the thread: from the one the log names on, lines are own ones."""
        own_from = self._own_from
        if own_from is not None and ordinal is not None and ordinal >= own_from:
            self.recognise()
            self.end()

    def meet_turn(self, turn: str) -> None:
        """A line that names its turn: a turn of the parent's is copied, another one is own."""
        copy = self._state.copy
        trace = None if self._own_from is not None else self._trace()
        if copy is not None and trace is not None and turn in trace.turns:
            copy.by_turns = True
            self.recognise()
        elif self._own_from is None:
            self.end()

    def meet_record(self, thread: str | None) -> bool:
        """A record names its thread. Returns whether it is a copied one."""
        if thread in (None, self._state.thread) and self._own_from is None:
            self.end()
        else:
            self.recognise()
        return self.lasts

    def meet_count(self, info: Info) -> bool:
        """A count is copied when the parent has it further on than the one before. Returns whether it is."""
        if self._own_from is not None or self._is_copied(info):
            self.recognise()
        else:
            self.end()
        return self.lasts

    @property
    def _own_from(self) -> int | None:
        return None if self._state.copy is None else self._state.copy.own_from

    def _is_copied(self, info: Info) -> bool:
        copy, trace = self._state.copy, self._trace()
        if copy is None or trace is None:
            return False
        index = trace.counts.get(forks.fingerprint_of(info), -1)
        if index < max(copy.index, 0):
            return copy.by_turns
        copy.index = index
        return True

    def _trace(self) -> forks.Trace | None:
        if self._known_trace is None and self._state.copy is not None:
            file = forks.file_of(self._state.copy.parent, self._probe)
            self._known_trace = forks.trace_of(file) if file else None
        return self._known_trace
