"""Which repository a folder belongs to, and what a folder is called as a project."""

import re
from collections.abc import Mapping

_WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\")


def project_of(folder: str | None, roots: Mapping[str, str]) -> str | None:
    """A folder's project: the repository's name inside a known one, else the folder itself."""
    return repository_of(folder, roots) or folder


def repository_of(folder: str | None, roots: Mapping[str, str], *, ignore_case: bool = False) -> str | None:
    """The repository whose worktree root is the longest that contains a folder; None when none does.

    Args:
        folder: an absolute folder, as a log names it; None for none.
        roots: worktree roots, each with its repository.
        ignore_case: True where the file system does not tell case apart (macOS, Windows).
    """
    folded = {_folded(root, ignore_case=ignore_case): repository for root, repository in roots.items()}
    place = _folded(folder or "", ignore_case=ignore_case)
    while place:
        if place in folded:
            return folded[place]
        place = place.rpartition("/")[0]
    return None


def _folded(path: str, *, ignore_case: bool) -> str:
    slashed = path.replace("\\", "/") if _WINDOWS_PATH.match(path) else path
    trimmed = slashed.rstrip("/")
    return trimmed.casefold() if ignore_case else trimmed
