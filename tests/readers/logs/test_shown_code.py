"""What of an answer is taken for code that a person may paste."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import SessionKey
from outlay.readers.logs.shown_code import LONGEST, Answer, shown_code, shown_edit
from outlay.system.line_hashes import LinePacker
from readable_lines import ReadableLines

ANSWER = Answer(SessionKey("codex", "s"), "a/shown", UtcMillis(5), 2, "/srv")


@pytest.mark.parametrize("word", ["bash", "sh", "Console", "text", "diff", "powershell"])
def test_commands_output_and_patches_are_passed_over(word):
    assert shown_code(f"Run:\n```{word}\nmake all\n```\nthen\n```py\ntotal = 1\n```") == ["total = 1"]


def test_a_fence_without_a_language_holds_code():
    assert shown_code("```\ntotal = 1\n```\nno code") == ["total = 1"]


def test_a_fence_that_is_never_closed_runs_to_the_end():
    assert shown_code("so\n```py\ntotal = 1\n\nrest = 2") == ["total = 1", "", "rest = 2"]


def test_fences_around_nothing_show_nothing():
    assert shown_code("\n```\n") == shown_code("```py\n\n  \n```\n") == []


def test_a_tilde_fence_is_closed_by_tildes_alone():
    assert shown_code("~~~js\nlet a = 1\n```\n~~~\nno code") == ["let a = 1", "```"]


def test_a_longer_fence_holds_shorter_ones():
    text = "````md\n```py\ninner = 1\n```\n````\nno code\n```py\nouter = 2\n```"
    assert shown_code(text) == ["```py", "inner = 1", "```", "outer = 2"]


def test_a_passed_over_fence_with_one_inside_is_passed_over_whole():
    assert shown_code("````text\n```py\ninner = 1\n```\n````\n```py\nouter = 2\n```") == ["outer = 2"]


def test_three_backticks_around_words_in_a_line_open_no_fence():
    assert shown_code("```total``` is a name\nno code\n```py\ntotal = 1\n```") == ["total = 1"]


def test_a_fence_in_a_list_may_be_indented_and_lines_may_end_in_a_return():
    assert shown_code("1. so\r\n   ```py\r\n   total = 1\r\n   ```\r\nno code") == ["   total = 1"]


def test_of_five_thousand_lines_the_first_two_thousand_are_looked_at():
    lines = [f"value_{number} = {number}" for number in range(5_000)]
    assert shown_code("\n".join(["```py", *lines, "```"])) == lines[:LONGEST]
    assert LONGEST == 2_000


def test_an_answer_without_code_is_no_edit():
    assert shown_edit(shown_code("words ```inline``` and more"), ANSWER, 0, ReadableLines()) is None


def test_shown_code_is_an_edit_of_no_file_that_removes_nothing():
    edit = shown_edit(["total = 1", "rest = 2"], ANSWER, 3, ReadableLines())
    assert edit is not None
    assert (edit.path, edit.kind, edit.removed, edit.turn, edit.part) == ("", "chat", b"", 2, 3)
    assert edit.added == edit.runs == b"total = 1\nrest = 2"


@given(st.lists(st.sampled_from(["```", "````py", "~~~", "~~~ js", "a = 1", "` ``` `", "    x", "```bash"])))
def test_every_line_of_code_is_a_line_of_the_text_and_comes_in_its_order(lines):
    rest = iter(lines)
    assert all(line in rest for line in shown_code("\n".join(lines)))


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at_and_none_of_it_is_kept(text):
    lines = shown_code(f"```\n{text}")
    edit = shown_edit(lines, ANSWER, 0, LinePacker(7))
    assert edit is None or len(edit.added) == 8 * len(lines)
