"""What the owner named, and what is proposed: repositories, commit e-mails, groups of projects."""

from collections.abc import Collection, Iterable
from pathlib import PurePath

from outlay.domain.sources_page import RepositoryRow, SourcesPage
from outlay.domain.tables import Cell, Column, Link, Row, Table, Tone
from outlay.domain.ticks import TickLine
from outlay.domain.work import RepositoryState
from outlay.presenters.amounts import UNKNOWN
from outlay.presenters.paths import short_path
from outlay.presenters.problems import problem_sentence
from outlay.presenters.tongue import number, plural, tr

ADD, REMOVE = "add", "remove"


def repository_lines(page: SourcesPage) -> tuple[TickLine, ...]:
    """Those that are read, ticked, with their own commits, then those the logs name, unticked."""
    known = tuple(_known_line(row, page.home) for row in page.repositories)
    proposed = tuple(
        TickLine(path, PurePath(path).name, short_path(path, page.home), spoken=tr("proposed"))
        for path in page.proposed_repositories
    )
    return (*known, *proposed)


def identity_lines(page: SourcesPage) -> tuple[TickLine, ...]:
    """The owner's e-mails, ticked, then those git is set to, unticked."""
    mine = tuple(TickLine(email, email, ticked=True) for email in page.identities)
    proposed = tuple(
        TickLine(one.email, one.email, tr("from {origin}", origin=one.origin), spoken=tr("proposed"))
        for one in page.proposed_identities
    )
    return (*mine, *proposed)


def in_place(
    lines: Iterable[TickLine], shown: Iterable[TickLine], unticked: Collection[str]
) -> tuple[TickLine, ...]:
    """Lines at the places and under the names they are `shown` with, new ones behind them.

    What is gone because it was `unticked` stays, so that it can be ticked again.
    """
    now = {line.key: line for line in lines}
    kept = []
    for old in shown:
        found = now.pop(old.key, None)
        if found is not None:
            kept.append(found._replace(name=old.name))
        elif old.key in unticked:
            kept.append(old._replace(ticked=False, figure="", act=""))
    return (*kept, *now.values())


def groups_table(page: SourcesPage) -> Table:
    """Each group with its projects."""
    columns = (
        Column("name", width=120, minimum=80),
        Column("projects", minimum=140, wraps=True, style="small"),
    )
    rows = tuple(
        Row(
            one.name,
            (
                Cell(one.name, tone=Tone.INK),
                Cell(
                    ", ".join(short_path(project, page.home) for project in one.projects),
                    link=Link(tr("Remove"), REMOVE),
                    tone=Tone.SECOND,
                ),
            ),
            spoken=f"{one.name}: {', '.join(one.projects)}",
            opens=False,
        )
        for one in page.groups
    )
    return Table(columns, rows, spoken=tr("Groups of projects"), inset=0)


def _known_line(row: RepositoryRow, home: str) -> TickLine:
    known = row.known
    commits = UNKNOWN if row.own_commits is None else number(row.own_commits)
    told = (
        tr("not read yet")
        if row.own_commits is None
        else plural(row.own_commits, one="{n} own commit", many="{n} own commits")
    )
    where = [short_path(known.path, home), _state(known.state), _worktrees(row)]
    trouble = " ".join(problem_sentence(problem) for problem in row.problems)
    return TickLine(
        known.path,
        known.slug or known.name,
        ", ".join(filter(None, where)),
        commits,
        ticked=True,
        act=tr("Forget\u2026"),
        spoken=". ".join(filter(None, (told, trouble))),
    )


def _worktrees(row: RepositoryRow) -> str:
    return plural(row.worktrees, one="{n} worktree", many="{n} worktrees") if row.worktrees else ""


def _state(state: RepositoryState) -> str:
    if state is RepositoryState.GONE:
        return tr("gone")
    return tr("cannot be read") if state is RepositoryState.FAILING else ""
