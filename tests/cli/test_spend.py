"""`outlay spend` as text: its rows fit the screen, and items are called as everywhere else."""

import pytest

from outlay.cli.main import main
from shared_pull import logs, repository, told_home
from shop_repository import git


@pytest.fixture
def out(empty_home, monkeypatch, capsys):
    """What a call of the command prints; the owner's work landed by a commit without a pull request."""
    shop = empty_home / "shop"
    repository(shop)
    git(shop, "commit", "-q", "--amend", "-m", "Add rates")
    git(shop, "update-ref", "refs/remotes/origin/main", "main")
    logs(empty_home, shop)
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(empty_home / "data"))
    monkeypatch.setenv("OUTLAY_CONFIG_DIR", str(empty_home / "settings"))
    told_home(empty_home, [], [])

    def one(*words):
        main(["--zone", "UTC", "--as-of", "2026-11-24T12:00:00Z", "spend", *words])
        return capsys.readouterr().out

    return one


@pytest.mark.parametrize("by", ["item", "item,session", "day,item"])
def test_spend_by_items_that_are_commits_fits_80_columns(out, monkeypatch, by):
    monkeypatch.setenv("COLUMNS", "80")
    lines = out("--by", by).splitlines()
    assert any("@" in line for line in lines)
    assert max(map(len, lines)) <= 80


def test_a_commit_is_called_by_the_start_of_its_id(out):
    told = out("--by", "item")
    assert "shop@" in told
    assert "commit:" not in told


def test_evidence_says_why_money_is_linked_weakly_or_not_at_all(out, capsys):
    main(["--zone", "UTC", "--as-of", "2026-11-24T12:00:00Z", "evidence"])
    told = capsys.readouterr().out
    assert "Linked weakly: $0.25 nothing was edited." in told
    assert "Not linked: $0.10 outside a repository." in told
