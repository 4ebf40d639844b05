"""The sample home: what the tools' formats say of it, and the figures it is meant to show."""

import json
import os
import shutil
import stat
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis, datetime_of, day_of, moment_of
from outlay.errors import GitError, WrongCallError
from outlay.system.sample_git import sample_git
from outlay.use_cases.sample import MARK, SampleWorld, write_sample
from outlay.use_cases.sample.days import worked_days
from outlay.use_cases.sample.requests import OPUS, UNPRICED, requests_worth
from outlay.use_cases.sample.schedule import schedule_of

ZONE = ZoneInfo("Europe/Berlin")
NOW = moment_of(datetime(2026, 11, 20, 17, 26, tzinfo=ZONE))
TODAY = date(2026, 11, 20)
WEEK = [TODAY - timedelta(days=n) for n in range(7)]

# Dollars per million tokens: uncached input, output, cache read, cache write.
PRICES = {
    "claude-opus-4-6": (5, 25, 0.5, 6.25),
    "claude-sonnet-4-5": (3, 15, 0.3, 3.75),
    "gpt-5.2-codex": (1.75, 14, 0.175, 0),
}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return write_sample(tmp_path_factory.mktemp("sample") / "home", NOW, sample_git(os.environ), ZONE)


def lines_of(world: SampleWorld, folder: str) -> Iterator[tuple[Path, dict]]:
    for path in sorted((world.home / folder).rglob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path, json.loads(line)


def claude_requests(world: SampleWorld) -> Iterator[tuple[datetime, str, tuple[int, ...]]]:
    """One a response: of its lines the one with the most output."""
    best: dict[tuple[str, str], tuple[datetime, str, tuple[int, ...]]] = {}
    for _, record in lines_of(world, ".claude"):
        if record["type"] != "assistant":
            continue
        message, usage = record["message"], record["message"]["usage"]
        tokens = (
            usage["input_tokens"],
            usage["output_tokens"],
            usage["cache_read_input_tokens"],
            usage["cache_creation_input_tokens"],
        )
        key = (message["id"], record["requestId"])
        if key not in best or tokens[1] > best[key][2][1]:
            best[key] = (datetime.fromisoformat(record["timestamp"]), message["model"], tokens)
    yield from best.values()


def codex_requests(world: SampleWorld) -> Iterator[tuple[datetime, str, tuple[int, ...]]]:
    model = ""
    for _, record in lines_of(world, ".codex"):
        payload = record["payload"]
        if record["type"] == "turn_context":
            model = payload["model"]
        if record["type"] == "token_usage_record":
            usage = payload["usage"]
            cached = usage["cached_input_tokens"]
            tokens = (usage["input_tokens"] - cached, usage["output_tokens"], cached, 0)
            yield datetime.fromisoformat(record["timestamp"]), model, tokens


def price_of(model: str, tokens: tuple[int, ...]) -> float:
    rates = PRICES.get(model, (0, 0, 0, 0))
    return sum(count * rate for count, rate in zip(tokens, rates, strict=True)) / 1_000_000


def dollars_by_day(world: SampleWorld) -> dict[date, float]:
    sums: dict[date, float] = defaultdict(float)
    for at, model, tokens in (*claude_requests(world), *codex_requests(world)):
        sums[at.astimezone(ZONE).date()] += price_of(model, tokens)
    return sums


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, check=True, text=True
    ).stdout


def landed(world: SampleWorld) -> list[tuple[datetime, str, str]]:
    """Own commits on the default branches, by the time of their first-parent commit: here their own."""
    found = []
    for folder in world.repositories:
        log = git(folder, "log", "main", "--no-merges", "--format=%cI\t%ae\t%s")
        rows = [line.split("\t") for line in log.splitlines()]
        found += [(datetime.fromisoformat(at), email, subject) for at, email, subject in rows]
    return found


def added_by_agents(world: SampleWorld) -> set[str]:
    added: list[str] = []
    for _, record in lines_of(world, ".claude"):
        outcome = record.get("toolUseResult", {})
        hunks = outcome.get("structuredPatch", [])
        added += [line[1:] for hunk in hunks for line in hunk["lines"] if line.startswith("+")]
        added += outcome.get("content", "").splitlines() if outcome.get("type") == "create" else []
    for _, record in lines_of(world, ".codex"):
        for change in record["payload"].get("changes", {}).values():
            diff = change.get("unified_diff", "").splitlines()
            added += [line[1:] for line in diff if line.startswith("+")]
            added += change.get("content", "").splitlines()
    return {line for line in added if line.strip()}


