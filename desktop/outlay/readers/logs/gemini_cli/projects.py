"""Which folder a session was run in. Its file says only a hash of the path, so known folders are hashed until one fits.

Known folders: the registry of short names (`projects.json`), folders the owner trusted (`trustedFolders.json`), and the
mark the tool leaves beside the sessions (`.project_root`). Source: log-formats.md section 5, the tool's own source.
"""

import hashlib
import json
from pathlib import Path
from typing import Any, Final, NamedTuple

from outlay.readers.logs.gemini_cli.places import CHATS
from outlay.readers.logs.gemini_cli.records import PATH_LENGTH
from outlay.readers.logs.loose import clean

_LONGEST: Final = 4 << 20


class Project(NamedTuple):
    """What is known of the folder a session's file lies in.

    `name` is the short name or hash it is called by; `by_hash` holds every known folder; `named` is the folder the tool
    says belongs to it.
    """

    name: str
    by_hash: dict[str, str]
    named: str | None

    def folder(self, project_hash: str | None) -> str | None:
        """The session's folder; None when no known one fits."""
        found = self.by_hash.get(project_hash or "") or self.by_hash.get(self.name) or self.named
        return clean(found, PATH_LENGTH)


def project_of(path: str) -> Project:
    """Read what the tool keeps of the project whose session lies at `path`. What cannot be read is not known."""
    project = _project_folder(Path(path))
    home = project.parent.parent
    registry = _object(_object(_read_json(home / "projects.json")).get("projects"))
    trusted = _object(_read_json(home / "trustedFolders.json"))
    mark = _text(project / ".project_root").strip()
    slugs = {slug: folder for folder, slug in registry.items() if isinstance(slug, str)}
    by_hash = {hash_of(folder): folder for folder in (*registry, *trusted, *([mark] if mark else []))}
    return Project(project.name, by_hash, mark or slugs.get(project.name))


def hash_of(folder: str) -> str:
    """A folder's hash as the tool writes it."""
    return hashlib.sha256(folder.encode(errors="replace")).hexdigest()


def _project_folder(file: Path) -> Path:
    return next((above.parent for above in file.parents if above.name == CHATS), file.parent)


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _read_json(path: Path) -> Any:
    try:
        return json.loads(_text(path))
    except (ValueError, RecursionError):
        return None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST).decode(errors="replace")
    except OSError:
        return ""
