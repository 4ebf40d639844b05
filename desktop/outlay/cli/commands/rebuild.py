"""`outlay rebuild`: make every sum anew from the facts; the answers stay the same."""

from argparse import Namespace

from outlay.app import App
from outlay.cli.envelope import spend_row_json
from outlay.cli.reply import Reply


def answer(app: App, arguments: Namespace) -> Reply:  # noqa: ARG001
    """Rebuild, and say the total before and after."""
    before = app.spend(())
    app.rebuild()
    after = app.spend(())
    same = before.total == after.total
    data = {
        "before": spend_row_json((), before.total),
        "after": spend_row_json((), after.total),
        "same": same,
    }
    text = (
        "Every sum was made anew; the total is the same."
        if same
        else "Every sum was made anew; the total changed."
    )
    return Reply("rebuild", data, text)
