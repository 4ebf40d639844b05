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
from outlay.use_cases.sample.listing import file_lines, part_lines, text_of
from outlay.use_cases.sample.requests import SONNET, Request, Tokens
from outlay.use_cases.sample.schedule import SessionPlan
from outlay.use_cases.sample.written import LogText, json_text

_VERSION = "2.1.226"
_TURN = 9
"""Requests from one prompt to the next."""
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
    outcome: dict[str, Any]


class _Conversation:
    """One file's records, each pointing at the one before."""

    def __init__(self, session: str, agent: str, folder: PurePath, branch: str, chance: Random) -> None:
        self.records: list[dict[str, Any]] = []
        self._chance = chance
        self._head: dict[str, Any] = {
            "isSidechain": bool(agent),
            "userType": "external",
            "cwd": str(folder),
            "sessionId": session,
            "version": _VERSION,
            "gitBranch": branch,
        } | ({"agentId": agent} if agent else {})
        self._parent: str | None = None

    def prompt(self, text: str, moment: UtcMillis) -> None:
        """What the engineer typed."""
        message = {"role": "user", "content": text}
        self._add(moment, {"type": "user", "message": message, "promptSource": "typed"})

    def request(self, request: Request, model: str, tool: _Tool | None) -> None:
        """One response, its tool call if it has one, and the tool's result."""
        ids = {"message": token("msg_01", self._chance), "request": token("req_011C", self._chance, 20)}
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
        result = {"type": "tool_result", "tool_use_id": call, "content": tool.answer}
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
    session = random_id(chance)
    agent = token("a", chance, 16).lower() if plan.helper else ""
    talk = _Conversation(session, "", folder, plan.branch, chance)
    talk.records.append({"type": "ai-title", "aiTitle": _title(plan), "sessionId": session})
    tools = _tools_by_place(plan, folder, agent)
    for number, request in enumerate(plan.requests):
        if number % _TURN == 0:
            talk.prompt(_prompt(plan, number // _TURN), request.moment)
        ends_turn = number % _TURN == _TURN - 1 or number == len(plan.requests) - 1
        tool = tools.get(number) or (None if ends_turn else _looking(plan, folder, number))
        talk.request(request, plan.model.name, tool)
    place = PurePosixPath(".claude/projects", slug_of(folder))
    main = LogText(place / f"{session}.jsonl", json_text(talk.records), plan.requests[-1].moment)
    return [main, *_helper_files(plan, folder, (session, agent), place, chance)]


def _helper_files(
    plan: SessionPlan, folder: PurePath, ids: tuple[str, str], place: PurePosixPath, chance: Random
) -> Iterable[LogText]:
    session, agent = ids
    if not agent:
        return
    talk = _Conversation(session, agent, folder, plan.branch, chance)
    talk.prompt("Find where this is used.", plan.helper[0].moment)
    for number, request in enumerate(plan.helper):
        last = number == len(plan.helper) - 1
        talk.request(request, SONNET.name, None if last else _looking(plan, folder, number))
    own = place / session / "subagents"
    moment = plan.helper[-1].moment
    yield LogText(own / f"agent-{agent}.jsonl", json_text(talk.records), moment)
    yield LogText(own / f"agent-{agent}.meta.json", json_text([{"agentType": "Explore"}]), moment)


def _tools_by_place(plan: SessionPlan, folder: PurePath, agent: str) -> dict[int, _Tool]:
    """The calls that matter, by the number of their request: the edit halfway, the subagent before it."""
    found: dict[int, _Tool] = {}
    if agent:
        found[len(plan.requests) // 3] = _calling(agent)
    if plan.work is not None and plan.part is not None:
        found[len(plan.requests) // 2] = _editing(folder / plan.work.path, plan.work.path, plan.part)
    return found


def _editing(file: PurePath, path: str, part: int) -> _Tool:
    """The part as a new file, or as lines after the parts before it."""
    before, added = file_lines(path, range(part)), part_lines(path, part)
    return _extending(str(file), before, added) if before else _creating(str(file), text_of(added))


def _creating(file: str, text: str) -> _Tool:
    outcome: dict[str, Any] = {"type": "create", "filePath": file, "content": text, "originalFile": None}
    given = {"file_path": file, "content": text}
    return _Tool("Write", given, "File created.", outcome | {"structuredPatch": []})


def _extending(file: str, before: list[str], added: list[str]) -> _Tool:
    near = before[-3:]
    old, new = "\n".join(near), "\n".join([*near, *added])
    start = len(before) - len(near) + 1
    hunk = {
        "oldStart": start,
        "oldLines": len(near),
        "newStart": start,
        "newLines": len(near) + len(added),
        "lines": [*(f" {line}" for line in near), *(f"+{line}" for line in added)],
    }
    outcome = {
        "filePath": file,
        "oldString": old,
        "newString": new,
        "originalFile": text_of(before),
        "structuredPatch": [hunk],
        "userModified": False,
        "replaceAll": False,
    }
    given = {"file_path": file, "old_string": old, "new_string": new, "replace_all": False}
    return _Tool("Edit", given, "File updated.", outcome)


def _looking(plan: SessionPlan, folder: PurePath, number: int) -> _Tool:
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


def _title(plan: SessionPlan) -> str:
    return plan.work.title if plan.work else "Reading around"


def _prompt(plan: SessionPlan, turn: int) -> str:
    return f"{_title(plan)}." if turn == 0 else _PROMPTS[turn % len(_PROMPTS)]
