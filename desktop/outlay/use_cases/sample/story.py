"""Who worked on what: the words in which the sample's story is told. The story itself stands in works.py and weeks.py.

A week is told by its number: 1 is the last one whose Friday has ended, 13 the first, 0 the running one. Days are
weekdays from 0, Monday. What would lie after the present moment has not happened.
"""

from enum import Enum, StrEnum, auto
from typing import NamedTuple

from outlay.domain.own_words import OwnItemKind

NAME = "Sample Engineer"
EMAIL = "sample@outlay.example"
COLLEAGUE = "Mina Okafor <mina@harbor.example>"
OWNER = "harbor"
FORGE = "https://git.harbor.example"
TRACKER = "https://tracker.harbor.example"
REPOSITORIES = ("api", "web", "infra")
NOTES = "notes"
"""A folder beside the repositories that is none."""

WORKDAYS = 5


class Way(Enum):
    """How a piece of work gets onto the default branch, or what becomes of it instead."""

    DIRECT = auto()
    SQUASH = auto()
    MERGE = auto()
    REBASE = auto()
    OPEN = auto()
    """Still on its branch; with a number its pull request is open."""
    CLOSED = auto()
    """Its pull request was closed without a merge."""
    DISCARDED = auto()
    """Never committed."""
    REVERT = auto()
    """Takes the work it follows back."""
    REAPPLY = auto()
    """Lands again what was taken back."""


LANDING = frozenset({Way.DIRECT, Way.SQUASH, Way.MERGE, Way.REBASE, Way.REVERT, Way.REAPPLY})


class Tool(StrEnum):
    """The tools, by the letters that works.py writes them with."""

    CLAUDE = "C"
    CODEX = "X"
    CURSOR = "U"
    GEMINI = "G"


def place_of(week: int, day: int) -> int:
    """A workday, counted back from the Friday of the running week."""
    return week * WORKDAYS + WORKDAYS - 1 - day


class Work(NamedTuple):
    """One piece of work, in one file.

    `week` and `day` are when it landed, or was last worked on when it never did. It was worked on for `days` days
    that end `review` days before. `number` is its pull request's. `of` is the title of the work it mends or takes
    back; `key` its ticket.
    """

    week: int
    day: int
    repository: str
    title: str
    path: str
    tools: str = "C"
    number: int | None = None
    way: Way = Way.SQUASH
    days: int = 1
    weight: int = 3
    review: int = 0
    key: str = ""
    of: str = ""
    label: str = ""
    worktree: bool = False

    @property
    def place(self) -> int:
        """The workday it ended on."""
        return place_of(self.week, self.day)

    @property
    def branch(self) -> str:
        """Where it was worked on."""
        words = [word for word in (self.key, *self.title.lower().split()) if word]
        name = "-".join(
            "".join(letter for letter in word if letter.isalnum() or letter == "-") for word in words
        )
        return "main" if self.way in {Way.DIRECT, Way.DISCARDED} else name

    @property
    def folder(self) -> str:
        """The checkout it was worked on in, beside the repositories."""
        return f"{self.repository}-{self.key.lower()}" if self.worktree else self.repository

    @property
    def partly_by_hand(self) -> bool:
        """Whether the engineer wrote lines beside the agents': in what took days, and in every third small one."""
        return not self.tools or (not self.of and (self.days > 1 or (self.number or 0) % 3 == 0))

    def under_way(self, place: int) -> bool:
        """Whether it was worked on on a workday."""
        last = self.place + self.review
        return bool(self.tools) and last <= place < last + self.days


class Aside(NamedTuple):
    """A session that wrote nothing: a question, or reading.

    One that is `of` a work wrote the first lines of it, and then ran the same failing command over and over.
    """

    week: int
    day: int
    folder: str
    title: str
    cents: int
    tool: Tool = Tool.CLAUDE
    of: str = ""


class Ticket(NamedTuple):
    """What a tracker says of a ticket beside its times."""

    type: str
    title: str = ""
    """Empty: as the first work for it."""


class Entered(NamedTuple):
    """Finished work without a commit, which the owner entered by hand."""

    week: int
    day: int
    title: str
    kind: OwnItemKind


class Note(NamedTuple):
    """What the owner wrote to an item, by the title of its work."""

    title: str
    text: str
