"""What shipped, from real repositories to the counts that are shown."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from apps import app_for
from outlay.cli.shared_arguments import moment
from outlay.domain.answers import ItemKind
from outlay.domain.moments import moment_of
from outlay.domain.own_words import OwnItemKind
from shop_repository import EMAIL, commit, git


def at(day, hour=10):
    """A moment of November 2026."""
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def mate(folder, *words, at):
    """One git command by a mate."""
    return git(folder, *words, at=at, email="mate@example.org")


@pytest.fixture
def repository(empty_home):
    """A mate's repository with a remote."""
    folder = empty_home / "stall"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    mate(folder, "commit", "-q", "--allow-empty", "-m", "Begin", at=at(1))
    return folder


@pytest.fixture
def titles(empty_home, repository):
    """Asks for the titles of this month's work, newest first, of one repository or more, as of a moment or now."""

    def ask(*more, now="2026-11-20T17:05:00Z"):
        app = app_for(empty_home, as_of=moment(now))
        app.add_identities([EMAIL])
        app.add_repositories([str(folder) for folder in (repository, *more)])
        app.sync()
        return [item.title for item in app.glance().month.items]

    return ask


def merged_topic(folder):
    """A topic branch with one own commit, merged by a mate."""
    git(folder, "checkout", "-qb", "topic")
    commit(folder, "basket", at(10))
    git(folder, "checkout", "-q", "main")
    mate(folder, "merge", "-q", "--no-ff", "-m", "Merge pull request #1", "topic", at=at(11))


def test_a_reverted_merge_takes_back_what_came_through_it(repository, titles):
    merged_topic(repository)
    commit(repository, "prices", at(12))
    assert titles() == ["Add prices", "Add basket"]
    git(repository, "revert", "-m", "1", "--no-edit", "HEAD~1", at=at(13))
    assert titles() == ["Add prices"]


def test_a_mates_revert_counts_and_raises_the_revision(empty_home, repository, titles):
    commit(repository, "basket", at(10))
    assert titles() == ["Add basket"]
    before = app_for(empty_home).glance().revision
    mate(repository, "revert", "--no-edit", "HEAD", at=at(11))
    assert titles() == []
    assert app_for(empty_home).glance().revision > before


def test_what_was_picked_again_after_a_revert_stands(repository, titles):
    first = commit(repository, "basket", at(10))
    git(repository, "revert", "--no-edit", "HEAD", at=at(11))
    git(repository, "cherry-pick", first, at=at(12))
    assert titles() == ["Add basket"]


@pytest.mark.parametrize(
    ("reverts", "standing"), [(1, []), (2, ["Add basket"]), (3, []), (4, ["Add basket"])]
)
def test_a_chain_of_reverts_is_walked_to_its_end(repository, titles, reverts, standing):
    commit(repository, "basket", at(10))
    for number in range(reverts):
        mate(repository, "revert", "--no-edit", "HEAD", at=at(11 + number))
    assert titles() == standing


def test_a_pull_request_reverted_by_its_number_is_taken_back(repository, titles):
    git(repository, "remote", "add", "origin", "https://github.com/acme/stall.git")
    merged_topic(repository)
    git(repository, "commit", "-q", "--allow-empty", "-m", "Undo it (#2)\n\nReverts acme/stall#1", at=at(12))
    assert titles() == []


def test_a_squash_that_took_something_back_inside_is_a_piece_of_work(repository, titles):
    inside = f'* Add basket\n\n* Revert "Add basket"\n\nThis reverts commit {"a" * 40}.'
    git(repository, "commit", "-q", "--allow-empty", "-m", f"Add prices (#2)\n\n{inside}", at=at(12))
    assert titles() == ["Add prices"]


def test_direct_commits_of_one_day_are_one_item_and_those_of_two_days_are_two(repository, titles):
    commit(repository, "basket", at(10))
    commit(repository, "prices", at(10, 11))
    commit(repository, "labels", at(11))
    assert titles() == ["Add labels", "Add basket"]


def test_a_commit_picked_with_another_subject_is_counted_once(repository, titles):
    git(repository, "checkout", "-qb", "release")
    made = commit(repository, "basket", at(10))
    git(repository, "checkout", "-q", "main")
    mate(repository, "commit", "-q", "--allow-empty", "-m", "Go on", at=at(10, 11))
    git(repository, "cherry-pick", made, at=at(11))
    git(repository, "commit", "-q", "--amend", "-m", "Add the basket", at=at(12))
    mate(repository, "merge", "-q", "-m", "Merge release", "release", at=at(13))
    assert titles() == ["Add basket"]


def test_a_pull_request_merged_with_several_commits_counts_once(empty_home, repository, titles):
    git(repository, "remote", "add", "origin", "https://github.com/acme/stall.git")
    git(repository, "checkout", "-qb", "topic")
    commit(repository, "basket", at(10))
    commit(repository, "prices", at(11))
    git(repository, "checkout", "-q", "main")
    mate(repository, "merge", "-q", "--no-ff", "-m", "Merge pull request #1 from a/topic", "topic", at=at(12))
    assert titles() == ["Add basket"]
    assert [item.kind for item in app_for(empty_home).glance().month.items] == [ItemKind.PULL_REQUEST]


