"""Reads what is new in the log files, newest files first, and keeps it slice by slice."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, field
from typing import NamedTuple

from outlay.domain.answers import Place, PlaceState, Progress, ReaderCard, ReaderReport
from outlay.domain.batches import Bookmark
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem
from outlay.readers.interface import LogFile, LogReader, Probe, Rereader, Surroundings
from outlay.store.log_facts import FileSlice
from outlay.store.store import Store
from outlay.use_cases.last_look import LastLook
from outlay.use_cases.log_work import Brought, ReadAll, Work
from outlay.use_cases.price_book import PriceBook

SLICE_ROWS = 10_000
SLICE_BYTES = 32 << 20
SUMMED_EVERY_MS = 1_000
"""While many slices come, their sums are made anew this often; in between they are added up when asked for."""

_WATCHED_FOLDERS = 60


@dataclass(slots=True)
class Tally:
    """What one reader brought so far."""

    state: PlaceState
    files: int
    bytes_read: int = 0
    added: int = 0
    changed: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    examples: dict[str, Problem] = field(default_factory=dict)

    def note(self, problems: Sequence[Problem]) -> None:
        """Count problems by kind."""
        for one in problems:
            self.problems[one.kind] += one.times
            self.examples.setdefault(one.kind, one)


class LogIndex(NamedTuple):
    """What a pass over the logs brought."""

    reports: tuple[ReaderReport, ...]
    folders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogIndexer:
    """One pass over the log sources.

    Args:
        store: the one writer.
        readers: the sources.
        around: the machine as readers may see it.
        read_all: reads many files.
        last_look: what was found before, for words about single files.
        clock: the present moment.
        progress: told after each slice; the numbers of done and total files and bytes.
    """

    store: Store
    readers: tuple[LogReader, ...]
    around: Surroundings
    read_all: ReadAll
    last_look: LastLook
    clock: Callable[[], UtcMillis]
    progress: Callable[[Progress], None]

    def run(self, make_book: Callable[[], PriceBook], paths: Sequence[str] = ()) -> LogIndex:
        """Read everything new and keep it; with paths, of these files alone as far as that can be.

        Prices are asked for once there is something to price.
        """
        self._keep_cards()
        changed = self.last_look.with_changed(paths)
        probes = self._look_around() if changed is None else changed
        tallies = {name: _tally(probe) for name, probe in probes.items()}
        work = self._look(probes, tallies, () if changed is None else paths)
        if work:
            self._bring(work, tallies, make_book())
        else:
            self.store.refresh()
        folders = tuple(folder for probe in probes.values() for folder in probe.folders[:_WATCHED_FOLDERS])
        return LogIndex(tuple(_report(name, tally) for name, tally in tallies.items()), folders)

    def _bring(self, work: list[Work], tallies: dict[str, Tally], book: PriceBook) -> None:
        book.ask_again()
        for reason, part in _parts(work):
            with self._correcting(reason):
                self._read(part, tallies, book)

    def _correcting(self, reason: str) -> AbstractContextManager[None]:
        return self.store.correcting(reason, self.clock()) if reason else nullcontext()

    def _keep_cards(self) -> None:
        cards = tuple(ReaderCard(one.reader_id, one.tool, one.retention) for one in self.readers)
        if cards != self.store.readers():
            with self.store.writing():
                self.store.logs.keep_cards(cards)

    def _look_around(self) -> dict[str, Probe]:
        probes = {reader.reader_id: reader.probe(self.around) for reader in self.readers}
        self.last_look.keep(probes)
        for name, probe in probes.items():
            self._keep_places(name, probe)
        return probes

    def _look(self, probes: dict[str, Probe], tallies: dict[str, Tally], paths: Sequence[str]) -> list[Work]:
        work: list[Work] = []
        for reader in self.readers:
            probe = probes[reader.reader_id]
            files = [file for file in probe.files if file.path in paths] if paths else probe.files
            tallies[reader.reader_id].note(probe.problems)
            if files:
                known = self.store.logs.bookmarks(reader.reader_id, paths)
                work += _works(reader, files, probe, known)
        return sorted(work, key=lambda one: -one.file.mark.mtime_ns)

    def _keep_places(self, reader: str, probe: Probe) -> None:
        places = tuple(
            Place(root.path, PlaceState(root.state), root.files, root.message) for root in probe.roots
        )
        told = self.store.log_problems(reader)
        if places == self.store.places(reader) and not probe.problems and not told:
            return
        with self.store.writing():
            self.store.logs.keep_places(reader, places, self.clock())
            self.store.logs.keep_probe_problems(reader, probe.problems, self.clock())
            self.store.logs.forget_problems_elsewhere(reader, [file.path for file in probe.files])

    def _read(self, work: list[Work], tallies: dict[str, Tally], book: PriceBook) -> None:
        meter = _Meter(work, self.clock(), self.progress)
        summed = UtcMillis(0)
        with closing(self.read_all(work)) as brought:
            for slices in _slices(brought, meter):
                due = self.clock() - summed >= SUMMED_EVERY_MS
                self._keep(slices, tallies, book, refresh=due)
                summed = self.clock() if due else summed
                meter.tell(self.clock())
        self.store.refresh()

    def _keep(
        self, slices: list[FileSlice], tallies: dict[str, Tally], book: PriceBook, *, refresh: bool
    ) -> None:
        counts = self.store.add_slices(slices, book.price_all, self.clock(), refresh=refresh)
        for one, kept in zip(slices, counts, strict=True):
            tally = tallies[one.reader]
            tally.bytes_read += one.batch.bytes_read
            tally.added += kept.added
            tally.changed += kept.changed
            tally.note(one.batch.problems)


class _Meter:
    """How far a pass is, and how long the rest takes at the pace so far."""

    def __init__(self, work: list[Work], started: UtcMillis, progress: Callable[[Progress], None]) -> None:
        self._sizes = [one.file.mark.size - (one.bookmark.offset if one.bookmark else 0) for one in work]
        self._total = sum(size for size in self._sizes if size > 0)
        self._started = started
        self._progress = progress
        self._files = 0
        self._bytes = 0
        self._unread = {_name_of(one): one.file.mark.mtime_ns for one in work}
        self._is_last = not any(one.is_superseded or one.is_stale for one in work)

    def count(self, read: int) -> None:
        """Some bytes of the file at hand were read."""
        self._bytes += read

    def next_file(self, work: Work) -> None:
        """A file is done."""
        self._files += 1
        self._unread.pop(_name_of(work), None)

    def tell(self, now: UtcMillis) -> None:
        """Pass on how far it is."""
        took = (now - self._started) / 1000
        left = took * (self._total - self._bytes) / self._bytes if self._bytes and took > 1 else None
        done = min(self._bytes, self._total)
        left = left and max(left, 0.0)
        self._progress(Progress(self._files, len(self._sizes), done, self._total, left, self._whole_since()))

    def _whole_since(self) -> UtcMillis | None:
        """No log holds what happened after it was last written, so what is newer than the newest unread is known."""
        if not self._is_last:
            return None
        newest = next(iter(self._unread.values()), None)  # files come newest first
        return UtcMillis(0 if newest is None else newest // 1_000_000 + 1)


def _name_of(work: Work) -> tuple[str, str]:
    return work.reader.reader_id, work.file.path


def _slices(brought: Iterator[Brought], meter: _Meter) -> Iterator[list[FileSlice]]:
    """Batches in slices of about SLICE_ROWS rows or SLICE_BYTES bytes; small files share one."""
    slices: list[FileSlice] = []
    rows = size = 0
    for work, batch in brought:
        if batch is None:
            meter.next_file(work)
            continue
        slices.append(FileSlice(work.reader.reader_id, work.file.path, batch, batch.supersedes))
        meter.count(batch.bytes_read)
        rows += batch.rows
        size += batch.bytes_read
        if rows >= SLICE_ROWS or size >= SLICE_BYTES:
            yield slices
            slices, rows, size = [], 0, 0
    if slices:
        yield slices


def _parts(work: list[Work]) -> Iterator[tuple[str, list[Work]]]:
    """What corrects earlier readings, each with its reason, and then what is new, without one.

    A file whose parent came goes before the parent: the file's own copies of it are gone when it is read.
    """
    better = [one for one in work if one.is_superseded]
    stale = [one for one in work if one.is_stale and not one.is_superseded]
    if better:
        names = sorted({one.reader.reader_id for one in better})
        yield f"Read anew by a better reader: {', '.join(names)}", better
    if stale:
        yield "A session's parent was found later", stale
    yield "", [one for one in work if not (one.is_superseded or one.is_stale)]


def _works(
    reader: LogReader, files: Iterable[LogFile], probe: Probe, known: dict[str, Bookmark]
) -> Iterator[Work]:
    """The files that have something new, or whose meaning changed by what came beside them."""
    rereader = reader if isinstance(reader, Rereader) else None
    for file in files:
        bookmark = known.get(file.path)
        if bookmark is None:
            yield Work(reader, file, None, probe)
            continue
        is_stale = rereader is not None and rereader.stale(file, bookmark, probe)
        if is_stale or bookmark.mark != file.mark or bookmark.version != reader.version:
            yield Work(reader, file, bookmark, probe, is_stale)


def _tally(probe: Probe) -> Tally:
    states = {root.state for root in probe.roots}
    state = next((one for one in ("found", "failing") if one in states), "absent")
    return Tally(PlaceState(state), len(probe.files))


def _report(name: str, tally: Tally) -> ReaderReport:
    problems = tuple(
        tally.examples[kind]._replace(times=times) for kind, times in sorted(tally.problems.items())
    )
    return ReaderReport(
        name, tally.state, tally.files, tally.bytes_read, tally.added, tally.changed, problems
    )
