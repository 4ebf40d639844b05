"""The page of the first run in words: what will be read, what never leaves, and how far the first reading is."""

from typing import NamedTuple

from outlay.domain.answers import PlaceState, Progress, SourceAnswer
from outlay.domain.machine import Autostart, StartState
from outlay.domain.moments import UtcMillis
from outlay.domain.pictures import Mark
from outlay.domain.sources_page import SourcesPage
from outlay.domain.tables import Cell, Column, Kind, Row, Table, Tone
from outlay.domain.ticks import TickLine
from outlay.domain.words import Run, Words
from outlay.presenters.foot import duration_text
from outlay.presenters.pages.sources_owner import identity_lines, repository_lines
from outlay.presenters.paths import short_path
from outlay.presenters.sizes import megabytes
from outlay.presenters.tongue import number, plural, tr
from outlay.presenters.tools import tool_name

WHERE, WHICH = "where", "which"
_WEEK_MS = 7 * 24 * 3600 * 1000


class FirstRunAnswer(NamedTuple):
    """What was found before anything was read, or so far."""

    page: SourcesPage
    now: UtcMillis
    autostart: Autostart


class FirstRunView(NamedTuple):
    """Everything the page shows but the reading. `logs` is False where no tool has left a log.

    `waiting` and `waiting_note` stand beside Start.
    """

    logs: bool
    waiting: str
    waiting_note: str
    tools: Table
    elsewhere: Words
    repositories: tuple[TickLine, ...]
    no_repository: str
    emails: tuple[TickLine, ...]
    email_note: str
    autostart: str


class ReadingView(NamedTuple):
    """How far the first reading is; `share` from 0 to 1. `ready` once this week can be shown."""

    title: str
    far: str
    share: float
    note: Words
    ready: bool


class Reading(NamedTuple):
    """What is known of the first reading: how far it is, and whether it has come to its end."""

    progress: Progress | None = None
    over: bool = False


def first_run_view(
    answer: FirstRunAnswer, *, started: bool, over: bool = False, all_places: bool = False
) -> FirstRunView:
    """The page of an answer, before Start, while the logs are read, and when that is `over`.

    `all_places` lists the places that hold nothing too.
    """
    page = answer.page
    here = [source for source in page.sources if _is_here(source)]
    absent = [source for source in page.sources if not _is_here(source)]
    files = sum(map(_files, here))
    return FirstRunView(
        logs=bool(files),
        waiting=_waiting(files, len(here)),
        waiting_note=tr("Newest first. This week can be shown long before the oldest is read."),
        tools=_tools_table(page, here, absent if all_places or not here else [], all_places=all_places),
        elsewhere=() if all_places else _elsewhere(here, absent),
        repositories=_repositories(page),
        no_repository=_no_repository(page, over=over),
        emails=tuple(line._replace(ticked=True) if not started else line for line in identity_lines(page)),
        email_note=_email_note(page),
        autostart=(
            ""
            if answer.autostart.state is StartState.UNKNOWN
            else tr("Start with the session, stay in the tray")
        ),
    )


def opening(*, started: bool = False) -> tuple[str, str]:
    """The heading of the page and the sentence below it, which promises nothing that is over."""
    sentence = (
        tr("One page, then it works by itself.")
        if started
        else tr("One page, then it works by itself. Nothing is read before you press Start.")
    )
    return tr("Your AI outlay, next to your output"), sentence


def never_leaves() -> tuple[str, ...]:
    """What stays on this machine."""
    return (
        tr("Nothing leaves this machine by itself: no account, no server, no telemetry."),
        tr(
            "Prompts, replies and code are never stored. Of each edited line only a keyed hash is kept, "
            "to find it again in a commit."
        ),
        tr("The logs of your tools are read, never changed."),
    )


def nothing_found() -> tuple[str, str]:
    """The heading and the sentence where no tool has left a log."""
    return (
        tr("No tool has left a log here yet"),
        tr(
            "As soon as one of these writes, its figures appear. "
            "Point to a folder if yours lie elsewhere, or look around in made-up data first."
        ),
    )


def reading_view(reading: Reading, answer: FirstRunAnswer) -> ReadingView:
    """The reading that was started."""
    progress = reading.progress
    if reading.over:
        return ReadingView(tr("Read"), "", 1.0, _so_far(answer, whole=True), ready=True)
    if progress is None:
        return ReadingView(tr("Reading, newest first"), tr("Looking for logs"), 0.0, (), ready=False)
    ready = progress.whole_since is not None and progress.whole_since <= answer.now - _WEEK_MS
    share = progress.bytes_done / progress.bytes_total if progress.bytes_total else 0.0
    note = _so_far(answer, whole=False, week=ready)
    return ReadingView(tr("Reading, newest first"), _far(progress), min(1.0, share), note, ready)


