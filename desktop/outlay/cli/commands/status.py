"""`outlay status`: today and this week in two lines with what does not answer, or one line for a status bar."""

import json
from argparse import Namespace
from collections.abc import Callable
from typing import Any

from outlay.app import App
from outlay.cli.envelope import money_json, period_json
from outlay.cli.paragraphs import WIDTH, paragraph, shown_width
from outlay.cli.reply import NOTHING_YET, Reply
from outlay.cli.standing import standing
from outlay.domain.answers import Glance, ItemKind, PeriodGlance
from outlay.presenters.activity import Activity, face_state
from outlay.presenters.amounts import UNKNOWN, amount_text
from outlay.presenters.shipped import kinds_of, shipped_words
from outlay.presenters.tray import tray_view


def answer(app: App, arguments: Namespace) -> Reply:
    """The glance, as the tray has it."""
    glance = app.glance()
    line = arguments.line
    text = _whole(glance) if line is None else _LINES[line](glance)
    problems, code = standing(app)
    if glance.empty and glance.month.shipped is None:
        code = NOTHING_YET
    notes = ("Read the logs with: outlay sync",) if glance.last_sync is None else ()
    return Reply("status", _json(glance), text, problems=problems, notes=notes, code=code, as_of=glance.as_of)


def _whole(glance: Glance) -> str:
    """Sentences that are too long are broken; a figure and its sign stay together."""
    lines = (paragraph(line) if shown_width(line) > WIDTH else [line] for line in _lines(glance))
    return "\n".join(part for told in lines for part in told)


def _json(glance: Glance) -> dict[str, Any]:
    return {
        "revision": glance.revision,
        "sample": glance.sample,
        "today": _period_json(glance.today),
        "week": _period_json(glance.week),
        "month": _period_json(glance.month),
        "troubles": [
            {"source": one.source, "state": one.state, "title": one.title, "advice": one.advice}
            for one in glance.troubles
        ],
    }


def _period_json(period: PeriodGlance) -> dict[str, Any]:
    kinds = kinds_of(period)
    return {
        "period": period_json(period.period),
        "spend": money_json(period.spend),
        "requests": period.requests,
        "unpriced_requests": period.unpriced_requests,
        "shipped": period.shipped,
        "shipped_at_least": period.shipped_at_least,
        "shipped_by_kind": None if kinds is None else {kind.value: kinds.count(kind) for kind in ItemKind},
        "settling": period.settling,
        "not_linked_micros": period.not_linked_micros,
    }


def _plain(glance: Glance) -> str:
    shipped = f"{UNKNOWN} shipped" if glance.today.shipped is None else shipped_words(glance.today)
    sample = " (sample)" if glance.sample else ""
    return f"{amount_text(glance.today.spend)} · {shipped}{sample}"


def _waybar(glance: Glance) -> str:
    told = {
        "text": _plain(glance),
        "tooltip": "\n".join(_lines(glance)),
        "class": face_state(glance, Activity()).value,
    }
    return json.dumps(told, ensure_ascii=False)


_LINES: dict[str, Callable[[Glance], str]] = {
    "plain": _plain,
    "waybar": _waybar,
    "json": lambda glance: json.dumps(_json(glance), ensure_ascii=False),
}


def _lines(glance: Glance) -> tuple[str, ...]:
    return tray_view(glance, Activity()).lines
