"""The page of sources is one answer, and every figure in it is that of the answer it stands for."""

import pytest

from apps import NOON, app_for
from shop_repository import EMAIL, git


@pytest.fixture
def app(home, shop):
    app = app_for(home)
    app.add_repositories([str(shop)])
    app.sync()
    return app


def test_it_holds_what_the_single_answers_say(app, shop):
    app.add_to_group("Acme", [str(shop)])
    app.add_log_folder("/more/logs")
    page = app.sources_page()
    assert page.sources == app.look()
    assert tuple(row.known for row in page.repositories) == app.repositories()
    assert page.identities == app.identities() == (EMAIL,)
    assert page.groups == app.groups()
    assert page.corrections == app.corrections()
    assert page.acts == app.acts()
    assert page.machine == app.machine_facts()
    assert page.log_folders == ("/more/logs",)
    assert page.last_sync == NOON


def test_own_commits_are_counted_by_repository(app):
    (row,) = app.sources_page().repositories
    assert row.own_commits == 3
    assert row.worktrees == 0


def test_a_second_checkout_is_counted(home, shop, empty_home):
    git(shop, "worktree", "add", "-q", str(empty_home / "second"))
    app = app_for(home)
    app.add_repositories([str(shop)])
    app.sync()
    assert app.sources_page().repositories[0].worktrees == 1


def test_a_repository_that_is_not_read_yet_has_an_unknown_number_of_commits(home, shop):
    app = app_for(home)
    app.add_repositories([str(shop)])
    assert app.sources_page().repositories[0].own_commits is None


def test_what_is_added_is_proposed_no_more(home, shop):
    app = app_for(home)
    app.sync()
    assert app.sources_page().proposed_repositories == (str(shop),)
    app.add_repositories([str(shop)])
    page = app.sources_page()
    assert page.proposed_repositories == ()
    assert page.proposed_identities == ()


def test_the_machine_is_told_in_sizes_rows_and_days(app):
    facts = app.machine_facts()
    assert facts.rows == app.spend(()).total.requests == 3
    assert facts.first < facts.last < NOON
    assert facts.database_bytes >= app.database.stat().st_size > 0
    assert facts.folder_bytes >= facts.database_bytes
    assert facts.prices_dated == NOON
    assert facts.unpriced_models == (("house-model", 1),)
    assert facts.own_prices == 0
    assert "30 days" in facts.keeps["claude_code"]


def test_before_the_first_sync_the_page_says_where_it_would_look(empty_home):
    page = app_for(empty_home).sources_page()
    assert page.sources
    assert (page.machine.rows, page.machine.first, page.last_sync) == (0, None, None)
