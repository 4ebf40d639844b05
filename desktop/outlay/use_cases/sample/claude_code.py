"""A planned session as Claude Code logs it.

Source of the form: public logs of version 2.1 (one line per content block of a response; the blocks share message
and request id, repeat the input counters, and only the last has the whole output).
"""

from collections.abc import Iterable
from pathlib import PurePath, PurePosixPath
from random import Random
from typing import Any, NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.use_cases.sample.ids import random_id, slug_of, stamp, token
from outlay.use_cases.sample.listing import Change, text_of
from outlay.use_cases.sample.requests import HAIKU, Request, Tokens
from outlay.use_cases.sample.sessions import SessionPlan
from outlay.use_cases.sample.story import NOTES
from outlay.use_cases.sample.written import LogText, json_text

_VERSION = "2.1.226"
_METERED = "bdrk_"
"""In ids of responses that came by the company's own contract (Amazon Bedrock), not by the plan."""

_NEAR = 3
_ANSWER_MS = 800
_PROMPTS = (
    "Go on with the next step.",
    "Please look at the edge cases too.",
    "Keep the change small.",
    "Now the part we spoke about.",
)


class _Tool(NamedTuple):
    """A tool call and what came back, for the model and for the log."""

    name: str
    given: dict[str, Any]
    answer: str
    outcome: dict[str, Any] | str
    """What the tool says for the log: a text where it failed."""


class _Conversation:
    """One file's records, each pointing at the one before."""

    def __init__(self, plan: SessionPlan, agent: str, folder: PurePath, chance: Random) -> None:
        self._way = _METERED if plan.metered else ""
        self.records: list[dict[str, Any]] = []
        self._chance = chance
        self._head: dict[str, Any] = {
            "isSidechain": bool(agent),
            "userType": "external",
            "cwd": str(folder),
            "sessionId": plan.session,
            "version": _VERSION,
            "gitBranch": "" if plan.folder == NOTES else plan.branch,
        } | ({"agentId": agent} if agent else {})
        self._parent: str | None = None

    def prompt(self, text: str, moment: UtcMillis) -> None:
        """What the engineer typed."""
        message = {"role": "user", "content": text}
        self._add(moment, {"type": "user", "message": message, "promptSource": "typed"})

    def request(self, request: Request, model: str, tool: _Tool | None) -> None:
        """One response, its tool call if it has one, and the tool's result."""
        ids = {
            "message": token(f"msg_{self._way}01", self._chance),
            "request": token("req_011C", self._chance, 20),
        }
        blocks: list[dict[str, Any]] = [{"type": "text", "text": "Done." if tool is None else "Next step."}]
        call = token("toolu_01", self._chance)
        if tool is not None:
            blocks.append({"type": "tool_use", "id": call, "name": tool.name, "input": tool.given})
        for index, block in enumerate(blocks):
            whole = index == len(blocks) - 1
            self._block(request, model, ids, (index, block, whole))
        if tool is not None:
            self._result(UtcMillis(request.moment + _ANSWER_MS), call, tool)

    def _block(
        self, request: Request, model: str, ids: dict[str, str], block: tuple[int, dict[str, Any], bool]
    ) -> None:
        index, content, whole = block
        message = {
            "id": ids["message"],
            "type": "message",
            "role": "assistant",
            "model": model,
            "content": [content],
            "stop_reason": ("tool_use" if index else "end_turn") if whole else None,
            "usage": _usage(request.tokens, whole=whole),
        }
        head = {"requestId": ids["request"], "apiBlockIndex": index, "type": "assistant"}
        self._add(request.moment, head | {"message": message})

    def _result(self, moment: UtcMillis, call: str, tool: _Tool) -> None:
        result: dict[str, Any] = {"type": "tool_result", "tool_use_id": call, "content": tool.answer}
        if isinstance(tool.outcome, str):
            result["is_error"] = True
        message = {"role": "user", "content": [result]}
        self._add(moment, {"type": "user", "message": message, "toolUseResult": tool.outcome})

    def _add(self, moment: UtcMillis, record: dict[str, Any]) -> None:
        own = random_id(self._chance)
        self.records.append(
            {"parentUuid": self._parent, **self._head, **record, "uuid": own, "timestamp": stamp(moment)}
        )
        self._parent = own


def claude_code_files(plan: SessionPlan, folder: PurePath, chance: Random) -> list[LogText]:
    """The session's file, and its subagent's two when it had one. `folder` is where it ran."""
    agent = token("a", chance, 16).lower() if plan.helper else ""
    talk = _Conversation(plan, "", folder, chance)
    talk.records.append({"type": "ai-title", "aiTitle": plan.title, "sessionId": plan.session})
    tools = _tools_by_place(plan, folder, agent)
    for number, request in enumerate(plan.requests):
        if number in plan.turns:
            talk.prompt(_prompt(plan, plan.turns.index(number)), request.moment)
        ends_turn = number + 1 in plan.turns or number == len(plan.requests) - 1
        tool = tools.get(number) or (None if ends_turn else _looking(plan, folder, number))
        talk.request(request, plan.model.name, tool)
    place = PurePosixPath(".claude/projects", slug_of(folder))
    main = LogText(place / f"{plan.session}.jsonl", json_text(talk.records), plan.requests[-1].moment)
    return [main, *_helper_files(plan, folder, agent, place, chance)]


