"""Cursor's usage export: the CSV of the dashboard's usage page.

It covers the whole account, other machines too, and knows no session and no folder. Columns are found by name, because
every generation of the export has others. Source: log-formats.md section 3.3.

`Input (w/ Cache Write)` and `Input (w/o Cache Write)` do not overlap: the first is what was written to the cache, the
second what was not. With the cache reads and the output they come to `Total Tokens`; a row where they do not is
refused. `Cost` is taken as it stands: it does not follow from list prices.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final, NamedTuple

from xxhash import xxh3_128_hexdigest

from outlay.domain.moments import UtcMillis, moment_of
from outlay.domain.money import MICROS
from outlay.domain.problems import Problem, ProblemKind
from outlay.domain.usage import SessionKey, TokenCounts, UsageEvent
from outlay.readers.logs.clock import moment_from
from outlay.readers.logs.lines import Tally, trouble_of

SOURCE: Final = "cursor.csv"
_SESSION: Final = SessionKey("cursor", "usage-csv", "")
_TOKENS: Final = (
    ("input (w/o cache write)", "input (no cache)"),
    ("cache read",),
    ("input (w/ cache write)",),
    ("output tokens",),
    ("total tokens",),
)
"""Uncached input, cache reads, cache writes, output and their sum, by every name they were given."""

_NEEDED: Final = ("date", "model")
_NOT_CHARGED: Final = ("no charge", "not charged")
_COUNT: Final = re.compile(r"\d{1,15}")
_EARLIEST: Final = moment_of(datetime(2020, 1, 1, tzinfo=UTC))
_LATEST: Final = moment_of(datetime(2100, 1, 1, tzinfo=UTC))
_MODEL_LENGTH: Final = 200
_CLAUDE: Final = re.compile(r"claude-(\d+(?:\.\d+)?)-([a-z]+)(?:-(.+))?")
_EFFORTS: Final = frozenset(
    {"none", "minimal", "low", "medium", "high", "xhigh", "max", "thinking", "fast", "mode"}
)


class CsvReading(NamedTuple):
    """What an export holds. `users` counts the people in it: a team's export has the rows of all of them."""

    events: tuple[UsageEvent, ...]
    problems: tuple[Problem, ...]
    users: int = 0


class Model(NamedTuple):
    """A model's name as its maker writes it, and the speed or tier it was asked for."""

    name: str
    speed: str | None = None
    tier: str | None = None


def read_usage_csv(path: Path, user: str | None = None) -> CsvReading:
    """The requests of an export, in its order. Never raises for what the file holds, or for its absence.

    Args:
        path: the file.
        user: whose rows are taken, as its `User` column writes it; None takes all.
    """
    tally = Tally(SOURCE, str(path))
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            rows = _rows(csv.reader(file), tally)
            header = [cell.strip().lower() for cell in next(rows, (1, []))[1]]
            reader = _Reader(header, tally)
            events = [*reader.events(rows, user)] if reader.is_export else []
    except OSError as error:
        tally.count(trouble_of(error))
        return CsvReading((), tuple(tally.take()))
    return CsvReading(tuple(events), tuple(tally.take()), len(reader.users))


def model_of(written: str) -> Model:
    """A model as the export names it, without effort and mode; `default` is the old name of `auto`.

    `claude-4.6-sonnet-high-thinking` is `claude-sonnet-4-6`, `gpt-5.5-high` is `gpt-5.5`. Other makers' names stay
    as they are, because there `fast` is part of the name.
    """
    name = "".join(letter for letter in written if letter.isprintable()).strip()[:_MODEL_LENGTH]
    if name.lower() in {"auto", "default"}:
        return Model("auto")
    claude = _CLAUDE.fullmatch(name)
    if claude:
        modes = (claude[3] or "").split("-") if claude[3] else []
        if set(modes) <= _EFFORTS:
            return Model(
                f"claude-{claude[2]}-{claude[1].replace('.', '-')}", "fast" if "fast" in modes else None
            )
    return _without_effort(name) if name.startswith("gpt-") else Model(name)


