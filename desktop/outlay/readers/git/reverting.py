"""Finds the commits that say they take others back, whoever wrote them, without reading anything else of theirs."""

from collections.abc import Iterable, Iterator

from outlay.readers.git.patches import LONGEST_MESSAGE
from outlay.readers.git.place import Place
from outlay.rules.commit_text import REVERTING_WORDS, reverted_in
from outlay.system.git_command import GitCommand

# Every line of a message is indented by one space, so that none can pass for the start of a commit.
_COMMAND = (
    "log",
    "--ignore-missing",
    "--stdin",
    "--fixed-strings",
    *(f"--grep={words}" for words in REVERTING_WORDS),
    "--format=%x01%H%n%w(0,1,1)%B",
)
_START = b"\1"


def reverting_commits(
    place: Place, git: GitCommand, span: tuple[str, str | None], slug: str | None
) -> dict[str, tuple[str, ...]]:
    """Commits of a span → what their messages say they revert, as shas or as `#12`.

    The span's first commit reaches them and its second one, if any, does not.

    Raises:
        GitFailedError: git failed; nothing of it holds.
    """
    tip, before = span
    given = [b"^" + before.encode()] if before else []
    lines = git.lines(place.top, (*_COMMAND, tip), given)
    found = {sha: reverted_in(message, slug) for sha, message in _messages(lines)}
    return {sha: reverted for sha, reverted in found.items() if reverted}


def _messages(lines: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    """Each sha with its message."""
    sha, message = b"", bytearray()
    for line in lines:
        if line.startswith(_START):
            if sha:
                yield sha.decode(), message.decode("utf-8", "replace")
            sha, message = line[1:].strip(), bytearray()
        elif len(message) < LONGEST_MESSAGE:
            message += line[1:LONGEST_MESSAGE]
    if sha:
        yield sha.decode(), message.decode("utf-8", "replace")
