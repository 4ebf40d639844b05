"""Agents are known by their logins, people by not having one of them."""

import pytest

from outlay.readers.work.agent_logins import agent_behind


@pytest.mark.parametrize("login", ["devin-ai-integration", "Devin-AI-Integration"])
def test_a_login_is_an_agents_however_it_is_written(login):
    assert agent_behind(login, "Some name") == "devin"


@pytest.mark.parametrize("login", ["devin", "claude", "cursor", None])
def test_a_login_that_a_person_may_bear_is_a_persons(login):
    assert agent_behind(login, "Claude Debussy") is None
    assert agent_behind(login, None) is None
