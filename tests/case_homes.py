"""A fixture's home on disk, whatever its tool."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

LOGS = Path(__file__).parent / "fixtures" / "logs"


def home_of(tool, case, folder):
    """A case's home in a folder, with databases in place of the SQL that makes them."""
    home = Path(shutil.copytree(LOGS / tool / case / "input", folder / "home"))
    for script in home.rglob("*.sql"):
        with closing(sqlite3.connect(script.with_suffix(""))) as database:
            database.executescript(script.read_text("utf-8"))
        script.unlink()
    return home
