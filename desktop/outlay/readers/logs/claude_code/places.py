"""Where Claude Code keeps its logs, and what is there.

Places as listed in ../README.md; folders are walked to the bottom because workflow agents' logs lie deep.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from outlay.domain.problems import Problem, ProblemKind
from outlay.readers.interface import LogFile, Probe, Root, RootState, Surroundings
from outlay.readers.logs.lines import mark_of, place_of, trouble_of

READER_ID = "logs.claude_code"
VERSION = 5
_LOCAL_AGENTS = "local-agent-mode-sessions"
_PROJECTS = f".claude{os.sep}projects"
_LOCAL_AGENT_DEPTH = 8
_DEPTH = 40
_SKIPPED_FOLDERS = frozenset({"node_modules", ".git"})
_NOT_LOGS = frozenset({"journal.jsonl"})
_Identity = tuple[int, int]


def roots_of(around: Surroundings) -> list[Path]:
    """Every folder Claude Code may write to on this platform, then the owner's own."""
    roots = [*_config_roots(around), *_local_agent_roots(around)]
    for extra in around.extra_roots:
        inside = [
            folder for folder in (extra / "projects", extra / ".claude" / "projects") if folder.is_dir()
        ]
        roots.extend(inside or [extra])
    return list(dict.fromkeys(roots))


def look_around(around: Surroundings) -> Probe:
    """All roots with their logs; one file is listed once however many names it has."""
    search = _Search()
    roots = tuple(search.root(root) for root in roots_of(around))
    files = tuple(sorted(search.files.values()))
    found = [root.path for root in roots if root.state is RootState.FOUND]
    folders = dict.fromkeys([*found, *(file.path.rpartition(os.sep)[0] for file in files)])
    return Probe(roots, files, tuple(folders), tuple(search.problems))


def _config_roots(around: Surroundings) -> list[Path]:
    named = around.environment.get("CLAUDE_CONFIG_DIR", "")
    if named:
        return [_expanded(part.strip(), around) / "projects" for part in named.split(",") if part.strip()]
    return [around.home / ".claude" / "projects", _xdg(around) / "claude" / "projects"]


def _local_agent_roots(around: Surroundings) -> list[Path]:
    if around.platform == "darwin":
        return [around.home / "Library" / "Application Support" / "Claude" / _LOCAL_AGENTS]
    if around.platform != "win32":
        return [_xdg(around) / "Claude" / _LOCAL_AGENTS]
    roaming = around.environment.get("APPDATA") or str(around.home / "AppData" / "Roaming")
    local = around.environment.get("LOCALAPPDATA") or str(around.home / "AppData" / "Local")
    return [Path(roaming) / "Claude" / _LOCAL_AGENTS, *_packaged(Path(local) / "Packages")]


def _packaged(packages: Path) -> list[Path]:
    """Where Windows keeps the data of the desktop app when it came out of the store."""
    try:
        names = sorted(entry.name for entry in packages.iterdir())
    except OSError:
        return []
    ours = [name for name in names if name.startswith("Claude_") or ".Claude_" in name]
    return [packages / name / "LocalCache" / "Roaming" / "Claude" / _LOCAL_AGENTS for name in ours]


def _xdg(around: Surroundings) -> Path:
    named = around.environment.get("XDG_CONFIG_HOME", "")
    return Path(named) if named else around.home / ".config"


def _expanded(text: str, around: Surroundings) -> Path:
    return around.home / text[2:] if text.startswith(("~/", "~\\")) else Path(text)


class _Search:
    """Walks every folder once and collects logs by what they are on disk, not by name."""

    def __init__(self) -> None:
        self.files: dict[_Identity, LogFile] = {}
        self.problems: list[Problem] = []
        self._seen: set[_Identity] = set()

    def root(self, root: Path) -> Root:
        """Walk one root and say what was found there."""
        path = str(root)
        try:
            identity = _identity(root.stat())
            os.scandir(path).close()
        except FileNotFoundError:
            return Root(path, RootState.ABSENT)
        except OSError as error:
            return Root(path, RootState.FAILING, 0, error.strerror or "cannot be read")
        before = len(self.files)
        self._walk(path, identity, only_projects=_LOCAL_AGENTS in root.parts)
        return Root(path, RootState.FOUND, len(self.files) - before)

    def _walk(self, root: str, identity: _Identity, *, only_projects: bool) -> None:
        waiting: list[tuple[str, tuple[_Identity, ...]]] = [(root, (identity,))]
        depth = _LOCAL_AGENT_DEPTH if only_projects else _DEPTH
        while waiting:
            folder, above = waiting.pop()
            if above[-1] in self._seen:
                continue
            self._seen.add(above[-1])
            in_projects = not only_projects or _PROJECTS in folder
            for path, found in self._entries(folder):
                if stat.S_ISREG(found.st_mode) and in_projects:
                    self._admit(path, found)
                elif stat.S_ISDIR(found.st_mode) and len(above) <= depth:
                    self._descend(path, _identity(found), above, waiting)

    def _entries(self, folder: str) -> Iterator[tuple[str, os.stat_result]]:
        """What may matter in a folder: its folders, and the files named like logs."""
        try:
            with os.scandir(folder) as entries:
                listed = [entry for entry in entries if _may_matter(entry)]
        except OSError as error:
            self._count(trouble_of(error), folder)
            return
        for entry in listed:
            try:
                yield entry.path, os.stat(entry.path)  # noqa: PTH116 no Path for each of thousands
            except OSError as error:
                self._count(trouble_of(error), entry.path)

    def _admit(self, path: str, found: os.stat_result) -> None:
        identity = _identity(found)
        known = self.files.get(identity)
        if known is None or path < known.path:
            self.files[identity] = LogFile(path, mark_of(found))

    def _descend(
        self,
        path: str,
        identity: _Identity,
        above: tuple[_Identity, ...],
        waiting: list[tuple[str, tuple[_Identity, ...]]],
    ) -> None:
        if identity in above:
            self._count(ProblemKind.LINK_CIRCLE, path)
        else:
            waiting.append((path, (*above, identity)))

    def _count(self, kind: ProblemKind, path: str) -> None:
        self.problems.append(Problem(READER_ID, kind, 1, place_of(path, None), path))


def _may_matter(entry: os.DirEntry[str]) -> bool:
    if entry.name.endswith(".jsonl"):
        return entry.name not in _NOT_LOGS
    return entry.name not in _SKIPPED_FOLDERS and entry.is_dir()


def _identity(found: os.stat_result) -> _Identity:
    return found.st_dev, found.st_ino
