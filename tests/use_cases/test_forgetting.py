"""Forgetting one repository, and deleting everything: nothing of it is left, and nothing else is touched."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from apps import app_for
from outlay.domain.accounts import Account, SecretPlace
from outlay.domain.machine import StartState
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.errors import BusyError, WrongCallError
from outlay.readers.work.interface import WorkPage
from outlay.store.store import Store
from outlay.system.run_lock import run_lock
from outlay.use_cases.read_accounts import AccountReading
from shop_repository import EMAIL, commit, git

PULL = {
    "repository": "acme/shop",
    "number": 7,
    "title": "Sort the ledger",
    "head_branch": "feature/sort",
    "base_branch": "main",
    "author": "Me",
    "author_is_me": True,
    "draft": False,
    "state": "open",
    "created_at": "2026-11-18T10:00:00Z",
    "merged_at": None,
    "closed_at": None,
    "merge_commit": None,
    "commits": ["a" * 40],
    "labels": [],
    "url": None,
}
TICKET = {
    "system": "github",
    "repository": "acme/shop",
    "key": "acme/shop#3",
    "title": "Sort the ledger",
    "state": "started",
    "reopened_at": ["2026-11-19T10:00:00Z"],
}
SESSION = "5f0c0000-0000-4000-8000-000000000001"


@pytest.fixture
def other(empty_home):
    folder = empty_home / "other"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.email", EMAIL)
    commit(folder, "ledger")
    return folder


@pytest.fixture
def app(home, shop, other):
    app = app_for(home)
    app.add_repositories([str(shop), str(other)])
    app.sync()
    return app


def rows(app, table):
    with sqlite3.connect(app.database) as connection:
        return connection.execute(f"select count(*) from {table}").fetchone()[0]


def item_of(app, repository):
    return next(one.item for one in app.items().items if one.repository == repository)


def everything(folder):
    return b"".join(path.read_bytes() for path in Path(folder).rglob("*") if path.is_file())


def test_everything_read_of_it_is_gone_and_the_other_stays_as_it_was(app, shop):
    before = {one.item: one for one in app.items().items if one.repository == "other"}
    total = app.spend(()).total
    gone = app.forget_repository(str(shop))
    assert gone.repository == "shop"
    assert (gone.commits, gone.items > 0) == (3, True)
    assert [one.path for one in app.repositories()] == [str(shop.parent / "other")]
    assert {one.item: one for one in app.items().items} == before
    assert app.spend(()).total == total
    assert app.spend(("item",)).rows[0].keys == (None,)


def test_no_table_of_git_keeps_a_row_of_it(app, shop, other):
    app.remove_repositories([str(other)])
    app.forget_repository(str(other))
    app.forget_repository(str(shop))
    tables = [name for name in _tables(app) if name.startswith("fact_") and _is_of_git(name)]
    assert len(tables) > 10
    assert {name: rows(app, name) for name in tables} == dict.fromkeys(tables, 0)


def _tables(app):
    with sqlite3.connect(app.database) as connection:
        return [name for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")]


def _is_of_git(name):
    words = (
        "commit",
        "landing",
        "landed",
        "revert",
        "branch_",
        "checkout",
        "push",
        "survival",
        "worktree",
        "reposit",
    )
    return any(word in name for word in words)


def test_its_subjects_are_in_no_file_afterwards(app, shop):
    commit(shop, "quixotic")
    app.sync()
    assert b"quixotic" in everything(app.data_folder)
    app.forget_repository(str(shop))
    left = everything(app.data_folder)
    assert b"quixotic" not in left
    assert str(shop / ".git").encode() not in left


def test_the_owners_words_stay_or_go_as_the_owner_says(app, shop):
    app.note_item(item_of(app, "shop"), "a note on the shop")
    app.note_item(item_of(app, "other"), "a note on the other")
    app.link_session(SESSION, item_of(app, "shop"))
    kept = app.forget_repository(str(shop))
    assert (kept.acts, kept.words_kept) == (0, 2)
    assert len(app.acts()) == 3
    app.add_repositories([str(shop)])
    app.sync()
    assert next(one.note for one in app.items().items if one.repository == "shop" and one.note)
    gone = app.forget_repository(str(shop), keep_words=False)
    assert (gone.acts, gone.words_kept) == (2, 0)
    assert [act.text for act in app.acts()] == ["a note on the other"]
    assert b"a note on the shop" not in everything(app.data_folder)


def test_a_forgotten_repository_comes_back_whole_when_it_is_added_again(app, shop):
    before = app.items().items
    app.forget_repository(str(shop))
    app.add_repositories([str(shop)])
    app.sync()
    assert app.items().items == before


def test_a_path_nothing_is_known_of_is_refused_and_nothing_is_lost(app, empty_home):
    before = app.items().items
    with pytest.raises(WrongCallError, match="not among your repositories"):
        app.forget_repository(str(empty_home))
    assert app.items().items == before


def test_after_deleting_everything_nothing_of_outlay_is_left(app, empty_home):
    app.set("theme", "dark")
    app.set_autostart(True)
    assert app.autostart.state is StartState.ON
    deleted = app.delete_everything()
    assert not app.data_folder.exists()
    assert not (empty_home / "settings.toml").exists()
    assert app.autostart.state is StartState.OFF
    assert str(app.database) in deleted.removed
    assert str(empty_home / "settings.toml") in deleted.removed
    assert deleted.stays == ()
    assert app.delete_everything().removed == ()


def test_files_that_are_not_outlays_stay_and_are_told_of(app):
    mine = app.data_folder / "my-export.zip"
    mine.write_text("mine")
    assert app.delete_everything().stays == (str(mine),)
    assert mine.read_text() == "mine"


def test_nothing_is_deleted_while_a_reading_runs(app):
    with run_lock(app.database.with_name("sync.lock")), pytest.raises(BusyError):
        app.delete_everything()
    assert app.items().items


def test_pull_requests_and_tickets_imported_of_it_go_too(app, shop, empty_home):
    git(shop, "remote", "add", "origin", "https://github.com/acme/shop.git")
    app.sync()
    rows_of = {"pulls.json": [PULL], "tickets.json": [TICKET]}
    for (name, told), take in zip(
        rows_of.items(), (app.import_pull_requests, app.import_tickets), strict=True
    ):
        (empty_home / name).write_text(json.dumps(told))
        take(empty_home / name)
    tables = ("fact_pulls", "fact_pull_commits", "fact_tickets", "fact_ticket_reopenings")
    assert all(rows(app, table) for table in tables)
    app.forget_repository(str(shop))
    assert {table: rows(app, table) for table in tables} == dict.fromkeys(tables, 0)
    assert b"Sort the ledger" not in everything(app.data_folder)


def test_with_another_clone_kept_its_items_and_the_words_about_them_stay(app, shop, empty_home):
    git(shop, "remote", "add", "origin", "https://github.com/acme/shop.git")
    clone = empty_home / "clone"
    git(empty_home, "clone", "-q", str(shop), str(clone))
    git(clone, "remote", "set-url", "origin", "https://github.com/acme/shop.git")
    app.add_repositories([str(clone)])
    app.sync()
    app.note_item(item_of(app, "acme/shop"), "a note on the shop")
    gone = app.forget_repository(str(shop), keep_words=False)
    assert (gone.items, gone.acts) == (0, 0)
    assert [act.text for act in app.acts()] == ["a note on the shop"]


def test_words_about_a_repository_whose_name_begins_alike_stay(app, shop):
    app.note_item("commit:shopping@" + "a" * 40, "another repository")
    app.note_item("commit:shop@" + "b" * 40, "a commit that is not read yet")
    app.forget_repository(str(shop), keep_words=False)
    assert [act.text for act in app.acts()] == ["another repository"]


def test_labels_of_tickets_go_with_them(app, shop):
    git(shop, "remote", "add", "origin", "https://github.com/acme/shop.git")
    app.sync()
    ticket = Ticket(
        "github", "acme/shop#3", "acme/shop", None, "Carts", TicketState.OPEN, None, None, None, (), None,
        ("quixotic",), ("acme/shop#4",),
    )  # fmt: skip
    with closing(Store(app.database, "here")) as store, store.writing():
        store.work.keep_tickets([ticket], "account:a1", UtcMillis(1))
    assert rows(app, "fact_ticket_marks") == 2
    app.forget_repository(str(shop))
    assert rows(app, "fact_ticket_marks") == 0
    assert b"quixotic" not in everything(app.data_folder)


class Forge:
    """A reader that tells of one pull request and one ticket of a place, once."""

    def read(self, client, account, bookmark, since):
        pull = PullRequest(
            "Acme/Shop", 7, "Sort the ledger", "sort", "main", True, False, PullState.OPEN, None, None, None, None, (),
            (), None, "github",
        )  # fmt: skip
        ticket = Ticket(
            "github", "Acme/Shop#3", "Acme/Shop", None, "Ledger", TicketState.OPEN, None, None, None, (), None
        )
        elsewhere = pull._replace(repository="acme/other")
        yield WorkPage(() if bookmark else (pull, elsewhere), () if bookmark else (ticket,), b"1", 2, None)


class Silent:
    requests = 1

    def close(self):
        pass


def read_forge(app):
    account = Account("a1", "work", "github", "https://github.com", (), SecretPlace.KEYRING)
    with closing(Store(app.database, "here")) as store:
        with store.writing():
            store.accounts.keep(account, UtcMillis(1))
        reading = AccountReading(
            store, {"github": Forge()}, lambda _: "", lambda *_: Silent(), lambda: UtcMillis(1), print, bool
        )
        return list(reading.run(None, patient=False))


def places(app):
    with sqlite3.connect(app.database) as connection:
        return [place for (place,) in connection.execute("select place from fact_pulls order by place")]


def test_a_forgotten_repository_does_not_come_back_through_an_account_until_it_is_added_again(app, shop):
    git(shop, "remote", "add", "origin", "https://github.com/acme/shop.git")
    app.sync()
    read_forge(app)
    assert places(app) == ["acme/other", "acme/shop"]
    app.forget_repository(str(shop))
    with sqlite3.connect(app.database) as connection:
        connection.execute("update fact_account_readings set bookmark = null")
    read_forge(app)
    assert (places(app), rows(app, "fact_tickets")) == (["acme/other"], 0)
    assert b"acme/shop" not in everything(app.data_folder).lower()
    app.add_repositories([str(shop)])
    app.sync("git")
    read_forge(app)
    assert (places(app), rows(app, "fact_tickets")) == (["acme/other", "acme/shop"], 1)
