"""Finds items, sessions, repositories, projects, models, days and pages by a piece of text."""

from collections.abc import Iterable
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis, day_of, start_of_day
from outlay.domain.search import Hit, HitKind
from outlay.rules.places import project_of
from outlay.rules.searching import PREFIX, day_meant, rank_of
from outlay.store.store import StoreView

PAGES = (
    "week",
    "shipped",
    "spend",
    "money",
    "outcomes",
    "patterns",
    "review",
    "sources",
    "method",
    "settings",
)
"""Pages of the window by their stable names."""

LONGEST = 200
_MORE = 4
"""So many times the hits asked for are looked at before they are ranked."""

_ORDER = tuple(HitKind)
_MANY = frozenset({HitKind.ITEM, HitKind.SESSION})


class _Ranked(NamedTuple):
    rank: int
    hit: Hit


def search(store: StoreView | None, text: str, limit: int, zone: ZoneInfo, now: UtcMillis) -> tuple[Hit, ...]:
    """The best hits: at a name's beginning before inside it, the newest first; none for an empty text."""
    asked = " ".join(text.split())[:LONGEST]
    if not asked or limit < 1:
        return ()
    found = [*_pages(asked), *_days(asked, zone, now)]
    if store is not None:
        most = limit * _MORE
        found += [*_items(store, asked, most), *_sessions(store, asked, most), *_names(store, asked, most)]
    ordered = sorted(found, key=_order)
    return tuple(one.hit for one in ordered[:limit])


def _order(one: _Ranked) -> tuple[int, bool, int, int, str]:
    """Of equal rank what there are few of comes first, then the newest."""
    hit = one.hit
    return one.rank, hit.kind in _MANY, -(hit.moment or 0), _ORDER.index(hit.kind), hit.key


def _pages(text: str) -> Iterable[_Ranked]:
    """Pages come first: there are few, and who types one's name means it."""
    for name in PAGES:
        if rank_of(text, name) == PREFIX:
            yield _Ranked(PREFIX - 1, Hit(HitKind.PAGE, name, name, ""))


def _days(text: str, zone: ZoneInfo, now: UtcMillis) -> Iterable[_Ranked]:
    day = day_meant(text, day_of(now, zone))
    if day is not None:
        yield _Ranked(
            PREFIX - 1, Hit(HitKind.DAY, day.isoformat(), day.isoformat(), "", start_of_day(day, zone))
        )


def _items(store: StoreView, text: str, most: int) -> Iterable[_Ranked]:
    """Every item once: what belongs to a ticket is found as the ticket, as lists show it."""
    found = store.search.items(text, most)
    told = store.search.tickets({key for item in found for key in item.tickets})
    best: dict[str, _Ranked] = {}
    for item in found:
        carrier = next((key for key in item.tickets if key in told), None)
        key, title = (item.item, item.title) if carrier is None else (f"ticket:{carrier}", told[carrier])
        rank = rank_of(text, title, item.title, item.item, _short_key(item.item), _short_key(key))
        hit = Hit(HitKind.ITEM, key, title, item.repository or "", item.moment)
        one = _Ranked(rank if rank is not None else PREFIX, hit)
        best[key] = min(best.get(key, one), one, key=_order)
    return best.values()


def _short_key(item: str) -> str:
    """What people call it: a ticket's key, a pull request's number, a commit's id."""
    kind, _, rest = item.partition(":")
    return rest if kind == "ticket" else rest.replace("@", "#").rpartition("#")[2]


def _sessions(store: StoreView, text: str, most: int) -> Iterable[_Ranked]:
    roots = store.git.worktrees()
    for one in store.search.sessions(text, most):
        project = project_of(one.folder, roots) or ""
        last = project.replace("\\", "/").rsplit("/", 1)[-1]
        rank = rank_of(text, one.session, one.branch or "", last, project)
        hit = Hit(HitKind.SESSION, f"{one.tool}/{one.session}", one.branch or project, project, one.moment)
        if rank is not None:
            yield _Ranked(rank + 1 if rank_of(text, one.session) is None else rank, hit)


def _names(store: StoreView, text: str, most: int) -> Iterable[_Ranked]:
    roots = store.git.worktrees()
    for name in sorted(set(roots.values())):
        rank = rank_of(text, name, name.rsplit("/", 1)[-1])
        if rank is not None:
            yield _Ranked(rank, Hit(HitKind.REPOSITORY, name, name, ""))
    for name in store.search.models(text, most):
        yield _Ranked(rank_of(text, name) or PREFIX, Hit(HitKind.MODEL, name, name, ""))
