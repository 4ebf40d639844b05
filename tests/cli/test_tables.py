"""Tables line up, also with wide letters, and a cut text keeps both its ends."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claude_lines import response, write_log
from outlay.cli.paragraphs import shown_width
from outlay.cli.tables import clipped, table

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60)


@given(TEXTS, st.integers(3, 40))
def test_a_cut_text_fits_and_keeps_its_ends(text, width):
    cut = clipped(text, width)
    assert shown_width(cut) <= width
    if cut != text:
        head, tail = cut.split("…", 1) if text.count("…") == 0 else (cut[:1], cut[-1:])
        assert text.startswith(head)
        assert text.endswith(tail)


def test_figures_stand_right_under_their_head_and_the_sum_under_a_rule():
    lines = table(("Tool", "Sum"), [("one", "$1.00"), ("日本", "$12.50")], total=("", "$13.50")).split("\n")
    assert lines == [
        "Tool     Sum",
        "────────────",
        "one    $1.00",
        "日本  $12.50",
        "────────────",
        "      $13.50",
    ]


def test_a_sign_that_joins_another_takes_no_column():
    lines = table(("Tool", "Sum"), [("cafe\u0301", "$1"), ("tea", "$2")]).split("\n")
    assert lines[2:] == ["cafe\u0301   $1", "tea    $2"]


@pytest.fixture
def environment(empty_home):
    write_log(empty_home, [response()])
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(empty_home),
        "OUTLAY_DATA_DIR": str(empty_home / "data"),
        "OUTLAY_CONFIG_DIR": str(empty_home),
        "PYTHONPATH": ":".join(sys.path),
    }


@pytest.mark.parametrize("into", [">&-", ">/dev/full", "| true"])
def test_an_answer_nobody_takes_is_no_fault_of_the_programs(environment, into):
    line = f'"{sys.executable}" -m outlay sync >/dev/null && "{sys.executable}" -m outlay spend --json {into}'
    done = subprocess.run(["sh", "-c", line], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}
    assert "mistake" not in done.stderr
    assert "Traceback" not in done.stderr
