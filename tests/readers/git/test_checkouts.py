"""Where the HEAD of each worktree stood, and when the remote's branch moved, as git's reflogs tell."""

import os
import shutil
from pathlib import Path

import pytest

from outlay.domain.work import Checkout
from readers.git.conftest import KAI, LittleRepository, moment, new_repository


def stretches(checkouts: tuple[Checkout, ...]) -> list[tuple[str, str | None]]:
    """Commit and branch of every entry."""
    return [(one.sha, one.branch) for one in checkouts]


def test_every_entry_tells_the_branch_head_is_on_after_it(repo: LittleRepository) -> None:
    first = repo.add("a.py", 1)
    repo.git("checkout", "-q", "-b", "feat/round", minute=2)
    second = repo.add("b.py", 3)
    repo.git("checkout", "-q", "main", minute=4)
    root = str(repo.folder)
    assert repo.read().signs.checkouts == (
        Checkout(root, moment(1), first, "main"),
        Checkout(root, moment(2), first, "feat/round"),
        Checkout(root, moment(3), second, "feat/round"),
        Checkout(root, moment(4), first, "main"),
    )


def test_without_any_move_all_entries_are_of_the_branch_head_is_on(repo: LittleRepository) -> None:
    repo.git("symbolic-ref", "HEAD", "refs/heads/trunk")
    repo.add("a.py", 1)
    repo.add("b.py", 2)
    assert [one.branch for one in repo.read().signs.checkouts] == ["trunk", "trunk"]


def test_an_amended_commit_and_a_reset_keep_the_branch(repo: LittleRepository) -> None:
    first = repo.add("a.py", 1)
    repo.git("checkout", "-q", "-b", "side", minute=2)
    repo.add("b.py", 3)
    repo.git("commit", "-q", "--amend", "-m", "Other words", minute=4)
    repo.git("reset", "-q", "--hard", first, minute=5)
    assert {one.branch for one in repo.read().signs.checkouts[1:]} == {"side"}


