"""What the Spend page calls its keys, their values and the way that led to what is looked at."""

from datetime import date
from typing import NamedTuple

from outlay.domain.spend_page import Step
from outlay.presenters.days import day_text
from outlay.presenters.paths import short_path
from outlay.presenters.tongue import tr
from outlay.presenters.tools import tool_name

TABS = ("day", "tool", "model", "project", "group", "branch", "session")
"""The keys groups are made by, in order."""

_NEXT = {
    "day": ("project", "session"),
    "tool": ("project", "branch", "session"),
    "model": ("project", "branch", "session"),
    "group": ("project", "branch", "session"),
    "repository": ("project", "branch", "session"),
    "project": ("branch", "session"),
    "branch": ("session",),
}
_DEEP_PATH = 3


class Crumb(NamedTuple):
    """One step of the way. `tool` is the hue of the square before it, empty for none; `steps` how many steps lead there."""

    text: str
    tool: str
    steps: int
    tip: str = ""


def tab_text(key: str) -> str:
    """A key's name above the table."""
    return {
        "day": tr("Day"),
        "tool": tr("Tool"),
        "model": tr("Model"),
        "project": tr("Project"),
        "group": tr("Group"),
        "branch": tr("Branch"),
        "session": tr("Session"),
    }[key]


def heading_text(key: str) -> str:
    """The head of the column of names."""
    return {
        "day": tr("Day, then session"),
        "tool": tr("Tool, then session"),
        "model": tr("Model, then session"),
        "project": tr("Project, then session"),
        "group": tr("Group, then session"),
        "branch": tr("Branch, then session"),
        "session": tr("Session"),
    }[key]


def value_text(step: Step, home: str) -> str:
    """What a value of a key is called; what is unknown says so."""
    if step.value is None:
        return {
            "repository": tr("Outside a repository"),
            "project": tr("No folder"),
            "group": tr("In no group"),
            "branch": tr("No branch"),
        }.get(step.key, tr("Unknown"))
    if step.key == "day":
        return day_text(date.fromisoformat(step.value))
    if step.key == "tool":
        return tool_name(step.value)
    return project_text(step.value, home) if step.key in {"project", "repository"} else step.value


def project_text(project: str, home: str) -> str:
    """A repository's name as it is, a folder by its last parts."""
    if not project.startswith(("/", "\\")) and project[1:2] != ":":
        return project
    short = short_path(project, home)
    parts = short.replace("\\", "/").split("/")
    return short if len(parts) <= _DEEP_PATH else "\u2026/" + "/".join(parts[-2:])


def crumbs(steps: tuple[Step, ...], home: str) -> tuple[Crumb, ...]:
    """From all of it to what is looked at."""
    told = [Crumb(tr("All spend"), "", 0)]
    for number, step in enumerate(steps, 1):
        tool = step.value if step.key == "tool" and step.value else ""
        told.append(Crumb(value_text(step, home), tool, number, step.value or ""))
    return tuple(told)


def next_key(steps: tuple[Step, ...], by: str) -> str:
    """What to group by after a step was taken: the first key that tells more."""
    fixed = {step.key for step in steps}
    last = steps[-1].key if steps else by
    return next((key for key in _NEXT.get(last, ()) if key not in fixed), "session")
