"""The popover in words: one frozen view, nothing left for the screen to decide."""

from dataclasses import dataclass

from outlay.domain.answers import Glance, PeriodGlance
from outlay.domain.pictures import ListRow, Mark, MoneyColumns, Pair, QuotaBar
from outlay.presenters.activity import Activity
from outlay.presenters.amounts import UNKNOWN, basis_words, figure, spoken, unit_behind
from outlay.presenters.days import range_text
from outlay.presenters.first_look import FirstLook, first_look
from outlay.presenters.foot import Foot, foot
from outlay.presenters.item_rows import list_rows
from outlay.presenters.paths import short_path
from outlay.presenters.periods import ChosenPeriod, period_of, shown_spend
from outlay.presenters.quotas import quota_bars
from outlay.presenters.shipped import (
    NextStep,
    counts_text,
    next_step,
    shipped_caption,
    shipped_sign,
    spoken_shipped,
)
from outlay.presenters.tongue import decimal_sign, number, tr
from outlay.presenters.tools import tool_name
from outlay.presenters.unfinished import as_far_as_read, is_whole


@dataclass(frozen=True, slots=True)
class PopoverView:
    """Everything the popover shows for one period. Empty texts and None are left out of the card."""

    chosen: ChosenPeriod
    range: str
    pair: Pair
    heading: str
    rows: tuple[ListRow, ...]
    columns: MoneyColumns
    next_step: NextStep
    running: ListRow | None
    quotas: tuple[QuotaBar, ...]
    foot: Foot
    sample: bool
    paused: bool
    first: FirstLook | None


def popover_view(glance: Glance, chosen: ChosenPeriod, activity: Activity | None = None) -> PopoverView:
    """The view of a glance for the chosen period, while `activity` goes on."""
    doing = activity or Activity()
    glance = as_far_as_read(glance, doing)
    period = period_of(glance, chosen)
    whole = is_whole(period, glance, doing)
    first = first_look(glance, doing) if glance.empty else None
    rows = () if first else list_rows(period)
    return PopoverView(
        chosen=chosen,
        range=range_text(period.period),
        pair=pair_of(
            period, known=not glance.empty, whole=whole or glance.empty, why_unknown=glance.shipped_unknown
        ),
        heading=_heading(rows),
        rows=rows,
        columns=money_columns(),
        next_step=next_step("" if first else glance.shipped_unknown),
        running=_running_row(glance),
        quotas=quota_bars(glance.quotas, glance.as_of, glance.zone),
        foot=foot(glance, doing),
        sample=glance.sample,
        paused=doing.paused,
        first=first,
    )


def pair_of(period: PeriodGlance, *, known: bool, whole: bool = True, why_unknown: str = "") -> Pair:
    """Spend beside what shipped. `known` is False before anything was ever read, `whole` before all of it was."""
    spend = shown_spend(period)
    return Pair(
        figure(spend),
        _spend_caption(period, known=known, whole=whole),
        UNKNOWN if period.shipped is None else number(period.shipped),
        shipped_caption(period, why_unknown),
        f"{_spoken_spend(period, known=known and whole)}, {spoken_shipped(period, why_unknown)}",
        "" if period.shipped is None else counts_text(period.items),
        shipped_sign(at_least=period.shipped_at_least),
    )


def money_columns() -> MoneyColumns:
    """The two columns of money: their names, and how an amount is written in them."""
    return MoneyColumns(tr("direct"), tr("context"), decimal_sign(), unit_behind())


def _heading(rows: tuple[ListRow, ...]) -> str:
    return tr("Where it went") if any(row.figure for row in rows) else tr("What shipped")


def _spend_caption(period: PeriodGlance, *, known: bool, whole: bool) -> str:
    words = basis_words(period.spend.basis)
    if shown_spend(period).micros is not None:
        return words
    if not (period.requests or whole):
        return tr("{basis}, not read yet", basis=words)
    if known and not period.requests:
        return tr("{basis}, no use", basis=words)
    return tr("{basis}, unknown", basis=words)


def _spoken_spend(period: PeriodGlance, *, known: bool) -> str:
    return spoken(shown_spend(period)) if period.requests or not known else tr("No use")


def _running_row(glance: Glance) -> ListRow | None:
    running = glance.running
    if running is None:
        return None
    tool = tool_name(running.tool)
    if running.project:
        title = tr(
            "Running: {tool} in {project}", tool=tool, project=short_path(running.project, glance.home)
        )
    else:
        title = tr("Running: {tool}", tool=tool)
    told = tr("{title}. {amount} so far", title=title, amount=spoken(running.amount))
    return ListRow(
        Mark.NONE,
        title,
        "",
        figure(running.amount),
        spoken=told,
        opens=f"spend:session/{running.tool}/{running.session}",
    )
