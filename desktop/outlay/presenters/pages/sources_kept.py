"""What is kept here, what changed afterwards, and what the owner did: the lower tables of the Sources page."""

from zoneinfo import ZoneInfo

from outlay.domain.answers import Correction
from outlay.domain.machine import MachineFacts
from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.own_words import Act
from outlay.domain.sources_page import SourcesPage
from outlay.domain.tables import Cell, Column, Kind, Link, Row, Table, Tone
from outlay.presenters.advice import on_screen
from outlay.presenters.amounts import NO_BREAK, cents_of, cents_text
from outlay.presenters.days import day_month_text, day_text, moment_text
from outlay.presenters.own_acts import act_sentence, names_on_screen
from outlay.presenters.sizes import size_text
from outlay.presenters.tongue import decimal_sign, number, plural, tr
from outlay.presenters.tools import tool_name
from outlay.presenters.words import as_beginning, sentences

OPEN_FOLDER, PRICES, UNDO = "open_folder", "prices", "undo"
_SESSION_LETTERS = 8


def machine_table(page: SourcesPage, now: UtcMillis, zone: ZoneInfo) -> Table:
    """The data file, what it holds, other machines, prices; where the file had to be mended, that too."""
    facts = page.machine
    rows = [
        _fact("data", tr("Data"), _data(facts), Link(tr("Open folder").replace(" ", NO_BREAK), OPEN_FOLDER)),
        _fact("rows", tr("Requests"), _requests(facts, zone)),
        _fact("machines", tr("Other machines"), tr("none yet")),
        _fact("prices", tr("Prices"), _prices(facts, zone), Link(tr("Show"), PRICES)),
    ]
    rows += [
        _fact(f"loss:{at}", moment_text(at, zone, day_of(now, zone)), as_beginning(on_screen(told)))
        for at, told in page.losses
    ]
    columns = (
        Column("name", width=112, minimum=84),
        Column("what", minimum=150, wraps=True, style="small"),
    )
    return Table(columns, tuple(rows), spoken=tr("This machine"), inset=0)


def corrections_table(page: SourcesPage) -> Table:
    """Every correction, newest first."""
    columns = (
        Column("day", tr("Day (UTC)"), width=92),
        Column("tool", tr("Tool"), width=104, minimum=70),
        Column("before", tr("Before"), Kind.MONEY, 78),
        Column("after", tr("After"), Kind.MONEY, 78),
        Column("requests", tr("Requests"), Kind.FIGURE, 104, hides_below=560),
        Column("reason", tr("Why"), minimum=160, wraps=True, style="small"),
    )
    rows = tuple(_correction_row(at, one) for at, one in enumerate(page.corrections))
    spoken = tr("Corrections of past days")
    return Table(columns, rows, spoken=spoken, inset=0, decimal=decimal_sign())


def acts_table(page: SourcesPage, now: UtcMillis, zone: ZoneInfo, *, stacked: bool = False) -> Table:
    """Every act, newest first; one that holds can be taken back. `stacked` tells when before what."""
    when = Column("when", tr("When"), width=132, minimum=132)
    what = Column("what", tr("What you said"), minimum=200, wraps=True, style="body")
    name = names_on_screen(page.acts)
    rows = tuple(_act_row(act, act_sentence(_short(act), name), now, zone) for act in reversed(page.acts))
    columns: tuple[Column, ...] = (when, what)
    if stacked:
        columns, rows = (what,), tuple(map(_in_one_cell, rows))
    return Table(columns, rows, spoken=tr("What you said, newest first"), inset=0)


def _fact(key: str, name: str, text: str, link: Link | None = None) -> Row:
    cells = (Cell(name, tone=Tone.INK), Cell(text, link=link, tone=Tone.SECOND))
    return Row(key, cells, spoken=f"{name}, {text}", opens=False)


def _data(facts: MachineFacts) -> str:
    copies = facts.folder_bytes - facts.database_bytes
    told = tr("one file, {size}, only you can read it", size=size_text(facts.database_bytes))
    if copies < facts.database_bytes / 10:
        return told
    return tr("{file}; {size} with its copies", file=told, size=size_text(facts.folder_bytes))


def _requests(facts: MachineFacts, zone: ZoneInfo) -> str:
    if facts.first is None or facts.last is None:
        return tr("none yet")
    first, last = day_of(facts.first, zone), day_of(facts.last, zone)
    return tr(
        "{count}, from {first} {first_year} to {last} {last_year}",
        count=number(facts.rows),
        first=day_month_text(first),
        first_year=first.year,
        last=day_month_text(last),
        last_year=last.year,
    )


def _prices(facts: MachineFacts, zone: ZoneInfo) -> str:
    own = plural(facts.own_prices, one="{n} own price", many="{n} own prices") if facts.own_prices else ""
    unpriced = len(facts.unpriced_models)
    missing = (
        plural(unpriced, one="{n} model without a price", many="{n} models without a price")
        if unpriced
        else ""
    )
    if facts.prices_dated is None:
        return ", ".join(filter(None, (tr("as shipped"), own, missing)))
    day = day_month_text(day_of(facts.prices_dated, zone))
    return ", ".join(filter(None, (tr("of {day}", day=day), own, missing)))


def _correction_row(at: int, one: Correction) -> Row:
    before, after = cents_text(cents_of(one.micros_before)), cents_text(cents_of(one.micros_after))
    requests = tr("{before} to {after}", before=number(one.requests_before), after=number(one.requests_after))
    cells = (
        Cell(day_text(one.day)),
        Cell(tool_name(one.tool)),
        Cell(before, sort=one.micros_before),
        Cell(after, sort=one.micros_after),
        Cell(requests),
        Cell(sentences(as_beginning(one.reason)), tone=Tone.SECOND),
    )
    key = f"{one.day.isoformat()}:{one.tool}:{at}"
    return Row(key, cells, spoken=", ".join(cell.text for cell in cells), opens=False)


def _act_row(act: Act, sentence: str, now: UtcMillis, zone: ZoneInfo) -> Row:
    today = day_of(now, zone)
    when = moment_text(act.moment, zone, today)
    if act.undone is None:
        cells = (
            Cell(when, tone=Tone.SECOND),
            Cell(sentence, link=Link(tr("Undo"), f"{UNDO}:{act.number}"), tone=Tone.INK),
        )
        return Row(f"act:{act.number}", cells, spoken=f"{when}, {sentence}", opens=False)
    undone = tr("Taken back {when}.", when=moment_text(act.undone, zone, today))
    told = f"{sentence} {undone}"
    cells = (Cell(when, tone=Tone.QUIET), Cell(told, tone=Tone.QUIET))
    return Row(f"act:{act.number}", cells, spoken=f"{when}, {told}", opens=False)


def _in_one_cell(row: Row) -> Row:
    when, what = row.cells
    if when is None or what is None:
        return row
    return row._replace(cells=(what._replace(text=f"{when.text}: {what.text}"),))


def _short(act: Act) -> Act:
    """The act with its session named by the letters that tell it apart."""
    link = act.link
    return act if link is None else act._replace(link=link._replace(session=link.session[:_SESSION_LETTERS]))
