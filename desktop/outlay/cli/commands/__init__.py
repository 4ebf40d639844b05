"""One file a command. Each takes the app and its arguments and returns a reply."""

from collections.abc import Callable
from importlib import import_module

from outlay.app import App
from outlay.cli.reply import Reply

COMMANDS = {
    "sync": "sync",
    "status": "status",
    "week": "week",
    "spend": "spend",
    "tokens": "tokens",
    "session": "session",
    "find": "find",
    "sources": "sources",
    "doctor": "sources",
    "items": "items",
    "evidence": "evidence",
    "review": "review",
    "repositories": "repositories",
    "identities": "identities",
    "accounts": "accounts",
    "groups": "groups",
    "settings": "settings",
    "prices": "prices",
    "import": "import_file",
    "rebuild": "rebuild",
    "export": "export",
    "export-all": "export_all",
    "delete-everything": "delete_everything",
    "sample": "sample",
    "app": "app",
    "gallery": "gallery",
    "worker": "worker",
}
"""Command and the file it stands in."""


def command_named(name: str) -> Callable[[App, object], Reply]:
    """A command's function; only its own file is imported."""
    return import_module(f"outlay.cli.commands.{COMMANDS[name]}").answer  # type: ignore[no-any-return]
