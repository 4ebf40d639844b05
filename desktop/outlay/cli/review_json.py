"""The weekly review as other programs read it."""

from typing import Any

from outlay.cli.envelope import moment_json, period_json
from outlay.domain.review import Change, Moved, PastReview, ReviewPage, SavedReview, Since, WeekReview

_SHARE_KEYS = ("item", "title", "repository")


def page_json(page: ReviewPage) -> dict[str, Any]:
    """A review as it is opened: `figures` are the frozen ones once it is saved, with those of this moment as `now`."""
    newest = page.newest
    frozen = newest.review if newest else None
    return {
        "words": newest.words._asdict() if newest else None,
        "saved": saved_json(newest) if newest else None,
        "versions": [saved_json(one) | {"words": one.words._asdict()} for one in page.saved],
        "figures": figures_json(frozen or page.now),
        "figures_are": "frozen" if frozen else "now",
        "now": figures_json(page.now) if frozen else None,
        "since": _since(page.since) if page.since else None,
    }


def past_json(one: PastReview) -> dict[str, Any]:
    """One line of the list."""
    review = one.review.review
    return saved_json(one.review) | {
        "versions": one.versions,
        "words": one.review.words._asdict(),
        "total_micros": review.total_micros if review else None,
        "shipped": len(review.shipped) if review and review.shipped is not None else None,
    }


def saved_json(saved: SavedReview) -> dict[str, Any]:
    """What was saved, when, and by which rules its figures were made."""
    return {
        "review": saved.number,
        "week": saved.first_day.isoformat(),
        "zone": saved.zone,
        "saved_at": moment_json(saved.saved),
        "method": saved.method,
        "revision": saved.revision,
    }


def figures_json(review: WeekReview) -> dict[str, Any]:
    """The figures of a week; `went` adds up to `total_micros`."""
    return {
        "period": period_json(review.period),
        "zone": review.period.zone.key,
        "as_of": moment_json(review.as_of),
        "is_over": review.is_over,
        "revision": review.revision,
        "method": review.method,
        "sample": review.sample,
        "currency": "USD",
        "total_micros": review.total_micros,
        "at_least": review.at_least,
        "requests": review.requests,
        "unpriced_requests": review.unpriced_requests,
        "shipped": _shipped(review),
        "shipped_unknown": review.shipped_unknown or None,
        "went": _went(review),
        "still_open": {
            "number": review.open_items,
            "items": [_shares(one) | {"began_at": moment_json(one.began)} for one in review.still_open],
        },
        "follow_ups_to_confirm": [one._asdict() for one in review.follow_ups],
        "links_to_confirm": _links(review),
        "pattern": _pattern(review),
        "change": _change(review.change),
        "coverage": {"linked": review.coverage[0], "naming_an_agent": review.coverage[1]}
        if review.coverage
        else None,
    }


def _shipped(review: WeekReview) -> list[dict[str, Any]] | None:
    if review.shipped is None:
        return None
    return [
        _shares(one)
        | {
            "state": one.state,
            "landed_at": moment_json(one.landed),
            "agents": one.agents,
            "spend_unseen": one.spend_unseen,
        }
        for one in review.shipped
    ]


def _went(review: WeekReview) -> list[dict[str, Any]]:
    return [
        {
            "fate": one.fate,
            "items": one.items,
            "direct_micros": one.direct,
            "context_micros": one.context,
            "not_linked_micros": one.not_linked,
        }
        for one in review.went
    ]


def _links(review: WeekReview) -> list[dict[str, Any]]:
    return [
        {
            "tool": one.tool,
            "session": one.session,
            "turn": one.turn,
            "at": moment_json(one.moment),
            "item": one.item,
            "title": one.title,
            "list_micros": one.micros,
        }
        for one in review.links
    ]


def _shares(one: Any) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in _SHARE_KEYS}
    return told | {"direct_micros": one.direct, "context_micros": one.context}


def _pattern(review: WeekReview) -> dict[str, Any] | None:
    seen = review.pattern
    if seen is None:
        return None
    return {
        "pattern": seen.pattern,
        "list_micros": seen.micros,
        "sessions": seen.sessions,
        "landed": seen.landed,
        "at_least": seen.at_least,
        "estimated": seen.estimated,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "verdict": change.verdict,
        "difference_micros": change.difference,
        "weeks": change.weeks,
        "low_micros": change.low,
        "high_micros": change.high,
        "split_micros": change.split._asdict() if change.split else None,
        "tools": _moved(change.tools),
        "models": _moved(change.models),
        "projects": _moved(change.projects),
    }


def _moved(moved: Moved) -> dict[str, list[str]]:
    return {"new": list(moved.new), "gone": list(moved.gone)}


def _since(since: Since) -> dict[str, Any]:
    return {
        "total_micros": {"then": since.total_before, "now": since.total_now},
        "shipped": {"then": since.shipped_before, "now": since.shipped_now},
        "items": [
            {"item": one.item, "title": one.title, "then": one.before, "now": one.now} for one in since.items
        ],
        "corrections": [
            {
                "at": moment_json(one.moment),
                "day": one.day.isoformat(),
                "tool": one.tool,
                "reason": one.reason,
                "micros_before": one.micros_before,
                "micros_after": one.micros_after,
            }
            for one in since.corrections
        ],
        "method_now": since.method_now,
    }
