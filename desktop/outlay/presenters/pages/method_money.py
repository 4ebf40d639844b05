"""The Method page on money: list value, what has no price, sums that add up, tokens."""

from outlay.presenters.pages.method_section import Section
from outlay.presenters.tongue import tr


def money_sections() -> tuple[Section, ...]:
    """How amounts come about."""
    return (_list_value(), _no_price(), _sums(), _tokens())


def _list_value() -> Section:
    return Section(
        "list-value",
        tr("List value"),
        (
            tr(
                "List value is what a request would be charged at the provider's public price on its day: "
                "each kind of token times its price, request by request. Long contexts and fast modes have "
                "their own prices where a provider has them."
            ),
            tr(
                "It is not a bill. On a plan nothing of it is paid one by one; a discount is not in it. "
                "A new public price changes no past day."
            ),
        ),
    )


def _no_price() -> Section:
    return Section(
        "no-price",
        tr("No known price"),
        (
            tr(
                "A request whose model has no public price is counted and stands in no sum. Every sum above it "
                "is then marked \u2265, at least. You can set a price of your own, from a day on, in Spend."
            ),
        ),
    )


def _sums() -> Section:
    return Section(
        "sums",
        tr("Sums"),
        (
            tr(
                "Amounts are kept in millionths of a dollar. For every period, what is linked to items by each "
                "kind of evidence plus what is not linked is the total, exactly."
            ),
            tr(
                "Sums are shown in cents, and what is shown in cents adds up: parts are rounded by largest "
                "remainder. The share of one item is shown in two digits, because a rule gave it; copying a row "
                "gives its cents."
            ),
            tr(
                "Week and Spend count the money of their days. Shipped counts everything an item took since it "
                "began. The two are never added to each other."
            ),
        ),
    )


def _tokens() -> Section:
    return Section(
        "tokens",
        tr("Tokens"),
        (
            tr(
                "Five kinds of tokens are kept apart and never overlap: input that was read for the first time, "
                "cache read, cache written for 5 minutes, cache written for 1 hour, and output. Reasoning is a "
                "part of output."
            ),
            tr(
                "A board that ranks people by tokens adds all of them up. Most of that sum is cache read: the "
                "same text, read again with every request of a long session. It says how long sessions were, "
                "not what they were worth."
            ),
        ),
    )
