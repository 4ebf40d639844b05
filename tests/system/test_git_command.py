"""Git is run read-only, within a time limit, and its failures come typed and without foreign paths."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from outlay.domain.problems import ProblemKind
from outlay.system.git_command import GitCommand, GitFailedError, without_foreign_paths


@pytest.fixture
def folder(tmp_path: Path) -> str:
    subprocess.run(["git", "init", "-q", str(tmp_path / "here")], check=True, env=surroundings(tmp_path))
    return str(tmp_path / "here")


def surroundings(tmp_path: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}


def pretended(tmp_path: Path, script: str, seconds: float = 30.0) -> GitCommand:
    """A git that is a script."""
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n" + script)
    program.chmod(0o755)
    return GitCommand({"PATH": f"{program.parent}:{os.environ['PATH']}"}, seconds)


def test_an_answer_is_what_git_prints(folder: str, tmp_path: Path) -> None:
    assert GitCommand(surroundings(tmp_path)).answer(folder, "rev-parse", "--git-dir") == b".git\n"


def test_a_silent_exit_code_of_one_is_an_empty_answer(folder: str, tmp_path: Path) -> None:
    assert GitCommand(surroundings(tmp_path)).answer(folder, "config", "--get", "no.such") == b""


def test_given_lines_are_its_standard_input(folder: str, tmp_path: Path) -> None:
    lines = GitCommand(surroundings(tmp_path)).lines(folder, ["stripspace"], [b"one", b"two  "])
    assert list(lines) == [b"one\n", b"two\n"]


def test_the_callers_git_variables_do_not_reach_git(folder: str, tmp_path: Path) -> None:
    misled = surroundings(tmp_path) | {"GIT_DIR": "/nowhere", "GIT_TRACE": "1", "git_work_tree": "/nowhere"}
    assert GitCommand(misled).answer(folder, "rev-parse", "--git-dir") == b".git\n"


def test_locks_prompts_and_networks_are_off(tmp_path: Path) -> None:
    told = pretended(tmp_path, 'env; echo "$@"').answer("/x", "log").decode()
    for setting in (
        "GIT_OPTIONAL_LOCKS=0",
        "GIT_TERMINAL_PROMPT=0",
        "GIT_ALLOW_PROTOCOL=none",
        "GIT_NO_LAZY_FETCH=1",
    ):
        assert setting in told.splitlines()
    assert told.splitlines()[-1].startswith("--no-pager --no-optional-locks -c core.hooksPath=")
    assert "safe.directory" not in told


def test_a_call_that_takes_too_long_is_ended_with_its_children(tmp_path: Path) -> None:
    git = pretended(tmp_path, f"echo first\nsleep 50 &\necho $! > {tmp_path}/child\nwait\n", seconds=0.3)
    began = time.monotonic()
    lines = git.lines("/x", ["log"])
    assert next(lines) == b"first\n"
    with pytest.raises(GitFailedError) as caught:
        list(lines)
    assert caught.value.kind is ProblemKind.GIT_SLOW
    assert time.monotonic() - began < 10
    assert not is_running(int((tmp_path / "child").read_text()))


def test_a_reader_that_leaves_early_ends_git(tmp_path: Path) -> None:
    git = pretended(tmp_path, f"echo $$ > {tmp_path}/self\nwhile echo line; do :; done\n")
    lines = git.lines("/x", ["log"])
    assert next(lines) == b"line\n"
    lines.close()
    assert not is_running(int((tmp_path / "self").read_text()))


def is_running(process: int) -> bool:
    """Whether a process still lives; a moment is given to the one that is being ended."""
    for _ in range(100):
        try:
            if Path(f"/proc/{process}/stat").read_text().split()[2] == "Z":
                return False
        except FileNotFoundError:
            return False
        time.sleep(0.02)
    return True


def test_a_flood_of_complaints_does_not_block(tmp_path: Path) -> None:
    git = pretended(
        tmp_path, "i=0; while [ $i -lt 20000 ]; do echo complaint number $i >&2; i=$((i+1)); done; echo done"
    )
    assert git.answer("/x", "log") == b"done\n"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("fatal: detected dubious ownership in repository at '/x'", ProblemKind.REPOSITORY_FOREIGN),
        ("fatal: not a git repository (or any of the parent directories): .git", ProblemKind.REPOSITORY_GONE),
        ("fatal: cannot change to '/x': No such file or directory", ProblemKind.REPOSITORY_GONE),
        ("fatal: bad object HEAD", ProblemKind.GIT_FAILED),
    ],
)
def test_failures_are_typed_by_gits_words(tmp_path: Path, words: str, kind: ProblemKind) -> None:
    with pytest.raises(GitFailedError) as caught:
        pretended(tmp_path, f'echo "{words}" >&2; exit 128').answer("/x", "log")
    assert (caught.value.kind, caught.value.message) == (kind, words)


def test_without_git_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GitFailedError) as caught:
        GitCommand({"PATH": str(tmp_path)}).answer("/x", "log")
    assert caught.value.advice == "Install git, then refresh."


def test_a_message_names_no_path_outside_the_repository() -> None:
    shown = without_foreign_paths(
        "error: '/home/kai/x' and C:\\kai\\y, https://kai:pw@host/z, /src/here/.git/config, ./a/b",
        "/src/here",
    )
    assert shown == "error: '…' and … … /src/here/.git/config, ./a/b"


@pytest.fixture
def committed(folder: str, tmp_path: Path) -> str:
    """A repository with one commit of a few awkward files."""
    files = {"a.txt": b"one\ntwo", "empty": b"", "two words.txt": b"\x00\xff\n", "sub/b.txt": b"b" * 5000}
    for name, told in files.items():
        Path(folder, name).parent.mkdir(exist_ok=True)
        Path(folder, name).write_bytes(told)
    who = ("-c", "user.name=Sam", "-c", "user.email=sam@example.com")
    for words in (("add", "-A"), (*who, "commit", "-qm", "Add")):
        subprocess.run(["git", "-C", folder, *words], check=True, env=surroundings(tmp_path))
    return folder


def test_files_are_read_by_name_in_their_order(committed: str, tmp_path: Path) -> None:
    names = [
        b"HEAD:a.txt",
        b"HEAD:gone",
        b"HEAD:empty",
        b"HEAD:two words.txt",
        b"HEAD:sub",
        b"nonsense 7",
        b"HEAD",
    ]
    blobs = GitCommand(surroundings(tmp_path)).blobs(committed, names, 1 << 20)
    assert list(blobs) == [b"one\ntwo", None, b"", b"\x00\xff\n", None, None, None]


def test_a_file_that_is_too_long_is_cut_and_the_next_one_read(committed: str, tmp_path: Path) -> None:
    blobs = GitCommand(surroundings(tmp_path)).blobs(committed, [b"HEAD:sub/b.txt", b"HEAD:a.txt"], 10)
    assert list(blobs) == [b"b" * 10, b"one\ntwo"]


def test_files_asked_of_no_repository_fail_typed(tmp_path: Path) -> None:
    blobs = GitCommand(surroundings(tmp_path)).blobs(str(tmp_path), [b"HEAD:a.txt"], 10)
    with pytest.raises(GitFailedError):
        list(blobs)


def test_no_names_give_no_files(committed: str, tmp_path: Path) -> None:
    assert list(GitCommand(surroundings(tmp_path)).blobs(committed, [], 10)) == []
