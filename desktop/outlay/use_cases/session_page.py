"""Answers everything about one session; its money is that of the same session in every list."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from outlay.domain.attribution import Reason, Tier, TurnKey
from outlay.domain.items import Item, ItemSpend, Unlinked
from outlay.domain.moments import UtcMillis
from outlay.domain.session_page import EditedFile, LogFile, SessionItem, SessionPage, SessionTurn, Subagent
from outlay.errors import WrongCallError
from outlay.rules.places import project_of, repository_of
from outlay.store.attribution_rows import TurnCost
from outlay.store.session_page_facts import SessionHead
from outlay.store.store import StoreView
from outlay.use_cases.linked_spend import Part
from outlay.use_cases.named_work import root_of
from outlay.use_cases.period_work import work_of_turns
from outlay.use_cases.spend import Narrowing, spend

IsThere = Callable[[str], bool]
"""Whether a log file is still on this machine."""

_UTC = ZoneInfo("UTC")


def session_page(store: StoreView, named: str, now: UtcMillis, is_there: IsThere) -> SessionPage:
    """One session by its id, the beginning of it, or `tool/id`; a subagent's opens the one it is part of.

    Raises WrongCallError for a session that is not known or may be several.
    """
    tool, session = root_of(store, named)
    head = store.session_page.head(tool, session)
    if head is None:
        raise WrongCallError(f"Of session {session} nothing is known.", "See outlay spend --by session.")
    return _Page(store, (tool, session), head, now).page(is_there)


class _Page:
    """Puts a page together out of what its tables say."""

    def __init__(self, store: StoreView, key: tuple[str, str], head: SessionHead, now: UtcMillis) -> None:
        self._store = store
        self._tool, self._session = key
        self._head = head
        self._now = now
        self._facts = store.session_page
        self._numbers = store.session_page.numbers(*key)

    def page(self, is_there: IsThere) -> SessionPage:
        """The whole answer."""
        head, facts, roots = self._head, self._facts, self._store.git.worktrees()
        costs = self._costs()
        parts, whole, known = work_of_turns(self._store, costs, self._now)
        where = {"session": self._session, "tool": self._tool}
        sums = spend(self._store, ("model",), None, _UTC, self._now, Narrowing(where))
        files = [EditedFile(*row) for row in facts.edits(self._numbers, self._now)]
        logs = facts.logs(self._numbers)
        moments = [moment for cost in costs for moment in (cost.first, cost.last)]
        return SessionPage(
            tool=self._tool,
            session=self._session,
            version=head.version,
            project=project_of(head.folder, roots),
            repository=repository_of(head.folder, roots),
            branches=facts.branches(self._numbers, self._now) or ((head.branch,) if head.branch else ()),
            started=head.started,
            first=min(moments, default=None),
            last=max(moments, default=None),
            amount=sums.amount,
            total=sums.total,
            models=sums.rows,
            turns=self._turns(costs),
            subagents=tuple(Subagent(*row) for row in facts.agents(self._numbers, self._now)),
            files=tuple(file for file in files if file.path),
            shown_only=sum(file.edits for file in files if not file.path),
            items=_items(parts, whole),
            not_linked=_not_linked(parts),
            logs=tuple(LogFile(path, read, is_there(path)) for _, path, read in logs),
            problems=facts.problems([path for _, path, _ in logs]),
            reasons=_reasons(known.linked.reasons, costs),
            revision=self._store.revision,
        )

    def _costs(self) -> list[TurnCost]:
        """Requests by turn, each once: a subagent counts with the turn that launched it, by itself if none did."""
        launched = self._facts.launched(self._numbers)
        own = [number for number in self._numbers if number not in launched]
        return self._store.attributed.costs_of(own, UtcMillis(self._now + 1))

    def _turns(self, costs: Iterable[TurnCost]) -> tuple[SessionTurn, ...]:
        asked = self._store.attributed.story.prompts([self._head.number])
        by_number: dict[int, list[TurnCost]] = defaultdict(list)
        for cost in costs:
            by_number[cost.turn.number if cost.turn.session == self._head.number else 0].append(cost)
        return tuple(
            _turn(number, asked.get(TurnKey(self._head.number, number)), told)
            for number, told in sorted(by_number.items())
        )


def _turn(number: int, asked: UtcMillis | None, costs: Sequence[TurnCost]) -> SessionTurn:
    return SessionTurn(
        number,
        asked,
        min(cost.first for cost in costs),
        max(cost.last for cost in costs),
        sum(cost.requests for cost in costs),
        sum(cost.list_micros for cost in costs),
        sum(cost.unpriced for cost in costs),
    )


def _items(parts: Iterable[Part], whole: Mapping[str, Item]) -> tuple[SessionItem, ...]:
    """The most money first."""
    tiers: dict[str, dict[Tier, int]] = defaultdict(lambda: defaultdict(int))
    for part in parts:
        if part.item is not None:
            tiers[whole[part.item].item][part.tier] += part.list_micros
    told = [
        SessionItem(whole[item]._replace(in_all=(sums := ItemSpend(dict(spent))), in_period=sums))
        for item, spent in tiers.items()
    ]
    return tuple(sorted(told, key=lambda one: (-one.micros, one.item.item)))


def _not_linked(parts: Iterable[Part]) -> Unlinked:
    reasons: dict[Reason, int] = defaultdict(int)
    for part in parts:
        if part.item is None:
            reasons[part.reason or Reason.NOT_YET] += part.list_micros
    return Unlinked(dict(reasons))


def _reasons(reasons: Mapping[TurnKey, Reason], costs: Iterable[TurnCost]) -> dict[int, Reason]:
    return {cost.turn.number: reasons[cost.turn] for cost in costs if cost.turn in reasons}
