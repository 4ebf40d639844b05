"""`outlay evidence`: what stands below the figures, for programs first."""

from argparse import Namespace
from collections import defaultdict
from typing import Any

from outlay.app import App
from outlay.cli.commands.items import span_of
from outlay.cli.reply import Reply
from outlay.cli.standing import standing
from outlay.cli.tables import table
from outlay.domain.attribution import Tier
from outlay.domain.items import Evidence
from outlay.presenters.amounts import cents_text, shown_cents
from outlay.presenters.items import TIERS


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
    rows = [(TIERS[tier], cents_text(part)) for tier, part in zip(tiers, cents, strict=True)]
    head = [f"{len(found.links)} links of sessions to commits, {len(found.shares)} parts of turns."]
    return "\n".join([*head, "", table(("Evidence", "List value"), rows, total=("", cents_text(sum(cents))))])
