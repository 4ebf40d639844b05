"""Cells that tell an item: its mark with title and reference, its bar, its direct and context money."""

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form
from outlay.domain.items import Item, ItemSpend
from outlay.domain.pictures import Mark
from outlay.domain.tables import Bar, Cell, Tone
from outlay.presenters.amounts import bare_two_digits, cents_of, cents_text, two_digits
from outlay.presenters.tongue import tr

MARKS = {
    ItemState.IN_FLIGHT: Mark.OPEN,
    ItemState.SET_ASIDE: Mark.SET_ASIDE,
    ItemState.REVERTED: Mark.SET_ASIDE,
}
_HUES = {Mark.OPEN: "meaning.open_work", Mark.SET_ASIDE: "meaning.set_aside"}
_SHORT_SHA = 7


def mark_of(item: Item) -> Mark:
    """The shape of its kind while it stands, else of how it stands."""
    return MARKS.get(item.state) or (Mark.OPEN if item.form is Form.BRANCH else Mark(item.form.value))


def hue_of(item: Item) -> str:
    """The colour of its bar."""
    return _HUES.get(mark_of(item), "meaning.shipped")


def reference(item: Item) -> str:
    """Where it is found, short: `api #482`, `infra 9f31c2a`, `HBR-207`, `api fix-tax`; empty for one by hand."""
    kind, _, rest = item.item.partition(":")
    if kind == "manual":
        return ""
    if kind == "ticket" and "#" not in rest:
        return rest.rsplit("/", 1)[-1]
    if kind in {"pr", "ticket"}:
        place, _, number = rest.rpartition("#")
        return f"{place.rsplit('/', 1)[-1]} #{number}"
    if kind == "commit":
        place, _, sha = rest.rpartition("@")
        return f"{place.rsplit('/', 1)[-1]} {sha[:_SHORT_SHA]}"
    place, _, name = rest.partition(":")
    return f"{place.rsplit('/', 1)[-1]} {name}".strip()


def title_cell(item: Item, second: str = "") -> Cell:
    """Mark, title and reference on one line, or another second text."""
    told = second or reference(item)
    return Cell(item.title, told, mark=mark_of(item), sort=item.title.lower(), tip=item.title)


def bar_cell(spend: ItemSpend, full: int, item: Item) -> Cell:
    """Direct solid and context hatched, on a scale where `full` micro-units fill the column."""
    if not spend.whole:
        return Cell()
    return Cell(bar=Bar(spend.direct / full, spend.context / full, hue_of(item)))


def direct_cell(spend: ItemSpend) -> Cell:
    """Its direct money in two digits; empty without any."""
    if spend.direct:
        exact = cents_text(cents_of(spend.direct))
        return Cell(two_digits(spend.direct), strong=True, sort=spend.direct, exact=exact)
    return Cell(sort=0)


def context_cell(spend: ItemSpend) -> Cell:
    """Its context money behind a plus; empty without any."""
    if not spend.context:
        return Cell(sort=0)
    text = tr("+ {amount}", amount=bare_two_digits(spend.context))
    return Cell(text, sort=spend.context, exact=cents_text(cents_of(spend.context)))


def unseen_cell(item: Item, spend: ItemSpend) -> Cell | None:
    """Why an item has no amount in a period; None when it has one.

    Its money lies in other days, or it was an agent's whose log is not here, or no agent was seen.
    """
    if spend.whole:
        return None
    text = tr("spend not visible here") if item.spend_unseen else tr("no agent seen")
    return Cell(tr("nothing in these days") if item.in_all.whole else text, tone=Tone.QUIET, wide=True)
