"""What stronger sources claim, so that a weaker one yields.

The order of trust (log-formats.md section 4.1): the command line's store, VS Code's traces, exported traces, then
journals and chat sessions. One file is read at a time; so a weaker file's reading looks into the stronger ones for the
sessions they tell of. Answers are kept while a file's mark holds.
"""

from pathlib import Path
from typing import Final

from outlay.domain.batches import FileMark
from outlay.domain.moments import UtcMillis
from outlay.readers.interface import LogFile, Probe
from outlay.readers.logs.copilot.exports import Telling
from outlay.readers.logs.copilot.places import Kind, kind_of
from outlay.readers.logs.copilot.session_store import claims_of_store
from outlay.readers.logs.copilot.traces import claims_of_traces
from outlay.readers.logs.copilot.yields import Claims
from outlay.system.other_databases import OtherDatabaseUnreadableError, open_other

_STRONGER: Final = {
    Kind.STORE: frozenset[Kind](),
    Kind.TRACES: frozenset({Kind.STORE}),
    Kind.EXPORT: frozenset({Kind.STORE}),
    Kind.JOURNAL: frozenset({Kind.STORE, Kind.TRACES, Kind.EXPORT}),
    Kind.CHAT: frozenset({Kind.TRACES, Kind.EXPORT}),
    Kind.SNAPSHOT: frozenset({Kind.TRACES, Kind.EXPORT}),
}
"""Traces and exports are not ranked against each other: they give one span the same key."""

_CLAIMING: Final = frozenset({Kind.STORE, Kind.TRACES, Kind.EXPORT})
_CHATS: Final = frozenset({Kind.CHAT, Kind.SNAPSHOT})


class Sources:
    """Remembers what each stronger file claims, as long as it lies there unchanged."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[FileMark, dict[str, UtcMillis]]] = {}
        self._exports: dict[str, Telling] = {}
        self._probe: Probe | None = None
        self._claiming: list[tuple[Kind, LogFile]] = []
        self._chats: frozenset[str] = frozenset()
        self._joined: dict[Kind, dict[str, UtcMillis]] = {}

    def claims(self, kind: Kind, probe: Probe) -> Claims:
        """What files that are trusted more than this kind tell of.

        Raises:
            OtherDatabaseHeldError: one of them is held, so that nobody can say.
        """
        self._look(probe)
        if kind not in self._joined:
            stronger = [file for of, file in self._claiming if of in _STRONGER[kind]]
            joined: dict[str, UtcMillis] = {}
            for file in stronger:
                for key, at in self._of(file).items():
                    joined[key] = min(at, joined.get(key, at))
            self._joined[kind] = joined
        return self._joined[kind]

    def has_chat(self, session: str, probe: Probe) -> bool:
        """Whether a chat session is on disk."""
        self._look(probe)
        return session in self._chats

    def _look(self, probe: Probe) -> None:
        if probe is self._probe:
            return
        kinds = [(kind_of(file.path), file) for file in probe.files]
        self._probe = probe
        self._claiming = [(kind, file) for kind, file in kinds if kind in _CLAIMING]
        self._chats = frozenset(Path(file.path).stem for kind, file in kinds if kind in _CHATS)
        self._joined = {}

    def _of(self, file: LogFile) -> dict[str, UtcMillis]:
        known = self._known.get(file.path)
        if known is None or known[0] != file.mark:
            known = self._known[file.path] = (file.mark, self._asked(file.path))
        return known[1]

    def _asked(self, path: str) -> dict[str, UtcMillis]:
        """A file that cannot be read claims nothing; its own reading says so."""
        try:
            if kind_of(path) is Kind.EXPORT:
                return dict(self._exports.setdefault(path, Telling()).claims(path))
            claims_of = claims_of_store if kind_of(path) is Kind.STORE else claims_of_traces
            with open_other(Path(path)) as database:
                return claims_of(database)
        except (OSError, OtherDatabaseUnreadableError):
            return {}
