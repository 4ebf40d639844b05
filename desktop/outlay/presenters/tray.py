"""The tray's words: icon text, tooltip and the figures in its menu."""

from dataclasses import dataclass

from outlay.domain.answers import Glance, PeriodGlance, Trouble
from outlay.domain.moments import day_of
from outlay.domain.pictures import FaceState, IconPicture
from outlay.presenters.activity import Activity, face_state, troubles_of
from outlay.presenters.amounts import UNKNOWN, amount_text, basis_words, tray_text
from outlay.presenters.days import moment_text
from outlay.presenters.periods import ChosenPeriod, shown_spend


@dataclass(frozen=True, slots=True)
class TrayView:
    """Everything the tray shows, in words."""

    icon: IconPicture
    tooltip: str
    lines: tuple[str, ...]
    paused: bool


def tray_view(glance: Glance, activity: Activity) -> TrayView:
    """The tray of one glance; menu and tooltip carry the popover's figures."""
    state = face_state(glance, activity)
    lines = (*_sample(glance), *_figures(glance), as_of_line(glance), *_state_line(glance, activity, state))
    return TrayView(
        IconPicture(tray_text(shown_spend(glance.today).micros), state),
        "\n".join(("Outlay", *lines)),
        lines,
        activity.paused,
    )


def trouble_view(trouble: Trouble) -> TrayView:
    """The tray when there is no glance at all: unknown, failing, and why."""
    lines = tuple(line for line in (trouble.title, trouble.advice) if line)
    return TrayView(
        IconPicture(UNKNOWN, FaceState.FAILING), "\n".join(("Outlay", *lines)), lines, paused=False
    )


def as_of_line(glance: Glance) -> str:
    """Until when the figures are known."""
    if glance.last_sync is None:
        return "Nothing read yet"
    return f"As of {moment_text(glance.last_sync, glance.zone, day_of(glance.as_of, glance.zone))}"


def period_line(name: str, period: PeriodGlance) -> str:
    """`Today ≥ $15.20 list value, 2 shipped`."""
    spend = amount_text(shown_spend(period))
    shipped = UNKNOWN if period.shipped is None else f"{period.shipped:,}"
    return f"{name} {spend} {basis_words(period.spend.basis)}, {shipped} shipped"


def _figures(glance: Glance) -> tuple[str, str]:
    return period_line(ChosenPeriod.TODAY, glance.today), period_line(ChosenPeriod.WEEK, glance.week)


def _sample(glance: Glance) -> tuple[str, ...]:
    return ("Sample data",) if glance.sample else ()


def _state_line(glance: Glance, activity: Activity, state: FaceState) -> tuple[str, ...]:
    if state is FaceState.PAUSED:
        return ("Paused",)
    return tuple(trouble.title for trouble in troubles_of(glance, activity)[:1])
