"""Signs that repositories show are kept once and only added to."""

from outlay.domain.moments import UtcMillis
from outlay.domain.work import (
    BranchCommit,
    Checkout,
    Commit,
    CommitAttestation,
    CommitFile,
    Mark,
    MarkKind,
    PullHead,
    Push,
    RepositoryReading,
    Signs,
    Survival,
)

NOW = UtcMillis(9000)
LATER = UtcMillis(19_000)
SHA, OTHER = "a" * 40, "b" * 40
SIGNS = Signs(
    (BranchCommit("feat", SHA),),
    (Checkout("/r", UtcMillis(1000), SHA, "feat"), Checkout("/r", UtcMillis(1001), SHA, None)),
    (Push(UtcMillis(2000), SHA),),
    (PullHead(12, SHA),),
    (CommitAttestation(SHA, "git-ai", "s_1", 7), CommitAttestation(SHA, "aider", "", None)),
    (Survival(SHA, "a.py", b"\1\0"),),
)
TABLES = {
    "fact_branch_commits": [(1, "feat", SHA, NOW)],
    "fact_checkouts": [(1, "/r", 1000, SHA, "feat"), (1, "/r", 1001, SHA, None)],
    "fact_pushes": [(1, 2000, SHA)],
    "fact_pull_heads": [(1, 12, SHA)],
    "fact_commit_attestations": [(1, SHA, "aider", "", None), (1, SHA, "git-ai", "s_1", 7)],
    "fact_survivals": [(1, SHA, "a.py", b"\1\0")],
}
MARKS = (Mark(MarkKind.TICKET, "LED-1"), Mark(MarkKind.AGENT, "claude"))


def commit(marks=MARKS, runs=b"", tokens=b""):
    """A commit of one file."""
    file = CommitFile("a.py", b"\1" * 16, b"", runs, tokens)
    moments = (UtcMillis(1), UtcMillis(2))
    return Commit(SHA, "sam@example.com", *moments, (), "Add a", 2, 0, (), (file,), marks)


def reading(commits=(), signs=SIGNS):
    """A look at a repository that brought these."""
    place = ("/r/.git", "/r", "r", None, ("/r",), "main", None)
    return RepositoryReading(*place, tuple(commits), (), (), False, (), b"bookmark", signs)


def rows(store, table):
    return sorted(map(tuple, store._connection.execute(f"select * from {table}")), key=lambda row: row[:4])


def test_every_sign_has_its_table(store):
    store.keep_reading("/r", reading(), NOW)
    assert {table: rows(store, table) for table in TABLES} == TABLES


def test_the_same_signs_again_change_nothing(store):
    store.keep_reading("/r", reading(), NOW)
    other = SIGNS._replace(
        checkouts=(Checkout("/r", UtcMillis(1000), SHA, "other"),),
        survivals=(Survival(SHA, "a.py", b"\0\0"),),
    )
    store.keep_reading("/r", reading(), LATER)
    store.keep_reading("/r", reading(signs=other), LATER)
    assert {table: rows(store, table) for table in TABLES} == TABLES


def test_new_signs_stand_beside_the_old_ones(store):
    store.keep_reading("/r", reading(), NOW)
    store.keep_reading("/r", reading(signs=Signs(branches=(BranchCommit("feat", OTHER),))), LATER)
    assert [row[2:] for row in rows(store, "fact_branch_commits")] == [(SHA, NOW), (OTHER, LATER)]
    assert len(rows(store, "fact_checkouts")) == 2


def test_what_a_message_says_is_kept_with_its_commit(store):
    assert store.keep_reading("/r", reading([commit()]), NOW) == 1
    assert {row[1:] for row in rows(store, "fact_commit_marks")} == {
        ("ticket", "LED-1"),
        ("agent", "claude"),
    }


def test_a_commit_an_earlier_version_kept_gets_what_that_did_not_read(store):
    store.keep_reading("/r", reading([commit(marks=())]), NOW)
    assert store.keep_reading("/r", reading([commit(runs=b"runs", tokens=b"tk")]), LATER) == 0
    assert len(rows(store, "fact_commit_marks")) == 2
    (file,) = rows(store, "fact_commit_files")
    assert file[1:] == ("a.py", b"\1" * 16, b"", b"runs", b"tk")
    store.keep_reading("/r", reading([commit(runs=b"other", tokens=b"xx")]), LATER)
    assert rows(store, "fact_commit_files") == [file]
