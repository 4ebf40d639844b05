"""Signs of repositories in a bad state: what can be read is, the rest is told, and nothing is lost for later."""

import random
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outlay.domain.problems import ProblemKind
from outlay.readers.git.bookmark import GitBookmark, LogMark, SignMark, packed, unpacked
from outlay.readers.git.reflogs import new_entries
from outlay.system.git_command import GitCommand, GitFailedError
from readers.git.conftest import KAI, LittleRepository, moment


def without(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    """Let git fail at commands with a word in them."""
    started = GitCommand._open

    def fail(self: GitCommand, command: tuple[str, ...], *more: object) -> object:
        if word in command:
            raise GitFailedError(ProblemKind.GIT_FAILED, "It would not.")
        return started(self, command, *more)

    monkeypatch.setattr(GitCommand, "_open", fail)


def test_a_checkpoint_that_could_not_be_read_is_asked_for_again(shared: LittleRepository) -> None:
    shared.write("a.py", "the_value = 1\n")
    own = shared.commit("Add a\n\nEntire-Checkpoint: 0ff8ca6db1c9", 1)
    shared.git("checkout", "-q", "--orphan", "entire/checkpoints/v1")
    shared.write("0f/f8ca6db1c9/metadata.json", '{"session_id": "s1"}')
    shared.commit("Checkpoint: 0ff8ca6db1c9", 2)
    shared.git("checkout", "-q", "main")
    with pytest.MonkeyPatch.context() as monkeypatch:
        without(monkeypatch, "cat-file")
        first = shared.read()
    assert first.signs.attestations == ()
    (found,) = shared.read(first.bookmark).signs.attestations
    assert found == (own, "entire", "s1", None)


@pytest.mark.parametrize("word", ["--branches", "--first-parent", "ls-tree", "cat-file"])
def test_a_sign_that_fails_leaves_the_others_and_is_read_next_time(
    shared: LittleRepository, word: str
) -> None:
    own = shared.add("a.py", 1)
    shared.fetched("main", own, 2)
    shared.git("notes", "--ref=ai", "add", "-m", "a.py\n  s_1::t_1 1\n---\n{}", own)
    shared.git("checkout", "-q", "-b", "feat")
    shared.add("b.py", 3)
    with pytest.MonkeyPatch.context() as monkeypatch:
        without(monkeypatch, word)
        first = shared.read(now=moment(60 * 24 * 60))
    assert [one.kind for one in first.problems] == [ProblemKind.GIT_FAILED]
    assert len(first.commits) == 2
    assert len(first.signs.checkouts) == 4
    second = shared.read(first.bookmark, now=moment(60 * 24 * 60))
    found = [a or b for a, b in zip(first.signs, second.signs, strict=True)]
    whole = shared.read(now=moment(60 * 24 * 60)).signs
    assert found == list(whole)
    assert whole.branches
    assert whole.attestations
    assert whole.survivals


def test_rewritten_history_loses_nothing_of_what_was_read_and_shows_the_new(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "feat")
    old = shared.add("a.py", 1)
    first = shared.read()
    shared.git("checkout", "-q", "--orphan", "fresh")
    new = shared.add("b.py", 2)
    shared.git("branch", "-q", "-M", "fresh", "feat")
    shared.git("reflog", "expire", "--expire=now", "--all")
    shared.git("gc", "-q", "--prune=now")
    second = shared.read(first.bookmark)
    assert [tuple(one) for one in first.signs.branches] == [("feat", old)]
    assert ("feat", new) in {tuple(one) for one in second.signs.branches}
    assert second.problems == ()


def test_packed_references_without_a_log_are_no_trouble(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "feat")
    own = shared.add("a.py", 1)
    shared.git("pack-refs", "--all", "--prune")
    shutil.rmtree(shared.folder / ".git" / "logs")
    reading = shared.read()
    assert [tuple(one) for one in reading.signs.branches] == [("feat", own)]
    assert reading.problems == ()


def test_damaged_packed_references_are_told_and_the_logs_still_read(shared: LittleRepository) -> None:
    shared.add("a.py", 1)
    first = shared.read()
    with (shared.folder / ".git" / "packed-refs").open("ab") as file:
        file.write(b"garbage \xff\n")
    second = shared.read(first.bookmark)
    assert [one.kind for one in second.problems] == [ProblemKind.GIT_FAILED]
    assert second.bookmark == first.bookmark


def test_a_bookmark_comes_back_as_it_was_kept() -> None:
    logs = {"logs/HEAD": LogMark(9, 3, "abc", moment(1))}
    signs = SignMark("r", "h", ("main",), logs, "n", "c", (("s", "k"),), moment(2), "b")
    mark = GitBookmark(heads=("a",), state="x", signs=signs)
    assert unpacked(packed(mark)) == mark
    assert unpacked(packed(GitBookmark())) == GitBookmark()


@given(st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_bytes_in_a_log_are_read_without_a_word(tmp_path, told: bytes) -> None:
    log = tmp_path / "HEAD"
    log.write_bytes(told)
    entries, mark = new_entries(log, None)
    assert new_entries(log, mark) == ([], mark)
    assert all(entry.moment >= 0 for entry in entries)


def test_a_log_read_in_any_pieces_gives_the_same_entries(repo: LittleRepository) -> None:
    draw = random.Random(7)
    for minute in range(30):
        repo.git("commit", "-q", "--allow-empty", "-m", str(minute), minute=minute // 4, email=KAI)
    log = repo.folder / ".git" / "logs" / "HEAD"
    whole = log.read_bytes()
    expected, _ = new_entries(log, None)
    assert len({entry.moment for entry in expected}) == len(expected) == 30
    for _ in range(20):
        found, mark = [], None
        for end in [*sorted(draw.sample(range(len(whole)), 6)), len(whole)]:
            log.write_bytes(whole[:end])
            entries, mark = new_entries(log, mark)
            found += entries
        assert found == expected