def test_a_commit_that_takes_back_what_is_not_known_is_no_item(repository, titles):
    git(repository, "commit", "-q", "--allow-empty", "-m", 'Revert "Add basket" (#13)', at=at(12))
    assert titles() == []


def test_what_the_owner_dismissed_is_no_item_and_what_was_entered_by_hand_is_one(
    empty_home, repository, titles
):
    commit(repository, "basket", at(10))
    assert titles() == ["Add basket"]
    app = app_for(empty_home)
    app.dismiss_item(app.glance().month.items[0].item)
    app.add_item("Talk about baskets", OwnItemKind.OTHER, moment_of(at(12)))
    assert [(item.title, item.kind) for item in app.glance().month.items] == [
        ("Talk about baskets", ItemKind.BY_HAND)
    ]
    assert app.week().items == ()


def test_a_branch_never_ships(repository, titles):
    git(repository, "checkout", "-qb", "topic")
    commit(repository, "basket", at(10))
    git(repository, "checkout", "-q", "main")
    assert titles() == []


def test_before_spend_and_work_were_looked_at_together_what_shipped_is_unknown(
    empty_home, repository, titles
):
    commit(repository, "basket", at(10))
    titles()
    with closing(sqlite3.connect(app_for(empty_home).database)) as store:
        store.execute("delete from meta_values where name = 'attributed_mark'")
        store.commit()
    glance = app_for(empty_home).glance()
    assert (glance.month.shipped, glance.shipped_unknown) == (None, "not_looked_at")


def test_what_the_owner_entered_counts_as_the_least_while_no_repository_is_known(empty_home):
    app = app_for(empty_home, as_of=moment("2026-11-20T17:05:00Z"))
    app.sync()
    assert (app.glance().month.shipped, app.glance().month.shipped_at_least) == (None, False)
    app.add_item("Talk about baskets", OwnItemKind.OTHER, moment_of(at(19)))
    month, week = app.glance().month, app.week()
    assert (month.shipped, month.shipped_at_least) == (1, True)
    assert (week.shipped, week.shipped_at_least, len(week.items)) == (1, True, 1)
    assert app.glance().shipped_unknown == "no_repository"


def test_what_stays_of_a_repository_that_was_taken_out_neither_counts_nor_has_a_mark(
    empty_home, repository, titles
):
    commit(repository, "basket", at(18))
    assert titles() == ["Add basket"]
    app = app_for(empty_home, as_of=moment("2026-11-20T17:05:00Z"))
    app.remove_repositories([str(repository)])
    glance = app.glance()
    assert (glance.month.shipped, glance.month.items) == (None, ())
    assert not any(day.shipped for day in glance.strip)
    assert (app.week().shipped, app.week().items) == (None, ())


def test_without_an_email_what_shipped_by_hand_is_the_least(empty_home, repository, titles):
    app = app_for(empty_home, as_of=moment("2026-11-20T17:05:00Z"))
    app.add_repositories([str(repository)])
    app.sync()
    for email in app.identities():
        app.remove_identities([email])
    app.add_item("Talk about baskets", OwnItemKind.OTHER, moment_of(at(19)))
    glance = app.glance()
    assert (glance.shipped_unknown, glance.month.shipped) == ("no_email", 1)
    assert glance.month.shipped_at_least


def test_tickets_of_a_file_are_known_to_have_shipped_without_any_repository(empty_home, tmp_path):
    told = {
        "system": "jira", "key": "AB-1", "type": "Story", "title": "Baskets", "state": "done",
        "created_at": "2026-11-18T10:00:00Z", "done_at": "2026-11-19T10:00:00Z", "reopened_at": [],
    }  # fmt: skip
    (tmp_path / "tickets.json").write_text(json.dumps([told]))
    app = app_for(empty_home, as_of=moment("2026-11-20T17:05:00Z"))
    app.import_tickets(tmp_path / "tickets.json")
    app.sync()
    month = app.glance().month
    assert (month.shipped, month.shipped_at_least, app.glance().shipped_unknown) == (1, False, "")


def test_a_repository_cloned_twice_counts_once(empty_home, repository, titles):
    commit(repository, "basket", at(10))
    other = empty_home / "stall-again"
    git(empty_home, "clone", "-q", str(repository), str(other))
    git(repository, "remote", "add", "origin", "https://github.com/acme/stall.git")
    git(other, "remote", "set-url", "origin", "git@github.com:Acme/Stall.git")
    assert titles(other) == ["Add basket"]


def test_two_repositories_of_one_name_without_a_remote_count_each(empty_home, repository, titles):
    commit(repository, "basket", at(10))
    other = empty_home / "else" / "stall"
    other.mkdir(parents=True)
    git(other, "init", "-q", "-b", "main")
    commit(other, "basket", at(10))
    assert titles(other) == ["Add basket", "Add basket"]


def test_as_of_a_moment_later_landings_and_reverts_are_not_known(repository, titles):
    first = commit(repository, "basket", at(10))
    git(repository, "revert", "--no-edit", "HEAD", at=at(12))
    git(repository, "cherry-pick", first, at=at(14))
    days = ("2026-11-09", "2026-11-11", "2026-11-13", "2026-11-15")
    assert [titles(now=f"{day}T00:00:00Z") for day in days] == [[], ["Add basket"], [], ["Add basket"]]
