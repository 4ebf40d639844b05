"""The rows of the popover's list: the items that took the most, the others, what is not linked, what has no price.

Each row opens to its exact amounts, which add up to the period's sum to the cent, and to why it stands as it does.
"""

from collections.abc import Sequence

from outlay.domain.answers import ItemGlance, ItemState, PeriodGlance, ShippedItem
from outlay.domain.attribution import Form, Reason
from outlay.domain.pictures import Figure, ListRow, Mark
from outlay.presenters.amounts import (
    bare_cents,
    bare_two_digits,
    basis_words,
    cents_text,
    shown_cents,
    two_digits,
)
from outlay.presenters.days import landed_text
from outlay.presenters.items import because, state_text
from outlay.presenters.periods import shown_spend
from outlay.presenters.tongue import later, plural, tr
from outlay.presenters.words import as_beginning, sentences

SHOWN_ITEMS = 5
_FULL = 0.42
"""The part of the sum that fills the width; more where one row took more."""

_NOTES = {
    ItemState.IN_FLIGHT: later("open"),
    ItemState.SET_ASIDE: later("set aside"),
    ItemState.REVERTED: later("reverted"),
}
_MARKS = {
    ItemState.IN_FLIGHT: Mark.OPEN,
    ItemState.SET_ASIDE: Mark.SET_ASIDE,
    ItemState.REVERTED: Mark.SET_ASIDE,
}
_FORMS = {
    Form.COMMIT: later("commit"),
    Form.PULL_REQUEST: later("pull request"),
    Form.BRANCH: later("branch"),
    Form.TICKET: later("ticket"),
    Form.BY_HAND: later("entered by hand"),
}
_UNSEEN = later("An agent took part whose log is not on this machine, so more went into it than is shown")


def list_rows(period: PeriodGlance) -> tuple[ListRow, ...]:
    """Every row of one period, in order."""
    if shown_spend(period).micros is None:
        return (*_without_money(period), *_unpriced(period))
    return (*_with_money(period), *_unpriced(period))


def _with_money(period: PeriodGlance) -> tuple[ListRow, ...]:
    rest, words = period.other_items, basis_words(period.spend.basis)
    items = [part for item in period.top_items for part in (item.direct, item.context)]
    reasons = sorted(period.not_linked.items(), key=lambda one: (-one[1], one[0]))
    whole = (*items, rest.direct, rest.context, *(micros for _, micros in reasons))
    cents = shown_cents(whole, sum(whole))
    full, after = _full(period, sum(whole)), len(items) + 2
    rows = [
        _item_row(item, cents[2 * at : 2 * at + 2], full, words) for at, item in enumerate(period.top_items)
    ]
    if rest.number:
        rows.append(_others_row(rest.number, cents[after - 2 : after], words))
    beside = "" if rows else None
    if not rows and period.shipped is not None:
        rows.append(_quiet(tr("Nothing is linked to an item")))
    told = [(why, part) for (why, _), part in zip(reasons, cents[after:], strict=True)]
    if told:
        share = period.not_linked_micros / full
        rows.append(_not_linked_row(told, share, words)._replace(context=beside))
    return tuple(rows)


def _full(period: PeriodGlance, total: int) -> float:
    """The micro-units that a bar of the full width stands for."""
    longest = max((*(item.whole for item in period.top_items), period.not_linked_micros), default=0)
    return max(_FULL * total, longest, 1)


def _item_row(item: ItemGlance, cents: Sequence[int], full: float, words: str) -> ListRow:
    direct, context = cents
    money = f"{_direct_and_context(direct, context)}, {words}"
    parts = (tr(_FORMS[item.form]), item.repository or "", state_text(item.state))
    told = as_beginning(", ".join(one for one in parts if one))
    tip = sentences(money, told, tr(_UNSEEN) if item.spend_unseen else "")
    return ListRow(
        _MARKS.get(item.state) or Mark(item.form.value),
        item.title,
        figure=Figure("", two_digits(item.direct) if item.direct else ""),
        share=item.direct / full,
        spoken=f"{item.title}. {tip}",
        note=tr(_NOTES[item.state]) if item.state in _NOTES else "",
        context=bare_two_digits(item.context) if item.context else "",
        context_share=item.context / full,
        tip=tip,
        opens=f"shipped:{item.item}",
    )


def _others_row(number: int, cents: Sequence[int], words: str) -> ListRow:
    direct, context = cents
    title = _more(number)
    tip = f"{_direct_and_context(direct, context)}, {words}."
    return ListRow(
        Mark.NONE,
        title,
        figure=Figure("", cents_text(direct)),
        quiet=True,
        spoken=f"{title}. {tip}",
        context=bare_cents(context) if context else "",
        tip=tip,
        opens="shipped",
    )


def _direct_and_context(direct: int, context: int) -> str:
    return ", ".join(
        text
        for cents, text in (
            (direct, tr("{amount} direct", amount=cents_text(direct))),
            (context, tr("{amount} context", amount=cents_text(context))),
        )
        if cents or not (direct or context)
    )


def _not_linked_row(told: Sequence[tuple[Reason, int]], share: float, words: str) -> ListRow:
    """What no item carries, in cents by reason."""
    text = cents_text(sum(cents for _, cents in told))
    tip = f"{', '.join(because(cents, why) for why, cents in told)}, {words}."
    name = tr("Not linked")
    return ListRow(
        Mark.NOT_LINKED,
        name,
        figure=Figure("", text),
        share=share,
        spoken=f"{name}, {text}. {tip}",
        tip=tip,
        opens="week",
    )


def _without_money(period: PeriodGlance) -> tuple[ListRow, ...]:
    """What shipped in a period without any use, by its titles."""
    if period.shipped == 0:
        return (_quiet(tr("Nothing in this period")),)
    shown = tuple(_shipped_row(item, period) for item in period.items[:SHOWN_ITEMS])
    more = len(period.items) - len(shown)
    return (*shown, _quiet(_more(more))) if more else shown


def _shipped_row(item: ShippedItem, period: PeriodGlance) -> ListRow:
    repository = (item.repository or "").rsplit("/", 1)[-1]
    landed = landed_text(item.landed, period.period)
    kind = tr(_FORMS[Form(item.kind.value)])
    return ListRow(
        Mark(item.kind.value),
        item.title,
        " \u00b7 ".join(one for one in (repository, landed) if one),
        spoken=", ".join(one for one in (item.title, kind, repository, landed) if one),
        opens=f"shipped:{item.item}",
    )


def _more(items: int) -> str:
    return plural(items, one="{n} more item", many="{n} more items")


def _quiet(title: str) -> ListRow:
    return ListRow(Mark.NONE, title, quiet=True, spoken=title)


def _unpriced(period: PeriodGlance) -> tuple[ListRow, ...]:
    if not period.unpriced_requests:
        return ()
    title = plural(
        period.unpriced_requests, one="{n} request, not in any sum", many="{n} requests, not in any sum"
    )
    unknown = tr("price unknown")
    return (ListRow(Mark.UNPRICED, title, unknown, quiet=True, spoken=f"{title}, {unknown}"),)
