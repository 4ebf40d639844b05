"""One session in words: when and where it ran, what its money went into, its turns, models, subagents and files."""

from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.items import Item
from outlay.domain.moments import Period, UtcMillis, day_of
from outlay.domain.own_words import Act
from outlay.domain.pictures import Figure
from outlay.domain.session_page import SessionPage
from outlay.domain.tables import Table
from outlay.domain.words import Run, Words
from outlay.presenters.amounts import (
    UNKNOWN,
    basis_words,
    figure,
    spoken,
)
from outlay.presenters.days import clock_text, day_text, moment_text
from outlay.presenters.durations import duration_text
from outlay.presenters.item_story import SHORT_ID, span_text
from outlay.presenters.items import key_label
from outlay.presenters.own_acts import NO_ITEM
from outlay.presenters.pages.spend import counted_text
from outlay.presenters.pages.spend_session_tables import (
    Now,
    agents_table,
    files_table,
    models_table,
    turns_table,
    went_table,
)
from outlay.presenters.pages.spend_words import project_text
from outlay.presenters.problems import problem_sentence
from outlay.presenters.tongue import plural, tr
from outlay.presenters.tools import tool_name
from outlay.presenters.words import joined, sentences
from outlay.rules.standing_acts import standing_acts

UNDO = "undo:"
"""Begins what a link asks for that takes an act back; its number follows."""


class SessionAsked(NamedTuple):
    """What the place of a session asks: the session, the owner's acts, and the items it may be linked to."""

    page: SessionPage
    acts: tuple[Act, ...]
    items: tuple[Item, ...]
    period: Period


class SessionView(NamedTuple):
    """Everything the session's place shows. An empty table has no rows but its sum."""

    name: str
    figure: Figure
    spoken: str
    caption: Words
    about: Words
    notices: tuple[str, ...]
    went: Table
    turns: Table
    models: Table
    agents: Table | None
    files: Table | None
    own_words: Words


class SessionWishes(NamedTuple):
    """What more is to be shown than at first."""

    turns: bool = False
    files: bool = False


def session_view(
    asked: SessionAsked, zone: ZoneInfo, today: date, home: str, wishes: SessionWishes
) -> SessionView:
    """The words and tables of a session."""
    page = asked.page
    now = Now(zone, today, home)
    return SessionView(
        name=session_name(page, zone),
        figure=figure(page.amount) if page.total.requests else Figure("", UNKNOWN),
        spoken=f"{tr('The session')}: {spoken(page.amount)}",
        caption=(Run(_caption(page)),),
        about=(Run(f"{_about(page, now)} "), Run(tr("How?"), link="tiers")),
        notices=_notices(page, now),
        went=went_table(page),
        turns=turns_table(page, now, whole=wishes.turns),
        models=models_table(page),
        agents=agents_table(page, now) if len(page.subagents) > 1 else None,
        files=files_table(page, now, whole=wishes.files) if page.files else None,
        own_words=_own_words(asked),
    )


def _own_words(asked: SessionAsked) -> Words:
    """What the owner said of the session and its turns, each with the way to take it back."""
    page, titles = asked.page, {item.item: item.title for item in asked.items}
    runs: list[Run] = []
    for act in standing_acts(asked.acts):
        link = act.link
        if link is None or (link.tool, link.session) != (page.tool, page.session):
            continue
        items = joined([titles.get(item, key_label(item)) if item else tr(NO_ITEM) for item, _ in link.parts])
        told = (
            tr("Set by you: the session belongs to {items}.", items=items)
            if link.turn is None
            else tr("Set by you: turn {turn} belongs to {items}.", turn=link.turn, items=items)
        )
        runs += [Run(f"{told} "), Run(tr("Undo"), link=f"{UNDO}{act.number}"), Run("  ")]
    return tuple(runs[:-1])


def session_name(page: SessionPage, zone: ZoneInfo) -> str:
    """`Thu 19 Nov, 14:05`, or the beginning of its id when its times are not known."""
    first = page.first if page.first is not None else page.started
    if first is None:
        return page.session[:SHORT_ID]
    return f"{day_text(day_of(first, zone))}, {clock_text(first, zone)}"


def _caption(page: SessionPage) -> str:
    requests = plural(page.total.requests, one="{n} request", many="{n} requests")
    turns = plural(len(page.turns), one="{n} turn", many="{n} turns")
    told = tr(
        "{basis} in all, {requests}, {turns}",
        basis=basis_words(page.amount.basis),
        requests=requests,
        turns=turns,
    )
    if not page.total.unpriced_requests:
        return told
    unpriced = plural(
        page.total.unpriced_requests,
        one="{n} request has no known price",
        many="{n} requests have no known price",
    )
    return f"{told}. {unpriced}"


def _about(page: SessionPage, now: Now) -> str:
    return sentences(_tool_and_times(page, now), _where(page, now), counted_text(page.total.tokens))


def _tool_and_times(page: SessionPage, now: Now) -> str:
    tool = f"{tool_name(page.tool)} {page.version or ''}".strip()
    if page.first is None or page.last is None:
        return tool
    span = span_text(page.first, page.last, now.zone)
    return tr("{tool}, {span}, {length}", tool=tool, span=span, length=duration_text(page.last - page.first))


def _where(page: SessionPage, now: Now) -> str:
    project = project_text(page.project, now.home) if page.project else tr("no folder")
    branches = ", ".join(page.branches)
    return tr("In {project}, on {branches}", project=project, branches=branches) if branches else project


def _notices(page: SessionPage, now: Now) -> tuple[str, ...]:
    """What is to be known of its log: that it is gone, and what of it could not be read."""
    told = [problem_sentence(problem) for problem in page.problems]
    gone = [log.last_read for log in page.logs if not log.is_there]
    if not gone:
        return tuple(told)
    when = moment_text(UtcMillis(max(gone)), now.zone, now.today)
    if page.is_log_gone:
        sentence = tr("Figures kept; the log is gone. It was last read {when}.", when=when)
    else:
        sentence = tr("Figures kept; a part of the log is gone. It was last read {when}.", when=when)
    return (sentence, *told)
