"""`outlay week`: a week's spend above, what shipped below, and the balance at the end."""

from argparse import Namespace
from datetime import date
from typing import Any

from outlay.app import App
from outlay.cli.commands.items import items_json
from outlay.cli.envelope import money_json
from outlay.cli.reply import NOTHING_YET, Reply
from outlay.cli.standing import standing
from outlay.cli.tables import clipped, table
from outlay.domain.answers import PlaceState, WeekAnswer, WeekDay
from outlay.domain.items import ItemsAnswer
from outlay.presenters.amounts import AT_LEAST, NO_BREAK, UNKNOWN, amount_text, cents_text, shown_cents
from outlay.presenters.days import clock_text, day_text, range_text
from outlay.presenters.items import balance_text, cents_or_blank, item_label
from outlay.presenters.shipped import commits
from outlay.presenters.tools import tool_name
from outlay.presenters.words import counted
from outlay.rules.periods import calendar_week

_TITLE = 44
_MOST_ITEMS = 12


def answer(app: App, arguments: Namespace) -> Reply:
    """The running week, or that of a day."""
    period = calendar_week(arguments.of, app.zone) if arguments.of else None
    week = app.week(period)
    nothing = week.total.micros is None and not week.shipped
    work = app.items(week.period)
    lines = (
        _text(week, work) if not nothing else [_head(week), "", "Nothing was used and nothing shipped yet."]
    )
    problems, code = standing(app)
    if nothing and not app.spend(()).total.requests:
        code = NOTHING_YET
    notes = _no_logs(app) or (() if app.repositories() else _next_step(app))
    return Reply(
        "week",
        _json(week, work),
        "\n".join(lines),
        period=week.period,
        problems=problems,
        notes=notes,
        code=code,
    )


def _no_logs(app: App) -> tuple[str, ...]:
    """The next step where no tool has written anything yet; empty when some has."""
    found = app.sources()
    if any(source.state is not PlaceState.ABSENT or source.last_event for source in found):
        return ()
    places = counted(sum(len(source.places) for source in found), "place")
    return (
        f"No tool logs were found: Outlay looked in {places} (outlay sources lists them).",
        "With made-up data instead: ./packaging/run --sample",
    )


def _next_step(app: App) -> tuple[str, ...]:
    proposed = app.propose_repositories()
    if not proposed:
        return ("No repository is named yet, so what shipped is unknown: outlay repositories add PATH",)
    paths = "\n".join(f"  {path}" for path in proposed[:8])
    return (
        "No repository is named yet, so what shipped is unknown. The logs name these:",
        paths,
        "To count your commits in all of them: outlay repositories add --proposed",
    )


def _head(week: WeekAnswer) -> str:
    sample = "  ·  sample data" if week.sample else ""
    return f"{range_text(week.period, year=True)}, {week.period.zone.key}{sample}"


def _text(week: WeekAnswer, work: ItemsAnswer) -> list[str]:
    return [
        _head(week),
        "",
        f"{amount_text(week.total)} list value  |  {_count(week)}",
        "",
        _days(week),
        "",
        *_shipped(week),
        *_went_into(work),
        *balance_text(work),
        f"As of {clock_text(week.as_of, week.period.zone)}.",
    ]


def _count(week: WeekAnswer) -> str:
    if week.shipped is None:
        return "commits shipped: unknown"
    return f"{commits(week.shipped)} shipped{', settling' if week.settling else ''}"


def _days(week: WeekAnswer) -> str:
    """Every shown cent adds up, along the rows and down the columns: the cells are rounded together."""
    tools = sorted({tool for day in week.days for tool, _ in day.by_tool})
    keys = [(day.day, tool) for day in week.days for tool, _ in day.by_tool]
    parts = tuple(micros for day in week.days for _, micros in day.by_tool)
    cents = dict(zip(keys, shown_cents(parts, sum(parts)), strict=True))
    rows = [_row(day, tools, cents) for day in week.days]
    sums = [sum(value for (_, tool), value in cents.items() if tool == name) for name in tools]
    shipped = UNKNOWN if week.shipped is None else str(week.shipped)
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


def _shipped(week: WeekAnswer) -> list[str]:
    rows: list[tuple[str, ...]] = [
        (day_text(day.day), clipped(item.title, _TITLE), clipped(item.repository, 22))
        for day in week.days
        for item in reversed(day.items)
    ]
    return [table(("Shipped", "", ""), rows, left=3), ""] if rows else []


def _went_into(work: ItemsAnswer) -> list[str]:
    """The items that took most of the week's money; the others in one line. The shown cents add up."""
    paid = sorted(
        (item for item in work.items if item.in_period.whole), key=lambda item: -item.in_period.whole
    )
    parts = [part for item in paid for part in (item.in_period.direct, item.in_period.context)]
    cents = shown_cents((*parts, work.not_linked.whole), work.total_micros)
    rows: list[tuple[str, ...]] = [
        (
            clipped(item.title, _TITLE),
            clipped(item_label(item), 22),
            cents_or_blank(cents[2 * at]),
            cents_or_blank(cents[2 * at + 1]),
        )
        for at, item in enumerate(paid)
    ]
    others = rows[_MOST_ITEMS:]
    shown = rows[:_MOST_ITEMS]
    if others:
        rest = cents[2 * _MOST_ITEMS : 2 * len(paid)]
        shown.append(
            (
                f"{counted(len(others), 'other item')}",
                "",
                *(cents_or_blank(sum(rest[at::2])) for at in (0, 1)),
            )
        )
    return [table(("Went into", "", "Direct", "Context"), shown, left=2), ""] if shown else []


def _json(week: WeekAnswer, work: ItemsAnswer) -> dict[str, Any]:
    return {
        "total": money_json(week.total),
        "not_linked_micros": work.not_linked.whole,
        "items": items_json(work)["items"],
        "unpriced_requests": week.unpriced_requests,
        "shipped": week.shipped,
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
