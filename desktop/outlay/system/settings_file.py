"""Reads and writes settings.toml, keeping what this version does not know."""

import os
from pathlib import Path
from typing import Any

from outlay.errors import OutlayError, WrongCallError
from outlay.settings import CHOICES, NAMES, SWITCHES, Settings, is_fitting, settings_from


def read_settings(path: Path) -> Settings:
    """The settings in a file; defaults for what is missing or cannot be used.

    Raises OutlayError for a file that cannot be read at all.
    """
    return settings_from(_read(path))


def write_setting(path: Path, name: str, value: Any) -> None:
    """Change one setting, None for its default; the file is replaced whole and readable by the owner alone.

    Raises WrongCallError for a setting there is not and for a value it cannot have: nothing is written then.
    """
    import tomli_w  # noqa: PLC0415  only needed to write

    _check(name, value)
    values = {key: kept for key, kept in _read(path).items() if key != name}
    if value is not None:
        values[name] = list(value) if isinstance(value, tuple) else value
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        tomli_w.dump(values, file)
    fresh.replace(path)


def remove_settings(path: Path) -> tuple[str, ...]:
    """Remove the file, and its folder when that is empty then; the paths that are gone."""
    gone = []
    for file in (path, path.with_suffix(".new")):
        if file.exists():
            file.unlink()
            gone.append(str(file))
    if gone and not any(path.parent.iterdir()):
        path.parent.rmdir()
    return tuple(gone)


def _check(name: str, value: Any) -> None:
    if name not in NAMES:
        raise WrongCallError(f"There is no setting {name[:60]}.", f"Settings are {', '.join(NAMES)}.")
    if value is None or is_fitting(name, value):
        return
    raise WrongCallError(f"The setting {name} cannot be {str(value)[:60]}.", _advice(name))


def _advice(name: str) -> str:
    if name in CHOICES:
        return (
            f"Use one of: {', '.join(CHOICES[name])}."
            if len(CHOICES[name]) > 1
            else f"Use {CHOICES[name][0]}."
        )
    if name in SWITCHES:
        return "Use on or off."
    others = {
        "zone": "Name one such as Europe/Berlin.",
        "shipped_view": "Its page writes it by itself.",
        "review_reminder": "Write a weekday and a time such as friday 16:00.",
        "github_client_id": "Write the client id as GitHub shows it.",
    }
    return others.get(name, "Name folders.")


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
