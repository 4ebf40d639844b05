"""Public prices by model and date, out of the genai-prices data set.

Importing that library costs 0.2 s and pricing with it about 0.1 ms a request, so it is asked once per model;
its answer is kept as dated rows and the rows price. It stays the oracle of the tests.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any

from outlay.domain.moments import UtcMillis, moment_of
from outlay.domain.money import MICROS
from outlay.domain.prices import PriceQuestion, PriceTier, Rate, TokenPrices
from outlay.rules.pricing import is_absurd

_KEYS = ("input_mtok", "output_mtok", "cache_read_mtok", "cache_write_mtok", "cache_write_1h_mtok")
_CONTEXT = {
    "standard": None,
    "fast": {"speed": "fast", "service_tier": "fast"},
    "batch": {"processing": "batch"},
    "flex": {"service_tier": "flex"},
    "priority": {"service_tier": "priority"},
}
_BEGINNING = UtcMillis(0)


def price_source() -> str:
    """Name and version of the data set; a new version is asked anew about models it did not know."""
    return f"genai-prices {_version_beside() or _version_asked()}"


def _version_beside() -> str | None:
    """The installed version by the name of the folder that says so (PyPA, "Recording installed projects")."""
    spec = find_spec("genai_prices")
    inside = Path(spec.origin).parent.parent if spec and spec.origin else None
    found = sorted(inside.glob("genai_prices-*.dist-info")) if inside else []
    return found[0].stem.removeprefix("genai_prices-") if len(found) == 1 else None


def _version_asked() -> str:
    from importlib.metadata import version  # noqa: PLC0415  its import takes as long as a small sync

    return version("genai-prices")


def look_up(question: PriceQuestion) -> tuple[Rate, ...]:
    """Every dated row the data set has for a model and variant, oldest first; empty when it knows none.

    A variant begins where the data set begins to price it; rows that cannot be prices are left out.
    """
    model = _find(question)
    if model is None or _by_time_of_day(model):
        return ()
    context = _CONTEXT.get(question.variant)
    rows = []
    for start in _starts(model):
        at = datetime.combine(start, time(), UTC) if start else datetime(2000, 1, 1, tzinfo=UTC)
        if context is not None and not _variant_active(model, context, at):
            continue
        rows.append(_rate(question, start, model.get_prices(at, context)))
    return _without_repeats(row for row in rows if not is_absurd(row))


def _without_repeats(rows: Iterable[Rate]) -> tuple[Rate, ...]:
    """The first of rows that differ in nothing but their day."""
    return tuple(next(same) for _, same in groupby(rows, key=lambda row: row._replace(valid_from=_BEGINNING)))


def _find(question: PriceQuestion) -> Any:
    from genai_prices import data  # noqa: PLC0415  imported only when a new model is met

    provider = next((one for one in data.providers if one.id == question.provider), None)
    return provider.find_model(question.model) if provider else None


def _constraints(model: Any) -> list[Any]:
    conditional = model.prices if isinstance(model.prices, list) else []
    return [one.constraint for one in (*conditional, *(model.price_variants or ())) if one.constraint]


def _by_time_of_day(model: Any) -> bool:
    return any(not hasattr(constraint, "start_date") for constraint in _constraints(model))


def _starts(model: Any) -> list[date | None]:
    return [None, *sorted({constraint.start_date for constraint in _constraints(model)})]


def _variant_active(model: Any, context: dict[str, str], at: datetime) -> bool:
    return any(
        variant.when.items() <= context.items()
        and (variant.constraint is None or variant.constraint.active(at + timedelta(hours=12)))
        for variant in model.price_variants or ()
    )


def _rate(question: PriceQuestion, start: date | None, prices: Any) -> Rate:
    values = [getattr(prices, key, None) for key in _KEYS]
    thresholds = sorted({tier.start for value in values for tier in getattr(value, "tiers", ())})
    searches = getattr(prices, "web_searches_kcount", None)
    return Rate(
        provider=question.provider or "",
        model=question.model,
        variant=question.variant,
        valid_from=moment_of(datetime.combine(start, time(), UTC)) if start else _BEGINNING,
        prices=TokenPrices(*(_price(value, 0) for value in values)),
        tiers=tuple(
            PriceTier(above, TokenPrices(*(_price(value, above) for value in values))) for above in thresholds
        ),
        web_search_micros=_micros(searches) if isinstance(searches, Decimal) else None,
        currency="USD",
        source=price_source(),
    )


def _price(value: Any, above: int) -> int | None:
    """The price above a threshold: the last tier that starts at or below it, else the base."""
    if value is None:
        return None
    reached = [tier.price for tier in getattr(value, "tiers", ()) if tier.start <= above]
    return _micros(reached[-1] if reached else getattr(value, "base", value))


def _micros(amount: Decimal) -> int:
    return int((amount * MICROS).to_integral_value())
