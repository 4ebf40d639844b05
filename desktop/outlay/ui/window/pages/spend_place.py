"""Where the Spend page stands, and what it reads there."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from outlay.app import App
from outlay.domain.moments import Period
from outlay.domain.spend_page import SpendQuestion, Step
from outlay.presenters.pages.spend_prices import PricesAsked, own_rates
from outlay.presenters.pages.spend_session import SessionAsked
from outlay.presenters.pages.spend_tokens import TokensAsked
from outlay.presenters.pages.spend_words import next_key


class View(StrEnum):
    """What of a place is shown."""

    LIST = "list"
    SESSION = "session"
    TOKENS = "tokens"
    PRICES = "prices"


class Place(NamedTuple):
    """Where the page stands. `session` is `tool/id`, empty but for a session."""

    question: SpendQuestion = SpendQuestion()
    view: View = View.LIST
    session: str = ""


def into(place: Place, step: Step) -> Place:
    """One step further, grouped by what tells more there."""
    steps = (*place.question.steps, step)
    return Place(place.question._replace(steps=steps, by=next_key(steps, place.question.by)))


def may_be(step: Step, period: Period) -> bool:
    """Whether there can be anything of a step in a period."""
    if step.key != "day" or step.value is None:
        return True
    return period.start <= date.fromisoformat(step.value) < period.end


def reading_of(place: Place, app: App, period: Period) -> Callable[[], object]:
    """What reads a place."""
    where = {step.key: step.value for step in place.question.steps}
    if place.view is View.SESSION:
        return partial(_session, app, period, place.session)
    if place.view is View.TOKENS:
        return partial(_tokens, app, period)
    if place.view is View.PRICES:
        return partial(_prices, app, period, where)
    return partial(app.spend_page, place.question, period)


def _session(app: App, period: Period, named: str) -> SessionAsked:
    return SessionAsked(app.session(named), app.acts(), app.items().items, period)


def _tokens(app: App, period: Period) -> TokensAsked:
    return TokensAsked(app.tokens(period), app.amount_by_kind(period), app.spend(("model",), period))


def _prices(app: App, period: Period, where: dict[str, str | None]) -> PricesAsked:
    used = app.amount_by_kind(period, where=where)
    return PricesAsked(used, app.spend(("model",), period, where=where), own_rates(app.prices()[0]))
