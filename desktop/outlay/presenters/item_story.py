"""The story of one item in words: how it stands, how long it took, what its money rests on, who wrote what."""

from datetime import date
from zoneinfo import ZoneInfo

from outlay.domain.answers import ItemState
from outlay.domain.attribution import DIRECT
from outlay.domain.item_story import (
    Happening,
    ItemStory,
    MatchedLines,
    ShareUnknown,
    StoryCommit,
    StoryFix,
    Times,
)
from outlay.domain.items import Item
from outlay.domain.moments import UtcMillis, day_of
from outlay.presenters.days import clock_text, day_text
from outlay.presenters.durations import duration_text
from outlay.presenters.items import share_text, state_text
from outlay.presenters.tools import tool_name
from outlay.presenters.words import counted
from outlay.rules.shipping import SETTLING_MS

TO = "\u2013"
"""Joins a beginning and an end."""

SHORT_ID = 8
SHORT_SHA = 7

FORMS = {
    "commit": "commits",
    "pull_request": "pull request",
    "branch": "branch",
    "ticket": "ticket",
    "by_hand": "entered by hand",
}

WHY_UNKNOWN = {
    ShareUnknown.NO_LINES: "no line of it says who wrote it",
    ShareUnknown.BEFORE_LOGS: "work began before the first log that is here",
    ShareUnknown.NOT_FOUND: "an agent is named, but its text is not in the logs that are here",
}


def head_lines(story: ItemStory, zone: ZoneInfo, today: date) -> list[str]:
    """What it is and how it stands; the title apart."""
    item = story.item
    kind = "" if item.kind == "unknown" else item.kind.value
    named = [item.item, FORMS[item.form], kind, *_repository(item)]
    lines = [" · ".join(one for one in named if one), standing_text(story, zone, today)]
    if story.counted_with:
        lines.append(f"Counted in lists with {', '.join(story.counted_with)}.")
    tickets = [key for key in item.tickets if f"ticket:{key}" not in {item.item, *story.counted_with}]
    if tickets:
        lines.append(f"Tickets: {', '.join(tickets)}.")
    if item.url:
        lines.append(item.url)
    if item.note:
        lines.append(f"Your note: {' '.join(item.note.split())}")
    return lines


def _repository(item: Item) -> list[str]:
    """Its repository where the key does not say it."""
    told = item.repository
    return [told] if told and told.lower() not in item.item.lower() else []


def standing_text(story: ItemStory, zone: ZoneInfo, today: date) -> str:
    """`Settling: landed Mon 23 Mar, held from Mon 6 Apr.` and so on."""
    item = story.item
    landed = f"landed {_day(item.landed, zone, today)}" if item.landed is not None else ""
    told = [landed]
    if item.state is ItemState.SETTLING and item.landed is not None:
        told.append(f"held from {_day(UtcMillis(item.landed + SETTLING_MS), zone, today)} if it stands")
    elif item.state is ItemState.REVERTED and story.since is not None:
        told.append(f"taken back {_day(story.since, zone, today)}")
    elif item.state is ItemState.IN_FLIGHT and story.since is not None:
        told.append(f"last worked on {_day(story.since, zone, today)}")
    elif item.state is ItemState.SET_ASIDE and story.since is not None:
        closed = any(event.happening is Happening.PULL_CLOSED for event in story.timeline)
        told.append(f"{'closed' if closed else 'quiet since'} {_day(story.since, zone, today)}")
    words = ", ".join(one for one in told if one)
    name = state_text(item.state).capitalize()
    return f"{name}: {words}." if words else f"{name}."


def time_rows(story: ItemStory, zone: ZoneInfo, today: date) -> list[tuple[str, str]]:
    """Times that are known, with their names."""
    rows = _time_rows(story.times, zone, today)
    days = active_days(story, zone)
    return [*rows, ("Active on", counted(days, "day"))] if days else rows


def _time_rows(times: Times, zone: ZoneInfo, today: date) -> list[tuple[str, str]]:
    first = [("First activity", when_text(times.first, zone, today))] if times.first is not None else []
    spans = (
        ("Coding", times.coding),
        ("Review", times.review),
        ("Total", times.total),
        ("Ticket, start to done", times.cycle),
    )
    return [*first, *((name, duration_text(span)) for name, span in spans if span is not None)]


