"""What the list of the Shipped page can be narrowed to, grouped by and shown with: only what its items have."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from outlay.domain.items import Item
from outlay.presenters.pages.shipped_rows import columns, type_text
from outlay.presenters.systems import system_name
from outlay.presenters.tongue import tr
from outlay.presenters.words import as_beginning
from outlay.rules.shipped_items import CHOSEN, GroupBy, ListView, type_of


class Offered(NamedTuple):
    """Each as keys with their words, in order; of what no item has, nothing is offered."""

    systems: tuple[tuple[str, str], ...]
    types: tuple[tuple[str, str], ...]
    labels: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]


def offered(items: Iterable[Item], view: ListView) -> Offered:
    """What the items of a period offer; what the owner chose before stays, so that it can be seen and taken back."""
    told = list(items)
    narrowed = view.narrowed
    systems = _choices(tr("Any system"), {one.system: system_name(one.system) for one in told if one.system})
    types = _choices(
        tr("Any type"), {type_of(one): as_beginning(type_text(one)) for one in told if type_of(one)}
    )
    labels = _choices(tr("Any label"), {label: label for one in told for label in one.labels})
    return Offered(
        _with_kept(systems, tr("Any system"), narrowed.system, system_name),
        _with_kept(types, tr("Any type"), narrowed.type, as_beginning),
        _with_kept(labels, tr("Any label"), narrowed.label, str),
        _columns(told, view),
        tuple(by for by in GroupBy if by is not GroupBy.SYSTEM or systems or view.group is by),
    )


def _choices(anything: str, found: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Everything first; nothing at all where there is nothing to choose between."""
    told = sorted(found.items(), key=lambda one: (one[1].casefold(), one[0]))
    return (("", anything), *told) if told else ()


def _with_kept(
    choices: tuple[tuple[str, str], ...], anything: str, kept: str, named: Callable[[str], str]
) -> tuple[tuple[str, str], ...]:
    if not kept or any(key == kept for key, _ in choices):
        return choices
    return (*(choices or (("", anything),)), (kept, named(kept)))


def _columns(items: Iterable[Item], view: ListView) -> tuple[tuple[str, str], ...]:
    told = list(items)
    names = {column.key: column.title for column in columns(CHOSEN)}
    has = {key for key, has in _HAS.items() if any(has(item) for item in told)}
    return tuple((key, names[key]) for key in CHOSEN if key in has or key in view.columns)


_HAS: dict[str, Callable[[Item], bool]] = {
    "coding": lambda item: item.times.coding is not None,
    "review": lambda item: item.times.review is not None,
    "cycle": lambda item: item.times.cycle is not None,
    "system": lambda item: bool(item.system),
    "type": lambda item: bool(type_of(item)),
    "label": lambda item: bool(item.labels),
}
