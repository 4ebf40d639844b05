"""`outlay groups`: projects the owner looks at together, a client or a product."""

from argparse import Namespace
from pathlib import Path

from outlay.app import App
from outlay.cli.reply import Reply
from outlay.errors import WrongCallError
from outlay.presenters.own_acts import act_sentence


def answer(app: App, arguments: Namespace) -> Reply:
    """List groups, put projects into one or take them out."""
    notes: tuple[str, ...] = ()
    if arguments.action != "list":
        if not arguments.name:
            raise WrongCallError("No group was named.", "Write outlay groups add NAME PATH...")
        change = app.add_to_group if arguments.action == "add" else app.remove_from_group
        act = change(arguments.name, _projects(app, arguments.projects)).act
        notes = (f"Act {act.number}: {act_sentence(act)} Take it back with outlay items undo {act.number}.",)
    return _listed(app, notes)


def _projects(app: App, named: list[str]) -> list[str]:
    """Names of repositories, and members a group has, as they are; everything else is a folder seen from here."""
    known = {one.slug or one.name for one in app.repositories()}
    known |= {project for group in app.groups() for project in group.projects}
    return [one if one in known else str(Path(one).expanduser().absolute()) for one in named]


def _listed(app: App, notes: tuple[str, ...]) -> Reply:
    groups = app.groups()
    data = {"groups": [{"group": one.name, "projects": list(one.projects)} for one in groups]}
    lines = [line for one in groups for line in (one.name, *(f"  {project}" for project in one.projects))]
    text = "\n".join(lines) or "No group is named yet: outlay groups add NAME PATH..."
    return Reply("groups", data, text, notes=notes)
