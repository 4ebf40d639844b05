"""From folders that logs name to repositories."""

import os
import shutil
from pathlib import Path

from outlay.readers.git import propose_identities, propose_repositories
from outlay.rules.places import repository_of
from outlay.system.git_command import GitCommand
from readers.git.conftest import LittleRepository, new_repository


def test_subfolders_and_worktrees_propose_their_main_folder_once(
    repo: LittleRepository, tmp_path: Path
) -> None:
    repo.add("deep/er/a.py", 0)
    side = tmp_path / "side"
    repo.git("worktree", "add", "-q", str(side))
    other = new_repository(tmp_path / "other", tmp_path / "home")
    folders = [
        str(side),
        str(repo.folder / "deep" / "er"),
        str(other.folder),
        str(repo.folder),
        str(tmp_path),
    ]
    assert propose_repositories(folders) == (str(repo.folder), str(other.folder))


def test_folders_that_are_gone_foreign_or_odd_are_passed_over(repo: LittleRepository) -> None:
    gone = repo.folder / "gone"
    odd = [
        str(gone),
        "",
        ".",
        "relative/folder",
        "C:\\src\\ledger",
        "\\\\host\\share",
        "//host/share",
        "/a\0b",
    ]
    assert propose_repositories(odd) == ()


def test_a_worktree_whose_main_folder_is_gone_proposes_nothing(
    repo: LittleRepository, tmp_path: Path
) -> None:
    repo.add("a.py", 0)
    repo.git("worktree", "add", "-q", str(tmp_path / "side"))
    shutil.rmtree(repo.folder)
    assert propose_repositories([str(tmp_path / "side")]) == ()


def test_a_submodule_is_a_repository_of_its_own(repo: LittleRepository, tmp_path: Path) -> None:
    part = new_repository(tmp_path / "part", tmp_path / "home")
    part.add("p.py", 0)
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(part.folder), "lib/part")
    inner = repo.folder / "lib" / "part"
    assert propose_repositories([str(inner)]) == (str(inner),)
    assert repo.read(path=inner).name == "part"
    assert repo.read(path=inner).worktrees == (str(inner),)


def test_a_folder_belongs_to_the_longest_root_that_contains_it() -> None:
    roots = {"/src/ledger": "ledger", "/src/ledger/lib/part": "part", "/src/web": "web"}
    asked = {
        "/src/ledger": "ledger",
        "/src/ledger/app/": "ledger",
        "/src/ledger/lib/part/deep": "part",
        "/src/ledger-two": None,
        "/src/Web": None,
        "/src": None,
        "": None,
        "ledger": None,
    }
    assert {cwd: repository_of(cwd, roots) for cwd in asked} == asked


def test_case_and_slashes_are_ignored_where_the_file_system_does() -> None:
    roots = {"C:\\Src\\Ledger": "ledger", "/Users/sam/Web": "web"}
    assert repository_of("c:/src/ledger/app", roots, ignore_case=True) == "ledger"
    assert repository_of("/users/SAM/web", roots, ignore_case=True) == "web"
    assert repository_of("c:\\src\\ledger-two", roots, ignore_case=True) is None


def test_identities_come_from_git_config_each_once(repo: LittleRepository, tmp_path: Path) -> None:
    (repo.home / ".gitconfig").write_text("[user]\n\temail = sam@example.com\n[github]\n\tuser = Sam-E\n")
    work = new_repository(tmp_path / "work", tmp_path / "home")
    work.git("config", "user.email", "sam@work.example")
    git = GitCommand({"PATH": os.environ["PATH"], "HOME": str(repo.home)})
    found = propose_identities([str(repo.folder), str(work.folder), str(tmp_path / "gone")], git)
    assert [tuple(identity) for identity in found] == [
        ("sam@example.com", "git config"),
        ("sam-e@users.noreply.github.com", "git config"),
        ("sam@work.example", "git config of work"),
    ]


def test_without_any_config_no_identity_is_proposed(repo: LittleRepository) -> None:
    git = GitCommand({"PATH": os.environ["PATH"], "HOME": str(repo.home)})
    assert propose_identities([str(repo.folder)], git) == ()
