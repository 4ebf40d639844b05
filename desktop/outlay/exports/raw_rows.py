"""A shared summary as rows of raw tables, for the formats that programs read."""

from collections.abc import Iterator

from outlay.domain.shared_summary import SharedItem, SharedMoney, SharedSummary
from outlay.presenters.shared_page import branch_text, repository_text, ticket_text

Row = dict[str, str | int | None]
CURRENCY = "USD"


def tables_of(summary: SharedSummary) -> dict[str, list[Row]]:
    """Every table of the summary by its name; those that nothing was ticked for are left out."""
    made: dict[str, list[Row]] = {
        "words": [{"topic": topic.value, "text": text} for topic, text in summary.words],
        "shipped": [_item(item) for item in summary.shipped or ()],
        "agents": [{"class": one.value, "items": count} for one, count in summary.agents],
        "spend": list(_spend(summary)),
        "tokens": list(_tokens(summary)),
        "models": [{"model": one.name, **_money(one.money)} for one in summary.models],
        "times": [
            {"time": one.of.value, "n": one.n, "median_tenths_of_days": one.median,
             "low_tenths_of_days": one.low, "high_tenths_of_days": one.high}
            for one in summary.times
        ],
        "outcomes": [dict(summary.outcomes._asdict())] if summary.outcomes else [],
        "notes": [_notes(summary)],
    }  # fmt: skip
    return {name: rows for name, rows in made.items() if rows}


def _item(item: SharedItem) -> Row:
    row: Row = {"form": item.form.value, "kind": item.kind.value, "state": item.state.value}
    if item.title is not None:
        row["title"] = item.title
    if item.repository is not None:
        row["repository"] = repository_text(item.repository)
    if item.branch is not None:
        row["branch"] = branch_text(item.branch)
    if item.ticket is not None:
        row["ticket"] = ticket_text(item.ticket)
    return {**row, **_money(item.money)}


def _money(money: SharedMoney | None) -> Row:
    if money is None:
        return {}
    if money.percent is not None:
        return {"percent": money.percent}
    return {"list_micros": money.micros, "currency": CURRENCY}


def _spend(summary: SharedSummary) -> Iterator[Row]:
    if summary.spend is None:
        return
    for to, part in summary.spend.parts:
        yield {"went_to": to.value, **_money(part)}
    yield {"went_to": "total", **_money(summary.spend.total), "at_least": int(summary.spend.at_least)}


def _tokens(summary: SharedSummary) -> Iterator[Row]:
    if summary.tokens is not None:
        yield {"input": summary.tokens.input, "output": summary.tokens.output}


def _notes(summary: SharedSummary) -> Row:
    notes = summary.notes
    told: Row = {
        "start": summary.start.isoformat(),
        "end": summary.end.isoformat(),
        "as_of": notes.as_of.isoformat(),
        "method": notes.method,
        "items": notes.n,
        "coverage_percent": notes.coverage,
        "logs_since": notes.since.isoformat() if notes.since else None,
        "sample": int(summary.sample),
    }
    if notes.unpriced is not None:
        told |= {"unpriced_requests": notes.unpriced, "not_linked_percent": notes.not_linked}
    return told
