"""The only place that runs git: read-only, no hooks, no pager, no network, with a time limit.

Who owns a repository is git's own check (`safe.directory`); it is never overridden.
"""

import os
import re
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from tempfile import TemporaryFile
from threading import Event
from typing import IO

from outlay.domain.problems import ProblemKind
from outlay.errors import GitError
from outlay.system.time_limit import time_limit

SECONDS = 120.0
"""Time limit of one call."""

_CONFIG = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    # A longer text file is no source code; as a binary it never has to fit into memory.
    "core.bigFileThreshold": "8m",
    "core.quotePath": "false",
    "color.ui": "false",
    "i18n.logOutputEncoding": "UTF-8",
    "log.showSignature": "false",
    "log.mailmap": "false",
    "log.showRoot": "true",
    "diff.relative": "false",
}
_GIT = (
    "git",
    "--no-pager",
    "--no-optional-locks",
    *(part for name, value in _CONFIG.items() for part in ("-c", f"{name}={value}")),
)

_SETTINGS = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    # A partial clone would fetch what it lacks.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
    "LANGUAGE": "C",
}

_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_LONGEST_MESSAGE = 200
_LONGEST_NAME = 1 << 16
_WORDS_OF_KINDS = (
    ("dubious ownership", ProblemKind.REPOSITORY_FOREIGN),
    ("unsafe repository", ProblemKind.REPOSITORY_FOREIGN),
    ("not a git repository", ProblemKind.REPOSITORY_GONE),
    ("cannot change to", ProblemKind.REPOSITORY_GONE),
)
_PLACE = re.compile(r"[^\s'\"]*(?:://|(?<![\w.])[/\\]|\b[A-Za-z]:[/\\])[^\s'\"]*")


class GitFailedError(GitError):
    """A git call failed. `kind` types it; `message` is git's first line without foreign paths."""

    def __init__(self, kind: ProblemKind, message: str, advice: str = "") -> None:
        super().__init__(message, advice)
        self.kind = kind
        self.message = message


@dataclass(frozen=True, slots=True)
class GitCommand:
    """Runs git with the given environment, of which `GIT_*` is dropped, and a limit in seconds per call."""

    environment: Mapping[str, str]
    seconds: float = SECONDS

    def answer(self, folder: str, *arguments: str) -> bytes:
        """Everything a short command prints in a folder (empty: the current one); empty when git found nothing (exit code 1 without a word).

        Raises:
            GitFailedError: git is missing, refused, failed or was too slow.
        """
        return b"".join(self.lines(folder, arguments))

    def lines(self, folder: str, arguments: Sequence[str], given: Sequence[bytes] = ()) -> Iterator[bytes]:
        """What a command prints, line by line as it comes; `given` lines are its standard input.

        Raises:
            GitFailedError: at the end of what was printed, or at once when git cannot be started.
        """
        with self._printed(folder, arguments, given) as printed:
            yield from printed

    def blobs(self, folder: str, names: Sequence[bytes], most: int) -> Iterator[bytes | None]:
        """What files hold, by names as `<commit>:<path>`, in their order; one process reads them all.

        None for what does not exist or is no file; a file longer than `most` bytes is cut. Names have no newline.

        Raises:
            GitFailedError: as for `lines`.
        """
        with self._printed(folder, ("cat-file", "--batch"), names) as printed:
            for _ in names:
                yield _blob(printed, most)

    @contextmanager
    def _printed(self, folder: str, arguments: Sequence[str], given: Sequence[bytes]) -> Iterator[IO[bytes]]:
        """What a command prints; that it failed shows once all of it was read."""
        with (
            TemporaryFile() as told,
            _input(given) as fed,
            self._started(folder, arguments, fed, told) as run,
        ):
            process, late = run
            if process.stdout is not None:
                yield process.stdout
            code = process.wait()
            if late.is_set():
                raise GitFailedError(ProblemKind.GIT_SLOW, f"Git took longer than {self.seconds:g} seconds.")
            if code:
                told.seek(0)
                _explain(code, told.read(4096), folder)

    @contextmanager
    def _started(
        self, folder: str, arguments: Sequence[str], fed: IO[bytes] | int, told: IO[bytes]
    ) -> Iterator[tuple["subprocess.Popen[bytes]", Event]]:
        """A running git, killed with its children when time is up or nobody reads on."""
        process = self._open((*_GIT, "-C", folder, *arguments), fed, told)
        late = Event()
        try:
            with time_limit(self.seconds, partial(_give_up, process, late)):
                yield process, late
        finally:
            _kill(process)
            if process.stdout is not None:
                process.stdout.close()
            process.wait()

    def _open(
        self, command: Sequence[str], fed: IO[bytes] | int, told: IO[bytes]
    ) -> "subprocess.Popen[bytes]":
        kept = {
            name: value for name, value in self.environment.items() if not name.upper().startswith("GIT_")
        }
        try:
            return subprocess.Popen(
                command,
                bufsize=1 << 20,
                pipesize=1 << 20,
                stdin=fed,
                stdout=subprocess.PIPE,
                stderr=told,
                env=kept | _SETTINGS,
                start_new_session=True,
                creationflags=_NO_WINDOW,
            )
        except FileNotFoundError as error:
            missing = "Git is not installed, or not on the PATH."
            raise GitFailedError(ProblemKind.GIT_FAILED, missing, "Install git, then refresh.") from error
        except (OSError, ValueError) as error:
            raise GitFailedError(ProblemKind.GIT_FAILED, "Git could not be started.") from error


@contextmanager
def _input(given: Sequence[bytes]) -> Iterator[IO[bytes] | int]:
    """Lines as standard input. A file, because a pipe nobody empties yet would block both sides."""
    if not given:
        yield subprocess.DEVNULL
        return
    with TemporaryFile() as fed:
        fed.write(b"\n".join(given) + b"\n")
        fed.seek(0)
        yield fed


def _blob(printed: IO[bytes], most: int) -> bytes | None:
    """The next object that `git cat-file --batch` prints (git-cat-file(1), "BATCH OUTPUT")."""
    parts = printed.readline(_LONGEST_NAME).split()
    if len(parts) < 3 or not parts[-1].isdigit():  # noqa: PLR2004 - id, type, size
        return None
    size = int(parts[-1])
    kept = printed.read(min(size, most))
    left = size + 1 - len(kept)
    while left and (passed := len(printed.read(min(left, 1 << 20)))):
        left -= passed
    return kept if parts[-2] == b"blob" else None


def _give_up(process: "subprocess.Popen[bytes]", late: Event) -> None:
    late.set()
    _kill(process)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process that still runs, with everything it started."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        process.kill()


def _explain(code: int, told: bytes, folder: str) -> None:
    """Turn a failed call into its typed error; exit code 1 without a word is an empty answer."""
    first = next((line for line in told.decode("utf-8", "replace").splitlines() if line.strip()), "")
    if code == 1 and not first:
        return
    kind = next((kind for words, kind in _WORDS_OF_KINDS if words in first), ProblemKind.GIT_FAILED)
    raise GitFailedError(kind, without_foreign_paths(first, folder) or f"Git ended with code {code}.")


def without_foreign_paths(message: str, folder: str) -> str:
    """A message of git with every absolute path and address outside the folder replaced by an ellipsis."""

    def shown(place: re.Match[str]) -> str:
        return place.group() if place.group().startswith(folder) else "…"

    return "".join(filter(str.isprintable, _PLACE.sub(shown, message)))[:_LONGEST_MESSAGE]
