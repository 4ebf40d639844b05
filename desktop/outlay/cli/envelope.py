"""The JSON that other programs rely on, as contract.md of the command line fixes it."""

import json
from typing import Any
from zoneinfo import ZoneInfo

from outlay.cli.reply import Reply
from outlay.domain.answers import SpendRow
from outlay.domain.moments import Period, UtcMillis, iso_of
from outlay.domain.money import Amount
from outlay.domain.problems import Problem
from outlay.domain.usage import TokenCounts
from outlay.domain.work import KnownRepository
from outlay.presenters.problems import problem_sentence


def enveloped(reply: Reply, zone: ZoneInfo, now: UtcMillis) -> str:
    """A reply as one JSON document."""
    return json.dumps(
        {
            "schema": f"outlay.{reply.schema}/1",
            "as_of": iso_of(reply.as_of if reply.as_of is not None else now),
            "zone": zone.key,
            "period": period_json(reply.period),
            "problems": [problem_json(problem) for problem in reply.problems],
            "data": reply.data,
        },
        ensure_ascii=False,
        indent=1,
    )


def period_json(period: Period | None) -> dict[str, str] | None:
    """First day, and the day after the last."""
    if period is None:
        return None
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}


def problem_json(problem: Problem) -> dict[str, Any]:
    """A problem with its sentence."""
    return {
        "source": problem.source,
        "kind": problem.kind,
        "count": problem.times,
        "message": problem_sentence(problem),
    }


def money_json(amount: Amount) -> dict[str, Any] | None:
    """An amount with how sure it is; None is unknown."""
    if amount.micros is None:
        return None
    return {
        "micros": amount.micros,
        "currency": amount.currency,
        "basis": amount.basis.value,
        "at_least": amount.at_least,
        "estimated": amount.estimated,
    }


def tokens_json(tokens: TokenCounts) -> dict[str, int | None]:
    """Every counter by its name."""
    return tokens._asdict()


def spend_row_json(by: tuple[str, ...], row: SpendRow) -> dict[str, Any]:
    """A row of `spend`: its keys, then its sums."""
    return {
        **dict(zip(by, row.keys, strict=True)),
        "requests": row.requests,
        "tokens": tokens_json(row.tokens),
        "list_micros": row.list_micros,
        "reported_micros": row.reported_micros,
        "currency": "USD",
        "unpriced_requests": row.unpriced_requests,
    }


def moment_json(moment: UtcMillis | None) -> str | None:
    """A moment in UTC."""
    return None if moment is None else iso_of(moment)


def repository_json(known: KnownRepository) -> dict[str, Any]:
    """A repository the owner opted in."""
    return {
        "path": known.path,
        "repository": known.slug or known.name,
        "state": known.state,
        "default_branch": known.default_branch,
        "fetched": moment_json(known.fetched),
        "last_read": moment_json(known.last_read),
    }
