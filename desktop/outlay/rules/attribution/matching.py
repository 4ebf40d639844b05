"""Which edit wrote each added line of a commit: first by the line itself, then by runs of its tokens.

Source: attribution.md sections 3.1 and 3.2, step 3. Of the fitting edits the latest wrote a line; the same path goes
before another. A path of the agent's that no commit knows is taken over by the file that holds most of its text: it
was renamed before it was committed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from outlay.domain.attribution import Match, OwnCommit, WrittenEdit
from outlay.rules.attribution.history import History
from outlay.rules.attribution.parameters import Parameters

RUN = 4
"""Tokens in a run, as they are hashed."""

_TAKEN_OVER = 0.5
"""Share of a file's lines that must be an unknown path's for the file to be that path's, renamed."""


def matches_in(
    commits: Sequence[OwnCommit], edits: Sequence[WrittenEdit], history: History, parameters: Parameters
) -> list[Match]:
    """Every added line of one place's commits that one of its edits wrote. Numbers in a match index the two lists."""
    written = _Written(edits, history, parameters)
    found: list[Match] = []
    for number, commit in enumerate(commits):
        for at in range(len(commit.files)):
            found.extend(_File(number, at, commit, written, history).matches())
    return found


_Runs = Mapping[int, Sequence[int]]
"""By run: the edits that have it, in time order."""


class _Written:
    """The edits of a place, by line, by path and by run, each in time order."""

    def __init__(self, edits: Sequence[WrittenEdit], history: History, parameters: Parameters) -> None:
        self.edits = edits
        self.parameters = parameters
        self._history = history
        self.by_line: dict[int, list[int]] = defaultdict(list)
        self.by_path: dict[str, list[int]] = defaultdict(list)
        self._runs: dict[str, _Runs] = {}
        self.moved_by: dict[int, list[int]] = defaultdict(list)
        """By line: the edits that took it from one place to another; it is nobody's anew, whatever its tokens say."""
        for number in sorted(range(len(edits)), key=lambda at: (edits[at].moment, at)):
            self.by_path[edits[number].path].append(number)
            removed = set(edits[number].removed)
            for line in set(edits[number].added) - {0}:
                (self.moved_by if line in removed else self.by_line)[line].append(number)

    def runs_of(self, path: str) -> _Runs:
        """The runs of a path's edits, sorted out once they are asked for."""
        if path not in self._runs:
            found: dict[int, list[int]] = defaultdict(list)
            for number in self.by_path.get(path, ()):
                for run in self.edits[number].runs:
                    found[run].append(number)
            self._runs[path] = found
        return self._runs[path]

    def in_time(self, numbers: Sequence[int], line: int, commit: OwnCommit) -> Iterator[int]:
        """Those edits that can have written a line of the commit, latest first."""
        latest = self._history.first_stood(line, commit) + self.parameters.after_commit_ms
        earliest = commit.authored - self.parameters.before_commit_ms
        for number in reversed(numbers):
            moment = self.edits[number].moment
            if moment < earliest:
                return
            if moment <= latest:
                yield number


