"""`outlay repositories`: whose commits count."""

from argparse import Namespace

from outlay.app import App
from outlay.cli.envelope import repository_json
from outlay.cli.reply import Reply
from outlay.errors import WrongCallError
from outlay.presenters.words import counted


def answer(app: App, arguments: Namespace) -> Reply:
    """List, add or remove repositories."""
    notes: tuple[str, ...] = ()
    if arguments.action == "add":
        notes = _add(app, arguments)
    elif arguments.action == "remove":
        _needed(arguments.paths)
        app.remove_repositories(arguments.paths)
    elif arguments.action == "forget":
        _needed(arguments.paths)
        notes = tuple(_forgotten(app, path, arguments.words) for path in arguments.paths)
    return _listed(app, notes)


def _forgotten(app: App, path: str, words: str) -> str:
    gone = app.forget_repository(path, keep_words=words == "keep")
    acts = f", {counted(gone.acts, 'act')} of yours" if gone.acts else ""
    kept = f" {counted(gone.words_kept, 'act')} of yours stay." if gone.words_kept else ""
    copies = f" Older copies of the file went too: {len(gone.copies)}." if gone.copies else ""
    what = f"{counted(gone.commits, 'commit')}, {counted(gone.items, 'item')}{acts}"
    return f"{gone.repository} is forgotten: {what}.{kept}{copies}"


def _add(app: App, arguments: Namespace) -> tuple[str, ...]:
    paths = app.propose_repositories() if arguments.proposed else arguments.paths
    _needed(paths)
    taken = app.add_repositories(paths)
    if not taken:
        return ()
    return (f"Commits by {', '.join(taken)} count as yours. Change that with outlay identities.",)


def _needed(paths: object) -> None:
    if not paths:
        raise WrongCallError("No repository was named.", "Name the folders of your repositories.")


def _listed(app: App, notes: tuple[str, ...]) -> Reply:
    known, proposed = app.repositories(), app.propose_repositories()
    data = {
        "repositories": [repository_json(one) for one in known],
        "proposed": list(proposed),
    }
    lines = [f"{one.path}  {one.slug or one.name}" for one in known] or [
        "No repository is named yet: outlay repositories add PATH"
    ]
    if proposed:
        lines += ["", "The logs name these too:", *(f"  {path}" for path in proposed)]
    return Reply("repositories", data, "\n".join(lines), notes=notes)
