"""A shared summary in words: the page for a 1:1, own words first, no table of days."""

from collections import Counter
from zoneinfo import ZoneInfo

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form
from outlay.domain.charts import WentPart, WhereStrip
from outlay.domain.moments import Period
from outlay.domain.money import Amount
from outlay.domain.pictures import Mark
from outlay.domain.shared_page import PageBlock, PageRow, PageTable, SharedPage
from outlay.domain.shared_summary import (
    SharedItem,
    SharedName,
    SharedOutcomes,
    SharedSpend,
    SharedSummary,
    WentTo,
)
from outlay.domain.sharing import OwnTopic, Section
from outlay.presenters.amounts import amount_text, cents_text, shown_cents, two_digits
from outlay.presenters.days import range_text
from outlay.presenters.items import kind_text
from outlay.presenters.shared_notes import notes_of
from outlay.presenters.shared_sentences import agents_text, percent_text, times_texts, used_texts
from outlay.presenters.tongue import Forms, later, number, plural, tongue, tr
from outlay.presenters.words import as_beginning, sentences
from outlay.rules.periods import calendar_week

TOPICS = {
    OwnTopic.MATTERED: later("What mattered"),
    OwnTopic.HARD: later("What was hard"),
    OwnTopic.NEXT: later("What next"),
    OwnTopic.CHANGE: later("What I would change"),
    OwnTopic.ASKS: later("Asks"),
}
_FORMS = {
    Form.PULL_REQUEST: later("Pull request"),
    Form.TICKET: later("Ticket"),
    Form.COMMIT: later("Commit"),
    Form.BRANCH: later("Branch"),
    Form.BY_HAND: later("Work without a commit"),
}
_MARKS = {
    Form.PULL_REQUEST: Mark.PULL_REQUEST,
    Form.TICKET: Mark.TICKET,
    Form.COMMIT: Mark.COMMIT,
    Form.BRANCH: Mark.COMMIT,
    Form.BY_HAND: Mark.BY_HAND,
}
WENT = {
    WentTo.SHIPPED: later("Shipped"),
    WentTo.OPEN: later("Still open"),
    WentTo.SET_ASIDE: later("Set aside"),
    WentTo.REVERTED: later("Taken back after landing"),
    WentTo.NOT_LINKED: later("Not linked"),
}
_WENT_MARKS = {
    WentTo.SHIPPED: Mark.PULL_REQUEST,
    WentTo.OPEN: Mark.OPEN,
    WentTo.SET_ASIDE: Mark.SET_ASIDE,
    WentTo.REVERTED: Mark.SET_ASIDE,
    WentTo.NOT_LINKED: Mark.NOT_LINKED,
}
_SHIPPED = Forms("{n} item shipped", "{n} items shipped")
_UTC = ZoneInfo("UTC")


def page_of(summary: SharedSummary) -> SharedPage:
    """The page of a summary, in the language in force."""
    blocks = [*_words(summary)]
    if Section.SHIPPED in summary.sections:
        blocks.append(_shipped(summary))
    if summary.agents:
        blocks.append(PageBlock(tr("What agents helped with"), (agents_text(summary.agents),)))
    blocks += _money(summary)
    if summary.times:
        blocks.append(PageBlock(tr("How long it took"), (" ".join(times_texts(summary.times)),)))
    if summary.outcomes is not None:
        blocks.append(PageBlock(tr("What became of it"), _outcomes(summary.outcomes)))
    notice = tr("Sample data, made up.") if summary.sample else ""
    return SharedPage(title_of(summary), tongue().name, tuple(blocks), notes_of(summary), notice)


def title_of(summary: SharedSummary) -> str:
    """The week with its number; of other periods the days alone."""
    period = Period(summary.start, summary.end, _UTC)
    days = range_text(period, year=True)
    if period != calendar_week(summary.start, _UTC):
        return days
    return tr("Week {number}, {days}", number=summary.start.isocalendar().week, days=days)


def item_title(item: SharedItem) -> str:
    """What an item is called as far as it may be: its title, its ticket or branch, else what kind of thing it is."""
    if item.title is not None:
        return item.title
    if item.branch is not None:
        return branch_text(item.branch)
    if item.ticket is not None and item.form is Form.TICKET:
        return ticket_text(item.ticket)
    return tr(_FORMS[item.form])


def repository_text(name: SharedName) -> str:
    """`harbor/api`, or `Repository A`."""
    return name.real if name.real is not None else tr("Repository {letter}", letter=name.letter)


def ticket_text(name: SharedName) -> str:
    """`HBR-207`, or `Ticket A`."""
    return name.real if name.real is not None else tr("Ticket {letter}", letter=name.letter)


def branch_text(name: SharedName) -> str:
    """`fix-tax`, or `Branch A`."""
    return name.real if name.real is not None else tr("Branch {letter}", letter=name.letter)


