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
from outlay.use_cases.sample.days import late_hours, workdays
from outlay.use_cases.sample.requests import OPUS, UNPRICED, requests_worth
from outlay.use_cases.sample.schedule import Schedule, schedule_of
from outlay.use_cases.sample.weeks import WEEKS
from outlay.use_cases.sample.works import WORK

ZONE = ZoneInfo("Europe/Berlin")
NOW = moment_of(datetime(2026, 11, 20, 17, 26, tzinfo=ZONE))
TODAY = date(2026, 11, 20)
WEEK = [TODAY - timedelta(days=n) for n in range(7)]

# Dollars per million tokens: uncached input, output, cache read, cache write.
PRICES = {
    "claude-opus-4-6": (5, 25, 0.5, 6.25),
    "claude-sonnet-4-5": (3, 15, 0.3, 3.75),
    "claude-haiku-4-5": (1, 5, 0.1, 1.25),
    "gpt-5.2-codex": (1.75, 14, 0.175, 0),
    "gemini-2.5-pro": (1.25, 10, 0.125, 0),
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


def cursor_requests(world: SampleWorld) -> Iterator[tuple[datetime, str, tuple[int, ...]]]:
    """The usage export's rows; the model stands there in Cursor's way of writing it."""
    for line in (world.home / "Downloads/cursor-usage.csv").read_text().splitlines()[1:]:
        at, _, model, _, written, fresh, read, output, total, _ = line.split(",")
        assert model == "claude-4.5-sonnet"
        tokens = tuple(int(count) for count in (fresh, output, read, written))
        assert sum(tokens) == int(total)
        yield datetime.fromisoformat(at), "claude-sonnet-4-5", tokens


def gemini_requests(world: SampleWorld) -> Iterator[tuple[datetime, str, tuple[int, ...]]]:
    for _, record in lines_of(world, ".gemini"):
        if record.get("type") == "gemini":
            usage = record["tokens"]
            tokens = (
                usage["input"] - usage["cached"],
                usage["output"] + usage["thoughts"],
                usage["cached"],
                0,
            )
            yield datetime.fromisoformat(record["timestamp"]), record["model"], tokens


def every_request(world: SampleWorld) -> list[tuple[datetime, str, tuple[int, ...]]]:
    readers = (claude_requests, codex_requests, cursor_requests, gemini_requests)
    return [request for reader in readers for request in reader(world)]


def price_of(model: str, tokens: tuple[int, ...]) -> float:
    rates = PRICES.get(model, (0, 0, 0, 0))
    return sum(count * rate for count, rate in zip(tokens, rates, strict=True)) / 1_000_000


def dollars_by_day(world: SampleWorld) -> dict[date, float]:
    sums: dict[date, float] = defaultdict(float)
    for at, model, tokens in every_request(world):
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
        if isinstance(outcome, str):
            continue
        hunks = outcome.get("structuredPatch", [])
        added += [line[1:] for hunk in hunks for line in hunk["lines"] if line.startswith("+")]
        added += outcome.get("content", "").splitlines() if outcome.get("type") == "create" else []
    for _, record in lines_of(world, ".cursor"):
        for part in record.get("message", {}).get("content", ()):
            given = part.get("input", {})
            old = set(given.get("old_string", "").splitlines())
            added += [line for line in given.get("new_string", "").splitlines() if line not in old]
            added += given.get("contents", "").splitlines()
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


def test_thirteen_weeks_are_filled_but_for_weekends_a_holiday_and_a_conference(world):
    used = set(dollars_by_day(world))
    days = {TODAY - timedelta(days=n) for n in range(91)}
    weekdays = {day for day in days if day.weekday() < 5}
    holiday = {date(2026, 10, 5), date(2026, 10, 7), date(2026, 10, 8), date(2026, 10, 9)}
    conference = {date(2026, 9, 15), date(2026, 9, 16)}
    assert used == weekdays - holiday - conference


def test_a_usual_week_takes_40_to_120_dollars_and_a_quiet_one_less(world):
    weeks: dict[int, float] = defaultdict(float)
    for day, amount in dollars_by_day(world).items():
        weeks[(TODAY - day).days // 7 + 1] += amount
    quiet = {week for week, amount in weeks.items() if amount < 40}
    assert quiet == {7, 10}
    assert max(weeks.values()) < 120
    told = {week: sum(map(sum, days)) / 100 for week, days in enumerate(WEEKS) if week and week != 4}
    assert {week: weeks[week] for week in told} == pytest.approx(told, abs=0.05)
    assert weeks[4] == pytest.approx(sum(map(sum, WEEKS[4])) / 100 + 0.70, abs=0.05)


def test_fourteen_requests_of_the_week_have_a_model_without_a_price(world):
    unpriced = [
        (at.astimezone(ZONE).date(), model) for at, model, _ in every_request(world) if model not in PRICES
    ]
    assert Counter(model for _, model in unpriced) == {UNPRICED.name: 14}
    assert {day for day, _ in unpriced} <= set(WEEK)


def test_no_request_reaches_a_long_context_price(world):
    largest = max(tokens[0] + tokens[2] + tokens[3] for _, _, tokens in every_request(world))
    assert largest < 200_000


def test_seven_commits_shipped_in_the_week_out_of_about_seventy(world):
    commits = [commit for commit in landed(world) if commit[1] == world.email]
    assert {email for _, email, _ in landed(world)} == {world.email, "mina@harbor.example"}
    week = [subject for at, _, subject in commits if at.astimezone(ZONE).date() in WEEK]
    assert len(week) == 7
    assert "Idempotent webhook retries" in {subject.partition(" (#")[0] for subject in week}
    assert 60 <= len(commits) <= 80


def test_the_default_branches_hold_direct_squashed_rebased_and_merged_commits(world):
    subjects = [subject for _, _, subject in landed(world)]
    squashed = [subject for subject in subjects if subject.endswith(")") and " (#" in subject]
    assert len(squashed) > 30
    assert len(subjects) - len(squashed) > 15
    merges = "".join(git(folder, "log", "main", "--merges", "--format=%s") for folder in world.repositories)
    assert merges.splitlines() == [
        "Merge pull request #476 from harbor/HBR-181-reject-webhooks-without-a-signature",
        "Merge pull request #453 from harbor/HBR-150-audit-trail-for-refunds",
        "Merge pull request #273 from harbor/HBR-127-print-view-for-statements",
    ]
    rebased = git(world.repositories[0], "log", "main", "--no-merges", "--format=%at %ct %s").splitlines()
    moved = [line.split(" ", 2)[2] for line in rebased if line.split()[0] != line.split()[1]]
    assert [subject for subject in moved if "sign in" in subject] == [
        "Limit attempts to sign in, part 2",
        "Limit attempts to sign in, part 1",
    ]
    assert len(moved) == 6


def test_a_pull_request_is_taken_back_and_lands_again_and_another_stays_taken_back(world):
    api, _, infra = world.repositories
    log = [
        line for line in git(infra, "log", "main", "--format=%s|%b").splitlines() if "images for jobs" in line
    ]
    assert log == [
        'Reapply "Smaller images for jobs" (#92)|Reverts harbor/infra#91',
        'Revert "Smaller images for jobs" (#91)|Reverts harbor/infra#90',
        "Smaller images for jobs (#90)|",
    ]
    assert (infra / "images/jobs.yaml").exists()
    assert not (api / "billing/rate_cache.py").exists()


def test_open_work_has_a_branch_and_the_one_in_a_worktree_a_checkout_beside_the_repository(world):
    api = world.repositories[0]
    beside = api.with_name("api-hbr-219")
    assert git(beside, "branch", "--show-current").strip() == "HBR-219-statement-export"
    branches = git(api, "for-each-ref", "--format=%(refname:short)", "refs/heads").split()
    assert {"rate-limit-headers", "idempotent-webhook-retries", "main"} <= set(branches)
    assert "HBR-144-ledger-entry-search" not in branches
    folders = {record["cwd"] for _, record in lines_of(world, ".claude") if "cwd" in record}
    assert {str(beside), str(api)} <= folders


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
            if lines:
                shares[subject.partition(" (#")[0]] = sum(line in written for line in lines) / len(lines)
    assert 0.85 < shares["Idempotent webhook retries"] < 1
    assert 0.6 < shares["Reject webhooks without a signature, part 2"] < 0.95
    assert shares["Cache CI dependencies"] == 1
    assert shares["Raise deploy timeout"] < 0.35
    assert shares["Start the web repository"] == 0


def test_the_working_tree_is_what_was_committed(world):
    assert [git(folder, "status", "--short") for folder in world.repositories] == ["", "", ""]
    sound = [git(folder, "fsck", "--strict", "--no-dangling") for folder in world.repositories]
    assert sound == ["", "", ""]


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
        if isinstance(record.get("toolUseResult"), dict) and "agentId" in record["toolUseResult"]
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
        if record["payload"].get("type") == "token_count" and record["payload"]["rate_limits"]
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
    said = {"sample": True, "repositories": folders, "email": "sample@outlay.example"}
    assert mark == mark | said
    exports = [world.home / mark[name] for name in ("pull_requests", "tickets", "cursor_usage")]
    assert [path.is_file() for path in exports] == [True, True, True]
    config = str(world.home / ".gitconfig")
    assert git(world.home, "config", "--file", config, "user.email").strip() == world.email


def written_at(home: Path, now: UtcMillis) -> tuple[dict[str, bytes], list[str]]:
    """Every file but git's own, and git's references."""
    shutil.rmtree(home, ignore_errors=True)
    made = write_sample(home, now, sample_git(os.environ), ZONE)
    files = [path for path in made.home.rglob("*") if path.is_file() and ".git" not in path.parts]
    refs = [git(folder, "for-each-ref") for folder in made.repositories]
    return {str(path.relative_to(made.home)): path.read_bytes() for path in files}, refs


def test_two_starts_shortly_after_each_other_write_the_same_bytes(tmp_path):
    assert written_at(tmp_path / "home", NOW) == written_at(tmp_path / "home", UtcMillis(NOW + 1_234))


def test_a_later_start_of_a_day_changes_nothing_of_what_had_happened(tmp_path):
    wednesday = datetime(2026, 11, 18, 10, 40, tzinfo=ZONE)
    early, _ = written_at(tmp_path / "home", moment_of(wednesday))
    late, _ = written_at(tmp_path / "home", moment_of(wednesday.replace(hour=16)))
    logs = {name: text for name, text in early.items() if name.endswith(".jsonl")}
    assert len(logs) > 100
    running = {name for name, text in logs.items() if late.get(name) != text}
    assert len(running) <= 3
    for name in running:
        begun = logs[name].splitlines()
        assert late[name].splitlines()[: len(begun) // 2] == begun[: len(begun) // 2]


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


def story_at(now: UtcMillis, zone: ZoneInfo, seed: int) -> Schedule:
    return schedule_of(workdays(now, zone), late_hours(now, zone), now, Random(seed))


@settings(max_examples=12, deadline=None)
@given(now=MOMENTS, zone=ZONES.map(ZoneInfo))
def test_at_any_moment_and_place_nothing_is_later_and_each_whole_day_has_its_amount(now, zone):
    schedule = story_at(now, zone, 1)
    requests = [(plan.model.name, one) for plan in schedule.sessions for one in plan.requests]
    requests += [("claude-haiku-4-5", one) for plan in schedule.sessions for one in plan.helper]
    today = day_of(now, zone)
    spent: dict[date, float] = defaultdict(float)
    for model, one in requests:
        assert one.moment <= now
        fresh, read, written, output = one.tokens
        spent[day_of(one.moment, zone)] += price_of(model, (fresh, output, read, written))
    for place, day, _ in workdays(now, zone):
        if day < today:
            gemini = 0.70 if place == 22 else 0
            told = sum(WEEKS[place // 5][day.weekday()]) / 100 + gemini
            assert spent.get(day, 0) == pytest.approx(told, abs=0.05)
    assert all(day.weekday() < 5 or day == today for day in spent)
    assert all(commit.moment <= now for commit in schedule.commits)


@settings(max_examples=12, deadline=None)
@given(now=MOMENTS, zone=ZONES.map(ZoneInfo))
def test_lines_are_committed_after_they_were_written_and_land_in_order(now, zone):
    schedule = story_at(now, zone, 2)
    edits: dict[str, list[UtcMillis]] = defaultdict(list)
    for plan in schedule.sessions:
        if plan.work:
            edits[plan.work.title] += [plan.requests[number].moment for number, _ in plan.edits]
    for commit in schedule.commits:
        before = sum(at <= commit.moment for at in edits[commit.work.title])
        assert commit.work.of or len([piece for piece in commit.pieces if piece < 80]) <= before
        assert not commit.lands or before == len(edits[commit.work.title])


def test_titles_and_numbers_tell_works_apart():
    names = {work.title for work in WORK}
    assert len(names) == len(WORK)
    numbers = [(work.repository, work.number) for work in WORK if work.number]
    assert len(set(numbers)) == len(numbers)
    assert {work.of for work in WORK if work.of} <= names


@given(micros=st.integers(1, 6_000_000), seed=st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_requests_come_to_what_was_asked_to_the_nearest_token(micros, seed):
    span = workdays(NOW, ZONE)[-2].span
    requests = requests_worth(micros, OPUS, span, Random(seed))
    price = sum(price_of(OPUS.name, (t.fresh, t.output, t.read, t.written)) for _, t in requests) * 1_000_000
    assert price == pytest.approx(micros, abs=25) or len(requests) == 1
    assert all(span.first <= one.moment <= span.last for one in requests)
    assert [one.moment for one in requests] == sorted(UtcMillis(one.moment) for one in requests)
