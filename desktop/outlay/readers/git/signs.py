"""What a repository shows beside commits and landings: open this to see which sign is read when.

Each sign costs git nothing while nothing of its own moved, and none keeps the others from being read.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from outlay.domain.moments import UtcMillis
from outlay.domain.work import Checkout, Commit, CommitAttestation, CommitFile, Landing, Push, Signs, Survival
from outlay.readers.git import attestations, survivals
from outlay.readers.git.bookmark import SignMark
from outlay.readers.git.branches import Branch
from outlay.readers.git.commits import CommitReader
from outlay.readers.git.heads import Heads, Trunk, unmerged
from outlay.readers.git.packed_references import references_of
from outlay.readers.git.reflogs import Entry, checkouts_of, head_logs, new_entries, pushes_of
from outlay.readers.git.walk import Landed, Walker, landings_since
from outlay.readers.interface import PackLines
from outlay.system.git_command import GitFailedError

T = TypeVar("T")


class Look(NamedTuple):
    """What the reading of a repository found before its signs are looked at. `now` None: not known."""

    mark: SignMark
    branch: Branch | None
    remote: str | None
    slug: str | None
    commits: tuple[Commit, ...]
    landed: Landed
    anew: bool
    now: UtcMillis | None


class SignsRead(NamedTuple):
    """The signs, how far they are read now, and what stood in the way."""

    signs: Signs
    mark: SignMark
    failures: tuple[GitFailedError, ...]


def is_due(mark: SignMark, now: UtcMillis | None) -> bool:
    """Whether lines are to be looked for again, though nothing moved: once a day."""
    return (
        now is not None
        and mark.survived is not None
        and now - survivals.AFTER >= mark.survived + survivals.DAY
    )


class SignReader:
    """Looks at the signs of one repository, one after the other."""

    def __init__(self, walker: Walker, look: Look, pack_lines: PackLines) -> None:
        self._walker = walker
        self._look = look
        self._pack_lines = pack_lines
        self._references = references_of(walker.place.common)
        self._mark = look.mark
        self._failures: list[GitFailedError] = []

    def read(self) -> SignsRead:
        """All signs that are new since the bookmark."""
        heads = self._tried(self._heads) or Heads((), (), "")
        checkouts = self._checkouts()
        signs = Signs(
            heads.branches,
            checkouts,
            self._pushes(),
            heads.pulls,
            tuple(dict.fromkeys(self._attested())),
            self._survived(),
        )
        return SignsRead(signs, self._mark, tuple(self._failures))

    def _tried(self, look: Callable[[], T]) -> T | None:
        """A look that may fail without taking the others along; what it was to remember is then not kept."""
        before = self._mark
        try:
            return look()
        except GitFailedError as failure:
            self._mark = before
            self._failures.append(failure)
            return None

    def _heads(self) -> Heads | None:
        branch = self._look.branch
        if branch is None:
            return None
        names = frozenset((branch.name, *self._mark.trunks))
        state = self._references.state_of("refs", without=names)
        if state == self._mark.references:
            return None
        trunk = Trunk(branch.tip, names, self._look.remote)
        heads = unmerged(self._walker.place, self._walker.git, trunk, self._mark.heads)
        self._mark = self._mark._replace(references=state, heads=heads.seen, trunks=tuple(sorted(names)))
        return heads

    def _checkouts(self) -> tuple[Checkout, ...]:
        found: list[Checkout] = []
        for log in head_logs(self._walker.place):
            found.extend(checkouts_of(log, self._new_entries(log.log)))
        return tuple(found)

    def _pushes(self) -> tuple[Push, ...]:
        """A branch that is only here is pushed nowhere."""
        branch = self._look.branch
        if branch is None or not branch.reference.startswith("refs/remotes/"):
            return ()
        return pushes_of(self._new_entries(Path(self._walker.place.common, "logs", branch.reference)))

    def _new_entries(self, path: Path) -> list[Entry]:
        key = str(path.relative_to(self._walker.place.common))
        kept = self._mark.logs.get(key)
        entries, mark = new_entries(path, kept)
        if mark is not None and mark != kept:
            self._mark = self._mark._replace(logs={**self._mark.logs, key: mark})
        return entries

    def _attested(self) -> Iterator[CommitAttestation]:
        commits = self._look.commits
        yield from attestations.by_own_words(commits)
        yield from attestations.by_traces(self._walker, commits)
        yield from self._tried(self._noted) or ()
        self._wait_for(attestations.checkpoints_named(commits))
        yield from self._tried(self._checkpoints) or ()

    def _noted(self) -> tuple[CommitAttestation, ...]:
        tip = self._references.tip_of(attestations.NOTES) or ""
        if not tip or tip == self._mark.notes:
            return ()
        found = tuple(attestations.by_notes(self._walker, self._look.commits, self._mark.notes, tip))
        self._mark = self._mark._replace(notes=tip)
        return found

    def _wait_for(self, named: attestations.Waiting) -> None:
        if named:
            waiting = (*self._mark.waiting, *named)[-attestations.MOST_WAITING :]
            self._mark = self._mark._replace(checkpoints="", waiting=waiting)

    def _checkpoints(self) -> tuple[CommitAttestation, ...]:
        """Of commits whose checkpoints had not come, once more of them have come."""
        waiting, remote = self._mark.waiting, self._look.remote
        state = attestations.checkpoints_state(self._references, remote) if waiting else ""
        if state == self._mark.checkpoints:
            return ()
        found = attestations.by_checkpoints(self._walker, waiting, self._references, remote)
        self._mark = self._mark._replace(checkpoints=state, waiting=found.waiting)
        return found.attested

    def _survived(self) -> tuple[Survival, ...]:
        """After a failure all landings are looked at again: the new ones among them are not told a second time."""
        found = self._tried(self._survivals)
        if found is None:
            self._mark = self._mark._replace(survived=None, base=None)
        return found or ()

    def _survivals(self) -> tuple[Survival, ...]:
        look, walker = self._look, self._walker
        now = look.now or look.landed.newest
        if now is None or look.branch is None or survivals.is_partial(walker.place.common):
            return ()
        limit = UtcMillis(now - survivals.AFTER)
        is_time = look.anew or self._mark.survived is None or limit >= self._mark.survived + survivals.DAY
        due = self._due(look.branch, limit) if is_time else self._late(limit)
        base = self._mark.base
        found: tuple[Survival, ...] = ()
        if due:
            stretch = survivals.stretch_of(walker, look.branch.tip, due, limit)
            base = stretch.base
            found = survivals.survivals_of(walker, stretch, due, self._files_of(due), self._pack_lines)
        if is_time:
            self._mark = self._mark._replace(survived=limit, base=base)
        return found

    def _due(self, branch: Branch, limit: UtcMillis) -> tuple[Landing, ...]:
        """Landings thirty days old whose lines were not looked for yet."""
        look, done = self._look, self._mark.survived
        if look.anew:
            return _between(look.landed.landings, _earliest(limit, look.landed), limit)
        walked = landings_since(self._walker, branch, self._mark.base, look.slug)
        if walked.failure is not None:
            raise walked.failure
        earliest = _earliest(limit, walked)
        new = _between(walked.landings, max(done or earliest, earliest), limit)
        return tuple(dict.fromkeys((*new, *self._late(limit))))

    def _late(self, limit: UtcMillis) -> tuple[Landing, ...]:
        """Commits that got onto the branch only now, though their own time is long past."""
        until = min(self._mark.survived or limit, limit)
        return _between(self._look.landed.landings, _earliest(limit, self._look.landed), until)

    def _files_of(self, landings: Iterable[Landing]) -> dict[str, tuple[CommitFile, ...]]:
        """What landed commits changed; the ones read before are read once more."""
        known = {commit.sha: commit.files for commit in self._look.commits}
        wanted = tuple(landing.sha for landing in landings if landing.sha not in known)
        read = CommitReader(self._walker.place, self._pack_lines, self._walker.git).read(wanted)
        return known | {commit.sha: commit.files for commit in read.commits}


def _earliest(limit: UtcMillis, landed: Landed) -> UtcMillis:
    """From when on landings count: of a repository at rest the last half year in which there was work."""
    newest = limit if landed.newest is None else landed.newest - survivals.AFTER
    return UtcMillis(min(limit, newest) - survivals.REACH)


def _between(landings: Iterable[Landing], after: UtcMillis, until: UtcMillis) -> tuple[Landing, ...]:
    return tuple(landing for landing in landings if after < landing.moment <= until)