def _words(summary: SharedSummary) -> list[PageBlock]:
    return [PageBlock(tr(TOPICS[topic]), _paragraphs(text)) for topic, text in summary.words]


def _paragraphs(text: str) -> tuple[str, ...]:
    """Blank lines part paragraphs."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return tuple("\n".join(some) for some in found if some)


def _shipped(summary: SharedSummary) -> PageBlock:
    heading = tr("What shipped")
    if summary.shipped is None:
        return PageBlock(heading, (tr("Unknown: not every repository of these weeks could be read."),))
    if not summary.shipped:
        return PageBlock(heading, (tr("Nothing landed in these days."),))
    return PageBlock(heading, table=_item_table(summary.shipped), after=(_standing(summary.shipped),))


def _standing(items: tuple[SharedItem, ...]) -> str:
    states = Counter(item.state for item in items)
    parts = [
        plural(states[ItemState.HELD], one="{n} held", many="{n} held") if states[ItemState.HELD] else "",
        plural(states[ItemState.SETTLING], one="{n} settling", many="{n} settling")
        if states[ItemState.SETTLING]
        else "",
    ]
    return f"{plural(len(items), *_SHIPPED)}: {', '.join(part for part in parts if part)}."


def _item_table(items: tuple[SharedItem, ...]) -> PageTable:
    """Columns that would be empty in every row are left out."""
    whole = [_item_cells(item) for item in items]
    head = (tr("Item"), tr("Repository"), tr("Ticket"), tr("Kind"), tr("Direct spend"))
    kept = [at for at in range(len(head)) if not at or any(cells[at] for cells in whole)]
    rows = tuple(
        PageRow(_MARKS[item.form], tuple(cells[at] for at in kept))
        for item, cells in zip(items, whole, strict=True)
    )
    return PageTable(tuple(head[at] for at in kept), rows, tuple(at == len(head) - 1 for at in kept))


def _item_cells(item: SharedItem) -> tuple[str, ...]:
    kind = "" if item.kind.value == "unknown" else as_beginning(kind_text(item.kind))
    money = ""
    if item.money is not None and item.money.percent is not None:
        money = percent_text(item.money.percent)
    elif item.money is not None and item.money.micros:
        money = two_digits(item.money.micros)
    return (
        item_title(item),
        repository_text(item.repository) if item.repository else "",
        ticket_text(item.ticket) if item.ticket and (item.title or item.form is not Form.TICKET) else "",
        kind,
        money,
    )


def _money(summary: SharedSummary) -> list[PageBlock]:
    used = used_texts(summary)
    if summary.spend is None:
        return [PageBlock(tr("What was used"), used)] if used else []
    heading = tr("Where the money went")
    return [PageBlock(heading, strip=_strip(summary.spend), table=_went_table(summary.spend), after=used)]


def _strip(spend: SharedSpend) -> WhereStrip:
    parts = tuple(
        WentPart(
            _WENT_MARKS[to], part.micros if part.micros is not None else part.percent or 0, 0, tr(WENT[to])
        )
        for to, part in spend.parts
    )
    return WhereStrip(tuple(part for part in parts if part.direct), "", tr("Where the money went"))


def _went_table(spend: SharedSpend) -> PageTable:
    names = [(to, tr(WENT[to])) for to, _ in spend.parts]
    if spend.total.micros is None:
        cells = [percent_text(part.percent or 0) for _, part in spend.parts]
        head = (tr("Where it went"), tr("Part of these days' spend"))
        total: tuple[str, ...] = ()
    else:
        cents = shown_cents(tuple(part.micros or 0 for _, part in spend.parts), spend.total.micros)
        cells = [cents_text(one) for one in cents]
        head = (tr("Where it went"), tr("List value"))
        whole = amount_text(Amount(spend.total.micros, at_least=spend.at_least))
        total = (tr("Together"), whole)
    rows = tuple(
        PageRow(_WENT_MARKS[to], (name, cell)) for (to, name), cell in zip(names, cells, strict=True)
    )
    return PageTable(head, rows, (False, True), total)


def _outcomes(told: SharedOutcomes) -> tuple[str, ...]:
    standing = tr(
        "{held} held, {settling} settling, {reverted} taken back.",
        held=number(told.held),
        settling=number(told.settling),
        reverted=number(told.reverted),
    )
    if not told.held:
        return (standing,)
    fixes = tr(
        "A later fix may concern {fixes} of the {held} that held",
        fixes=number(told.fixes),
        held=number(told.held),
    )
    if told.low is None:
        return (standing, sentences(fixes))
    within = tr("between {low} and {high} % of such work, with 90 %", low=told.low, high=told.high)
    return (standing, sentences(f"{fixes}: {within}"))
