"""What the owner says of work: which session or turn went into which item, work without commits, groups of projects."""

from enum import StrEnum
from typing import NamedTuple

from outlay.domain.moments import UtcMillis


class Verb(StrEnum):
    """What an act does."""

    LINK = "link"
    UNLINK = "unlink"
    SPLIT = "split"
    DISMISS = "dismiss"
    NOTE = "note"
    ADD = "add"
    GROUP = "group"
    UNGROUP = "ungroup"


class OwnItemKind(StrEnum):
    """Work that leaves no commit."""

    DESIGN = "design"
    INCIDENT = "incident"
    REVIEW = "review"
    OTHER = "other"


Parts = tuple[tuple[str | None, int], ...]
"""Items with their weights; None is no item."""


class OwnerLink(NamedTuple):
    """What a session, or one turn of it, went into by the owner's word. `turn` None: the whole session.

    `parts` is never empty; one part of None says that it belongs to no item.
    """

    tool: str
    session: str
    turn: int | None
    parts: Parts


class OwnItem(NamedTuple):
    """A piece of work the owner entered by hand."""

    item: str
    kind: OwnItemKind
    title: str
    landed: UtcMillis


class GroupWord(NamedTuple):
    """What the owner says of a group: the projects that are in it from now on, or no longer."""

    name: str
    projects: tuple[str, ...]


class ProjectGroup(NamedTuple):
    """Projects the owner looks at together: a client, a product. Folders, or repositories by their name."""

    name: str
    projects: tuple[str, ...]


class Act(NamedTuple):
    """One act of the owner's. `link` stands for link, unlink and split; `text` is a note's or a title's.

    `group` stands for group and ungroup.

    `undone` is when it was taken back; None while it holds.
    """

    number: int
    moment: UtcMillis
    verb: Verb
    item: str | None
    link: OwnerLink | None
    text: str | None
    undone: UtcMillis | None
    group: GroupWord | None = None


class Told(NamedTuple):
    """An act as it was kept.

    `unknown` are its items that nothing is known of yet; `turns` those turns of its session that keep a word of
    their own. `cut`: its text was longer than is kept.
    """

    act: Act
    unknown: tuple[str, ...] = ()
    turns: tuple[int, ...] = ()
    cut: bool = False


class NamedSession(NamedTuple):
    """A session that some letters of its id may mean. `root` is the one it is part of, itself for most."""

    tool: str
    session: str
    root: str
