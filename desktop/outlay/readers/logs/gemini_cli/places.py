"""Where Gemini CLI keeps its sessions, and what is there.

`<home>/.gemini/tmp/<project>/chats/`: sessions of the owner lie there by name, those of subagents one folder deeper.
Source: log-formats.md section 5.
"""

import os
import re
import stat
from pathlib import Path
from typing import Final

from outlay.domain.problems import Problem, ProblemKind
from outlay.readers.interface import LogFile, Probe, Root, RootState, Surroundings
from outlay.readers.logs.lines import mark_of, place_of, trouble_of

READER_ID: Final = "logs.gemini_cli"
TOOL: Final = "gemini_cli"
VERSION: Final = 2
CHATS: Final = "chats"
_SESSION: Final = re.compile(r"session-.*\.jsonl?\Z", re.DOTALL)
_DEEPEST: Final = 4
_Identity = tuple[int, int]


def roots_of(around: Surroundings) -> list[Path]:
    """Every folder of projects on this machine, then the owner's own."""
    named = around.environment.get("GEMINI_CLI_HOME", "")
    roots = [(_expanded(named, around) if named else around.home) / ".gemini" / "tmp"]
    for extra in around.extra_roots:
        inside = [one for one in (extra / ".gemini" / "tmp", extra / "tmp") if one.is_dir()]
        roots.extend(inside or [extra])
    return list(dict.fromkeys(roots))


def look_around(around: Surroundings) -> Probe:
    """All roots with their sessions; one file is listed once however many names it has."""
    search = _Search()
    roots = tuple(search.root(root) for root in roots_of(around))
    files = tuple(sorted(search.files.values()))
    found = [root.path for root in roots if root.state is RootState.FOUND]
    folders = dict.fromkeys([*found, *(str(Path(file.path).parent) for file in files)])
    return Probe(roots, files, tuple(folders), tuple(search.problems))


def parent_in(path: str) -> str:
    """The session a subagent's file belongs to: the folder it lies in. Empty for any other file."""
    above = Path(path).parent
    return "" if above.name == CHATS or CHATS not in above.parts else above.name


def _expanded(text: str, around: Surroundings) -> Path:
    return around.home / text[2:] if text.startswith(("~/", "~\\")) else Path(text)


class _Search:
    """Looks into one root after another; what stands in the way is collected, never raised."""

    def __init__(self) -> None:
        self.files: dict[_Identity, LogFile] = {}
        self.problems: list[Problem] = []

    def root(self, root: Path) -> Root:
        """Look into one root and say what was found there."""
        before = len(self.files)
        try:
            with os.scandir(root) as entries:
                projects = sorted(entry.path for entry in entries)
        except (FileNotFoundError, NotADirectoryError):
            return Root(str(root), RootState.ABSENT)
        except OSError as error:
            return Root(str(root), RootState.FAILING, 0, error.strerror or "cannot be read")
        for project in projects:
            self._look_into(Path(project) / CHATS, ())
        return Root(str(root), RootState.FOUND, len(self.files) - before)

    def _look_into(self, folder: Path, above: tuple[_Identity, ...]) -> None:
        try:
            found = folder.stat()
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            self._trouble(trouble_of(error), str(folder))
            return
        here = (found.st_dev, found.st_ino)
        if here in above or len(above) > _DEEPEST:
            self._trouble(ProblemKind.LINK_CIRCLE, str(folder))
            return
        for entry in inside:
            self._meet(entry, (*above, here))

    def _meet(self, entry: os.DirEntry[str], above: tuple[_Identity, ...]) -> None:
        wanted = _SESSION.match(entry.name) or (len(above) > 1 and entry.name.endswith(".jsonl"))
        try:
            if wanted:
                self._admit(entry.path, Path(entry.path).stat())
            elif entry.is_dir():
                self._look_into(Path(entry.path), above)
        except OSError as error:
            self._trouble(trouble_of(error), entry.path)

    def _admit(self, path: str, found: os.stat_result) -> None:
        if not stat.S_ISREG(found.st_mode):
            return
        known = self.files.get((found.st_dev, found.st_ino))
        if known is None or path < known.path:
            self.files[found.st_dev, found.st_ino] = LogFile(path, mark_of(found))

    def _trouble(self, kind: ProblemKind, path: str) -> None:
        self.problems.append(Problem(READER_ID, kind, 1, place_of(path, None), path))
