"""Which repository a folder belongs to, and what a folder is called as a project."""

from collections.abc import Mapping
from pathlib import PurePosixPath, PureWindowsPath


def root_of(folder: str, roots: Mapping[str, str]) -> str | None:
    """The longest root that contains a folder, whole path segments only; None when none does."""
    for ancestor in _with_parents(folder):
        if ancestor in roots:
            return ancestor
    return None


def repository_of(folder: str | None, roots: Mapping[str, str]) -> str | None:
    """The repository's name for a folder; None outside every known repository."""
    root = root_of(folder, roots) if folder else None
    return None if root is None else roots[root]


def project_of(folder: str | None, roots: Mapping[str, str]) -> str | None:
    """A folder's project: the repository's name inside a known one, else the folder itself."""
    return repository_of(folder, roots) or folder


def _with_parents(folder: str) -> list[str]:
    windows = "\\" in folder and not folder.startswith("/")
    path = PureWindowsPath(folder) if windows else PurePosixPath(folder)
    return [str(path), *(str(parent) for parent in path.parents)]
