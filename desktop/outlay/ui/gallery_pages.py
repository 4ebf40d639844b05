"""Which states of which pages the gallery shows, as spans and subjects of the sample data."""

from collections.abc import Iterator
from datetime import timedelta
from enum import Enum
from typing import NamedTuple

from outlay.app import App
from outlay.domain.moments import day_of
from outlay.rules.spans import Span, Unit, span_around
from outlay.ui.window.entries import page_names

_LONG_AGO = timedelta(days=728)
_QUIET_WEEK = timedelta(weeks=6)
_UNPRICED_WEEK = timedelta(weeks=1)

_BY_PERIOD = frozenset({"week", "shipped", "spend"})
_FIRST = "first_run"


class Seen(Enum):
    """What the page gets to see."""

    FACTS = "facts"
    LOADING = "loading"
    FAILING = "failing"
    UNREAD = "unread"
    ACCOUNTS = "accounts"
    READING = "reading"


class PageState(NamedTuple):
    """A page's name, the state's, what is opened (`shipped:ITEM`), and what it sees in which span."""

    page: str
    name: str
    opens: str
    seen: Seen = Seen.FACTS
    span: Span | None = None


def page_states(app: App) -> tuple[PageState, ...]:
    """Every state of every page, over sample data."""
    return tuple(state for page in page_names() for state in _states(app, page))


def state_of(app: App, page: str, name: str = "filled") -> PageState:
    """One state by its names; raises StopIteration when there is none."""
    return next(state for state in page_states(app) if (state.page, state.name) == (page, name))


def _states(app: App, page: str) -> Iterator[PageState]:
    if page == _FIRST:
        yield PageState(page, "filled", page, Seen.UNREAD)
        return
    yield PageState(page, "filled", page)
    if page in _BY_PERIOD:
        for name, ago in (("empty", _LONG_AGO), ("few", _QUIET_WEEK), ("unpriced", _UNPRICED_WEEK)):
            yield PageState(page, name, page, span=_week(app, ago))
    if page == "shipped":
        yield from _with_item(app)
    if page == "sources":
        for seen in (Seen.ACCOUNTS, Seen.READING):
            yield PageState(page, seen.value, "sources:accounts", seen)
    for seen in (Seen.LOADING, Seen.FAILING, Seen.UNREAD):
        yield PageState(page, seen.value, page, seen)


def _with_item(app: App) -> Iterator[PageState]:
    """The item of the week that most was spent on, in the pane."""
    week = _week(app, timedelta()).period
    items = sorted(app.items(week).items, key=lambda item: item.in_all.direct, reverse=True)
    for item in items[:1]:
        yield PageState("shipped", "item", f"shipped:{item.item}")


def _week(app: App, ago: timedelta) -> Span:
    return span_around(Unit.WEEK, day_of(app.now, app.zone) - ago, app.zone)
