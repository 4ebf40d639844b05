"""Facts that git holds about the owner's own work."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem


class CommitFile(NamedTuple):
    """One file of one commit: packed 64-bit line hashes (0: too trivial to be evidence), never text.

    `runs` are the packed 32-bit hashes of every run of four tokens in the added lines, in order; `tokens` says
    how many tokens each added line has, as packed 16-bit counts. Both are empty where nobody could have written
    the lines by hand.
    """

    path: str
    added: bytes
    removed: bytes
    runs: bytes = b""
    tokens: bytes = b""


class MarkKind(StrEnum):
    """What a message may say beside its subject."""

    TICKET = "ticket"
    """A key as a tracker writes it: `LED-101`; of a forge: `#12` or `owner/name#12`."""
    CLOSES = "closes"
    """The same behind a closing keyword."""
    BROWSED = "browsed"
    """A key that stands in a tracker's address, which shows that its prefix is one."""
    AGENT = "agent"
    """An agent that a trailer names."""
    CHECKPOINT = "checkpoint"
    FIXES = "fixes"
    """A commit, or a pull request as `#12`, that the message says it repairs."""
    LABEL = "label"


class Mark(NamedTuple):
    """One thing a message says; the message itself is not kept."""

    kind: MarkKind
    value: str


class Commit(NamedTuple):
    """One commit of the owner's. `subject` is its first line; bodies are not kept.

    Copies of one piece of work share the author e-mail and author moment (amend, rebase, cherry-pick keep the
    author date), and the subject or the patch.
    """

    sha: str
    author_email: str
    author_moment: UtcMillis
    committer_moment: UtcMillis
    parents: tuple[str, ...]
    subject: str
    added_lines: int
    removed_lines: int
    reverts: tuple[str, ...]
    files: tuple[CommitFile, ...]
    marks: tuple[Mark, ...] = ()


class Landing(NamedTuple):
    """A commit of the owner's that is reachable from the default branch, and when it got there.

    `through` is the first-parent commit it came with: the merge of its side branch, or itself. `pull` is the
    number of the pull request that commit names as its own. None is unknown.
    """

    sha: str
    moment: UtcMillis
    through: str | None
    pull: int | None


class Revert(NamedTuple):
    """A commit of anybody's on the default branch that says it takes another one back.

    `reverted` is that one as the message writes it: its sha, often shortened, or `#12` for all of a pull
    request. The rest is as in a landing.
    """

    sha: str
    reverted: str
    moment: UtcMillis
    through: str | None
    pull: int | None


class Identity(NamedTuple):
    """A commit e-mail of the owner's and where the proposal comes from."""

    email: str
    origin: str


class RepositoryState(StrEnum):
    """What was found at a repository's path."""

    FOUND = "found"
    GONE = "gone"
    FAILING = "failing"


class BranchCommit(NamedTuple):
    """A commit that a branch reached and the default branch did not."""

    branch: str
    sha: str


class Checkout(NamedTuple):
    """Where the HEAD of a worktree stood from a moment on. `branch` None: detached or not known."""

    worktree: str
    moment: UtcMillis
    sha: str
    branch: str | None


class Push(NamedTuple):
    """When the default branch of the remote was seen to stand at a commit."""

    moment: UtcMillis
    sha: str


class PullHead(NamedTuple):
    """A commit that a pull request's own reference (`refs/pull/12/head`) reaches and the default branch does not."""

    number: int
    sha: str


class CommitAttestation(NamedTuple):
    """A tool's word that a session of an agent wrote lines of a commit.

    `source` is git-ai, entire, agent-trace or aider; `session` is the session's name as that source writes it,
    empty for aider, which names none. `lines` None: it does not say how many.
    """

    sha: str
    source: str
    session: str
    lines: int | None


SURVIVAL_MS = 30 * 86_400_000
"""How long after landing lines are asked for again."""

GONE, STOOD, NEVER_LANDED = range(3)


class Survival(NamedTuple):
    """What became of the added lines of a landed commit's file in the 30 days after landing: one byte a line.

    GONE: the line was taken out, moved, indented anew or renamed away, or is too trivial to be followed. STOOD: it
    was still there. NEVER_LANDED: work that landed together with it had taken it out before.
    """

    sha: str
    path: str
    alive: bytes


class Signs(NamedTuple):
    """What a repository shows beside commits and landings, new since the bookmark."""

    branches: tuple[BranchCommit, ...] = ()
    checkouts: tuple[Checkout, ...] = ()
    pushes: tuple[Push, ...] = ()
    pull_heads: tuple[PullHead, ...] = ()
    attestations: tuple[CommitAttestation, ...] = ()
    survivals: tuple[Survival, ...] = ()


class RepositoryReading(NamedTuple):
    """What one look at a repository brought.

    `key` is the real path of the common git directory: worktrees fold into it. `slug` is `owner/name` of the
    remote without credentials, None without a remote. `landings` and `reverts` are new ones since the
    bookmark, or all of them when `landings_anew`. `fetched` is when the default branch was last fetched, None without a remote.
    `bookmark` is the reader's own.
    """

    key: str
    path: str
    name: str
    slug: str | None
    worktrees: tuple[str, ...]
    default_branch: str | None
    fetched: UtcMillis | None
    commits: tuple[Commit, ...]
    landings: tuple[Landing, ...]
    reverts: tuple[Revert, ...]
    landings_anew: bool
    problems: tuple[Problem, ...]
    bookmark: bytes
    signs: Signs = Signs()


@dataclass(frozen=True, slots=True)
class KnownRepository:
    """A repository the owner opted in, as the store keeps it."""

    path: str
    key: str
    name: str
    slug: str | None
    state: RepositoryState
    default_branch: str | None
    fetched: UtcMillis | None
    last_read: UtcMillis | None
    bookmark: bytes | None
