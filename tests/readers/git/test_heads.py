"""Commits that branches and pull requests hold and the default branch does not."""

from pathlib import Path

from outlay.domain.work import BranchCommit, PullHead, Signs
from outlay.readers.git import heads
from outlay.system.git_command import GitCommand
from readers.git.conftest import KAI, LittleRepository


def branches(signs: Signs) -> set[tuple[str, str]]:
    """The branch commits as a set of pairs."""
    return {tuple(one) for one in signs.branches}


def test_a_branch_holds_its_own_and_others_commits_that_are_not_on_the_default_one(
    shared: LittleRepository,
) -> None:
    shared.git("checkout", "-q", "-b", "feat/round")
    own, other = shared.add("a.py", 1), shared.add("b.py", 2, KAI)
    assert branches(shared.read().signs) == {("feat/round", own), ("feat/round", other)}


def test_a_remote_branch_goes_by_its_name_without_the_remotes(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "feat/round")
    own = shared.add("a.py", 1)
    shared.fetched("feat/round", own, 2)
    shared.git("update-ref", "refs/remotes/fork/feat/other", own)
    shared.git("checkout", "-q", "main")
    shared.git("branch", "-q", "-D", "feat/round")
    assert branches(shared.read().signs) == {("feat/round", own), ("feat/other", own)}


def test_a_branch_on_top_of_another_holds_both_ones_commits(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "lower")
    one = shared.add("a.py", 1)
    shared.git("checkout", "-q", "-b", "upper")
    two = shared.add("b.py", 2)
    assert branches(shared.read().signs) == {("lower", one), ("upper", one), ("upper", two)}


def test_the_default_branch_is_none_of_them_under_any_of_its_names(shared: LittleRepository) -> None:
    ahead = shared.add("ahead.py", 1)
    shared.git("update-ref", "refs/remotes/upstream/main", ahead)
    assert shared.read().signs.branches == ()


def test_a_merged_branch_has_nothing_of_its_own(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "feat")
    own = shared.add("a.py", 1)
    first = shared.read()
    assert branches(first.signs) == {("feat", own)}
    shared.fetched("main", own, 3)
    assert shared.read(first.bookmark).signs.branches == ()


def test_only_branches_that_moved_come_after_a_bookmark(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "still")
    shared.add("a.py", 1)
    shared.git("checkout", "-q", "-b", "moving", "main")
    one = shared.add("b.py", 2)
    first = shared.read()
    two = shared.add("c.py", 3)
    second = shared.read(first.bookmark)
    assert branches(second.signs) == {("moving", one), ("moving", two)}


def test_a_rewritten_branch_gives_its_new_commits(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "feat")
    shared.add("a.py", 1)
    first = shared.read()
    shared.git("commit", "-q", "--amend", "-m", "Other words", minute=2)
    assert branches(shared.read(first.bookmark).signs) == {("feat", shared.head())}


def test_a_default_branch_that_changes_its_name_is_the_default_one_still(shared: LittleRepository) -> None:
    shared.git("branch", "-q", "-m", "main", "master")
    shared.git("update-ref", "refs/remotes/origin/master", "master")
    shared.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/master")
    shared.git("update-ref", "-d", "refs/remotes/origin/main")
    first = shared.read()
    assert first.default_branch == "master"
    shared.fetched("main", shared.head("master"), 1)
    shared.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    shared.add("ahead.py", 2)
    second = shared.read(first.bookmark)
    assert second.default_branch == "main"
    assert second.signs.branches == ()
    shared.add("more.py", 3)
    assert shared.read(second.bookmark).signs.branches == ()


def test_packed_references_are_branches_as_well(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "feat")
    own = shared.add("a.py", 1)
    shared.git("pack-refs", "--all")
    assert branches(shared.read().signs) == {("feat", own)}


def test_pull_requests_own_references_are_told_by_number(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "theirs")
    one = shared.add("a.py", 1, KAI)
    shared.git("checkout", "-q", "main")
    shared.git("branch", "-q", "-D", "theirs")
    for name in ("refs/pull/12/head", "refs/remotes/origin/pr/13", "refs/remotes/origin/pull/14/head"):
        shared.git("update-ref", name, one)
    for name in ("refs/pull/12/merge", "refs/remotes/origin/pull/14/merge"):
        shared.git("update-ref", name, one)
    signs = shared.read().signs
    assert set(signs.pull_heads) == {PullHead(12, one), PullHead(13, one), PullHead(14, one)}
    assert signs.branches == ()


def test_a_merge_that_a_forge_tries_out_is_no_pull_requests_commit(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "trial")
    merge = shared.add("merge.py", 1)
    shared.git("update-ref", "refs/pull/12/merge", merge)
    shared.git("update-ref", "refs/remotes/origin/pull/12/merge", merge)
    shared.git("checkout", "-q", "main")
    shared.git("branch", "-q", "-D", "trial")
    signs = shared.read().signs
    assert (signs.pull_heads, signs.branches) == ((), ())


def test_tags_stashes_and_checkpoints_are_no_branches(shared: LittleRepository) -> None:
    shared.write("start.py", "changed_value = 2\n")
    shared.git("stash", "-q", minute=1)
    shared.git("checkout", "-q", "--orphan", "entire/checkpoints/v1")
    kept = shared.commit("Checkpoint: 0ff8ca6db1c9", 2)
    shared.git("update-ref", "refs/remotes/origin/entire/checkpoints/v1", kept)
    shared.git("tag", "v1", kept)
    shared.git("checkout", "-q", "main")
    assert shared.read().signs.branches == ()


def test_a_branch_without_a_common_beginning_is_cut_to_its_newest(
    shared: LittleRepository, monkeypatch: object
) -> None:
    shared.git("checkout", "-q", "--orphan", "pages")
    shas = [shared.add(f"{minute}.html", minute) for minute in range(1, 6)]
    monkeypatch.setattr(heads, "MOST_COMMITS", 3)
    assert shared.read().signs.branches == tuple(BranchCommit("pages", sha) for sha in reversed(shas[2:]))


def test_a_repository_without_a_commit_has_no_signs(repo: LittleRepository) -> None:
    reading = repo.read()
    assert reading.signs == Signs()
    own = repo.add("a.py", 1)
    assert repo.read(reading.bookmark).signs.checkouts[0].sha == own


def test_where_only_the_default_branch_moved_no_git_is_started_for_the_signs(
    shared: LittleRepository, monkeypatch: object
) -> None:
    first = shared.read()
    ran = []
    started = GitCommand._open
    monkeypatch.setattr(
        GitCommand, "_open", lambda self, *told: (ran.append(told[0]), started(self, *told))[1]
    )
    shared.fetched("main", shared.add("a.py", 1), 2)
    reading = shared.read(first.bookmark)
    assert len(reading.commits) == 1
    assert not any("--branches" in command for command in ran)
    assert len(ran) == 3


def test_a_broken_reference_does_not_hide_the_others(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "feat")
    own = shared.add("a.py", 1)
    Path(shared.folder, ".git", "refs", "heads", "broken").write_text("0badf00d" * 5 + "\n")
    Path(shared.folder, ".git", "refs", "heads", "nonsense").write_bytes(b"\x00\xff")
    assert branches(shared.read().signs) >= {("feat", own)}
