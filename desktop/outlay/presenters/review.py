"""The weekly review in words: counts before money, ranges before points, and no more than may be said."""

from collections.abc import Sequence

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Fate
from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.money import Amount
from outlay.domain.patterns import Pattern
from outlay.domain.review import (
    FollowUpAsked,
    LinkAsked,
    ReviewItem,
    WeekReview,
    WorthALook,
)
from outlay.presenters.amounts import (
    AT_LEAST,
    NO_BREAK,
    amount_words,
    cents_of,
    cents_text,
    two_digits,
)
from outlay.presenters.days import calendar, clock_text, day_text
from outlay.presenters.shipped import next_step
from outlay.presenters.tongue import Forms, later, number, plural, tr
from outlay.presenters.words import named, sentences
from outlay.rules.reminders import Reminder

_FATES = {
    Fate.SHIPPED: later("Shipped"),
    Fate.IN_FLIGHT: later("Still open"),
    Fate.REVERTED: later("Reverted"),
    Fate.SET_ASIDE: later("Set aside"),
    Fate.EXPLORING: later("Not linked, exploring"),
    Fate.NOT_FOUND: later("Not linked, in no commit"),
}
_SEEN = {
    Pattern.CACHE_REWRITE: Forms(
        "Worth a look: context paid for again after a pause, {amount} in {n} session.",
        "Worth a look: context paid for again after a pause, {amount} in {n} sessions.",
    ),
    Pattern.LOOP: Forms(
        "Worth a look: one command failing again and again, {amount} in {n} session.",
        "Worth a look: one command failing again and again, {amount} in {n} sessions.",
    ),
}


def week_sentences(review: WeekReview) -> str:
    """The week in a sentence or two: `You shipped 7 items. Agents took part in 6 of them: ...`."""
    return sentences(_shipped(review), _agents(review), _spend(review))


def settling_sentence(shipped: Sequence[ReviewItem]) -> str:
    """How many of them may still be taken back; empty when none may."""
    settling = sum(item.state is ItemState.SETTLING for item in shipped)
    if not settling:
        return ""
    return plural(
        settling,
        one="{n} of them settles: it landed less than 14 days before.",
        many="{n} of them settle: they landed less than 14 days before.",
    )


def fate_text(fate: Fate) -> str:
    """What money met."""
    return tr(_FATES[fate])


def pattern_sentences(seen: WorthALook | None) -> str:
    """The one pattern that is told, with whether its work landed; empty without one."""
    if seen is None:
        return ""
    amount = two_digits(seen.micros)
    if seen.at_least:
        amount = f"{AT_LEAST}{NO_BREAK}{amount}"
    elif seen.estimated:
        amount = tr("about {amount}", amount=amount)
    told = plural(seen.sessions, *_SEEN[seen.pattern], amount=amount)
    landed = (
        plural(
            seen.landed,
            one="{n} of them went into work that shipped",
            many="{n} of them went into work that shipped",
        )
        if seen.landed
        else tr("None of that went into work that shipped")
    )
    return sentences(told, landed)


def coverage_sentence(review: WeekReview) -> str:
    """How much of the work that names an agent is seen in the logs."""
    if review.coverage is None:
        return tr("No item names an agent, so how much the logs see cannot be told.")
    seen, whole = review.coverage
    told = plural(
        whole,
        one="Of {n} item that names an agent, {seen} have a session in the logs.",
        many="Of {n} items that name an agent, {seen} have a session in the logs.",
        seen=number(seen),
    )
    return sentences(told, tr("More was spent than is seen here.") if review.logs_missing else "")


def follow_up_question(asked: FollowUpAsked) -> str:
    """Whether one item repaired another."""
    return tr("Did {fix} repair {caused}?", fix=named(asked.fix_title), caused=named(asked.caused_title))


def link_question(asked: LinkAsked, review: WeekReview) -> str:
    """Whether a turn belongs where only its surroundings put it."""
    return tr(
        "{amount} on {when}, linked by what stands around it: part of {item}?",
        amount=two_digits(asked.micros),
        when=when_text(asked.moment, review),
        item=named(asked.title),
    )


def reminder_text(reminder: Reminder) -> str:
    """`Friday 16:00`."""
    return f"{calendar().long_days[reminder.weekday]} {reminder.at:%H:%M}"


def open_until(review: WeekReview) -> str:
    """`Open until Sun 22 Nov`, while the week runs; empty once it is over."""
    return "" if review.is_over else tr("Open until {day}", day=day_text(review.period.days[-1]))


def when_text(moment: UtcMillis, review: WeekReview) -> str:
    """`Mon 23 Nov, 09:00` in the week's zone, its year when the week ends in another."""
    zone = review.period.zone
    day = day_of(moment, zone)
    year = "" if day.year == review.period.end.year else f" {day.year}"
    return f"{day_text(day)}{year}, {clock_text(moment, zone)}"


def age_text(began: UtcMillis | None, review: WeekReview) -> str:
    """How long an item has been under way, in days; empty when that is not known."""
    if began is None:
        return ""
    zone = review.period.zone
    days = max(0, (day_of(review.as_of, zone) - day_of(began, zone)).days)
    return plural(days, one="{n} day", many="{n} days")


def total_of(review: WeekReview) -> Amount:
    """The week's list value, at least so much where prices or logs are missing; unknown without one priced request."""
    known = review.total_micros if review.requests > review.unpriced_requests else None
    return Amount(known, at_least=review.at_least)


def _shipped(review: WeekReview) -> str:
    if review.shipped is None:
        return next_step(review.shipped_unknown).sentence or tr("What shipped is unknown.")
    if not review.shipped:
        return tr("Nothing shipped in this week.")
    return plural(len(review.shipped), one="You shipped {n} item.", many="You shipped {n} items.")


def _agents(review: WeekReview) -> str:
    shipped = review.shipped or ()
    agents = sum(item.agents for item in shipped)
    if not shipped:
        return ""
    if not agents:
        return tr("No agent was seen in what shipped.")
    return plural(agents, one="Agents took part in {n} of them.", many="Agents took part in {n} of them.")


def _spend(review: WeekReview) -> str:
    if not review.requests:
        return tr("Nothing was used.")
    total = total_of(review)
    unpriced = (
        plural(
            review.unpriced_requests,
            one="{n} request has no known price and is in no sum",
            many="{n} requests have no known price and are in no sum",
        )
        if review.unpriced_requests
        else ""
    )
    if total.micros is None:
        return unpriced
    direct = sum(item.direct for item in review.shipped or ())
    if not direct:
        return sentences(tr("List value of the week: {amount}", amount=amount_words(total)), unpriced)
    told = tr(
        "List value of the week: {amount}, {direct} of it directly in what shipped",
        amount=amount_words(total),
        direct=cents_text(cents_of(direct)),
    )
    return sentences(told, unpriced)
