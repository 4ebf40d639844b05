"""The Method page says every rule with the numbers in force, and leaves none out."""

from outlay.domain.agent_actions import AgentActions
from outlay.domain.attribution import DIRECT, Reason, Tier
from outlay.presenters.pages.method import method_view
from outlay.presenters.pages.method_section import percent, span
from outlay.rules.attribution.parameters import DAY_MS, HOUR_MS, PARAMETERS

ACTIONS = AgentActions(turns=120, requests=2_400, edits=310, commands=95, finished=7)


def section(anchor, actions=ACTIONS):
    return next(one for one in method_view(actions).sections if one.anchor == anchor)


def words(anchor):
    return " ".join(section(anchor).paragraphs)


def test_every_section_has_an_anchor_of_its_own_a_heading_and_words():
    sections = method_view(ACTIONS).sections
    anchors = [one.anchor for one in sections]
    assert len(set(anchors)) == len(anchors) > 10
    assert all(one.heading and one.paragraphs and all(one.paragraphs) for one in sections)


def test_every_kind_of_evidence_stands_in_order_with_what_it_counts_as():
    rows = section("tiers").table.rows
    tiers = [tier for tier in Tier if tier is not Tier.NONE]
    assert [row.key for row in rows] == [tier.value for tier in tiers]
    assert [row.cells[1].text for row in rows] == [
        "direct" if tier in DIRECT else "context" for tier in tiers
    ]


def test_every_reason_is_explained():
    assert {row.key for row in section("not-linked").table.rows} == {reason.value for reason in Reason}


def test_the_numbers_in_force_stand_in_the_words():
    told = PARAMETERS
    assert span(told.before_commit_ms) in words("lines")
    assert percent(told.same_text) in words("lines")
    assert span(told.carry_next_ms) in words("turns")
    assert percent(told.agent_written) in words("agent-share")
    assert span(told.follow_up_ms) in words("follow-up-fixes")
    assert told.version in method_view(ACTIONS).version


def test_a_length_of_time_is_said_in_the_largest_unit_that_fits():
    assert [span(ms) for ms in (14 * DAY_MS, DAY_MS, 2 * HOUR_MS, 5 * 60_000)] == [
        "14 days",
        "1 day",
        "2 hours",
        "5 minutes",
    ]


def test_agent_actions_stand_beside_finished_items():
    rows = section("agent-actions").table.rows
    assert [row.cells[1].text for row in rows] == ["120", "2,400", "310", "95", "7"]
    unknown = section("agent-actions", ACTIONS._replace(finished=None)).table.rows[-1]
    assert unknown.cells[1].text == "unknown"
