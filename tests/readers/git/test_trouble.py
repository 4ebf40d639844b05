"""Repositories as they are found in the world: each gives a reading or a typed problem, none an exception."""

import os
import shutil
from pathlib import Path

import pytest

from outlay.domain.problems import ProblemKind
from outlay.domain.work import RepositoryReading
from outlay.readers.git import read_repository
from outlay.system.git_command import GitCommand
from readers.git.conftest import KAI, SAM, LittleRepository, moment, packed_lines


def kinds(reading: RepositoryReading) -> list[str]:
    return [problem.kind for problem in reading.problems]


def test_an_empty_repository_is_read_and_has_nothing(repo: LittleRepository) -> None:
    reading = repo.read()
    assert (reading.commits, reading.landings, reading.problems, reading.default_branch) == ((), (), (), None)
    mine = repo.add("a.py", 0)
    assert [landing.sha for landing in repo.read(reading.bookmark).landings] == [mine]


def test_a_folder_that_is_gone_keeps_its_bookmark(repo: LittleRepository) -> None:
    repo.add("a.py", 0)
    bookmark = repo.read().bookmark
    shutil.rmtree(repo.folder)
    reading = repo.read(bookmark)
    assert kinds(reading) == [ProblemKind.REPOSITORY_GONE]
    assert (reading.bookmark, reading.landings_anew) == (bookmark, False)


def test_a_folder_without_a_repository_says_so(repo: LittleRepository, tmp_path: Path) -> None:
    assert kinds(repo.read(path=tmp_path)) == [ProblemKind.REPOSITORY_GONE]


def test_a_worktree_whose_repository_is_gone_says_so(repo: LittleRepository, tmp_path: Path) -> None:
    repo.add("a.py", 0)
    repo.git("worktree", "add", "-q", str(tmp_path / "side"))
    shutil.rmtree(repo.folder)
    assert kinds(repo.read(path=tmp_path / "side")) == [ProblemKind.REPOSITORY_GONE]


def test_a_bare_repository_is_read(repo: LittleRepository, tmp_path: Path) -> None:
    mine = repo.add("a.py", 0)
    bare = tmp_path / "ledger.git"
    repo.git("clone", "-q", "--bare", str(repo.folder), str(bare))
    reading = repo.read(path=bare)
    assert kinds(reading) == [ProblemKind.REPOSITORY_BARE]
    assert [landing.sha for landing in reading.landings] == [mine]
    assert (reading.name, reading.worktrees, reading.key) == ("ledger", (), str(bare.resolve()))


def test_worktrees_beside_a_hidden_bare_repository_carry_the_outer_name(
    repo: LittleRepository, tmp_path: Path
) -> None:
    repo.add("a.py", 0)
    bare, side = tmp_path / "tools" / ".bare", tmp_path / "tools" / "next"
    repo.git("clone", "-q", "--bare", str(repo.folder), str(bare))
    repo.git("worktree", "add", "-q", "-b", "next", str(side), folder=bare)
    reading = repo.read(path=side)
    assert (reading.name, reading.worktrees, reading.problems) == ("tools", (str(side),), ())


def test_a_shallow_clone_is_read_with_a_note(repo: LittleRepository, tmp_path: Path) -> None:
    for minute in range(3):
        repo.add(f"{minute}.py", minute)
    clone = tmp_path / "clone"
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.folder}", str(clone))
    reading = repo.read(path=clone)
    assert kinds(reading) == [ProblemKind.REPOSITORY_SHALLOW]
    assert [commit.subject for commit in reading.commits] == ["Add 2.py"]


def test_a_repository_in_the_middle_of_a_rebase_is_read_with_a_note(repo: LittleRepository) -> None:
    repo.write("a.py", "first_value = 1\n")
    repo.commit("Base", 0)
    repo.git("checkout", "-qb", "topic")
    repo.write("a.py", "first_value = 2\n")
    repo.commit("Topic", 1)
    repo.git("checkout", "-q", "main")
    repo.write("a.py", "first_value = 3\n")
    repo.commit("Main", 2)
    repo.git("rev-parse", "HEAD")
    with pytest.raises(Exception, match="rebase"):
        repo.git("rebase", "-q", "main", "topic")
    reading = repo.read()
    assert kinds(reading) == [ProblemKind.REPOSITORY_BUSY]
    assert {commit.subject for commit in reading.commits} == {"Base", "Topic", "Main"}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may give a folder away")
def test_a_repository_of_someone_else_is_refused_by_git_and_never_overridden(repo: LittleRepository) -> None:
    repo.add("a.py", 0)
    bookmark = repo.read().bookmark
    for path in (repo.folder, repo.folder / ".git"):
        os.chown(path, 12345, 12345)
    reading = repo.read(bookmark)
    assert kinds(reading) == [ProblemKind.REPOSITORY_FOREIGN]
    assert reading.bookmark == bookmark
    (repo.home / ".gitconfig").write_text(f"[safe]\n\tdirectory = {repo.folder}\n")
    assert repo.read().problems == ()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may open everything")