def active_days(story: ItemStory, zone: ZoneInfo) -> int:
    """Days with a commit of the owner's or a turn with direct evidence."""
    days = {
        day_of(event.moment, zone)
        for event in story.timeline
        if event.happening is Happening.COMMIT or (event.turn and event.turn.tier in DIRECT)
    }
    return len(days)


def part_lines(story: ItemStory, zone: ZoneInfo, today: date) -> list[str]:
    """One line for each part of a ticket."""
    lines = []
    for part in story.parts:
        spans = ((part.times.coding, "coding"), (part.times.review, "review"), (part.times.total, "in all"))
        told = [f"{duration_text(span)} {name}" for span, name in spans if span is not None]
        landed = f" {_day(part.item.landed, zone, today)}" if part.item.landed is not None else ""
        lines.append(", ".join([f"{part.item.item}: {state_text(part.item.state)}{landed}", *told]))
    return lines


def share_sentence(story: ItemStory) -> str:
    """How much of its lines agents wrote, or why that is unknown; empty without a commit."""
    item, lines = story.item, story.lines
    if not item.commits:
        return ""
    landed = "landed lines" if item.landed is not None else "lines so far"
    count = f"{counted(lines.added, 'line')} added, {lines.whole:,} of them say something"
    if item.agent_share is None:
        why = WHY_UNKNOWN[story.share_unknown] if story.share_unknown else "a part of it is unknown"
        return f"Agents' part of the {landed} is unknown: {why}. {count}."
    changed = f", {lines.touched:,} of them changed since" if lines.touched else ""
    return (
        f"Agents wrote {share_text(item)} of the {landed}: {count}, "
        f"{lines.agent + lines.touched:,} are an agent's{changed}."
    )


def commit_text(commit: StoryCommit, zone: ZoneInfo, today: date) -> tuple[str, str]:
    """A commit's id with when it was made, and what it says; copies folded in are counted."""
    copies = f" ({commit.copies} copies)" if commit.copies > 1 else ""
    landed = ", landed" if commit.landed is not None else ""
    when = when_text(commit.authored, zone, today)
    return f"{commit.sha[:SHORT_SHA]}  {when}{landed}{copies}", commit.subject


def matched_text(one: MatchedLines) -> tuple[str, str, str]:
    """`Claude Code 5221af7e wrote 113 of 228 lines in `, the path, and what stands behind it."""
    wrote = f"wrote {one.lines:,} of {counted(one.whole, 'line')}"
    changed = f" ({one.touched:,} changed)" if one.touched else ""
    return f"{session_text(one.tool, one.session)} {wrote} in ", one.path, changed


def spent_elsewhere(story: ItemStory) -> str:
    """Which sessions wrote lines and have no spend here; empty when all that wrote have."""
    paid = {(one.tool, one.session) for one in story.sessions}
    others = sorted({(one.tool, one.session) for one in story.matched} - paid)
    if not others:
        return ""
    named = " and ".join(session_text(*one) for one in others)
    return (
        f"No spend of {named} is counted here: these lines landed elsewhere before, "
        "or are a small part of what its turns wrote."
    )


def fix_text(fix: StoryFix, story: ItemStory) -> str:
    """A later fix, which the owner has not confirmed."""
    own = ", a part of it" if fix.item in story.item.parts else ""
    return f"{fix.item}{own}, commit {fix.sha[:SHORT_SHA]}: {fix.title}"


def session_text(tool: str, session: str) -> str:
    """A tool and the beginning of its session's id."""
    return f"{tool_name(tool)} {session[:SHORT_ID]}"


def span_text(first: UtcMillis, last: UtcMillis, zone: ZoneInfo) -> str:
    """From when to when, the day once when it is one; without weekdays, to be short."""
    begun, ended = day_of(first, zone), day_of(last, zone)
    start = f"{_short(begun)} {clock_text(first, zone)}"
    other = "" if begun == ended else f"{_short(ended)} "
    return f"{start} {TO} {other}{clock_text(last, zone)}"


def _short(day: date) -> str:
    return day_text(day).partition(" ")[2]


def when_text(moment: UtcMillis, zone: ZoneInfo, today: date) -> str:
    """Day and time."""
    return f"{_day(moment, zone, today)}, {clock_text(moment, zone)}"


def _day(moment: UtcMillis, zone: ZoneInfo, today: date) -> str:
    """A day, with its year when that is not this one."""
    day = day_of(moment, zone)
    return day_text(day) + (f" {day.year}" if day.year != today.year else "")
