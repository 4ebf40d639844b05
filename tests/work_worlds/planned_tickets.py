"""Tickets as the worlds of Linear, Shortcut, YouTrack and Asana play them, each in its own shapes."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from work_worlds import Seen
from work_worlds.planned_pulls import ME, NOW, OTHER, at

OPEN, STARTED, REVIEW, DONE, DROPPED, DUPLICATE = "open", "started", "review", "done", "dropped", "duplicate"


@dataclass(frozen=True)
class Planned:
    """`moves` are its states in order, each with its moment, the first being when it was made."""

    number: int
    title: str
    kind: str
    moves: tuple[tuple[datetime, str], ...]
    changed: datetime
    assigned: str = ME
    labels: tuple[str, ...] = ()
    pulls: tuple[str, ...] = ()

    @property
    def created(self):
        return self.moves[0][0]

    @property
    def state(self):
        return self.moves[-1][1]

    def last(self, *states):
        """When it last got into one of some states; None when it never did."""
        return next((moment for moment, state in reversed(self.moves) if state in states), None)

    def first(self, *states):
        return next((moment for moment, state in self.moves if state in states), None)

    @property
    def steps(self):
        """Each move with the state before it."""
        return tuple((after[0], before[1], after[1]) for before, after in pairwise(self.moves))


def ticket(number, title, kind, *moves, **further):
    return Planned(number, title, kind, moves, further.pop("changed", moves[-1][0]), **further)


def planned():
    """Eight of the owner's and two of others, around both changes of clocks."""
    return [
        ticket(101, "Read the ledger", "feature", (at("09-01"), OPEN), (at("09-02"), STARTED), (at("09-03"), DONE),
               labels=("money", "reading"), pulls=("https://github.com/Acme/ledger/pull/12",)),
        ticket(102, "Rounding is off", "bug", (at("10-24"), OPEN), (at("10-25", 0, 30), STARTED), (at("10-25", 1, 30), DONE),
               (at("10-27"), STARTED), (at("11-01", 6, 30), DONE)),
        ticket(103, "Same as before", "bug", (at("11-02"), OPEN), (at("11-03"), DUPLICATE)),
        ticket(104, "Not now", "feature", (at("11-04"), OPEN), (at("11-05"), DROPPED)),
        ticket(105, "Another's", "bug", (at("11-05"), OPEN), (at("11-06"), DONE), assigned=OTHER),
        ticket(106, "Being worked on", "feature", (at("11-07"), OPEN), (at("11-09"), STARTED), (at("11-10"), REVIEW)),
        ticket(107, "Waiting", "chore", (at("11-11"), OPEN), changed=at("11-13")),
        ticket(108, "Done at once", "chore", (at("11-01", 5, 30), OPEN), (at("11-01", 6, 30), DONE)),
        ticket(109, "Another's open one", "bug", (at("11-14"), OPEN), assigned=OTHER),
        ticket(110, "Made in the middle of work", "bug", (at("11-15"), STARTED), (at("11-16"), DONE)),
    ]  # fmt: skip


def gone_back(tickets):
    """The same, the first one being worked on again."""
    first, *others = tickets
    return [*others, replace(first, moves=(*first.moves, (NOW, STARTED)), changed=NOW)]


def grown(count):
    """So many of the owner's, one done each hour."""
    first = NOW - timedelta(hours=count + 1)
    return [
        ticket(n, f"Ticket {n}", "bug", (first, OPEN), (first + timedelta(hours=n), DONE))
        for n in range(1, count + 1)
    ]


class Tracker:
    """What these worlds have in common; `key` is how one writes a ticket's number."""

    key: str
    prefix = ""

    def __init__(self):
        self.settings = {}
        self.tickets = planned()
        self.edit = lambda shape: shape
        mine = frozenset(self.key.format(one.number) for one in self.tickets if one.assigned == ME)
        self.expected = Seen(frozenset(), mine)

    def empty(self):
        self.tickets = []

    def go_back(self):
        self.tickets = gone_back(self.tickets)
        return self.key.format(101)

    def grow(self, pulls, tickets):
        self.tickets = grown(tickets)


def iso(moment):
    """With milliseconds and a Z, as most write it."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z" if moment else None
