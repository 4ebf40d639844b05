"""When a better reader or a new price changes a past day, the log says which, by how much and why."""

import json
from contextlib import suppress
from datetime import date

import pytest

from apps import NOON, app_for
from claude_lines import response, write_log
from outlay.domain.batches import Batch, Bookmark, FileMark
from outlay.domain.moments import UtcMillis
from outlay.domain.prices import Cost, Rate, TokenPrices
from outlay.domain.usage import SessionKey, TokenCounts, UsageEvent
from outlay.readers.interface import LogFile, Probe, Root, RootState, Surroundings
from outlay.readers.prices import look_up
from outlay.store.spend_queries import Span
from outlay.store.store import Store
from outlay.use_cases.index_logs import LogIndexer
from outlay.use_cases.last_look import LastLook
from outlay.use_cases.log_work import read_alone
from outlay.use_cases.price_book import PriceBook

DAY_MS = 86_400_000
YESTERDAY = UtcMillis(NOON - DAY_MS)
EVERYTHING = [Span("", UtcMillis(0), UtcMillis(1 << 52))]


class OldReader:
    """Counts every request of its files twice, under keys of its own."""

    reader_id = "logs.claude_code"
    tool = "claude_code"
    version = 1
    retention = ""
    keys = ("wrong-1", "wrong-2")

    def __init__(self, paths=("/one.jsonl",)):
        self.paths = paths

    def probe(self, around):
        files = tuple(LogFile(path, FileMark(1, number, 10, 10)) for number, path in enumerate(self.paths))
        return Probe((Root("/", RootState.FOUND, len(files)),), files)

    def read(self, file, bookmark, pack_lines, probe):
        session = SessionKey(self.tool, file.path)
        tokens = TokenCounts(0, 0, 0, 0, None, 10_000)
        batch = Batch(
            bookmark=Bookmark(file.mark, 10, 1, "h", b"", self.version), replaces=bookmark is not None
        )
        for key in self.keys:
            batch.events.append(
                UsageEvent(f"{file.path}:{key}", "", session, YESTERDAY, "claude-opus-4-6", tokens)
            )
        yield batch


class BetterReader(OldReader):
    """Counts each request once."""

    version = 2
    keys = ("right",)


class Forks(OldReader):
    """Counts the copied beginning of a fork as its own until the parent's file is there."""

    parent = "/parent.jsonl"

    def stale(self, file, bookmark, probe):
        return bookmark.state == b"no parent" and self.parent in {one.path for one in probe.files}

    def read(self, file, bookmark, pack_lines, probe):
        there = self.parent in {one.path for one in probe.files}
        anew = bookmark is not None and self.stale(file, bookmark, probe)
        self.keys = ("own",) if there else ("own", "copied")
        for batch in super().read(file, bookmark, pack_lines, probe):
            batch.supersedes = anew
            batch.bookmark = batch.bookmark._replace(state=b"" if there else b"no parent")
            yield batch


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "outlay.sqlite", "laptop")
    yield store
    store.close()


def index(store, reader):
    surroundings = Surroundings(store.path.parent, {})
    book = PriceBook(store, look_up, lambda: "data 1", NOON)
    LogIndexer(
        store,
        (reader,),
        surroundings,
        read_alone(bytes),
        LastLook(lambda _: None),
        lambda: NOON,
        lambda _: None,
    ).run(lambda: book)
    store.end_sync(NOON)


def total(store):
    cells = list(store.spend.cells((), EVERYTHING, None))
    return sum(cell.requests for cell in cells), sum(cell.list_micros for cell in cells)


def test_a_better_reader_replaces_what_the_earlier_one_made_of_the_same_file(store):
    index(store, OldReader())
    assert total(store) == (2, 500_000)
    index(store, BetterReader())
    assert total(store) == (1, 250_000)
    (correction,) = store.corrections()
    assert (correction.day, correction.tool) == (date(2026, 11, 19), "claude_code")
    assert (correction.requests_before, correction.requests_after) == (2, 1)
    assert (correction.micros_before, correction.micros_after) == (500_000, 250_000)
    assert "better reader" in correction.reason


def test_a_correction_a_kill_cut_short_is_logged_at_the_next_sync(store):
    index(store, OldReader())
    with suppress(KeyboardInterrupt), store.correcting("Read anew by a better reader", NOON):
        store.reprice(
            json.dumps([1]), lambda events: [Cost(7, estimated=False, rate_id=None) for _ in events]
        )
        raise KeyboardInterrupt
    assert store.corrections() == ()
    store.finish_correcting(NOON)
    (correction,) = store.corrections()
    assert (correction.micros_before, correction.micros_after) == (500_000, 14)


def test_what_was_read_of_a_file_that_is_gone_stays(store):
    index(store, OldReader(("/one.jsonl", "/gone.jsonl")))
    index(store, BetterReader(("/one.jsonl",)))
    assert total(store) == (3, 750_000)


def test_a_fork_whose_parent_came_later_is_read_anew_and_the_correction_says_so(store):
    index(store, Forks(("/fork.jsonl",)))
    assert total(store) == (2, 500_000)
    index(store, Forks(("/fork.jsonl", Forks.parent)))
    assert total(store) == (2, 500_000)
    (correction,) = store.corrections()
    assert correction.reason == "A session's parent was found later"
    assert (correction.requests_before, correction.requests_after) == (2, 1)
    index(store, Forks(("/fork.jsonl", Forks.parent)))
    assert len(store.corrections()) == 1


def test_a_new_file_is_news_and_no_correction(store):
    index(store, OldReader())
    index(store, OldReader(("/one.jsonl", "/two.jsonl")))
    assert total(store) == (4, 1_000_000)
    assert store.corrections() == ()


def test_a_price_of_the_owners_is_logged_as_a_correction(empty_home):
    write_log(empty_home, [response(at="2026-11-18T09:00:00.000Z", model="house-model")])
    app = app_for(empty_home)
    app.sync()
    app.set_price(Rate("", "house-model", "standard", 0, TokenPrices(0, 1_000_000), (), None, "USD", "owner"))
    (correction,) = app.corrections()
    assert correction.day == date(2026, 11, 18)
    assert (correction.micros_before, correction.micros_after) == (0, 100)
    assert "house-model" in correction.reason


def test_a_newer_price_data_set_is_logged_only_where_it_changes_a_past_day(store):
    index(store, OldReader())
    book = PriceBook(store, look_up, lambda: "data 2", NOON)
    book.ask_again()
    assert store.corrections() == ()
