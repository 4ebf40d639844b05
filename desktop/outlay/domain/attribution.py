"""What attribution takes and gives: turns, edits and commits in, links and shares with their tiers out."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import Mark


class Tier(StrEnum):
    """How strong the evidence is that a turn went into an item, strongest first. See attribution.md section 3.2."""

    OWN_WORD = "O"
    ATTESTED = "N"
    LANDED_TEXT = "A"
    BRANCH_EDITED = "B"
    DISCARDED = "C"
    BRANCH_ONLY = "b"
    NEXT_TURN = "C+"
    PREVIOUS_TURN = "C-"
    NONE = "U"


DIRECT = frozenset({Tier.OWN_WORD, Tier.ATTESTED, Tier.LANDED_TEXT, Tier.BRANCH_EDITED, Tier.DISCARDED})
"""Tiers that make up an item's headline; the others are its context."""


class Reason(StrEnum):
    """Why a turn is not linked, or only by what stands around it."""

    NO_EDITS = "no_edits"
    NOT_FOUND = "edits_in_no_commit"
    OUTSIDE = "outside_a_repository"
    TOO_LITTLE = "too_little_text"
    LOG_INCOMPLETE = "log_incomplete"
    CLOCK_UNSURE = "clock_unsure"
    OWN_WORD = "unlinked_by_the_owner"
    NO_REPOSITORY = "repository_not_added"
    NOT_YET = "not_looked_at_yet"


class Fate(StrEnum):
    """Where money went, by how its item stands today."""

    SHIPPED = "shipped"
    IN_FLIGHT = "in_flight"
    REVERTED = "reverted"
    SET_ASIDE = "set_aside"
    EXPLORING = "exploring"
    NOT_FOUND = "not_found"


class TurnKey(NamedTuple):
    """A turn of a root session, by the store's number for the session; 0 before the first prompt."""

    session: int
    number: int


class WrittenEdit(NamedTuple):
    """An edit at its place in a repository. `root` is the checkout's folder, `path` inside it.

    `place` is None outside of every known repository; `path` is empty for text that an answer only showed.
    """

    turn: TurnKey
    moment: UtcMillis
    place: str | None
    root: str
    path: str
    kind: str
    added: Sequence[int]
    removed: Sequence[int]
    runs: Sequence[int]

    @property
    def is_shown_only(self) -> bool:
        """Whether an answer only showed the text: no file was edited."""
        return not self.path


class CommitText(NamedTuple):
    """One file of a commit: line hashes, run hashes in order, and how many tokens each added line has."""

    path: str
    added: Sequence[int]
    removed: Sequence[int]
    runs: Sequence[int]
    tokens: Sequence[int]


class OwnCommit(NamedTuple):
    """A commit of the owner's, once a place. `landed` None: the default branch does not reach it.

    `through` is the first-parent commit it landed with, `pull` the number that one names.
    """

    place: str
    repository: str
    sha: str
    email: str
    authored: UtcMillis
    committed: UtcMillis
    parents: tuple[str, ...]
    subject: str
    marks: tuple[Mark, ...]
    landed: UtcMillis | None
    through: str | None
    pull: int | None
    files: tuple[CommitText, ...]

    @property
    def lineage(self) -> tuple[str, int]:
        """What amending, rebasing and picking keep: author e-mail and second."""
        return self.email, self.authored // 1000


class Match(NamedTuple):
    """An added line of a commit that an edit wrote: at which weight, and whether a person changed it since."""

    commit: int
    file: int
    line: int
    edit: int
    weight: float
    touched: bool


class TurnFacts(NamedTuple):
    """What is known of a turn beside its edits.

    `branch` is where its calls stood, `place` and `root` the checkout they ran in; None is unknown.
    `made` are commit ids its own commands printed, `pulls` the (place, number) of pull requests it opened.
    `calls` counts requests. `log_whole`: its log is all there, as far as that can be told.
    """

    key: TurnKey
    tool: str
    first: UtcMillis
    last: UtcMillis
    place: str | None
    root: str | None
    branch: str | None
    made: tuple[str, ...]
    pulls: tuple[tuple[str, int], ...]
    calls: int
    log_whole: bool = True


class Share(NamedTuple):
    """A part of a turn's cost that went to one item. Weights of a turn's shares are whole parts of a million.

    `first` and `last` are when the turn ran.
    """

    turn: TurnKey
    item: str
    tier: Tier
    weight: int
    first: UtcMillis
    last: UtcMillis


class Link(NamedTuple):
    """A session that wrote lines of a commit."""

    session: int
    place: str
    sha: str
    lines: int
    touched: int
    tier: Tier


class AgentShare(NamedTuple):
    """Share of landed lines that agents wrote: as they wrote them, and with those a person changed since."""

    low: float
    high: float


class Form(StrEnum):
    """What an item is by its key."""

    COMMIT = "commit"
    PULL_REQUEST = "pull_request"
    BRANCH = "branch"
    TICKET = "ticket"
    BY_HAND = "by_hand"


class WorkKind(StrEnum):
    """What kind of work an item is."""

    FEATURE = "feature"
    FIX = "fix"
    REFACTOR = "refactor"
    DOCS = "docs"
    TEST = "test"
    CHORE = "chore"
    UNKNOWN = "unknown"


class ItemFacts(NamedTuple):
    """An item without its money. Moments: `created` as its forge says, `started` first commit or proven turn.

    `landed`, `closed`: None while it has not. `active`: when anything of it last moved. `commits` are those that
    landed, or all of them before. `agent_named`: a trailer or text of it names an agent.
    """

    item: str
    form: Form
    kind: WorkKind
    title: str
    place: str | None
    repository: str | None
    branch: str | None
    created: UtcMillis | None
    started: UtcMillis | None
    landed: UtcMillis | None
    closed: UtcMillis | None
    reverted: bool
    active: UtcMillis | None
    commits: tuple[str, ...]
    tickets: tuple[str, ...]
    added_lines: int
    agent_share: AgentShare | None
    agent_named: bool
    url: str | None


class LineLabel(NamedTuple):
    """What each added line of a commit's file is: one byte a line (see WROTE_*)."""

    place: str
    sha: str
    path: str
    labels: bytes


class FollowUp(NamedTuple):
    """A fix and what it most likely repairs, by items and by the commits that show it."""

    fix_item: str
    fix_place: str
    fix_sha: str
    caused_item: str
    caused_place: str
    caused_sha: str


WROTE_NOBODY_KNOWN, WROTE_AGENT, WROTE_TOUCHED = 0, 1, 2
"""Labels of lines: no agent seen, an agent's as it wrote it, an agent's that a person changed."""
