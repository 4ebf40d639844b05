"""Where a repository lies on disk, found without starting git (gitrepository-layout(5))."""

import os
from pathlib import Path
from typing import NamedTuple

_UNDER_WAY = (
    "rebase-merge",
    "rebase-apply",
    "MERGE_HEAD",
    "CHERRY_PICK_HEAD",
    "REVERT_HEAD",
    "BISECT_LOG",
)


class Place(NamedTuple):
    """One repository. `top` is the folder looked from: a worktree's root, or the git directory of a bare one.

    `git_folder` belongs to that worktree, `common` to all of them; both are real paths.
    """

    top: str
    git_folder: str
    common: str

    @property
    def bare(self) -> bool:
        """Whether `top` has no files checked out."""
        return self.top == self.common


def place_of(folder: str) -> Place | None:
    """The repository a folder lies in, walking up as git does; None when there is none.

    Raises:
        OSError: the folder cannot be looked at.
    """
    top = Path(os.path.abspath(folder))  # noqa: PTH100 - as named, without `..`, links left standing
    found = (place_at(str(place)) for place in (top, *top.parents))
    return next((place for place in found if place is not None), None)


def place_at(top: str) -> Place | None:
    """The repository whose worktree root, or bare git directory, is exactly this folder."""
    link = Path(top, ".git")
    if link.is_dir():
        return _place(top, link)
    if link.is_file():
        return _place(top, link.parent / _first_line(link).removeprefix("gitdir:").strip())
    if _is_git_folder(Path(top)):
        return _place(os.path.realpath(top), Path(top))
    return None


def main_top(place: Place) -> str:
    """The root of the main worktree; the git directory when a bare repository holds it all."""
    common = Path(place.common)
    if place.git_folder == place.common:
        return place.top
    return str(common.parent if common.name == ".git" else common)


def worktrees_of(place: Place) -> tuple[str, ...]:
    """Roots of all worktrees git knows, the main one first; also of those whose folder is gone."""
    roots = [] if place.bare else [main_top(place), place.top]
    for entry in sorted(Path(place.common, "worktrees").glob("*/gitdir")):
        told = _first_line(entry)
        if told:
            roots.append(str(Path(os.path.normpath(entry.parent / told)).parent))
    return tuple(root for root in dict.fromkeys(roots) if root != place.common)


def checked_out_branch(place: Place) -> str | None:
    """The branch of the main worktree; None when HEAD is detached."""
    told = _first_line(Path(place.common, "HEAD"))
    return told.removeprefix("ref: refs/heads/") if told.startswith("ref: refs/heads/") else None


def is_under_way(place: Place) -> bool:
    """Whether a rebase, merge, pick, revert or bisect has begun and not ended."""
    return any(Path(place.git_folder, name).exists() for name in _UNDER_WAY)


def cut_at(place: Place) -> bytes:
    """The commits at which a shallow clone's history is cut, as git keeps them; empty when it is whole."""
    try:
        return Path(place.common, "shallow").read_bytes()
    except OSError:
        return b""


def name_of(place: Place) -> str:
    """The name of the main folder; of the one around it when it is hidden, as with worktrees beside `.bare`."""
    main = Path(main_top(place))
    name = main.name.removesuffix(".git")
    return main.parent.name if not name or name.startswith(".") else name


def _place(top: str, git_folder: Path) -> Place | None:
    real = git_folder.resolve()
    told = _first_line(real / "commondir")
    common = (real / told).resolve() if told else real
    return Place(top, str(real), str(common)) if _is_git_folder(common) else None


def _is_git_folder(inside: Path) -> bool:
    return (inside / "HEAD").is_file() and (inside / "objects").is_dir() and (inside / "refs").exists()


def _first_line(path: Path) -> str:
    try:
        return path.read_text("utf-8", "surrogateescape").partition("\n")[0].strip()
    except OSError:
        return ""
