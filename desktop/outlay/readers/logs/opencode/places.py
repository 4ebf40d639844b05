"""Where OpenCode keeps its sessions: databases, and the tree of JSON files of older versions.

`~/.local/share/opencode` on every system, or below `$XDG_DATA_HOME`, or `$OPENCODE_DATA_DIR`. `opencode-*.db` are those
of other channels. A session of the tree is one file here: the folder of its messages.
"""

import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from outlay.domain.batches import FileMark
from outlay.domain.problems import Problem
from outlay.readers.interface import LogFile, Probe, Root, RootState, Surroundings
from outlay.readers.logs.lines import mark_of, place_of, trouble_of
from outlay.system.other_databases import mark_of_database

READER_ID: Final = "logs.opencode"
TOOL: Final = "opencode"
VERSION: Final = 2
_DATABASE: Final = re.compile(r"opencode(?:-.+)?\.db\Z")
_MESSAGES: Final = ("storage", "message")
_BELOW: Final = ("", "opencode", "share/opencode", ".local/share/opencode")
_SESSION: Final = re.compile(r"ses_[\w-]+\Z")


def look_around(around: Surroundings) -> Probe:
    """All data folders with their databases and the sessions of their trees, each once."""
    search = _Search()
    roots = tuple(search.root(root) for root in _roots(around))
    files = tuple(search.files.values())
    return Probe(roots, files, tuple(dict.fromkeys(search.folders)), tuple(search.problems))


def is_database(path: str) -> bool:
    """Whether a file is a database; else it is a session of the tree."""
    return _DATABASE.match(Path(path).name) is not None


def databases_beside(session: str, probe: Probe) -> list[str]:
    """The databases of the data folder a tree's session lies in."""
    root = Path(session).parents[2]
    return [file.path for file in probe.files if is_database(file.path) and Path(file.path).parent == root]


MarkAt = Callable[[Path], FileMark]


def _roots(around: Surroundings) -> list[Path]:
    named = around.environment.get("OPENCODE_DATA_DIR", "")
    share = around.environment.get("XDG_DATA_HOME", "")
    usual = (Path(share) if share else around.home / ".local" / "share") / "opencode"
    roots = [Path(named) if named else usual]
    for extra in around.extra_roots:
        below = [folder for folder in (extra / part for part in _BELOW) if _looks_like_data(folder)]
        roots += below or [extra]
    return list(dict.fromkeys(roots))


def _looks_like_data(folder: Path) -> bool:
    try:
        return folder.joinpath(*_MESSAGES).is_dir() or any(map(is_database, os.listdir(folder)))  # noqa: PTH208
    except OSError:
        return False


def mark_of_folder(folder: Path) -> FileMark:
    """A session's folder alone."""
    return mark_of(folder.stat())


def mark_of_session(folder: Path) -> FileMark:
    """A session's folder with its messages: together their sizes, and when the latest of them was written."""
    own = folder.stat()
    found = [message for _, message in messages_in(folder)]
    newest = max((message.st_mtime_ns for message in found), default=own.st_mtime_ns)
    return FileMark(own.st_dev, own.st_ino, sum(message.st_size for message in found), newest)


def messages_in(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Names of the messages in a session's folder, without their ending, with what the system says of them."""
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if entry.name.endswith(".json"))
    for name in names:
        found = (folder / name).stat()
        if stat.S_ISREG(found.st_mode):
            yield name.removesuffix(".json"), found


class _Search:
    """One look through the data folders; what stands in the way is collected, never raised."""

    def __init__(self) -> None:
        self.files: dict[tuple[int, int], LogFile] = {}
        self.folders: list[str] = []
        self.problems: list[Problem] = []

    def root(self, root: Path) -> Root:
        """Look at one data folder and say what was found there."""
        before = len(self.files)
        try:
            names = sorted(os.listdir(root))  # noqa: PTH208 names alone are wanted
        except (FileNotFoundError, NotADirectoryError):
            return Root(str(root), RootState.ABSENT)
        except OSError as error:
            return Root(str(root), RootState.FAILING, 0, error.strerror or "cannot be read")
        databases = [root / name for name in names if is_database(name)]
        for path in databases:
            self._admit(path, mark_of_database)
        self.folders.append(str(root))
        self._tree(root.joinpath(*_MESSAGES), is_closed=bool(databases))
        return Root(str(root), RootState.FOUND, len(self.files) - before)

    def _tree(self, tree: Path, *, is_closed: bool) -> None:
        """Sessions of the tree. With a database beside it no version writes there: folders alone are looked at."""
        try:
            with os.scandir(tree) as entries:
                sessions = sorted(
                    entry.path for entry in entries if _SESSION.match(entry.name) and entry.is_dir()
                )
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            self._count(tree, error)
            return
        for session in sessions:
            self._admit(Path(session), mark_of_folder if is_closed else mark_of_session)
        if not is_closed:
            self.folders += [str(tree), *sessions]

    def _admit(self, path: Path, mark_at: MarkAt) -> None:
        try:
            mark = mark_at(path)
            if path.suffix == ".db" and not stat.S_ISREG(path.stat().st_mode):
                return
        except OSError as error:
            self._count(path, error)
            return
        self.files.setdefault((mark.device, mark.inode), LogFile(str(path), mark))

    def _count(self, path: Path, error: OSError) -> None:
        self.problems.append(Problem(READER_ID, trouble_of(error), 1, place_of(str(path), None), str(path)))
