"""`outlay tokens`: what a board would count, and what that number is made of."""

from argparse import Namespace

from outlay.app import App
from outlay.cli.commands.spend import period_of
from outlay.cli.envelope import tokens_json
from outlay.cli.reply import NOTHING_YET, Reply
from outlay.cli.standing import standing
from outlay.cli.tables import table
from outlay.domain.token_sums import TokenPart, TokensAnswer
from outlay.presenters.amounts import UNKNOWN

_KINDS = {
    "input_uncached": "Input",
    "cache_read": "Cache read",
    "cache_write_5m": "Cache written, 5 minutes",
    "cache_write_1h": "Cache written, 1 hour",
    "cache_write_unsplit": "Cache written, not told for how long",
    "output": "Output",
}


def answer(app: App, arguments: Namespace) -> Reply:
    """Tokens of a period by kind."""
    found = app.tokens(period_of(app, arguments))
    data = {
        "board": found.total.board,
        "total": _json(found.total),
        "days": [{"day": one.key, **_json(one)} for one in found.days],
        "models": [{"model": one.key, **_json(one)} for one in found.models],
    }
    problems, code = standing(app)
    code = code if found.total.requests else NOTHING_YET
    return Reply(
        "tokens", data, _text(found), period=found.period, problems=problems, code=code, as_of=found.as_of
    )


def _json(part: TokenPart) -> dict[str, object]:
    return {"board": part.board, "requests": part.requests, "tokens": tokens_json(part.tokens)}


def _text(found: TokensAnswer) -> str:
    if not found.total.requests:
        return "Nothing was used in this period."
    whole = found.total.board
    rows = [
        (_KINDS[name], UNKNOWN if count is None else f"{count:,}", _share(count, whole))
        for name, count in found.kinds
    ]
    listed = table(
        ("What it is made of", "Tokens", ""), rows, total=("What a board would count", f"{whole:,}", "")
    )
    return f"{listed}\n\nA board counts a cache read like a token of output; prices do not."


def _share(count: int | None, whole: int) -> str:
    return "" if count is None or not whole else f"{100 * count / whole:.1f} %"
