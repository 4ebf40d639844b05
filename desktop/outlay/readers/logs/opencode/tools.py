"""What a finished tool call wrote or ran. A call that failed changed nothing.

Shapes: the tool's own sources, of 1.x (`filePath`, `metadata.diff`) and of 2.x (`path`, `files[].patch`).
"""

from typing import Final, NamedTuple

from outlay.domain.usage import ShellKind
from outlay.readers.interface import PackLines
from outlay.readers.logs.opencode.fields import PATH_LENGTH, Fields, clean
from outlay.readers.logs.opencode.patches import (
    Change,
    changes_in_patch,
    lines_of,
    sides_of_diff,
    sides_of_texts,
)
from outlay.readers.logs.recoveries import outcome_of as told_as
from outlay.readers.logs.shell import (
    LOOKED_AT,
    absolute,
    command_hash,
    commit_ids,
    heredocs,
    makes_commit,
    makes_pull_request,
    moved_to,
    pull_requests,
)

_PATCHES: Final = frozenset({"patch", "apply_patch"})
_SHELLS: Final = frozenset({"bash", "shell"})
_TRACKED: Final = _PATCHES | _SHELLS | {"edit", "multiedit", "write"}


class Outcome(NamedTuple):
    """What a call brought: changed files with absolute paths, and news of the shell as (kind, value)."""

    call: str
    ended: int | None
    changes: list[Change]
    news: list[tuple[str, str]]


def outcome_of(part: Fields, folder: str | None, pack_lines: PackLines, failed: list[str]) -> Outcome | None:
    """What a tool part brought; None when it is of no other tool, not finished, or failed.

    `failed`: hashes of the commands that failed before in this turn; see recoveries.py.
    """
    name = part.text("tool") or part.text("name")
    state = part.inner("state") if name in _TRACKED else None
    if not name or not state or state.text("status") != "completed":
        return None
    call = part.text("callID") or part.text("id") or ""
    ended = state.inner("time").count("end") or part.inner("time").count("completed")
    told = state.inner("metadata") or state.inner("structured")
    given = state.inner("input")
    if name in _SHELLS:
        command = _Command(given, told, folder)
        ending = command.ending(pack_lines, failed)
        return Outcome(call, ended, command.written(), [*command.printed(state), *ending])
    placed = [
        change._replace(path=clean(absolute(change.path, folder), PATH_LENGTH) or "")
        for change in _changes(name, given, told)
        if change.path
    ]
    return Outcome(call, ended, placed, [])


def _changes(name: str, given: Fields, told: Fields) -> list[Change]:
    if name in _PATCHES:
        return _applied(told) or changes_in_patch(given.raw("patchText") or "")
    path = given.text("filePath", PATH_LENGTH) or given.text("path", PATH_LENGTH) or ""
    if name == "write":
        return [Change(path, "write", lines_of(given.raw("content")), [])]
    steps = told.items("results") if name == "multiedit" else [told]
    sides = [sides_of_diff(diff) for diff in map(_diff, steps) if diff]
    if not sides:
        asked = given.items("edits") if name == "multiedit" else [given]
        sides = [sides_of_texts(one.raw("oldString"), one.raw("newString")) for one in asked]
    added = [line for side in sides for line in side[0]]
    return [Change(path, "edit", added, [line for side in sides for line in side[1]])]


def _diff(told: Fields) -> str | None:
    """The diff of the file as it was written, in the forms of 1.x and of 2.x."""
    return (
        told.raw("diff")
        or told.inner("filediff").raw("patch")
        or next((diff for diff in (file.raw("patch") for file in told.items("files")) if diff), None)
    )


def _applied(told: Fields) -> list[Change]:
    """Files of an applied patch that carry their diffs."""
    changes = []
    for file in told.items("files"):
        names = (file.text(name, PATH_LENGTH) for name in ("movePath", "filePath", "file"))
        diff = file.raw("patch") or file.raw("diff")
        if diff:
            changes.append(Change(next(filter(None, names), ""), "patch", *sides_of_diff(diff)))
    return changes


class _Command:
    """A command line that was run."""

    def __init__(self, given: Fields, told: Fields, folder: str | None) -> None:
        self.line = given.raw("command") or ""
        named = given.text("workdir", PATH_LENGTH)
        self._folder = absolute(named, folder) if named else folder
        self._told = told
        self._exit = told.code("exit")

    def ending(self, pack_lines: PackLines, failed: list[str]) -> list[tuple[str, str]]:
        """A failure, or a success after failures of the same command."""
        if not self.line or not (self._exit or (self._worked and failed)):
            return []
        named = command_hash(self.line, pack_lines)
        kind = told_as(named, failed, worked=self._worked)
        return [] if kind is None else [(kind, named)]

    def written(self) -> list[Change]:
        """Files it wrote out of its own text, if it went well."""
        if not self._worked:
            return []
        folder = moved_to(self.line, self._folder)
        found = [(absolute(one.path, folder), one.lines) for one in heredocs(self.line)]
        return [Change(clean(path, PATH_LENGTH) or "", "heredoc", lines, []) for path, lines in found]

    @property
    def _worked(self) -> bool:
        return self._exit == 0 or "exit" not in self._told

    def printed(self, state: Fields) -> list[tuple[str, str]]:
        """Commits and pull requests its output tells of."""
        news: list[tuple[str, str]] = []
        if makes_commit(self.line) or makes_pull_request(self.line):
            output = self._output(state)
            if makes_commit(self.line):
                news += [(ShellKind.COMMIT, ident) for ident in commit_ids(output)]
            if makes_pull_request(self.line):
                news += [(ShellKind.PULL_REQUEST_MADE, url) for url in pull_requests(output)]
        return news

    def _output(self, state: Fields) -> str:
        whole = state.raw("output") or self._told.raw("output")
        if whole is None:
            whole = next((text for text in (one.raw("text") for one in state.items("content")) if text), "")
        return whole[:LOOKED_AT]
