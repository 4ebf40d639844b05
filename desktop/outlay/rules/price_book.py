"""Puts price rows in the order they are asked in, and decides what a newer data set may add."""

from collections.abc import Sequence

from outlay.domain.moments import UtcMillis
from outlay.domain.prices import PriceQuestion, Rate
from outlay.rules.pricing import provider_of

Book = dict[PriceQuestion, list[Rate]]


def book_of(rates: Sequence[Rate], own: Sequence[Rate]) -> Book:
    """Rows by question, oldest first. From the owner's first price of a model on, only the owner's rows stand."""
    book: Book = {}
    for rate in rates:
        book.setdefault(PriceQuestion(rate.provider or None, rate.model, rate.variant), []).append(rate)
    for model in {rate.model for rate in own}:
        question = PriceQuestion(provider_of(model), model, "standard")
        mine = [rate for rate in own if rate.model == model]
        before = [rate for rate in book.get(question, []) if rate.valid_from < mine[0].valid_from]
        book[question] = [*before, *mine]
    return book


def later_rows(kept: Sequence[Rate], found: Sequence[Rate], asked: UtcMillis) -> list[Rate]:
    """Rows a newer data set adds to the kept ones: never one that moves a month already priced.

    A price learned late begins when the data set was last asked, not before.
    """
    if not kept:
        return list(found)
    latest = max(rate.valid_from for rate in kept)
    news = [rate for rate in found if rate.valid_from > latest]
    return [rate._replace(valid_from=max(rate.valid_from, asked)) for rate in news]