class _Reader:
    """Turns rows into events by the names in the header."""

    def __init__(self, header: Sequence[str], tally: Tally) -> None:
        self.users: set[str] = set()
        self._at = {name: number for number, name in reversed([*enumerate(header)])}
        self._tokens = [
            next((self._at[name] for name in names if name in self._at), None) for names in _TOKENS
        ]
        self._width = len(header)
        self._tally = tally
        self._met: Counter[str] = Counter()
        self.is_export = None not in self._tokens and all(name in self._at for name in _NEEDED)
        if not self.is_export:
            tally.count(ProblemKind.UNKNOWN_RECORD, 1)

    def events(self, rows: Iterator[tuple[int, list[str]]], user: str | None) -> Iterator[UsageEvent]:
        for line, row in rows:
            if len(row) < self._width:
                self._tally.count(ProblemKind.UNKNOWN_RECORD, line)
                continue
            person = self._cell(row, "user")
            self.users |= {person} if person else set()
            if user is None or person == user:
                yield from self._event(row, line)

    def _event(self, row: list[str], line: int) -> Iterator[UsageEvent]:
        moment, tokens = _moment(self._cell(row, "date")), self._counts(row)
        if moment is None or tokens is None:
            self._tally.count(ProblemKind.UNKNOWN_RECORD, line)
            return
        model = model_of(self._cell(row, "model"))
        if not model.name:
            self._tally.count(ProblemKind.NO_MODEL, line)
        yield UsageEvent(
            message_key=self._key(moment, self._cell(row, "model"), tokens),
            request_key="",
            session=_SESSION,
            moment=moment,
            model=model.name,
            tokens=tokens,
            service_tier=model.tier,
            speed=model.speed,
            reported_micros=_cost(self._cell(row, "cost"), self._cell(row, "kind")),
        )

    def _counts(self, row: list[str]) -> TokenCounts | None:
        """The counters; None when one is no number, or when their sum is not the one that is written."""
        cells = [row[at].strip().replace(",", "") for at in self._tokens if at is not None]
        if not all(_COUNT.fullmatch(cell) for cell in cells):
            return None
        uncached, read, written, output, total = map(int, cells)
        if uncached + read + written + output != total:
            return None
        return TokenCounts(
            input_uncached=uncached, cache_read=read, cache_write_unsplit=written, output=output
        )

    def _key(self, moment: UtcMillis, model: str, tokens: TokenCounts) -> str:
        """What tells a row apart in every generation of the export, with its number among rows that say the same."""
        said = xxh3_128_hexdigest(f"{moment}\n{model}\n{[*tokens]}".encode())
        self._met[said] += 1
        return f"cursor:csv:{said}:{self._met[said]}"

    def _cell(self, row: list[str], name: str) -> str:
        at = self._at.get(name)
        return row[at].strip() if at is not None else ""


def _rows(reader: Iterator[list[str]], tally: Tally) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, with their number from 1; what the format does not allow is counted."""
    number = 0
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            tally.count(ProblemKind.UNKNOWN_RECORD, number)
            continue
        if any("\ufffd" in cell or "\0" in cell for cell in row):
            tally.count(ProblemKind.NOT_TEXT, number)
        if any(cell.strip() for cell in row):
            yield number, row


def _moment(written: str) -> UtcMillis | None:
    """A date with or without a time; without a zone it is UTC."""
    moment = moment_from(written)
    return moment if moment is not None and _EARLIEST <= moment < _LATEST else None


def _cost(written: str, kind: str) -> int | None:
    """The cost in micros; words such as `Included` are no number, so it is unknown, unless nothing was charged."""
    try:
        dollars = Decimal(written.replace("$", "").replace(",", ""))
    except InvalidOperation:
        dollars = Decimal("NaN")
    if dollars.is_finite() and 0 <= dollars < MICROS:
        return int((dollars * MICROS).to_integral_value())
    return 0 if any(word in kind.lower() for word in _NOT_CHARGED) else None


def _without_effort(name: str) -> Model:
    """An OpenAI name without the effort at its end; `codex-max` is a model of its own."""
    parts = name.split("-")
    modes = []
    while parts[-1] in _EFFORTS and parts[-2:] != ["codex", "max"]:
        modes.append(parts.pop())
    return Model("-".join(parts), tier="priority" if "fast" in modes else None)
