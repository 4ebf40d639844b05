"""The tray's words: icon text, tooltip and the figures in its menu."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from outlay.domain.answers import Glance, PeriodGlance, Trouble
from outlay.domain.moments import day_of
from outlay.domain.money import Amount
from outlay.domain.pictures import FaceState, IconPicture
from outlay.presenters.activity import Activity, face_state, troubles_of
from outlay.presenters.advice import on_screen
from outlay.presenters.amounts import UNKNOWN, amount_text, amount_words, basis_words, tray_text
from outlay.presenters.days import moment_text
from outlay.presenters.paths import with_short_paths
from outlay.presenters.periods import ChosenPeriod, period_name, shown_spend
from outlay.presenters.shipped import kinds_of, kinds_text, shipped_text, shipped_words
from outlay.presenters.tongue import tr
from outlay.presenters.unfinished import as_far_as_read
from outlay.presenters.words import clipped

_TOOLTIP = 127
"""Characters a tooltip in a tray has room for.

Source: https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-notifyicondataw (szTip).
"""
_MOST = 60
"""Characters of a sentence in a menu or a tooltip; a menu as wide as a sentence hides half the screen."""


@dataclass(frozen=True, slots=True)
class TrayView:
    """Everything the tray shows, in words."""

    icon: IconPicture
    tooltip: str
    menu: tuple[str, ...]
    """The figures of the menu; long sentences are cut short there and in the tooltip."""
    lines: tuple[str, ...]
    """The same with every sentence whole, for a terminal."""
    paused: bool


def tray_view(glance: Glance, activity: Activity, *, plain: bool = False) -> TrayView:
    """The tray of one glance; menu and tooltip carry the popover's figures, the icon none when it is `plain`."""
    state = face_state(glance, activity)
    glance = as_far_as_read(glance, activity)
    above, below = _sample(glance), as_of_line(glance, activity)
    told = _state_line(glance, activity, state)
    kinds = _figures(glance, amount_text, _by_kinds, _by_kinds)
    beside = (below, *_clipped(told))
    return TrayView(
        IconPicture(None if plain else tray_text(shown_spend(glance.today).micros), state),
        _tooltip(glance, above, beside),
        (*above, *_menu_figures(glance), *beside),
        (*above, *kinds, below, *_whole_troubles(glance, activity)),
        activity.paused,
    )


def trouble_view(trouble: Trouble) -> TrayView:
    """The tray when there is no glance at all: unknown, failing, and why."""
    lines = tuple(line for line in (on_screen(trouble.title), on_screen(trouble.advice)) if line)
    tooltip = "\n".join(("Outlay", *_clipped(lines)))
    return TrayView(IconPicture(UNKNOWN, FaceState.FAILING), tooltip, _clipped(lines), lines, paused=False)


def as_of_line(glance: Glance, activity: Activity) -> str:
    """Until when the figures are known: the last reading, or an earlier moment that was asked for."""
    read, asked, zone = glance.last_sync, glance.as_of, glance.zone
    if read is None:
        return tr("Reading now") if activity.progress else _not_read(glance)
    if asked < read:
        return tr("As of {when}", when=moment_text(asked, zone, day_of(read, zone)))
    return tr("As of {when}", when=moment_text(read, zone, day_of(asked, zone)))


def period_line(
    name: str,
    period: PeriodGlance,
    in_text: Callable[[Amount], str],
    shipped: Callable[[PeriodGlance], str] = shipped_words,
) -> str:
    """`Today ≥ $15.20 list value, 2 shipped`; `in_text` makes text of the amount, `shipped` of the work."""
    spend = in_text(shown_spend(period))
    basis = basis_words(period.spend.basis)
    return tr(
        "{period} {amount} {basis}, {shipped}",
        period=name,
        amount=spend,
        basis=basis,
        shipped=shipped(period),
    )


def _not_read(glance: Glance) -> str:
    return tr("Nothing read yet") if glance.empty else tr("Reading has not finished yet")


def _clipped(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(clipped(line, _MOST) for line in lines)


def _figures(
    glance: Glance,
    in_text: Callable[[Amount], str],
    today: Callable[[PeriodGlance], str],
    week: Callable[[PeriodGlance], str],
) -> tuple[str, str]:
    return (
        period_line(period_name(ChosenPeriod.TODAY), glance.today, in_text, today),
        period_line(period_name(ChosenPeriod.WEEK), glance.week, in_text, week),
    )


def _menu_figures(glance: Glance) -> Iterator[str]:
    """Figures with the kinds of what shipped, which stand in a line of their own where one would be too wide."""
    whole = _figures(glance, amount_text, _by_kinds, _by_kinds)
    bare = _figures(glance, amount_text, shipped_words, shipped_words)
    for line, short, period in zip(whole, bare, (glance.today, glance.week), strict=True):
        if len(line) <= _MOST:
            yield line
        else:
            yield from (short, kinds_text(kinds_of(period) or ()))


def _by_kinds(period: PeriodGlance) -> str:
    return shipped_text(kinds_of(period), at_least=period.shipped_at_least)


def _tooltip(glance: Glance, above: Sequence[str], below: Sequence[str]) -> str:
    """What shipped by kinds as far as there is room for it; what is read until and what fails is never pushed out."""
    ways = ((_by_kinds, _by_kinds), (shipped_words, _by_kinds), (shipped_words, shipped_words))
    told = ["\n".join(("Outlay", *above, *_figures(glance, amount_words, *way), *below)) for way in ways]
    return next((one for one in told if len(one) <= _TOOLTIP), told[-1])


def _sample(glance: Glance) -> tuple[str, ...]:
    return (tr("Sample data"),) if glance.sample else ()


def _whole_troubles(glance: Glance, activity: Activity) -> Iterator[str]:
    """Everything that does not answer, each with its next step: a terminal names commands and has the room."""
    if activity.paused:
        yield tr("Paused")
        return
    for trouble in troubles_of(glance, activity):
        told = " ".join(filter(None, (trouble.title, trouble.advice)))
        yield with_short_paths(told, glance.home)


def _state_line(glance: Glance, activity: Activity, state: FaceState) -> tuple[str, ...]:
    if state is FaceState.PAUSED:
        return (tr("Paused"),)
    return tuple(
        with_short_paths(on_screen(trouble.title), glance.home)
        for trouble in troubles_of(glance, activity)[:1]
    )
