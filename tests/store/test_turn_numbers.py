"""Turns of a session whose log is spread over several files."""

from itertools import permutations

import pytest
from facts import SESSION, START, event, piece, price_all

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Edit, SessionFact, Turn

MINUTE = 60_000


def turn(number, minutes, counted_by_file=True):
    return Turn(SESSION, number, UtcMillis(START + minutes * MINUTE), counted_by_file)


def edit(number, minutes):
    moment = UtcMillis(START + minutes * MINUTE)
    return Edit(SESSION, f"call-{minutes}", 0, moment, number, "a.py", None, "edit", b"12345678", b"")


def told(minutes, number, path, offset=1):
    """A slice: a prompt, a request and an edit of it, in a file that counts it as its n-th."""
    one = event(f"m{minutes}", f"r{minutes}", at=minutes * MINUTE, turn=number)
    more = {"sessions": [SessionFact(SESSION, SESSION.session)], "edits": [edit(number, minutes)]}
    return piece(one, path=path, offset=offset, turns=[turn(number, minutes)], **more)


def kept(store):
    """By minute: the turn of the prompt, of the request and of the edit. Every prompt has a number of its own."""
    look = store._connection.execute
    minutes = f"(moment_ms - {START}) / {MINUTE}"
    prompts, requests, edits = (
        dict(look(f"select {minutes}, {column} from {table}").fetchall())
        for table, column in (("fact_turns", "number"), ("fact_usage", "turn"), ("fact_edits", "turn"))
    )
    assert prompts == requests == edits
    assert look("select count(*), count(distinct number) from fact_turns").fetchone() == (len(prompts),) * 2
    return prompts


def keep(store, *slices):
    for one in slices:
        store.add_slices([one], price_all, UtcMillis(START), refresh=True)


FIRST = [told(0, 1, "/a.jsonl"), told(10, 2, "/a.jsonl", 2)]
REST = [told(20, 1, "/b.jsonl"), told(30, 2, "/b.jsonl", 2)]
WHOLE = [told(minutes, number, "/c.jsonl", number) for number, minutes in enumerate((0, 10, 20, 30), 1)]


def test_a_log_that_goes_on_in_another_file_goes_on_counting(store):
    keep(store, *FIRST, *REST)
    assert kept(store) == {0: 1, 10: 2, 20: 3, 30: 4}


def test_it_does_so_within_one_transaction_too(store):
    store.add_slices([*FIRST, *REST], price_all, UtcMillis(START), refresh=True)
    assert kept(store) == {0: 1, 10: 2, 20: 3, 30: 4}


@pytest.mark.parametrize("files", list(permutations([FIRST, REST, WHOLE])))
def test_parts_and_copies_in_any_order_keep_turns_apart_and_count_none_twice(store, files):
    keep(store, *(one for slices in files for one in slices))
    assert sorted(kept(store)) == [0, 10, 20, 30]
    assert sorted(kept(store).values()) == [1, 2, 3, 4]


def test_a_number_once_given_stays_while_both_files_grow(store):
    keep(store, FIRST[0], REST[0])
    assert kept(store) == {0: 1, 20: 2}
    keep(store, FIRST[1], REST[1])
    assert kept(store) == {0: 1, 20: 2, 10: 3, 30: 4}
    keep(store, *REST, *FIRST)
    assert kept(store) == {0: 1, 20: 2, 10: 3, 30: 4}


def test_a_later_slice_knows_what_its_file_was_given(store):
    keep(store, *FIRST, REST[0])
    keep(store, piece(event("m21", "r21", at=20 * MINUTE, turn=1), path="/b.jsonl", offset=2))
    rows = store._connection.execute("select message_key, turn from fact_usage where message_key = 'm21'")
    assert rows.fetchall() == [("m21", 3)]


def test_a_better_reader_begins_a_files_numbers_anew(store):
    keep(store, *FIRST, *REST)
    again = [told(20, 1, "/b.jsonl"), told(30, 2, "/b.jsonl", 2)]
    keep(store, again[0]._replace(supersedes=True), again[1])
    assert kept(store) == {0: 1, 10: 2, 20: 3, 30: 4}


