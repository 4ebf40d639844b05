"""Which added lines still stand thirty days after they landed."""

import random

import pytest

from outlay.domain.work import GONE, NEVER_LANDED, STOOD, Survival
from readers.git.conftest import KAI, SAM, LittleRepository, moment

DAY = 24 * 60
"""Minutes."""


def text(*lines: str) -> str:
    """A file of lines that each say something."""
    return "".join(f"the_value_of_{line} = {line}\n" for line in lines)


def test_lines_that_stayed_in_their_place_for_thirty_days_stood_and_moved_ones_are_gone(
    repo: LittleRepository,
) -> None:
    repo.write("a.py", text("one", "two") + "}\n" + text("three"))
    own = repo.commit("Add a", 1)
    repo.write("a.py", text("three", "four", "one"))
    repo.commit("Change a", 20 * DAY, KAI)
    repo.write("a.py", text("four"))
    repo.commit("Change it once more", 31 * DAY, KAI)
    reading = repo.read(now=moment(60 * DAY))
    assert reading.signs.survivals == (Survival(own, "a.py", bytes((GONE, GONE, GONE, STOOD))),)


def test_nothing_is_said_before_the_thirty_days_are_over(repo: LittleRepository) -> None:
    repo.add("a.py", 0)
    assert repo.read(now=moment(30 * DAY - 1)).signs.survivals == ()
    assert len(repo.read(now=moment(30 * DAY)).signs.survivals) == 1


def test_without_a_clock_the_branchs_newest_commit_tells_the_time(repo: LittleRepository) -> None:
    own = repo.add("a.py", 0)
    repo.add("b.py", 31 * DAY, KAI)
    assert [one.sha for one in repo.read().signs.survivals] == [own]


