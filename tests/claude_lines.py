"""Claude Code log lines in their real shape, for tests that need a log rather than a reader."""

import json
from pathlib import Path


def response(
    message="msg_1",
    request="req_1",
    at="2026-11-20T09:30:00.000Z",
    model="claude-opus-4-6",
    tokens=(10, 0, 0, 0, 100),
    session="5f0c0000-0000-4000-8000-000000000001",
    cwd="/home/a/shop",
    branch="main",
    text="done",
    **more,
):
    """One assistant line; tokens are uncached input, cache read, write 5 min, write 1 h, output."""
    uncached, read, write_5m, write_1h, output = tokens
    return {
        "parentUuid": None,
        "isSidechain": False,
        "userType": "external",
        "cwd": cwd,
        "sessionId": session,
        "version": "2.1.104",
        "gitBranch": branch,
        "requestId": request,
        "type": "assistant",
        "uuid": f"{message}-{output}",
        "timestamp": at,
        "message": {
            "id": message,
            "type": "message",
            "role": "assistant",
            "model": model,
            "content": [{"type": "text", "text": text}],
            "stop_reason": "end_turn",
            "usage": {
                "input_tokens": uncached,
                "cache_creation_input_tokens": write_5m + write_1h,
                "cache_read_input_tokens": read,
                "cache_creation": {
                    "ephemeral_5m_input_tokens": write_5m,
                    "ephemeral_1h_input_tokens": write_1h,
                },
                "output_tokens": output,
                "service_tier": "standard",
            },
        },
        **more,
    }


def write_log(home, lines, name="5f0c0000-0000-4000-8000-000000000001", folder="-home-a-shop") -> Path:
    """Write lines as one log file of a home; the file's path."""
    path = Path(home) / ".claude" / "projects" / folder / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path
