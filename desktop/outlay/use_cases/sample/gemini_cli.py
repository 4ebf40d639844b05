"""A planned session as Gemini CLI logs it.

Source of the form: the tool's published source of 2026: a line of metadata, then one line a message; `input` holds the
cached part, `total` all of it.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePath, PurePosixPath
from random import Random
from typing import Any

from outlay.domain.moments import UtcMillis, datetime_of
from outlay.use_cases.sample.ids import random_id, stamp
from outlay.use_cases.sample.listing import Change, text_of
from outlay.use_cases.sample.requests import Tokens
from outlay.use_cases.sample.sessions import SessionPlan
from outlay.use_cases.sample.written import LogText, json_text

_ANSWER_MS = 900


def gemini_files(plan: SessionPlan, folder: PurePath, chance: Random) -> list[LogText]:
    """The session's file, and the tool's list of projects."""
    first, last = plan.requests[0].moment, plan.requests[-1].moment
    head = {
        "sessionId": plan.session,
        "projectHash": sha256(str(folder).encode()).hexdigest(),
        "startTime": stamp(first),
        "lastUpdated": stamp(last),
        "kind": "main",
    }
    name = f"session-{datetime_of(first):%Y-%m-%dT%H-%M}-{plan.session[:8]}.jsonl"
    place = PurePosixPath(".gemini/tmp", folder.name, "chats", name)
    projects = f"{json.dumps({'projects': {str(folder): folder.name}}, indent=2)}\n"
    return [
        LogText(place, json_text([head, *_messages(plan, folder, chance)]), last),
        LogText(PurePosixPath(".gemini/projects.json"), projects, first),
    ]


def _messages(plan: SessionPlan, folder: PurePath, chance: Random) -> Iterator[dict[str, Any]]:
    edits = dict(plan.edits)
    for number, (moment, tokens) in enumerate(plan.requests):
        if number in plan.turns:
            asked = f"{plan.title}." if number == 0 else "Go on with the next step."
            yield {
                "id": random_id(chance),
                "timestamp": stamp(moment),
                "type": "user",
                "content": [{"text": asked}],
            }
        message = {
            "id": random_id(chance),
            "timestamp": stamp(moment),
            "type": "gemini",
            "content": "",
            "thoughts": [],
            "tokens": _tokens(tokens),
            "model": plan.model.name,
        }
        change = edits.get(number)
        yield message | ({"toolCalls": [_writing(folder, change, moment, number)]} if change else {})


def _writing(folder: PurePath, change: Change, moment: UtcMillis, number: int) -> dict[str, Any]:
    call, file = f"write_file-{moment}-{number}", str(folder / change.path)
    kept = len(change.before) - len(change.old) - change.start
    whole = (*change.before[: change.start], *change.new, *change.before[len(change.before) - kept :])
    response = {
        "functionResponse": {"id": call, "name": "write_file", "response": {"output": "File written."}}
    }
    start, signed = (
        change.start + 1,
        [f"-{line}" for line in change.old] + [f"+{line}" for line in change.new],
    )
    hunk = [f"@@ -{start},{len(change.old)} +{start},{len(change.new)} @@", *signed]
    diff = text_of([f"--- {change.path}\tCurrent", f"+++ {change.path}\tProposed", *hunk])
    return {
        "id": call,
        "name": "write_file",
        "args": {"file_path": file, "content": text_of(whole)},
        "status": "success",
        "timestamp": stamp(UtcMillis(moment + _ANSWER_MS)),
        "result": [response],
        "resultDisplay": {"fileDiff": diff, "fileName": PurePosixPath(change.path).name},
    }


def _tokens(tokens: Tokens) -> dict[str, int]:
    thoughts = tokens.output // 3
    read = tokens.fresh + tokens.read
    return {
        "input": read,
        "output": tokens.output - thoughts,
        "cached": tokens.read,
        "thoughts": thoughts,
        "tool": 0,
        "total": read + tokens.output,
    }
