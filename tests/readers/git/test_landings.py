"""When commits got onto the default branch, by every way a pull request can be merged."""

import pytest

from outlay.domain.work import RepositoryReading
from readers.git.conftest import KAI, LittleRepository, moment


def landed(reading: RepositoryReading) -> dict[str, int]:
    return {landing.sha: landing.moment for landing in reading.landings}


def test_a_branch_that_is_not_merged_has_not_landed(shared: LittleRepository) -> None:
    shared.git("checkout", "-qb", "topic")
    shared.add("topic.py", 1)
    reading = shared.read()
    assert len(reading.commits) == 1
    assert reading.landings == ()


def test_merged_commits_land_with_the_merge(shared: LittleRepository) -> None:
    shared.git("checkout", "-qb", "topic")
    one, two = shared.add("one.py", 1), shared.add("two.py", 2)
    shared.git("checkout", "-q", "main")
    shared.add("mate.py", 3, KAI)
    shared.git("merge", "-q", "--no-ff", "-m", "Merge pull request #1", "topic", minute=9, email=KAI)
    shared.fetched("main", shared.head(), 9)
    assert landed(shared.read()) == {one: moment(9), two: moment(9)}


def test_a_squashed_pull_request_lands_as_its_one_commit(shared: LittleRepository) -> None:
    shared.git("checkout", "-qb", "topic")
    shared.add("one.py", 1)
    shared.add("two.py", 2)
    shared.git("checkout", "-q", "main")
    shared.git("merge", "-q", "--squash", "topic")
    squashed = shared.commit("Topic (#1)", 8)
    shared.fetched("main", squashed, 8)
    reading = shared.read()
    assert len(reading.commits) == 3
    assert landed(reading) == {squashed: moment(8)}


def test_a_rebased_pull_request_lands_as_its_copies(shared: LittleRepository) -> None:
    shared.git("checkout", "-qb", "topic")
    first = shared.add("one.py", 1)
    shared.git("checkout", "-q", "main")
    shared.add("mate.py", 3, KAI)
    shared.git("rebase", "-q", "main", "topic", minute=7)
    copy = shared.head("topic")
    shared.fetched("main", copy, 7)
    reading = shared.read()
    assert {commit.sha for commit in reading.commits} == {first, copy}
    assert landed(reading) == {copy: moment(7)}


def test_a_branch_read_before_lands_when_it_is_merged(shared: LittleRepository) -> None:
    shared.git("checkout", "-qb", "topic")
    mine = shared.add("topic.py", 1)
    first = shared.read()
    shared.git("checkout", "-q", "main")
    shared.git("merge", "-q", "--no-ff", "-m", "Merge", "topic", minute=9, email=KAI)
    shared.fetched("main", shared.head(), 9)
    second = shared.read(first.bookmark)
    assert second.commits == ()
    assert landed(second) == {mine: moment(9)}
    assert not second.landings_anew


def test_a_force_push_tells_all_landings_anew(shared: LittleRepository) -> None:
    kept = shared.add("kept.py", 1)
    shared.add("dropped.py", 2)
    shared.fetched("main", shared.head(), 2)
    first = shared.read()
    shared.git("reset", "-q", "--hard", kept)
    new = shared.add("new.py", 3)
    shared.fetched("main", new, 3)
    second = shared.read(first.bookmark)
    assert second.landings_anew
    assert landed(second) == {kept: moment(1), new: moment(3)}


def test_a_line_that_goes_on_beside_the_old_tip_gives_what_reading_anew_gives(
    shared: LittleRepository,
) -> None:
    shared.git("checkout", "-qb", "copy")
    shared.git("checkout", "-q", "main")
    shared.add("pushed.py", 1)
    shared.fetched("main", shared.head(), 1)
    first = shared.read()
    shared.git("checkout", "-q", "copy")
    shared.add("local.py", 2)
    shared.git("merge", "-q", "--no-ff", "-m", "Merge branch main", "main", minute=5)
    shared.fetched("main", shared.head(), 6)
    second = shared.read(first.bookmark)
    assert second.landings_anew
    assert set(second.landings) == set(shared.read().landings)


def test_another_default_branch_tells_all_landings_anew(shared: LittleRepository) -> None:
    first = shared.read()
    mine = shared.add("next.py", 4)
    shared.fetched("next", mine, 4)
    shared.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/next")
    second = shared.read(first.bookmark)
    assert second.default_branch == "next"
    assert second.landings_anew
    assert landed(second) == {mine: moment(4)}


def told(reading: RepositoryReading) -> tuple[set[object], set[object]]:
    return set(reading.landings), set(reading.reverts)


@pytest.mark.parametrize("commits", [1, 3, 201])
def test_commits_put_on_the_branch_land_as_in_a_reading_of_everything(
    shared: LittleRepository, commits: int
) -> None:
    first = shared.read()
    for number in range(commits):
        shared.git("commit", "-q", "--allow-empty", "-m", f"Step (#{number})", minute=number + 1)
    undo = f"Take it back\n\nThis reverts commit {shared.head()}."
    shared.git("commit", "-q", "--allow-empty", "-m", undo, minute=commits + 1, email=KAI)
    shared.fetched("main", shared.head(), commits + 1)
    second = shared.read(first.bookmark)
    assert told(second) == told(shared.read())
    assert (len(second.landings), len(second.reverts), second.landings_anew) == (commits, 1, False)


def test_a_branch_that_was_read_before_lands_when_main_is_moved_onto_it(shared: LittleRepository) -> None:
    shared.git("checkout", "-qb", "topic")
    mine = shared.add("topic.py", 1)
    first = shared.read()
    also = shared.add("more.py", 2)
    shared.fetched("main", also, 9)
    second = shared.read(first.bookmark)
    assert landed(second) == {mine: moment(1), also: moment(2)}
    assert not second.landings_anew
