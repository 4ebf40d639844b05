"""Answers what agents did in a period, beside what was finished."""

from zoneinfo import ZoneInfo

from outlay.domain.agent_actions import AgentActions
from outlay.domain.moments import Period, UtcMillis
from outlay.store.store import StoreView
from outlay.use_cases.week import week


def agent_actions(store: StoreView, period: Period, zone: ZoneInfo, now: UtcMillis) -> AgentActions:
    """Counts of a period up to a moment."""
    done = store.actions.between(period.first, min(period.after, UtcMillis(now + 1)))
    answer = week(store, period, zone, now, sample=False)
    return AgentActions(done.turns, answer.work.requests, done.edits, done.commands, answer.shipped)
