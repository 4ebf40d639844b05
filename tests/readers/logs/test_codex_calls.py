import pytest

from codex_lines import facts_of, line, meta, read, rollout
from outlay.readers.logs.codex.calls import call_from, exit_code_in, shell_from
from outlay.readers.logs.codex.patches import changes_in_text
from outlay.readers.logs.codex.records import Payload


@pytest.mark.parametrize(
    ("output", "code"),
    [
        (rb'"output":"Chunk ID: a\nProcess exited with code 3\nOutput:\n"', 3),
        (rb'"output":"Exit code: 0\nWall time: 1\nOutput:\nExit code: 4"', 0),
        (rb'"output":"{\"output\":\"x\",\"metadata\":{\"exit_code\":2,\"duration_seconds\":0.1}}"', 2),
        (rb'"output":"{\"output\":\"\\\"exit_code\\\":9\",\"metadata\":{\"exit_code\":0}}"', 0),
        (rb'"output":[{"type":"input_text","text":"Script failed\nOutput:\n"}]', 1),
        (rb'"output":"Success. Updated the following files:\nM a"', 0),
        (rb'"output":"Process running with session ID 4\nOutput:\n"', None),
        (rb'"nothing":1', None),
    ],
)
def test_success_is_read_from_what_the_tool_says_not_from_what_the_command_prints(output, code):
    assert exit_code_in(output) == code


def test_a_patch_in_a_here_document_is_a_patch_and_no_file():
    command = "apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: a.py\n+x\n*** End Patch\nEOF"
    assert shell_from(["bash", "-lc", command], None).changes == [("a.py", "patch", ["x"], [])]


def test_several_patches_in_one_text_are_all_found_and_a_torn_one_ends_with_the_text():
    patch = "*** Begin Patch\n*** Update File: {}\n-a\n+b\n"
    found = changes_in_text(patch.format("one") + "*** End Patch\n" + patch.format("two"))
    assert [change.path for change in found] == ["one", "two"]


@pytest.mark.parametrize(
    "payload",
    [
        Payload(type="function_call", name="shell", arguments="{broken"),
        Payload(type="function_call", name="shell", arguments="[1]"),
        Payload(type="function_call", name="update_plan", arguments="{}"),
        Payload(type="function_call", name="apply_patch", arguments='{"patch":1}'),
        Payload(type="local_shell_call"),
        Payload(type="function_call", name="shell", arguments={"command": [1, 2]}),
    ],
)
def test_a_call_that_asks_for_nothing_of_ours_is_none(payload):
    assert call_from(payload) is None


def test_a_call_told_again_after_it_was_settled_adds_nothing(tmp_path):
    patch = "*** Begin Patch\n*** Add File: a.py\n+x = 1\n*** End Patch"
    ask = line(
        "response_item", {"type": "custom_tool_call", "name": "apply_patch", "call_id": "c", "input": patch}
    )
    answer = line(
        "response_item", {"type": "custom_tool_call_output", "call_id": "c", "output": "Exit code: 0\n"}
    )
    ran = {"type": "CommandExecution", "id": "d", "command": ["make"], "exit_code": 1}
    item = line("event_msg", {"type": "item_completed", "item": ran})
    rollout(tmp_path, meta() + (ask + answer) * 2 + item * 2 + line("event_msg", {"type": "item_completed"}))
    facts = facts_of(read(tmp_path))
    assert len(facts["edits"]) == 1
    assert len(facts["shell"]) == 1


def test_a_commit_inside_a_script_is_told_by_its_own_item_once(tmp_path):
    script = {"type": "custom_tool_call", "name": "exec", "call_id": "c", "input": 'run("git commit -m x")'}
    ran = {"type": "CommandExecution", "id": "d", "command": ["git", "commit"], "exit_code": 0}
    ran["aggregated_output"] = "[main 1234567] x"
    output = [{"type": "input_text", "text": "Script completed\nOutput:\n[main 1234567] x"}]
    lines = [
        line("response_item", script),
        line("event_msg", {"type": "item_completed", "item": ran}),
        line("response_item", {"type": "custom_tool_call_output", "call_id": "c", "output": output}),
    ]
    for told in (lines, [lines[0], lines[2]]):
        rollout(tmp_path, meta() + b"".join(told))
        assert [fact.value for fact in facts_of(read(tmp_path))["shell"]] == ["1234567"]
