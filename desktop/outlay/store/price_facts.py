"""Keeps dated price rows: those of the data set as facts, those of the owner as the owner's words."""

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.prices import PriceQuestion, PriceTier, Rate, TokenPrices


class Asked(NamedTuple):
    """A question the data set was asked, which version of it, and when."""

    question: PriceQuestion
    source: str
    asked: UtcMillis


class PriceFacts:
    """The price tables. Writing methods run inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rates(self) -> list[Rate]:
        """Every kept row, oldest first."""
        tiers: dict[int, list[PriceTier]] = {}
        for row in self._connection.execute("select * from fact_rate_tiers order by rate_id, above_tokens"):
            tiers.setdefault(row[0], []).append(PriceTier(row[1], TokenPrices(*row[2:])))
        return [_rate(row, tuple(tiers.get(row[0], ()))) for row in self._connection.execute(_RATES)]

    def keep(self, rates: Iterable[Rate], now: UtcMillis) -> None:
        """Add rows; one already kept for its day is never rewritten."""
        for rate in rates:
            values = (
                *rate[:3],
                rate.valid_from,
                *rate.prices,
                rate.web_search_micros,
                rate.currency,
                rate.source,
                now,
            )
            row = self._connection.execute(_KEEP, values).fetchone()
            if row is not None:
                tiers = ((row[0], tier.above_tokens, *tier.prices) for tier in rate.tiers)
                self._connection.executemany(
                    "insert into fact_rate_tiers values (?, ?, ?, ?, ?, ?, ?)", tiers
                )

    def asked(self) -> list[Asked]:
        """What the data set was asked so far."""
        rows = self._connection.execute(
            "select provider, model, variant, source, asked_ms from fact_rate_questions"
        )
        return [Asked(PriceQuestion(row[0] or None, *row[1:3]), *row[3:]) for row in rows]

    def keep_asked(self, asked: Asked) -> None:
        """Remember a question and the version that answered it."""
        provider, model, variant = asked.question
        values = (provider or "", model, variant, asked.source, asked.asked)
        self._connection.execute("insert or replace into fact_rate_questions values (?, ?, ?, ?, ?)", values)

    def own_rates(self) -> list[Rate]:
        """The owner's prices as rows of the standard variant, oldest first."""
        rows = self._connection.execute("select * from owner_prices order by valid_from_ms")
        return [
            Rate("", row[0], "standard", UtcMillis(row[1]), TokenPrices(*row[2:7]), (), None, row[7], "owner")
            for row in rows
        ]

    def set_own(self, rate: Rate, now: UtcMillis) -> None:
        """Set a price of the owner's for a model from a day on."""
        values = (rate.model, rate.valid_from, *rate.prices, rate.currency, now)
        self._connection.execute(
            "insert or replace into owner_prices values (?, ?, ?, ?, ?, ?, ?, ?, ?)", values
        )

    def remove_own(self, model: str) -> bool:
        """Take back the owner's prices of a model; False when there were none."""
        return self._connection.execute("delete from owner_prices where model = ?", (model,)).rowcount > 0

    def model_ids(self) -> dict[str, int]:
        """Models as their tools write them, and their rows."""
        return dict(self._connection.execute("select name, model_id from fact_models").fetchall())


def _rate(row: Any, tiers: tuple[PriceTier, ...]) -> Rate:
    return Rate(
        rate_id=row[0],
        provider=row[1],
        model=row[2],
        variant=row[3],
        valid_from=row[4],
        prices=TokenPrices(*row[5:10]),
        tiers=tiers,
        web_search_micros=row[10],
        currency=row[11],
        source=row[12],
    )


_RATES = """
select rate_id, provider, model, variant, valid_from_ms, input, output, cache_read, cache_write_5m,
    cache_write_1h, web_search_micros, currency, source
from fact_rates order by valid_from_ms
"""
_KEEP = """
insert into fact_rates
    (provider, model, variant, valid_from_ms, input, output, cache_read, cache_write_5m, cache_write_1h,
    web_search_micros, currency, source, kept_ms)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict do nothing returning rate_id
"""
