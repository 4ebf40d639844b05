"""A planned session as Codex logs it.

Source of the form: codex-rs rollouts of version 0.149 (`token_usage_record` beside `token_count`; input holds the
cached part, output the reasoning; a patch is asked for, applied, and answered).
"""

from pathlib import PurePath, PurePosixPath
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis, datetime_of
from outlay.use_cases.sample.ids import stamp, timed_id, token
from outlay.use_cases.sample.limits import rate_limits
from outlay.use_cases.sample.listing import Change, text_of
from outlay.use_cases.sample.requests import CODEX, Request, Tokens
from outlay.use_cases.sample.sessions import SessionPlan
from outlay.use_cases.sample.written import LogText, json_line, json_text

_VERSION = "0.149.0"
_NEAR = 3
_WINDOW = 258_400
_ANSWER_MS = 700
_NOTHING = Tokens(0, 0, 0, 0)


class _Rollout:
    """One file's lines, with the running totals of its turn and its thread."""

    def __init__(self, plan: SessionPlan, drawn: UtcMillis, chance: Random) -> None:
        self.lines: list[dict[str, Any]] = []
        self.thread = plan.session
        self._metered = plan.metered
        self._drawn = drawn
        self._chance = chance
        self._turn = ""
        self._of_turn = self._of_thread = _usage(_NOTHING)

    def add(self, moment: UtcMillis, kind: str, payload: dict[str, Any]) -> None:
        """One line."""
        line = {"timestamp": stamp(moment), "ordinal": len(self.lines), "type": kind, "payload": payload}
        self.lines.append(line)

    def begin_turn(self, moment: UtcMillis, context: dict[str, Any], prompt: str) -> None:
        """A turn begins with what the engineer typed."""
        self._turn, self._of_turn = timed_id(moment, self._chance), _usage(_NOTHING)
        started = {"type": "task_started", "turn_id": self._turn, "model_context_window": _WINDOW}
        self.add(moment, "event_msg", started)
        self.add(moment, "turn_context", {"turn_id": self._turn, "root_turn_id": self._turn, **context})
        self.add(moment, "event_msg", {"type": "user_message", "message": prompt, "images": []})

    def end_turn(self, moment: UtcMillis) -> None:
        """A turn ends with the last answer."""
        done = {"type": "task_complete", "turn_id": self._turn, "last_agent_message": "Done."}
        self.add(moment, "event_msg", done)

    def usage(self, request: Request) -> None:
        """What a response took, in the form of its own and in the older one."""
        usage, moment = _usage(request.tokens), request.moment
        self._of_turn, self._of_thread = _sum(self._of_turn, usage), _sum(self._of_thread, usage)
        ids = {
            "thread_id": self.thread,
            "turn_id": self._turn,
            "session_id": self.thread,
            "root_turn_id": self._turn,
            "response_id": token("resp_", self._chance, 24),
        }
        sums = {
            "usage": usage,
            "turn_token_usage": self._of_turn,
            "thread_token_usage": self._of_thread,
        }
        self.add(moment, "token_usage_record", ids | sums)
        info = {
            "last_token_usage": usage,
            "total_token_usage": self._of_thread,
            "model_context_window": _WINDOW,
        }
        limits = None if self._metered else rate_limits(moment, self._drawn)
        self.add(moment, "event_msg", {"type": "token_count", "info": info, "rate_limits": limits})


def codex_file(
    plan: SessionPlan, folder: PurePath, drawn: UtcMillis, zone: ZoneInfo, chance: Random
) -> LogText:
    """The session's rollout. Folder and name carry its start in the machine's zone; `drawn` is for its quota windows."""
    first, edits = plan.requests[0].moment, dict(plan.edits)
    rollout = _Rollout(plan, drawn, chance)
    rollout.add(first, "session_meta", _meta(plan, folder))
    context = {"model": plan.model.name, "effort": "high", "cwd": str(folder), "timezone": zone.key}
    for number, request in enumerate(plan.requests):
        if number in plan.turns:
            rollout.begin_turn(request.moment, context, _prompt(plan, number))
        call = token("call_", chance, 24)
        if number in edits:
            _patch(rollout, edits[number], folder, request.moment, call)
        elif number % 3 != 0:
            _command(rollout, folder, request.moment, call)
        rollout.usage(request)
        if number + 1 in plan.turns or number == len(plan.requests) - 1:
            rollout.end_turn(request.moment)
    local = datetime_of(first).astimezone(zone)
    place = PurePosixPath(
        f".codex/sessions/{local:%Y/%m/%d}/rollout-{local:%Y-%m-%dT%H-%M-%S}-{plan.session}.jsonl"
    )
    return LogText(place, json_text(rollout.lines), plan.requests[-1].moment)


