"""The popover in words: one frozen view, nothing left for the screen to decide."""

from dataclasses import dataclass

from outlay.domain.answers import Glance, PeriodGlance
from outlay.domain.pictures import ListRow, Mark, Pair, QuotaBar
from outlay.presenters.activity import Activity
from outlay.presenters.amounts import UNKNOWN, basis_words, figure, spoken
from outlay.presenters.days import range_text
from outlay.presenters.first_look import FirstLook, first_look
from outlay.presenters.foot import Foot, foot
from outlay.presenters.item_rows import list_rows
from outlay.presenters.periods import ChosenPeriod, period_of, shown_spend
from outlay.presenters.quotas import quota_bars
from outlay.presenters.tools import tool_name
from outlay.presenters.words import counted


@dataclass(frozen=True, slots=True)
class PopoverView:
    """Everything the popover shows for one period. Empty texts and None are left out of the card."""

    chosen: ChosenPeriod
    range: str
    pair: Pair
    heading: str
    column: str
    rows: tuple[ListRow, ...]
    choose_repositories: str
    running: ListRow | None
    quotas: tuple[QuotaBar, ...]
    foot: Foot
    sample: bool
    paused: bool
    first: FirstLook | None


def popover_view(glance: Glance, chosen: ChosenPeriod, activity: Activity | None = None) -> PopoverView:
    """The view of a glance for the chosen period, while `activity` goes on."""
    doing = activity or Activity()
    period = period_of(glance, chosen)
    first = first_look(glance, doing) if glance.empty else None
    return PopoverView(
        chosen=chosen,
        range=range_text(period.period),
        pair=pair_of(period, known=not glance.empty),
        heading="Where it went" if period.shipped is None else "What shipped",
        column="" if shown_spend(period).micros is None else basis_words(period.spend.basis),
        rows=() if first else list_rows(period),
        choose_repositories="" if first else _next_step(glance),
        running=_running_row(glance),
        quotas=quota_bars(glance.quotas, glance.as_of, glance.zone),
        foot=foot(glance, doing),
        sample=glance.sample,
        paused=doing.paused,
        first=first,
    )


def pair_of(period: PeriodGlance, *, known: bool) -> Pair:
    """Spend beside what shipped. `known` is False before anything was ever read."""
    spend = shown_spend(period)
    shipped = period.shipped if known else None
    return Pair(
        figure(spend),
        _spend_caption(period, known=known),
        UNKNOWN if shipped is None else f"{shipped:,}",
        _shipped_caption(shipped, period.settling),
        f"{_spoken_spend(period, known=known)}, {_spoken_shipped(shipped, period.settling)}",
    )


def _spend_caption(period: PeriodGlance, *, known: bool) -> str:
    words = basis_words(period.spend.basis)
    if shown_spend(period).micros is not None:
        return words
    return f"{words}, no use" if known and not period.requests else f"{words}, unknown"


def _spoken_spend(period: PeriodGlance, *, known: bool) -> str:
    return spoken(shown_spend(period)) if period.requests or not known else "No use"


def _shipped_caption(shipped: int | None, settling: int) -> str:
    if shipped is None:
        return "shipped, unknown"
    if not settling:
        return "shipped"
    return "shipped, settling" if settling == shipped else f"shipped, {settling:,} settling"


def _spoken_shipped(shipped: int | None, settling: int) -> str:
    if shipped is None:
        return "shipped unknown"
    return f"{counted(shipped, 'item')} {_shipped_caption(shipped, settling)}"


def _next_step(glance: Glance) -> str:
    if glance.repositories:
        return ""
    return "What shipped is unknown, because no repository is chosen yet."


def _running_row(glance: Glance) -> ListRow | None:
    running = glance.running
    if running is None:
        return None
    where = f" in {running.project}" if running.project else ""
    title = f"Running: {tool_name(running.tool)}{where}"
    amount = spoken(running.amount)
    return ListRow(Mark.NONE, title, "", figure(running.amount), spoken=f"{title}. {amount} so far")
