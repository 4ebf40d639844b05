"""Prices events from kept rows, and asks the data set about what no row answers."""

import json
from collections.abc import Callable, Sequence

from outlay.domain.moments import UtcMillis
from outlay.domain.prices import Cost, PriceQuestion, Rate
from outlay.domain.usage import UsageEvent
from outlay.rules.price_book import book_of, later_rows
from outlay.rules.pricing import cost_of, normal_model, question_of
from outlay.store.price_facts import Asked
from outlay.store.store import Store

LookUp = Callable[[PriceQuestion], tuple[Rate, ...]]


class PriceBook:
    """The price rows in hand while a writer works.

    Args:
        store: where rows are kept.
        look_up: asks the data set for every row of a model and variant.
        source: names the data set and its version.
        now: when the rows are kept.
    """

    def __init__(self, store: Store, look_up: LookUp, source: Callable[[], str], now: UtcMillis) -> None:
        self._store = store
        self._look_up = look_up
        self._source = source
        self._now = now
        self._asked = {asked.question: asked for asked in store.prices.asked()}
        self._load()

    def price_all(self, events: Sequence[UsageEvent]) -> list[Cost]:
        """What each event comes to, in order. Runs inside the caller's transaction."""
        new = {question_of(event) for event in events} - self._asked.keys()
        if new:
            self._ask(new)
        return [cost_of(event, self._book) for event in events]

    def ask_again(self) -> None:
        """Ask a newer data set about every model met so far, and price anew what it adds a row for."""
        stale = [asked for asked in self._asked.values() if asked.source != self._source()]
        if not stale:
            return
        with self._store.correcting(f"New prices: {self._source()}", self._now), self._store.writing():
            before = len(self._store.prices.rates())
            self._ask({asked.question for asked in stale})
            if len(self._store.prices.rates()) > before:
                self.reprice({asked.question.model for asked in stale})

    def reprice(self, models: set[str]) -> None:
        """Price every event of some models (in normal form) anew, inside the caller's transaction."""
        self._load()
        rows = [row for name, row in self._store.prices.model_ids().items() if normal_model(name) in models]
        self._store.reprice(json.dumps(rows), self.price_all)

    def _ask(self, questions: set[PriceQuestion]) -> None:
        wanted = questions | {question._replace(variant="standard") for question in questions}
        for question in wanted:
            self._ask_one(question)
        self._load()

    def _ask_one(self, question: PriceQuestion) -> None:
        found = self._look_up(question) if question.provider else ()
        before = self._asked.get(question)
        kept = [rate for rate in self._kept if _answers(rate, question)]
        self._store.prices.keep(later_rows(kept, found, before.asked if before else self._now), self._now)
        self._asked[question] = Asked(question, self._source(), self._now)
        self._store.prices.keep_asked(self._asked[question])

    def _load(self) -> None:
        self._kept = self._store.prices.rates()
        self._book = book_of(self._kept, self._store.prices.own_rates())


def _answers(rate: Rate, question: PriceQuestion) -> bool:
    return (rate.provider or None, rate.model, rate.variant) == question
