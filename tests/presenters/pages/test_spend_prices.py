"""Prices of the owner's: the newest is the one that holds now."""

from outlay.domain.prices import Rate, TokenPrices
from outlay.presenters.pages.spend_prices import PricesAsked, known_prices


def own(valid_from, price):
    return Rate("", "local", "standard", valid_from, TokenPrices(price, price), (), None, "USD", "owner")


def test_of_several_own_prices_of_a_model_the_newest_is_offered_to_be_changed():
    asked = PricesAsked(None, None, (own(0, 1), own(1_794_823_200_000, 2)))
    assert known_prices(asked, "local") == TokenPrices(2, 2)
    assert known_prices(asked, "other") is None
