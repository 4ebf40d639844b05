"""What changed in a week against the week before, in words, and only as far as it may be told."""

from collections.abc import Sequence

from outlay.domain.review import Change, Moved, Split, Verdict
from outlay.presenters.amounts import MINUS, NO_BREAK, cents_of, cents_text, shown_cents, two_digits
from outlay.presenters.tongue import later, number, plural, tr
from outlay.presenters.tools import tool_name
from outlay.presenters.words import named, sentences
from outlay.rules.small_samples import FEWEST_FOR_RANGE

_MOST_NAMES = 4

_NOT_COMPARED = {
    Verdict.RUNNING: later("The week is compared with the one before once it is over."),
    Verdict.UNPRICED: later(
        "No difference is told: this week or the one before has requests without a known price."
    ),
    Verdict.UNUSED: later("Not compared: nothing was used in this week or in the one before."),
}


def change_sentences(change: Change) -> str:
    """Whether the week's sum changed against the week before, as far as that may be told."""
    if change.verdict in _NOT_COMPARED or change.difference is None:
        return tr(_NOT_COMPARED.get(change.verdict, _NOT_COMPARED[Verdict.UNUSED]))
    told = _difference(cents_of(change.difference))
    if change.verdict is Verdict.TOO_FEW:
        few = tr(
            "Too few weeks to say whether that is a change ({n} of {need})",
            n=number(change.weeks),
            need=number(FEWEST_FOR_RANGE),
        )
        return sentences(told, few)
    low, high = two_digits(change.low or 0), two_digits(change.high or 0)
    if change.verdict is Verdict.NO_CLEAR_CHANGE:
        inside = tr(
            "{told}, inside the {low} to {high} of {weeks}",
            told=told,
            low=low,
            high=high,
            weeks=_weeks(change),
        )
        return sentences(tr("No clear change"), inside)
    return sentences(
        tr(
            "{told}, outside the {low} to {high} of {weeks}",
            told=told,
            low=low,
            high=high,
            weeks=_weeks(change),
        )
    )


def split_text(split: Split | None) -> str:
    """`items + $9.00, size + $8.30, mix \u2212 $1.40`, which adds up to the difference to the cent; empty without one."""
    if split is None:
        return ""
    names = (tr("items"), tr("size"), tr("price"), tr("mix"))
    cents = shown_cents(tuple(split), sum(split))
    return ", ".join(f"{name} {_signed(part)}" for name, part in zip(names, cents, strict=True) if part)


def moved_sentences(change: Change) -> str:
    """Tools, models and projects that are new against the week before, and those that are gone; empty without any."""
    tools, models, projects = (
        Moved(*(tuple(shown(name) for name in way) for way in moved))
        for moved, shown in (
            (change.tools, tool_name),
            (change.models, named),
            (change.projects, _project),
        )
    )
    return sentences(
        _list(tr("New tools"), tools.new),
        _list(tr("New models"), models.new),
        _list(tr("New projects"), projects.new),
        _list(tr("Tools not used"), tools.gone),
        _list(tr("Models not used"), models.gone),
        _list(tr("Projects not used"), projects.gone),
    )


def _difference(cents: int) -> str:
    if not cents:
        return tr("As much as in the week before")
    if cents < 0:
        return tr("{amount} below the week before", amount=cents_text(-cents))
    return tr("{amount} above the week before", amount=cents_text(cents))


def _weeks(change: Change) -> str:
    return plural(
        change.weeks,
        one="{n} week before that can be compared",
        many="the {n} weeks before that can be compared",
    )


def _signed(cents: int) -> str:
    return f"{MINUS if cents < 0 else '+'}{NO_BREAK}{cents_text(abs(cents))}"


def _project(name: str) -> str:
    return named(name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or name, 40)


def _list(what: str, names: Sequence[str]) -> str:
    if not names:
        return ""
    more = len(names) - _MOST_NAMES
    told = ", ".join(names[:_MOST_NAMES])
    told = tr("{names} and {n} more", names=told, n=number(more)) if more > 0 else told
    return tr("{what}: {names}", what=what, names=told)