def _meta(plan: SessionPlan, folder: PurePath) -> dict[str, Any]:
    return {
        "id": plan.session,
        "session_id": plan.session,
        "timestamp": stamp(plan.requests[0].moment),
        "cwd": str(folder),
        "originator": "codex-tui",
        "cli_version": _VERSION,
        "source": "cli",
        "model_provider": "openai" if plan.model is CODEX else "lan",
        "git": {"branch": plan.branch},
    }


def _command(rollout: _Rollout, folder: PurePath, moment: UtcMillis, call: str) -> None:
    arguments = json_line({"cmd": "make test", "workdir": str(folder)})
    asked = {"type": "function_call", "name": "exec_command", "arguments": arguments, "call_id": call}
    rollout.add(moment, "response_item", asked)
    output = "Wall time: 1.2 seconds\nProcess exited with code 0\nOutput:\nall passed"
    answer = {"type": "function_call_output", "call_id": call, "output": output}
    rollout.add(UtcMillis(moment + _ANSWER_MS), "response_item", answer)


def _patch(rollout: _Rollout, change: Change, folder: PurePath, moment: UtcMillis, call: str) -> None:
    """A new file, or lines in one that is there."""
    path, answered = change.path, UtcMillis(moment + _ANSWER_MS)
    text = _patch_text(change)
    asked = {"type": "custom_tool_call", "call_id": call, "name": "apply_patch", "input": text}
    rollout.add(moment, "response_item", asked)
    applied = {"type": "patch_apply_end", "call_id": call, "stdout": "", "stderr": "", "success": True}
    rollout.add(answered, "event_msg", applied | {"changes": {str(folder / path): _change(change)}})
    output = f"Success. Updated the following files:\n{'M' if change.before else 'A'} {path}\n"
    answer = {"type": "custom_tool_call_output", "call_id": call, "output": output}
    rollout.add(answered, "response_item", answer)


def _patch_text(change: Change) -> str:
    path = change.path
    head = f"*** Update File: {path}\n@@" if change.before else f"*** Add File: {path}"
    return f"*** Begin Patch\n{head}\n{text_of(_signed(change))}*** End Patch"


def _change(change: Change) -> dict[str, Any]:
    if not change.before:
        return {"type": "add", "content": text_of(change.new)}
    near = min(_NEAR, change.start)
    start = change.start - near + 1
    head = f"@@ -{start},{near + len(change.old)} +{start},{near + len(change.new)} @@"
    return {"type": "update", "unified_diff": text_of([head, *_signed(change)]), "move_path": None}


def _signed(change: Change) -> list[str]:
    """The lines before it, what went and what came."""
    near = change.before[max(0, change.start - _NEAR) : change.start]
    taken = (*(f" {line}" for line in near), *(f"-{line}" for line in change.old))
    return [*taken, *(f"+{line}" for line in change.new)]


def _usage(tokens: Tokens) -> dict[str, int]:
    whole = tokens.fresh + tokens.read
    return {
        "input_tokens": whole,
        "cached_input_tokens": tokens.read,
        "cache_write_input_tokens": 0,
        "output_tokens": tokens.output,
        "reasoning_output_tokens": tokens.output * 2 // 5,
        "total_tokens": whole + tokens.output,
    }


def _sum(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    return {name: count + other[name] for name, count in one.items()}


def _prompt(plan: SessionPlan, number: int) -> str:
    return f"{plan.title}." if number == 0 else "Go on with the next step."
