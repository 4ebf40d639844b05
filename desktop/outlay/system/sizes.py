"""How much room files take."""

import os
from pathlib import Path


def size_of(path: Path) -> int:
    """Bytes of a file, or of everything in a folder and its folders; 0 for what is not there or cannot be read."""
    try:
        if not path.is_dir():
            return path.stat().st_size
        with os.scandir(path) as found:
            return sum(size_of(Path(one.path)) for one in found if not one.is_symlink())
    except OSError:
        return 0
