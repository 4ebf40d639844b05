"""Logs that grow in rounds, read after each by the real path: look around, reader, store, sums of days."""

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from outlay.cli.shared_arguments import moment
from outlay.domain.moments import UtcMillis
from outlay.readers.interface import LogReader, Surroundings
from outlay.readers.logs.lines import mark_of
from outlay.store.store import Store
from outlay.system.line_hashes import line_packer
from outlay.use_cases.index_logs import LogIndexer
from outlay.use_cases.last_look import LastLook
from outlay.use_cases.log_work import read_alone
from outlay.use_cases.price_book import PriceBook
from outlay.use_cases.spend import spend

NOW = moment("2026-11-24T12:00:00Z")
_WRITTEN_S = 1_795_400_000
_UTC = ZoneInfo("UTC")

Totals = dict[tuple[str | None, ...], tuple[object, ...]]
"""Requests and every token counter by the keys asked for."""


class Log(NamedTuple):
    """One file of a home. `own` is what is left of it without copied lines; `age` sets when it was last written."""

    path: str
    content: bytes
    own: bytes
    age: int = 0


class Round(NamedTuple):
    """How far files have grown before one reading, by path. A file not named stays as it is."""

    sizes: Mapping[str, int]


def totals_of(
    reader: LogReader, logs: Sequence[Log], rounds: Iterable[Round] = (), by: Sequence[str] = ("day", "model")
) -> Totals:
    """What is kept once every log stands there whole, read after each round and at the end."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Store(Path(folder) / "kept.sqlite", "laptop")) as store,
    ):
        home = Path(folder) / "home"
        indexer = _indexer(store, reader, home)
        for one in [*rounds, Round({log.path: len(log.content) for log in logs})]:
            for log in logs:
                _grow(home / log.path, log, one.sizes.get(log.path, 0))
            indexer.run(lambda: _book(store))
        kept = _sums(store, by)
        store.rebuild(_book(store).price_all)
        assert _sums(store, by) == kept, "Sums made on the way differ from sums made anew."
    return kept


def without_copies(logs: Iterable[Log]) -> list[Log]:
    """The same logs, copied lines left out; a file of nothing else is gone."""
    return [log._replace(content=log.own) for log in logs if log.own]


def aged(logs: Sequence[Log], ages: Sequence[int]) -> list[Log]:
    """The same logs last written in another order."""
    return [log._replace(age=age) for log, age in zip(logs, ages, strict=True)]


def cuts(logs: Sequence[Log]) -> st.SearchStrategy[list[Round]]:
    """Rounds in which any files grow to any byte."""
    anywhere = st.tuples(st.integers(0, len(logs) - 1), st.integers(0, 1000))
    return st.lists(st.lists(anywhere, min_size=1, max_size=3), max_size=5).map(
        lambda drawn: [
            Round({logs[at].path: len(logs[at].content) * part // 1000 for at, part in steps})
            for steps in drawn
        ]
    )


def _grow(path: Path, log: Log, size: int) -> None:
    known = path.stat().st_size if path.exists() else 0
    if size <= known:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as stream:
        stream.write(log.content[known:size])
    os.utime(path, (_WRITTEN_S + log.age, _WRITTEN_S + log.age))


def _indexer(store: Store, reader: LogReader, home: Path) -> LogIndexer:
    return LogIndexer(
        store=store,
        readers=(reader,),
        around=Surroundings(home, {}),
        read_all=read_alone(line_packer(7)),
        last_look=LastLook(lambda path: mark_of(Path(path).stat())),
        clock=lambda: NOW,
        progress=lambda _: None,
    )


def _book(store: Store) -> PriceBook:
    return PriceBook(store, lambda _: (), lambda: "no prices", UtcMillis(NOW))


def _sums(store: Store, by: Sequence[str]) -> Totals:
    answer = spend(store, by, None, _UTC, NOW)
    return {row.keys: (row.requests, *row.tokens) for row in answer.rows}
