"""The files most likely to be written next: the newest in the folders worth watching."""

import os
from collections.abc import Iterable
from heapq import nlargest

MOST_FILES = 48


def hot_files(folders: Iterable[str], most: int = MOST_FILES) -> tuple[str, ...]:
    """Paths of the newest plain files directly in the folders, newest first; what cannot be listed is left out."""
    dated = (found for folder in folders for found in _dated(folder))
    return tuple(path for _, path in nlargest(most, dated))


def _dated(folder: str) -> list[tuple[int, str]]:
    try:
        with os.scandir(folder) as entries:
            return [(entry.stat().st_mtime_ns, entry.path) for entry in entries if entry.is_file()]
    except OSError:
        return []
