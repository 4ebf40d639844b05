"""Reads one file of Copilot's by what it is, once it is known what stronger sources tell of."""

from collections.abc import Iterator
from functools import partial

from outlay.domain.batches import Batch, Bookmark
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.readers.interface import LogFile, PackLines, Probe
from outlay.readers.logs.copilot.chats import Chat
from outlay.readers.logs.copilot.databases import FactsOf, Seen, Source, read_database, trouble_batch
from outlay.readers.logs.copilot.exports import Exported
from outlay.readers.logs.copilot.journal import Journal
from outlay.readers.logs.copilot.line_files import MakeTaker, is_overtaken, kept_in, read_lines
from outlay.readers.logs.copilot.places import Kind, kind_of
from outlay.readers.logs.copilot.session_store import usage_facts
from outlay.readers.logs.copilot.snapshots import read_snapshot
from outlay.readers.logs.copilot.sources import Sources
from outlay.readers.logs.copilot.spans import Span
from outlay.readers.logs.copilot.traces import Spans, span_rows, trace_facts
from outlay.readers.logs.copilot.yields import Claims, Yields, of_any_model
from outlay.system.other_databases import OtherDatabase, OtherDatabaseHeldError

_DATABASES = frozenset({Kind.STORE, Kind.TRACES})


class Reading:
    """Remembers from file to file what the stronger sources tell of."""

    def __init__(self) -> None:
        self._sources = Sources()

    def stale(self, file: LogFile, bookmark: Bookmark, probe: Probe) -> bool:
        """Whether a source that is trusted more tells by now of what was counted here."""
        kind = kind_of(file.path)
        if kind in _DATABASES or not kept_in(bookmark).yields.counted:
            return False
        try:
            return is_overtaken(bookmark, self._sources.claims(kind, probe))
        except OtherDatabaseHeldError:
            return False

    def read(
        self, file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines, probe: Probe
    ) -> Iterator[Batch]:
        """Facts of one file from the bookmark on. While a stronger source is held, a weaker file waits."""
        kind = kind_of(file.path)
        try:
            claims = self._sources.claims(kind, probe)
        except OtherDatabaseHeldError:
            yield trouble_batch(file.path, ProblemKind.UNREADABLE)
            return
        if kind is Kind.STORE:
            yield from read_database(file.path, bookmark, usage_facts)
        elif kind is Kind.TRACES:
            yield from read_database(file.path, bookmark, self._traces(claims, pack_lines, probe))
        elif kind is Kind.SNAPSHOT:
            yield read_snapshot(
                file.path, bookmark, claims, partial(Chat, claims=claims, pack_lines=pack_lines)
            )
        else:
            yield from read_lines(file.path, bookmark, claims, _taker(kind, claims, pack_lines))

    def _traces(self, claims: Claims, pack_lines: PackLines, probe: Probe) -> FactsOf:
        """Traces are not read anew when a claim comes later: VS Code may have deleted their beginning."""
        yields = Yields()

        def counts(span: Span, moment: UtcMillis) -> bool:
            return yields.counts([of_any_model(name) for name in span.names], moment, claims)

        def facts(database: OtherDatabase, seen: Seen, source: Source) -> Iterator[Batch]:
            has_chat = partial(self._sources.has_chat, probe=probe)
            spans = Spans(database, source, counts, has_chat, pack_lines)
            return trace_facts(spans, span_rows(database, seen))

        return facts


def _taker(kind: Kind, claims: Claims, pack_lines: PackLines) -> MakeTaker:
    if kind is Kind.EXPORT:
        return partial(Exported, claims=claims)
    return partial(Chat if kind is Kind.CHAT else Journal, claims=claims, pack_lines=pack_lines)
