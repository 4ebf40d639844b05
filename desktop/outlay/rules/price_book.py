"""Puts price rows in the order they are asked in, and decides what a newer data set may add."""

from collections.abc import Sequence

from outlay.domain.moments import UtcMillis
from outlay.domain.prices import PriceQuestion, Rate, TokenPrices
from outlay.rules.pricing import VARIANTS, provider_of, rate_at

Book = dict[PriceQuestion, list[Rate]]


def book_of(rates: Sequence[Rate], own: Sequence[Rate]) -> Book:
    """Rows by question, oldest first.

    From the owner's first price of a model on, only the owner's rows stand, for every kind of request: batch at
    half, and searches at the data set's fee.
    """
    book: Book = {}
    for rate in rates:
        book.setdefault(PriceQuestion(rate.provider or None, rate.model, rate.variant), []).append(rate)
    for model in {rate.model for rate in own}:
        mine = [rate for rate in own if rate.model == model]
        for variant in VARIANTS:
            question = PriceQuestion(provider_of(model), model, variant)
            known = book.get(question, book.get(question._replace(variant="standard"), []))
            before = [rate for rate in book.get(question, []) if rate.valid_from < mine[0].valid_from]
            book[question] = [*before, *(_own_row(rate, variant, known) for rate in mine)]
    return book


def later_rows(kept: Sequence[Rate], found: Sequence[Rate], asked: UtcMillis) -> list[Rate]:
    """Rows a newer data set adds to the kept ones: never one that moves a month already priced.

    Where the price in force differs from the kept one, it begins when the data set was last asked, not before;
    prices that begin later come as they are.
    """
    if not kept:
        return list(found)
    known = {rate.valid_from for rate in kept}
    news = [rate for rate in found if rate.valid_from > asked and rate.valid_from not in known]
    told, was = rate_at(found, asked), rate_at(kept, asked)
    if told is not None and (was is None or not _same_price(told, was)) and asked not in known:
        news.insert(0, told._replace(valid_from=asked))
    return news


def _same_price(one: Rate, other: Rate) -> bool:
    return one._replace(valid_from=other.valid_from, source=other.source, rate_id=other.rate_id) == other


def _own_row(rate: Rate, variant: str, known: Sequence[Rate]) -> Rate:
    prices = rate.prices
    if variant == "batch":
        prices = TokenPrices(*(None if price is None else price // 2 for price in prices))
    fees = [row.web_search_micros for row in known if row.web_search_micros is not None]
    return rate._replace(variant=variant, prices=prices, web_search_micros=fees[-1] if fees else None)
