"""Reading in two processes when there is much to read. Both take files from one order, newest first.

The second process only reads; what it reads comes back here, where the one writer keeps it. Whatever it leaves
unread, because it ended or could not begin, is read here: no outcome depends on it.
"""

import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress

from outlay.readers.interface import PackLines
from outlay.system.reading_process import Link, StartLink
from outlay.use_cases.log_work import Brought, ReadAll, Work, batches_of, read_alone
from outlay.use_cases.reading_wire import FILE_DONE, Hello, Wish, batch_in, packed

AHEAD = 2
"""Files the second process is asked for at a time at least, so that it never waits for the next."""

AHEAD_BYTES = 4 << 20
"""Small files it is asked for up to about this size: the thread that asks for more may have to wait its turn."""

MOST_AHEAD = 16
"""So many wishes fit a pipe, and the last files are shared between both."""

MOST_WAITING_BYTES = 4 << 20
"""What it read may wait here up to about this size; then the second process waits."""


def read_together(pack_lines: PackLines, seed: int, start: StartLink) -> ReadAll:
    """Reading with a second process, or in this one alone when that cannot be had.

    Args:
        pack_lines: the installation's line hash.
        seed: what it is seeded with, for the second process.
        start: starts the second process; OSError when that fails.
    """
    alone = read_alone(pack_lines)

    def read(works: Iterable[Work]) -> Generator[Brought]:
        order = deque(works)
        second = _begun(order, seed, start) if order else None
        if second is None:
            yield from alone(order)
            return
        try:
            yield from _shared(order, second, pack_lines)
        finally:
            second.end()
        yield from alone(second.unread)

    return read


def _begun(order: "deque[Work]", seed: int, start: StartLink) -> "_Second | None":
    with suppress(OSError, UnicodeEncodeError):
        hello = packed(Hello.of(seed, {work.reader.reader_id: work.probe for work in order}))
        return _Second(start(), hello, order)
    return None


def _shared(order: "deque[Work]", second: "_Second", pack_lines: PackLines) -> Iterator[Brought]:
    """Both read until the order is empty; what the second brought is passed on first."""
    while (work := _next_of(order)) is not None:
        for batch in batches_of(work, pack_lines):
            yield Brought(work, batch)
            yield from second.brought(wait=False)
        yield Brought(work, None)
    yield from second.brought(wait=True)


def _next_of(order: "deque[Work]") -> Work | None:
    """Both threads take from the order: whether there is one more is known only by taking it."""
    with suppress(IndexError):
        return order.popleft()
    return None


class _Second:
    """The second process as seen from the first: a thread asks it for files and takes what comes."""

    def __init__(self, link: Link, hello: bytes, order: "deque[Work]") -> None:
        self._link = link
        self._order = order
        self._asked = deque(work for _ in range(AHEAD) if (work := _next_of(order)))
        self._waiting = _Waiting()
        self._thread = threading.Thread(target=self._serve, args=(hello,), daemon=True)
        self._thread.start()

    @property
    def unread(self) -> "list[Work]":
        """Once it has ended: the files it was asked for and did not finish, from where it got to."""
        return list(self._asked)

    def brought(self, *, wait: bool) -> Iterator[Brought]:
        """What it has brought by now, or with `wait` everything it brings until its end."""
        while (frame := self._waiting.take(wait=wait)) is not None:
            work = self._asked[0]
            if frame == FILE_DONE:
                self._asked.popleft()
                yield Brought(work, None)
                continue
            batch = batch_in(frame)
            if batch.bookmark is not None:
                self._asked[0] = work._replace(bookmark=batch.bookmark)
            yield Brought(work, batch)

    def end(self) -> None:
        """End the process and the thread, whatever they are doing."""
        self._waiting.close()
        self._link.kill()
        self._thread.join()
        self._link.let_go()

    def _serve(self, hello: bytes) -> None:
        ahead = deque(work.size for work in self._asked)
        more = self._link.send(hello) and all(self._wish(work) for work in tuple(self._asked))
        while (frame := self._link.receive()) is not None and self._waiting.put(frame):
            if frame == FILE_DONE:
                ahead.popleft()
            while more and _has_room(ahead):
                more = self._ask(ahead)
        self._waiting.close()

    def _ask(self, ahead: "deque[int]") -> bool:
        """Ask for the next file; with none left the process is told to end after what it has."""
        work = _next_of(self._order)
        if work is None:
            self._link.close()
            return False
        self._asked.append(work)
        ahead.append(work.size)
        return self._wish(work)

    def _wish(self, work: Work) -> bool:
        return self._link.send(packed(Wish(work.reader.reader_id, work.file, work.bookmark)))


def _has_room(ahead: "deque[int]") -> bool:
    """Whether another file may be asked for, by the sizes of those that are not done."""
    return len(ahead) < AHEAD or (len(ahead) < MOST_AHEAD and sum(ahead) < AHEAD_BYTES)


class _Waiting:
    """Frames on their way from the thread to the reading; whoever puts waits while there are too many."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._frames: deque[bytes] = deque()
        self._bytes = 0
        self._closed = False

    def put(self, frame: bytes) -> bool:
        """Add a frame; False when nobody takes it any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._bytes < MOST_WAITING_BYTES)
            if not self._closed:
                self._frames.append(frame)
                self._bytes += len(frame)
                self._changed.notify_all()
            return not self._closed

    def take(self, *, wait: bool) -> bytes | None:
        """The next frame; None when there is none yet, or with `wait` when none will come."""
        with self._changed:
            if wait:
                self._changed.wait_for(lambda: self._closed or self._frames)
            if not self._frames:
                return None
            frame = self._frames.popleft()
            self._bytes -= len(frame)
            self._changed.notify_all()
            return frame

    def close(self) -> None:
        """No more frames: what is there may still be taken."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
