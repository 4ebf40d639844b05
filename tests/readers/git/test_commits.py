"""Which commits are read, and what is kept of them."""

import os
from pathlib import Path

from outlay.domain.work import CommitFile
from readers.git.conftest import KAI, SAM, LittleRepository, moment, packed_lines


def test_only_the_owners_commits_are_read(repo: LittleRepository) -> None:
    repo.add("theirs.py", 0, KAI)
    mine = repo.add("mine.py", 1)
    assert [commit.sha for commit in repo.read().commits] == [mine]


def test_a_commit_is_kept_with_its_moments_and_hashed_lines(repo: LittleRepository) -> None:
    repo.write("app/pay.py", "def pay(amount):\n    return amount\n")
    sha = repo.commit("Pay out\n\nLonger words nobody keeps", 5)
    (commit,) = repo.read().commits
    lines = [b"def pay(amount):", b"    return amount"]
    added = packed_lines(lines)
    assert commit._replace(parents=()) == (
        *(sha, SAM, moment(5), moment(5), (), "Pay out", 2, 0, ()),
        (CommitFile("app/pay.py", added, b"", *packed_lines.runs_in_order(lines)),),
        (),
    )


def test_case_and_noreply_forms_of_an_email_do_not_hide_a_commit(repo: LittleRepository) -> None:
    repo.add("a.py", 0, "Sam@Example.com")
    repo.add("b.py", 1, "123+sam-e@users.noreply.github.com")
    repo.add("c.py", 2, "123+other@users.noreply.github.com")
    emails = frozenset({SAM, "sam-e@users.noreply.github.com"})
    assert [commit.subject for commit in repo.read(emails=emails).commits] == ["Add b.py", "Add a.py"]


def test_an_amended_commit_and_its_first_form_share_the_author_moment(repo: LittleRepository) -> None:
    first = repo.add("a.py", 1)
    repo.write("a.py", "another_value = 2\n")
    second = (
        repo.git(
            "commit",
            "-qa",
            "--amend",
            "-m",
            "Add a",
            "--date",
            repo.git("log", "-1", "--format=%aI"),
            minute=9,
        )
        or repo.head()
    )
    commits = {commit.sha: commit for commit in repo.read().commits}
    assert set(commits) == {first, second}
    assert {commit.author_moment for commit in commits.values()} == {moment(1)}
    assert commits[second].committer_moment == moment(9)


def test_rebased_copies_share_the_author_moment(repo: LittleRepository) -> None:
    repo.add("base.py", 0, KAI)
    repo.git("checkout", "-qb", "topic")
    before = repo.add("topic.py", 1)
    repo.git("checkout", "-q", "main")
    repo.add("main.py", 2, KAI)
    repo.git("rebase", "-q", "main", "topic", minute=7)
    after = repo.head("topic")
    commits = {commit.sha: commit for commit in repo.read().commits}
    assert set(commits) == {before, after}
    assert commits[before].author_moment == commits[after].author_moment == moment(1)


def test_merges_are_no_commits_of_their_own(repo: LittleRepository) -> None:
    repo.add("base.py", 0)
    repo.git("checkout", "-qb", "topic")
    repo.add("topic.py", 1)
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "Merge topic", "topic", minute=2)
    assert [commit.subject for commit in repo.read().commits] == ["Add topic.py", "Add base.py"]


def test_a_revert_names_the_commit_it_takes_back(repo: LittleRepository) -> None:
    repo.add("base.py", 0)
    taken_back = repo.add("a.py", 1)
    repo.git("revert", "--no-edit", "HEAD", minute=2)
    newest = repo.read().commits[0]
    assert newest.subject == 'Revert "Add a.py"'
    assert newest.reverts == (taken_back,)


def test_a_rename_counts_only_the_lines_that_changed(repo: LittleRepository) -> None:
    body = "".join(f"value_number_{n} = {n}\n" for n in range(20))
    repo.write("old name.py", body)
    repo.commit("Start", 0)
    (repo.folder / "old name.py").rename(repo.folder / "new name.py")
    repo.write("new name.py", body.replace("value_number_3 = 3", "value_number_3 = 33"))
    repo.commit("Move", 1)
    moved = repo.read().commits[0]
    assert [file.path for file in moved.files] == ["new name.py"]
    assert (moved.added_lines, moved.removed_lines) == (1, 1)


def test_a_rename_alone_is_kept_under_its_new_path(repo: LittleRepository) -> None:
    repo.add("old.py", 0)
    (repo.folder / "old.py").rename(repo.folder / "new.py")
    repo.commit("Move", 1)
    assert repo.read().commits[0].files == (CommitFile("new.py", b"", b""),)


def test_a_deleted_file_is_kept_under_the_path_it_had(repo: LittleRepository) -> None:
    repo.add("old.py", 0)
    (repo.folder / "old.py").unlink()
    repo.commit("Remove", 1)
    (file,) = repo.read().commits[0].files
    assert (file.path, file.added, len(file.removed)) == ("old.py", b"", 8)