def test_the_week_comes_to_the_figures_of_the_pictures(world):
    spent = dollars_by_day(world)
    assert sum(spent.get(day, 0) for day in WEEK) == pytest.approx(87.40, abs=0.05)
    assert 12 <= spent[TODAY] <= 15
    month = sum(amount for day, amount in spent.items() if day >= date(2026, 11, 1))
    assert month == pytest.approx(225.00, abs=0.10)


def test_five_weeks_are_filled_and_weekends_are_blank(world):
    used = set(dollars_by_day(world))
    weekdays = {TODAY - timedelta(days=n) for n in range(35) if (TODAY - timedelta(days=n)).weekday() < 5}
    assert used == weekdays


def test_fourteen_requests_of_the_week_have_a_model_without_a_price(world):
    unpriced = [
        (at.astimezone(ZONE).date(), model)
        for at, model, _ in (*claude_requests(world), *codex_requests(world))
        if model not in PRICES
    ]
    assert Counter(model for _, model in unpriced) == {UNPRICED.name: 14}
    assert {day for day, _ in unpriced} <= set(WEEK)


def test_no_request_reaches_a_long_context_price(world):
    largest = max(
        tokens[0] + tokens[2] + tokens[3]
        for _, _, tokens in (*claude_requests(world), *codex_requests(world))
    )
    assert largest < 200_000


def test_seven_commits_shipped_in_the_week_out_of_about_forty(world):
    commits = landed(world)
    assert {email for _, email, _ in commits} == {world.email}
    week = [subject for at, _, subject in commits if at.astimezone(ZONE).date() in WEEK]
    assert len(week) == 7
    assert "Idempotent webhook retries" in {subject.partition(" (#")[0] for subject in week}
    every = sum(int(git(folder, "rev-list", "--all", "--count")) for folder in world.repositories)
    assert 35 <= every <= 45


def test_the_default_branches_hold_direct_squashed_and_one_merged_commit(world):
    subjects = [subject for _, _, subject in landed(world)]
    squashed = [subject for subject in subjects if subject.endswith(")") and " (#" in subject]
    merges = "".join(git(folder, "log", "main", "--merges", "--format=%s") for folder in world.repositories)
    assert len(squashed) > 15
    assert len(subjects) - len(squashed) > 5
    assert merges == "Merge pull request #480 from harbor/reject-webhooks-without-a-signature\n"


def test_agents_wrote_most_lines_of_some_commits_and_none_of_others(world):
    written = added_by_agents(world)
    shares = {}
    for folder in world.repositories:
        for sha in git(folder, "log", "main", "--no-merges", "--format=%h").split():
            patch = git(folder, "show", "--format=", "-U0", sha).splitlines()
            lines = [
                one[1:]
                for one in patch
                if one.startswith("+") and not one.startswith("+++") and one[1:].strip()
            ]
            subject = git(folder, "show", "--no-patch", "--format=%s", sha).strip()
            shares[subject.partition(" (#")[0]] = sum(line in written for line in lines) / len(lines)
    assert shares["Idempotent webhook retries"] > 0.9
    assert 0.6 < shares["Reject webhooks without a signature"] < 0.95
    assert shares["Upgrade date picker"] == 1
    assert shares["Raise deploy timeout"] < 0.35
    assert shares["Start the web repository"] == 0


def test_the_working_tree_is_what_was_committed(world):
    assert [git(folder, "status", "--short") for folder in world.repositories] == ["", "", ""]
    assert [git(folder, "fsck", "--strict") for folder in world.repositories] == ["", "", ""]


def test_no_line_is_later_than_now_and_files_are_as_old_as_their_last_line(world):
    latest: dict[Path, datetime] = {}
    for path, record in (*lines_of(world, ".claude"), *lines_of(world, ".codex")):
        if "timestamp" in record:
            latest[path] = datetime.fromisoformat(record["timestamp"])
    assert max(latest.values()) <= datetime_of(NOW)
    assert max(latest.values()) >= datetime_of(NOW) - timedelta(minutes=10)
    off = [abs(path.stat().st_mtime - at.timestamp()) for path, at in latest.items()]
    assert max(off) < 2


