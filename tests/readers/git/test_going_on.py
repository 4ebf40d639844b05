"""Reading on from a bookmark: nothing is missed, nothing is read twice without a reason."""

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from outlay.domain.work import RepositoryReading, Signs
from outlay.readers.git import read_repository
from outlay.readers.git.place import place_of
from outlay.readers.git.stillness import state_of
from outlay.system.git_command import GitCommand
from readers.git.conftest import KAI, SAM, LittleRepository, moment, packed_lines


def test_nothing_new_brings_nothing_and_the_same_bookmark(repo: LittleRepository) -> None:
    repo.add("a.py", 0)
    first = repo.read()
    second = repo.read(first.bookmark)
    assert (second.commits, second.landings, second.reverts, second.landings_anew) == ((), (), (), False)
    assert second.bookmark == first.bookmark


def test_only_what_is_new_is_read(repo: LittleRepository) -> None:
    repo.add("a.py", 0)
    first = repo.read()
    new = repo.add("b.py", 1)
    second = repo.read(first.bookmark)
    assert [commit.sha for commit in second.commits] == [new]
    assert second.landings == ((new, moment(1), new, None),)
    assert not second.landings_anew


def test_commits_that_only_the_reflog_holds_are_read_once(repo: LittleRepository) -> None:
    repo.add("base.py", 0)
    gone = repo.add("gone.py", 1)
    repo.git("reset", "-q", "--hard", "HEAD~1")
    first = repo.read()
    assert gone in {commit.sha for commit in first.commits}
    new = repo.add("new.py", 2)
    assert [commit.sha for commit in repo.read(first.bookmark).commits] == [new]


def test_a_pruned_head_does_not_stop_the_reading(repo: LittleRepository) -> None:
    repo.add("base.py", 0)
    repo.add("gone.py", 1)
    repo.git("reset", "-q", "--hard", "HEAD~1")
    first = repo.read()
    repo.git("reflog", "expire", "--expire=now", "--all")
    repo.git("gc", "-q", "--prune=now")
    new = repo.add("new.py", 2)
    assert [commit.sha for commit in repo.read(first.bookmark).commits] == [new]


def test_work_of_every_worktree_is_read_even_without_a_branch(repo: LittleRepository, tmp_path: Path) -> None:
    repo.add("base.py", 0)
    first = repo.read()
    side = tmp_path / "side"
    repo.git("worktree", "add", "-q", "--detach", str(side))
    (side / "side.py").write_text("side_value = 1\n")
    repo.git("add", "-A", folder=side)
    repo.git("commit", "-qm", "Aside", folder=side, minute=3)
    assert [commit.subject for commit in repo.read(first.bookmark).commits] == ["Aside"]


def test_a_worktree_folds_into_its_repository(repo: LittleRepository, tmp_path: Path) -> None:
    repo.add("sub/base.py", 0)
    side = tmp_path / "side"
    repo.git("worktree", "add", "-q", str(side))
    readings = [repo.read(path=path) for path in (repo.folder, repo.folder / "sub", side)]
    assert {reading.key for reading in readings} == {str((repo.folder / ".git").resolve())}
    assert {reading.name for reading in readings} == {"ledger"}
    assert {frozenset(reading.worktrees) for reading in readings} == {
        frozenset({str(repo.folder), str(side)})
    }


def test_a_removed_worktree_keeps_its_root_and_its_commits(repo: LittleRepository, tmp_path: Path) -> None:
    repo.add("base.py", 0)
    side = tmp_path / "side"
    repo.git("worktree", "add", "-q", "-b", "aside", str(side))
    (side / "side.py").write_text("side_value = 1\n")
    repo.git("add", "-A", folder=side)
    repo.git("commit", "-qm", "Aside", folder=side, minute=3)
    shutil.rmtree(side)
    reading = repo.read()
    assert str(side) in reading.worktrees
    assert [commit.subject for commit in reading.commits] == ["Aside", "Add base.py"]


def test_another_email_of_the_owner_reads_everything_anew(repo: LittleRepository) -> None:
    repo.add("a.py", 0)
    repo.add("b.py", 1, KAI)
    first = repo.read()
    second = repo.read(first.bookmark, emails=frozenset({SAM, KAI}))
    assert len(second.commits) == 2
    assert second.landings_anew


def test_a_deepened_clone_is_read_anew(repo: LittleRepository, tmp_path: Path) -> None:
    for minute in range(4):
        repo.add(f"{minute}.py", minute)
    clone = tmp_path / "clone"
    repo.git("clone", "-q", "--depth", "2", f"file://{repo.folder}", str(clone))
    first = repo.read(path=clone)
    assert len(first.commits) == 2
    repo.git("fetch", "-q", "--unshallow", folder=clone)
    second = repo.read(first.bookmark, path=clone)
    assert len(second.commits) == 4
    assert len(second.landings) == 4


def test_a_bookmark_of_another_version_or_in_pieces_reads_anew(repo: LittleRepository) -> None:
    repo.add("a.py", 0)
    for bookmark in (b"", b"{", b"[]", b"[99]", b"3", b"\xff\x00"):
        assert len(repo.read(bookmark).commits) == 1


