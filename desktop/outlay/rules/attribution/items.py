"""What is kept of a unit beside its money: how it began and landed, its size, its tickets, its agents' part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from outlay.domain.attribution import Form, ItemFacts, OwnCommit, Tier, WorkKind
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import Ticket
from outlay.domain.work import MarkKind, Revert
from outlay.rules.attribution.kinds import work_kind
from outlay.rules.attribution.parameters import Parameters
from outlay.rules.attribution.share import Labels, agent_share, landed_lines, names_agent
from outlay.rules.attribution.standing import is_reverted, landed_at
from outlay.rules.attribution.tickets import KnownTickets, tickets_of
from outlay.rules.attribution.units import Unit, last_activity
from outlay.rules.commit_text import without_pull

PROVING = frozenset({Tier.OWN_WORD, Tier.ATTESTED, Tier.LANDED_TEXT, Tier.BRANCH_EDITED})


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the units of a place.

    Args:
        labels: by commit and path, what each added line is.
        reverts: commits of the default branch that take others back.
        tickets: what counts as a ticket.
        told: the tickets that trackers told of, by key.
        branches: the branches each commit was seen on.
        worked: by item, when turns first and last went into it.
        first_log: when the first stored log begins; None without any.
    """

    labels: Labels
    reverts: Sequence[Revert]
    tickets: KnownTickets
    told: Mapping[str, Ticket]
    branches: Mapping[str, tuple[str, ...]]
    worked: Mapping[str, tuple[UtcMillis, UtcMillis]]
    first_log: UtcMillis | None


def item_facts(unit: Unit, around: Around, parameters: Parameters) -> ItemFacts:
    """Everything but the money."""
    first, last = around.worked.get(unit.item, (None, None))
    began = [commit.authored for commit in unit.commits]
    started = min([*began, *([first] if first is not None else [])], default=None)
    commits = unit.landing or unit.commits
    count = landed_lines(commits, around.labels)
    logs_cover = around.first_log is not None and (started is None or started >= around.first_log)
    tickets = tickets_of(unit, _branches(unit, around), around.tickets)
    active = [at for at in (last_activity(unit), last) if at is not None]
    return ItemFacts(
        item=unit.item,
        form=_form(unit),
        kind=_kind(unit, tickets, around),
        title=title_of(unit),
        place=unit.place,
        repository=unit.repository,
        branch=unit.branch,
        created=unit.pull.created if unit.pull else None,
        started=started,
        landed=landed_at(unit),
        closed=unit.pull.closed if unit.pull else None,
        reverted=is_reverted(unit, around.reverts),
        active=max(active, default=None),
        commits=tuple(commit.sha for commit in commits),
        tickets=tickets,
        added_lines=_added_lines(unit, commits),
        agent_share=agent_share(unit, count, logs_cover=logs_cover, parameters=parameters),
        agent_named=names_agent(unit),
        url=unit.pull.url if unit.pull else None,
    )


def _added_lines(unit: Unit, commits: Sequence[OwnCommit]) -> int:
    """As its commits hold them; where none is on this machine, as the forge counts them."""
    if commits:
        return sum(len(file.added) for commit in commits for file in commit.files)
    return (unit.pull.added_lines or 0) if unit.pull else 0


def title_of(unit: Unit) -> str:
    """A pull request's title, else the subject of what landed, else of the first commit."""
    if unit.pull:
        return unit.pull.title
    named = [commit for commit in unit.landing if commit.pull is not None and commit.through == commit.sha]
    speaking = named or list(unit.landing) or list(unit.commits)
    return without_pull(speaking[0].subject) if speaking else (unit.branch or unit.item)


def _form(unit: Unit) -> Form:
    if unit.number is not None:
        return Form.PULL_REQUEST
    return Form.COMMIT if unit.landing else Form.BRANCH


def _kind(unit: Unit, tickets: Sequence[str], around: Around) -> WorkKind:
    labels = [mark.value for mark in (unit.pull.marks if unit.pull else ()) if mark.kind is MarkKind.LABEL]
    types = [ticket.type for key in tickets if (ticket := around.told.get(key)) and ticket.type]
    subjects = [unit.pull.title] if unit.pull else []
    return work_kind(labels, types, [*subjects, *(commit.subject for commit in unit.landing or unit.commits)])


def _branches(unit: Unit, around: Around) -> tuple[str, ...]:
    """Every branch the unit's commits were on while they were not landed."""
    seen = {
        name
        for commit in unit.commits
        if commit.landed is None
        for name in around.branches.get(commit.sha, ())[:1]
    }
    return tuple(sorted(seen | ({unit.branch} if unit.branch else set())))
