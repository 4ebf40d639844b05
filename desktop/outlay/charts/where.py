"""Where a period's money went: shipped, still open, set aside, not linked, in this order."""

from collections.abc import Sequence

from outlay.charts.cents import column_cents
from outlay.domain.answers import ItemState
from outlay.domain.charts import WentPart, WhereStrip
from outlay.domain.items import Item, ItemsAnswer
from outlay.domain.money import Amount
from outlay.domain.pictures import Mark
from outlay.presenters.amounts import cents_text, spoken
from outlay.presenters.tongue import plural, tr

_MARKS = {
    ItemState.SETTLING: Mark.PULL_REQUEST,
    ItemState.HELD: Mark.PULL_REQUEST,
    ItemState.IN_FLIGHT: Mark.OPEN,
    ItemState.SET_ASIDE: Mark.SET_ASIDE,
    ItemState.REVERTED: Mark.SET_ASIDE,
}
_ORDER = (Mark.PULL_REQUEST, Mark.OPEN, Mark.SET_ASIDE)


def where_strip(work: ItemsAnswer) -> WhereStrip:
    """The strip of a period; its parts are the total, and their cents are the shown total."""
    money = [_money([one for one in work.items if _MARKS[one.state] is mark]) for mark in _ORDER]
    cents = column_cents([*(part for pair in money for part in pair), work.not_linked.whole])
    parts = [
        WentPart(mark, direct, context, _words(mark, cents[2 * at], cents[2 * at + 1]))
        for at, (mark, (direct, context)) in enumerate(zip(_ORDER, money, strict=True))
    ]
    parts.append(WentPart(Mark.NOT_LINKED, work.not_linked.whole, 0, _words(Mark.NOT_LINKED, cents[-1], 0)))
    shown = tuple(part for part in parts if part.direct + part.context)
    unpriced = _unpriced(work.unpriced_requests)
    total = spoken(Amount(work.total_micros, at_least=work.at_least))
    return WhereStrip(shown, unpriced, tr("Where it went: {total}", total=total))


def _money(items: Sequence[Item]) -> tuple[int, int]:
    return sum(one.in_period.direct for one in items), sum(one.in_period.context for one in items)


def _words(mark: Mark, direct: int, context: int) -> str:
    name = {
        Mark.PULL_REQUEST: tr("Shipped"),
        Mark.OPEN: tr("Still open"),
        Mark.SET_ASIDE: tr("Set aside"),
    }.get(mark, tr("Not linked"))
    if mark is Mark.NOT_LINKED:
        return f"{name} {cents_text(direct)}"
    if not context:
        return tr("{name} {direct} direct", name=name, direct=cents_text(direct))
    return tr(
        "{name} {direct} direct, {context} context",
        name=name,
        direct=cents_text(direct),
        context=cents_text(context),
    )


def _unpriced(requests: int) -> str:
    if not requests:
        return ""
    return plural(requests, one="{n} request, price unknown", many="{n} requests, price unknown")
