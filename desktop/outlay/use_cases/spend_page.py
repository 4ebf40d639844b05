"""Answers the Spend page: a part of the spend by days and groups, with sessions and what they went into."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from zoneinfo import ZoneInfo

from outlay.domain.answers import SpendAnswer, SpendRow
from outlay.domain.items import Item
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.spend_page import (
    SpendPage,
    SpendQuestion,
    SpentDay,
    SpentGroup,
    SpentSession,
    Step,
    ToolSum,
)
from outlay.rules.as_of import tickets_as_of
from outlay.rules.sums import add_rows, total_of
from outlay.store.store import StoreView
from outlay.use_cases.amount_by_kind import amount_by_kind
from outlay.use_cases.asked_items import Asked, items_known
from outlay.use_cases.items import bare_rows
from outlay.use_cases.spend import Narrowing, spend
from outlay.use_cases.ticket_items import folded

MOST_REQUESTS = 30_000
"""Above so many requests sessions are read only when they are asked for: they need every request looked at."""

_GROUP_KEYS = ("repository", "project", "tool")
_SESSION_KEYS = (*_GROUP_KEYS, "session", "branch", "model", "item")


def spend_page(
    store: StoreView, question: SpendQuestion, period: Period, zone: ZoneInfo, now: UtcMillis
) -> SpendPage:
    """The page of a question and a period. Days are cut in `zone`; what happened after `now` is left out."""
    return _Asked(store, question, period, zone, now).page()


class _Asked:
    """One question, answered by several sums of the same requests."""

    def __init__(
        self, store: StoreView, question: SpendQuestion, period: Period, zone: ZoneInfo, now: UtcMillis
    ) -> None:
        self._store, self._question, self._period = store, question, period
        self._zone, self._now = zone, now
        self._where = {step.key: step.value for step in question.steps}

    def page(self) -> SpendPage:
        """All of it in one value."""
        whole = self._spend(("day", "tool"), {})
        mine = self._spend(("day", "tool"), self._where)
        detailed = self._is_detailed(mine, whole)
        groups = self._groups(detailed=detailed)
        return SpendPage(
            question=self._question,
            period=self._period,
            groups=groups,
            total=total_of(group.row for group in groups),
            amount=mine.amount,
            all_amount=whole.amount,
            sessions=_count(groups) if detailed else None,
            days=self._days(mine.rows, whole.rows),
            items=self._items(groups) if detailed else {},
            amounts=amount_by_kind(self._store, self._where, self._period, self._now) if detailed else None,
            oldest=self._store.spend.first_event(),
            newest=self._store.spend.newest_event(),
            as_of=self._now,
            revision=self._store.revision,
        )

    def _is_detailed(self, mine: SpendAnswer, whole: SpendAnswer) -> bool:
        few = whole.total.requests <= MOST_REQUESTS
        return self._question.whole or few or self._question.by == "session" or not mine.total.requests

    def _spend(self, by: Sequence[str], where: Mapping[str, str | None]) -> SpendAnswer:
        return spend(self._store, by, self._period, self._zone, self._now, Narrowing(where))

    def _days(self, mine: Iterable[SpendRow], whole: Iterable[SpendRow]) -> tuple[SpentDay, ...]:
        looked, every = _tools(mine), _tools(whole)
        return tuple(
            SpentDay(day, looked.get(day.isoformat(), ()), every.get(day.isoformat(), ()))
            for day in self._period.days
        )

    def _groups(self, *, detailed: bool) -> tuple[SpentGroup, ...]:
        by = self._question.by
        every = _SESSION_KEYS if detailed else _GROUP_KEYS
        keys = (by, *(key for key in every if key != by))
        made = _Groups(by, keys, self._spend(keys, self._where).rows)
        firsts = self._firsts(made) if detailed else None
        return tuple(sorted(made.groups(firsts), key=_largest))

    def _firsts(self, made: "_Groups") -> Mapping[tuple[str, str], UtcMillis]:
        after = UtcMillis(min(self._period.after, self._now + 1))
        return self._store.kinds.first_requests(self._period.first, after, made.sessions())

    def _items(self, groups: Iterable[SpentGroup]) -> dict[str, Item]:
        """The items that sessions name, as lists call them; their money stands with the sessions."""
        sessions = (one for group in groups for one in group.sessions or ())
        named = frozenset(key for one in sessions for key, _ in one.items if key is not None)
        tickets = tickets_as_of(self._store.work.tickets(), self._now)
        known = items_known(self._store, Asked(None, named, tickets), self._now)
        listed = folded(bare_rows(self._store, known, named, self._now), tickets, self._now)
        return {item.item: item for item in listed if item.item in named}


class _Groups:
    """Groups out of rows of many keys, the first of which makes the groups."""

    def __init__(self, by: str, keys: Sequence[str], rows: Sequence[SpendRow]) -> None:
        self._by, self._rows = by, rows
        self._at = {key: number for number, key in enumerate(keys)}

    def sessions(self) -> list[str]:
        """Every session there is."""
        at = self._at["session"]
        return sorted({row.keys[at] or "" for row in self._rows})

    def groups(self, firsts: Mapping[tuple[str, str], UtcMillis] | None) -> list[SpentGroup]:
        """The groups; with their sessions when it is known when these began."""
        return [self._group(step, rows, firsts) for step, rows in self._by_step().items()]

    def _by_step(self) -> dict[Step, list[SpendRow]]:
        """Folders outside of every repository are one group beside repositories, and each its own without."""
        together = self._by == "project" and any(row.keys[self._at["repository"]] for row in self._rows)
        found: dict[Step, list[SpendRow]] = defaultdict(list)
        for row in self._rows:
            outside = together and row.keys[self._at["repository"]] is None
            step = Step("repository", None) if outside else Step(self._by, row.keys[0])
            found[step].append(row)
        return found

    def _group(
        self,
        step: Step,
        rows: Sequence[SpendRow],
        firsts: Mapping[tuple[str, str], UtcMillis] | None,
    ) -> SpentGroup:
        outside = {row.keys[0] for row in rows} if step.key != self._by else ()
        sessions = None if firsts is None else self._sessions(rows, firsts)
        return SpentGroup(step, total_of(rows), _most(rows, self._at["tool"]), sessions, len(outside))

    def _sessions(
        self, rows: Iterable[SpendRow], firsts: Mapping[tuple[str, str], UtcMillis]
    ) -> tuple[SpentSession, ...]:
        own: dict[tuple[str, str], list[SpendRow]] = defaultdict(list)
        named = itemgetter(self._at["tool"], self._at["session"])
        for row in rows:
            tool, session = named(row.keys)
            own[tool or "", session or ""].append(row)
        made = (self._session(key, told, firsts.get(key)) for key, told in own.items())
        return tuple(sorted(made, key=_largest_session))

    def _session(
        self, key: tuple[str, str], rows: Sequence[SpendRow], first: UtcMillis | None
    ) -> SpentSession:
        into = Counter[str | None]()
        for row in rows:
            into[row.keys[self._at["item"]]] += row.list_micros
        went = sorted(into.items(), key=lambda one: (one[0] is None, -one[1], one[0] or ""))
        projects, branches = _most(rows, self._at["project"]), _most(rows, self._at["branch"])
        return SpentSession(
            *key,
            first=first,
            project=next(iter(projects), None),
            branch=next(iter(branches), None),
            models=_most(rows, self._at["model"]),
            items=tuple(went),
            row=total_of(rows),
        )


def _tools(rows: Iterable[SpendRow]) -> dict[str | None, tuple[ToolSum, ...]]:
    """By day what each tool took."""
    found: dict[str | None, list[ToolSum]] = defaultdict(list)
    for row in rows:
        day, tool = row.keys
        found[day].append(ToolSum(tool or "", row.list_micros, row.requests, row.unpriced_requests))
    return {day: tuple(sums) for day, sums in found.items()}


def _most(rows: Iterable[SpendRow], at: int) -> tuple[str, ...]:
    """The known values of a key, the one with the most money first."""
    sums: dict[str, SpendRow] = {}
    for row in rows:
        value = row.keys[at]
        if value is not None:
            sums[value] = add_rows(sums[value], row) if value in sums else row
    return tuple(sorted(sums, key=lambda value: (-sums[value].list_micros, -sums[value].requests, value)))


def _count(groups: Iterable[SpentGroup]) -> int:
    return len({(one.tool, one.session) for group in groups for one in group.sessions or ()})


def _largest(group: SpentGroup) -> tuple[int, int, bool, str]:
    value = group.step.value
    return -group.row.list_micros, -group.row.requests, value is None, value or ""


def _largest_session(one: SpentSession) -> tuple[int, int, str]:
    return -one.row.list_micros, -one.row.requests, one.session
