"""One session's page: its models, turns, subagents and items each add up to the same total."""

import shutil
from pathlib import Path

import pytest

from apps import NOON, app_for
from claude_lines import response, write_log
from outlay.errors import WrongCallError
from outlay.wiring import sample_app

SESSION = "5f0c0000-0000-4000-8000-000000000001"


@pytest.fixture(scope="module")
def sample():
    with sample_app(NOON, "UTC") as app:
        yield app


def test_every_part_of_every_session_adds_up_to_what_lists_say_of_it(sample):
    listed = {row.keys: row for row in sample.spend(("tool", "session")).rows}
    assert listed
    for (tool, session), row in listed.items():
        page = sample.session(f"{tool}/{session}")
        sums = page.total.list_micros
        assert sums == row.list_micros
        assert sum(one.list_micros for one in page.models) == sums
        assert sum(one.list_micros for one in page.turns) == sums
        assert sum(one.list_micros for one in page.subagents) == sums
        assert sum(one.micros for one in page.items) + page.not_linked.whole == sums
        assert sum(one.requests for one in page.turns) == page.total.requests == row.requests
        assert sum(one.unpriced_requests for one in page.subagents) == row.unpriced_requests


def test_the_money_of_an_item_is_the_same_on_its_sessions_pages_and_in_the_list(sample):
    pages = [
        sample.session(f"{tool}/{session}") for (tool, session), *_ in sample.spend(("tool", "session")).rows
    ]
    by_item: dict[str, int] = {}
    for page in pages:
        for one in page.items:
            by_item[one.item.item] = by_item.get(one.item.item, 0) + one.micros
    listed = {one.item: one.in_all.whole for one in sample.items().items if one.in_all.whole}
    assert by_item == listed


def test_some_session_of_the_sample_shows_files_and_subagents(sample):
    pages = [
        sample.session(f"{tool}/{session}") for (tool, session), *_ in sample.spend(("tool", "session")).rows
    ]
    assert any(page.files and all(file.path for file in page.files) for page in pages)
    assert all(page.first <= page.last for page in pages)
    assert any(page.items for page in pages)


def test_a_session_opens_by_the_beginning_of_its_id(home):
    app = app_for(home)
    app.sync()
    page = app.session(SESSION[:8])
    assert (page.tool, page.session) == ("claude_code", SESSION)
    assert page.total.requests == 3
    assert page.branches == ("main",)


def test_when_the_tool_deleted_the_log_the_figures_stay_and_it_is_said(home):
    app = app_for(home)
    app.sync()
    assert not app.session(SESSION).is_log_gone
    shutil.rmtree(Path(home) / ".claude")
    app.sync()
    page = app.session(SESSION)
    assert page.is_log_gone
    assert page.logs[0].last_read == NOON
    assert page.total.list_micros == 855_000


def test_what_could_not_be_read_of_its_log_stands_on_its_page_and_on_no_other(home):
    write_log(home, [response("x", "y", session="77770000-0000-4000-8000-000000000001")], name="other")
    log = next((Path(home) / ".claude" / "projects").rglob("other*"))
    log.write_bytes(log.read_bytes() + b"{half\n")
    app = app_for(home)
    app.sync()
    assert [one.times for one in app.session("77770000").problems] == [1]
    assert app.session(SESSION).problems == ()


def test_a_session_that_is_not_known_is_refused_in_words(home):
    app = app_for(home)
    app.sync()
    with pytest.raises(WrongCallError, match="No session begins with"):
        app.session("nothing-here")
