"""From the folders that logs name to repositories, without starting git."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePath

from outlay.readers.git.place import Place, main_top, place_at


def propose_repositories(folders: Iterable[str]) -> tuple[str, ...]:
    """Top folders of the repositories that existing folders lie in, worktrees folded into their main one.

    In the order in which the folders first name them. Folders that are gone, relative or of another platform or
    machine are passed over.
    """
    tops: dict[str, str | None] = {"": None}
    found = [_top_above(folder, tops) for folder in dict.fromkeys(folders) if _is_here(folder)]
    return tuple(dict.fromkeys(top for top in found if top))


def _is_here(folder: str) -> bool:
    """Whether a path means a folder of this machine: network shares are never touched."""
    if not PurePath(folder).is_absolute() or folder.startswith(("\\\\", "//")) or "\0" in folder:
        return False
    return _is_folder(folder)


def _top_above(folder: str, tops: dict[str, str | None]) -> str | None:
    """The repository's top over a folder; `tops` remembers every folder walked through."""
    walked = []
    place = str(Path(folder))
    while place not in tops:
        walked.append(place)
        here = _looked_at(place)
        if here is not None:
            tops[place] = _existing(main_top(here), place)
            break
        parent = str(Path(place).parent)
        if parent == place:
            tops[place] = None
            break
        place = parent
    top = tops[place]
    tops.update(dict.fromkeys(walked, top))
    return top


def _looked_at(folder: str) -> Place | None:
    try:
        return place_at(folder)
    except OSError:
        return None


def _existing(main: str, worktree: str) -> str:
    return main if _is_folder(main) else worktree


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - unlike Path.is_dir it never raises
