"""Which agent's edit wrote a line of a commit."""

from time import monotonic

import pytest

from outlay.rules.attribution.history import History
from outlay.rules.attribution.matching import matches_in
from outlay.rules.attribution.parameters import PARAMETERS
from rules.attribution.facts import DAY, MINUTE, PATH, commit, edit, file, text


def matched(commits, edits):
    """By commit and line: the edit, and whether a person changed it since."""
    found = matches_in(commits, edits, History(commits, PARAMETERS), PARAMETERS)
    return {(one.commit, one.line): (one.edit, one.touched) for one in found}


def lines_of(commits, edits):
    """The lines of the first commit that are an agent's."""
    return sorted(line for number, line in matched(commits, edits) if number == 0)


def test_a_line_an_agent_wrote_is_the_agents():
    assert matched([commit(text("a", 2))], [edit(text("a", 2))]) == {(0, 0): (0, False), (0, 1): (0, False)}


def test_a_line_nobody_wrote_is_nobodys():
    assert matched([commit(text("mine"))], [edit(text("other"))]) == {}


def test_indentation_quotes_and_a_trailing_comma_change_no_line():
    written, stored = ["  total_of('basket', 1234)"], ['\t\ttotal_of("basket", 1234),']
    assert lines_of([commit(stored)], [edit(written)]) == [0]


def test_the_latest_edit_before_the_commit_wrote_the_line():
    edits = [edit(text("a"), 1), edit(text("a"), 9, (2, 1)), edit(text("a"), 99, (3, 1))]
    assert {number for number, _ in matched([commit(text("a"), 30)], edits).values()} == {1}


def test_an_edit_of_the_same_path_goes_before_a_later_one_of_another():
    edits = [edit(text("a"), 1), edit(text("a"), 9, (2, 1), path="src/other.py")]
    other = commit((file(text("z"), "src/other.py"),), 2)
    assert {number for number, _ in matched([commit(text("a")), other], edits).values()} == {0}


def test_an_edit_after_the_commit_is_no_evidence():
    minutes = PARAMETERS.after_commit_ms / MINUTE
    assert lines_of([commit(text("a"), 30)], [edit(text("a"), 30 + minutes + 1)]) == []


def test_a_log_whose_clock_is_five_minutes_ahead_still_counts():
    minutes = PARAMETERS.after_commit_ms / MINUTE
    assert lines_of([commit(text("a", 3), 30)], [edit(text("a", 3), 30 + minutes)]) == [0, 1, 2]


def test_an_edit_long_before_the_commit_is_no_evidence():
    days = PARAMETERS.before_commit_ms / DAY
    early = -(days + 1) * 24 * 60
    assert lines_of([commit(text("a"), 0)], [edit(text("a"), early)]) == []
    assert lines_of([commit(text("a", 1), 0)], [edit(text("a", 1), early + 25 * 60)]) == [0]


def test_work_committed_a_day_after_it_was_written_is_the_agents():
    assert lines_of([commit(text("a", 2), 26 * 60)], [edit(text("a", 2), 0)]) == [0, 1]


def test_moved_code_is_nobodys():
    moved = (file(text("a"), "src/new.py"), file([], PATH, removed=text("a")))
    assert lines_of([commit(moved)], [edit(text("a"), path="src/new.py")]) == []


def test_a_line_an_edit_also_removed_was_only_moved_by_it():
    assert lines_of([commit(text("a"))], [edit(text("a"), removed=text("a"))]) == []


def test_a_trivial_line_is_evidence_of_nothing():
    assert lines_of([commit(["    }", "x = 1", "return"])], [edit(["    }", "x = 1", "return"])]) == []


def test_a_line_a_formatter_wrapped_is_the_agents_as_it_wrote_it():
    written = ["total = compute_total(basket_price, shipping_price, tax_of_region, rounding_mode)"]
    stored = [
        "total = compute_total(",
        "    basket_price, shipping_price,",
        "    tax_of_region, rounding_mode,",
        ")",
    ]
    assert matched([commit(stored)], [edit(written)]) == {(0, n): (0, False) for n in range(3)}


def test_lines_a_formatter_joined_are_the_agents():
    written = ["total = compute_total(", "    basket_price,", "    shipping_price,", ")"]
    stored = ["total = compute_total(basket_price, shipping_price)"]
    assert matched([commit(stored)], [edit(written)]) == {(0, 0): (0, False)}


