"""Where in which repository a file lies that an agent edited, also when the worktree is long gone.

Source: attribution.md section 3.2, step 1: the longest known worktree root, else the first suffix of the path that
ever existed in a repository; what one file teaches of its checkout's root holds for the others in it.
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple


class Spot(NamedTuple):
    """A file's or folder's place: the repository, the checkout's root and the path inside it."""

    place: str
    root: str
    path: str


class Checkouts:
    """Finds the spot of paths; learns the roots of checkouts nobody told it of."""

    def __init__(self, roots: Mapping[str, str], paths: Mapping[str, frozenset[str]]) -> None:
        """`roots`: root folder → place. `paths`: a path inside a repository → the places in which it ever was."""
        self._roots = dict(roots)
        self._paths = paths

    def learn(self, edited: Iterable[str]) -> None:
        """Take the roots of unknown checkouts from paths that were edited in them."""
        for path in edited:
            if self._under_root(path) is None and (spot := self._by_suffix(path)) is not None:
                self._roots[spot.root] = spot.place

    def spot_of(self, path: str) -> Spot | None:
        """Where a file or folder lies; None outside of every repository."""
        return self._under_root(path)

    def _under_root(self, path: str) -> Spot | None:
        """By the longest root above the path."""
        if path in self._roots:
            return Spot(self._roots[path], path, "")
        for parent in PurePosixPath(path).parents:
            root = str(parent)
            if root in self._roots:
                return Spot(self._roots[root], root, path[len(root.rstrip("/")) + 1 :])
        return None

    def _by_suffix(self, path: str) -> Spot | None:
        parts = path.split("/")
        for start in range(2, len(parts)):
            suffix = "/".join(parts[start:])
            places = self._paths.get(suffix, frozenset())
            named = [one for one in places if _speaks_of(parts[:start], one)]
            if named or (len(places) == 1 and "/" in suffix):
                return Spot(min(named or places), "/".join(parts[:start]), suffix)
        return None


def _speaks_of(folders: Iterable[str], place: str) -> bool:
    """Whether a folder above carries the repository's name, alone or with more behind it."""
    name = place.rsplit("/", 1)[-1]
    return any(folder.lower().startswith(name) for folder in folders)
