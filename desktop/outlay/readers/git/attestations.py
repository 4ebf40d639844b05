"""Gathers what other tools attest of the owner's commits: notes, checkpoints, traces, and aider's own words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from outlay.domain.work import Commit, CommitAttestation, Mark, MarkKind
from outlay.readers.git import agent_trace, entire, git_ai
from outlay.readers.git.packed_references import References
from outlay.readers.git.place import worktrees_of
from outlay.readers.git.walk import Walker
from outlay.system.git_command import GitFailedError

NOTES = "refs/notes/ai"

LONGEST_NOTE = 32 << 20
"""Bytes; a note with all of its conversations stays far below."""

MOST_WAITING = 200
"""Commits whose checkpoint has not come yet that are asked for again."""

_COMMIT_ID = re.compile(r"[0-9a-f]{40,64}")
_GONE = b"0" * 40
_AUTHORS = ("log", "--no-walk=unsorted", "--stdin", "--ignore-missing", "--format=%H%x02%ae")
_BY_AIDER = Mark(MarkKind.AGENT, "aider")

Waiting = tuple[tuple[str, str], ...]
"""Commits and the checkpoints they name."""


class Checkpoints(NamedTuple):
    """What checkpoints say, and of which commits nothing was found yet."""

    attested: tuple[CommitAttestation, ...]
    waiting: Waiting


def by_own_words(commits: Iterable[Commit]) -> Iterator[CommitAttestation]:
    """Commits that aider made: it names no session, so that stays empty."""
    for commit in commits:
        if commit.subject.startswith("aider: ") or _BY_AIDER in commit.marks:
            yield CommitAttestation(commit.sha, "aider", "", None)


def by_traces(walker: Walker, commits: Sequence[Commit]) -> Iterator[CommitAttestation]:
    """What Agent Trace recorded in any worktree of edits that went into the commits."""
    moments = {commit.sha: commit.committer_moment for commit in commits}
    revisions = frozenset(moments) | {commit.parents[0] for commit in commits if commit.parents}
    roots = [root for root in worktrees_of(walker.place) if Path(root, agent_trace.FILE).is_file()]
    traces = [trace for root in roots for trace in agent_trace.traces_under(root, revisions)]
    for commit in commits if traces else ():
        lines: dict[str, int] = {}
        paths = {file.path for file in commit.files}
        for trace in traces:
            late = trace.moment is not None and trace.moment > moments.get(trace.revision, trace.moment)
            made_on = commit.parents[0] if commit.parents else None
            is_its = trace.revision == (made_on if late or trace.revision not in moments else commit.sha)
            if is_its and trace.path in paths:
                lines[trace.session] = lines.get(trace.session, 0) + trace.lines
        yield from (CommitAttestation(commit.sha, "agent-trace", *one) for one in lines.items())


def by_notes(walker: Walker, commits: Iterable[Commit], before: str, tip: str) -> Iterator[CommitAttestation]:
    """What git-ai noted at own commits since its notes stood at `before` (empty: all).

    Raises:
        GitFailedError: git refused, failed or was too slow.
    """
    noted = dict(_noted(walker, before, tip))
    known = noted.keys() & {commit.sha for commit in commits}
    own = [*known, *_own_among(walker, noted.keys() - known)]
    blobs = walker.git.blobs(walker.place.top, [noted[sha] for sha in own], LONGEST_NOTE)
    for sha, note in zip(own, blobs, strict=True):
        for session, lines in git_ai.sessions_in(note or b"").items():
            yield CommitAttestation(sha, "git-ai", session, lines)


def by_checkpoints(
    walker: Walker, wanted: Waiting, references: References, remote: str | None
) -> Checkpoints:
    """The sessions of the checkpoints that commits name.

    Raises:
        GitFailedError: git refused, failed or was too slow.
    """
    branches = tuple(name for name in entire.references_of(remote) if references.has(name))
    folders = [(one, folder) for one in wanted for folder in entire.folders_of(one[1], branches)]
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    told = _described(walker, [f"{folder}metadata.json" for _, folder in folders])
    for (one, folder), description in zip(folders, told, strict=True):
        if description is not None:
            found.setdefault(one, entire.session_files(folder, description))
    files = [(one[0], file) for one, files in found.items() for file in files]
    sessions = map(entire.session_in, _described(walker, [file for _, file in files]))
    attested = (
        CommitAttestation(sha, "entire", *session)
        for (sha, _), session in zip(files, sessions, strict=True)
        if session
    )
    return Checkpoints(tuple(attested), tuple(one for one in wanted if one not in found))


def checkpoints_named(commits: Iterable[Commit]) -> Waiting:
    """Commits and the checkpoints their trailers name."""
    return tuple(
        (commit.sha, mark.value)
        for commit in commits
        for mark in commit.marks
        if mark.kind is MarkKind.CHECKPOINT
    )


def checkpoints_state(references: References, remote: str | None) -> str:
    """A short stand-in for all checkpoints there are."""
    tips = (references.tip_of(name) for name in entire.references_of(remote))
    return " ".join((*(tip or "" for tip in tips), references.state_of("refs/entire")))


def _described(walker: Walker, names: list[str]) -> Iterator[bytes | None]:
    if not names:
        return iter(())
    return walker.git.blobs(walker.place.top, [name.encode() for name in names], entire.MOST_BYTES)


def _noted(walker: Walker, before: str, tip: str) -> Iterator[tuple[str, bytes]]:
    """Commits with the id of their note. A notes tree spreads over folders as it grows (git-notes(1))."""
    for told, path in _changed(walker, before, tip):
        sha = path.replace(b"/", b"").decode("ascii", "replace")
        if _COMMIT_ID.fullmatch(sha) and not told.startswith(_GONE):
            yield sha, told


def _changed(walker: Walker, before: str, tip: str) -> Iterator[tuple[bytes, bytes]]:
    """Ids and paths of new notes; of all of them where the earlier ones can no longer be compared."""
    if before:
        try:
            printed = walker.git.answer(
                walker.place.top, "diff-tree", "-r", "--raw", "--no-abbrev", before, tip
            )
        except GitFailedError:
            yield from _changed(walker, "", tip)
            return
        for line in printed.splitlines():
            told, _, path = line.partition(b"\t")
            yield told.split()[3], path
        return
    for line in walker.git.lines(walker.place.top, ("ls-tree", "-r", tip)):
        told, _, path = line.rstrip(b"\n").partition(b"\t")
        yield told.split()[2], path


def _own_among(walker: Walker, commits: Iterable[str]) -> Iterator[str]:
    asked = [sha.encode() for sha in commits]
    for line in walker.git.lines(walker.place.top, _AUTHORS, asked) if asked else ():
        sha, _, email = line.rstrip(b"\n").partition(b"\2")
        if walker.is_own(email):
            yield sha.decode()