def _helper_files(
    plan: SessionPlan, folder: PurePath, agent: str, place: PurePosixPath, chance: Random
) -> Iterable[LogText]:
    if not agent:
        return
    talk = _Conversation(plan, agent, folder, chance)
    talk.prompt("Find where this is used.", plan.helper[0].moment)
    for number, request in enumerate(plan.helper):
        last = number == len(plan.helper) - 1
        talk.request(request, HAIKU.name, None if last else _looking(plan, folder, number))
    own = place / plan.session / "subagents"
    moment = plan.helper[-1].moment
    yield LogText(own / f"agent-{agent}.jsonl", json_text(talk.records), moment)
    yield LogText(own / f"agent-{agent}.meta.json", json_text([{"agentType": "Explore"}]), moment)


def _tools_by_place(plan: SessionPlan, folder: PurePath, agent: str) -> dict[int, _Tool]:
    """The calls that matter, by the number of their request: the edits, and the subagent at the start."""
    found = {number: _editing(folder, change) for number, change in plan.edits}
    if agent:
        found[0] = _calling(agent)
    return found


def _editing(folder: PurePath, change: Change) -> _Tool:
    """A new file, or lines in one that is there."""
    file = str(folder / change.path)
    return _extending(file, change) if change.before else _creating(file, text_of(change.new))


def _creating(file: str, text: str) -> _Tool:
    outcome: dict[str, Any] = {"type": "create", "filePath": file, "content": text, "originalFile": None}
    given = {"file_path": file, "content": text}
    return _Tool("Write", given, "File created.", outcome | {"structuredPatch": []})


def _extending(file: str, change: Change) -> _Tool:
    near = change.before[max(0, change.start - _NEAR) : change.start]
    old, new = "\n".join([*near, *change.old]), "\n".join([*near, *change.new])
    start = change.start - len(near) + 1
    signed = [*(f" {line}" for line in near), *(f"-{line}" for line in change.old)]
    hunk = {
        "oldStart": start,
        "oldLines": len(near) + len(change.old),
        "newStart": start,
        "newLines": len(near) + len(change.new),
        "lines": [*signed, *(f"+{line}" for line in change.new)],
    }
    outcome = {
        "filePath": file,
        "oldString": old,
        "newString": new,
        "originalFile": text_of(change.before),
        "structuredPatch": [hunk],
        "userModified": False,
        "replaceAll": False,
    }
    given = {"file_path": file, "old_string": old, "new_string": new, "replace_all": False}
    return _Tool("Edit", given, "File updated.", outcome)


def _looking(plan: SessionPlan, folder: PurePath, number: int) -> _Tool:
    if plan.loop and number % 5:
        return _failing()
    if number % 4 == 1:
        outcome: dict[str, Any] = {
            "stdout": "all passed",
            "stderr": "",
            "interrupted": False,
            "isImage": False,
        }
        return _Tool("Bash", {"command": "make test", "description": "Run the tests"}, "all passed", outcome)
    file = str(folder / (plan.work.path if plan.work else "README.md"))
    seen = {"filePath": file, "content": "", "numLines": 0, "startLine": 1, "totalLines": 0}
    return _Tool("Read", {"file_path": file}, "", {"type": "text", "file": seen})


def _failing() -> _Tool:
    """The command of a session that goes round in circles."""
    said = "Exit code 1\n1 failed, 41 passed"
    given = {"command": "make test-migrations", "description": "Run the migration tests"}
    return _Tool("Bash", given, said, f"Error: {said}")


def _calling(agent: str) -> _Tool:
    given = {"description": "Find uses", "prompt": "Find where this is used.", "subagent_type": "Explore"}
    return _Tool("Agent", given, "Found.", {"status": "completed", "agentId": agent})


def _usage(tokens: Tokens, *, whole: bool) -> dict[str, Any]:
    return {
        "input_tokens": tokens.fresh,
        "cache_creation_input_tokens": tokens.written,
        "cache_read_input_tokens": tokens.read,
        "cache_creation": {"ephemeral_5m_input_tokens": tokens.written, "ephemeral_1h_input_tokens": 0},
        "output_tokens": tokens.output if whole else min(tokens.output, 8),
        "server_tool_use": {"web_search_requests": 0, "web_fetch_requests": 0},
        "service_tier": "standard",
        "speed": "standard",
        "inference_geo": "not_available",
    }


def _prompt(plan: SessionPlan, turn: int) -> str:
    return f"{plan.title}." if turn == 0 else _PROMPTS[turn % len(_PROMPTS)]
