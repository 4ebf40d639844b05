"""The folder a window of VS Code has open, as `workspace.json` beside its chat sessions has it."""

from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from outlay.readers.logs.copilot.records import PATH_LENGTH
from outlay.readers.logs.loose import clean, decoded

_DRIVE: Final = 3


class Workspace(Struct, gc=False):
    """`workspace.json`: the folder a window has open."""

    folder: str | None = None


def folder_of(path: str) -> str | None:
    """The folder of the window a session belongs to, out of `workspace.json`; None where there is none."""
    try:
        raw = (Path(path).parent.parent / "workspace.json").read_bytes()
    except OSError:
        return None
    place = decoded(Workspace, raw)[0]
    try:
        parts = urlsplit(place.folder if place and place.folder else "")
    except ValueError:
        return None
    if parts.scheme != "file":
        return None
    folder = unquote(parts.path)
    is_windows = len(folder) >= _DRIVE and folder[0] == "/" and folder[2] == ":"
    return clean(folder[1:] if is_windows else folder, PATH_LENGTH)
