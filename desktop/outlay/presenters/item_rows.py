"""The rows of the popover's list: what shipped, then the whole amount not linked, then what has no price."""

from outlay.domain.answers import PeriodGlance, ShippedItem
from outlay.domain.pictures import ListRow, Mark
from outlay.presenters.amounts import basis_words, figure, spoken
from outlay.presenters.days import landed_text
from outlay.presenters.periods import shown_spend
from outlay.presenters.words import counted

SHOWN_ITEMS = 5


def list_rows(period: PeriodGlance) -> tuple[ListRow, ...]:
    """Every row of one period, in order."""
    return (*_shipped_rows(period), *_not_linked(period), *_unpriced(period))


def _shipped_rows(period: PeriodGlance) -> tuple[ListRow, ...]:
    if period.shipped == 0:
        return (
            ListRow(Mark.NONE, "Nothing in this period", quiet=True, spoken="Nothing shipped in this period"),
        )
    shown = tuple(_item_row(item, period) for item in period.items[:SHOWN_ITEMS])
    more = max(period.shipped or 0, len(period.items)) - len(shown)
    if more <= 0:
        return shown
    return (
        *shown,
        ListRow(Mark.NONE, f"{more:,} more", quiet=True, spoken=f"{counted(more, 'more commit')}"),
    )


def _item_row(item: ShippedItem, period: PeriodGlance) -> ListRow:
    repository = item.repository.rsplit("/", 1)[-1]
    landed = landed_text(item.landed, period.period)
    kind = item.kind.value.replace("_", " ")
    return ListRow(
        Mark(item.kind.value),
        item.title,
        f"{repository} \u00b7 {landed}",
        spoken=f"{item.title}, {kind}, {repository}, {landed}",
    )


def _not_linked(period: PeriodGlance) -> tuple[ListRow, ...]:
    spend = shown_spend(period)
    if spend.micros is None:
        return ()
    shown = figure(spend)._replace(sign="")
    words = basis_words(spend.basis)
    return (ListRow(Mark.NOT_LINKED, "Not linked", words, shown, 1.0, spoken=f"Not linked, {spoken(spend)}"),)


def _unpriced(period: PeriodGlance) -> tuple[ListRow, ...]:
    if not period.unpriced_requests:
        return ()
    title = f"{counted(period.unpriced_requests, 'request')}, not in any sum"
    return (ListRow(Mark.UNPRICED, title, "price unknown", quiet=True, spoken=f"{title}, price unknown"),)