def test_a_folder_that_cannot_be_opened_says_so(repo: LittleRepository) -> None:
    repo.folder.parent.chmod(0)
    reading = repo.read()
    repo.folder.parent.chmod(0o700)
    assert kinds(reading) == [ProblemKind.UNREADABLE]


def lose(repo: LittleRepository, name: str) -> None:
    sha = repo.head(name)
    Path(repo.folder, ".git", "objects", sha[:2], sha[2:]).unlink()


def test_a_commit_whose_file_is_lost_comes_without_files_and_the_rest_whole(repo: LittleRepository) -> None:
    shas = [repo.add(f"{minute}.py", minute) for minute in range(4)]
    lose(repo, "HEAD:2.py")
    reading = repo.read()
    assert kinds(reading) == [ProblemKind.GIT_FAILED]
    files = {commit.sha: [file.path for file in commit.files] for commit in reading.commits}
    assert files == {sha: [] if n == 2 else [f"{n}.py"] for n, sha in enumerate(shas)}
    assert len(reading.landings) == 4
    assert repo.read(reading.bookmark).commits == ()


def test_a_clone_without_files_is_read_without_them_and_fetches_none(
    repo: LittleRepository, tmp_path: Path
) -> None:
    for minute in range(9):
        repo.add(f"{minute}.py", minute)
    repo.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    repo.git("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{repo.folder}", str(clone))
    before = sorted(clone.rglob("*"))
    reading = repo.read(path=clone)
    assert len(reading.commits) == 9
    assert all(commit.files == () for commit in reading.commits)
    assert kinds(reading) == [ProblemKind.GIT_FAILED]
    assert sorted(clone.rglob("*")) == before


def test_a_lost_commit_leaves_what_is_newer_and_the_bookmark(repo: LittleRepository) -> None:
    for minute in range(4):
        repo.add(f"{minute}.py", minute)
    lose(repo, "HEAD~2")
    repo.git("reflog", "expire", "--expire=now", "--all")
    reading = repo.read()
    assert ProblemKind.GIT_FAILED in kinds(reading)
    assert [commit.subject for commit in reading.commits] == ["Add 3.py"]
    assert repo.read(reading.bookmark).commits == reading.commits


def test_a_broken_config_is_a_problem_in_words(repo: LittleRepository) -> None:
    Path(repo.folder, ".git", "config").write_text("[remote\n")
    reading = repo.read()
    assert kinds(reading) == [ProblemKind.GIT_FAILED]
    assert "bad config" in reading.problems[0].example


def test_without_git_the_reading_says_so(repo: LittleRepository, tmp_path: Path) -> None:
    git = GitCommand({"PATH": str(tmp_path)})
    reading = read_repository(str(repo.folder), None, frozenset({SAM}), packed_lines, git)
    assert reading.problems[0].example == "Git is not installed, or not on the PATH."


def test_a_slow_git_keeps_what_came_and_starts_there_again(repo: LittleRepository, tmp_path: Path) -> None:
    for minute in range(3):
        repo.add(f"{minute}.py", minute)
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    real = shutil.which("git")
    slow.write_text(f'#!/bin/sh\n"{real}" "$@"\ncase "$*" in *no-walk*) sleep 60;; esac\n')
    slow.chmod(0o755)
    git = GitCommand({"PATH": f"{slow.parent}:{os.environ['PATH']}", "HOME": str(repo.home)}, seconds=1.0)
    reading = read_repository(str(repo.folder), None, frozenset({SAM}), packed_lines, git)
    assert kinds(reading) == [ProblemKind.GIT_SLOW]
    assert [commit.subject for commit in reading.commits] == ["Add 2.py", "Add 1.py"]
    assert len(repo.read(reading.bookmark).commits) == 3


def test_a_clock_gone_wild_does_not_stop_the_reading(repo: LittleRepository) -> None:
    repo.add("a.py", 0)
    tree = repo.head("HEAD^{tree}")
    for seconds in ("99999999999999999", "0"):
        text = f"tree {tree}\nauthor Sam <{SAM}> {seconds} +0000\ncommitter Kai <{KAI}> {seconds} +0000\n\nWild {seconds}\n"
        (repo.home / "wild").write_text(text)
        sha = repo.git("hash-object", "-t", "commit", "-w", "--literally", str(repo.home / "wild"))
        repo.git("update-ref", f"refs/heads/wild-{seconds}", sha)
    commits = repo.read().commits
    assert len(commits) == 3
    assert all(0 <= commit.author_moment < moment(0) * 200 for commit in commits)


def test_reading_leaves_no_trace_in_the_repository(shared: LittleRepository) -> None:
    def state() -> dict[Path, tuple[int, int]]:
        return {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in shared.folder.rglob("*")}

    shared.add("a.py", 1)
    before = state()
    shared.read()
    assert state() == before
