"""A planned session as Cursor's agent keeps its transcript: prompts, and what was asked to be written.

Source of the form: public transcripts of 2026. It holds no tokens; these stand in the dashboard's export alone.
"""

from pathlib import PurePath, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis, datetime_of
from outlay.use_cases.sample.ids import slug_of
from outlay.use_cases.sample.listing import Change, text_of
from outlay.use_cases.sample.sessions import SessionPlan
from outlay.use_cases.sample.written import LogText, json_text

_NEAR = 3


def cursor_file(plan: SessionPlan, folder: PurePath, zone: ZoneInfo) -> LogText:
    """The session's transcript."""
    edits = dict(plan.edits)
    lines: list[dict[str, Any]] = []
    for number, request in enumerate(plan.requests):
        if number in plan.turns:
            lines.append(_prompt(plan, number, request.moment, zone))
        lines.append(_answer(folder, plan, edits.get(number)))
        if number + 1 in plan.turns or number == len(plan.requests) - 1:
            lines.append({"type": "turn_ended", "status": "success"})
    place = PurePosixPath(".cursor/projects", slug_of(folder).strip("-"), "agent-transcripts", plan.session)
    return LogText(place / f"{plan.session}.jsonl", json_text(lines), plan.requests[-1].moment)


def _prompt(plan: SessionPlan, number: int, moment: UtcMillis, zone: ZoneInfo) -> dict[str, Any]:
    local = datetime_of(moment).astimezone(zone)
    minutes = round((local.utcoffset() or local - local).total_seconds() / 60)
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    offset = f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"
    when = f"{local:%A, %b} {local.day}, {local.year}, {local.hour % 12 or 12}:{local:%M %p} ({offset})"
    asked = f"{plan.title}." if number == 0 else "Go on with the next step."
    text = f"<timestamp>{when}</timestamp>\n<user_query>\n{asked}\n</user_query>"
    return {"role": "user", "message": {"content": [{"type": "text", "text": text}]}}


def _answer(folder: PurePath, plan: SessionPlan, change: Change | None) -> dict[str, Any]:
    read = {"path": str(folder / (plan.work.path if plan.work else "README.md"))}
    call = _writing(folder, change) if change else {"type": "tool_use", "name": "Read", "input": read}
    return {"role": "assistant", "message": {"content": [{"type": "text", "text": "[REDACTED]"}, call]}}


def _writing(folder: PurePath, change: Change) -> dict[str, Any]:
    path = str(folder / change.path)
    if not change.before:
        return {"type": "tool_use", "name": "Write", "input": {"path": path, "contents": text_of(change.new)}}
    near = change.before[max(0, change.start - _NEAR) : change.start]
    given = {
        "path": path,
        "old_string": text_of((*near, *change.old)),
        "new_string": text_of((*near, *change.new)),
    }
    return {"type": "tool_use", "name": "StrReplace", "input": given}
