"""What a log reader hands over: facts, how far it got, and what it could not read."""

from dataclasses import dataclass, field
from typing import NamedTuple

from outlay.domain.calls import AskedCall, CallAnswer
from outlay.domain.problems import Problem
from outlay.domain.usage import (
    Attestation,
    Edit,
    QuotaWindow,
    ReportedTotal,
    SessionFact,
    ShellFact,
    Turn,
    UsageEvent,
)


class FileMark(NamedTuple):
    """A file as it lay on disk."""

    device: int
    inode: int
    size: int
    mtime_ns: int


class Bookmark(NamedTuple):
    """How far one file was read: `offset` stands after the last complete line, `state` is the reader's own.

    `head` is a hash of the file's first bytes: with it a replaced file is told from a grown one.
    `version` is the reader's; another version reads the file anew.
    """

    mark: FileMark
    offset: int
    line: int
    head: str
    state: bytes
    version: int


@dataclass(slots=True)
class Batch:
    """A slice of one file's facts. Readers fill it, then hand it over and start another."""

    events: list[UsageEvent] = field(default_factory=list)
    sessions: list[SessionFact] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    shell: list[ShellFact] = field(default_factory=list)
    quotas: list[QuotaWindow] = field(default_factory=list)
    reported: list[ReportedTotal] = field(default_factory=list)
    attestations: list[Attestation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    asked: list[AskedCall] = field(default_factory=list)
    """All calls that wait for their result at the end of the slice; those of the slice before are replaced."""
    answers: list[CallAnswer] = field(default_factory=list)
    worked: list[ShellFact] = field(default_factory=list)
    """Commands that recovered, if they failed before in their turn: its beginning stands in another file."""
    bytes_read: int = 0
    bookmark: Bookmark | None = None
    replaces: bool = False
    """True when the file is read anew from its start because it was replaced."""
    supersedes: bool = False
    """True when what an earlier reading made of this file was wrong, so that it must be taken back."""

    @property
    def rows(self) -> int:
        """How many facts it holds."""
        return (
            len(self.events)
            + len(self.sessions)
            + len(self.turns)
            + len(self.edits)
            + len(self.shell)
            + len(self.quotas)
            + len(self.reported)
            + len(self.attestations)
            + len(self.answers)
            + len(self.worked)
        )
