"""Commands that failed and worked again, told in the turn they failed in."""

from hypothesis import given
from hypothesis import strategies as st

from codex_lines import line, meta, rollout
from codex_lines import read as read_codex
from copilot_files import append_lines, facts, journal_at, start, write_lines
from copilot_files import line as copilot_line
from copilot_files import read as read_copilot
from opencode_stores import (
    answer,
    database,
    put_message,
    put_part,
    put_prompt,
    put_session,
    tool,
    update_message,
)
from opencode_stores import facts as opencode_facts
from opencode_stores import read as read_opencode
from outlay.domain.usage import ShellKind
from outlay.readers.logs.recoveries import outcome_of

FAILED, RECOVERED = ShellKind.FAILED, ShellKind.RECOVERED


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=30))
def test_a_command_recovers_when_its_last_run_in_the_turn_failed(runs):
    failed: list[str] = []
    last: dict[str, bool] = {}
    for command, worked in runs:
        expected = FAILED if not worked else RECOVERED if last.get(command) is False else None
        assert outcome_of(command, failed, worked=worked) == expected
        last[command] = worked


def test_only_the_latest_failures_of_a_turn_are_remembered():
    failed: list[str] = []
    for number in range(40):
        outcome_of(str(number), failed, worked=False)
    assert outcome_of("7", failed, worked=True) is None
    assert outcome_of("8", failed, worked=True) == RECOVERED


def kinds(found):
    return [(fact.kind, fact.turn) for fact in found]


def ran(path, ident, at, *runs):
    """An OpenCode answer whose calls ended as told: (command, exit code)."""
    put_message(path, ident, answer(at=at, tokens={"input": at, "output": 1}))
    for number, (command, code) in enumerate(runs):
        part = tool("bash", {"command": command}, call=f"call_{ident}_{number}", exit=code)
        put_part(path, f"prt_{ident}_{number}", ident, part)


def test_a_failure_of_an_earlier_reading_is_recovered_in_a_later_one(tmp_path):
    path, kept = database(tmp_path), {}
    put_session(path)
    put_prompt(path, "msg_1")
    ran(path, "msg_2", 1000, ("make test", 2))
    assert kinds(opencode_facts(read_opencode(tmp_path, kept))["shell"]) == [(FAILED, 1)]
    ran(path, "msg_3", 2000, ("make test", 0), ("make test", 0))
    assert kinds(opencode_facts(read_opencode(tmp_path, kept))["shell"]) == [(RECOVERED, 1)]
    assert b"make" not in b"".join(one.state for one in kept.values())


def test_a_message_written_again_after_later_ones_brings_no_failure_back(tmp_path):
    path, kept = database(tmp_path), {}
    put_session(path)
    put_prompt(path, "msg_1")
    ran(path, "msg_2", 1000, ("make test", 2))
    ran(path, "msg_3", 2000, ("make test", 0))
    assert kinds(opencode_facts(read_opencode(tmp_path, kept))["shell"]) == [(FAILED, 1), (RECOVERED, 1)]
    said = answer(at=1000, tokens={"input": 1000, "output": 1}, summary=True)
    update_message(path, "msg_2", said, 1_791_000_009_000)
    assert kinds(opencode_facts(read_opencode(tmp_path, kept))["shell"]) == [(FAILED, 1)]
    ran(path, "msg_4", 3000, ("make test", 0))
    assert kinds(opencode_facts(read_opencode(tmp_path, kept))["shell"]) == []


def codex_run(number, code, second):
    call = f"call_{number}_8sYw2QhTn4LbVc"
    asked = {
        "type": "function_call",
        "name": "shell_command",
        "call_id": call,
        "arguments": '{"command":"make"}',
    }
    output = f"Exit code: {code}\nOutput:\nsaid\n"
    answered = {"type": "function_call_output", "call_id": call, "output": output}
    return line("response_item", asked, second) + line("response_item", answered, second)


def test_what_a_bookmark_remembers_of_failures_is_enough_in_codex(tmp_path):
    path = rollout(tmp_path, meta() + line("event_msg", {"type": "user_message"}) + codex_run(1, 1, 2))
    kept = {}
    assert kinds(read_codex(tmp_path, kept)[0].shell) == [(FAILED, 1)]
    with path.open("ab") as more:
        more.write(codex_run(2, 0, 3))
    assert kinds(read_codex(tmp_path, kept)[0].shell) == [(RECOVERED, 1)]


def copilot_run(number, code):
    ident = f"toolu_vrtx_{number:016d}"
    given = {"toolCallId": ident, "toolName": "bash", "arguments": {"command": "make"}}
    done = {"toolCallId": ident, "success": True, "shellExecution": {"exitCode": code}}
    begun = copilot_line("tool.execution_start", number, given)
    return [begun, copilot_line("tool.execution_complete", number + 1, done)]


def test_what_a_bookmark_remembers_of_failures_is_enough_in_copilot(tmp_path):
    asked = copilot_line("user.message", 2, {"content": "go"})
    path = write_lines(journal_at(tmp_path), [start(), asked, *copilot_run(3, 1)])
    first = read_copilot(path, tmp_path)
    assert kinds(facts(first, "shell")) == [(FAILED, 1)]
    append_lines(path, [*copilot_run(5, 0), asked | {"id": "e" * 20}, *copilot_run(7, 0)])
    assert kinds(facts(read_copilot(path, tmp_path, first[-1].bookmark), "shell")) == [(RECOVERED, 1)]
