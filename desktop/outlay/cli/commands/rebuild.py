"""`outlay rebuild`: make every sum anew from the facts; the answers stay the same."""

from argparse import Namespace

from outlay.app import App
from outlay.cli.envelope import spend_row_json
from outlay.cli.reply import Reply
from outlay.presenters.amounts import cents_of, cents_text


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
    amounts = [cents_text(cents_of(answer.total.list_micros)) for answer in (before, after)]
    change = (
        f"the total is the same, {amounts[0]}" if same else f"the total was {amounts[0]} and is {amounts[1]}"
    )
    text = f"Every sum was made anew; {change}."
    return Reply("rebuild", data, text)
