"""`outlay items link|unlink|split|dismiss|note|add|undo|acts`: the owner's own words about work items."""

from argparse import Namespace
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from outlay.app import App
from outlay.cli.envelope import moment_json
from outlay.cli.reply import Reply
from outlay.cli.tables import table
from outlay.domain.moments import UtcMillis, datetime_of, day_of, start_of_day
from outlay.domain.own_words import Act, OwnItemKind, Told
from outlay.errors import WrongCallError
from outlay.presenters.own_acts import act_sentence
from outlay.presenters.words import clipped, counted

NOTHING = "none"
"""Stands for no item in a split."""

_LONGEST_TOLD = 300
_LONGEST_SHOWN = 100
_DIGITS = 10
_NOON = timedelta(hours=12)


def answer(app: App, arguments: Namespace) -> Reply:
    """Keep one act, take one back, or list all."""
    if arguments.action == "acts":
        return _listed(app)
    return _told(ACTIONS[arguments.action](app, arguments))


def _link(app: App, arguments: Namespace) -> Told:
    return app.link_session(arguments.session, arguments.item)


def _unlink(app: App, arguments: Namespace) -> Told:
    return app.unlink_session(arguments.session)


def _split(app: App, arguments: Namespace) -> Told:
    return app.split_session(arguments.session, [_part(text) for text in arguments.weighed])


def _dismiss(app: App, arguments: Namespace) -> Told:
    return app.dismiss_item(arguments.item)


def _note(app: App, arguments: Namespace) -> Told:
    return app.note_item(arguments.item, " ".join(arguments.text))


def _add(app: App, arguments: Namespace) -> Told:
    return app.add_item(" ".join(arguments.title), OwnItemKind(arguments.kind), _landed(app, arguments))


def _undo(app: App, arguments: Namespace) -> Told:
    return app.undo_act(arguments.act)


ACTIONS: dict[str, Callable[[App, Namespace], Told]] = {
    "link": _link,
    "unlink": _unlink,
    "split": _split,
    "dismiss": _dismiss,
    "note": _note,
    "add": _add,
    "undo": _undo,
}


def _part(text: str) -> tuple[str | None, int]:
    item, _, weight = text.rpartition("=")
    if not item or not (weight.isascii() and weight.isdecimal()):
        raise WrongCallError(f"{text[:100]} is not ITEM=WEIGHT.", "Write it as pr:owner/name#12=3.")
    return None if item == NOTHING else item, int(weight[:_DIGITS])


def _landed(app: App, arguments: Namespace) -> UtcMillis:
    """Noon of the day it was finished, so that it stays that day in zones nearby; of today, the moment itself."""
    today = day_of(app.now, app.zone)
    if arguments.done is None or arguments.done == today:
        return app.now
    if arguments.done > today:
        raise WrongCallError(f"{arguments.done} has not come yet.", "Name the day the work was finished.")
    return UtcMillis(start_of_day(arguments.done, app.zone) + _NOON // timedelta(milliseconds=1))


def _told(told: Told) -> Reply:
    act = told.act
    begins = f"Act {act.number}" if act.undone is None else f"Act {act.number} is taken back"
    lines = [f"{begins}: {clipped(act_sentence(act), _LONGEST_TOLD)}"]
    lines += [
        f"{item} is not known yet. What you said is kept and holds once it is." for item in told.unknown
    ]
    if told.cut:
        lines.append(f"It was cut to {counted(len(act.text or ''), 'character')}.")
    if told.turns:
        whose = "keeps its" if len(told.turns) == 1 else "keep their"
        lines.append(f"{counted(len(told.turns), 'turn')} of it {whose} own word.")
    data = _json(act) | {
        "not_known_yet": list(told.unknown),
        "turns_apart": list(told.turns),
        "cut": told.cut,
    }
    return Reply("items_act", data, "\n".join(lines))


def _listed(app: App) -> Reply:
    acts = app.acts()
    rows = [_row(app, act) for act in acts]
    text = table(("Act", "When", "What", "Taken back"), rows, left=4) if rows else "No act so far."
    return Reply("items_acts", {"acts": [_json(act) for act in acts]}, text)


def _row(app: App, act: Act) -> tuple[str, ...]:
    said = " ".join(act_sentence(act).split())
    return (str(act.number), _when(app, act.moment), clipped(said, _LONGEST_SHOWN), _when(app, act.undone))


def _when(app: App, moment: UtcMillis | None) -> str:
    if moment is None:
        return ""
    return datetime_of(moment).astimezone(app.zone).strftime("%Y-%m-%d %H:%M")


def _json(act: Act) -> dict[str, Any]:
    parts = act.link.parts if act.link else ()
    return {
        "act": act.number,
        "verb": act.verb.value,
        "item": act.item,
        "tool": act.link.tool if act.link else None,
        "session": act.link.session if act.link else None,
        "turn": act.link.turn if act.link else None,
        "parts": [{"item": item, "weight": weight} for item, weight in parts],
        "text": act.text,
        "at": moment_json(act.moment),
        "undone_at": moment_json(act.undone),
    }
