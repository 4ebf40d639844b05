"""What is walked again after news gives what walking everything would; and how far back news reach."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from apps import app_for
from outlay.domain.moments import UtcMillis, moment_of
from outlay.rules.attribution.parameters import PARAMETERS
from outlay.rules.attribution.window import News, turns_from
from shop_repository import EMAIL, git

BEGIN = datetime(2026, 5, 4, 9, tzinfo=UTC)
DAY = 24 * 60 * 60 * 1000
TABLES = ("links", "shares", "unlinked", "labels", "items", "follow_ups", "subagents")


class World:
    """One engineer's home: a repository, and sessions that write whole files in it."""

    def __init__(self, home):
        self.home = home
        self.shop = home / "shop"
        self.shop.mkdir()
        git(self.shop, "init", "-q", "-b", "main")
        self.sessions = 0

    def app(self, day):
        return app_for(self.home, now=moment_of(BEGIN + timedelta(days=day, hours=12)))

    def write(self, day, name, hour=0):
        """A session of one turn writes one file; nothing is committed."""
        self.sessions += 1
        text = "".join(f"{name}_{line} = compute_{name}_of({line}, shop)\n" for line in range(9))
        (self.shop / f"{name}.py").write_text(text)
        session = f"5f0c0000-0000-4000-8000-{self.sessions:012d}"
        at = BEGIN + timedelta(days=day, hours=hour)
        lines = _conversation(session, str(self.shop), str(self.shop / f"{name}.py"), text, at)
        folder = self.home / ".claude" / "projects" / "-shop"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{session}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))

    def commit(self, day, name, hour=1):
        git(self.shop, "add", f"{name}.py")
        git(self.shop, "commit", "-q", "-m", f"feat: {name}", at=BEGIN + timedelta(days=day, hours=hour))

    def said(self):
        """Every derived row, as it stands."""
        with closing(sqlite3.connect(self.home / "data" / "outlay.sqlite")) as file:
            return {
                table: sorted(map(repr, file.execute(f"select * from derived_{table}"))) for table in TABLES
            }


def _conversation(session, cwd, path, text, at):
    def line(seconds, **more):
        moment = (at + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")
        shared = {"sessionId": session, "cwd": cwd, "gitBranch": "main", "version": "2.1.42"}
        return {**shared, "uuid": f"{session}-{seconds}", "timestamp": moment, **more}

    usage = {"input_tokens": 5, "output_tokens": 900, "cache_read_input_tokens": 20_000}
    call = {"type": "tool_use", "id": f"toolu_{session[-12:]}", "name": "Write"}
    result = {"type": "tool_result", "tool_use_id": call["id"], "content": "File created successfully"}
    outcome = {"type": "create", "filePath": path, "content": text, "structuredPatch": []}
    return [
        line(0, type="user", message={"role": "user", "content": "Write it"}),
        line(
            5,
            type="assistant",
            requestId=f"req_{session[-12:]}",
            message={
                "id": f"msg_{session[-12:]}",
                "role": "assistant",
                "model": "claude-sonnet-4-5",
                "content": [{**call, "input": {"file_path": path, "content": text}}],
                "usage": usage,
            },
        ),
        line(7, type="user", message={"role": "user", "content": [result]}, toolUseResult=outcome),
    ]


@pytest.fixture
def world(empty_home):
    world = World(empty_home)
    app = world.app(0)
    app.add_identities([EMAIL])
    app.add_repositories([str(world.shop)])
    return world


def test_news_read_day_by_day_give_what_one_reading_of_everything_gives(world):
    for day, wrote, committed in (
        (0, "basket", "basket"),
        (10, "coupon", None),
        (40, "delivery", "coupon"),
        (75, "envelope", "delivery"),
        (76, "furnace", None),
        (100, "garden", "garden"),
        (101, "harbour", "envelope"),
        (150, "island", "furnace"),
    ):
        world.write(day, wrote)
        if committed:
            world.commit(day, committed)
        world.app(day).sync()
    in_steps = world.said()
    told = {"basket", "coupon", "delivery", "envelope", "garden"}
    assert len(in_steps["shares"]) == len(told), "furnace is committed later than a commit's text may reach"
    world.app(151).rebuild()
    assert world.said() == in_steps


def test_a_turn_that_only_ran_is_told_of_without_looking_at_the_others_again(world):
    world.write(0, "basket")
    world.commit(0, "basket")
    world.app(0).sync()
    with closing(sqlite3.connect(world.home / "data" / "outlay.sqlite")) as file, file:
        file.execute("update derived_shares set weight = 1")
    world.write(30, "coupon")
    world.app(30).sync()
    with closing(sqlite3.connect(world.home / "data" / "outlay.sqlite")) as file:
        assert file.execute("select weight from derived_shares").fetchall() == [(1,)]
        assert file.execute("select count(*) from derived_unlinked").fetchone() == (1,)


def test_a_sync_without_news_looks_at_nothing_again(world):
    world.write(0, "basket")
    world.commit(0, "basket")
    world.app(0).sync()
    before = world.app(0).items().revision
    world.app(0).sync()
    assert world.app(0).items().revision == before


@pytest.mark.parametrize(
    ("logs", "work", "checkouts", "expected"),
    [
        (None, None, None, None),
        (1000 * DAY, None, None, 1000 * DAY),
        (900 * DAY, None, None, 900 * DAY - PARAMETERS.before_commit_ms),
        (None, 950 * DAY, None, 950 * DAY - PARAMETERS.before_commit_ms),
        (1000 * DAY, None, 990 * DAY, 990 * DAY),
    ],
    ids=[
        "nothing came",
        "requests after the last commit change their own turns alone",
        "requests that came late reach back as far as a commit may hold their text",
        "a commit reaches back as far as its text may",
        "a checkout counts from its own moment",
    ],
)
def test_news_reach_back_no_further_than_they_can_change(logs, work, checkouts, expected):
    last_commit = UtcMillis(960 * DAY)
    assert turns_from(News(logs, work, checkouts), last_commit, PARAMETERS) == expected
