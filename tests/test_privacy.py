"""Nothing anyone typed, read or was answered is anywhere in what the app writes or says."""

import json
import subprocess
import sys
from pathlib import Path

from apps import app_for
from claude_lines import response, write_log
from outlay.cli.main import main
from shop_repository import EMAIL, commit, git

CANARY = "CANARYb7f3"
SHOWN = f"answer {CANARY}\n\n```python\nshown_{CANARY}_code = 4\n```\n"
CODEX_THREAD = "019aa000-0000-7000-8000-000000000001"


def claude_canaries(shop):
    """Every kind of line that holds text, each with the canary in it."""
    path = str(shop / "basket.py")
    edit = {
        "type": "tool_use",
        "id": "toolu_1",
        "name": "Edit",
        "input": {
            "file_path": path,
            "old_string": f"old_{CANARY}_line = 1",
            "new_string": f"new_{CANARY}_line = 2",
        },
    }
    shell = {
        "type": "tool_use",
        "id": "toolu_2",
        "name": "Bash",
        "input": {"command": f"echo {CANARY} && false", "description": CANARY},
    }
    first = response("m1", "r1", text=SHOWN, cwd=str(shop))
    first["message"]["content"] += [
        {"type": "thinking", "thinking": CANARY, "signature": CANARY},
        edit,
        shell,
    ]
    result = {
        "type": "user",
        "sessionId": first["sessionId"],
        "cwd": str(shop),
        "uuid": "u2",
        "timestamp": "2026-11-20T09:31:00.000Z",
        "message": {
            "role": "user",
            "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": CANARY}],
        },
        "toolUseResult": {
            "filePath": path,
            "oldString": CANARY,
            "newString": CANARY,
            "originalFile": CANARY,
            "structuredPatch": [
                {
                    "oldStart": 1,
                    "oldLines": 1,
                    "newStart": 1,
                    "newLines": 1,
                    "lines": [f"-old_{CANARY}_line = 1", f"+new_{CANARY}_line = 2"],
                }
            ],
        },
    }
    failed = {
        **result,
        "uuid": "u3",
        "message": {
            "role": "user",
            "content": [
                {
                    "type": "tool_result",
                    "tool_use_id": "toolu_2",
                    "is_error": True,
                    "content": f"error {CANARY}",
                }
            ],
        },
        "toolUseResult": f"Error: {CANARY}",
    }
    prompt = {
        **result,
        "uuid": "u1",
        "message": {"role": "user", "content": f"please {CANARY}"},
        "timestamp": "2026-11-20T09:29:00.000Z",
    }
    prompt.pop("toolUseResult")
    title = {"type": "ai-title", "aiTitle": CANARY, "sessionId": first["sessionId"]}
    return [prompt, first, result, failed, title, {"type": "summary", "summary": CANARY, "leafUuid": "x"}]


