"""The pane of one item in words: what it is called, its money beside its days, by phase and by evidence."""

from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.answers import ItemState
from outlay.domain.attribution import DIRECT, Tier
from outlay.domain.figure_pairs import FigurePair, PairHalf
from outlay.domain.item_story import ItemStory, StorySession
from outlay.domain.items import Item
from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.pictures import Figure
from outlay.domain.shipped_page import OpenItem
from outlay.domain.tables import Bar, Cell, Column, Kind, Link, Row, Table, Tone
from outlay.domain.words import Run, Words
from outlay.presenters.amounts import (
    AT_LEAST,
    UNKNOWN,
    bare_two_digits,
    cents_of,
    cents_text,
    shown_cents,
    two_digits,
)
from outlay.presenters.days import day_month_text
from outlay.presenters.durations import days_text
from outlay.presenters.item_money import beside_text, money_notes, rule_text
from outlay.presenters.item_story import (
    SHORT_SHA,
    part_lines,
    session_text,
    share_sentence,
    span_text,
    standing_text,
)
from outlay.presenters.items import state_text, tier_text
from outlay.presenters.pages.item_cells import hue_of, mark_of
from outlay.presenters.pages.shipped_own import OwnWord, own_words
from outlay.presenters.pages.shipped_rows import days_of, references
from outlay.presenters.pages.shipped_times import times_words
from outlay.presenters.tongue import decimal_sign, later, plural, tr
from outlay.presenters.words import as_beginning
from outlay.rules.item_phases import Phase, PhaseMoney, opened_at, phases_of
from outlay.rules.shipping import SETTLING_MS

COPY, OPEN, CHANGE = "copy:", "open:", "change:"
"""What links of the pane ask for: to copy a key, to open an address, to correct a session."""

_MONEY = (46, 46)
_EVIDENCE = {
    Tier.OWN_WORD: later("Set by you"),
    Tier.ATTESTED: later("Attested by the tool"),
    Tier.LANDED_TEXT: later("Text landed"),
    Tier.BRANCH_EDITED: later("Branch and edits"),
    Tier.DISCARDED: later("Edits thrown away"),
    Tier.BRANCH_ONLY: later("Branch, no edits"),
    Tier.NEXT_TURN: later("Carried from the next turn"),
    Tier.PREVIOUS_TURN: later("Carried from the turn before"),
}


class PaneView(NamedTuple):
    """Everything the pane shows but its timeline; tables without a row are left out."""

    key: str
    title: str
    references: Words
    pair: FigurePair
    phases: Table
    times: Words
    evidence: Table
    agent: str
    notes: tuple[str, ...]
    own: tuple[OwnWord, ...]
    note: str
    fixes: Table
    parts: Table
    sessions: Table
    beside: str


def pane_view(open_item: OpenItem, zone: ZoneInfo) -> PaneView:
    """The pane of an item's story."""
    story, now = open_item.story, open_item.now
    today = day_of(now, zone)
    return PaneView(
        key=story.item.item,
        title=story.item.title,
        references=_references(story, zone, today),
        pair=_pair(story, now),
        phases=_phases(story, zone),
        times=times_words(open_item, zone),
        evidence=_evidence(story),
        agent=share_sentence(story),
        notes=tuple(money_notes(story)),
        own=own_words(open_item),
        note=" ".join((story.item.note or "").split()),
        fixes=_fixes(story),
        parts=_parts(story, zone, today),
        sessions=_sessions(story, zone),
        beside=beside_text(story),
    )


def _references(story: ItemStory, zone: ZoneInfo, today: date) -> Words:
    """Names to follow or copy, the lines, and how it stands."""
    item = story.item
    runs: list[Run] = []
    for at, name in enumerate(_names(item)):
        known = at == 0 and (item.url or "").startswith("https://")
        runs += [Run(name, link=f"{OPEN}{item.url}" if known else f"{COPY}{name}"), Run("  ")]
    told = []
    if item.added_lines:
        told.append(plural(item.added_lines, one="{n} line", many="{n} lines"))
    told.append(_standing(story, zone, today))
    return (*runs, Run(", ".join(told)))


def _names(item: Item) -> list[str]:
    """As in the list, the repository before what is only a number."""
    names = references(item)
    place = (item.repository or "").strip()
    if place and names and item.item.startswith(("pr:", "commit:", "branch:")):
        names[0] = f"{place} {names[0]}"
    return [name for name in names if name]