def test_what_was_given_to_a_file_is_forgotten_when_a_better_reader_finds_more_prompts_in_it(store):
    keep(store, *FIRST, *REST)
    again = [told(minutes, number, "/b.jsonl", number) for number, minutes in enumerate((15, 20, 30), 1)]
    anew = [again[0]._replace(supersedes=True), *again[1:]]
    store.add_slices(anew, price_all, UtcMillis(START), refresh=True)
    assert kept(store) == {0: 1, 10: 2, 15: 3, 20: 4, 30: 5}


def test_a_tool_whose_files_share_one_count_is_taken_at_its_word(store):
    for path, minutes in (("/a.json", 0), ("/b.json", 7)):
        keep(store, piece(path=path, turns=[turn(1, minutes, counted_by_file=False)]))
    assert store._connection.execute("select number, moment_ms from fact_turns").fetchall() == [(1, START)]


def goes_on(minutes, path, offset=1, number=0):
    """A slice: a request and an edit that stand before the first prompt of their file."""
    one = event(f"m{minutes}", f"r{minutes}", at=minutes * MINUTE, turn=number)
    more = {"sessions": [SessionFact(SESSION, SESSION.session)], "edits": [edit(number, minutes)]}
    return piece(one, path=path, offset=offset, **more)


def turns_of(store):
    """By minute: the turn of the request and of the edit, which are the same."""
    rows = (
        dict(
            store._connection.execute(
                f"select (moment_ms - {START}) / {MINUTE}, turn from {table}"
            ).fetchall()
        )
        for table in ("fact_usage", "fact_edits")
    )
    requests, edits = rows
    assert requests == edits
    return requests


PARTS = (
    [told(0, 1, "/a.jsonl")],
    [told(10, 1, "/b.jsonl")],
    [goes_on(15, "/c.jsonl"), told(20, 1, "/c.jsonl", 2)],
)


@pytest.mark.parametrize("files", list(permutations(PARTS)))
@pytest.mark.parametrize("together", [True, False])
def test_what_a_file_begins_with_belongs_to_the_turn_that_ran_then_whichever_file_came_first(
    store, files, together
):
    slices = [one for some in files for one in some]
    if together:
        store.add_slices(slices, price_all, UtcMillis(START), refresh=True)
    else:
        keep(store, *slices)
    found = turns_of(store)
    assert found[15] == found[10]
    assert len({found[0], found[10], found[20]}) == 3


def test_it_stays_there_when_its_file_grows_and_is_read_again(store):
    keep(
        store,
        told(0, 1, "/a.jsonl"),
        goes_on(15, "/c.jsonl"),
        goes_on(16, "/c.jsonl", 2),
        told(20, 1, "/c.jsonl", 3),
    )
    assert turns_of(store) == {0: 1, 15: 1, 16: 1, 20: 2}
    again = [goes_on(15, "/c.jsonl"), goes_on(16, "/c.jsonl", 2), told(20, 1, "/c.jsonl", 3)]
    keep(store, *again)
    assert turns_of(store) == {0: 1, 15: 1, 16: 1, 20: 2}
    keep(store, again[0]._replace(supersedes=True), *again[1:])
    assert turns_of(store) == {0: 1, 15: 1, 16: 1, 20: 2}


def test_what_ran_before_every_prompt_has_no_turn(store):
    keep(store, goes_on(5, "/c.jsonl"), told(20, 1, "/c.jsonl", 2), told(30, 1, "/d.jsonl"))
    assert turns_of(store) == {5: 0, 20: 1, 30: 2}


def test_what_belongs_to_no_turn_of_its_file_joins_none(store):
    keep(store, told(0, 1, "/a.jsonl"), goes_on(15, "/c.jsonl", number=None))
    assert turns_of(store) == {0: 1, 15: None}
