"""A home with two days of Claude Code and one repository."""

from datetime import UTC, datetime

import pytest

from claude_lines import response, write_log
from shop_repository import EMAIL, commit, git


@pytest.fixture
def shop(empty_home):
    """A repository with three own commits, one of them older than the week."""
    folder = empty_home / "shop"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.email", EMAIL)
    commit(folder, "basket", datetime(2026, 10, 20, 10, tzinfo=UTC))
    commit(folder, "prices", datetime(2026, 11, 19, 10, tzinfo=UTC))
    commit(folder, "labels", datetime(2026, 11, 20, 11, tzinfo=UTC))
    return folder


@pytest.fixture
def home(empty_home, shop):
    """Logs of the shop: 605,000 micro-units today, 250,000 yesterday, one request without a price."""
    write_log(
        empty_home,
        [
            response("m1", "r1", "2026-11-19T09:00:00.000Z", tokens=(0, 0, 0, 0, 10_000), cwd=str(shop)),
            response(
                "m2",
                "r2",
                "2026-11-20T09:30:00.000Z",
                tokens=(1_000, 200_000, 40_000, 0, 10_000),
                cwd=str(shop),
            ),
            response("m3", "r3", "2026-11-20T09:31:00.000Z", model="house-model", cwd=str(empty_home)),
        ],
    )
    return empty_home
