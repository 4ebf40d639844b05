"""The owner's own words for some weeks: those of the saved reviews, with what was written for this page in their place."""

from collections.abc import Mapping

from outlay.domain.moments import Period, UtcMillis
from outlay.domain.review import ReviewWords
from outlay.domain.sharing import OwnTopic
from outlay.store.store import StoreView


def shared_words(
    store: StoreView, period: Period, now: UtcMillis, written: Mapping[OwnTopic, str]
) -> Mapping[OwnTopic, str]:
    """Texts by topic. What was to come next counts of the last review alone: that of earlier weeks is over."""
    weeks = {
        row.first_day: row.words
        for row in store.reviews.every()
        if row.saved <= now and period.start <= row.first_day < period.end
    }
    told = [weeks[day] for day in sorted(weeks)]
    return {**_of_reviews(told), **written}


def _of_reviews(told: list[ReviewWords]) -> dict[OwnTopic, str]:
    if not told:
        return {}
    return {
        OwnTopic.MATTERED: "\n\n".join(words.mattered for words in told if words.mattered),
        OwnTopic.HARD: "\n\n".join(words.hard for words in told if words.hard),
        OwnTopic.NEXT: told[-1].next,
    }
