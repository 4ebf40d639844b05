"""Writes everything that is known into one zip: each table as CSV, and all of them as one JSON document."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from outlay.domain.items import Item
from outlay.domain.machine import Exported, ExportProgress
from outlay.domain.moments import UtcMillis, iso_of
from outlay.rules.export_cells import cell_of
from outlay.store.store import StoreView
from outlay.use_cases.attributed import Attributed, attributed
from outlay.use_cases.items import EVER, items
from outlay.use_cases.new_file import new_file

Tell = Callable[[ExportProgress], None]

SCHEMA = "outlay.export_all/1"
READ_ME = (
    "Everything Outlay keeps about your work with AI tools: no prompt, no reply, no code.\n"
    "Amounts are millionths of a US dollar at list price; an empty cell is unknown, not zero.\n"
    "These rows are about one person. They can be used to compare people; think before you pass them on.\n"
)
_STEP = 20_000


class _Table(NamedTuple):
    """A table that can be walked more than once."""

    name: str
    columns: Sequence[str]
    rows: Callable[[], Iterable[Sequence[object]]]


def export_all(
    store: StoreView, path: Path, now: UtcMillis, tell: Tell, *, replace: bool = False
) -> Exported:
    """Write the zip, readable by the owner alone; rows are streamed, however many there are.

    `tell` hears how far it is and may raise to stop it: nothing is left then. Raises as `new_file` does.
    """
    with new_file(path, replace=replace) as file:
        tables = _tables(store, now)
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=3) as zipped:
            zipped.writestr("read-me.txt", READ_ME)
            counter = _Counter(tell, store.upkeep.holdings().rows)
            counts = {table.name: _write_csv(zipped, table, counter) for table in tables}
            _write_json(zipped, tables, now, counter)
        size = file.tell()
    return Exported(path, size, counts)


class _Counter:
    """Counts rows over all tables, and tells now and then."""

    def __init__(self, tell: Tell, requests: int) -> None:
        self._tell = tell
        self._rows = 0
        self._total = 2 * requests

    def counted(self, table: str, rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
        """The same rows."""
        for row in rows:
            if self._rows % _STEP == 0:
                self._tell(ExportProgress(table, self._rows, max(self._total, self._rows)))
            self._rows += 1
            yield row


def _tables(store: StoreView, now: UtcMillis) -> list[_Table]:
    streamed = store.exported
    told = [_Table(name, streamed.columns(name), partial(streamed.rows, name)) for name in streamed.tables]
    known = attributed(store, now)
    listed = [_item_row(one) for one in items(store, None, now).items]
    made = _Table("items", _ITEM_COLUMNS, lambda: [tuple(row.values()) for row in listed])
    shares = _Table("shares", _SHARE_COLUMNS, lambda: _share_rows(store, known, now))
    return [*told[:1], made, shares, *told[1:]]


_ITEM_COLUMNS = (
    "item", "parts", "form", "kind", "title", "repository", "state", "created", "started", "landed", "direct_micros",
    "context_micros", "later_micros", "currency", "commits", "tickets", "sessions", "added_lines", "note", "url",
)  # fmt: skip
_SHARE_COLUMNS = ("tool", "session", "turn", "item", "reason", "tier", "requests", "list_micros", "currency")


def _item_row(one: Item) -> Mapping[str, object]:
    told = one._asdict() | {
        "direct_micros": one.in_all.direct,
        "context_micros": one.in_all.context,
        "later_micros": one.in_all.later,
        "currency": "USD",
    }
    for name in ("created", "started", "landed"):
        told[name] = None if told[name] is None else iso_of(told[name])
    return {name: _plain(told[name]) for name in _ITEM_COLUMNS}


def _plain(value: object) -> object:
    return " ".join(map(str, value)) if isinstance(value, tuple) else value


def _share_rows(store: StoreView, known: Attributed, now: UtcMillis) -> Iterator[Sequence[object]]:
    """Every turn's money in its parts; they add up to the list value of all requests."""
    for cost in store.attributed.turn_costs(EVER[0], UtcMillis(now + 1)):
        for part in known.linked.parts_of([cost]):
            tool, session = known.sessions[cost.turn.session]
            where = (tool, session, cost.turn.number, part.item, part.reason)
            yield (*where, part.tier, cost.requests, part.list_micros, "USD")


def _write_csv(zipped: ZipFile, table: _Table, counter: _Counter) -> int:
    count = 0
    with zipped.open(f"{table.name}.csv", "w", force_zip64=True) as raw, _as_text(raw) as text:
        writer = csv.writer(text)
        writer.writerow(table.columns)
        for row in counter.counted(table.name, table.rows()):
            writer.writerow([cell_of(value) for value in row])
            count += 1
    return count


def _write_json(zipped: ZipFile, tables: Sequence[_Table], now: UtcMillis, counter: _Counter) -> None:
    with zipped.open("outlay.json", "w", force_zip64=True) as raw, _as_text(raw) as text:
        text.write(f'{{"schema": "{SCHEMA}", "as_of": "{iso_of(now)}"')
        for table in tables:
            text.write(f',\n"{table.name}": [')
            between = "\n"
            for row in counter.counted(table.name, table.rows()):
                told = dict(zip(table.columns, row, strict=True))
                text.write(between + json.dumps(told, ensure_ascii=False))
                between = ",\n"
            text.write("]")
        text.write("}\n")


def _as_text(raw: IO[bytes]) -> io.TextIOWrapper:
    return io.TextIOWrapper(raw, encoding="utf-8", newline="")
