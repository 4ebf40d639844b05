"""From one assistant record to what the request behind it used."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from outlay.domain.moments import UtcMillis
from outlay.domain.money import MICROS
from outlay.domain.usage import Quality, ReportedTotal, SessionKey, TokenCounts, UsageEvent
from outlay.readers.logs.claude_code.records import CostState, Iteration, Message, Record, Usage

SYNTHETIC = "<synthetic>"
NAME_LENGTH = 200
PATH_LENGTH = 4096
_CONTAINER = "/sessions/"
_LOCAL_AGENTS = "local-agent-mode-sessions"
_VERTEX_MODEL = re.compile(r"^claude-[^@]*@\d")


@dataclass(frozen=True, slots=True)
class LogPlace:
    """What a log file's path says of its records.

    `session` and `agent` are what stands in for ids a record lacks; `nested` says the file belongs to a subagent.
    """

    path: str
    session: str
    agent: str
    nested: bool
    container: bool


def log_place(path: str) -> LogPlace:
    """Read a log's path, with either kind of separator."""
    parts = path.replace("\\", "/").split("/")
    stem = parts[-1].removesuffix(".jsonl")
    folder = parts[-2] if len(parts) > 1 else ""
    agent = stem.removeprefix("agent-") if stem.startswith("agent-") else ""
    session = stem
    if "subagents" in parts[1:-1]:
        session = parts[parts.index("subagents") - 1]
        agent = agent or stem
    elif stem == "chat":
        session = folder
    return LogPlace(path, session, agent, bool(agent), _LOCAL_AGENTS in parts)


@lru_cache(maxsize=4096)
def clean(text: str | None, longest: int = NAME_LENGTH) -> str | None:
    """Untrusted text without control characters and not too long; None when nothing is left."""
    if text is None:
        return None
    if not text.isprintable():
        text = "".join(letter for letter in text if letter.isprintable())
    return text[:longest] or None


def host_path(cwd: str | None, place: LogPlace) -> str | None:
    """A working directory on this machine; one inside a local agent's container is none."""
    if cwd is None or (place.container and cwd.startswith(_CONTAINER)):
        return None
    return clean(cwd, PATH_LENGTH)


def session_key(record: Record, place: LogPlace) -> SessionKey:
    """The session a record belongs to, and the subagent inside it."""
    agent = record.agent_id if record.is_sidechain and record.agent_id else place.agent
    return _session_key(record.session_id or place.session, agent)


@lru_cache(maxsize=256)
def _session_key(session: str, agent: str) -> SessionKey:
    return SessionKey("claude_code", clean(session) or "", (clean(agent) or "").removeprefix("agent-"))


def events_of(
    record: Record, message: Message, place: LogPlace, at: tuple[UtcMillis, int, int | None], *, whole: bool
) -> list[UsageEvent]:
    """The request an assistant record stands for, and one more for every advisor inside it.

    Args:
        record: the line.
        message: its message.
        place: what the file's path says.
        at: the moment, the line from 1, and the turn.
        whole: False when something had to be dropped from the line.
    """
    usage = message.usage
    if usage is None or message.model == SYNTHETIC:
        return []
    moment, line, turn = at
    request = clean(record.request_id) or ""
    event = UsageEvent(
        message_key=_message_key(record, message, place, line),
        request_key=request,
        session=session_key(record, place),
        moment=moment,
        model=clean(message.model) or "",
        tokens=token_counts(usage),
        cwd=host_path(record.cwd, place),
        branch=clean(record.git_branch),
        turn=turn,
        sidechain=bool(record.is_sidechain),
        nested=place.nested,
        route=_route(message, request),
        service_tier=clean(usage.service_tier),
        speed=clean(usage.speed),
        geography=None if usage.inference_geo == "not_available" else clean(usage.inference_geo),
        web_searches=usage.server_tool_use.web_search_requests if usage.server_tool_use else None,
        reported_micros=micros_of(record.cost_usd),
        quality=Quality.EXACT if whole or _is_counted(usage) else Quality.PARTIAL,
    )
    return [event, *_advisors(event, usage)]


def token_counts(usage: Usage | Iteration) -> TokenCounts:
    """Counters that do not overlap.

    The lifetime pair splits the total of cache writes. When they disagree the larger one holds: what the pair does
    not explain stays unsplit.
    """
    total, pair = usage.cache_creation_input_tokens, usage.cache_creation
    short = pair.ephemeral_5m_input_tokens if pair else None
    long = pair.ephemeral_1h_input_tokens if pair else None
    unsplit = total
    if short is not None or long is not None:
        unsplit = max((total or 0) - (short or 0) - (long or 0), 0) or None
    return TokenCounts(
        input_uncached=usage.input_tokens,
        cache_read=usage.cache_read_input_tokens,
        cache_write_5m=short,
        cache_write_1h=long,
        cache_write_unsplit=unsplit,
        output=usage.output_tokens,
    )


def micros_of(dollars: Decimal | None) -> int | None:
    """Whole micro-units; None for what is no amount."""
    if dollars is None or not dollars.is_finite() or not 0 <= dollars < MICROS:
        return None
    return int((dollars * MICROS).to_integral_value())


def reported_totals(state: CostState, session: SessionKey) -> list[ReportedTotal]:
    """A session's running cost by model. Line counts stand once, on its first row, so that rows may be summed.

    What no model explains gets a row without one.
    """
    costs = [
        (clean(name) or "", micros_of(cost.cost_usd)) for name, cost in (state.model_usage or {}).items()
    ]
    known = [(name, micros) for name, micros in costs if micros is not None]
    total = micros_of(state.total_cost_usd)
    rest = 0 if total is None else total - sum(micros for _, micros in known)
    if rest > len(known) or not known:
        known.append(("", max(rest, 0)))
    lines = (state.total_lines_added, state.total_lines_removed)
    return [
        ReportedTotal(session, name, micros, *(lines if not index else (None, None)))
        for index, (name, micros) in enumerate(known)
    ]


def _is_counted(usage: Usage) -> bool:
    return usage.input_tokens is not None and usage.output_tokens is not None


def _message_key(record: Record, message: Message, place: LogPlace, line: int) -> str:
    if message.id:
        return f"claude:{clean(message.id)}"
    if record.uuid:
        return f"claude:uuid:{clean(record.uuid)}"
    session = session_key(record, place)
    return f"claude:{session.session}/{session.agent}:{line}"


def _advisors(event: UsageEvent, usage: Usage) -> list[UsageEvent]:
    steps = [step for step in usage.iterations or [] if step.type == "advisor_message"]
    return [
        event._replace(
            message_key=f"{event.message_key}:advisor:{number}",
            model=clean(step.model) or "",
            tokens=token_counts(step),
            web_searches=None,
            reported_micros=None,
        )
        for number, step in enumerate(steps)
    ]


def _route(message: Message, request: str) -> str | None:
    ids, model = f"{message.id}{request}", message.model or ""
    if "_vrtx_" in ids or _VERTEX_MODEL.match(model):
        return "vertex"
    if "bdrk" in ids or model.startswith("anthropic.") or ".anthropic." in model:
        return "bedrock"
    return None
