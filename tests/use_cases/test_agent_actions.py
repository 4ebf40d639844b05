"""What agents did is counted by period, up to the moment asked for."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from basket_world import shipped_basket
from outlay.domain.agent_actions import AgentActions
from outlay.domain.moments import Period


@pytest.fixture
def world(empty_home):
    return shipped_basket(empty_home)


def day(number):
    first = date(2026, 11, number)
    return Period(first, first.replace(day=number + 1), ZoneInfo("UTC"))


def test_turns_requests_and_edits_of_a_day_stand_beside_what_was_finished(world):
    assert world.app().agent_actions(day(19)) == AgentActions(2, 2, 1, 0, 1)


def test_a_day_without_use_has_none(world):
    assert world.app().agent_actions(day(18)) == AgentActions(0, 0, 0, 0, 0)


def test_what_happened_after_the_moment_asked_for_is_left_out(world):
    early = world.app("2026-11-19T09:30:00Z")
    assert early.agent_actions(day(19)) == AgentActions(1, 1, 1, 0, 0)
