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
from outlay.use_cases.sample.listing import file_lines, part_lines, text_of
from outlay.use_cases.sample.requests import CODEX, Request, Tokens
from outlay.use_cases.sample.schedule import SessionPlan
from outlay.use_cases.sample.written import LogText, json_line, json_text

_VERSION = "0.149.0"
_TURN = 12
_WINDOW = 258_400
_ANSWER_MS = 700
_NOTHING = Tokens(0, 0, 0, 0)


class _Rollout:
    """One file's lines, with the running totals of its turn and its thread."""

    def __init__(self, thread: str, now: UtcMillis, chance: Random) -> None:
        self.lines: list[dict[str, Any]] = []
        self.thread = thread
        self._now = now
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
        limits = rate_limits(moment, self._now)
        self.add(moment, "event_msg", {"type": "token_count", "info": info, "rate_limits": limits})


def codex_file(
    plan: SessionPlan, folder: PurePath, now: UtcMillis, zone: ZoneInfo, chance: Random
) -> LogText:
    """The session's rollout. Folder and name carry its start in the machine's zone."""
    first = plan.requests[0].moment
    thread = timed_id(first, chance)
    rollout = _Rollout(thread, now, chance)
    rollout.add(first, "session_meta", _meta(plan, thread, folder))
    context = {"model": plan.model.name, "effort": "high", "cwd": str(folder), "timezone": zone.key}
    for number, request in enumerate(plan.requests):
        if number % _TURN == 0:
            rollout.begin_turn(request.moment, context, _prompt(plan, number))
        if plan.part is not None and number == len(plan.requests) // 2:
            _patch(rollout, plan, folder, request.moment, token("call_", chance, 24))
        elif number % 3 != 0:
            _command(rollout, folder, request.moment, token("call_", chance, 24))
        rollout.usage(request)
        if number % _TURN == _TURN - 1 or number == len(plan.requests) - 1:
            rollout.end_turn(request.moment)
    local = datetime_of(first).astimezone(zone)
    place = PurePosixPath(
        f".codex/sessions/{local:%Y/%m/%d}/rollout-{local:%Y-%m-%dT%H-%M-%S}-{thread}.jsonl"
    )
    return LogText(place, json_text(rollout.lines), plan.requests[-1].moment)


def _meta(plan: SessionPlan, thread: str, folder: PurePath) -> dict[str, Any]:
    return {
        "id": thread,
        "session_id": thread,
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


def _patch(rollout: _Rollout, plan: SessionPlan, folder: PurePath, moment: UtcMillis, call: str) -> None:
    """The part as a new file, or as lines after the parts before it."""
    if plan.work is None or plan.part is None:
        return
    path, answered = plan.work.path, UtcMillis(moment + _ANSWER_MS)
    before, added = file_lines(path, range(plan.part)), part_lines(path, plan.part)
    text = _patch_text(path, before, added)
    asked = {"type": "custom_tool_call", "call_id": call, "name": "apply_patch", "input": text}
    rollout.add(moment, "response_item", asked)
    applied = {"type": "patch_apply_end", "call_id": call, "stdout": "", "stderr": "", "success": True}
    changes = {str(folder / path): _change(before, added)}
    rollout.add(answered, "event_msg", applied | {"changes": changes})
    output = f"Success. Updated the following files:\n{'M' if before else 'A'} {path}\n"
    answer = {"type": "custom_tool_call_output", "call_id": call, "output": output}
    rollout.add(answered, "response_item", answer)


def _patch_text(path: str, before: list[str], added: list[str]) -> str:
    news = "".join(f"+{line}\n" for line in added)
    near = "".join(f" {line}\n" for line in before[-3:])
    head = f"*** Update File: {path}\n@@\n{near}" if before else f"*** Add File: {path}\n"
    return f"*** Begin Patch\n{head}{news}*** End Patch"


def _change(before: list[str], added: list[str]) -> dict[str, Any]:
    if not before:
        return {"type": "add", "content": text_of(added)}
    near, news = before[-3:], [f"+{line}" for line in added]
    start = len(before) - len(near) + 1
    head = f"@@ -{start},{len(near)} +{start},{len(near) + len(added)} @@"
    diff = text_of([head, *(f" {line}" for line in near), *news])
    return {"type": "update", "unified_diff": diff, "move_path": None}


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
    title = plan.work.title if plan.work else "Reading around"
    return f"{title}." if number == 0 else "Go on with the next step."
