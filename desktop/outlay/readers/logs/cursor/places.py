"""Where Cursor keeps what Outlay reads, and what is there.

Two places: the editor's own folder (`User`, with a database for all windows and one for each) and `~/.cursor` with
agents' transcripts and the count of lines by commit. Source: log-formats.md sections 0.4 and 3.1.
"""

import os
import stat
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final

from outlay.domain.batches import FileMark
from outlay.domain.problems import Problem, ProblemKind
from outlay.readers.interface import LogFile, Probe, Root, RootState, Surroundings
from outlay.readers.logs.lines import mark_of, place_of, trouble_of
from outlay.system.other_databases import mark_of_database

READER_ID: Final = "logs.cursor"
TOOL: Final = "cursor"
VERSION: Final = 2
_TRANSCRIPTS: Final = "agent-transcripts"
_DEEPEST: Final = 8


class Kind(StrEnum):
    """What a file is, told by its name and folder."""

    CONVERSATIONS = "conversations"
    WINDOW = "window"
    COMMITS = "commits"
    TRANSCRIPT = "transcript"
    OLD_TRANSCRIPT = "old transcript"


def kind_of(path: str) -> Kind:
    """What a file found by `look_around` is."""
    file = Path(path)
    if file.name == "ai-code-tracking.db":
        return Kind.COMMITS
    if file.name == "state.vscdb":
        return Kind.CONVERSATIONS if file.parent.name == "globalStorage" else Kind.WINDOW
    return Kind.OLD_TRANSCRIPT if file.suffix == ".txt" else Kind.TRANSCRIPT


def roots_of(around: Surroundings) -> list[Path]:
    """Every folder Cursor may write to on this platform, then the owner's own."""
    named = around.environment.get("CURSOR_CONFIG_DIR", "")
    roots = [
        _user_folder(around),
        around.home / ".cursor-server" / "data" / "User",
        _expanded(named, around) if named else around.home / ".cursor",
    ]
    for extra in around.extra_roots:
        inside = [one for one in (extra / "User", extra / ".cursor") if one.is_dir()]
        roots.extend(inside or [extra])
    return list(dict.fromkeys(roots))


def look_around(around: Surroundings) -> Probe:
    """All roots with their files; one file is listed once however many names it has."""
    search = _Search()
    roots = tuple(search.root(root) for root in roots_of(around))
    files = tuple(search.chosen())
    folders = dict.fromkeys(str(Path(file.path).parent) for file in files)
    return Probe(roots, files, tuple(folders), tuple(search.problems))


def _user_folder(around: Surroundings) -> Path:
    if around.platform == "darwin":
        return around.home / "Library" / "Application Support" / "Cursor" / "User"
    if around.platform == "win32":
        roaming = around.environment.get("APPDATA", "")
        return (Path(roaming) if roaming else around.home / "AppData" / "Roaming") / "Cursor" / "User"
    config = around.environment.get("XDG_CONFIG_HOME", "")
    return (Path(config) if config else around.home / ".config") / "Cursor" / "User"


def _expanded(text: str, around: Surroundings) -> Path:
    return around.home / text[2:] if text.startswith(("~/", "~\\")) else Path(text)


class _Search:
    """Looks into one root after another; what stands in the way is collected, never raised."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._files: dict[tuple[int, int], LogFile] = {}
        self._transcripts: dict[tuple[str, ...], LogFile] = {}

    def root(self, root: Path) -> Root:
        """Look into one root and say what was found there."""
        try:
            os.scandir(root).close()
        except (FileNotFoundError, NotADirectoryError):
            return Root(str(root), RootState.ABSENT)
        except OSError as error:
            return Root(str(root), RootState.FAILING, 0, error.strerror or "cannot be read")
        before = self._count()
        for path in (root / "globalStorage" / "state.vscdb", root / "ai-tracking" / "ai-code-tracking.db"):
            self._admit_database(path)
        for window in self._inside(root / "workspaceStorage"):
            self._admit_database(Path(window.path) / "state.vscdb")
        for project in self._inside(root / "projects"):
            self._look_for_transcripts(Path(project.path) / _TRANSCRIPTS, ())
        return Root(str(root), RootState.FOUND, self._count() - before)

    def chosen(self) -> Iterator[LogFile]:
        """Databases, then of every conversation's transcripts the best form."""
        yield from sorted(self._files.values())
        yield from sorted(self._transcripts.values())

    def _count(self) -> int:
        return len(self._files) + len(self._transcripts)

    def _inside(self, folder: Path) -> list[os.DirEntry[str]]:
        """What a folder holds, by name; nothing for one that is not there."""
        try:
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            self._trouble(trouble_of(error), str(folder))
            return []

    def _look_for_transcripts(self, folder: Path, above: tuple[tuple[int, int], ...]) -> None:
        try:
            found = folder.stat()
        except OSError:
            return
        here = (found.st_dev, found.st_ino)
        if here in above or len(above) > _DEEPEST:
            self._trouble(ProblemKind.LINK_CIRCLE, str(folder))
            return
        for entry in self._inside(folder):
            try:
                if entry.is_dir():
                    self._look_for_transcripts(Path(entry.path), (*above, here))
                elif entry.name.endswith((".jsonl", ".txt")):
                    self._admit_transcript(entry.path, Path(entry.path).stat())
            except OSError as error:
                self._trouble(trouble_of(error), entry.path)

    def _admit_transcript(self, path: str, found: os.stat_result) -> None:
        """Of one conversation the newer form goes before the older one, and the larger file before the smaller."""
        if not stat.S_ISREG(found.st_mode):
            return
        parts = Path(path).parts
        top = len(parts) - parts[::-1].index(_TRANSCRIPTS)
        owner = parts[-3] if parts[-2] == "subagents" else ""
        file = LogFile(path, mark_of(found))
        key = (*parts[:top], owner, Path(path).stem)
        known = self._transcripts.get(key)
        if known is None or _rank(file) > _rank(known):
            self._transcripts[key] = file

    def _admit_database(self, path: Path) -> None:
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                return
            mark: FileMark = mark_of_database(path)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            self._trouble(trouble_of(error), str(path))
            return
        known = self._files.get(mark[:2])
        if known is None or str(path) < known.path:
            self._files[mark[:2]] = LogFile(str(path), mark)

    def _trouble(self, kind: ProblemKind, path: str) -> None:
        self.problems.append(Problem(READER_ID, kind, 1, place_of(path, None), path))


def _rank(file: LogFile) -> tuple[bool, int, str]:
    return (file.path.endswith(".jsonl"), file.mark.size, file.path)