def test_where_the_path_is_gone_no_line_stands(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    repo.git("mv", "a.py", "b.py")
    repo.commit("Move it", 2, KAI)
    assert [one.alive for one in repo.read(now=moment(40 * DAY)).signs.survivals] == [b"\0"]


def test_a_line_added_twice_that_stands_once_counts_once(repo: LittleRepository) -> None:
    repo.write("a.py", text("one", "one"))
    repo.commit("Add a", 1)
    repo.write("a.py", text("one"))
    repo.commit("Once will do", 2, KAI)
    (found,) = repo.read(now=moment(40 * DAY)).signs.survivals
    assert sorted(found.alive) == [0, 1]


def test_each_landed_commit_is_looked_at_once(repo: LittleRepository) -> None:
    one, two = repo.add("a.py", 0), repo.add("b.py", 5 * DAY)
    first = repo.read(now=moment(31 * DAY))
    assert [found.sha for found in first.signs.survivals] == [one]
    still = repo.read(first.bookmark, now=moment(31 * DAY + 60))
    assert still.signs.survivals == ()
    later = repo.read(still.bookmark, now=moment(36 * DAY))
    assert [found.sha for found in later.signs.survivals] == [two]
    assert repo.read(later.bookmark, now=moment(90 * DAY)).signs.survivals == ()


def test_a_merged_branch_counts_from_the_moment_it_landed(repo: LittleRepository) -> None:
    repo.add("base.py", 0, KAI)
    repo.git("checkout", "-q", "-b", "feat")
    own = repo.add("a.py", 1)
    repo.git("checkout", "-q", "main")
    repo.add("c.py", 5 * DAY, KAI)
    repo.git("merge", "-q", "--no-ff", "feat", minute=10 * DAY)
    assert repo.read(now=moment(35 * DAY)).signs.survivals == ()
    assert [one.sha for one in repo.read(now=moment(41 * DAY)).signs.survivals] == [own]


def test_a_commit_that_gets_onto_the_branch_long_after_its_own_time_is_not_missed(
    shared: LittleRepository,
) -> None:
    own = shared.add("a.py", 1)
    first = shared.read(now=moment(50 * DAY))
    assert first.signs.survivals == ()
    shared.fetched("main", own, 50 * DAY)
    assert [one.sha for one in shared.read(first.bookmark, now=moment(50 * DAY)).signs.survivals] == [own]


def test_a_rewritten_branch_is_looked_at_anew(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    first = repo.read(now=moment(40 * DAY))
    repo.git("commit", "-q", "--amend", "-m", "Other words", minute=2)
    second = repo.read(first.bookmark, now=moment(40 * DAY))
    assert [one.sha for one in second.signs.survivals] == [repo.head()]


def test_work_that_landed_long_ago_and_work_of_others_is_left_alone(repo: LittleRepository) -> None:
    repo.add("old.py", 0)
    repo.add("theirs.py", 200 * DAY, KAI)
    own = repo.add("own.py", 260 * DAY)
    assert [one.sha for one in repo.read(now=moment(300 * DAY)).signs.survivals] == [own]


def test_a_file_whose_name_breaks_lines_is_followed_like_any_other(repo: LittleRepository) -> None:
    repo.write("a.py", text("one"))
    name = repo.folder / "bad\nname.py"
    name.write_text(text("two"))
    repo.commit("Add both", 1)
    assert [one.path for one in repo.read(now=moment(40 * DAY)).signs.survivals] == ["a.py", "bad\nname.py"]


def test_a_path_that_became_a_folder_has_no_lines(repo: LittleRepository) -> None:
    repo.add("a", 1)
    repo.git("rm", "-q", "a")
    repo.add("a/inside.py", 2, KAI)
    assert [one.alive for one in repo.read(now=moment(40 * DAY)).signs.survivals] == [b"\0"]


def test_a_line_that_came_and_went_with_the_same_landing_never_landed(repo: LittleRepository) -> None:
    repo.add("base.py", 0, KAI)
    repo.git("checkout", "-q", "-b", "feat")
    repo.write("a.py", text("one", "two"))
    first = repo.commit("Add a", 1)
    repo.write("a.py", text("one", "three"))
    second = repo.commit("Change a", 2)
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "feat", minute=3)
    found = {one.sha: one.alive for one in repo.read(now=moment(40 * DAY)).signs.survivals}
    assert found == {first: bytes((STOOD, NEVER_LANDED)), second: bytes((STOOD,))}


def test_a_line_that_goes_after_the_thirty_days_stood(repo: LittleRepository) -> None:
    repo.write("a.py", text("one", "two"))
    repo.commit("Add a", 0)
    repo.write("a.py", text("one"))
    repo.commit("Later", 31 * DAY, KAI)
    (found,) = repo.read(now=moment(60 * DAY)).signs.survivals
    assert found.alive == bytes((STOOD, STOOD))


def test_lines_above_that_come_and_go_do_not_mislead(repo: LittleRepository) -> None:
    repo.write("a.py", text("head", "tail"))
    repo.commit("Begin", 0, KAI)
    repo.write("a.py", text("head", "mine", "tail"))
    own = repo.commit("Add mine", 1)
    repo.write("a.py", text("new", "newer", "head", "mine", "tail"))
    repo.commit("Above", 2, KAI)
    repo.write("a.py", text("newer", "mine", "tail"))
    repo.commit("Some of it goes", 3, KAI)
    assert repo.read(now=moment(40 * DAY)).signs.survivals == (Survival(own, "a.py", bytes((STOOD,))),)


def test_where_git_left_files_out_nothing_is_said(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    pack = repo.folder / ".git" / "objects" / "pack"
    pack.mkdir(exist_ok=True)
    (pack / "pack-1.promisor").write_bytes(b"")
    assert repo.read(now=moment(40 * DAY)).signs.survivals == ()


@pytest.mark.parametrize("name", ["data.bin", "d\u00e4ta and b/ata.bin"])
def test_a_file_that_git_no_longer_shows_as_text_has_no_lines(repo: LittleRepository, name: str) -> None:
    repo.write(name, text("one", "two"))
    repo.commit("Add text", 1)
    repo.write(name, b"\0\1\2")
    repo.commit("No text any more", 2, KAI)
    assert [one.alive for one in repo.read(now=moment(40 * DAY)).signs.survivals] == [bytes((GONE, GONE))]


def test_equal_lines_of_a_landing_are_given_to_its_commits_in_their_order(repo: LittleRepository) -> None:
    repo.add("base.py", 0, KAI)
    repo.git("checkout", "-q", "-b", "feat")
    repo.write("a.py", text("same"))
    first = repo.commit("Add it", 1)
    repo.write("a.py", text("same", "between", "same"))
    second = repo.commit("Add it again", 2)
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "feat", minute=3)
    repo.write("a.py", text("between", "same"))
    repo.commit("Once will do", 4, KAI)
    found = {one.sha: one.alive for one in repo.read(now=moment(40 * DAY)).signs.survivals}
    assert found == {first: bytes((GONE,)), second: bytes((STOOD, STOOD))}


def test_work_at_rest_for_years_is_judged_by_its_last_half_year(repo: LittleRepository) -> None:
    repo.add("old.py", 0)
    own = repo.add("own.py", 260 * DAY)
    assert [one.sha for one in repo.read(now=moment(1000 * DAY)).signs.survivals] == [own]


def changed(draw: random.Random, lines: list[str]) -> list[str]:
    """The lines with a stretch taken out and some others put in, some of them twice."""
    at = draw.randrange(len(lines) + 1)
    new = [str(draw.randrange(40)) for _ in range(draw.randrange(1, 5))]
    return lines[:at] + new + lines[at + draw.randrange(4) :]


def history(repo: LittleRepository, draw: random.Random) -> int:
    """A month and more of the owner's and a mate's commits, on the branch and merged; the last day."""
    files: dict[str, list[str]] = {"a.py": [], "b.py": []}
    day = 0
    repo.add("base.py", 0, KAI)
    for number in range(14):
        day += draw.randrange(1, 6)
        is_merged = draw.random() < 0.4
        if is_merged:
            repo.git("checkout", "-q", "-b", f"feat-{number}")
        for minute in range(draw.randrange(1, 3)):
            path = draw.choice(sorted(files))
            files[path] = changed(draw, files[path])
            repo.write(path, text(*files[path]))
            repo.commit(f"Change {number}", day * DAY + minute, draw.choice((SAM, SAM, KAI)))
        if is_merged:
            repo.git("checkout", "-q", "main")
            repo.git("merge", "-q", "--no-ff", f"feat-{number}", minute=day * DAY + 5)
    return day


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_looking_every_few_days_says_the_same_as_looking_once(repo: LittleRepository, seed: int) -> None:
    last = history(repo, random.Random(seed))
    bookmark, found = None, []
    for day in range(29, last + 36, 3):
        reading = repo.read(bookmark, now=moment(day * DAY))
        bookmark = reading.bookmark
        found += reading.signs.survivals
    whole = repo.read(now=moment((last + 40) * DAY)).signs.survivals
    assert sorted(found) == sorted(whole)
    assert {fate for one in whole for fate in one.alive} >= {GONE, STOOD}
