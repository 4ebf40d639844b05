"""Reads and writes settings.toml, keeping what this version does not know."""

import os
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from outlay.errors import OutlayError
from outlay.settings import Settings

_KINDS = {"log_folders": list, "zone": str, "theme": str, "tray_text": str, "paused": bool}


def read_settings(path: Path) -> Settings:
    """The settings in a file; defaults for what is missing. Raises OutlayError for a file that cannot be read."""
    known = {field.name for field in fields(Settings)}
    values = {name: value for name, value in _read(path).items() if name in known}
    for name, value in values.items():
        if not isinstance(value, _KINDS[name]):
            title = f"The setting {name} in {path.name} has the wrong type."
            raise OutlayError(title, "Mend or remove that line.")
    if "log_folders" in values:
        values["log_folders"] = tuple(str(folder) for folder in values["log_folders"])
    return replace(Settings(), **values)


def write_setting(path: Path, name: str, value: Any) -> None:
    """Change one setting; the file is replaced whole and readable by the owner alone."""
    import tomli_w  # noqa: PLC0415  only needed to write

    values = _read(path) | {name: list(value) if isinstance(value, tuple) else value}
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        tomli_w.dump(values, file)
    fresh.replace(path)


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        import tomllib  # noqa: PLC0415  most have no settings file

        return tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        title = f"The settings file {path.name} cannot be read."
        raise OutlayError(title, "Mend or remove it; defaults are used without it.") from error
