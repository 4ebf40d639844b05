"""The tools of the Sources page: where their logs lie, how that stands, and what was wrong there."""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.accounts import AccountStanding
from outlay.domain.answers import Place, PlaceState, SourceAnswer
from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.pictures import Mark
from outlay.domain.problems import Problem
from outlay.domain.sources_page import SourcesPage
from outlay.domain.tables import Cell, Column, Density, Link, Row, Table, Tone
from outlay.presenters.advice import on_screen
from outlay.presenters.days import moment_text
from outlay.presenters.paths import short_path, with_short_paths
from outlay.presenters.problems import problem_sentence
from outlay.presenters.sources import source_row
from outlay.presenters.tongue import plural, tr
from outlay.presenters.tools import tool_name
from outlay.presenters.words import as_beginning

SHOW, HIDE, REMOVE, PROBLEMS = "show", "hide", "remove", "problems"
_ABSENT_SHOWN = 2
_EMPTY = Cell()


class SourcesAnswer(NamedTuple):
    """The page's answer and the accounts, with the moment and the zone it is told in."""

    page: SourcesPage
    now: UtcMillis
    zone: ZoneInfo
    accounts: tuple[AccountStanding, ...] = ()
    paused: bool = False


class _Line(NamedTuple):
    """One line of the table, before it is known how many columns there is room for."""

    key: str
    name: Cell
    path: str
    state: Cell
    read: str
    note: Cell
    level: int = 0
    expandable: bool = False

    @property
    def spoken(self) -> str:
        """The whole line."""
        told = (self.name.text, self.path, self.state.text, self.read, self.note.text)
        return ", ".join(filter(None, told))


def tools_table(answer: SourcesAnswer, *, all_tools: bool, stacked: bool) -> Table:
    """The tools that are here, then the others; `stacked` puts path and note below the name."""
    here = [source for source in answer.page.sources if not _never_here(source)]
    absent = [source for source in answer.page.sources if _never_here(source)]
    shown = absent if all_tools or len(absent) <= _ABSENT_SHOWN + 1 else absent[:_ABSENT_SHOWN]
    lines = [line for source in here for line in _source_lines(source, answer)]
    for number, source in enumerate(shown):
        last = number == len(shown) - 1
        more = _more(len(absent) - len(shown), all_tools=all_tools) if last else _EMPTY
        lines += _absent_lines(source, answer.page.home, more)
    lines += [_own_folder_line(folder, answer.page.home) for folder in answer.page.log_folders]
    rows = [_stacked(line) if stacked else _flat(line) for line in lines]
    spoken = tr("Tool logs, where they lie and how that stands")
    columns = _stacked_columns() if stacked else _flat_columns()
    return Table(columns, tuple(rows), spoken=spoken, density=Density.ROOMY, inset=0)


def _flat_columns() -> tuple[Column, ...]:
    return (
        Column("tool", tr("Tool logs"), width=142, minimum=104),
        Column("path", tr("Where it looks"), width=196, minimum=150, mono=True),
        Column("state", tr("State"), width=92),
        Column("read", tr("Last read"), width=78),
        Column("note", "", minimum=230, wraps=True, style="small"),
    )


def _stacked_columns() -> tuple[Column, ...]:
    return (
        Column("tool", tr("Tool logs"), minimum=180, wraps=True),
        Column("state", tr("State"), width=92),
        Column("read", tr("Last read"), width=78, hides_below=400),
    )


def _flat(line: _Line) -> Row:
    path = Cell(line.path, tip=line.path, tone=line.note.tone)
    cells = (line.name, path, line.state, Cell(line.read, tone=Tone.SECOND), line.note)
    return Row(line.key, cells, line.level, expandable=line.expandable, spoken=line.spoken, opens=False)


def _stacked(line: _Line) -> Row:
    """Below the name what there is no room for beside it; a line without a name begins with where it lies."""
    told = " \u00b7 ".join(filter(None, (line.path, line.note.text)))
    if line.name.text:
        exact = ", ".join(filter(None, (line.name.text, told)))
        first = line.name._replace(below=told, link=line.note.link, exact=exact)
    else:
        first = line.note._replace(text=told, tone=Tone.QUIET)
    cells = (first, line.state, Cell(line.read, tone=Tone.SECOND))
    return Row(line.key, cells, line.level, expandable=line.expandable, spoken=line.spoken, opens=False)


def _never_here(source: SourceAnswer) -> bool:
    return source.state is PlaceState.ABSENT and source.last_read is None


def _more(hidden: int, *, all_tools: bool) -> Cell:
    if hidden:
        told = plural(
            hidden,
            one="{n} more tool is not on this machine.",
            many="{n} more tools are not on this machine.",
        )
        return Cell(told, link=Link(tr("Show"), SHOW))
    return Cell("", link=Link(tr("Show fewer"), HIDE)) if all_tools else _EMPTY


