"""Items with their money: they add up, a ticket stands once, and the owner's word counts everywhere alike."""

import pytest

from apps import app_for
from outlay.cli.shared_arguments import moment
from outlay.domain.answers import ItemState
from outlay.domain.attribution import DIRECT, Form, Reason, Tier
from outlay.domain.own_words import OwnItemKind
from shared_pull import NOW, ONE, PULL, TICKET, TOLD_TICKET, logs, pull, repository, told_home


@pytest.fixture
def shas(empty_home):
    made = repository(empty_home / "shop")
    logs(empty_home, empty_home / "shop")
    return made


@pytest.fixture
def app(empty_home, shas):
    return told_home(empty_home, [pull(shas[:2], shas[2])], [TOLD_TICKET])


def work(found):
    """Every item but the commit the repository began with."""
    return [item for item in found.items if item.title != "Begin"]


def added(found):
    whole = sum(item.in_period.direct + item.in_period.context for item in found.items)
    return whole + found.not_linked.whole


def test_a_ticket_with_its_pull_request_is_one_item_with_that_part(app):
    found = app.items()
    assert [(item.item, item.parts) for item in work(found)] == [(TICKET, (PULL,))]
    assert added(found) == found.total_micros
    (alone,) = (item for item in app.items(parts=True).items if item.item == PULL)
    assert work(found)[0].in_all.whole == alone.in_all.whole


def test_as_parts_the_pull_request_carries_the_money_and_the_ticket_stands_beside_it(app):
    found = app.items(parts=True)
    rows = {item.item: item.in_all.whole for item in work(found)}
    assert rows.keys() == {PULL, TICKET}
    assert rows[TICKET] == 0
    assert added(found) == found.total_micros


def test_with_git_alone_the_pull_request_is_known_by_its_number(empty_home, shas):
    app = told_home(empty_home)
    assert [item.item for item in work(app.items())] == [PULL]
    assert work(app.items())[0].state is ItemState.SETTLING


def test_a_note_on_a_ticket_stands_in_its_row_and_in_its_story(app):
    app.note_item(PULL, "on the part")
    assert work(app.items())[0].note == "on the part"
    app.note_item(TICKET, "on the whole")
    assert work(app.items())[0].note == "on the whole"
    assert app.item(TICKET).item.note == "on the whole"


def test_a_turn_given_to_a_ticket_leaves_its_parts_share_of_agents_lines_known(app):
    (before,) = work(app.items())
    app.link_session(f"{ONE}:2", TICKET)
    app.sync()
    (after,) = work(app.items())
    assert before.agent_share is not None
    assert after.agent_share == before.agent_share
    assert [part.item.item for part in app.item(TICKET).parts] == [PULL]


def test_a_turn_that_the_owner_gives_to_a_ticket_stands_in_the_tickets_own_row(app):
    app.link_session(f"{ONE}:2", TICKET)
    app.sync()
    found = app.items()
    assert [item.item for item in work(found)] == [TICKET]
    assert work(found)[0].parts == (PULL,)
    assert work(found)[0].in_all.tiers[Tier.OWN_WORD] == 100_000
    assert added(found) == found.total_micros


def test_as_parts_a_ticket_the_owner_gave_a_turn_to_stands_once_as_its_tracker_tells_it(app):
    app.link_session(f"{ONE}:2", TICKET)
    app.note_item(TICKET, "on the whole")
    app.sync()
    found = app.items(parts=True)
    assert sorted(item.item for item in work(found)) == sorted([PULL, TICKET])
    (ticket,) = (item for item in found.items if item.item == TICKET)
    assert (ticket.title, ticket.landed) == (TOLD_TICKET["title"], app.items().items[0].landed)
    assert ticket.in_all.tiers == {Tier.OWN_WORD: 100_000}
    assert (ticket.sessions, ticket.note) == ((ONE,), "on the whole")
    assert added(found) == found.total_micros


def test_a_dismissed_ticket_takes_its_parts_with_it_and_its_money_is_not_linked_by_the_owners_word(app):
    linked = work(app.items())[0].in_all.whole
    app.dismiss_item(TICKET)
    found = app.items()
    assert work(found) == []
    assert found.not_linked.by_reason[Reason.OWN_WORD] == linked
    assert added(found) == found.total_micros
    assert work(app.items(parts=True)) == []


def test_before_the_merge_the_same_work_is_in_flight(empty_home, app):
    then = app_for(empty_home, NOW, as_of=moment("2026-11-19T11:00:00Z"))
    found = then.items()
    assert [(item.item, item.state) for item in work(found)] == [(TICKET, ItemState.IN_FLIGHT)]
    assert work(found)[0].landed is None
    assert added(found) == found.total_micros


def test_what_the_agent_did_outside_of_a_repository_is_not_linked_and_says_so(app):
    assert app.items().not_linked.by_reason == {Reason.OUTSIDE: 100_000}


def test_without_a_repository_nothing_is_linked_and_the_reason_says_what_is_missing(empty_home, shas):
    app = app_for(empty_home, NOW)
    app.sync()
    found = app.items()
    assert found.items == ()
    assert found.not_linked.by_reason == {Reason.NO_REPOSITORY: found.total_micros}


def test_work_entered_by_hand_is_an_item_without_money(app):
    told = app.add_item("Design review of the rates", OwnItemKind.DESIGN, NOW)
    rows = {item.item: item for item in work(app.items())}
    assert rows[told.act.item].form is Form.BY_HAND
    assert rows[told.act.item].in_all.whole == 0


def test_an_items_evidence_names_every_turn_with_its_tier_or_reason(app):
    found = app.evidence()
    assert sum(share.list_micros or 0 for share in found.shares) == app.items().total_micros
    proven = [share for share in found.shares if share.item is not None and share.tier in DIRECT]
    assert proven
    assert all((share.reason is None) == (share in proven) for share in found.shares)
    assert {link.commit for link in found.links} >= set(work(app.items())[0].commits)
