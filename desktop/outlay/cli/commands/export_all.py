"""`outlay export-all --out FILE`: everything that is kept, as CSV and JSON in one zip."""

import sys
from argparse import Namespace
from pathlib import Path

from outlay.app import App
from outlay.cli.reply import Reply
from outlay.domain.machine import ExportProgress
from outlay.presenters.words import counted

_MB = 1_000_000


def answer(app: App, arguments: Namespace) -> Reply:
    """Write the file and say what is in it."""
    path = Path(arguments.out).expanduser().absolute()
    done = app.export_all(path, _progress, replace=arguments.replace)
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
    lines = [
        f"{path} ({done.size / _MB:.1f} MB)",
        *(f"  {name}: {counted(n, 'row')}" for name, n in done.rows.items()),
    ]
    text = "\n".join([*lines, "It is about one person; think before you pass it on."])
    return Reply("export_all", {"path": str(path), "bytes": done.size, "rows": dict(done.rows)}, text)


def _progress(progress: ExportProgress) -> None:
    if sys.stderr.isatty():
        whole = f" of {progress.rows_total:,}" if progress.rows_total else ""
        sys.stderr.write(f"\r\033[K{progress.table}: {progress.rows:,}{whole} rows")
