"""From real logs and real repositories to items with their money, and what does not change them."""

import json
import shutil
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from basket_world import (
    BASKET,
    MATE,
    ONE,
    SEVEN,
    TOPIC,
    TWO,
    UTC_ZONE,
    World,
    at,
    basket_on_a_branch,
    landed_squashed,
)
from claude_lines import write_log
from outlay.cli.commands.items import items_json
from outlay.cli.shared_arguments import moment
from outlay.domain.moments import Period
from shop_repository import git


def money(item):
    return item["in_all"]["direct_micros"], item["in_all"]["context_micros"]


@pytest.fixture
def world(empty_home):
    """The basket was written on a branch and landed squashed; a second session asked something and edited nothing."""
    return basket_on_a_branch(empty_home)


@pytest.fixture
def landed(world):
    """The same, landed at noon as one squash with its number."""
    return landed_squashed(world)


def test_a_squash_takes_the_money_of_the_session_that_wrote_it(landed):
    landed.sync()
    found = landed.items()[SEVEN]
    assert money(found) == (25_035, 0)
    assert (found["state"], found["commits"], found["sessions"]) == ("settling", [landed.squash], [ONE])
    assert found["agent_share"] == {"low": 1.0, "high": 1.0}
    assert landed.items().keys() == {SEVEN}


def test_an_imported_pull_request_is_the_same_item_with_its_title_and_times(landed):
    landed.sync()
    before = landed.items()[SEVEN]
    landed.tell(commits=[landed.draft], merge_commit=landed.squash)
    after = landed.items()[SEVEN]
    assert money(after) == money(before)
    assert (after["title"], after["created_at"]) == ("Sort the basket", "2026-11-19T09:30:00Z")


@pytest.mark.parametrize("with_import", [False, True])
def test_items_and_evidence_add_up_to_what_was_spent(landed, with_import):
    landed.sync()
    if with_import:
        landed.tell(commits=[landed.draft])
    items, evidence = landed.said()
    held = sum(sum(one["in_period"].values()) for one in items["items"])
    assert held + items["not_linked_micros"] == items["total_micros"] == 25_035 + 7_535
    assert sum(one["list_micros"] for one in evidence["shares"]) == items["total_micros"]
    by_item = [one["list_micros"] for one in evidence["shares"] if one["item"] is None]
    assert sum(by_item) == items["not_linked_micros"]
    assert [
        (one["session"], one["commit"]) for one in evidence["links"] if one["commit"] == landed.squash
    ] == [(ONE, landed.squash)]


@pytest.mark.parametrize("with_import", [False, True])
def test_as_of_a_moment_before_the_merge_it_is_in_flight(landed, with_import):
    landed.sync()
    if with_import:
        landed.tell(commits=[landed.draft], merge_commit=landed.squash)
    then = landed.items(as_of=moment("2026-11-19T11:00:00Z"))
    (found,) = (one for one in then.values() if any(money(one)))
    assert (found["state"], found["landed_at"], money(found)) == ("in_flight", None, (25_035, 0))


def test_as_of_a_moment_before_anything_there_is_nothing(landed):
    landed.sync()
    found = items_json(landed.app(as_of=moment("2026-11-18T00:00:00Z")).items(), UTC_ZONE)
    assert (found["total_micros"], [one for one in found["items"] if any(money(one))]) == (0, [])


def test_a_rebuild_gives_the_same_answer(landed):
    landed.sync()
    landed.tell(commits=[landed.draft])
    before = landed.said()
    landed.app().rebuild()
    assert landed.said() == before


def test_importing_and_reading_again_change_nothing(landed):
    landed.sync()
    landed.tell(commits=[landed.draft])
    before = landed.said()
    landed.tell("2026-11-20T17:06:00Z", commits=[landed.draft])
    landed.sync("2026-11-20T17:07:00Z")
    assert landed.said() == before


def test_step_by_step_gives_what_all_at_once_gives(world, tmp_path_factory):
    world.sync("2026-11-19T10:30:00Z")
    assert world.items().keys() == {TOPIC}
    git(world.shop, "switch", "-q", "main")
    world.commit("basket.py", BASKET, "Sort the basket (#7)", at(12))
    world.fetched()
    world.sync()
    in_steps = world.said()
    shutil.rmtree(world.home / "data")
    world.sync()
    assert world.said() == in_steps


def test_two_clones_of_one_repository_count_once(landed):
    landed.sync()
    before = landed.said()
    other = landed.home / "clone"
    shutil.copytree(landed.shop, other)
    app = landed.app()
    app.add_repositories([str(other)])
    app.sync()
    assert landed.said() == before


def test_a_repository_that_is_gone_keeps_its_items(landed):
    landed.sync()
    before = landed.said()
    shutil.rmtree(landed.shop)
    landed.app("2026-11-20T17:06:00Z").sync()
    assert landed.said() == before


def test_a_default_branch_of_another_name_changes_no_item(landed):
    landed.sync()
    before = landed.items()
    git(landed.shop, "branch", "-m", "main", "trunk")
    landed.fetched("trunk")
    git(landed.shop, "update-ref", "-d", "refs/remotes/origin/main")
    landed.app("2026-11-20T17:06:00Z").sync()
    assert landed.items() == before


def test_a_colleagues_commits_on_a_shared_branch_are_not_the_owners(world):
    theirs = world.commit("other.py", ["theirs = compute_of_theirs(basket)"], "more", at(9, 20), MATE)
    world.sync()
    found = world.items()[TOPIC]
    assert found["commits"] == [world.draft]
    assert theirs not in found["commits"]
    assert found["added_lines"] == len(BASKET)


