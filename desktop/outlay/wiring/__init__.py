"""Builds the App from real parts; the only room that names them all.

The heavy parts stand in machinery.py and are imported when first needed: the tray process, which only looks,
never loads them.
"""

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from outlay.app import App
from outlay.domain.moments import UtcMillis
from outlay.system.folders import check_private, data_folder, settings_folder
from outlay.system.settings_file import read_settings, write_setting
from outlay.system.zones import zone_of
from outlay.use_cases.machinery import Machinery

DATABASE = "outlay.sqlite"
SETTINGS = "settings.toml"
LEADS_ELSEWHERE = (
    "CLAUDE_CONFIG_DIR",
    "CODEX_HOME",
    "GEMINI_CLI_HOME",
    "OPENCODE_DATA_DIR",
    "CURSOR_CONFIG_DIR",
    "COPILOT_HOME",
    "COPILOT_OTEL_FILE_EXPORTER_PATH",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
)
"""Variables by which tools keep their logs outside the home; the sample's home is not to be left."""

SAMPLE_MARK = "outlay-sample.json"
BEFORE_SAMPLE = "OUTLAY_BEFORE_SAMPLE"
"""Holds what the sample's process changed of its environment, as JSON, so that it can start the owner's own data."""


def build_app(data_dir: str | None = None, as_of: UtcMillis | None = None, zone: str | None = None) -> App:
    """The App over the machine's own folders, clock and environment.

    Raises:
        UnsafeFolderError: the data folder is not the owner's alone.
        WrongCallError: there is no such zone.
    """
    return app_over(Path.home(), os.environ, now, data_dir=data_dir, as_of=as_of, zone=zone)


def app_over(
    home: Path,
    environment: Mapping[str, str],
    clock: Callable[[], UtcMillis],
    *,
    data_dir: str | None = None,
    as_of: UtcMillis | None = None,
    zone: str | None = None,
) -> App:
    """The App over a given home, environment and clock. Raises as `build_app`."""
    folder = data_folder(environment, data_dir)
    check_private(folder)
    settings = settings_folder(environment) / SETTINGS
    return App(
        database=folder / DATABASE,
        zone=zone_of(zone or read_settings(settings).zone),
        as_of=as_of,
        clock=clock,
        home=home,
        sample=bool(environment.get("OUTLAY_SAMPLE")) or (home / SAMPLE_MARK).exists(),
        read_settings=partial(read_settings, settings),
        change_setting=partial(write_setting, settings),
        machinery=cache(partial(_machinery, (folder / DATABASE, settings), home, environment, clock)),
    )


@contextmanager
def sample_app(moment: UtcMillis, zone: str) -> Iterator[App]:
    """An App that has read the sample data as it stands at a moment, in a folder that is gone afterwards."""
    with _throw_away_folder() as folder:
        environment = {"PATH": os.environ.get("PATH", ""), **_sample_environment(folder)}
        home = Path(environment["HOME"])
        app = app_over(home, environment, lambda: moment, zone=zone)
        app.write_sample(home)
        app.sync()
        yield app


@contextmanager
def sample_process() -> Iterator[App]:
    """An App over sample data that ends now; this process and its children live in its home from here on."""
    with _throw_away_folder() as folder:
        changed = _sample_environment(folder)
        before = {name: os.environ.get(name) for name in (*changed, *LEADS_ELSEWHERE)}
        for name in LEADS_ELSEWHERE:
            os.environ.pop(name, None)
        os.environ.update(changed)
        os.environ[BEFORE_SAMPLE] = json.dumps(before)
        app = build_app()
        app.write_sample(Path.home())
        yield app


@contextmanager
def _throw_away_folder() -> Iterator[str]:
    from tempfile import TemporaryDirectory  # noqa: PLC0415  only the sample needs it

    with TemporaryDirectory(prefix="outlay-sample-", ignore_cleanup_errors=True) as folder:
        yield folder


def _sample_environment(folder: str) -> dict[str, str]:
    return {
        "HOME": f"{folder}/home",
        "USERPROFILE": f"{folder}/home",
        "OUTLAY_DATA_DIR": f"{folder}/data",
        "OUTLAY_CONFIG_DIR": f"{folder}/settings",
        "OUTLAY_SAMPLE": "1",
    }


def now() -> UtcMillis:
    """The present moment by the machine's clock."""
    return UtcMillis(time.time_ns() // 1_000_000)


def _machinery(
    files: tuple[Path, Path], home: Path, environment: Mapping[str, str], clock: Callable[[], UtcMillis]
) -> Machinery:
    from outlay.wiring.machinery import RealMachinery  # noqa: PLC0415  see the first lines above

    database, settings = files
    return RealMachinery(database, home, environment, clock, settings)
