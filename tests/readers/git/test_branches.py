"""Which branch counts as shipped, the remote's name, and how old that knowledge is."""

import os
from pathlib import Path

import pytest

from outlay.readers.git.remotes import slug_of
from readers.git.conftest import NOON, LittleRepository, moment


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("https://github.com/acme/ledger.git", "acme/ledger"),
        ("https://sam:secret@github.com/acme/ledger", "acme/ledger"),
        ("https://x-token:se@cret@github.com/acme/ledger.git/", "acme/ledger"),
        ("ssh://git@github.com:22/acme/ledger.git", "acme/ledger"),
        ("git@github.com:acme/ledger.git", "acme/ledger"),
        ("gh:acme/ledger", "acme/ledger"),
        ("git@gitlab.com:acme/tools/deep/ledger.git", "acme/tools/deep/ledger"),
        ("https://gitlab.example.com:8443/acme/tools/ledger.git?x=1#y", "acme/tools/ledger"),
        ("git://example.com/acme/le%20dger", "acme/le dger"),
        ("https://bitbucket.acme.example/scm/LED/ledger.git", "LED/ledger"),
        ("https://sam@acme.example:8443/git/scm/~sam/ledger.git", "~sam/ledger"),
        ("ssh://git@bitbucket.acme.example:7999/led/ledger.git", "led/ledger"),
        ("https://gitlab.com/scm/ledger.git", "scm/ledger"),
        ("https://dev.azure.com/acme/Money/_git/ledger", "Money/ledger"),
        ("https://acme@dev.azure.com/acme/Big%20Money/_git/ledger", "Big Money/ledger"),
        ("https://dev.azure.com/acme/_git/ledger", "ledger/ledger"),
        ("https://dev.azure.com/acme/Money/_git/_optimized/ledger", "Money/ledger"),
        ("https://acme.visualstudio.com/Money/_git/ledger", "Money/ledger"),
        ("https://acme.visualstudio.com/DefaultCollection/Money/_git/ledger", "Money/ledger"),
        ("https://acme.visualstudio.com/_git/ledger", "ledger/ledger"),
        ("https://acme.visualstudio.com/DefaultCollection/_git/ledger", "ledger/ledger"),
        ("git@ssh.dev.azure.com:v3/acme/Money/ledger", "Money/ledger"),
        ("ssh://git@ssh.dev.azure.com/v3/acme/Money/ledger", "Money/ledger"),
        ("acme@vs-ssh.visualstudio.com:v3/acme/Money/ledger", "Money/ledger"),
        ("https://tfs.acme.example/tfs/Main/Money/_git/ledger", "Money/ledger"),
        ("https://tfs.acme.example/tfs/Main/_git/ledger", "ledger/ledger"),
        ("https://github.com/acme/_git", "acme/_git"),
        ("/srv/git/ledger.git", None),
        ("../ledger", None),
        ("file:///srv/git/ledger.git", None),
        ("C:\\git\\ledger", None),
        ("C:/git/ledger", None),
        ("", None),
    ],
)
def test_a_slug_is_owner_and_name_without_host_and_credentials(address: str, slug: str | None) -> None:
    assert slug_of(address) == slug


def test_credentials_of_a_remote_appear_nowhere(shared: LittleRepository) -> None:
    reading = shared.read()
    assert reading.slug == "acme/ledger"
    assert "secret" not in repr(reading)


def test_without_a_remote_the_local_branch_counts_and_has_no_age(repo: LittleRepository) -> None:
    mine = repo.add("a.py", 0)
    reading = repo.read()
    assert (reading.slug, reading.default_branch, reading.fetched) == (None, "main", None)
    assert [landing.sha for landing in reading.landings] == [mine]


def test_the_remotes_head_names_the_default_branch(shared: LittleRepository) -> None:
    shared.fetched("stable/2.x", shared.head(), 3)
    shared.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/stable/2.x")
    assert shared.read().default_branch == "stable/2.x"


def test_without_the_remotes_head_a_usual_name_is_taken(shared: LittleRepository) -> None:
    shared.git("symbolic-ref", "-d", "refs/remotes/origin/HEAD")
    shared.git("update-ref", "-d", "refs/remotes/origin/main")
    shared.fetched("trunk", shared.head(), 3)
    assert shared.read().default_branch == "trunk"


def test_a_remote_never_fetched_leaves_the_local_branch(repo: LittleRepository) -> None:
    repo.git("remote", "add", "backup", "git@example.com:acme/ledger.git")
    repo.add("a.py", 0)
    reading = repo.read()
    assert (reading.slug, reading.default_branch, reading.fetched) == ("acme/ledger", "main", None)


def test_an_unusual_local_branch_counts_when_it_is_checked_out(repo: LittleRepository) -> None:
    repo.git("checkout", "-q", "--orphan", "work")
    repo.add("a.py", 0)
    assert repo.read().default_branch == "work"


def test_the_configured_first_branch_counts_before_the_usual_names(repo: LittleRepository) -> None:
    repo.add("a.py", 0)
    repo.git("branch", "stem")
    repo.git("config", "init.defaultBranch", "stem")
    assert repo.read().default_branch == "stem"


def test_a_detached_head_changes_no_default_branch(repo: LittleRepository) -> None:
    repo.add("a.py", 0)
    repo.git("checkout", "-q", "--detach")
    aside = repo.add("b.py", 1)
    reading = repo.read()
    assert reading.default_branch == "main"
    assert aside in {commit.sha for commit in reading.commits}
    assert aside not in {landing.sha for landing in reading.landings}


def test_the_reflog_says_when_the_branch_was_fetched(shared: LittleRepository) -> None:
    shared.fetched("main", shared.add("a.py", 1), 44)
    assert shared.read().fetched == moment(44)


def fetch_note(repo: LittleRepository, text: str, minute: int) -> None:
    note = Path(repo.folder, ".git", "FETCH_HEAD")
    note.write_text(text)
    os.utime(note, (NOON + 60 * minute, NOON + 60 * minute))


def test_a_fetch_that_moved_nothing_makes_the_branch_younger(shared: LittleRepository) -> None:
    fetch_note(shared, f"{shared.head()}\t\tbranch 'main' of github.com:acme/ledger\n", 90)
    assert shared.read().fetched == moment(90)


@pytest.mark.parametrize("text", ["", "0" * 40 + "\t\tbranch 'other' of github.com:acme/ledger\n"])
def test_a_failed_fetch_or_one_of_another_branch_does_not(shared: LittleRepository, text: str) -> None:
    fetch_note(shared, text, 90)
    assert shared.read().fetched == moment(0)


def test_a_fresh_clone_is_as_old_as_its_cloning(repo: LittleRepository, tmp_path: Path) -> None:
    repo.add("a.py", 0)
    clone = tmp_path / "clone"
    repo.git("clone", "-q", str(repo.folder), str(clone), minute=30)
    reading = repo.read(path=clone)
    assert (reading.default_branch, reading.fetched, reading.slug) == ("main", moment(30), None)


def test_without_any_reflog_the_references_file_gives_the_age(shared: LittleRepository) -> None:
    for log in Path(shared.folder, ".git", "logs").rglob("*"):
        if log.is_file():
            log.unlink()
    branch = Path(shared.folder, ".git", "refs/remotes/origin/main")
    os.utime(branch, (NOON, NOON))
    assert shared.read().fetched == moment(0)
