"""Where the files that ship with the program are: the source tree's `resources`, or the package's own."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_path(name: str) -> Path:
    """The path of a shipped file, `look/tokens.json` or `fonts/OFL.txt`; a missing one raises FileNotFoundError."""
    for root in (_PACKAGE / "resources", _PACKAGE.parent.parent / "resources"):
        if (root / name).exists():
            return root / name
    raise FileNotFoundError(name)
