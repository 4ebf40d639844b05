"""`outlay week`: a week's spend above, what shipped below, and the balance at the end."""

from argparse import Namespace
from datetime import date
from typing import Any

from outlay.app import App
from outlay.cli.commands.items import item_json
from outlay.cli.envelope import money_json
from outlay.cli.item_table import item_table
from outlay.cli.reply import NOTHING_YET, Reply
from outlay.cli.standing import standing
from outlay.cli.tables import table
from outlay.domain.answers import PlaceState
from outlay.domain.week import WeekAnswer, WeekDay
from outlay.presenters.amounts import AT_LEAST, NO_BREAK, UNKNOWN, amount_text, cents_text, shown_cents
from outlay.presenters.days import clock_text, day_text, range_text
from outlay.presenters.items import balance_text, cents_or_blank
from outlay.presenters.shipped import shipped_sign, shipped_text
from outlay.presenters.tools import tool_name
from outlay.presenters.words import counted
from outlay.rules.periods import calendar_week, first_weekday

_TITLE = 44
_MOST_ITEMS = 12


def answer(app: App, arguments: Namespace) -> Reply:
    """The running week, or that of a day."""
    first = first_weekday(app.settings.week_start)
    period = calendar_week(arguments.of, app.zone, first) if arguments.of else None
    week = app.week(period)
    nothing = week.total.micros is None and not week.shipped
    lines = _text(week) if not nothing else [_head(week), "", "Nothing was used and nothing shipped yet."]
    problems, code = standing(app)
    if nothing and not app.spend(()).total.requests:
        code = NOTHING_YET
    notes = _no_logs(app) or (() if app.repositories() else _next_step(app))
    return Reply(
        "week", _json(week), "\n".join(lines), period=week.period, problems=problems, notes=notes, code=code
    )


def _no_logs(app: App) -> tuple[str, ...]:
    """The next step where no tool has written anything yet; empty when some has."""
    found = app.sources()
    if any(source.state is not PlaceState.ABSENT or source.last_event for source in found):
        return ()
    number = sum(len(source.places) for source in found)
    if not number:
        return ("Read the logs with: outlay sync",)
    places = counted(number, "place")
    return (
        f"No tool logs were found: Outlay looked in {places} (outlay sources lists them).",
        "With made-up data instead: ./packaging/run --sample",
    )


def _next_step(app: App) -> tuple[str, ...]:
    proposed = app.propose_repositories()
    if not proposed:
        return ("No repository is named yet, so not all that shipped is known: outlay repositories add PATH",)
    paths = "\n".join(f"  {path}" for path in proposed[:8])
    return (
        "No repository is named yet, so not all that shipped is known. The logs name these:",
        paths,
        "To count your commits in all of them: outlay repositories add --proposed",
    )


def _head(week: WeekAnswer) -> str:
    sample = "  ·  sample data" if week.sample else ""
    return f"{range_text(week.period, year=True)}, {week.period.zone.key}{sample}"


def _text(week: WeekAnswer) -> list[str]:
    return [
        _head(week),
        "",
        f"{amount_text(week.total)} list value  |  {_count(week)}",
        "",
        _days(week),
        "",
        *_items(week),
        *balance_text(week.work),
        f"As of {clock_text(week.as_of, week.period.zone)}.",
    ]


def _count(week: WeekAnswer) -> str:
    kinds = None if week.shipped is None else [item.kind for item in week.items]
    count = shipped_text(kinds, at_least=week.shipped_at_least)
    return f"{count}{', settling' if week.settling and week.shipped is not None else ''}"


def _days(week: WeekAnswer) -> str:
    """Every shown cent adds up, along the rows and down the columns: the cells are rounded together."""
    tools = sorted({tool for day in week.days for tool, _ in day.by_tool})
    keys = [(day.day, tool) for day in week.days for tool, _ in day.by_tool]
    parts = tuple(micros for day in week.days for _, micros in day.by_tool)
    cents = dict(zip(keys, shown_cents(parts, sum(parts)), strict=True))
    rows = [_row(day, tools, cents) for day in week.days]
    sums = [sum(value for (_, tool), value in cents.items() if tool == name) for name in tools]
    sign = shipped_sign(at_least=week.shipped_at_least)
    shipped = UNKNOWN if week.shipped is None else f"{sign} {week.shipped}".lstrip()
    head = ("Day", *(tool_name(tool) for tool in tools), "List value", "Shipped")
    return table(head, rows, total=("", *map(cents_text, sums), cents_text(sum(sums)), shipped))


def _row(day: WeekDay, tools: list[str], cents: dict[tuple[date, str], int]) -> tuple[str, ...]:
    mine = [cents.get((day.day, tool)) for tool in tools]
    cells = ["" if one is None else cents_text(one) for one in mine]
    return (day_text(day.day), *cells, _whole(day, sum(one or 0 for one in mine)), str(len(day.items) or ""))


def _whole(day: WeekDay, cents: int) -> str:
    if not day.requests:
        return ""
    if day.unpriced_requests == day.requests:
        return UNKNOWN
    return (AT_LEAST + NO_BREAK if day.unpriced_requests else "") + cents_text(cents)


def _items(week: WeekAnswer) -> list[str]:
    """What took money or landed, what took the most first; the cells and what is not linked add up to the total."""
    found = sorted(week.work.items, key=lambda item: (-item.in_period.whole, -(item.landed or 0), item.item))
    if not found:
        return []
    parts = [part for item in found for part in (item.in_period.direct, item.in_period.context)]
    cents = shown_cents((*parts, week.work.not_linked.whole), week.work.total_micros)
    shown = found[:_MOST_ITEMS]
    others: tuple[str, ...] = ()
    if more := len(found) - len(shown):
        left = (sum(cents[2 * len(shown) + column : -1 : 2]) for column in (0, 1))
        others = (counted(more, "more item"), *map(cents_or_blank, left))
    return [item_table(shown, cents, week.period.zone, others), ""]


def _json(week: WeekAnswer) -> dict[str, Any]:
    return {
        "total": money_json(week.total),
        "items": [item_json(item, week.period.zone) for item in week.work.items],
        "not_linked_micros": week.work.not_linked.whole,
        "unpriced_requests": week.unpriced_requests,
        "shipped": week.shipped,
        "shipped_at_least": week.shipped_at_least,
        "settling": week.settling,
        "sample": week.sample,
        "days": [
            {
                "day": day.day.isoformat(),
                "list_micros": {tool: micros for tool, micros in day.by_tool},  # noqa: C416
                "requests": day.requests,
                "unpriced_requests": day.unpriced_requests,
                "items": [
                    {"item": one.item, "title": one.title, "repository": one.repository, "state": one.state}
                    for one in day.items
                ],
            }
            for day in week.days
        ],
    }