def codex_canaries(shop):
    at = "2026-11-20T10:00:0{}.000Z"
    patch = f"*** Begin Patch\n*** Update File: basket.py\n@@\n-old_{CANARY}_row = 1\n+new_{CANARY}_row = 2\n*** End Patch"
    usage = {
        "input_tokens": 100,
        "cached_input_tokens": 0,
        "output_tokens": 5,
        "reasoning_output_tokens": 0,
        "total_tokens": 105,
    }
    payloads = [
        (
            "session_meta",
            {
                "id": CODEX_THREAD,
                "timestamp": at.format(0),
                "cwd": str(shop),
                "originator": "codex_cli_rs",
                "cli_version": "0.98.0",
                "source": "cli",
                "model_provider": "openai",
                "base_instructions": {"text": CANARY},
            },
        ),
        (
            "turn_context",
            {"turn_id": "t1", "cwd": str(shop), "model": "gpt-5.2-codex", "user_instructions": CANARY},
        ),
        ("event_msg", {"type": "user_message", "message": CANARY}),
        (
            "response_item",
            {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": SHOWN}]},
        ),
        (
            "response_item",
            {
                "type": "custom_tool_call",
                "status": "completed",
                "call_id": "call_1",
                "name": "apply_patch",
                "input": patch,
            },
        ),
        (
            "response_item",
            {
                "type": "custom_tool_call_output",
                "call_id": "call_1",
                "output": json.dumps(
                    {
                        "output": f"Success. Updated the following files:\nM basket.py {CANARY}",
                        "metadata": {"exit_code": 0},
                    }
                ),
            },
        ),
        (
            "response_item",
            {
                "type": "function_call",
                "name": "shell_command",
                "arguments": json.dumps({"command": f"cat {CANARY}", "workdir": str(shop)}),
                "call_id": "call_2",
            },
        ),
        (
            "response_item",
            {
                "type": "function_call_output",
                "call_id": "call_2",
                "output": f"Exit code: 1\nOutput:\n{CANARY}",
            },
        ),
        (
            "event_msg",
            {
                "type": "token_count",
                "info": {"total_token_usage": usage, "last_token_usage": usage},
                "rate_limits": None,
            },
        ),
    ]
    return [
        {"timestamp": at.format(n), "type": kind, "payload": payload}
        for n, (kind, payload) in enumerate(payloads)
    ]


def everything_under(folder):
    return [path for path in Path(folder).rglob("*") if path.is_file()]


def test_no_prompt_reply_or_code_is_in_any_file_answer_or_error(empty_home, capsys, monkeypatch):
    shop = empty_home / "shop"
    shop.mkdir()
    git(shop, "init", "-q", "-b", "main")
    git(shop, "config", "user.email", EMAIL)
    commit(shop, "basket")
    (shop / "basket.py").write_text(f"new_{CANARY}_line = 2\nmore_{CANARY}_code = 3\n")
    git(shop, "add", "-A")
    git(shop, "commit", "-q", "-m", "Change the basket", "-m", f"A body that says {CANARY}")
    log = write_log(empty_home, claude_canaries(shop))
    log.write_bytes(log.read_bytes() + f'{{"type":"assistant","message":{{"usage": "{CANARY}\n'.encode())
    rollout = empty_home / ".codex/sessions/2026/11/20" / f"rollout-2026-11-20T10-00-00-{CODEX_THREAD}.jsonl"
    rollout.parent.mkdir(parents=True)
    rollout.write_text("".join(json.dumps(line) + "\n" for line in codex_canaries(shop)))
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(empty_home / "data"))
    monkeypatch.setenv("OUTLAY_CONFIG_DIR", str(empty_home / "settings"))
    app = app_for(empty_home)
    app.add_repositories([str(shop)])

    for words in (
        ["sync"],
        ["week"],
        ["spend", "--by", "session,branch,project"],
        ["sources"],
        ["status"],
        ["prices"],
    ):
        main([*words, "--as-of", "2026-11-20T17:05:00Z"])
        main([*words, "--json", "--as-of", "2026-11-20T17:05:00Z"])
    told = capsys.readouterr()

    assert "Change the basket" in told.out
    assert CANARY not in told.out + told.err
    kept = everything_under(empty_home / "data")
    assert any(path.name == "outlay.sqlite" for path in kept)
    holding = [str(path) for path in kept if CANARY.encode() in path.read_bytes()]
    assert not holding
    with app._view() as store:
        edits = store._connection.execute("select count(*), sum(length(added)) from fact_edits").fetchone()
        shown = store._connection.execute("select count(*) from fact_edits where kind = 'chat'").fetchone()
    assert edits == (4, 32)
    assert shown == (2,)


def test_the_program_opens_no_connection(empty_home):
    """The whole of it in a process of its own, in which making a socket fails."""
    write_log(empty_home, [response()])
    code = (
        "import sys\n"
        "def watch(event, details):\n"
        "    if event in {'socket.connect', 'socket.getaddrinfo', 'socket.bind', 'socket.sendto'}:\n"
        "        print(event, details, file=sys.stderr); import os; os._exit(99)\n"
        "sys.addaudithook(watch)\n"
        "from outlay.cli.main import main\n"
        "sys.exit(main(['sync']) or main(['spend']) or main(['prices']))\n"
    )
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(empty_home),
        "OUTLAY_DATA_DIR": str(empty_home / "d"),
        "OUTLAY_CONFIG_DIR": str(empty_home),
        "PYTHONPATH": ":".join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr + done.stdout
