"""Where Codex keeps its rollouts, and which of two copies of one is read.

Source: log-formats.md section 2.1. A plain file wins over a compressed one, an active one over an archived one.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG

from outlay.domain.problems import Problem, ProblemKind
from outlay.readers.interface import LogFile, Probe, Root, RootState, Surroundings
from outlay.readers.logs.lines import mark_of, place_of, trouble_of

READER_ID = "logs.codex"
VERSION = 3
_NAME = re.compile(r"rollout-.+\.jsonl(\.zst)?\Z")
_THREAD = re.compile(
    r"-([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:_[^/\\]*)?\.jsonl(?:\.zst)?\Z"
)
_DEEPEST = 64
_ARCHIVE = "archived_sessions"


def probed(around: Surroundings, source: str) -> Probe:
    """Every rollout of this machine, each once."""
    search = _Search(source)
    roots = [search.root(path) for path in _roots(around)]
    return Probe(tuple(roots), search.chosen(), tuple(search.folders), tuple(search.problems))


def thread_in_name(path: str) -> str:
    """The thread id in a rollout's name; empty when there is none."""
    match = _THREAD.search(path)
    return match[1] if match else ""


def _roots(around: Surroundings) -> Iterator[Path]:
    home = around.environment.get("CODEX_HOME")
    codex = Path(home) if home else around.home / ".codex"
    yield codex / "sessions"
    yield codex / _ARCHIVE
    yield from around.extra_roots


class _Search:
    """One look through the folders; what stands in the way is collected, never raised."""

    def __init__(self, source: str) -> None:
        self.folders: list[str] = []
        self.problems: list[Problem] = []
        self._source = source
        self._seen: set[tuple[int, int]] = set()
        self._name_by_identity: dict[tuple[int, int], str] = {}
        self._by_name: dict[str, LogFile] = {}

    def root(self, path: Path) -> Root:
        before = len(self._by_name)
        try:
            self._look_into(str(path), ())
        except (FileNotFoundError, NotADirectoryError):
            return Root(str(path), RootState.ABSENT)
        except OSError as error:
            self._count(trouble_of(error), str(path))
            return Root(str(path), RootState.FAILING, 0, error.strerror or "")
        return Root(str(path), RootState.FOUND, len(self._by_name) - before)

    def chosen(self) -> tuple[LogFile, ...]:
        return tuple(self._by_name.values())

    def _look_into(self, folder: str, above: tuple[tuple[int, int], ...]) -> None:
        identity = _identity(folder)
        if identity in above or len(above) > _DEEPEST:
            self._count(ProblemKind.LINK_CIRCLE, folder)
        if identity in self._seen or len(above) > _DEEPEST:
            return
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: (entry.name == _ARCHIVE, entry.name))
        self._seen.add(identity)
        self.folders.append(folder)
        for entry in found:
            self._meet(entry, (*above, identity))

    def _meet(self, entry: os.DirEntry[str], above: tuple[tuple[int, int], ...]) -> None:
        try:
            if entry.is_dir():
                self._look_into(entry.path, above)
            elif _NAME.match(entry.name):
                self._admit(entry.path, os.stat(entry.path))  # noqa: PTH116
        except OSError as error:
            self._count(trouble_of(error), entry.path)

    def _admit(self, path: str, state: os.stat_result) -> None:
        if not S_ISREG(state.st_mode):
            return
        file = LogFile(path, mark_of(state))
        name = os.path.basename(path).removesuffix(".zst")  # noqa: PTH119 quicker
        known = self._by_name.get(name)
        if self._name_by_identity.setdefault((file.mark.device, file.mark.inode), name) != name:
            return
        if known is None or (known.path.endswith(".zst") and not file.path.endswith(".zst")):
            self._by_name[name] = file

    def _count(self, kind: ProblemKind, path: str) -> None:
        self.problems.append(Problem(self._source, kind, 1, place_of(path, None), path))


def _identity(folder: str) -> tuple[int, int]:
    state = os.stat(folder)  # noqa: PTH116
    return (state.st_dev, state.st_ino)
