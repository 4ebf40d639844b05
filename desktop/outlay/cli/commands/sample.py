"""`outlay sample`: write a sample home to try Outlay on."""

from argparse import Namespace
from pathlib import Path

from outlay.app import App
from outlay.cli.reply import Reply


def answer(app: App, arguments: Namespace) -> Reply:
    """Write it and say how to look at it."""
    home = app.write_sample(Path(arguments.home).absolute())
    text = (
        f"Sample data is in {home}.\nTo look at it: HOME={home} OUTLAY_DATA_DIR={home / 'outlay'} outlay sync"
    )
    return Reply("sample", {"home": str(home)}, text)
