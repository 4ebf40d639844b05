"""Code that answers of Codex showed, in threads and in the copies forks begin with."""

import json
import shutil
from pathlib import Path

import pytest

from codex_lines import THREAD, facts_of, line, meta, problems_of, read, rollout
from outlay.readers.logs.codex.rollouts import lines_of
from outlay.readers.logs.codex.shown import may_show_code
from outlay.readers.logs.lines import Block
from readable_lines import ReadableLines

FORKED = Path(__file__).parents[2] / "fixtures" / "logs" / "codex" / "fork_with_parent" / "input"
FORK = "019a0c22-1f04-7d31-8a55-6b0c9d7e2b02"
CODE = "```py\nshown_value = 12345\n```"


def message(text, role="assistant", second=3, **more):
    content = [{"type": "output_text", "text": text}]
    return line("response_item", {"type": "message", "role": role, "content": content, **more}, second)


def shown(batches):
    return [(edit.call, edit.turn, edit.added) for edit in facts_of(batches)["edits"] if edit.kind == "chat"]


def with_messages(path, *placed):
    """The rollout with lines put in after those that hold some words."""
    lines = path.read_bytes().splitlines(keepends=True)
    for words, added in placed:
        at = max(number for number, one in enumerate(lines) if words in one)
        lines.insert(at + 1, added)
    path.write_bytes(b"".join(lines))


@pytest.mark.parametrize("more", [{}, {"id": "msg_0a1b2c3d4e5f60718293"}])
def test_code_shown_in_the_copied_part_of_a_fork_is_told_of_once(tmp_path, more):
    home = Path(shutil.copytree(FORKED, tmp_path / "home"))
    parent, fork = sorted(home.rglob("rollout-*.jsonl"))
    with_messages(parent, (b"call_p_8sYw2QhTn4LbVc", message(CODE, **more)))
    own = message("```py\nown_value = 12345\n```", second=17)
    with_messages(fork, (b"call_p_8sYw2QhTn4LbVc", message(CODE, **more)), (b"call_f_8sYw2QhTn4LbVc", own))
    found = [edit for edit in facts_of(read(home, pack=ReadableLines()))["edits"] if edit.kind == "chat"]
    assert [(edit.session.session, edit.added) for edit in found] == [
        (THREAD, b"shown_value = 12345"),
        (FORK, b"own_value = 12345"),
    ]


def test_the_same_answer_has_the_same_call_however_the_log_is_cut(tmp_path):
    head = meta() + line("event_msg", {"type": "user_message"}, 2)
    whole = rollout(tmp_path / "whole", head + message(CODE) + message("```\nother_value = 1\n```"))
    at_once = shown(read(tmp_path / "whole", pack=ReadableLines()))
    kept, cut = {}, rollout(tmp_path / "cut", head + message(CODE))
    first = shown(read(tmp_path / "cut", kept, ReadableLines()))
    cut.write_bytes(whole.read_bytes())
    assert first + shown(read(tmp_path / "cut", kept, ReadableLines())) == at_once
    assert len({call for call, _, _ in at_once}) == len(at_once) == 2


@pytest.mark.parametrize(
    ("role", "text", "kept"),
    [
        ("assistant", CODE, True),
        ("assistant", "words", False),
        ("user", CODE, False),
        ("developer", CODE, False),
    ],
)
def test_only_an_answer_with_a_fence_is_handed_on_to_be_decoded(role, text, kept):
    raw = message(text, role)
    ((_, handed, _),) = lines_of(Block(bytearray(raw), len(raw), 0, 0))
    assert (handed is not None) is kept


def test_a_role_that_comes_late_is_looked_at_by_decoding(tmp_path):
    payload = {"type": "message", "content": [{"type": "output_text", "text": f"{CODE}\n{'x' * 900}"}]}
    answer, asked = (line("response_item", payload | {"role": role}, 3) for role in ("assistant", "user"))
    assert may_show_code(asked, 0, len(asked))
    rollout(tmp_path, meta() + asked + answer)
    assert [added for _, _, added in shown(read(tmp_path, pack=ReadableLines()))] == [b"shown_value = 12345"]


def test_keys_in_another_order_change_nothing(tmp_path):
    record = json.loads(message(CODE))
    turned = json.dumps(dict(reversed(record.items()))).encode() + b"\n"
    rollout(tmp_path, meta() + turned)
    assert len(shown(read(tmp_path, pack=ReadableLines()))) == 1


def test_an_answer_whose_content_is_no_list_shows_nothing_and_is_no_problem(tmp_path):
    odd = line("response_item", {"type": "message", "role": "assistant", "content": CODE}, 3)
    rollout(tmp_path, meta() + odd)
    batches = read(tmp_path)
    assert (shown(batches), problems_of(batches)) == ([], {})
