"""What `outlay sources` prints: the tools that are here, those that are not, repositories, and the next step."""

import sys
from collections.abc import Iterable, Sequence
from shutil import get_terminal_size
from textwrap import fill
from typing import NamedTuple

from outlay.app import App
from outlay.cli.tables import GAP
from outlay.domain.answers import Correction, Place, PlaceState, SourceAnswer, Trouble
from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.problems import Problem
from outlay.domain.work import KnownRepository, RepositoryState
from outlay.presenters.amounts import cents_of, cents_text
from outlay.presenters.days import day_text, moment_text
from outlay.presenters.paths import short_path
from outlay.presenters.problems import problem_sentence
from outlay.presenters.sources import SourceRow, source_row
from outlay.presenters.tools import tool_name

_SHOWN_CORRECTIONS = 10
_UNBROKEN = 1_000_000
_REPOSITORY_STATES = {RepositoryState.GONE: "gone", RepositoryState.FAILING: "cannot be read"}

_NOTHING_FOUND = (
    "None of these tools has left a log here yet; once one does, outlay sync reads it.",
    "Logs kept elsewhere: set CLAUDE_CONFIG_DIR or CODEX_HOME, or add the folder under Sources in the tray app.",
    "To try Outlay with made-up data: outlay sample --home DIR",
)

_NO_REPOSITORY = "Repositories: none named yet. Name yours with: outlay repositories add PATH"


class Found(NamedTuple):
    """Everything there is to say of what is read."""

    sources: tuple[SourceAnswer, ...]
    repositories: tuple[KnownRepository, ...]
    repository_problems: tuple[Problem, ...]
    corrections: tuple[Correction, ...]
    losses: tuple[Trouble, ...]


def sources_text(found: Found, app: App) -> str:
    """Blocks with a blank line between them; sentences are broken to a terminal's width, and whole in a pipe."""
    here = [source for source in found.sources if not _never_here(source)]
    blocks = [_source(source, app) for source in here]
    blocks += _not_here([source for source in found.sources if _never_here(source)], app)
    blocks.append(_repositories(found, app))
    blocks += _corrections(found.corrections)
    kept = [f"Kept in {app.data_folder}", *_sentences(_loss(one, app) for one in found.losses)]
    blocks.append("\n".join([*kept, *_next_step(found)]))
    return "\n\n".join(blocks)


def _never_here(source: SourceAnswer) -> bool:
    return source.state is PlaceState.ABSENT and source.last_read is None


def _source(source: SourceAnswer, app: App) -> str:
    row = source_row(source, app.now, app.zone, str(app.home))
    read = "not read yet" if source.last_read is None else f"last read {row.last_read}"
    places = [(one.name, _what(place, one)) for place, one in zip(source.places, row.places, strict=True)]
    notes = dict.fromkeys((*(note for place in row.places for note in place.notes), *row.notes))
    return "\n".join([f"{row.name}: {row.state}, {read}", *_aligned(places), *_sentences(notes)])


def _what(place: Place, row: SourceRow) -> str:
    if place.state is not PlaceState.FOUND:
        return row.state
    return row.files if place.files else "no logs"


def _not_here(sources: Sequence[SourceAnswer], app: App) -> list[str]:
    rows = [
        ("" if number else tool_name(source.tool), short_path(place.path, str(app.home)))
        for source in sources
        for number, place in enumerate(source.places)
    ]
    return ["\n".join(["Not found, looked for in:", *_aligned(rows)])] if rows else []


def _repositories(found: Found, app: App) -> str:
    if not found.repositories:
        return _sentences((_NO_REPOSITORY,), indent="")[0]
    rows = [(short_path(one.path, str(app.home)), _repository_state(one, app)) for one in found.repositories]
    notes = [
        f"{short_path(one.place, str(app.home))}: {problem_sentence(one)}"
        for one in found.repository_problems
    ]
    return "\n".join(["Repositories:", *_aligned(rows), *_sentences(notes)])


def _repository_state(one: KnownRepository, app: App) -> str:
    read = "not read yet" if one.last_read is None else f"last read {_moment(one.last_read, app)}"
    return ", ".join(filter(None, (_REPOSITORY_STATES.get(one.state), read)))


def _moment(moment: UtcMillis, app: App) -> str:
    return moment_text(moment, app.zone, day_of(app.now, app.zone))


def _corrections(corrections: Sequence[Correction]) -> list[str]:
    if not corrections:
        return []
    lines = [
        f"{day_text(one.day)} {tool_name(one.tool)}: {_money(one.micros_before)} to {_money(one.micros_after)}, "
        f"{one.requests_before:,} to {one.requests_after:,} requests. {one.reason}."
        for one in corrections[:_SHOWN_CORRECTIONS]
    ]
    return ["\n".join(["Corrections of past days (UTC):", *_sentences(lines)])]


def _loss(loss: Trouble, app: App) -> str:
    return loss.title if loss.since is None else f"{_moment(loss.since, app)}: {loss.title}"


def _money(micros: int) -> str:
    return cents_text(cents_of(micros))


def _next_step(found: Found) -> list[str]:
    """What to do when nothing was found, or when what was found was never read."""
    if all(_never_here(source) for source in found.sources):
        return ["", *_sentences(_NOTHING_FOUND, indent="")]
    logs = any(one.last_read is None and one.state is PlaceState.FOUND for one in found.sources)
    unread = logs or any(one.last_read is None for one in found.repositories)
    return ["", "Read what is new with: outlay sync"] if unread else []


def _aligned(rows: Sequence[tuple[str, str]]) -> list[str]:
    width = max((len(name) for name, _ in rows), default=0)
    return [f"  {name.ljust(width)}{GAP}{what}".rstrip() for name, what in rows]


def _sentences(sentences: Iterable[str], indent: str = "  ") -> list[str]:
    width = get_terminal_size().columns if sys.stdout is not None and sys.stdout.isatty() else _UNBROKEN
    return [
        fill(
            sentence,
            width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for sentence in sentences
    ]
