"""References as files hold them: whether anything beside the default branch moved, without starting git.

Source: gitrepository-layout(5), `refs` and `packed-refs`. A repository that keeps them in tables (reftable) has neither;
there the tables' files stand for all of them.
"""

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_BESIDE = ("tags", "notes", "bisect", "rewritten", "entire")


class References(NamedTuple):
    """The references of a repository, by the folder that holds them and what `packed-refs` says."""

    common: Path
    packed: bytes

    def has(self, name: str) -> bool:
        """Whether a reference exists."""
        return self.tip_of(name) is not None

    def tip_of(self, name: str) -> str | None:
        """Where a reference stands; None when there is none."""
        try:
            return (self.common / name).read_bytes()[:64].strip().decode("ascii", "replace")
        except OSError:
            end = self.packed.find(f" {name}\n".encode())
            start = self.packed.rfind(b"\n", 0, max(end, 0)) + 1
            return self.packed[start:end].decode("ascii", "replace") if end > 0 else None

    def state_of(self, folder: str, *, without: frozenset[str] = frozenset()) -> str:
        """A short stand-in for where references under a folder stand, but for the ones of some names.

        Names are without `refs/heads/` and the remote's part. What tools keep beside the work is left out.
        """
        seen = blake2b(self.packed, digest_size=8)
        for path in (*self._files(folder), *self._files("reftable")):
            if path.name not in {"HEAD", "FETCH_HEAD"} and not _is_named(path, self.common, without):
                seen.update(_stamp(path))
        return seen.hexdigest()

    def _files(self, folder: str) -> Iterator[Path]:
        top = str(self.common / folder)
        for inside, folders, files in os.walk(top):
            folders.sort()
            if folder == "refs" and inside == top:
                folders[:] = [name for name in folders if name not in _BESIDE]
                continue
            yield from (Path(inside, name) for name in sorted(files))


def references_of(common: str) -> References:
    """The references of the repository with this common git directory."""
    folder = Path(common)
    try:
        return References(folder, (folder / "packed-refs").read_bytes())
    except OSError:
        return References(folder, b"")


def _is_named(path: Path, common: Path, names: frozenset[str]) -> bool:
    """Whether a file is a branch of one of the names, here or at a remote."""
    parts = path.relative_to(common).parts
    short = "/".join(parts[2:] if parts[1:2] == ("heads",) else parts[3:])
    return short in names


def _stamp(path: Path) -> bytes:
    try:
        found = path.stat()
    except OSError:
        return b""
    return f"{path}\0{found.st_ino}\0{found.st_mtime_ns}\n".encode("utf-8", "replace")
