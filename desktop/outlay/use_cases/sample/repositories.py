"""A repository's history as the stream that `git fast-import` reads (https://git-scm.com/docs/git-fast-import)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.use_cases.sample.days import MINUTE
from outlay.use_cases.sample.listing import file_lines, text_of
from outlay.use_cases.sample.schedule import Commit
from outlay.use_cases.sample.story import EMAIL, FIRST_NUMBERS, NAME, Way

_MAIN = "refs/heads/main"


class _Change(NamedTuple):
    """One commit to write. `merged` is the branch it merges, `path` empty when it changes no file itself."""

    branch: str
    message: str
    moment: UtcMillis
    path: str = ""
    text: str = ""
    merged: str = ""


def history_stream(name: str, begun: UtcMillis, commits: Iterable[Commit]) -> bytes:
    """The whole history: a first commit at `begun`, then the repository's commits, oldest first."""
    readme = f"# {name}\n\nA sample repository. Everything in it is invented.\n"
    changes = [_Change(_MAIN, f"Start the {name} repository", begun, "README.md", readme)]
    number = FIRST_NUMBERS[name]
    for commit in commits:
        changes += _changes(commit, number)
        number += commit.lands and commit.work.way is not Way.DIRECT
    return b"".join(_written(changes))


def _changes(commit: Commit, number: int) -> Iterator[_Change]:
    work = commit.work
    side = f"refs/heads/{work.branch}"
    text = text_of(file_lines(work.path, commit.parts))
    if not commit.lands:
        yield _Change(
            side, f"Go on with {work.title[0].lower()}{work.title[1:]}", commit.moment, work.path, text
        )
    elif work.way is Way.MERGE:
        yield _Change(side, work.title, UtcMillis(commit.moment - MINUTE), work.path, text)
        message = f"Merge pull request #{number} from harbor/{work.branch}\n\n{work.title}"
        yield _Change(_MAIN, message, commit.moment, merged=side)
    else:
        suffix = f" (#{number})" if work.way is Way.SQUASH else ""
        yield _Change(_MAIN, f"{work.title}{suffix}", commit.moment, work.path, text)


def _written(changes: list[_Change]) -> Iterator[bytes]:
    """Each commit after the one before it on its branch; a branch's first one after the default branch's tip."""
    known: set[str] = set()
    for change in changes:
        yield from _commit(change, begins=change.branch not in known)
        known.add(change.branch)
        if change.merged:
            known.discard(change.merged)
            yield b"reset %s\nfrom 0000000000000000000000000000000000000000\n\n" % change.merged.encode()
    yield b"done\n"


def _commit(change: _Change, *, begins: bool) -> Iterator[bytes]:
    who = f"{NAME} <{EMAIL}> {change.moment // 1000} +0000"
    yield f"commit {change.branch}\nauthor {who}\ncommitter {who}\n".encode()
    yield _data(change.message)
    if begins and change.branch != _MAIN:
        yield f"from {_MAIN}\n".encode()
    if change.merged:
        yield f"merge {change.merged}\n".encode()
    if change.path:
        yield f"M 100644 inline {change.path}\n".encode() + _data(change.text)
    yield b"\n"


def _data(text: str) -> bytes:
    body = text.encode()
    return b"data %d\n%s\n" % (len(body), body)