def _far(progress: Progress) -> str:
    files = tr(
        "{done} of {total} files", done=number(progress.files_done), total=number(progress.files_total)
    )
    done, total = megabytes(progress.bytes_done), megabytes(progress.bytes_total)
    parts = [files, tr("{done} of {total} MB", done=done, total=total)]
    if progress.seconds_left is not None:
        parts.append(tr("about {time} left", time=duration_text(progress.seconds_left)))
    return ", ".join(parts)


def _so_far(answer: FirstRunAnswer, *, whole: bool, week: bool = False) -> Words:
    rows = answer.page.machine.rows
    if whole:
        first = plural(rows, one="{n} request is kept.", many="{n} requests are kept.")
    else:
        first = plural(rows, one="{n} request so far.", many="{n} requests so far.") if rows else ""
    told = " ".join(filter(None, (tr("The last 7 days are ready.") if week else "", first)))
    troubles = sum(one.times for source in answer.page.sources for one in source.problems)
    if not troubles:
        return (Run(told),) if told else ()
    trouble = plural(troubles, one="{n} line gave trouble.", many="{n} lines gave trouble.")
    return Run(" ".join(filter(None, (told, trouble))) + " "), Run(tr("Which?"), link=WHICH)


def _waiting(files: int, tools: int) -> str:
    if not files:
        return tr("Nothing to read yet")
    logs = plural(files, one="{n} log file", many="{n} log files")
    return plural(tools, one="{logs} of {n} tool", many="{logs} of {n} tools", logs=logs)


def _is_here(source: SourceAnswer) -> bool:
    return source.state is not PlaceState.ABSENT


def _files(source: SourceAnswer) -> int:
    return sum(place.files for place in source.places)


def _tools_table(
    page: SourcesPage, here: list[SourceAnswer], absent: list[SourceAnswer], *, all_places: bool
) -> Table:
    """Every place something is in, then the first place of each tool that is absent, or all of them."""
    columns = (
        Column("tool", minimum=96, width=112),
        Column("path", minimum=120, mono=True),
        Column("files", "", Kind.FIGURE, 76),
    )
    rows = [row for source in here for row in _place_rows(source, page.home, found=True)]
    for source in absent:
        looked = _place_rows(source, page.home, found=False)
        rows += looked if all_places else looked[:1]
    return Table(columns, tuple(rows), spoken=tr("What will be read"), inset=0)


def _place_rows(source: SourceAnswer, home: str, *, found: bool) -> list[Row]:
    places = [place for place in source.places if not found or place.state is not PlaceState.ABSENT]
    rows = []
    for at, place in enumerate(places):
        name = tool_name(source.tool)
        failing = place.state is PlaceState.FAILING
        files = plural(place.files, one="{n} file", many="{n} files") if place.files else ""
        state = tr("cannot be read") if failing else files if found else tr("not there")
        mark = Mark.FAILING if failing else Mark.PULL_REQUEST if found else Mark.ABSENT
        path = short_path(place.path, home)
        cells = (
            Cell("" if at else name, mark=mark, hue="" if failing or not found else "status.fresh"),
            Cell(path, tip=place.path, tone=Tone.SECOND if found else Tone.QUIET),
            Cell(state, tone=Tone.QUIET),
        )
        spoken = ", ".join(filter(None, (name, path, state)))
        rows.append(Row(place.path, cells, spoken=spoken, opens=False))
    return rows


def _elsewhere(here: list[SourceAnswer], absent: list[SourceAnswer]) -> Words:
    link = Run(tr("Where it looks"), link=WHERE)
    if not here:
        return (Run(tr("Every place it looks"), link=WHERE),)
    if not absent:
        return ()
    names = ", ".join(tool_name(source.tool) for source in absent)
    told = tr("Not on this machine: {tools}.", tools=names)
    return Run(f"{told} "), link


def _repositories(page: SourcesPage) -> tuple[TickLine, ...]:
    """Their rows; what a figure counts stands beside it, as no head says it."""
    counted = {row.known.path: row.own_commits for row in page.repositories}
    return tuple(
        line._replace(act="", figure=_own_commits(counted.get(line.key))) for line in repository_lines(page)
    )


def _own_commits(count: int | None) -> str:
    return "" if count is None else plural(count, one="{n} own commit", many="{n} own commits")


def _no_repository(page: SourcesPage, *, over: bool) -> str:
    if page.repositories or page.proposed_repositories:
        return tr("Your tools worked in these. Only the commits of those you tick are read.")
    if over:
        return tr("The logs name none.")
    return tr("The logs say where your tools worked, so these are proposed here as soon as they are read.")


def _email_note(page: SourcesPage) -> str:
    if page.proposed_identities:
        return tr("Proposed from git config. Only these commits count as yours.")
    return tr("Only commits of these count as yours.")
