"""Which added lines still stand thirty days after they landed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.work import Survival
from outlay.readers.git import survivals
from readers.git.conftest import KAI, LittleRepository, moment, packed_lines

DAY = 24 * 60
"""Minutes."""


def text(*lines: str) -> str:
    """A file of lines that each say something."""
    return "".join(f"the_value_of_{line} = {line}\n" for line in lines)


def test_lines_that_stand_thirty_days_later_are_one_and_others_zero(repo: LittleRepository) -> None:
    repo.write("a.py", text("one", "two") + "}\n" + text("three"))
    own = repo.commit("Add a", 1)
    repo.write("a.py", text("three", "four", "one"))
    repo.commit("Change a", 20 * DAY, KAI)
    repo.write("a.py", text("four"))
    repo.commit("Change it once more", 31 * DAY, KAI)
    reading = repo.read(now=moment(60 * DAY))
    assert reading.signs.survivals == (Survival(own, "a.py", bytes((1, 0, 0, 1))),)


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
    own = repo.add("own.py", 201 * DAY)
    assert [one.sha for one in repo.read(now=moment(240 * DAY)).signs.survivals] == [own]


def test_files_nobody_could_name_are_left_out(repo: LittleRepository) -> None:
    repo.write("a.py", text("one"))
    name = repo.folder / "bad\nname.py"
    name.write_text(text("two"))
    repo.commit("Add both", 1)
    assert [one.path for one in repo.read(now=moment(40 * DAY)).signs.survivals] == ["a.py"]


def test_a_path_that_became_a_folder_has_no_lines(repo: LittleRepository) -> None:
    repo.add("a", 1)
    repo.git("rm", "-q", "a")
    repo.add("a/inside.py", 2, KAI)
    assert [one.alive for one in repo.read(now=moment(40 * DAY)).signs.survivals] == [b"\0"]


def test_of_a_huge_file_only_the_beginning_is_looked_at(
    repo: LittleRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.write("a.py", text("first", *(f"line_{number}" for number in range(400)), "last"))
    repo.commit("Add much", 1)
    repo.add("b.py", 2)
    monkeypatch.setattr(survivals, "LONGEST_FILE", 4000)
    much, little = repo.read(now=moment(40 * DAY)).signs.survivals
    assert (much.alive[0], much.alive[-1], little.alive) == (1, 0, b"\1")


def test_where_git_left_files_out_nothing_is_said(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    pack = repo.folder / ".git" / "objects" / "pack"
    pack.mkdir(exist_ok=True)
    (pack / "pack-1.promisor").write_bytes(b"")
    assert repo.read(now=moment(40 * DAY)).signs.survivals == ()


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=12))
def test_no_more_lines_stand_than_there_are(added: list[str], standing: list[str]) -> None:
    packed = [packed_lines([f"the_value_of_{one}".encode() for one in lines]) for lines in (added, standing)]
    counts = Counter(memoryview(packed[1]).cast("Q"))
    alive = survivals._alive(packed[0], counts)
    expected = sum((Counter(added) & Counter(standing)).values())
    assert (len(alive), sum(alive)) == (len(added), expected)