class _File:
    """One file of one commit, and what it is compared with."""

    def __init__(self, number: int, at: int, commit: OwnCommit, written: _Written, history: History) -> None:
        self._number = number
        self._at = at
        self._commit = commit
        self._file = commit.files[at]
        self._written = written
        self._history = history
        self._parameters = written.parameters
        self._moved = {line for text in commit.files for line in text.removed if line}
        self._paths = {self._file.path}

    def matches(self) -> Iterator[Match]:
        """Its lines with their edits; moved and trivial lines have none."""
        fitting = self._fitting_by_line()
        self._paths |= self._taken_over(fitting)
        speaking = [at for at, line in enumerate(self._file.added) if line and line not in self._moved]
        chosen = self._chosen(speaking, fitting)
        for at in speaking:
            if at in chosen:
                yield self._match(at, chosen[at], touched=False)
        yield from self._by_runs([at for at in speaking if at not in chosen and not self._is_moved(at)])

    def _chosen(self, speaking: Sequence[int], fitting: dict[int, list[int]]) -> dict[int, int]:
        """By line: the latest edit of the same path, else of another where enough lines in a row say so."""
        edits, lines = self._written.edits, self._file.added
        chosen: dict[int, int] = {}
        elsewhere: dict[int, int] = {}
        for at in speaking:
            found = fitting[lines[at]]
            here = next((number for number in found if edits[number].path in self._paths), None)
            if here is not None:
                chosen[at] = here
            elif found and self._is_rare(lines[at]):
                elsewhere[at] = found[0]
        return chosen | _in_a_row(speaking, elsewhere, edits, self._parameters.row_elsewhere)

    def _is_moved(self, at: int) -> bool:
        """Whether an edit that the commit can hold moved the line without writing it."""
        line = self._file.added[at]
        moving = self._written.in_time(self._written.moved_by.get(line, ()), line, self._commit)
        return next(moving, None) is not None

    def _is_rare(self, line: int) -> bool:
        found = self._history.rarity.commits_with(line, self._commit.authored)
        return found <= self._parameters.common_elsewhere

    def _fitting_by_line(self) -> dict[int, list[int]]:
        return {
            line: list(self._written.in_time(self._written.by_line.get(line, ()), line, self._commit))
            for line in set(self._file.added)
        }

    def _taken_over(self, fitting: dict[int, list[int]]) -> set[str]:
        """Paths of the agent's alone that hold most of this file."""
        edits = self._written.edits
        lines = [line for line in self._file.added if line]
        held = Counter(
            path
            for line in lines
            for path in {edits[number].path for number in fitting[line]}
            if path and not self._history.is_known(path, self._commit)
        )
        return {path for path, count in held.items() if count >= _TAKEN_OVER * len(lines)}

    def _match(self, at: int, edit: int, *, touched: bool) -> Match:
        weight = self._history.rarity.weight(self._file.added[at], self._commit.authored)
        if touched:
            weight *= self._parameters.touched_weight
        return Match(self._number, self._at, at, edit, weight, touched)

    def _by_runs(self, left: Sequence[int]) -> Iterator[Match]:
        """The lines that are no edit's as they stand, by the tokens that edits of the same path cover."""
        if not left or not self._file.tokens:
            return
        runs = [self._written.runs_of(path) for path in sorted(self._paths)]
        starts = _starts(self._file.tokens)
        for at in left:
            covered, edit = self._covered(at, starts[at], runs)
            if edit is not None and covered >= self._parameters.touched_text:
                yield self._match(at, edit, touched=covered < self._parameters.same_text)

    def _covered(self, at_line: int, start: int, runs: Sequence[_Runs]) -> tuple[float, int | None]:
        """The share of a line's tokens that lie in runs of the edits, and the latest edit with most of them."""
        line, count = self._file.added[at_line], self._file.tokens[at_line]
        first = max(0, start - RUN + 1)
        hits: Counter[int] = Counter()
        tokens: set[int] = set()
        for at, run in enumerate(self._file.runs[first : start + count], first):
            found = {
                number
                for known in runs
                for number in self._written.in_time(known.get(run, ()), line, self._commit)
            }
            hits.update(found)
            if found:
                tokens.update(range(max(at, start), min(at + RUN, start + count)))
        edits = self._written.edits
        best = max(hits, key=lambda number: (hits[number], edits[number].moment, number), default=None)
        return (len(tokens) / count if count else 0.0), best


def _in_a_row(
    speaking: Sequence[int], elsewhere: dict[int, int], edits: Sequence[WrittenEdit], least: int
) -> dict[int, int]:
    """Lines from other paths that stand in a row from one path: code that moved comes in blocks."""
    kept: dict[int, int] = {}
    row: list[int] = []
    for at in [*speaking, -1]:
        path = edits[elsewhere[at]].path if at in elsewhere else None
        if row and (path is None or path != edits[elsewhere[row[0]]].path):
            if len(row) >= least:
                kept.update((line, elsewhere[line]) for line in row)
            row = []
        if path is not None:
            row.append(at)
    return kept


def _starts(tokens: Sequence[int]) -> list[int]:
    """The number of each line's first token in the file's row of tokens."""
    starts, next_start = [], 0
    for count in tokens:
        starts.append(next_start)
        next_start += count
    return starts
