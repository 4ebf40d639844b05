"""The story of one item in words: how it stands, how long it took, what its money rests on, who wrote what."""

from datetime import date
from zoneinfo import ZoneInfo

from outlay.domain.answers import ItemState
from outlay.domain.item_story import (
    Happening,
    ItemStory,
    LandedLines,
    MatchedLines,
    ShareUnknown,
    StoryCommit,
    StoryFix,
)
from outlay.domain.items import Item
from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.unit_times import Times
from outlay.presenters.days import clock_text, day_month_text, day_text
from outlay.presenters.durations import duration_text
from outlay.presenters.items import kind_text, share_text, state_text
from outlay.presenters.tongue import later, number, plural, tr
from outlay.presenters.tools import tool_name
from outlay.presenters.words import as_beginning, joined
from outlay.rules.shipping import SETTLING_MS
from outlay.rules.unit_times import active_days

TO = "\u2013"
"""Joins a beginning and an end."""

SHORT_ID = 8
SHORT_SHA = 7

FORMS = {
    "commit": later("commits"),
    "pull_request": later("pull request"),
    "branch": later("branch"),
    "ticket": later("ticket"),
    "by_hand": later("entered by hand"),
}

WHY_UNKNOWN = {
    ShareUnknown.NO_LINES: later("no line of it says who wrote it"),
    ShareUnknown.BEFORE_LOGS: later("work began before the first log that is here"),
    ShareUnknown.NOT_FOUND: later("an agent is named, but its text is not in the logs that are here"),
}


def head_lines(story: ItemStory, zone: ZoneInfo, today: date) -> list[str]:
    """What it is and how it stands; the title apart."""
    item = story.item
    kind = "" if item.kind == "unknown" else kind_text(item.kind)
    named = [item.item, tr(FORMS[item.form]), kind, *_repository(item)]
    lines = [" · ".join(one for one in named if one), standing_text(story, zone, today)]
    if story.counted_with:
        lines.append(tr("Counted in lists with {items}.", items=", ".join(story.counted_with)))
    tickets = [key for key in item.tickets if f"ticket:{key}" not in {item.item, *story.counted_with}]
    if tickets:
        lines.append(tr("Tickets: {tickets}.", tickets=", ".join(tickets)))
    if item.url:
        lines.append(item.url)
    if item.note:
        lines.append(tr("Your note: {note}", note=" ".join(item.note.split())))
    return lines


def _repository(item: Item) -> list[str]:
    """Its repository where the key does not say it."""
    told = item.repository
    return [told] if told and told.lower() not in item.item.lower() else []


def standing_text(story: ItemStory, zone: ZoneInfo, today: date) -> str:
    """`Settling: landed Mon 23 Mar, held from Mon 6 Apr.` and so on."""
    item = story.item
    name = as_beginning(state_text(item.state))
    told = []
    if item.landed is not None:
        told.append(tr("landed {day}", day=_day(item.landed, zone, today)))
    then = _then(story, zone, today)
    if then:
        told.append(then)
    return f"{name}: {', '.join(told)}." if told else f"{name}."


def _then(story: ItemStory, zone: ZoneInfo, today: date) -> str:
    """What came of it, or when it was last seen; empty when the state says all."""
    item = story.item
    if item.state is ItemState.SETTLING and item.landed is not None:
        held = _day(UtcMillis(item.landed + SETTLING_MS), zone, today)
        return tr("held from {day} if it stands", day=held)
    if story.since is None:
        return ""
    day = _day(story.since, zone, today)
    if item.state is ItemState.REVERTED:
        return tr("taken back {day}", day=day)
    if item.state is ItemState.IN_FLIGHT:
        return tr("last worked on {day}", day=day)
    if item.state is not ItemState.SET_ASIDE:
        return ""
    closed = any(event.happening is Happening.PULL_CLOSED for event in story.timeline)
    return tr("closed {day}", day=day) if closed else tr("quiet since {day}", day=day)


def time_rows(story: ItemStory, zone: ZoneInfo, today: date) -> list[tuple[str, str]]:
    """Times that are known, with their names."""
    rows = _time_rows(story.times, zone, today)
    days = active_days(story.times, zone)
    return [*rows, (tr("Active on"), plural(days, one="{n} day", many="{n} days"))] if days else rows


def _time_rows(times: Times, zone: ZoneInfo, today: date) -> list[tuple[str, str]]:
    first = [(tr("First activity"), when_text(times.first, zone, today))] if times.first is not None else []
    spans = (
        (tr("Coding"), times.coding),
        (tr("Review"), times.review),
        (tr("Total"), times.total),
        (tr("Ticket, start to done"), times.cycle),
    )
    return [*first, *((name, duration_text(span)) for name, span in spans if span is not None)]


