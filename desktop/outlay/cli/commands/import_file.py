"""`outlay import`: what no log on this machine holds, from a file the owner exported elsewhere."""

from argparse import Namespace
from pathlib import Path

from outlay.app import App
from outlay.cli.envelope import problem_json
from outlay.cli.reply import SOURCE_FAILED, Reply
from outlay.presenters.problems import problem_sentence
from outlay.presenters.words import counted


def answer(app: App, arguments: Namespace) -> Reply:
    """Import one file and say what it brought."""
    brought = app.import_cursor_usage(Path(arguments.file), arguments.user)
    data = {
        "read": brought.read,
        "added": brought.added,
        "changed": brought.changed,
        "problems": [problem_json(problem) for problem in brought.problems],
    }
    lines = [f"{counted(brought.read, 'request')} read, {brought.added:,} of them new."]
    lines += [problem_sentence(problem) for problem in brought.problems]
    code = SOURCE_FAILED if brought.problems else 0
    return Reply("import", data, "\n".join(lines), problems=brought.problems, code=code)
