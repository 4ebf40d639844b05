"""`outlay delete-everything --yes`: removes everything Outlay stored on this machine."""

from argparse import Namespace

from outlay.app import App
from outlay.cli.reply import Reply
from outlay.errors import WrongCallError

STAYS = "Files you exported stay where you put them."


def answer(app: App, arguments: Namespace) -> Reply:
    """Delete, or say what it takes."""
    if not arguments.yes:
        raise WrongCallError(
            f"This deletes everything in {app.data_folder}, the settings and the start with the desktop. {STAYS}",
            "Write outlay delete-everything --yes.",
        )
    deleted = app.delete_everything()
    lines = [
        *(f"Removed {one}" for one in deleted.removed),
        *(f"Not of Outlay, so left: {one}" for one in deleted.stays),
        *(f"The keyring did not let go of the token of {one}: remove it there." for one in deleted.tokens),
    ]
    data = {"removed": list(deleted.removed), "stays": list(deleted.stays), "tokens": list(deleted.tokens)}
    return Reply("delete_everything", data, "\n".join([*(lines or ["There was nothing to remove."]), STAYS]))