def part_lines(story: ItemStory, zone: ZoneInfo, today: date) -> list[str]:
    """One line for each part of a ticket."""
    lines = []
    for part in story.parts:
        landed = f" {_day(part.item.landed, zone, today)}" if part.item.landed is not None else ""
        told = f"{part.item.item}: {state_text(part.item.state)}{landed}"
        lines.append(", ".join((told, *_part_times(part.times))))
    return lines


def _part_times(times: Times) -> list[str]:
    told = []
    if times.coding is not None:
        told.append(tr("{time} coding", time=duration_text(times.coding)))
    if times.review is not None:
        told.append(tr("{time} review", time=duration_text(times.review)))
    if times.total is not None:
        told.append(tr("{time} in all", time=duration_text(times.total)))
    return told


def share_sentence(story: ItemStory) -> str:
    """How much of its lines agents wrote, or why that is unknown; empty without a commit."""
    item, lines = story.item, story.lines
    if not item.commits:
        return ""
    count = plural(
        lines.added,
        one="{n} line added, {whole} of them say something",
        many="{n} lines added, {whole} of them say something",
        whole=number(lines.whole),
    )
    if item.agent_share is None:
        why = tr(WHY_UNKNOWN[story.share_unknown]) if story.share_unknown else tr("a part of it is unknown")
        if item.landed is not None:
            return tr("Agents' part of the landed lines is unknown: {why}. {count}.", why=why, count=count)
        return tr("Agents' part of the lines so far is unknown: {why}. {count}.", why=why, count=count)
    values = {"part": share_text(item), "count": count, "agent": _agent_lines(lines)}
    if item.landed is not None:
        return tr("Agents wrote {part} of the landed lines: {count}, {agent}.", **values)
    return tr("Agents wrote {part} of the lines so far: {count}, {agent}.", **values)


def _agent_lines(lines: LandedLines) -> str:
    agent = number(lines.agent + lines.touched)
    if not lines.touched:
        return tr("{agent} are an agent's", agent=agent)
    return tr(
        "{agent} are an agent's, {touched} of them changed since", agent=agent, touched=number(lines.touched)
    )


def commit_text(commit: StoryCommit, zone: ZoneInfo, today: date) -> tuple[str, str]:
    """A commit's id with when it was made, and what it says; copies folded in are counted."""
    copies = f" ({plural(commit.copies, one='{n} copy', many='{n} copies')})" if commit.copies > 1 else ""
    when = when_text(commit.authored, zone, today)
    told = when if commit.landed is None else tr("{when}, landed", when=when)
    return f"{commit.sha[:SHORT_SHA]}  {told}{copies}", commit.subject


def matched_text(one: MatchedLines) -> tuple[str, str, str]:
    """`Claude Code 5221af7e wrote 113 of 228 lines in `, the path, and what stands behind it."""
    wrote = plural(
        one.whole,
        one="{session} wrote {lines} of {n} line in ",
        many="{session} wrote {lines} of {n} lines in ",
        session=session_text(one.tool, one.session),
        lines=number(one.lines),
    )
    changed = f" ({tr('{number} changed', number=number(one.touched))})" if one.touched else ""
    return wrote, one.path, changed


def spent_elsewhere(story: ItemStory) -> str:
    """Which sessions wrote lines and have no spend here; empty when all that wrote have."""
    paid = {(one.tool, one.session) for one in story.sessions}
    others = sorted({(one.tool, one.session) for one in story.matched} - paid)
    if not others:
        return ""
    return tr(
        "No spend of {sessions} is counted here: these lines landed elsewhere before, "
        "or are a small part of what its turns wrote.",
        sessions=joined([session_text(*one) for one in others]),
    )


def fix_text(fix: StoryFix, story: ItemStory) -> str:
    """A later fix, which the owner has not confirmed."""
    values = {"item": fix.item, "commit": fix.sha[:SHORT_SHA], "title": fix.title}
    if fix.item in story.item.parts:
        return tr("{item}, a part of it, commit {commit}: {title}", **values)
    return tr("{item}, commit {commit}: {title}", **values)


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
    return day_month_text(day)


def when_text(moment: UtcMillis, zone: ZoneInfo, today: date) -> str:
    """Day and time."""
    return f"{_day(moment, zone, today)}, {clock_text(moment, zone)}"


def _day(moment: UtcMillis, zone: ZoneInfo, today: date) -> str:
    """A day, with its year when that is not this one."""
    day = day_of(moment, zone)
    return day_text(day) + (f" {day.year}" if day.year != today.year else "")