def _standing(story: ItemStory, zone: ZoneInfo, today: date) -> str:
    """`settling until 3 Dec`; else as everywhere, without its full stop."""
    item = story.item
    if item.state is ItemState.SETTLING and item.landed is not None:
        until = day_of(UtcMillis(item.landed + SETTLING_MS), zone)
        return tr("settling until {day}", day=day_month_text(until))
    told = standing_text(story, zone, today).rstrip(".")
    return told[:1].lower() + told[1:]


def _pair(story: ItemStory, now: UtcMillis) -> FigurePair:
    money, days = _money_half(story), _days_half(story, now)
    spoken = f"{money.figure.text} {money.beside}, {money.caption}; {days.figure.text} {days.beside}, {days.caption}"
    return FigurePair(money, days, spoken)


def _money_half(story: ItemStory) -> PairHalf:
    spend = story.item.in_all
    if not spend.whole:
        told = tr("spend not visible here") if story.item.spend_unseen else tr("no agent seen")
        return PairHalf(Figure("", UNKNOWN), "", told)
    sign = AT_LEAST if story.unpriced or story.item.spend_unseen else ""
    beside = tr("+ {amount} context", amount=bare_two_digits(spend.context)) if spend.context else ""
    return PairHalf(Figure(sign, two_digits(spend.direct)), beside, tr("list value, direct"))


def _days_half(story: ItemStory, now: UtcMillis) -> PairHalf:
    item = story.item
    began = item.began
    if days_of(item):
        words = tr("first prompt to merge") if story.sessions else tr("first commit to landing")
        return PairHalf(Figure("", days_of(item)), tr("days"), words)
    if began is None or item.landed is not None:
        return PairHalf(Figure("", UNKNOWN), "", tr("when it began is not known"))
    return PairHalf(Figure("", days_text(max(0, now - began))), tr("days"), tr("since its first prompt"))


def _phases(story: ItemStory, zone: ZoneInfo) -> Table:
    turns = [event.turn for event in story.timeline if event.turn]
    told = phases_of(turns, opened_at(story.timeline), story.item.landed) if turns else ()
    columns = (
        Column("phase", tr("Money by phase"), minimum=120, wraps=True),
        Column("direct", tr("Direct"), Kind.MONEY, _MONEY[0]),
        Column("context", tr("Context"), Kind.CONTEXT, _MONEY[1]),
    )
    rows = tuple(_phase_row(one, story, zone) for one in told)
    return Table(columns, rows, spoken=tr("Money by phase"), inset=0, decimal=decimal_sign())


def _phase_row(one: PhaseMoney, story: ItemStory, zone: ZoneInfo) -> Row:
    name, second = _phase_words(one.phase, story, zone)
    cells: tuple[Cell | None, ...]
    if one.direct or one.context:
        direct = Cell(two_digits(one.direct) if one.direct else "", strong=True, exact=_exact(one.direct))
        text = tr("+ {amount}", amount=bare_two_digits(one.context)) if one.context else ""
        cells = (Cell(name, second), direct, Cell(text, exact=_exact(one.context)))
    else:
        watched = one.phase is Phase.AFTER and story.item.state is ItemState.SETTLING
        none = tr("none so far") if watched else tr("none")
        cells = (Cell(name, second), None, Cell(none, tone=Tone.QUIET))
    told = tr("{amount} direct, {context} context", amount=_exact(one.direct), context=_exact(one.context))
    return Row(one.phase, cells, spoken=f"{name} {second}, {told}", opens=False)


def _phase_words(phase: Phase, story: ItemStory, zone: ZoneInfo) -> tuple[str, str]:
    times, item = story.times, story.item
    if phase is Phase.CODING:
        if times.coding is not None:
            return tr("Coding"), tr("{days} days to opened", days=days_text(times.coding))
        return tr("Coding"), tr("until it landed") if item.landed is not None else tr("so far")
    if phase is Phase.REVIEW:
        if times.review is not None:
            return tr("Review"), tr("{days} days to merged", days=days_text(times.review))
        return tr("Review"), tr("so far")
    watched = day_of(UtcMillis((item.landed or 0) + SETTLING_MS), zone)
    if item.state is ItemState.SETTLING:
        return tr("After merge"), tr("watched until {day}", day=day_month_text(watched))
    return tr("After merge"), ""


def _evidence(story: ItemStory) -> Table:
    """Tiers in order, the strongest first: solid or hatched, how much of it there is, and its part of the money."""
    item = story.item
    rows = tuple(_tier_row(tier, story) for tier in Tier if item.in_all.tiers.get(tier))
    columns = (
        Column("bar", "", Kind.BAR, 10),
        Column("tier", minimum=150, wraps=True),
        Column("money", "", Kind.MONEY, 46),
    )
    return Table(columns, rows, spoken=tr("Evidence, the strongest first"), inset=0, decimal=decimal_sign())