def test_a_line_a_person_changed_a_little_is_touched():
    written = ["total = compute_total(basket_price, shipping_price, tax_of_region, rounding_mode)"]
    stored = ["total = compute_total(basket_price, shipping_price, tax_of_region, other_rounding)"]
    assert matched([commit(stored)], [edit(written)]) == {(0, 0): (0, True)}


def test_a_line_a_person_wrote_anew_is_the_persons():
    written = ["total = compute_total(basket_price, shipping_price, tax_of_region, rounding_mode)"]
    stored = ["total = sum(price for price in basket_price.values() if shipping)"]
    assert matched([commit(stored)], [edit(written)]) == {}


def test_a_formatted_line_of_another_file_is_no_evidence():
    written = ["total = compute_total(basket_price, shipping_price, tax_of_region, rounding_mode)"]
    stored = ["total = compute_total(", "    basket_price, shipping_price, tax_of_region, rounding_mode)"]
    other = commit((file(text("z"), "src/other.py"),), 2)
    assert matched([commit(stored), other], [edit(written, path="src/other.py")]) == {}


def test_a_file_renamed_before_its_commit_is_its_old_paths():
    stored = commit((file(text("a"), "src/renamed.py"),))
    assert lines_of([stored], [edit(text("a"), path="src/draft.py")]) == list(range(8))


def test_a_path_that_no_commit_touched_for_longer_than_text_may_wait_counts_as_the_agents_alone():
    days = PARAMETERS.before_commit_ms // DAY
    long_ago = commit(text("other"), -(days + 1) * DAY / MINUTE)
    stored = commit((file(text("a"), "src/renamed.py"),))
    common = [commit((file(text("a"), f"src/copy_{n}.py"),), 10 + n) for n in range(9)]
    assert lines_of([stored, *common, long_ago], [edit(text("a"))]) == list(range(8))
    lately = commit(text("other"), 20)
    assert lines_of([stored, *common, lately], [edit(text("a"))]) == []


def test_a_renamed_file_that_a_formatter_went_over_is_its_old_paths():
    long = "total = compute_total(basket_price, shipping_price, tax_of_region, rounding_mode)"
    wrapped = ["total = compute_total(", "    basket_price, shipping_price, tax_of_region, rounding_mode)"]
    stored = commit((file([*text("a"), *wrapped], "src/renamed.py"),))
    assert lines_of([stored], [edit([*text("a"), long], path="src/draft.py")]) == list(range(10))


def test_a_block_pasted_into_a_file_of_another_path_is_its_writers():
    block = text("a", PARAMETERS.row_elsewhere)
    other = commit((file(text("z"), "src/other.py"),), 2)
    stored = commit([*text("mine", 20), *block])
    assert lines_of([stored, other], [edit(block, path="src/other.py")]) == [20, 21, 22][: len(block)]


def test_single_lines_that_also_stand_in_another_file_are_not():
    shared = text("a", PARAMETERS.row_elsewhere - 1)
    other = commit((file(text("z"), "src/other.py"),), 2)
    stored = commit([*text("mine", 20), *shared])
    assert lines_of([stored, other], [edit(shared, path="src/other.py")]) == []


def test_a_common_line_is_no_evidence_in_a_file_of_another_path():
    block = text("a", 6)
    many = [
        commit((file(block, f"src/part_{n}.py"),), -60 * n) for n in range(PARAMETERS.common_elsewhere + 1)
    ]
    other = commit((file(text("z"), "src/other.py"),), 2)
    stored = commit(block)
    assert lines_of([stored, *many, other], [edit(block, path="src/other.py")]) == []


def test_a_common_line_is_evidence_in_its_own_file():
    block = text("a", 6)
    many = [
        commit((file(block, f"src/part_{n}.py"),), -60 * n) for n in range(PARAMETERS.common_elsewhere + 1)
    ]
    assert lines_of([commit(block), *many], [edit(block)]) == list(range(6))


def test_text_an_answer_only_showed_counts_where_it_was_pasted_as_a_block():
    assert lines_of([commit(text("a"))], [edit(text("a"), path="")]) == list(range(8))


@pytest.mark.parametrize("path", ["src/basket.py", "vendored/big.py"])
def test_a_drop_of_200000_lines_is_compared_in_seconds_and_stays_nobodys(path):
    drop = [f"generated_row({n}, 'value of {n}')" for n in range(200_000)]
    big = commit((file(drop, path),))
    started = monotonic()
    assert len(matched([big, commit(text("a"), 31)], [edit(text("a"))])) == 8
    assert monotonic() - started < 10
