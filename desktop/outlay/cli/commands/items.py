"""`outlay items`: work items with what was spent on them; its actions stand in their own files."""

from argparse import Namespace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from outlay.app import App
from outlay.cli.commands import item_acts, item_shown
from outlay.cli.envelope import moment_json
from outlay.cli.item_table import item_table
from outlay.cli.reply import NOTHING_YET, Reply
from outlay.cli.standing import standing
from outlay.domain.attribution import Tier
from outlay.domain.items import Item, ItemsAnswer
from outlay.domain.moments import Period, day_of
from outlay.domain.unit_times import Times
from outlay.errors import WrongCallError
from outlay.presenters.amounts import shown_cents
from outlay.presenters.items import balance_text
from outlay.rules.unit_times import active_days

_SECOND_MS = 1000


def answer(app: App, arguments: Namespace) -> Reply:
    """The items of a period, or of everything; or what an action says."""
    if arguments.action == "show":
        return item_shown.answer(app, arguments)
    if arguments.action:
        return item_acts.answer(app, arguments)
    found = app.items(span_of(app, arguments), parts=arguments.parts)
    problems, code = standing(app)
    if not found.items and not found.requests:
        code = NOTHING_YET
    text = _text(app, found) if found.requests or found.items else "Nothing was used and nothing shipped yet."
    return Reply(
        "items", items_json(found, app.zone), text, period=found.period, problems=problems, code=code
    )


def span_of(app: App, arguments: Namespace) -> Period | None:
    """The days asked for; None when all are. Raises WrongCallError for a span that ends before it begins."""
    if arguments.since is None and arguments.until is None:
        return None
    until = arguments.until or day_of(app.now, app.zone) + timedelta(days=1)
    since = arguments.since or min(until, day_of(app.now, app.zone)).replace(year=1970, month=1, day=1)
    if since >= until:
        raise WrongCallError(
            "The span ends before it begins.", "--since names the first day, --until the day after the last."
        )
    return Period(since, until, app.zone)


def items_json(found: ItemsAnswer, zone: ZoneInfo) -> dict[str, Any]:
    """The answer as contract.md fixes it."""
    return {
        "items": [item_json(item, zone) for item in found.items],
        "not_linked_micros": found.not_linked.whole,
        "not_linked_by_reason": {
            reason.value: micros for reason, micros in sorted(found.not_linked.by_reason.items())
        },
        "unpriced_requests": found.unpriced_requests,
        "total_micros": found.total_micros,
        "at_least": found.at_least,
        "coverage": {"linked": found.coverage[0], "naming_an_agent": found.coverage[1]}
        if found.coverage
        else None,
        "method": found.method,
    }


def item_json(item: Item, zone: ZoneInfo) -> dict[str, Any]:
    """One item as contract.md fixes it; active days are cut in the zone."""
    share = item.agent_share
    return {
        "item": item.item,
        "parts": list(item.parts),
        "form": item.form,
        "kind": item.kind,
        "title": item.title,
        "repository": item.repository,
        "state": item.state,
        "created_at": moment_json(item.created),
        "started_at": moment_json(item.started),
        "landed_at": moment_json(item.landed),
        "in_period": {"direct_micros": item.in_period.direct, "context_micros": item.in_period.context},
        "in_all": {
            "direct_micros": item.in_all.direct,
            "context_micros": item.in_all.context,
            "later_micros": item.in_all.later,
        },
        "currency": "USD",
        "tiers": {tier.value: item.in_period.tiers[tier] for tier in Tier if tier in item.in_period.tiers},
        "agent_share": {"low": round(share.low, 4), "high": round(share.high, 4)} if share else None,
        "commits": list(item.commits),
        "tickets": list(item.tickets),
        "sessions": list(item.sessions),
        "added_lines": item.added_lines,
        "follow_up_fixes": list(item.follow_up_fixes),
        "spend_unseen": item.spend_unseen,
        "note": item.note,
        "url": item.url,
        "system": item.system,
        "type": item.type,
        "labels": list(item.labels),
        "times": _times(item.times, zone),
    }


def _times(times: Times, zone: ZoneInfo) -> dict[str, int | None]:
    spans = {"coding": times.coding, "review": times.review, "total": times.total, "cycle": times.cycle}
    seconds = {f"{name}_seconds": None if ms is None else ms // _SECOND_MS for name, ms in spans.items()}
    return {**seconds, "active_days": active_days(times, zone)}


def _text(app: App, found: ItemsAnswer) -> str:
    rows = [item for item in found.items if item.in_period.whole or item.landed is not None]
    spends = [part for item in rows for part in (item.in_period.direct, item.in_period.context)]
    rest = found.total_micros - sum(spends)
    cents = shown_cents((*spends, rest), found.total_micros)
    return "\n".join([item_table(rows, cents, app.zone), "", *balance_text(found)])
