"""What messages and branch names say of tickets, agents and earlier commits."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.work import Mark, MarkKind
from outlay.rules.marks import branch_tickets, marks_in

AGENT, CLOSES, TICKET = MarkKind.AGENT, MarkKind.CLOSES, MarkKind.TICKET


def told(text: str) -> list[tuple[str, str]]:
    """The marks as plain pairs."""
    return [(mark.kind.value, mark.value) for mark in marks_in(text)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("LED-101: round amounts", "LED-101"),
        ("Round amounts (LED-101)", "LED-101"),
        ("Round amounts, see [LED-101].", "LED-101"),
        ("This is part of LED-101. It rounds.", "LED-101"),
        ("Use UTF-8", "UTF-8"),
        ("A2-999999", "A2-999999"),
    ],
)
def test_a_key_is_a_mark_whatever_its_prefix_is_worth(text: str, key: str) -> None:
    assert told(text) == [("ticket", key)]


@pytest.mark.parametrize(
    "text",
    ["led-101", "LED-0", "LED-007", "X-1", "xLED-1", "LED-1x", "LED-1-2", "a/LED-1", "LED-1/a", "v.LED-1", "LED-1.md",
     "LED_1", "LED-1_a", "ABCDEFGHIJK-1", "LED-1234567"],
)  # fmt: skip
def test_a_key_that_something_touches_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://acme.atlassian.net/browse/LED-101",
        "https://jira.acme.example:8443/jira/browse/LED-101?focusedId=7",
        "https://linear.app/acme/issue/LED-101/round-amounts",
        "https://acme.atlassian.net/jira/boards/3?selectedIssue=LED-101",
    ],
)
def test_a_key_in_a_trackers_address_shows_its_prefix_to_be_one(address: str) -> None:
    assert told(f"Jira: {address}") == [("ticket", "LED-101"), ("browsed", "LED-101")]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Closes #12", ["#12"]),
        ("fix #12", ["#12"]),
        ("FIXED #12.", ["#12"]),
        ("Resolves: #12", ["#12"]),
        ("Closes acme/ledger#12", ["acme/ledger#12"]),
        ("Closes #12, #13 and acme/ledger#14", ["#12", "#13", "acme/ledger#14"]),
        ("Closes #12\nCloses #13", ["#12", "#13"]),
        ("Fixes https://github.com/acme/ledger/issues/12", ["acme/ledger#12"]),
        ("Closes https://gitlab.com/acme/money/ledger/-/issues/12", ["acme/money/ledger#12"]),
    ],
)
def test_a_number_behind_a_closing_word_is_closed(text: str, closed: list[str]) -> None:
    assert marks_in(text) == tuple(Mark(CLOSES, one) for one in closed)


@pytest.mark.parametrize(
    "text", ["See #12", "Merge pull request #12 from acme/x", "Round amounts (#12)", "prefix #12"]
)
def test_a_plain_number_says_nothing(text: str) -> None:
    assert told(text) == []


def test_a_key_behind_a_closing_word_is_both() -> None:
    assert told("Fixes LED-101") == [("ticket", "LED-101"), ("closes", "LED-101")]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Co-Authored-By: Claude <noreply@anthropic.com>", "claude"),
        ("Co-authored-by: Claude Opus 4.5 (1M context) <noreply@anthropic.com>", "claude"),
        ("🤖 Generated with [Claude Code](https://claude.com/claude-code)", "claude"),
        ("Co-authored-by: Codex <codex@openai.com>", "codex"),
        ("Co-authored-by: Codex <noreply@openai.com>", "codex"),
        ("Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>", "copilot"),
        ("Co-authored-by: copilot-swe-agent[bot] <1+copilot-swe-agent[bot]@users.noreply.github.com>", "copilot"),
        ("Co-authored-by: Cursor <cursoragent@cursor.com>", "cursor"),
        ("Made-with: Cursor", "cursor"),
        ("Co-authored-by: gemini-code-assist[bot] <1+gemini-code-assist[bot]@users.noreply.github.com>", "gemini"),
        ("Co-authored-by: aider (gpt-4o) <aider@aider.chat>", "aider"),
        ("Generated with [opencode](https://opencode.ai)", "opencode"),
        ("Co-Authored-By: Devin AI <158243242+devin-ai-integration[bot]@users.noreply.github.com>", "devin"),
        ("Assisted-by: Claude Code", "claude"),
        ("Amp-Thread-ID: https://ampcode.com/threads/T-1", "amp"),
    ],
)  # fmt: skip
def test_an_agent_in_a_trailer_or_footer_is_named(text: str, agent: str) -> None:
    assert Mark(AGENT, agent) in marks_in(f"Round amounts\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Co-authored-by: Claude Monet <claude@example.com>",
        "Co-authored-by: Devin Lee <devin@example.com>",
        "Signed-off-by: Gemini Rossi <g@example.com>",
        "Generated with care",
        "Written by hand",
        "Ask Claude about it",
        "Reviewed-by: Claude <noreply@anthropic.com>",
    ],
)
def test_a_person_and_a_plain_word_are_no_agent(text: str) -> None:
    assert told(text) == []


def test_what_a_commit_repairs_is_named() -> None:
    text = 'Fix it\n\nFixes: 54A4F0239f2e ("ledger: round")\nA regression from #12, broken by acme/x#3, caused by 0badf00d.'
    assert [value for kind, value in told(text) if kind == "fixes"] == [
        "54a4f0239f2e",
        "#12",
        "acme/x#3",
        "0badf00d",
    ]


def test_a_number_of_digits_alone_is_no_commit() -> None:
    assert told("Introduced in 20260101\nFixes: 1234567") == []


@pytest.mark.parametrize("checkpoint", ["0ff8ca6db1c9", "01KVBJCWYA4YW6J5M9GP655HZN"])
def test_a_checkpoint_is_named(checkpoint: str) -> None:
    assert told(f"Round\n\nEntire-Checkpoint: {checkpoint}\n") == [("checkpoint", checkpoint)]


def test_a_mark_is_given_once() -> None:
    assert told("LED-1 LED-1\n\nCloses #2\nCloses #2") == [("ticket", "LED-1"), ("closes", "#2")]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("feat/led-101-round", ["LED-101"]),
        ("LED-104/compare", ["LED-104"]),
        ("led-109_fix", ["LED-109"]),
        ("sam/led-110-LED-111", ["LED-110", "LED-111"]),
        ("12-round-amounts", ["#12"]),
        ("sam/12_round", ["#12"]),
        ("issue-68", ["#68"]),
        ("gh-7-round", ["#7"]),
        ("release/1.x", []),
        ("main", []),
        ("round-v2", []),
    ],
)
def test_a_branch_says_its_tickets(name: str, values: list[str]) -> None:
    assert branch_tickets(name) == tuple(Mark(TICKET, value) for value in values)


@given(st.text(max_size=400))
def test_any_text_gives_marks_that_stand_in_it(text: str) -> None:
    for mark in marks_in(text):
        assert mark.kind is AGENT or mark.value.lower().rpartition("#")[2] in text.lower()


@given(st.text(max_size=100))
def test_any_branch_name_gives_upper_case_keys(name: str) -> None:
    assert all(mark.value == mark.value.upper() for mark in branch_tickets(name))


@pytest.mark.parametrize(
    "piece", ["A-", "a/", "fix ", "fixes #1 ", "#1, ", "https://a/", "introduced in ", "\n>", "a.b/", "AB-1", " with ", "x-y: "]
)  # fmt: skip
def test_a_long_message_made_to_be_slow_is_not(piece: str) -> None:
    started = time.process_time()
    marks_in("fixes " + piece * (200_000 // len(piece)))
    branch_tickets(piece * (20_000 // len(piece)))
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Count carts once AB#12", ["AB#12"]),
        ("Fixes AB#7 and AB#8.", ["AB#7", "AB#8"]),
        ("AB#0 XAB#3 a/AB#4 AB#5x", []),
    ],
)
def test_a_work_item_of_azure_boards_is_a_ticket(text, keys):
    assert [mark.value for mark in marks_in(text) if mark.kind is MarkKind.TICKET] == keys