def _source_lines(source: SourceAnswer, answer: SourcesAnswer) -> list[_Line]:
    """The tool with its first place, then its other places and its problems inside."""
    home = answer.page.home
    first, others = _places(source)
    inside = [_place_line(source, place, home) for place in others]
    inside += [_problem_line(source, number, one, home) for number, one in enumerate(source.problems)]
    head = _Line(
        source.reader,
        Cell(tool_name(source.tool), strong=True, tone=Tone.INK),
        short_path(first.path, home) if first else "",
        _state_cell(source.state),
        _read(source, answer),
        _note(source, answer),
        expandable=bool(inside),
    )
    return [head, *inside]


def _note(source: SourceAnswer, answer: SourcesAnswer) -> Cell:
    """Its files, what its tool deletes, what came of it, and how many kinds of trouble there were."""
    words = source_row(source, answer.now, answer.zone, answer.page.home)
    notes = [on_screen(note) for note in words.notes[: len(words.notes) - len(source.problems)]]
    count = len(source.problems)
    trouble = (
        plural(count, one="{n} kind of trouble in its files.", many="{n} kinds of trouble in its files.")
        if count
        else ""
    )
    text = " ".join(filter(None, (_files(source.files), *notes, trouble)))
    return Cell(text, link=Link(tr("Which?"), PROBLEMS) if count else None, tone=Tone.SECOND)


def _places(source: SourceAnswer) -> tuple[Place | None, tuple[Place, ...]]:
    """The place that stands for the tool, where something is or the first, and the others."""
    order = {PlaceState.FAILING: 0, PlaceState.FOUND: 1}
    ranked = sorted(source.places, key=lambda place: (order.get(place.state, 2), -place.files))
    return (ranked[0], tuple(ranked[1:])) if ranked else (None, ())


def _files(count: int) -> str:
    return plural(count, one="{n} file.", many="{n} files.") if count else ""


def _read(source: SourceAnswer, answer: SourcesAnswer) -> str:
    if source.last_read is None:
        return tr("not yet") if source.files or source.state is PlaceState.FOUND else ""
    told = moment_text(source.last_read, answer.zone, day_of(answer.now, answer.zone))
    return told.partition(",")[0]


def _state_cell(state: PlaceState) -> Cell:
    if state is PlaceState.FOUND:
        return Cell(tr("Reading"), mark=Mark.PULL_REQUEST, hue="status.fresh", tone=Tone.INK)
    if state is PlaceState.FAILING:
        return Cell(tr("Failing"), mark=Mark.FAILING, tone=Tone.FAILING)
    if state is PlaceState.STALE:
        return Cell(tr("Stale"), mark=Mark.STALE, tone=Tone.STALE)
    return Cell(tr("Not found"), mark=Mark.ABSENT, tone=Tone.QUIET)


def _absent_lines(source: SourceAnswer, home: str, note: Cell) -> list[_Line]:
    first, others = _places(source)
    head = _Line(
        source.reader,
        Cell(tool_name(source.tool), tone=Tone.QUIET),
        short_path(first.path, home) if first else "",
        _state_cell(source.state),
        "",
        note._replace(tone=Tone.QUIET),
        expandable=bool(others),
    )
    return [head, *(_place_line(source, place, home) for place in others)]


def _place_line(source: SourceAnswer, place: Place, home: str) -> _Line:
    told = with_short_paths(place.message, home)
    note = Cell(as_beginning(told) if told else _files(place.files), tone=Tone.SECOND)
    key = f"{source.reader}:{place.path}"
    return _Line(key, _EMPTY, short_path(place.path, home), _state_cell(place.state), "", note, level=1)


def _problem_line(source: SourceAnswer, number: int, problem: Problem, home: str) -> _Line:
    """What is wrong, and one place it was met at: a file and a line, nothing of what stands there."""
    note = Cell(on_screen(problem_sentence(problem)), tone=Tone.SECOND)
    state = Cell(tr("Trouble"), mark=Mark.STALE, tone=Tone.SECOND)
    example = with_short_paths(problem.example, home)
    return _Line(f"{source.reader}:problem:{number}", _EMPTY, example, state, "", note, level=1)


def _own_folder_line(folder: str, home: str) -> _Line:
    note = Cell(tr("Every tool's logs are looked for in it."), link=Link(tr("Remove"), REMOVE))
    name = Cell(tr("Your folder"), tone=Tone.INK)
    return _Line(
        f"folder:{folder}", name, short_path(folder, home), _EMPTY, "", note._replace(tone=Tone.SECOND)
    )
