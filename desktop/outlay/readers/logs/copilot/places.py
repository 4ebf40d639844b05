"""Where Copilot keeps what Outlay reads, and what is there.

Two kinds of place: the command line's folder (`~/.copilot`), and the `User` folder of an editor of VS Code's family.
Source: log-formats.md sections 0.4 and 4.1.
"""

import errno
import os
import stat
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Final

from outlay.domain.problems import Problem, ProblemKind
from outlay.readers.interface import LogFile, Probe, Root, RootState, Surroundings
from outlay.readers.logs.lines import mark_of, place_of, trouble_of
from outlay.system.other_databases import mark_of_database

READER_ID: Final = "logs.copilot"
TOOL: Final = "copilot"
VERSION: Final = 2
_EDITORS: Final = ("Code", "Code - Insiders", "VSCodium")
_SERVERS: Final = (".vscode-server", ".vscode-server-insiders")
_STORE: Final = "session-store.db"
_TRACES: Final = "agent-traces.db"
_JOURNALS: Final = "session-state"
_CHATS: Final = "chatSessions"
_LOOSE_CHATS: Final = "emptyWindowChatSessions"
_TRANSCRIPTS: Final = "transcripts"
_VISUAL_STUDIO: Final = "_VSGitHubCopilot_traces.jsonl"


class Kind(StrEnum):
    """What a file is, told by its name and folder."""

    STORE = "store"
    TRACES = "traces"
    EXPORT = "export"
    JOURNAL = "journal"
    CHAT = "chat"
    SNAPSHOT = "snapshot"


def kind_of(path: str) -> Kind:
    """What a file found by `look_around` is."""
    file = PurePath(path)
    if file.name in {_STORE, _TRACES}:
        return Kind.STORE if file.name == _STORE else Kind.TRACES
    if file.parent.name in {_CHATS, _LOOSE_CHATS}:
        return Kind.SNAPSHOT if file.suffix == ".json" else Kind.CHAT
    folders = {_JOURNALS, _TRANSCRIPTS}
    if file.parent.name in folders or (file.name == "events.jsonl" and file.parent.parent.name == _JOURNALS):
        return Kind.JOURNAL
    return Kind.EXPORT


def roots_of(around: Surroundings) -> list[Path]:
    """Every folder Copilot may write to on this platform, then the owner's own."""
    named = around.environment.get("COPILOT_HOME", "")
    roots = [_expanded(named, around) if named else around.home / ".copilot"]
    roots += [_editors(around) / editor / "User" for editor in _EDITORS]
    roots += [around.home / server / "data" / "User" for server in _SERVERS]
    if around.platform == "win32":
        roots.append(_local(around) / "Temp" / "VSGitHubCopilotLogs")
    for extra in around.extra_roots:
        inside = [
            one for one in (extra / ".copilot", extra / "User", extra / "user-data" / "User") if one.is_dir()
        ]
        roots.extend(inside or [extra])
    return list(dict.fromkeys(roots))


def look_around(around: Surroundings) -> Probe:
    """All roots with their files; one file is listed once however many names it has."""
    search = _Search()
    roots = [search.root(root) for root in roots_of(around)]
    exported = around.environment.get("COPILOT_OTEL_FILE_EXPORTER_PATH", "")
    if exported:
        roots.append(search.file(_expanded(exported, around)))
    files = tuple(sorted(search.files.values()))
    folders = dict.fromkeys([*search.folders, *(str(Path(file.path).parent) for file in files)])
    return Probe(tuple(roots), files, tuple(folders), tuple(search.problems))


def _editors(around: Surroundings) -> Path:
    if around.platform == "darwin":
        return around.home / "Library" / "Application Support"
    if around.platform == "win32":
        roaming = around.environment.get("APPDATA", "")
        return Path(roaming) if roaming else around.home / "AppData" / "Roaming"
    config = around.environment.get("XDG_CONFIG_HOME", "")
    return Path(config) if config else around.home / ".config"


def _local(around: Surroundings) -> Path:
    local = around.environment.get("LOCALAPPDATA", "")
    return Path(local) if local else around.home / "AppData" / "Local"


def _expanded(text: str, around: Surroundings) -> Path:
    return around.home / text[2:] if text.startswith(("~/", "~\\")) else Path(text)


class _Search:
    """Looks into one root after another; what stands in the way is collected, never raised."""

    def __init__(self) -> None:
        self.files: dict[tuple[int, int], LogFile] = {}
        self.folders: list[str] = []
        self.problems: list[Problem] = []

    def root(self, root: Path) -> Root:
        """Look into one root, of whatever kind, and say what was found there."""
        try:
            os.scandir(root).close()
        except (FileNotFoundError, NotADirectoryError):
            return Root(str(root), RootState.ABSENT)
        except OSError as error:
            return Root(str(root), RootState.FAILING, 0, error.strerror or "cannot be read")
        before = len(self.files)
        self._command_line(root)
        self._editor(root)
        self._lines_in(root / "traces", _VISUAL_STUDIO)
        return Root(str(root), RootState.FOUND, len(self.files) - before)

    def file(self, path: Path) -> Root:
        """Look at one file that was named."""
        before = len(self.files)
        self._admit(path)
        found = len(self.files) - before
        return Root(str(path), RootState.FOUND if path.exists() else RootState.ABSENT, found)

    def _command_line(self, root: Path) -> None:
        self._admit(root / _STORE)
        self._lines_in(root / "otel")
        journals = root / _JOURNALS
        if journals.is_dir():
            self.folders.append(str(journals))
        self._lines_in(journals)
        for session in self._inside(journals):
            if not session.name.endswith(".jsonl"):
                self._admit(Path(session.path) / "events.jsonl")

    def _editor(self, root: Path) -> None:
        shared = root / "globalStorage"
        self._admit(shared / "github.copilot-chat" / _TRACES)
        self._chats_in(shared / _LOOSE_CHATS)
        for window in self._inside(root / "workspaceStorage"):
            folder = Path(window.path)
            if not self._chats_in(folder / _CHATS):
                self._lines_in(folder / "GitHub.copilot-chat" / _TRANSCRIPTS)

    def _chats_in(self, folder: Path) -> int:
        """Take a folder's sessions; says how many there are."""
        chats = [Path(one.path) for one in self._inside(folder) if one.name.endswith((".json", ".jsonl"))]
        for chat in chats:
            self._admit(chat)
        return len(chats)

    def _lines_in(self, folder: Path, ending: str = ".jsonl") -> None:
        for one in self._inside(folder):
            if one.name.endswith(ending):
                self._admit(Path(one.path))

    def _inside(self, folder: Path) -> Iterator[os.DirEntry[str]]:
        """What a folder holds, by name; nothing for one that is not there."""
        try:
            with os.scandir(folder) as entries:
                yield from sorted(entries, key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            self._trouble(trouble_of(error), folder)

    def _admit(self, path: Path) -> None:
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode):
                return
            mark = mark_of_database(path) if path.suffix == ".db" else mark_of(found)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            self._trouble(_trouble_at(error), path)
            return
        known = self.files.get(mark[:2])
        if known is None or str(path) < known.path:
            self.files[mark[:2]] = LogFile(str(path), mark)

    def _trouble(self, kind: ProblemKind, path: Path) -> None:
        self.problems.append(Problem(READER_ID, kind, 1, place_of(str(path), None), str(path)))


def _trouble_at(error: OSError) -> ProblemKind:
    """A link that leads to itself is told apart."""
    return ProblemKind.LINK_CIRCLE if error.errno == errno.ELOOP else trouble_of(error)
