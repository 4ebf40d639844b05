"""What this machine keeps of Outlay, and what was removed when the owner asked for it."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from outlay.domain.moments import UtcMillis


class StartState(StrEnum):
    """Whether Outlay starts with the desktop, as the system has it.

    SWITCHED_OFF: an entry is there and the system's own settings hold it back. ANOTHER: the entry starts something
    else than this Outlay. UNKNOWN: it cannot be read, or this system has no place for it.
    """

    ON = "on"
    OFF = "off"
    SWITCHED_OFF = "switched_off"
    ANOTHER = "another"
    UNKNOWN = "unknown"


class Autostart(NamedTuple):
    """What is really there: the state, and the file or key it was read from."""

    state: StartState
    place: str


class MachineFacts(NamedTuple):
    """What is kept here. Sizes are bytes; `database_bytes` counts the file, `folder_bytes` backups and all.

    `first` and `last` are the moments of the oldest and the newest request. `prices_dated` is when the newest price
    was looked up; `own_prices` counts the owner's. `rows` are kept requests. `keeps` says by tool what it deletes.
    """

    data_folder: str
    folder_bytes: int
    database_bytes: int
    rows: int
    first: UtcMillis | None
    last: UtcMillis | None
    prices_dated: UtcMillis | None
    prices_source: str
    own_prices: int
    unpriced_models: tuple[tuple[str, int], ...]
    keeps: Mapping[str, str]


class Forgotten(NamedTuple):
    """What went with a repository: its name, rows read of it, acts of the owner, copies of the file.

    `words_kept` are the acts on its items that stay, because the owner wanted so.
    """

    repository: str
    commits: int
    items: int
    acts: int
    words_kept: int
    copies: tuple[str, ...]


class Deleted(NamedTuple):
    """What was removed, and what of the data folder stays because Outlay did not write it.

    Files that were exported stay where they were put: Outlay does not look for them.
    """

    removed: tuple[str, ...]
    stays: tuple[str, ...]
    tokens: tuple[str, ...] = ()
    """Accounts whose token the keyring did not let go."""


class ExportProgress(NamedTuple):
    """How far an export is: the table under way, and the rows written of all tables together."""

    table: str
    rows: int
    rows_total: int | None


class Exported(NamedTuple):
    """A finished export: the file, its size, and how many rows each table has."""

    path: Path
    size: int
    rows: Mapping[str, int]