def test_blocks_of_one_response_repeat_its_input_and_only_the_last_has_all_output(world):
    blocks: dict[str, list[dict]] = defaultdict(list)
    for _, record in lines_of(world, ".claude"):
        if record["type"] == "assistant":
            blocks[record["message"]["id"]].append(record)
    several = [group for group in blocks.values() if len(group) > 1]
    assert several
    for group in several:
        usages = [record["message"]["usage"] for record in group]
        assert len({usage["cache_read_input_tokens"] for usage in usages}) == 1
        assert usages[-1]["output_tokens"] == max(usage["output_tokens"] for usage in usages)
        assert [record["apiBlockIndex"] for record in group] == [0, 1]


def test_every_record_points_at_the_one_before_it(world):
    heads: dict[Path, str | None] = {}
    for path, record in lines_of(world, ".claude"):
        if "uuid" in record:
            assert record["parentUuid"] == heads.get(path)
            heads[path] = record["uuid"]
    assert heads


def test_a_subagent_has_a_file_beside_its_session_and_is_named_by_it(world):
    called = {
        record["toolUseResult"]["agentId"]
        for _, record in lines_of(world, ".claude")
        if "agentId" in record.get("toolUseResult", {})
    }
    files = list((world.home / ".claude").rglob("subagents/agent-*.jsonl"))
    assert {path.stem.removeprefix("agent-") for path in files} == called
    assert called
    for path in files:
        first = json.loads(path.read_text().splitlines()[0])
        assert first["isSidechain"] is True
        assert first["sessionId"] == path.parent.parent.name
        assert path.with_suffix(".meta.json").is_file()


def test_codex_totals_are_the_sums_of_their_requests(world):
    sums: dict[Path, Counter[str]] = defaultdict(Counter)
    for path, record in lines_of(world, ".codex"):
        if record["type"] == "token_usage_record":
            sums[path].update(record["payload"]["usage"])
            assert dict(sums[path]) == record["payload"]["thread_token_usage"]
            usage = record["payload"]["usage"]
            assert usage["input_tokens"] + usage["output_tokens"] == usage["total_tokens"]
    assert sums


def test_a_rollouts_place_carries_its_start_in_the_machines_zone(world):
    for path in (world.home / ".codex").rglob("*.jsonl"):
        meta = json.loads(path.read_text().splitlines()[0])
        local = datetime.fromisoformat(meta["timestamp"]).astimezone(ZONE)
        assert path.name == f"rollout-{local:%Y-%m-%dT%H-%M-%S}-{meta['payload']['id']}.jsonl"
        assert path.parent == world.home / f".codex/sessions/{local:%Y/%m/%d}"


def test_the_newest_quota_windows_are_those_of_the_pictures(world):
    counts = [
        (record["timestamp"], record["payload"]["rate_limits"])
        for _, record in lines_of(world, ".codex")
        if record["payload"].get("type") == "token_count"
    ]
    limits = max(counts, key=lambda one: one[0])[1]
    assert limits["primary"] == {
        "used_percent": 38.0,
        "window_minutes": 300,
        "resets_at": (NOW + 104 * 60_000) // 1000,
    }
    assert limits["secondary"]["used_percent"] == 61.0
    shares = [one[name]["used_percent"] for _, one in counts for name in ("primary", "secondary")]
    assert min(shares) >= 0
    assert max(shares) <= 100


def test_the_home_is_private_and_says_whose_it_is(world):
    if os.name == "posix":
        assert stat.S_IMODE(world.home.stat().st_mode) == 0o700
    mark = json.loads((world.home / MARK).read_text())
    folders = [str(folder) for folder in world.repositories]
    assert mark == {"sample": True, "repositories": folders, "email": "sample@outlay.example"}
    config = str(world.home / ".gitconfig")
    assert git(world.home, "config", "--file", config, "user.email").strip() == world.email


def test_the_same_moment_writes_the_same_bytes(tmp_path):
    def written() -> tuple[dict[str, bytes], list[str]]:
        shutil.rmtree(tmp_path / "home", ignore_errors=True)
        made = write_sample(tmp_path / "home", NOW, sample_git(os.environ))
        files = [path for path in made.home.rglob("*") if path.is_file() and ".git" not in path.parts]
        refs = [git(folder, "for-each-ref") for folder in made.repositories]
        return {str(path.relative_to(made.home)): path.read_bytes() for path in files}, refs

    assert written() == written()


