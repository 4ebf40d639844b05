r"""Turns the patches `git log` prints into commits with packed line hashes.

Source of the form: git-log(1), "Generating patch text". Every line of a message is indented by one space,
so that none can pass for a line of the patch; without context lines (-U0) a hunk holds only `+`, `-` and `\`.
"""

from collections.abc import Iterable, Iterator

from outlay.domain.work import Commit, CommitFile, Mark, MarkKind
from outlay.readers.git.entire import is_snapshot
from outlay.readers.git.printed import PLAIN_PATCH, moment_from, path_from
from outlay.readers.interface import PackLines
from outlay.rules.commit_text import holds_written_text, reverted_commits, subject_of
from outlay.rules.marks import marks_in

COMMAND = (
    "log",
    "--no-walk=unsorted",
    "--stdin",
    "--ignore-missing",
    "-p",
    "-U0",
    "-M",
    *PLAIN_PATCH,
    "--format=%x01%H%x02%P%x02%at%x02%ct%x02%ae%x02%an%x02%cn%n%w(0,1,1)%B",
)
"""`diff-tree` would read the index and the worktree's files."""

LONGEST_MESSAGE = 64_000
"""Bytes of a message that are looked at."""

_PLUS, _MINUS, _START, _SPACE, _DIFF, _HUNK = b"+-\x01 d@"


class PatchReader:
    """Takes lines, gives commits; holds the lines of one file at a time."""

    def __init__(self, pack_lines: PackLines) -> None:
        self._pack_lines = pack_lines
        self._head: list[bytes] = []
        self._message: list[bytes] = []
        self._files: list[CommitFile] = []
        self._path = ""
        self._old_path = ""
        self._added: list[bytes] = []
        self._removed: list[bytes] = []

    def commits(self, lines: Iterable[bytes]) -> Iterator[Commit]:
        """Every commit once it is whole, which the next one's start or the end of the lines shows."""
        in_hunk = False
        added, removed = self._added, self._removed
        for line in lines:
            first = line[0]
            if in_hunk and first == _PLUS:
                added.append(line[1:])
            elif in_hunk and first == _MINUS:
                removed.append(line[1:])
            elif first == _START:
                yield from self._finished()
                self._head = line[1:-1].split(b"\2", 6)
                in_hunk = False
            elif first == _HUNK:
                in_hunk = True
            elif first == _DIFF and line.startswith(b"diff "):
                self._close_file()
                in_hunk = False
            elif not in_hunk:
                self._note(first, line)
        yield from self._finished()

    def _note(self, first: int, line: bytes) -> None:
        """A line of the message or of a file's header."""
        if first == _SPACE:
            self._message.append(line[1:])
        elif line.startswith(b"--- "):
            self._old_path = path_from(line[4:], b"a/")
        elif line.startswith(b"+++ "):
            self._path = path_from(line[4:], b"b/") or self._old_path
        elif line.startswith(b"rename to "):
            self._path = path_from(line[10:])

    def _close_file(self) -> None:
        """Keep the file that ends here, unless nobody wrote its text."""
        if self._path and holds_written_text(self._path):
            pack, added = self._pack_lines, self._added
            runs = pack.runs_in_order(added)
            self._files.append(CommitFile(self._path, pack(added), pack(self._removed), *runs))
        self._path = self._old_path = ""
        self._added.clear()
        self._removed.clear()

    def _finished(self) -> Iterator[Commit]:
        """The commit that ends here, if one began."""
        self._close_file()
        message = b"".join(self._message)[:LONGEST_MESSAGE]
        if self._head and not is_snapshot(message):
            yield commit_from(self._head, message, tuple(self._files))
        self._head, self._message, self._files = [], [], []


def commit_from(head: list[bytes], message: bytes, files: tuple[CommitFile, ...]) -> Commit:
    """A commit from its header fields, its message and its files."""
    sha, parents, authored, committed, email, *names = head
    text = message.decode("utf-8", "replace")
    return Commit(
        sha=sha.decode(),
        author_email=email.decode("utf-8", "replace").strip().lower(),
        author_moment=moment_from(authored),
        committer_moment=moment_from(committed),
        parents=tuple(parents.decode().split()),
        subject=subject_of(text),
        added_lines=sum(len(file.added) for file in files) // 8,
        removed_lines=sum(len(file.removed) for file in files) // 8,
        reverts=reverted_commits(text),
        files=files,
        marks=_marks(text, names),
    )


def _marks(text: str, names: list[bytes]) -> tuple[Mark, ...]:
    """What the message says, and aider's own sign, which it writes behind the author's or committer's name."""
    by_aider = any(name.rstrip().endswith(b" (aider)") for name in names)
    return tuple(dict.fromkeys((*marks_in(text), *((Mark(MarkKind.AGENT, "aider"),) if by_aider else ()))))