def _tier_row(tier: Tier, story: ItemStory) -> Row:
    micros, direct = story.item.in_all.tiers[tier], tier in DIRECT
    name, second = tr(_EVIDENCE.get(tier, later("Not linked"))), _tier_count(tier, story)
    bar = Bar(1.0 if direct else 0.0, 0.0 if direct else 1.0, hue_of(story.item))
    tone = Tone.USUAL if direct else Tone.QUIET
    tip = as_beginning(f"{tier_text(tier)}: {rule_text(tier)}")
    cells = (
        Cell(bar=bar),
        Cell(name, second, tone=Tone.INK, tip=tip),
        Cell(two_digits(micros), strong=direct, tone=tone, exact=_exact(micros)),
    )
    return Row(tier, cells, spoken=f"{name}, {second}, {_exact(micros)}. {tip}", opens=False)


def _tier_count(tier: Tier, story: ItemStory) -> str:
    turns = [event.turn for event in story.timeline if event.turn and event.turn.tier is tier]
    sessions = len({(turn.tool, turn.session) for turn in turns})
    lines = story.lines.agent + story.lines.touched
    in_sessions = plural(sessions, one="{n} session", many="{n} sessions")
    if tier is Tier.LANDED_TEXT and lines:
        return plural(
            lines, one="{n} line in {sessions}", many="{n} lines in {sessions}", sessions=in_sessions
        )
    if tier in DIRECT:
        return in_sessions
    return plural(len(turns), one="{n} turn", many="{n} turns")


def _sessions(story: ItemStory, zone: ZoneInfo) -> Table:
    one_sum = sum(one.list_micros for one in story.sessions)
    cents = shown_cents(tuple(one.list_micros for one in story.sessions), one_sum)
    columns = (
        Column("session", tr("Sessions"), minimum=120),
        Column("change", "", width=58),
        Column("amount", "", Kind.MONEY, 54),
    )
    told = zip(story.sessions, cents, strict=True)
    rows = tuple(_session_row(one, part, zone) for one, part in told)
    spoken = tr("Sessions that went into it; Enter opens one in Spend")
    return Table(columns, rows, spoken=spoken, two_line=True, inset=0, decimal=decimal_sign())


def session_key(one: StorySession) -> str:
    """The key of a session's row."""
    return f"{one.tool}/{one.session}"


def _session_row(one: StorySession, cents: int, zone: ZoneInfo) -> Row:
    name, when = session_text(one.tool, one.session), span_text(one.first, one.last, zone)
    turns = plural(one.turns, one="{n} turn", many="{n} turns")
    amount = cents_text(cents) if one.unpriced < one.requests else UNKNOWN
    link = Link(tr("Correct\u2026"), f"{CHANGE}{session_key(one)}")
    cells = (Cell(name, f"{when}, {turns}", tip=one.session), Cell(link=link), Cell(amount))
    return Row(session_key(one), cells, spoken=f"{name}, {when}, {turns}, {amount}")


def _fixes(story: ItemStory) -> Table:
    columns = (Column("fix", tr("Later fixes")), Column("sha", "", width=60, style="small"))
    rows = tuple(
        Row(fix.item, (Cell(fix.title), Cell(fix.sha[:SHORT_SHA], tone=Tone.QUIET)),
            spoken=tr("Later fix: {title}", title=fix.title))
        for fix in story.fixes
    )  # fmt: skip
    return Table(columns, rows, spoken=tr("Later fixes of its lines, as it seems"), inset=0)


def _parts(story: ItemStory, zone: ZoneInfo, today: date) -> Table:
    """What a ticket is made of."""
    columns = (Column("part", tr("Parts"), minimum=140), Column("direct", "", Kind.MONEY, 46))
    lines = part_lines(story, zone, today)
    rows = tuple(_part_row(part.item, line) for part, line in zip(story.parts, lines, strict=True))
    spoken = tr("What it is made of")
    return Table(columns, rows, spoken=spoken, two_line=True, inset=0, decimal=decimal_sign())


def _part_row(item: Item, line: str) -> Row:
    spend = two_digits(item.in_all.direct) if item.in_all.direct else ""
    second = ", ".join((*references(item)[:1], state_text(item.state)))
    cells = (Cell(item.title, second, mark=mark_of(item), tip=item.title), Cell(spend, strong=True))
    return Row(item.item, cells, spoken=f"{item.title}, {line}")


def _exact(micros: int) -> str:
    return cents_text(cents_of(micros))
