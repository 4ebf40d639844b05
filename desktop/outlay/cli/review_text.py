"""The weekly review on the terminal, in 80 columns: the owner's words first, then the figures."""

from collections.abc import Sequence
from shlex import quote

from outlay.cli.paragraphs import paragraph
from outlay.cli.tables import clipped, table
from outlay.domain.moments import day_of
from outlay.domain.review import PastReview, ReviewPage, ReviewWords, SavedReview, UnderWay, WeekReview
from outlay.presenters.amounts import (
    NO_BREAK,
    UNKNOWN,
    amount_text,
    bare_two_digits,
    cents_text,
    shown_cents,
    two_digits,
)
from outlay.presenters.days import day_text, range_text
from outlay.presenters.items import key_label, state_text
from outlay.presenters.review import (
    age_text,
    coverage_sentence,
    fate_text,
    follow_up_question,
    link_question,
    open_until,
    pattern_sentences,
    settling_sentence,
    total_of,
    week_sentences,
    when_text,
)
from outlay.presenters.review_change import change_sentences, moved_sentences, split_text
from outlay.presenters.review_since import since_sentences
from outlay.presenters.spans import span_title
from outlay.presenters.words import ELLIPSIS, named
from outlay.rules.spans import Span, Unit

_TITLE = 36
_KEY = 18
_WORDS = 44
_INDENT = "  "
_HEADS = (("What mattered", "mattered"), ("What was hard", "hard"), ("What next", "next"))


def page_text(page: ReviewPage) -> str:
    """A review as it is opened: once it is saved with its frozen figures, and beneath them what came later."""
    newest = page.newest
    review = (newest.review if newest else None) or page.now
    blocks = [
        _head(review, newest),
        *_words(newest.words if newest else ReviewWords()),
        [*paragraph(week_sentences(review)), *paragraph(settling_sentence(review.shipped or ()))],
        _shipped(review),
        _went(review),
        _still_open(review),
        _changed(review),
        paragraph(pattern_sentences(review.pattern)),
        _to_confirm(review),
        paragraph(coverage_sentence(review)),
        _since(page, review),
    ]
    told = ["\n".join(line for line in block if line) for block in blocks]
    return "\n\n".join(block for block in told if block)


def past_text(found: Sequence[PastReview]) -> str:
    """The list of past reviews, a line each."""
    rows = [_past(one) for one in found]
    return table(("Week of", "In your words", "Shipped", "List value"), rows, left=2) if rows else ""


def _past(one: PastReview) -> tuple[str, ...]:
    review = one.review.review
    shipped = UNKNOWN if review is None or review.shipped is None else str(len(review.shipped))
    total = UNKNOWN if review is None or not review.requests else amount_text(total_of(review))
    lines = paragraph(" ".join(next((text for text in one.review.words if text), "").split()), width=_WORDS)
    words = f"{lines[0]} {ELLIPSIS}" if len(lines) > 1 else lines[0]
    return (one.review.first_day.isoformat(), words, shipped, total)


def _head(review: WeekReview, saved: SavedReview | None) -> list[str]:
    week = span_title(Span(Unit.WEEK, review.period), review.period.start)
    days = f"{range_text(review.period, year=True)}, {review.period.zone.key}"
    sample = "  ·  sample data" if review.sample else ""
    return [f"{week} in your words: {days}{sample}", *paragraph(_standing(review, saved))]


def _standing(review: WeekReview, saved: SavedReview | None) -> str:
    as_of = when_text(review.as_of, review)
    if saved is None:
        return f"{open_until(review) or 'Not saved yet'}. As of {as_of}."
    when = when_text(saved.saved, review)
    if saved.review is None:
        return f"Saved {when}, with figures this version cannot read; those below are of {as_of}."
    return f"Saved {when}. Figures as of {as_of}, method {saved.method}, revision {saved.revision}."


def _words(words: ReviewWords) -> list[list[str]]:
    told = words._asdict()
    return [[head, *paragraph(told[name] or UNKNOWN, _INDENT)] for head, name in _HEADS]


def _shipped(review: WeekReview) -> list[str]:
    rows = [
        (
            clipped(named(one.title), _TITLE),
            clipped(key_label(one.item), _KEY),
            state_text(one.state),
            two_digits(one.direct) if one.direct else "" if one.agents else "no agent",
            f"+{NO_BREAK}{bare_two_digits(one.context)}" if one.context else "",
        )
        for one in review.shipped or ()
    ]
    return [table(("Shipped", "", "", "Direct", "Context"), rows, left=3)] if rows else []


def _went(review: WeekReview) -> list[str]:
    if not review.went:
        return []
    parts = tuple(part for one in review.went for part in (one.direct, one.context, one.not_linked))
    cents = shown_cents(parts, review.total_micros)
    rows = []
    for at, one in enumerate(review.went):
        direct, context, rest = cents[3 * at : 3 * at + 3]
        cells = (_cents(direct), _cents(context), cents_text(direct + context + rest))
        rows.append((fate_text(one.fate), str(one.items or ""), *cells))
    sums = [sum(cents[way::3]) for way in (0, 1)]
    total = ("All", "", *map(_cents, sums), amount_text(total_of(review)))
    return [table(("Where it went", "Items", "Direct", "Context", "Together"), rows, total=total)]


def _cents(cents: int) -> str:
    return cents_text(cents) if cents else ""


def _still_open(review: WeekReview) -> list[str]:
    rows = [_open_row(one, review) for one in review.still_open]
    more = review.open_items - len(rows)
    told = [table(("Still open", "", "Direct so far", "Since"), rows, left=2)] if rows else []
    return [*told, f"And {more} more."] if more > 0 else told


def _open_row(one: UnderWay, review: WeekReview) -> tuple[str, ...]:
    direct = two_digits(one.direct) if one.direct else ""
    title, key = clipped(named(one.title), _TITLE), clipped(key_label(one.item), _KEY)
    return (title, key, direct, age_text(one.began, review))


def _changed(review: WeekReview) -> list[str]:
    told = [change_sentences(review.change), split_text(review.change.split), moved_sentences(review.change)]
    return ["What changed", *(line for text in told if text for line in paragraph(text, _INDENT))]


def _to_confirm(review: WeekReview) -> list[str]:
    lines = [line for one in review.follow_ups for line in paragraph(follow_up_question(one), _INDENT)]
    for link in review.links:
        place = f"{link.session}:{link.turn}"
        lines += paragraph(link_question(link, review), _INDENT)
        lines += paragraph(f"outlay items link {quote(link.item)} {place}", _INDENT * 2)
        lines += paragraph(f"outlay items unlink {place}", _INDENT * 2)
    return ["Only you know", *lines] if lines else []


def _since(page: ReviewPage, review: WeekReview) -> list[str]:
    told = since_sentences(page.since, review)
    if not told:
        return []
    head = f"Known since, as of {day_text(day_of(page.now.as_of, review.period.zone))}"
    return [head, *(line for text in told for line in paragraph(text, _INDENT))]
