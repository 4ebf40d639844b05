"""How far agents took part is told by landed lines, else by sessions, and what cannot be known is not called none."""

import pytest

from outlay.domain.attribution import AgentShare, Form
from outlay.domain.items import ItemSpend
from outlay.domain.shared_summary import AgentClass
from outlay.rules.agent_classes import class_of
from sharing_samples import item

NO_MONEY = {"in_all": ItemSpend({})}


@pytest.mark.parametrize(
    ("low", "found"),
    [
        (0.6, AgentClass.WRITTEN),
        (0.59, AgentClass.MIXED),
        (0.1, AgentClass.MIXED),
        (0.09, AgentClass.CONSULTED),
    ],
)
def test_the_lines_that_agents_wrote_at_least_decide(low, found):
    assert class_of(item("commit:a/b@1", agent_share=AgentShare(low, 1.0))) is found


def test_where_agents_wrote_next_to_nothing_without_a_session_one_may_still_be_unseen():
    few = NO_MONEY | {"agent_share": AgentShare(0.0, 0.0)}
    assert class_of(item("commit:a/b@1", **few)) is AgentClass.NONE_SEEN
    assert class_of(item("commit:a/b@1", spend_unseen=True, **few)) is AgentClass.UNKNOWN


def test_work_without_commits_is_known_by_its_sessions_alone():
    bare = {"agent_share": None, "commits": ()}
    assert class_of(item("ticket:LED-1", form=Form.TICKET, **bare)) is AgentClass.CONSULTED
    assert class_of(item("ticket:LED-1", form=Form.TICKET, spend_unseen=True, **bare)) is AgentClass.UNKNOWN
    assert class_of(item("ticket:LED-1", form=Form.TICKET, **bare, **NO_MONEY)) is AgentClass.UNKNOWN
    assert class_of(item("manual:1", form=Form.BY_HAND, **bare, **NO_MONEY)) is AgentClass.NONE_SEEN


def test_commits_whose_lines_cannot_be_counted_are_unknown_whatever_was_spent():
    assert class_of(item("commit:a/b@1", agent_share=None)) is AgentClass.UNKNOWN
