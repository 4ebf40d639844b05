"""What a commit's message says, and which files hold text somebody wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.rules.commit_text import (
    holds_written_text,
    is_stash_part,
    pull_of,
    reverted_commits,
    reverted_in,
    subject_of,
)


@given(st.text())
def test_a_subject_is_plain_and_short_whatever_the_message(message: str) -> None:
    subject = subject_of(message)
    assert len(subject) <= 300
    assert subject.isprintable()
    assert subject == subject.strip()


def test_a_subject_is_the_first_line_that_says_something() -> None:
    assert subject_of("\n  \nFix  the\tsum \nand more\n") == "Fix the sum"
    assert subject_of("") == ""
    assert subject_of("Safe\u202egnp.exe\u2028next") == "Safe gnp.exe next"


def test_reverted_commits_are_found_in_gits_own_words() -> None:
    one, two = "a" * 40, "b" * 40
    body = f"This reverts commit {one}, reversing\nchanges made to {two}.\n\nThis reverts commit\n{two}. This reverts commit {one}."
    assert reverted_commits(body) == (one, two)
    assert reverted_commits("This reverts commit messages to English") == ()
    assert reverted_commits("Reverts acme/ledger#12") == ()


@pytest.mark.parametrize(
    ("subject", "stash"),
    [
        ("index on main: 1a2b3c4 Fix the sum", True),
        ("WIP on topic/x: 1a2b3c4 Fix", True),
        ("untracked files on (no branch): 1a2b3c4 Fix", True),
        ("index on price is built anew", False),
        ("WIP on the index", False),
    ],
)
def test_what_git_stash_writes_is_told_from_work(subject: str, stash: bool) -> None:
    assert is_stash_part(subject) is stash


@pytest.mark.parametrize(
    "path",
    [
        "uv.lock",
        "web/yarn.lock",
        "package-lock.json",
        "web/pnpm-lock.yaml",
        "go.sum",
        "Cargo.lock",
        ".terraform.lock.hcl",
        "node_modules/x/index.js",
        "web/node_modules/x.js",
        "vendor/modules.txt",
        "services/pay/vendor/github.com/x/y.go",
        "third_party/zlib/zlib.c",
        "ios/Pods/x.m",
        "dist/app.js",
        "packages/web/dist/index.d.ts",
        "web/app.min.js",
        "static/jquery-min.js",
        "app.js.map",
        "app.bundle.js",
        "tests/__snapshots__/a.test.ts.snap",
        "src/x.snap",
        "tests/test_a.ambr",
        "api/pay.pb.go",
        "api/pay_pb2.py",
        "api/pay_pb2_grpc.pyi",
        "lib/model.g.dart",
        "Form.Designer.cs",
        "api/client.generated.ts",
        "api/zz_generated.deepcopy.go",
        "src/generated/types.ts",
        "schema_gen.go",
    ],
)
def test_files_that_programs_or_others_wrote_bring_no_lines(path: str) -> None:
    assert not holds_written_text(path)


@pytest.mark.parametrize(
    "path",
    [
        "app/pay.py",
        "src/vendor/trace.ts",
        "app/models/vendor/invoice.rb",
        "pkg/pods/list.go",
        "app/lock.py",
        "src/clock.py",
        "stats/dist/normal.py",
        "dist/README.md",
        "generated_at.py",
        "src/regenerate.ts",
        "docs/minutes.md",
        "snap/main.py",
        "lockfile/lock.go",
        "Makefile",
        ".github/workflows/ci.yml",
        "web/admin.js",
        "src/mapping.js",
        "package.json",
    ],
)
def test_files_that_only_sound_like_it_are_kept(path: str) -> None:
    assert holds_written_text(path)


def test_a_squashed_pull_request_does_not_take_back_what_it_took_back_inside() -> None:
    body = f'* Add basket\n\n* Revert "Add basket"\n\nThis reverts commit {"a" * 40}.\n\n* Add prices'
    assert reverted_commits(f"Add prices (#12)\n\n{body}") == ()
    assert reverted_commits(f'Revert "Add basket" (#13)\n\n{body}') == ("a" * 40,)


def test_a_pull_request_is_taken_back_by_its_number_in_its_own_repository() -> None:
    message = "Revert it\n\nReverts acme/ledger#12\r\nReverts #13.\nReverts acme/shop#14\nReverts #15 in part"
    assert reverted_in(message, "Acme/Ledger") == ("#12", "#13")
    assert reverted_in(message, "sam/ledger") == ("#12", "#13")
    assert reverted_in(message, None) == ("#13",)


def test_the_subject_of_a_landing_names_its_pull_request() -> None:
    told = (
        "Merge pull request #7 from sam/topic",
        "Add basket (#6)",
        'Revert "Add basket (#6)"',
        "Fix #5",
        "(#4) x",
    )
    assert [pull_of(subject) for subject in told] == [7, 6, None, None, None]
