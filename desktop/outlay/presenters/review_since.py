"""What became known after a review was saved, in words; it stands beside the saved figures and never in them."""

from outlay.domain.answers import Correction, ItemState
from outlay.domain.moments import day_of
from outlay.domain.money import Amount
from outlay.domain.review import Restated, Since, WeekReview
from outlay.presenters.amounts import amount_words, cents_of, cents_text
from outlay.presenters.days import day_text
from outlay.presenters.review import total_of
from outlay.presenters.tongue import number, tr
from outlay.presenters.tools import tool_name
from outlay.presenters.words import named, sentences


def since_sentences(since: Since | None, review: WeekReview) -> tuple[str, ...]:
    """What became known after a review was saved, a sentence each; none where nothing did."""
    if since is None:
        return ()
    told = [_restated(one) for one in since.items]
    told += [_correction(one, review) for one in since.corrections]
    if since.shipped_before != since.shipped_now:
        told.append(_counts(since))
    if since.total_before != since.total_now:
        now = Amount(since.total_now, at_least=since.at_least_now)
        sums = (amount_words(one) for one in (total_of(review), now))
        told.append(tr("The week's list value was {before} then and is {now} now.", **_then_and_now(*sums)))
    if since.method_now != review.method:
        told.append(
            tr(
                "Method {before} linked it then, {now} does now.",
                **_then_and_now(review.method, since.method_now),
            )
        )
    return tuple(told)


def _restated(one: Restated) -> str:
    title = named(one.title)
    if one.now is ItemState.REVERTED:
        return tr("{title} was reverted since.", title=title)
    if one.now is None:
        return tr("{title} no longer counts.", title=title)
    if one.now in {ItemState.IN_FLIGHT, ItemState.SET_ASIDE}:
        return tr("{title} is open again.", title=title)
    return tr("{title} counts for other days now.", title=title)


def _correction(one: Correction, review: WeekReview) -> str:
    return tr(
        "{when}: {tool} on {day} (UTC) was {before} and is {after}. {reason}",
        when=day_text(day_of(one.moment, review.period.zone)),
        tool=tool_name(one.tool),
        day=day_text(one.day),
        before=cents_text(cents_of(one.micros_before)),
        after=cents_text(cents_of(one.micros_after)),
        reason=sentences(named(one.reason)),
    )


def _counts(since: Since) -> str:
    then, here = since.shipped_before, since.shipped_now
    if then is None or here is None:
        return tr("What shipped was not known then.") if then is None else tr("What shipped is unknown now.")
    return tr("Shipped were {before} items then, {now} now.", **_then_and_now(number(then), number(here)))


def _then_and_now(before: str, now: str) -> dict[str, str]:
    return {"before": before, "now": now}