def test_binary_lock_and_vendored_files_bring_no_lines(repo: LittleRepository) -> None:
    repo.write("picture.png", b"\x89PNG\0\0\x01\n" * 9)
    repo.write("uv.lock", "version = 1\n")
    repo.write("vendor/tool.py", "vendored_value = 1\n")
    repo.write("own.py", "own_value = 1\n")
    repo.commit("Everything", 0)
    (commit,) = repo.read().commits
    assert [file.path for file in commit.files] == ["own.py"]
    assert commit.added_lines == 1


def test_a_text_of_eight_megabytes_is_left_out(repo: LittleRepository) -> None:
    repo.write("data.txt", b"0123456789abcde\n" * (1 << 19) + b"more\n")
    repo.write("own.py", "own_value = 1\n")
    repo.commit("Everything", 0)
    assert [file.path for file in repo.read().commits[0].files] == ["own.py"]


def test_names_and_contents_that_are_no_utf8_are_read(repo: LittleRepository) -> None:
    name = b"caf\xe9.py"
    (repo.folder / os.fsdecode(name)).write_bytes(b"price_in_euro = '\xa4 12'\n")
    repo.commit("Latin", 0)
    (file,) = repo.read().commits[0].files
    assert file.path == "caf\ufffd.py"
    assert file.added == packed_lines([b"price_in_euro = '\xa4 12'"])


def test_quoted_names_are_read_as_they_are(repo: LittleRepository) -> None:
    names = ['a "quoted" name.py', "back\\slash.py", "tab\there.py", "größe.py", "with space.py"]
    for name in names:
        repo.write(name, f"the_value_here = {len(name)}\n")
    repo.commit("Names", 0)
    assert sorted(file.path for file in repo.read().commits[0].files) == sorted(names)


def test_line_ends_of_windows_make_no_other_lines(repo: LittleRepository) -> None:
    repo.write("win.py", b"first_value = 1\r\nsecond_value = 2\r\n")
    repo.commit("Windows", 0)
    (file,) = repo.read().commits[0].files
    assert file.added == packed_lines([b"first_value = 1", b"second_value = 2"])


def test_lines_that_look_like_a_patch_are_lines(repo: LittleRepository) -> None:
    lines = [
        "++ b/other.py",
        "@@ -1 +1 @@",
        "diff --git a/x b/y",
        "\x01looks like a start",
        "\\ no newline here",
    ]
    repo.write("odd.txt", "\n".join(lines))
    repo.commit("Odd\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+not a line\n\x01nor a start", 0)
    repo.write("odd.txt", "")
    repo.commit("Empty it", 1)
    emptied, filled = repo.read().commits
    assert [file.path for file in filled.files] == ["odd.txt"]
    assert filled.files[0].added == packed_lines([line.encode() for line in lines])
    assert emptied.files[0].removed == filled.files[0].added


def test_the_owners_diff_settings_change_nothing(repo: LittleRepository) -> None:
    repo.write("a.py", "first_value = 1\n")
    repo.commit("One", 0)
    repo.write("a.py", "first_value = 2\n")
    repo.commit("Two", 1)
    before = repo.read().commits
    for setting in (
        "diff.noprefix=true",
        "diff.mnemonicPrefix=true",
        "color.ui=always",
        "diff.context=9",
        "log.showRoot=false",
        "diff.external=false",
        "log.showSignature=true",
        "core.pager=false",
        "diff.relative=true",
        "format.pretty=oneline",
        "diff.submodule=log",
        "diff.renames=false",
        "log.date=human",
        "diff.interHunkContext=5",
    ):
        repo.git("config", *setting.split("="))
    assert repo.read().commits == before


def test_a_program_named_in_attributes_is_never_run(repo: LittleRepository, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    repo.write(".gitattributes", "*.py diff=spy filter=spy\n")
    repo.add("a.py", 0)
    for setting in (
        "diff.spy.textconv",
        "diff.spy.command",
        "filter.spy.clean",
        "core.fsmonitor",
        "core.sshCommand",
    ):
        repo.git("config", setting, f"touch {ran};")
    repo.git("config", "core.hooksPath", str(tmp_path))
    assert len(repo.read().commits) == 1
    assert not ran.exists()


def test_stashes_and_notes_are_not_work(repo: LittleRepository) -> None:
    mine = repo.add("a.py", 0)
    repo.git("notes", "add", "-m", "A note", minute=1)
    repo.write("a.py", "changed_value = 2\n")
    repo.write("b.py", "untracked_value = 2\n")
    repo.git("stash", "-u", minute=2)
    assert [commit.sha for commit in repo.read().commits] == [mine]


def test_a_subject_is_one_plain_line_of_at_most_300_characters(repo: LittleRepository) -> None:
    repo.commit("\x1b[31mRed\tand " + "long " * 100 + "\n\nBody", 0)
    subject = repo.read().commits[0].subject
    assert subject.startswith("[31mRed and long long")
    assert len(subject) <= 300


def test_since_leaves_older_commits_out_now_and_later(repo: LittleRepository) -> None:
    repo.add("old.py", 0)
    new = repo.add("new.py", 10)
    first = repo.read(since=moment(5))
    assert [commit.sha for commit in first.commits] == [new]
    assert [landing.sha for landing in first.landings] == [new]
    newer = repo.add("newer.py", 20)
    second = repo.read(first.bookmark, since=moment(15))
    assert [commit.sha for commit in second.commits] == [newer]
    assert len(repo.read(second.bookmark).commits) == 3
