"""The owner's own price of a model from a day on."""

from outlay.domain.moments import UtcMillis
from outlay.domain.prices import Rate
from outlay.errors import WrongCallError
from outlay.rules.pricing import is_absurd, normal_model
from outlay.store.store import Store
from outlay.use_cases.price_book import PriceBook


def set_own_price(store: Store, book: PriceBook, rate: Rate, now: UtcMillis) -> None:
    """Keep the price and price the model's requests anew; a price that cannot be one raises WrongCallError."""
    if is_absurd(rate) and any(rate.prices):
        raise WrongCallError(
            "That price is out of range.", "Prices are in currency units per million tokens."
        )
    kept = rate._replace(model=normal_model(rate.model))
    with store.correcting(f"Your price of {kept.model}", now), store.writing(act=True):
        store.prices.set_own(kept, now)
        book.reprice({kept.model})


def remove_own_price(store: Store, book: PriceBook, model: str, now: UtcMillis) -> None:
    """Take the owner's prices of a model back; none there raises WrongCallError."""
    name = normal_model(model)
    with store.correcting(f"Your price of {name} taken back", now), store.writing(act=True):
        if not store.prices.remove_own(name):
            raise WrongCallError(f"You have set no price for {model}.", "See outlay prices list.")
        book.reprice({name})
