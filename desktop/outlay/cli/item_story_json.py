"""The story of one item as JSON: the fields of its row in `items`, and everything below them."""

from typing import Any
from zoneinfo import ZoneInfo

from outlay.cli.envelope import moment_json
from outlay.domain.attribution import Tier
from outlay.domain.item_story import ItemStory, SameSessions, StoryEvent
from outlay.domain.unit_times import Times

_SECOND_MS = 1000


def story_json(story: ItemStory, zone: ZoneInfo) -> dict[str, Any]:
    """The answer of `items show`; `active_days` are cut in the zone."""
    from outlay.cli.commands.items import item_json  # noqa: PLC0415  that file names its actions

    row = item_json(story.item, zone)
    del row["in_period"]
    return {
        **row,
        "tiers": {tier.value: micros for tier in Tier if (micros := story.item.in_all.tiers.get(tier)) is not None},
        "counted_with": list(story.counted_with),
        "state_since": moment_json(story.since),
        "times": {**_times(story.times), **row["times"]},
        "part_times": [{"item": part.item.item, **_times(part.times)} for part in story.parts],
        "agent_share_unknown": story.share_unknown,
        "lines": story.lines._asdict(),
        "unpriced_requests": story.unpriced,
        "session_parts": _sessions(story),
        "same_sessions": _beside(story.beside),
        "commits_made": _commits(story),
        "matched_lines": _matched(story),
        "fixes": [{"item": one.item, "title": one.title, "commit": one.sha, "confirmed": None} for one in story.fixes],
        "timeline": [_event(event) for event in story.timeline],
        "method": story.method,
    }  # fmt: skip


def _sessions(story: ItemStory) -> list[dict[str, Any]]:
    return [
        {"tool": one.tool, "session": one.session, "from": moment_json(one.first), "to": moment_json(one.last),
         "turns": one.turns, "requests": one.requests, "unpriced_requests": one.unpriced,
         "list_micros": one.list_micros}
        for one in story.sessions
    ]  # fmt: skip


def _beside(beside: SameSessions) -> dict[str, Any]:
    by_reason = sorted(beside.not_linked.by_reason.items())
    return {
        "other_items": beside.other_items,
        "other_items_micros": beside.other_micros,
        "not_linked_micros": beside.not_linked.whole,
        "not_linked_by_reason": {reason.value: micros for reason, micros in by_reason},
    }


def _commits(story: ItemStory) -> list[dict[str, Any]]:
    return [
        {"repository": one.repository, "commit": one.sha, "subject": one.subject,
         "authored_at": moment_json(one.authored), "landed_at": moment_json(one.landed), "copies": one.copies}
        for one in story.commits
    ]  # fmt: skip


def _matched(story: ItemStory) -> list[dict[str, Any]]:
    return [
        {"tool": one.tool, "session": one.session, "repository": one.repository, "commit": one.sha,
         "path": one.path, "lines": one.lines, "changed_since": one.touched, "of_lines": one.whole}
        for one in story.matched
    ]  # fmt: skip


def _times(times: Times) -> dict[str, Any]:
    spans = {"coding": times.coding, "review": times.review, "total": times.total, "ticket": times.cycle}
    seconds = {f"{name}_seconds": None if ms is None else ms // _SECOND_MS for name, ms in spans.items()}
    return {"first_activity_at": moment_json(times.first), **seconds}


def _event(event: StoryEvent) -> dict[str, Any]:
    told: dict[str, Any] = {
        "at": moment_json(event.moment),
        "event": event.happening,
        "name": event.name,
        "text": event.text,
    }
    turn = event.turn
    if turn is None:
        return told
    return told | {
        "tool": turn.tool,
        "session": turn.session,
        "turn": turn.number,
        "until": moment_json(turn.last),
        "tier": turn.tier,
        "reason": turn.reason,
        "list_micros": turn.list_micros,
        "requests": turn.requests,
        "files_edited": turn.files,
    }
