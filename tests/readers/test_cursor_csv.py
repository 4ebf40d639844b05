"""Cursor's usage export in all its generations. The rows are those of log-formats.md section 3.3."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import iso_of
from outlay.domain.usage import SessionKey, TokenCounts
from outlay.readers.cursor_csv import model_of, read_usage_csv

TOKENS = "Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens"
OLDEST = f"Date,Model,{TOKENS},Cost,Cost to you"
WITH_KIND = f"Date,Kind,Model,Max Mode,{TOKENS},Cost"
NEWEST = f"Date,Cloud Agent ID,Automation ID,Kind,Model,Max Mode,{TOKENS},Cost"
TEAM = NEWEST.replace("Date,", "Date,User,")
COUNTS = "46800,4647,275594,3562,330603"
ROWS = {
    OLDEST: f"2026-04-09T18:02:13.576Z,auto,{COUNTS},$0.19,$0.00",
    WITH_KIND: f"2026-04-09T18:02:13.576Z,Included,auto,No,{COUNTS},0.19",
    NEWEST: f'"2026-04-09T18:02:13.576Z","bc-1","","On-Demand","auto","Yes",{COUNTS},"0.19"',
    TEAM: f"2026-04-09T18:02:13.576Z,ada@shop.example,,,On-Demand,auto,No,{COUNTS},$0.19",
}


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "usage.csv"

    def write(*lines, encoding="utf-8"):
        path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
        return path

    return write


def problems(reading):
    return {str(problem.kind): problem.times for problem in reading.problems}


def row(counts=COUNTS, date="2026-04-09T18:02:13.576Z", kind="Included", model="auto", cost="0.19"):
    return f'{date},"{kind}",{model},No,{counts},{cost}'


@pytest.mark.parametrize("header", ROWS)
def test_every_generation_of_the_header_gives_the_same_event(export, header):
    [event], none, _ = read_usage_csv(export(header, ROWS[header]))
    assert none == ()
    assert event.session == SessionKey("cursor", "usage-csv", "")
    assert iso_of(event.moment) == "2026-04-09T18:02:13Z"
    assert (event.model, event.reported_micros) == ("auto", 190_000)
    assert event.tokens == TokenCounts(
        input_uncached=4647, cache_read=275594, cache_write_unsplit=46800, output=3562
    )
    assert event.tokens.total == 330603


def test_the_same_request_has_one_key_in_every_generation(export):
    keys = {read_usage_csv(export(header, ROWS[header])).events[0].message_key for header in ROWS}
    assert len(keys) == 1
    assert keys.pop().startswith("cursor:")


@pytest.mark.parametrize("counts", ["3549,31589,559719,2153,597010", "28342,775,105891,21282,156290"])
def test_the_two_input_columns_do_not_overlap(export, counts):
    [event] = read_usage_csv(export(WITH_KIND, row(counts))).events
    written, uncached, read, output, total = map(int, counts.split(","))
    assert event.tokens == TokenCounts(
        input_uncached=uncached, cache_read=read, cache_write_unsplit=written, output=output
    )
    assert event.tokens.total == total


@pytest.mark.parametrize(
    "counts",
    ["1000,500,200,300,1500", "1,2,3,4,", "1,2,3,4,x", "-1,2,3,4,8", "1.5,2,3,4,10", "1,2,3", ",,,,"],
)
def test_a_row_whose_sum_does_not_hold_is_refused_and_counted(export, counts):
    reading = read_usage_csv(export(WITH_KIND, row(counts), row()))
    assert len(reading.events) == 1
    assert problems(reading) == {"unknown_record": 1}
    assert reading.problems[0].example == "usage.csv:2"


@pytest.mark.parametrize(
    ("cost", "micros"),
    [
        ("$0.05", 50_000),
        ("0.05", 50_000),
        ('"$1,204.50"', 1_204_500_000),
        ("0", 0),
        ("Included", None),
        ("Free", None),
        ("NaN", None),
        ("-", None),
        ("", None),
        ("Infinity", None),
        ("-0.05", None),
    ],
)
def test_a_cost_that_is_no_number_is_unknown_and_never_zero(export, cost, micros):
    [event] = read_usage_csv(export(WITH_KIND, row(cost=cost))).events
    assert event.reported_micros == micros


@pytest.mark.parametrize("kind", ["Errored, No Charge", "Aborted, Not Charged"])
def test_what_was_not_charged_cost_nothing(export, kind):
    [event] = read_usage_csv(export(WITH_KIND, row(kind=kind, cost="-"))).events
    assert event.reported_micros == 0


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("2026-02-01", "2026-02-01T00:00:00Z"),
        ("2026-02-01 09:30:00", "2026-02-01T09:30:00Z"),
        ("2026-02-01T09:30:00+02:00", "2026-02-01T07:30:00Z"),
    ],
)
def test_a_date_without_a_zone_is_utc(export, date, iso):
    [event] = read_usage_csv(export(WITH_KIND, row(date=date))).events
    assert iso_of(event.moment) == iso


@pytest.mark.parametrize("date", ["", "yesterday", "1970-01-01", "9999-12-31"])
def test_a_row_without_a_date_that_can_be_is_refused(export, date):
    reading = read_usage_csv(export(WITH_KIND, row(date=date)))
    assert (reading.events, problems(reading)) == ((), {"unknown_record": 1})


@pytest.mark.parametrize(
    ("written", "model"),
    [
        ("claude-4.6-sonnet-high-thinking", ("claude-sonnet-4-6", None, None)),
        ("claude-4.6-opus-fast-mode", ("claude-opus-4-6", "fast", None)),
        ("claude-4.6-opus-max-thinking-fast", ("claude-opus-4-6", "fast", None)),
        ("claude-4-sonnet", ("claude-sonnet-4", None, None)),
        ("claude-sonnet-4-5", ("claude-sonnet-4-5", None, None)),
        ("claude-4-sonnet-1m-new", ("claude-4-sonnet-1m-new", None, None)),
        ("gpt-5.5-high", ("gpt-5.5", None, None)),
        ("gpt-5-fast", ("gpt-5", None, "priority")),
        ("gpt-5.1-codex-max-xhigh", ("gpt-5.1-codex-max", None, None)),
        ("composer-2.5", ("composer-2.5", None, None)),
        ("composer-2-fast", ("composer-2-fast", None, None)),
        ("grok-code-fast-1", ("grok-code-fast-1", None, None)),
        ("default", ("auto", None, None)),
        ("Auto", ("auto", None, None)),
        ("__proto__", ("__proto__", None, None)),
    ],
)
def test_models_are_named_as_their_makers_name_them(written, model):
    assert model_of(written) == model


def test_rows_that_say_the_same_are_told_apart_by_their_number(export):
    reading = read_usage_csv(export(WITH_KIND, row(), row(), row(cost="0.20")))
    keys = [event.message_key for event in reading.events]
    assert len(set(keys)) == 3
    assert [event.message_key for event in read_usage_csv(export(WITH_KIND, row(), row())).events] == keys[:2]


def test_columns_are_found_by_name_in_any_order_and_case(export):
    header = (
        "MODEL,date,Total Tokens,Output Tokens,Cache Read,Input (no cache),Input (w/ cache write),New Column"
    )
    [event] = read_usage_csv(export(header, "auto,2026-04-09,330603,3562,275594,4647,46800,?")).events
    assert event.tokens.total == 330603
    assert event.reported_micros is None


def test_a_teams_rows_are_counted_by_person_and_one_persons_can_be_taken(export):
    other = ROWS[TEAM].replace("ada@", "bea@")
    path = export(TEAM, ROWS[TEAM], other, other)
    assert (len(read_usage_csv(path).events), read_usage_csv(path).users) == (3, 2)
    assert len(read_usage_csv(path, "ada@shop.example").events) == 1
    assert "example" not in repr(read_usage_csv(path).events)


@pytest.mark.parametrize("text", ["", "one,two\n1,2\n", "no table at all"])
def test_what_is_no_export_brings_one_problem(tmp_path, text):
    path = tmp_path / "usage.csv"
    path.write_text(text)
    reading = read_usage_csv(path)
    assert (reading.events, problems(reading)) == ((), {"unknown_record": 1})


def test_bytes_that_are_not_text_a_mark_at_the_start_and_a_long_cell_are_lived_with(export):
    lines = (WITH_KIND, row(model="caf\xe9"), row(model="x" * 200_000), row(), row()[:40])
    reading = read_usage_csv(export(*lines, encoding="latin-1"))
    assert len(reading.events) == 2
    assert problems(reading) == {"not_text": 1, "unknown_record": 2}
    marked = read_usage_csv(export(WITH_KIND, row(), encoding="utf-8-sig"))
    assert len(marked.events) == 1


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    assert problems(read_usage_csv(tmp_path / "usage.csv")) == {"vanished": 1}
    assert problems(read_usage_csv(tmp_path)) == {"unreadable": 1}


def test_a_row_without_a_model_is_kept_and_counted(export):
    reading = read_usage_csv(export(WITH_KIND, row(model="")))
    assert ([event.model for event in reading.events], problems(reading)) == ([""], {"no_model": 1})


@given(st.lists(st.tuples(*[st.integers(0, 10**9)] * 4), max_size=8))
def test_sums_hold_for_everything_that_is_taken(tmp_path_factory, counts):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(WITH_KIND.split(","))
    for one in counts:
        writer.writerow(["2026-04-09", "Included", "auto", "No", *one, sum(one), "0.01"])
    path = tmp_path_factory.mktemp("csv") / "usage.csv"
    path.write_text(text.getvalue())
    reading = read_usage_csv(path)
    assert sum(event.tokens.total for event in reading.events) == sum(map(sum, counts))
    assert sum(event.reported_micros for event in reading.events) == 10_000 * len(counts)
    assert len({event.message_key for event in reading.events}) == len(counts)
