"""`outlay evidence`: what stands below the figures, for programs first."""

from argparse import Namespace
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from outlay.app import App
from outlay.cli.commands.items import span_of
from outlay.cli.reply import Reply
from outlay.cli.standing import standing
from outlay.cli.tables import table
from outlay.domain.attribution import Reason, Tier
from outlay.domain.items import Evidence
from outlay.presenters.amounts import cents_text, shown_cents
from outlay.presenters.items import reason_text, tier_text


def answer(app: App, arguments: Namespace) -> Reply:
    """Links, shares, follow-up fixes, survival and patterns of a period."""
    period = span_of(app, arguments)
    found = app.evidence(period)
    problems, code = standing(app)
    return Reply("evidence", evidence_json(found), _text(found), period=period, problems=problems, code=code)


def evidence_json(found: Evidence) -> dict[str, Any]:
    """The answer as contract.md fixes it."""
    return {
        "links": [
            {"tool": one.tool, "session": one.session, "repository": one.repository, "commit": one.commit,
             "lines": one.lines, "rule": one.rule}
            for one in found.links
        ],
        "shares": [
            {"tool": one.tool, "session": one.session, "turn": one.turn, "item": one.item, "reason": one.reason,
             "tier": one.tier, "list_micros": one.list_micros, "fate": one.fate}
            for one in found.shares
        ],
        "follow_up_fixes": [
            {"repository": found.names.get(one.fix_place) or one.fix_place, "fix_commit": one.fix_sha,
             "caused_repository": found.names.get(one.caused_place) or one.caused_place,
             "caused_commit": one.caused_sha, "confirmed": None}
            for one in found.follow_ups
        ],
        "survival": [
            {"repository": one.repository, "agent_landed": one.agent_landed, "agent_alive": one.agent_alive,
             "own_landed": one.own_landed, "own_alive": one.own_alive}
            for one in found.survival
        ],
        "patterns": [
            {"tool": one.tool, "session": one.session, "pattern": one.pattern, "count": one.count,
             "list_micros": one.list_micros, "estimated": one.estimated}
            for one in found.patterns
        ],
    }  # fmt: skip


def _text(found: Evidence) -> str:
    """Money by tier, with its balance; the rest is for programs."""
    by_tier: dict[Tier, int] = defaultdict(int)
    for share in found.shares:
        by_tier[share.tier if share.item else Tier.NONE] += share.list_micros or 0
    tiers = [tier for tier in Tier if by_tier.get(tier)]
    total = sum(by_tier.values())
    cents = shown_cents(tuple(by_tier[tier] for tier in tiers), total)
    rows = [(tier_text(tier), cents_text(part)) for tier, part in zip(tiers, cents, strict=True)]
    head = [f"{len(found.links)} links of sessions to commits, {len(found.shares)} parts of turns."]
    told = table(("Evidence", "List value"), rows, total=("", cents_text(sum(cents))))
    return "\n".join([*head, "", told, *_why(found)])


def _why(found: Evidence) -> list[str]:
    """Why money is linked weakly or not at all, the largest part first."""
    weakly: dict[Reason, int] = defaultdict(int)
    unlinked: dict[Reason, int] = defaultdict(int)
    for share in found.shares:
        if share.reason and share.list_micros:
            (weakly if share.item else unlinked)[share.reason] += share.list_micros
    said = (("Linked weakly", weakly), ("Not linked", unlinked))
    lines = [f"{name}: {_by_size(reasons)}." for name, reasons in said if reasons]
    return ["", *lines] if lines else []


def _by_size(reasons: Mapping[Reason, int]) -> str:
    ordered = sorted(reasons.items(), key=lambda one: (-one[1], one[0]))
    cents = shown_cents(tuple(micros for _, micros in ordered), sum(reasons.values()))
    return ", ".join(
        f"{cents_text(part)} {reason_text(reason)}" for part, (reason, _) in zip(cents, ordered, strict=True)
    )