@pytest.mark.parametrize("name", ["notes.txt", MARK])
def test_a_folder_that_holds_something_is_refused(tmp_path, name):
    (tmp_path / name).write_text("mine")
    with pytest.raises(WrongCallError, match="Name a new or empty folder"):
        write_sample(tmp_path, NOW, sample_git(os.environ))
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_in_the_folders_place_is_refused(tmp_path):
    (tmp_path / "home").write_text("mine")
    with pytest.raises(WrongCallError, match="cannot be used"):
        write_sample(tmp_path / "home", NOW, sample_git(os.environ))


def test_an_empty_folder_is_taken_and_made_private(tmp_path):
    (tmp_path / "home").mkdir(mode=0o755)
    made = write_sample(tmp_path / "home", NOW, sample_git(os.environ))
    assert made.home == (tmp_path / "home").resolve()
    if os.name == "posix":
        assert stat.S_IMODE(made.home.stat().st_mode) == 0o700


def test_the_owners_git_settings_stay_out(tmp_path):
    environment = dict(os.environ) | {"HOME": str(tmp_path), "GIT_DIR": str(tmp_path / "elsewhere")}
    (tmp_path / ".gitconfig").write_text("[commit]\n\tgpgSign = true\n[init]\n\tdefaultBranch = other\n")
    folder = tmp_path / "repository"
    folder.mkdir()
    sample_git(environment)(folder, "init", "--quiet", "--template=")
    assert (folder / ".git").is_dir()
    assert git(folder, "symbolic-ref", "HEAD").strip() != "refs/heads/other"


def test_git_that_is_missing_or_fails_is_said_in_words(tmp_path):
    with pytest.raises(GitError, match="could not be started"):
        sample_git({"PATH": str(tmp_path)})(tmp_path, "init")
    with pytest.raises(GitError, match="could not make the repository"):
        sample_git(os.environ)(tmp_path, "fast-import", "--done", given=b"nonsense\n")


ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Chatham", "Asia/Kolkata"])
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)).map(moment_of)  # noqa: DTZ001


@settings(max_examples=15, deadline=None)
@given(now=MOMENTS, zone=ZONES.map(ZoneInfo))
def test_at_any_moment_and_place_nothing_is_later_and_the_week_has_its_amount(now, zone):
    schedule = schedule_of(worked_days(now, zone), Random(1))
    requests = [(plan.model.name, one) for plan in schedule.sessions for one in plan.requests]
    requests += [("claude-sonnet-4-5", one) for plan in schedule.sessions for one in plan.helper]
    today = day_of(now, zone)
    spent: dict[date, float] = defaultdict(float)
    for model, one in requests:
        assert one.moment <= now
        fresh, read, written, output = one.tokens
        spent[day_of(one.moment, zone)] += price_of(model, (fresh, output, read, written))
    assert spent[today] == pytest.approx(14.60, abs=0.05)
    week = sum(amount for day, amount in spent.items() if day > today - timedelta(days=7))
    assert week == pytest.approx(87.40, abs=0.10)
    assert all(day.weekday() < 5 or day == today for day in spent)
    assert all(commit.moment <= now for commit in schedule.commits)


@settings(max_examples=15, deadline=None)
@given(now=MOMENTS, zone=ZONES.map(ZoneInfo))
def test_lines_are_committed_after_they_were_written(now, zone):
    schedule = schedule_of(worked_days(now, zone), Random(2))
    begun = {
        (plan.work.title, plan.part): plan.requests[len(plan.requests) // 2].moment
        for plan in schedule.sessions
        if plan.work is not None
    }
    for commit in schedule.commits:
        edits = [
            begun[commit.work.title, part] for part in commit.parts if (commit.work.title, part) in begun
        ]
        assert all(edit <= commit.moment for edit in edits)


@given(micros=st.integers(1, 6_000_000), seed=st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_requests_come_to_what_was_asked_to_the_nearest_token(micros, seed):
    span = worked_days(NOW, ZONE)[1].span
    requests = requests_worth(micros, OPUS, span, Random(seed))
    price = sum(price_of(OPUS.name, (t.fresh, t.output, t.read, t.written)) for _, t in requests) * 1_000_000
    assert price == pytest.approx(micros, abs=25) or len(requests) == 1
    assert all(span.first <= one.moment <= span.last for one in requests)
    assert [one.moment for one in requests] == sorted(UtcMillis(one.moment) for one in requests)
