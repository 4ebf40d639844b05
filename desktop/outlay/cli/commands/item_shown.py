"""`outlay items show ITEM`: one item with what it rests on, from its first prompt to its landing."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from shutil import get_terminal_size
from textwrap import wrap
from zoneinfo import ZoneInfo

from outlay.app import App
from outlay.cli.item_story_json import story_json
from outlay.cli.reply import Reply
from outlay.cli.standing import standing
from outlay.cli.tables import GAP, clipped, table
from outlay.domain.item_story import ItemStory, MatchedLines
from outlay.domain.moments import day_of
from outlay.presenters.amounts import cents_text, shown_cents
from outlay.presenters.item_money import (
    beside_text,
    money_notes,
    money_rows,
    money_total,
    rule_lines,
    session_rows,
)
from outlay.presenters.item_story import (
    SHORT_SHA,
    commit_text,
    fix_text,
    head_lines,
    matched_text,
    part_lines,
    share_sentence,
    spent_elsewhere,
    time_rows,
)
from outlay.presenters.timelines import TimelineLine, timeline_lines
from outlay.presenters.words import counted

_NARROWEST = 60
_WIDEST = 120
_UNKNOWN_WIDTH = (100, 24)
_MOST = 20
_LEAST_TEXT = 16


def answer(app: App, arguments: Namespace) -> Reply:
    """One item, from its first prompt to its landing."""
    story = app.item(arguments.item)
    problems, code = standing(app)
    width = max(_NARROWEST, min(_WIDEST, get_terminal_size(_UNKNOWN_WIDTH).columns))
    text = story_text(story, app.zone, day_of(app.now, app.zone), width)
    return Reply("item", story_json(story, app.zone), text, problems=problems, code=code)


def story_text(story: ItemStory, zone: ZoneInfo, today: date, width: int) -> str:
    """The whole answer in lines of at most a width."""
    blocks = (
        [clipped(story.item.title, width), *_wrapped(head_lines(story, zone, today), width)],
        _pairs(time_rows(story, zone, today)),
        _titled("Parts", _wrapped(part_lines(story, zone, today), width)),
        _money(story, width),
        _titled("What that rests on", _wrapped(rule_lines(story), width)),
        _sessions(story, zone, width),
        _wrapped([share_sentence(story)], width),
        _titled("Who wrote its lines", [*_matched(story, width), *_wrapped([spent_elsewhere(story)], width)]),
        _titled("Commits", _commits(story, zone, today, width)),
        _titled("Later fixes that seem to repair it, to confirm", _fixes(story, width)),
        _titled("Timeline", _timeline(timeline_lines(story.timeline, zone, today), width)),
    )
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _titled(title: str, lines: Sequence[str]) -> list[str]:
    return [title, *lines] if lines else []


def _pairs(rows: Sequence[tuple[str, str]]) -> list[str]:
    widest = max((len(name) for name, _ in rows), default=0)
    return [f"{name:{widest}}{GAP}{told}" for name, told in rows]


def _money(story: ItemStory, width: int) -> list[str]:
    notes = _wrapped(money_notes(story), width)
    rows = money_rows(story)
    if not rows:
        return notes
    return [table(("Money in all", "List value"), rows, total=money_total(story)), *notes]


def _sessions(story: ItemStory, zone: ZoneInfo, width: int) -> list[str]:
    if not story.sessions:
        return []
    rows = session_rows(story.sessions, zone)
    whole = sum(one.list_micros for one in story.sessions)
    (cents,) = shown_cents((whole,), whole)
    head = ("Session", "When", "Turns", "Requests", "List value")
    listed = table(head, rows, left=2, total=("", "", "", "", cents_text(cents)) if len(rows) > 1 else ())
    return [listed, *_wrapped([beside_text(story)], width)]


def _matched(story: ItemStory, width: int) -> list[str]:
    """By commit where there are several; the files with most lines first."""
    lines: list[str] = []
    several = len({one.sha for one in story.matched}) > 1
    for sha, matched in groupby(story.matched, lambda one: one.sha):
        found = sorted(matched, key=lambda one: (-one.lines, one.path, one.session))
        lines += [sha[:SHORT_SHA]] if several else []
        lines += [f"{GAP * several}{_matched_line(one, width - 2 * several)}" for one in found[:_MOST]]
        lines += [f"and {counted(len(found) - _MOST, 'more file')}"] if len(found) > _MOST else []
    return lines


def _matched_line(one: MatchedLines, width: int) -> str:
    wrote, path, changed = matched_text(one)
    return f"{wrote}{_cut(path, width, len(wrote) + len(changed))}{changed}"


def _commits(story: ItemStory, zone: ZoneInfo, today: date, width: int) -> list[str]:
    told = [commit_text(one, zone, today) for one in story.commits[-_MOST:]]
    widest = max((len(named) for named, _ in told), default=0)
    earlier = len(story.commits) - len(told)
    lines = [f"{named:{widest}}{GAP}{_cut(subject, width, widest + 2)}" for named, subject in told]
    return [*([f"{counted(earlier, 'earlier commit')}"] if earlier else []), *lines]


def _fixes(story: ItemStory, width: int) -> list[str]:
    return [clipped(fix_text(fix, story), width) for fix in story.fixes]


def _timeline(lines: Sequence[TimelineLine], width: int) -> list[str]:
    """Days as columns where each has one line, else as headings."""
    by_day = [(day, list(told)) for day, told in groupby(lines, lambda line: line.day)]
    clocks = max((len(line.clock) for line in lines), default=0)
    if len(by_day) == len(lines):
        days = max((len(day) for day, _ in by_day), default=0)
        return [f"{day:{days}}{GAP}{_event(told[0], clocks, width - days - 2)}" for day, told in by_day]
    return [
        text
        for day, told in by_day
        for text in (day, *(f"{GAP}{_event(one, clocks, width - 2)}" for one in told))
    ]


def _event(line: TimelineLine, clocks: int, width: int) -> str:
    return f"{line.clock:{clocks}}{GAP}{_cut(line.text, width, clocks + 2)}"


def _cut(text: str, width: int, taken: int) -> str:
    """A text cut to what a line has left, but never to nothing."""
    return clipped(text, max(_LEAST_TEXT, width - taken))


def _wrapped(lines: Iterable[str], width: int) -> list[str]:
    """Sentences over as many lines as they need; an address stays whole."""
    return [
        part
        for line in lines
        for part in wrap(line, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    ]
