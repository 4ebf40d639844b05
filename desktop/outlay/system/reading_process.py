"""A second process of this program, and the frames it is spoken to with: a length, then so many bytes.

It belongs to the process that started it: when that one ends, however it ends, the pipe closes and so does it.
"""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO, cast

_LENGTH_BYTES = 4
_END_SECONDS = 2.0
_PIPE_BYTES = 256 << 10
"""What fits a pipe, and is taken out of it at once: who takes it may have to wait its turn for milliseconds."""

Frame = bytes


class Link:
    """A running process that takes frames and answers with frames. Meant for one thread at a time."""

    def __init__(self, command: tuple[str, ...]) -> None:
        """Start it; raises OSError when that cannot be done."""
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=_PIPE_BYTES,
            pipesize=_PIPE_BYTES,
            # An interruption from the keyboard is for the first process, which then ends the second.
            start_new_session=True,
            creationflags=_quiet_flags(),
        )
        self._in = cast("IO[bytes]", self._process.stdin)
        self._out = cast("IO[bytes]", self._process.stdout)

    @property
    def pid(self) -> int:
        """The system's number of the process."""
        return self._process.pid

    def send(self, frame: Frame) -> bool:
        """Hand a frame over; False when nobody takes it any more."""
        try:
            write_frame(self._in, frame)
        except (OSError, ValueError):
            return False
        return True

    def receive(self) -> Frame | None:
        """The next frame, waited for; None when there are no more."""
        return read_frame(self._out)

    def close(self) -> None:
        """Say that no more frames come."""
        with suppress(OSError):
            self._in.close()

    def kill(self) -> None:
        """End it at once, whatever it is doing. Meant for any thread."""
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_END_SECONDS)

    def let_go(self) -> None:
        """Free the pipes of a process that has ended."""
        self.close()
        self._out.close()


StartLink = Callable[[], Link]


def own_command(*words: str) -> tuple[str, ...]:
    """The call that runs this program, installed or bundled, with other words."""
    if getattr(sys, "frozen", False):
        return (sys.executable, *words)
    # -P: a folder that happens to be the current one must not bring modules of its own.
    return (sys.executable, "-P", "-m", "outlay", *words)


def write_frame(stream: IO[bytes], frame: Frame) -> None:
    """Write a frame at once; raises OSError when nobody takes it."""
    stream.write(len(frame).to_bytes(_LENGTH_BYTES, "little"))
    stream.write(frame)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Frame | None:
    """The next whole frame; None when the other side is gone, be it in the middle of one."""
    try:
        length = stream.read(_LENGTH_BYTES)
        if len(length) < _LENGTH_BYTES:
            return None
        size = int.from_bytes(length, "little")
        frame = stream.read(size)
    except (OSError, ValueError):
        return None
    return frame if len(frame) == size else None


def _quiet_flags() -> int:
    """On Windows: no console window, and no share in the first process's keyboard."""
    return getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
