"""Whether anything moved in a repository since the last look, seen from its files without starting git.

Git writes references, HEADs and its config by renaming a new file into place, so that a change of any of them
shows in inode, size or time. A commit always moves one of them.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from outlay.readers.git.place import Place

_FILES = ("HEAD", "config", "packed-refs", "FETCH_HEAD", "shallow")
_OF_WORKTREES = ("HEAD", "gitdir", "FETCH_HEAD")


def state_of(place: Place) -> str:
    """A short stand-in for where all references, HEADs and worktrees of a repository stand."""
    return _state(_telling_files(Path(place.common)), _owners(place))


def config_state_of(place: Place, environment: Mapping[str, str]) -> str:
    """A short stand-in for the config files git looks at in a repository: its own, the owner's, the system's."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or "/")
    folder = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    files = (
        Path(place.common, "config"),
        Path(place.git_folder, "config.worktree"),
        home / ".gitconfig",
        folder / "git" / "config",
        Path("/etc/gitconfig"),
    )
    return _state(files, b"")


def _state(files: Iterable[Path], besides: bytes) -> str:
    seen = blake2b(besides, digest_size=12)
    for path in files:
        try:
            found = path.stat()
        except OSError:
            continue
        seen.update(
            f"{path}\0{found.st_ino}\0{found.st_size}\0{found.st_mtime_ns}\n".encode("utf-8", "replace")
        )
    return seen.hexdigest()


def _owners(place: Place) -> bytes:
    """Whom the folders belong to: git is to be asked again when that changes."""
    return repr([Path(folder).stat().st_uid for folder in place]).encode()


def _telling_files(common: Path) -> Iterator[Path]:
    yield from (common / name for name in _FILES)
    yield from (
        common / "worktrees" / name / file for name in _names(common / "worktrees") for file in _OF_WORKTREES
    )
    for folder in ("refs", "reftable"):
        for inside, folders, files in os.walk(common / folder):
            folders.sort()
            yield from (Path(inside, name) for name in sorted(files))


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names are enough
    except OSError:
        return []
