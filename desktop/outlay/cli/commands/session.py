"""`outlay session ID`: one session with its requests, what it edited, and what its money went into."""

from argparse import Namespace
from typing import Any

from outlay.app import App
from outlay.cli.envelope import moment_json, money_json, problem_json, spend_row_json
from outlay.cli.reply import Reply
from outlay.cli.standing import standing
from outlay.cli.tables import table
from outlay.domain.answers import SpendRow
from outlay.domain.moments import UtcMillis, datetime_of
from outlay.domain.session_page import SessionPage
from outlay.presenters.amounts import amount_text, cents_text, shown_cents
from outlay.presenters.paths import short_path
from outlay.presenters.tools import tool_name
from outlay.presenters.words import counted

_MOST = 20


def answer(app: App, arguments: Namespace) -> Reply:
    """Everything about one session but its text."""
    page = app.session(arguments.session)
    problems, code = standing(app)
    return Reply(
        "session",
        _json(page),
        _text(app, page),
        problems=(*problems, *page.problems),
        code=code,
        as_of=app.now,
    )


def _json(page: SessionPage) -> dict[str, Any]:
    return {
        "tool": page.tool,
        "session": page.session,
        "version": page.version,
        "project": page.project,
        "repository": page.repository,
        "branches": list(page.branches),
        "started_at": moment_json(page.started),
        "first_request_at": moment_json(page.first),
        "last_request_at": moment_json(page.last),
        "list_value": money_json(page.amount),
        "total": spend_row_json((), page.total),
        "models": [spend_row_json(("model",), row) for row in page.models],
        "turns": [
            {**turn._asdict(), "reason": page.reasons.get(turn.number)}
            | _moments(turn, "asked", "first", "last")
            for turn in page.turns
        ],
        "agents": [one._asdict() | _moments(one, "first", "last") for one in page.subagents],
        "files": [file._asdict() for file in page.files],
        "edits_only_shown": page.shown_only,
        "items": [
            {
                "item": one.item.item,
                "title": one.item.title,
                "state": one.item.state.value,
                "list_micros": one.micros,
                "tiers": {tier.value: micros for tier, micros in sorted(one.item.in_all.tiers.items())},
            }
            for one in page.items
        ],
        "not_linked_micros": page.not_linked.whole,
        "not_linked_by_reason": {
            why.value: micros for why, micros in sorted(page.not_linked.by_reason.items())
        },
        "logs": [log._asdict() | {"last_read": moment_json(log.last_read)} for log in page.logs],
        "problems": [problem_json(one) for one in page.problems],
    }


def _moments(row: Any, *names: str) -> dict[str, str | None]:
    return {name: moment_json(getattr(row, name)) for name in names}


def _text(app: App, page: SessionPage) -> str:
    where = " · ".join(one for one in (short_path(page.project or "", str(app.home)), *page.branches) if one)
    blocks = [
        f"{tool_name(page.tool)} session {page.session}\n{where}\n{_when(app, page)}",
        _sums(page),
        _models(page),
        _went_into(page),
        _files(app, page),
        _logs(app, page),
    ]
    return "\n\n".join(block for block in blocks if block)


def _sums(page: SessionPage) -> str:
    counts = f"{counted(page.total.requests, 'request')}, {counted(len(page.turns), 'turn')}"
    return f"{amount_text(page.amount)} at list price, {counts}"


def _when(app: App, page: SessionPage) -> str:
    if page.first is None or page.last is None:
        return "No request of it counts."
    return f"{_clock(app, page.first)} to {_clock(app, page.last)}"


def _clock(app: App, moment: UtcMillis) -> str:
    return datetime_of(moment).astimezone(app.zone).strftime("%Y-%m-%d %H:%M")


def _models(page: SessionPage) -> str:
    whole = page.total
    cents = shown_cents(tuple(row.list_micros for row in page.models), whole.list_micros)
    rows = [_model(row.keys[0] or "", row, money) for row, money in zip(page.models, cents, strict=True)]
    head = ("Model", "Requests", "Tokens in", "Tokens out", "List value")
    return table(head, rows, total=_model("Total", whole, sum(cents))) if rows else ""


def _model(name: str, row: SpendRow, cents: int) -> tuple[str, ...]:
    tokens = (f"{row.tokens.billed_input:,}", f"{row.tokens.output or 0:,}")
    return (name, f"{row.requests:,}", *tokens, cents_text(cents))


def _went_into(page: SessionPage) -> str:
    parts = [(f"{one.item.item}  {one.item.title}", one.micros) for one in page.items]
    if page.not_linked.whole or not parts:
        parts.append(("Not linked", page.not_linked.whole))
    cents = shown_cents(tuple(micros for _, micros in parts), page.total.list_micros)
    rows = [(name, cents_text(money)) for (name, _), money in zip(parts, cents, strict=True)]
    return table(("What it went into", "List value"), rows, total=("Total", cents_text(sum(cents))))


def _files(app: App, page: SessionPage) -> str:
    if not page.files:
        return ""
    shown = page.files[:_MOST]
    rows = [
        (short_path(one.path, str(app.home)), str(one.edits), f"+{one.added_lines}", f"-{one.removed_lines}")
        for one in shown
    ]
    more = len(page.files) - len(shown)
    tail = f"\nand {counted(more, 'more file')}" if more else ""
    return table(("File edited", "Edits", "Added", "Removed"), rows) + tail


def _logs(app: App, page: SessionPage) -> str:
    return "\n".join(
        f"Log {short_path(log.path, str(app.home))}"
        + (
            ""
            if log.is_there
            else f" is gone; its figures are kept (last read {_clock(app, log.last_read)})."
        )
        for log in page.logs
    )
