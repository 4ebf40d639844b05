"""What the Shipped page and its pane are told."""

from typing import NamedTuple

from outlay.domain.item_story import ItemStory
from outlay.domain.items import ItemsAnswer
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.own_words import Act


class ShippedAnswer(NamedTuple):
    """A period's items with the owner's acts. `why_unknown`: what has to be there before anything can ship, or empty."""

    period: Period
    work: ItemsAnswer
    acts: tuple[Act, ...]
    why_unknown: str
    now: UtcMillis
    view: str
    """How the owner left the list, as the setting keeps it."""


class OpenItem(NamedTuple):
    """One item's story with the owner's acts, as of a moment. `connected`: whether any forge or tracker is asked."""

    story: ItemStory
    acts: tuple[Act, ...]
    now: UtcMillis
    connected: bool = True
