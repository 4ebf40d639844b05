"""What the worlds of GitLab and Gitea hold: the pull requests of planned_pulls.py and issues, each in its own shapes."""

from dataclasses import dataclass, replace
from datetime import timedelta

from work_worlds import Seen
from work_worlds.planned_pulls import AGENT, ME, NOW, OTHER, Planned, at, grown, planned

ASSIGNED = {2: OTHER, 8: ME, 9: ME, 10: ME}
"""Whom a pull request is assigned to: the owner's own #8, the agent's #9 and somebody else's #10 to the owner."""

SIZES = {1: (30, 4, 2), 9: (7, 0, 1)}
CLOSES = {1: (11,), 9: (12,)}
"""Which issues a pull request closes by the forge's own word."""

AGENTS_ALONE = Planned(21, "tools", "An agent's for somebody else", at("11-16"), at("11-17"), author=AGENT)


@dataclass(frozen=True)
class Issue:
    """`history` is of (what, when, label or None): "put", "taken", "closed", "reopened", "timed"."""

    number: int
    repository: str
    title: str
    created: object
    changed: object
    assigned: str = ME
    history: tuple = ()
    labels: tuple = ()
    duplicate: bool = False
    moved: bool = False
    kind: str = "issue"

    @property
    def closed(self):
        """When it was last closed; None while it is open."""
        states = [(what, when) for what, when, _ in self.history if what in {"closed", "reopened"}]
        return states[-1][1] if states and states[-1][0] == "closed" else None


def forge_pulls():
    """Seven of the owner's, an agent's that the owner is assigned to, and others'."""
    return [*planned(), AGENTS_ALONE]


def own_pulls(place):
    """Keys of those a reading must come to."""
    authors = {**{one.number: one.author for one in forge_pulls()}}
    own = (one for one in forge_pulls() if authors[one.number] == ME or one.number == 9)
    return frozenset(f"{place}{one.repository}#{one.number}" for one in own)


def issues(working, kind, unwanted):
    """Eight of the owner's, two of others; `working`, `kind` and `unwanted` are labels as the forge writes them."""
    return [
        Issue(11, "ledger", "Read the ledger", at("09-01"), at("09-03"), labels=(kind, "ledger"), history=(
            ("put", at("09-01", 12), working), ("put", at("09-01", 13), "ledger"), ("taken", at("09-03"), working),
            ("closed", at("09-03"), None))),
        Issue(12, "tools", "Closed twice", at("10-01"), at("10-25", 1, 30), history=(
            ("put", at("10-02"), working), ("closed", at("10-24"), None), ("reopened", at("10-25", 0, 30), None),
            ("put", at("10-25", 0, 40), working), ("closed", at("10-25", 1, 30), None))),
        Issue(13, "ledger", "Not worth it", at("10-05"), at("10-26"), labels=(unwanted,), history=(
            ("put", at("10-26"), unwanted), ("closed", at("10-26"), None))),
        Issue(14, "ledger", "Somebody else's", at("10-06"), at("10-27"), assigned=OTHER, history=(
            ("closed", at("10-27"), None),)),
        Issue(15, "ledger", "Under way", at("11-01", 5, 30), at("11-12"), labels=(working,), history=(
            ("put", at("11-01", 6, 30), working),)),
        Issue(16, "tools", "Waiting", at("11-02"), at("11-02")),
        Issue(17, "tools", "Reopened and waiting", at("11-03"), at("11-13"), history=(
            ("closed", at("11-10"), None), ("reopened", at("11-13"), None))),
        Issue(18, "tools", "Timed", at("11-04"), at("11-14"), history=(("timed", at("11-05"), None),)),
        Issue(19, "tools", "An incident", at("11-05"), at("11-15"), kind="incident", history=(
            ("closed", at("11-15"), None),)),
        Issue(20, "tools", "Nobody's", at("11-06"), at("11-16"), assigned=AGENT),
    ]  # fmt: skip


def own_issues(planned_issues, place):
    """Keys of the owner's."""
    own = (one for one in planned_issues if one.assigned == ME)
    return frozenset(f"{place}{one.repository}#{one.number}" for one in own)


def changed_issue(planned_issues, number, **fields):
    """The same, one of them changed."""
    return [replace(one, **fields) if one.number == number else one for one in planned_issues]


def reopened(planned_issues, number):
    """The same, one of them reopened now."""
    one = next(one for one in planned_issues if one.number == number)
    return changed_issue(
        planned_issues, number, history=(*one.history, ("reopened", NOW, None)), changed=NOW, labels=()
    )


def grown_issues(count):
    """So many of the owner's, closed one an hour."""
    first = NOW - timedelta(hours=count + 1)
    times = [(n, first + timedelta(hours=n)) for n in range(1, count + 1)]
    return [
        Issue(n, "ledger", f"Ticket {n}", when - timedelta(hours=1), when, history=(("closed", when, None),))
        for n, when in times
    ]


class Forge:
    """What these worlds have in common; `place` stands before a repository's name."""

    place: str
    prefix = ""

    def __init__(self, planned_issues):
        self.settings = {}
        self.pulls = forge_pulls()
        self.issues = planned_issues
        self.refuses = set()
        self.edit = lambda row: row
        self.expected = Seen(own_pulls(self.place), own_issues(self.issues, self.place))

    def empty(self):
        self.pulls, self.issues = [], []

    def go_back(self):
        self.issues = reopened(self.issues, 11)
        return f"{self.place}ledger#11"

    def grow(self, pulls, tickets):
        self.pulls, self.issues = grown(pulls), grown_issues(tickets)