def test_a_detached_head_is_on_no_branch(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    repo.git("checkout", "-q", "--detach", minute=2)
    repo.add("b.py", 3)
    assert [one.branch for one in repo.read().signs.checkouts] == ["main", None, None]


def test_a_tag_or_a_remote_branch_checked_out_is_no_branch(shared: LittleRepository) -> None:
    shared.git("tag", "v1")
    shared.git("checkout", "-q", "v1", minute=1)
    shared.git("checkout", "-q", "main", minute=2)
    shared.git("checkout", "-q", "origin/main", minute=3)
    shared.git("checkout", "-q", "main", minute=4)
    branches = [one.branch for one in shared.read().signs.checkouts]
    assert branches == ["main", None, "main", None, "main"]


def test_between_start_and_end_of_a_rebase_head_is_on_no_branch(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    repo.git("checkout", "-q", "-b", "feat", minute=2)
    repo.add("b.py", 3)
    repo.git("checkout", "-q", "main", minute=4)
    repo.add("c.py", 5)
    repo.git("checkout", "-q", "feat", minute=6)
    repo.git("rebase", "-q", "main", minute=7)
    repo.add("d.py", 8)
    branches = [one.branch for one in repo.read().signs.checkouts]
    assert branches == ["main", "feat", "feat", "main", "main", "feat", None, None, "feat", "feat"]


def test_a_rebase_that_is_under_way_knows_the_branch_it_left(repo: LittleRepository) -> None:
    repo.write("a.py", "one_value = 1\n")
    repo.commit("One", 1)
    repo.git("checkout", "-q", "-b", "feat", minute=2)
    repo.write("a.py", "one_value = 2\n")
    repo.commit("Two", 3)
    repo.git("checkout", "-q", "main", minute=4)
    repo.write("a.py", "one_value = 3\n")
    repo.commit("Three", 5)
    repo.git("checkout", "-q", "feat", minute=6)
    with pytest.raises(Exception, match="rebase"):
        repo.git("rebase", "-q", "main", minute=7)
    branches = [one.branch for one in repo.read().signs.checkouts]
    assert branches == ["main", "feat", "feat", "main", "main", "feat", None]


def test_a_rebase_that_pulls_or_is_given_up_is_no_branch_in_between(repo: LittleRepository) -> None:
    sha = repo.add("a.py", 0)
    repo.git("checkout", "-q", "-b", "feat", minute=0)
    told = (
        "pull --rebase origin feat/x.y (start): checkout 0badf00d",
        "pull --rebase origin feat/x.y (pick): One",
        "pull --rebase origin feat/x.y (finish): returning to refs/heads/feat",
        "commit: Explain (start): checkout main",
        "rebase -i (start): checkout main",
        "rebase -i (abort): updating HEAD",
        "rebase: checkout main",
        "rebase finished: returning to refs/heads/feat",
    )
    entry = f"{sha} {sha} Sam <sam@example.com> {{}} +0000\t{{}}\n"
    log = repo.folder / ".git" / "logs" / "HEAD"
    with log.open("a") as file:
        file.writelines(entry.format(2_000_000_000 + number, words) for number, words in enumerate(told))
    branches = [one.branch for one in repo.read().signs.checkouts]
    assert branches[2:] == [None, None, "feat", "feat", None, "feat", None, "feat"]


def test_a_worktree_linked_by_a_relative_path_has_the_root_it_has_elsewhere(
    repo: LittleRepository, tmp_path: Path
) -> None:
    repo.add("a.py", 1)
    side = tmp_path / "side"
    repo.git("worktree", "add", "-q", "-b", "aside", str(side), minute=2)
    (repo.folder / ".git" / "worktrees" / "side" / "gitdir").write_text("../../../../../side/.git\n")
    reading = repo.read()
    assert {one.worktree for one in reading.signs.checkouts} == set(reading.worktrees)


def test_a_renamed_branch_had_its_old_name_before(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    repo.git("checkout", "-q", "-b", "old-name", minute=2)
    repo.add("b.py", 3)
    repo.git("branch", "-m", "new-name", minute=4)
    repo.add("c.py", 5)
    branches = [one.branch for one in repo.read().signs.checkouts]
    assert branches[1:3] == ["old-name", "old-name"]
    assert branches[-1] == "new-name"


def test_acts_of_one_second_keep_their_order(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    repo.git("checkout", "-q", "-b", "feat", minute=1)
    commit = repo.add("b.py", 1)
    repo.git("checkout", "-q", "main", minute=1)
    found = repo.read().signs.checkouts
    assert [one.moment - moment(1) for one in found] == [0, 1, 2, 3]
    assert stretches(found)[2] == (commit, "feat")


def test_only_new_entries_come_after_a_bookmark(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    first = repo.read()
    repo.git("checkout", "-q", "-b", "feat", minute=1)
    new = repo.add("b.py", 1)
    second = repo.read(first.bookmark)
    assert stretches(second.signs.checkouts)[1:] == [(new, "feat")]
    assert [one.moment - moment(1) for one in second.signs.checkouts] == [1, 2]
    assert repo.read(second.bookmark).signs.checkouts == ()


def test_a_half_written_line_waits_for_the_next_reading(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    log = repo.folder / ".git" / "logs" / "HEAD"
    whole = log.read_bytes()
    log.write_bytes(whole + whole[:60])
    first = repo.read()
    assert len(first.signs.checkouts) == 1
    log.write_bytes(whole + whole)
    repo.git("branch", "noticed")
    assert len(repo.read(first.bookmark).signs.checkouts) == 1


def test_a_log_that_git_cut_at_its_start_is_read_anew(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    repo.add("b.py", 2)
    first = repo.read()
    log = repo.folder / ".git" / "logs" / "HEAD"
    log.write_bytes(log.read_bytes().split(b"\n", 1)[1])
    new = repo.add("c.py", 3)
    found = repo.read(first.bookmark).signs.checkouts
    assert [one.moment for one in found] == [moment(2), moment(3)]
    assert found[-1].sha == new


def test_every_worktree_has_a_head_of_its_own(repo: LittleRepository, tmp_path: Path) -> None:
    base = repo.add("a.py", 1)
    side = tmp_path / "side"
    repo.git("worktree", "add", "-q", "-b", "aside", str(side), minute=2)
    (side / "side.py").write_text("side_value = 1\n")
    repo.git("add", "-A", folder=side)
    repo.git("commit", "-qm", "Aside", folder=side, minute=3)
    aside = repo.head("aside")
    found = repo.read().signs.checkouts
    there = [one for one in found if one.worktree == str(side)]
    assert {one.branch for one in there} == {"aside"}
    assert stretches(tuple(there))[0][0] == base
    assert stretches(tuple(there))[-1] == (aside, "aside")
    assert {one.worktree for one in found} == {str(repo.folder), str(side)}


def test_a_worktree_that_was_removed_does_not_disturb(repo: LittleRepository, tmp_path: Path) -> None:
    repo.add("a.py", 1)
    side = tmp_path / "side"
    repo.git("worktree", "add", "-q", "-b", "aside", str(side), minute=2)
    first = repo.read()
    repo.git("worktree", "remove", "--force", str(side))
    second = repo.read(first.bookmark)
    assert second.signs.checkouts == ()
    repo.git("worktree", "add", "-q", str(side), "aside", minute=9)
    again = repo.read(second.bookmark).signs.checkouts
    assert {(one.worktree, one.moment // 1000) for one in again} == {(str(side), moment(9) // 1000)}


def test_from_a_worktree_the_same_logs_are_read(repo: LittleRepository, tmp_path: Path) -> None:
    repo.add("a.py", 1)
    side = tmp_path / "side"
    repo.git("worktree", "add", "-q", "-b", "aside", str(side), minute=2)
    assert repo.read(path=side).signs.checkouts == repo.read().signs.checkouts


def test_fetches_and_pushes_of_the_default_branch_are_seen(shared: LittleRepository) -> None:
    first = shared.head()
    second = shared.add("a.py", 1)
    shared.git("update-ref", "-m", "update by push", "refs/remotes/origin/main", second, minute=2)
    reading = shared.read()
    assert reading.signs.pushes == ((moment(0), first), (moment(2), second))
    third = shared.add("b.py", 3)
    shared.git("update-ref", "refs/remotes/origin/main", third, minute=4)
    assert shared.read(reading.bookmark).signs.pushes == ((moment(4), third),)


def test_a_branch_without_a_remote_is_pushed_nowhere(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    assert repo.read().signs.pushes == ()


def test_lines_that_are_no_entries_are_passed_over(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    log = repo.folder / ".git" / "logs" / "HEAD"
    sha, zero = repo.head(), "0" * 40
    garbage = [
        b"\x00\xff\xfe not an entry",
        b"",
        f"{sha} {zero} Sam <sam@example.com> 1 +0000\tgone".encode(),
        f"{sha} {sha} Sam <sam@example.com> notime +0000\tx".encode(),
        f"{sha} {sha} Sam <sam@example.com> 99999999999999999 +0000\tcheckout: moving from main to".encode(),
        f"{zero} {sha} ".encode() + b"x" * 100_000,
    ]
    log.write_bytes(log.read_bytes() + b"\n".join(garbage) + b"\n")
    found = repo.read().signs.checkouts
    assert [one.sha for one in found] == [sha, sha]
    assert found[1].moment <= 253_402_214_400_999


def test_a_branch_whose_name_is_no_text_has_its_letters_replaced(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    name = os.fsdecode(b"feat/\xff\xfe")
    repo.git("checkout", "-q", "-b", name, minute=2)
    repo.add("b.py", 3)
    repo.git("checkout", "-q", "main", minute=4)
    reading = repo.read()
    assert [one.branch for one in reading.signs.checkouts] == ["main", "feat/��", "feat/��", "main"]
    assert [one.branch for one in reading.signs.branches] == ["feat/��"]


def test_without_reflogs_there_are_no_checkouts(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    shutil.rmtree(repo.folder / ".git" / "logs")
    reading = repo.read()
    assert (reading.signs.checkouts, reading.problems) == ((), ())
    assert len(reading.commits) == 1


def test_a_log_that_is_a_folder_is_no_log(repo: LittleRepository) -> None:
    repo.add("a.py", 1)
    log = repo.folder / ".git" / "logs" / "HEAD"
    log.unlink()
    log.mkdir()
    assert repo.read().signs.checkouts == ()


def test_a_bare_repository_and_a_shallow_one_are_looked_at(repo: LittleRepository, tmp_path: Path) -> None:
    for minute in range(4):
        repo.add(f"{minute}.py", minute)
    bare, shallow = tmp_path / "bare.git", tmp_path / "shallow"
    repo.git("clone", "-q", "--bare", f"file://{repo.folder}", str(bare))
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.folder}", str(shallow), minute=9)
    assert repo.read(path=bare).signs.checkouts == ()
    signs = repo.read(path=shallow).signs
    assert stretches(signs.checkouts) == [(repo.head(), "main")]
    assert signs.branches == ()


def test_a_submodule_has_its_own_head(repo: LittleRepository, tmp_path: Path) -> None:
    part = new_repository(tmp_path / "part", repo.home)
    inner = part.add("part.py", 1)
    repo.add("a.py", 2)
    add = ("submodule", "add", "-q", f"file://{part.folder}", "part")
    repo.git("-c", "protocol.file.allow=always", *add, minute=3)
    outer = repo.commit("Take the part in", 4)
    there = repo.read(path=repo.folder / "part").signs.checkouts
    assert (there[-1].worktree, there[-1].sha) == (str(repo.folder / "part"), inner)
    assert repo.read().signs.checkouts[-1].sha == outer


def test_two_clones_of_one_repository_each_tell_their_own(shared: LittleRepository, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    shared.git("clone", "-q", f"file://{shared.folder}", str(clone), minute=5)
    shared.add("a.py", 6, KAI)
    here, there = shared.read(), shared.read(path=clone)
    assert {one.worktree for one in there.signs.checkouts} == {str(clone)}
    assert there.signs.checkouts[0].branch == "main"
    assert here.key != there.key
