"""How much of what landed still stands: what never landed does not count, and nothing younger than thirty days."""

from datetime import UTC, datetime

import pytest

from apps import app_for
from outlay.cli.shared_arguments import moment
from outlay.domain.items import Survival
from shop_repository import EMAIL, git


def put(folder, day, *names):
    """Commit the shop's one file with a line for each name."""
    (folder / "shop.py").write_text("".join(f"price_of_{name} = {name}_of_the_shop\n" for name in names))
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Change prices", at=day)


@pytest.fixture
def home(empty_home):
    """Two lines landed with a merge on 5 September, a third one went before; one goes on 20 September, one more
    comes on 20 October."""
    shop = empty_home / "shop"
    shop.mkdir()
    git(shop, "init", "-q", "-b", "main")
    git(shop, "config", "user.email", EMAIL)
    git(shop, "commit", "-q", "--allow-empty", "-m", "Begin", at=datetime(2026, 9, 1, tzinfo=UTC))
    git(shop, "checkout", "-q", "-b", "prices")
    put(shop, datetime(2026, 9, 2, tzinfo=UTC), "tea", "milk")
    put(shop, datetime(2026, 9, 3, tzinfo=UTC), "tea", "sugar")
    git(shop, "checkout", "-q", "main")
    git(shop, "merge", "-q", "--no-ff", "-m", "Merge", "prices", at=datetime(2026, 9, 5, tzinfo=UTC))
    put(shop, datetime(2026, 9, 20, tzinfo=UTC), "tea")
    put(shop, datetime(2026, 10, 20, tzinfo=UTC), "tea", "salt")
    return empty_home


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-10-04T12:00:00Z", []),
        ("2026-10-05T12:00:00Z", [(0, 0, 2, 1)]),
        ("2026-11-20T12:00:00Z", [(0, 0, 3, 2)]),
    ],
)
def test_lines_count_once_their_thirty_days_were_over_at_the_moment_asked_about(home, now, expected):
    reader = app_for(home, moment("2026-11-24T12:00:00Z"))
    reader.add_repositories([str(home / "shop")])
    reader.sync()
    found = app_for(home, moment(now)).evidence().survival
    assert list(found) == [Survival("shop", *counts) for counts in expected]


def test_with_a_clock_the_days_go_by_without_a_new_commit(home):
    app = app_for(home, moment("2026-11-10T12:00:00Z"))
    app.add_repositories([str(home / "shop")])
    app.sync()
    assert app.evidence().survival == (Survival("shop", 0, 0, 2, 1),)
    later = app_for(home, moment("2026-11-20T12:00:00Z"))
    later.sync()
    assert later.evidence().survival == (Survival("shop", 0, 0, 3, 2),)