def test_a_colleagues_landed_work_is_no_item(landed):
    landed.commit("theirs.py", ["theirs = compute_of_theirs(basket)"], "Theirs (#8)", at(13), MATE)
    landed.fetched()
    landed.sync()
    assert landed.items().keys() == {SEVEN}


def test_direct_commits_without_a_pull_request_are_an_item(world):
    git(world.shop, "switch", "-q", "main")
    direct = world.commit("basket.py", BASKET, "Sort the basket", at(12))
    world.fetched()
    world.sync()
    found = world.items()
    assert money(found[f"commit:acme/ledger@{direct}"]) == (25_035, 0)


def test_a_reverted_item_keeps_its_money_and_says_so(landed):
    git(landed.shop, "revert", "--no-edit", "HEAD", at=at(15))
    landed.fetched()
    landed.sync()
    assert (landed.items()[SEVEN]["state"], money(landed.items()[SEVEN])) == ("reverted", (25_035, 0))
    assert {one["fate"] for one in landed.said()[1]["shares"] if one["item"] == SEVEN} == {"reverted"}


def test_what_the_owner_says_survives_a_rebuild(landed):
    landed.sync()
    app = landed.app()
    app.link_session(f"{TWO}:1", SEVEN)
    app.sync()
    assert money(landed.items()[SEVEN]) == (25_035 + 7_535, 0)
    app.split_session(f"{ONE}:1", [(SEVEN, 1), (None, 1)])
    app.unlink_session(f"{TWO}:1")
    app.sync()
    assert landed.items()[SEVEN]["in_all"]["direct_micros"] in {12_517, 12_518}
    before = landed.said()
    app.rebuild()
    assert landed.said() == before


def test_a_dismissed_item_leaves_its_money_unlinked(landed):
    landed.sync()
    landed.app().dismiss_item(SEVEN)
    items, _ = landed.said()
    assert (items["items"], items["not_linked_micros"]) == ([], items["total_micros"])
    landed.app().rebuild()
    assert landed.said()[0]["not_linked_micros"] == items["total_micros"]


def test_a_word_on_a_branch_holds_for_the_pull_request_it_became(world):
    world.sync("2026-11-19T10:30:00Z")
    world.app("2026-11-19T10:31:00Z").link_session(TWO, TOPIC)
    git(world.shop, "switch", "-q", "main")
    squash = world.commit("basket.py", BASKET, "Sort the basket (#7)", at(12))
    world.fetched()
    world.sync()
    world.tell(commits=[world.draft], merge_commit=squash)
    assert {name: money(one) for name, one in world.items().items()} == {SEVEN: (25_035 + 7_535, 0)}
    world.app().rebuild()
    assert {name: money(one) for name, one in world.items().items()} == {SEVEN: (25_035 + 7_535, 0)}


def test_a_session_in_two_files_or_read_twice_gives_the_same_items(landed):
    landed.turn(ONE, at(14), ("labels.py", [line.replace("total", "label") for line in BASKET]))
    landed.commit("labels.py", [line.replace("total", "label") for line in BASKET], "Labels (#8)", at(15))
    landed.fetched()
    landed.sync()
    before = landed.said()
    shutil.rmtree(landed.home / "data")
    lines = landed.logs.pop(ONE)
    write_log(landed.home, lines[:3], name=ONE)
    write_log(landed.home, lines[3:], name=f"{ONE[:-1]}9")
    landed.sync()
    assert landed.said()[0] == before[0]
    write_log(landed.home, lines, name=f"{ONE[:-1]}8")
    landed.sync("2026-11-20T17:06:00Z")
    assert landed.said()[0] == before[0]


def test_work_entered_by_hand_is_shipped_in_items_and_in_evidence(landed):
    landed.sync()
    app = landed.app()
    item = app.add_item("Talk it over", "design", moment("2026-11-19T16:00:00Z")).act.item
    app.link_session(TWO, item)
    app.sync()
    assert (landed.items()[item]["state"], money(landed.items()[item])) == ("settling", (7_535, 0))
    assert {one["fate"] for one in landed.said()[1]["shares"] if one["item"] == item} == {"shipped"}


def test_a_word_on_a_ticket_and_a_pull_request_of_it_are_one_row(landed):
    landed.sync()
    tickets = landed.home / "tickets.json"
    row = {"system": "jira", "key": "LED-1", "title": "Sort", "state": "started", "reopened_at": []}
    tickets.write_text(json.dumps([row | {"started_at": "2026-11-19T08:00:00Z"}]))
    landed.app().import_tickets(tickets)
    landed.tell(commits=[landed.draft], title="LED-1: Sort the basket")
    app = landed.app("2026-11-20T17:06:00Z")
    app.link_session(TWO, "ticket:LED-1")
    app.sync()
    rows = items_json(landed.app().items(), UTC_ZONE)["items"]
    assert [(one["item"], sum(money(one))) for one in rows] == [("ticket:LED-1", 25_035 + 7_535)]


def test_an_item_that_landed_after_its_money_was_spent_is_listed_with_all_of_it(empty_home):
    world = World(empty_home)
    git(world.shop, "switch", "-q", "-c", "feature/basket")
    world.turn(ONE, at(9, day=18), ("basket.py", BASKET), branch="feature/basket")
    world.commit("basket.py", BASKET, "wip", at(9, 10, day=18))
    landed_squashed(world).sync()
    (found,) = world.app().items(Period(date(2026, 11, 19), date(2026, 11, 20), ZoneInfo("UTC"))).items
    assert (found.item, found.in_period.whole, found.in_all.direct) == (SEVEN, 0, 25_035)
