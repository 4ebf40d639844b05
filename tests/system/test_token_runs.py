"""Runs of tokens survive what formatters do to lines."""

from array import array

from hypothesis import given, settings
from hypothesis import strategies as st

from outlay.system.token_runs import LONGEST_FILE, RUN, RunPacker

PACKER = RunPacker(7)
words = st.from_regex(r"[a-zA-Z_][a-zA-Z0-9_]{0,8}|[0-9]{1,4}|\xe9t\xe9", fullmatch=True)
between = st.sampled_from(
    (" ", ", ", "(", ") ", " = ", "\n", ",\n    ", "(\n", "')\n", '" + "', " -> ", "\t")
)


def runs(packed):
    return array("i", packed)


@st.composite
def written_twice(draw):
    """The same tokens in two layouts, as lines."""
    tokens = draw(st.lists(words, min_size=1, max_size=30))
    return ["".join(token + draw(between) for token in tokens).encode().split(b"\n") for _ in range(2)]


@settings(max_examples=200, deadline=None)
@given(written_twice())
def test_wrapping_and_joining_lines_keeps_every_run(layouts):
    first, second = layouts
    assert PACKER.of_edit(first) == PACKER.of_edit(second)
    assert runs(PACKER.of_lines(first).runs) == runs(PACKER.of_lines(second).runs)
    assert set(runs(PACKER.of_lines(second).runs)) == set(runs(PACKER.of_edit(first)))


@settings(max_examples=100, deadline=None)
@given(written_twice())
def test_every_line_says_how_many_tokens_it_has(layouts):
    lines = layouts[0]
    found = PACKER.of_lines(lines)
    counts = array("H", found.tokens)
    assert len(counts) == len(lines)
    assert len(runs(found.runs)) == max(0, sum(counts) - RUN + 1)


def test_an_edits_runs_stand_once_each():
    found = list(runs(PACKER.of_edit([b"one two three four five six seven one two three four"])))
    assert len(found) == len(set(found)) == 7


def test_an_edits_runs_do_not_tell_the_order_they_were_written_in():
    found = list(runs(PACKER.of_edit([b" ".join(b"word%d" % n for n in range(40))])))
    in_order = list(runs(PACKER.of_lines([b" ".join(b"word%d" % n for n in range(40))]).runs))
    assert sorted(found) == sorted(in_order)
    assert found != in_order


def test_too_few_tokens_are_no_run():
    assert PACKER.of_edit([b"a b", b"c"]) == b""


def test_another_seed_gives_other_runs():
    line = [b"one two three four five"]
    assert RunPacker(8).of_edit(line) != PACKER.of_edit(line)


def test_a_changed_token_changes_the_runs_that_hold_it_alone():
    before = set(runs(PACKER.of_edit([b"a1 b1 c1 d1 e1 f1 g1 h1 i1"])))
    after = set(runs(PACKER.of_edit([b"a1 b1 c1 d1 e1 f1 g1 h1 other"])))
    assert len(before - after) == len(after - before) == 1


def test_a_file_nobody_wrote_by_hand_gets_no_runs():
    assert PACKER.of_lines([b"a b c d e"] * (LONGEST_FILE + 1)) == (b"", b"")
    assert PACKER.of_lines([b"a b c d e"] * LONGEST_FILE).tokens
    assert PACKER.of_lines([b"x " * 70_000]) == (b"", b"")


def test_no_lines_are_no_runs():
    assert PACKER.of_lines([]) == (b"", b"")


def test_rows_of_one_number_are_told_from_rows_of_another():
    assert PACKER.of_edit([b"0, 0, 0, 0"]) != PACKER.of_edit([b"7, 7, 7, 7"])


def test_a_run_is_told_from_the_same_pairs_in_another_order():
    assert PACKER.of_edit([b"width, height, left, top"]) != PACKER.of_edit([b"left, top, width, height"])