def test_no_email_stands_in_the_bookmark(repo: LittleRepository) -> None:
    repo.add("a.py", 0)
    assert b"sam" not in repo.read().bookmark


def test_where_nothing_moved_git_is_not_even_started(shared: LittleRepository, tmp_path: Path) -> None:
    shared.add("a.py", 1)
    first = shared.read()
    no_git = GitCommand({"PATH": str(tmp_path)})
    second = read_repository(str(shared.folder), first.bookmark, frozenset({SAM}), packed_lines, no_git)
    assert second == first._replace(commits=(), landings=(), landings_anew=False, signs=Signs())


@pytest.mark.parametrize(
    "act",
    [
        ("commit", "-q", "--allow-empty", "-m", "More"),
        ("commit", "-q", "--amend", "--allow-empty", "-m", "Other"),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
        ("branch", "another"),
        ("checkout", "-q", "--detach"),
        ("config", "remote.origin.url", "git@github.com:acme/other.git"),
        ("pack-refs", "--all"),
        ("worktree", "add", "-q", "--detach", "../side"),
    ],
)
def test_every_act_that_may_bring_something_is_noticed(
    shared: LittleRepository, act: tuple[str, ...]
) -> None:
    shared.add("a.py", 1)
    place = place_of(str(shared.folder))
    assert place is not None
    before = state_of(place)
    assert state_of(place) == before
    shared.git(*act, minute=2)
    assert state_of(place) != before


def test_a_commit_in_a_detached_worktree_is_noticed(shared: LittleRepository, tmp_path: Path) -> None:
    shared.git("worktree", "add", "-q", "--detach", str(tmp_path / "side"))
    first = shared.read()
    shared.git("commit", "-q", "--allow-empty", "-m", "Aside", folder=tmp_path / "side", minute=2)
    assert [commit.subject for commit in shared.read(first.bookmark).commits] == ["Aside"]


class NotedGit(GitCommand):
    """Git that notes the first word of every call."""

    def __init__(self, home: Path) -> None:
        super().__init__({"PATH": os.environ["PATH"], "HOME": str(home)})
        object.__setattr__(self, "calls", [])

    def lines(self, folder: str, arguments: Sequence[str], given: Sequence[bytes] = ()) -> Iterator[bytes]:
        self.calls.append(arguments[0])
        return super().lines(folder, arguments, given)


def looked_at(repository: LittleRepository, bookmark: bytes) -> tuple[RepositoryReading, list[str]]:
    """A look from a bookmark on, and the git commands it took."""
    git = NotedGit(repository.home)
    reading = read_repository(str(repository.folder), bookmark, frozenset({SAM}), packed_lines, git)
    return reading, git.calls


def test_a_few_commits_on_the_branch_take_three_calls_of_git(shared: LittleRepository) -> None:
    first = shared.read()
    shared.add("one.py", 1)
    shared.fetched("main", two := shared.add("two.py", 2), 3)
    second, calls = looked_at(shared, first.bookmark)
    assert calls == ["for-each-ref", "log", "log"]
    assert second.landings[0].sha == two
    assert (second.slug, second.default_branch) == ("acme/ledger", "main")


@pytest.mark.parametrize(
    ("name", "address", "slug"),
    [
        ("remote.origin.url", "git@github.com:acme/moved.git", "acme/moved"),
        ("remote.origin.url", "/srv/ledger", None),
    ],
)
def test_a_remote_that_moved_is_noticed_with_the_next_commit(
    shared: LittleRepository, name: str, address: str, slug: str | None
) -> None:
    first = shared.read()
    shared.git("config", name, address)
    shared.add("more.py", 1)
    second, _ = looked_at(shared, first.bookmark)
    assert second.slug == slug


def test_a_config_of_the_owners_that_changed_is_noticed(repo: LittleRepository) -> None:
    repo.git("branch", "-m", "work")
    repo.add("a.py", 0)
    repo.git("branch", "stable")
    assert (first := repo.read()).default_branch == "work"
    repo.git("config", "--global", "init.defaultBranch", "stable")
    repo.add("b.py", 1)
    assert repo.read(first.bookmark).default_branch == "stable"


def test_a_config_that_includes_others_is_asked_every_time(shared: LittleRepository, tmp_path: Path) -> None:
    more = tmp_path / "more"
    shared.git("config", "include.path", str(more))
    first = shared.read()
    more.write_text('[remote "origin"]\nurl = git@github.com:acme/elsewhere.git\n')
    shared.git("config", "--unset", "remote.origin.url")
    shared.add("a.py", 1)
    second = shared.read(first.bookmark)
    more.write_text('[remote "origin"]\nurl = git@github.com:acme/again.git\n')
    shared.add("b.py", 2)
    assert (second.slug, shared.read(second.bookmark).slug) == ("acme/elsewhere", "acme/again")


def test_no_address_of_a_remote_stands_in_the_bookmark(shared: LittleRepository) -> None:
    shared.add("a.py", 1)
    assert b"secret" not in shared.read().bookmark
