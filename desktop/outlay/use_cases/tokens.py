"""Answers what a board of tokens would count, and what that number is made of."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from outlay.domain.answers import SpendRow
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.token_sums import TokenPart, TokensAnswer
from outlay.rules.sums import add_rows
from outlay.store.store import StoreView
from outlay.use_cases.spend import spend


def tokens(store: StoreView, period: Period | None, zone: ZoneInfo, now: UtcMillis) -> TokensAnswer:
    """Tokens of a period, of everything without one, by kind, by day and by model."""
    answer = spend(store, ("day", "model"), period, zone, now)
    return TokensAnswer(
        period=period,
        total=_part("", answer.total),
        days=_by(answer.rows, 0),
        models=_by(answer.rows, 1),
        as_of=now,
        revision=answer.revision,
    )


def _by(rows: Iterable[SpendRow], at: int) -> tuple[TokenPart, ...]:
    sums: dict[str, SpendRow] = {}
    for row in rows:
        key = row.keys[at] or ""
        sums[key] = add_rows(sums[key], row) if key in sums else row
    return tuple(_part(key, sums[key]) for key in sorted(sums))


def _part(key: str, row: SpendRow) -> TokenPart:
    return TokenPart(key, row.tokens, row.requests)
