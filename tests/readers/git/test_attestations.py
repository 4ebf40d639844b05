"""What git-ai, Entire, Agent Trace and aider attest of the owner's commits."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from outlay.domain.work import CommitAttestation, Mark, MarkKind
from outlay.readers.git.agent_trace import traces_in
from outlay.readers.git.git_ai import sessions_in
from readers.git.conftest import KAI, LittleRepository

SESSION = "5f0c2a1e-0000-4000-8000-000000000001"
KEY = "s_" + sha256(f"claude:{SESSION}".encode()).hexdigest()[:14]
CANARY = "canary-prompt"
NOTE = f"""src/pay.py
  {KEY}::t_9f8e7d6c5b4a32 1-10,15-20
  {KEY}::t_a1b2c3d4e5f678 25
  h_31dce776f88375 42-50
"src/my file.py"
  s_e7f2a90b31cc48::t_deadbeef012345 1-2
---
{json.dumps({"schema_version": "authorship/3.0.0", "prompts": {}, "humans": {"h_31dce776f88375": {"author": "Sam"}}})}
"""
OLDER = """src/pay.py
  abcd1234abcd1234 1-5,9
  eeee1234abcd1234 30
---
""" + json.dumps(
    {
        "schema_version": "authorship/3.0.0",
        "prompts": {
            "abcd1234abcd1234": {
                "agent_id": {"tool": "cursor", "id": "6ef2299e", "model": "m"},
                "messages": [{"type": "user", "text": CANARY}],
            }
        },
    }
)


def note(repo: LittleRepository, commit: str, text: str | bytes, minute: int = 9) -> None:
    """Attach a note as git-ai does."""
    file = repo.folder / ".git" / "note"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    repo.git("notes", "--ref=ai", "add", "-f", "-F", str(file), commit, minute=minute)


def checkpoint(repo: LittleRepository, folder: str, *sessions: dict[str, object]) -> None:
    """Describe a checkpoint on Entire's branch, as `entire` does."""
    here = repo.git("symbolic-ref", "--short", "HEAD")
    known = "entire/checkpoints/v1" in repo.git("branch", "--list", "entire/*")
    repo.git("checkout", "-q", *(() if known else ("--orphan",)), "entire/checkpoints/v1")
    repo.git("rm", "-rfq", "--cached", ".") if not known else None
    summary = {"sessions": [{"metadata": f"/{folder}/{n}/metadata.json"} for n in range(len(sessions))]}
    repo.write(f"{folder}/metadata.json", json.dumps(summary))
    for number, told in enumerate(sessions):
        repo.write(f"{folder}/{number}/metadata.json", json.dumps(told))
        repo.write(f"{folder}/{number}/prompt.txt", CANARY)
    repo.git("add", folder)
    repo.git("commit", "-qm", "Checkpoint: x", minute=20)
    repo.git("checkout", "-qf", here)


def test_a_note_says_which_session_wrote_how_many_lines() -> None:
    assert sessions_in(NOTE.encode()) == {KEY: 17, "s_e7f2a90b31cc48": 2}


def test_earlier_notes_name_the_session_by_tool_and_id() -> None:
    assert sessions_in(OLDER.encode()) == {"cursor:6ef2299e": 6, "eeee1234abcd1234": 1}


def test_a_note_of_json_alone_counts_accepted_lines() -> None:
    prompts = {
        "a1": {"agent_id": {"tool": "claude", "id": SESSION}, "accepted_lines": 7},
        "b2": {"agent_id": {"tool": "codex", "id": "t1"}},
    }
    told = json.dumps({"schema_version": "authorship/1.0.0", "prompts": prompts})
    assert sessions_in(told.encode()) == {f"claude:{SESSION}": 7, "codex:t1": None}


@pytest.mark.parametrize(
    "told",
    [b"", b"---", b"---\n{", b"\xff\xfe\x00", b"{}", b"[]", b'{"prompts": 3}', b"just words\n", b"a\n  s_1::t_2 x-y\n---\n{}",
     b"[" * 200_000],
)  # fmt: skip
def test_what_is_no_such_note_says_nothing(told: bytes) -> None:
    assert sessions_in(told) == {}


def test_lines_that_run_backwards_count_for_nothing() -> None:
    assert sessions_in(b"a\n  s_1::t_1 9-3,5\n---\n{}") == {"s_1": 1}


def test_notes_of_own_commits_are_read_and_others_are_not(shared: LittleRepository) -> None:
    own, other = shared.add("a.py", 1), shared.add("b.py", 2, KAI)
    note(shared, own, NOTE)
    note(shared, other, NOTE)
    assert shared.read().signs.attestations == (
        CommitAttestation(own, "git-ai", KEY, 17),
        CommitAttestation(own, "git-ai", "s_e7f2a90b31cc48", 2),
    )


def test_a_note_that_comes_after_its_commit_was_read_is_not_missed(shared: LittleRepository) -> None:
    own, other = shared.add("a.py", 1), shared.add("b.py", 2, KAI)
    first = shared.read()
    note(shared, own, OLDER)
    note(shared, other, OLDER)
    second = shared.read(first.bookmark)
    assert {one.sha for one in second.signs.attestations} == {own}
    note(shared, new := shared.add("c.py", 3), NOTE)
    third = shared.read(second.bookmark)
    assert {one.sha for one in third.signs.attestations} == {new}
    assert shared.read(third.bookmark).signs.attestations == ()


def test_notes_are_found_in_packed_references_and_after_they_were_begun_anew(
    shared: LittleRepository,
) -> None:
    own = shared.add("a.py", 1)
    note(shared, own, NOTE)
    shared.git("pack-refs", "--all")
    first = shared.read()
    assert len(first.signs.attestations) == 2
    shared.git("update-ref", "-d", "refs/notes/ai")
    shared.git("reflog", "expire", "--expire=now", "--all")
    shared.git("gc", "-q", "--prune=now")
    note(shared, own, OLDER)
    assert len(shared.read(first.bookmark).signs.attestations) == 2


def test_a_note_of_ten_megabytes_is_read_for_its_sessions(shared: LittleRepository) -> None:
    own = shared.add("a.py", 1)
    long = {"agent_id": {"tool": "claude", "id": "long"}, "messages": [{"text": CANARY * 800_000}]}
    note(shared, own, f"a.py\n  aaaa 1-3\n---\n{json.dumps({'prompts': {'aaaa': long}})}")
    reading = shared.read()
    assert reading.signs.attestations == (CommitAttestation(own, "git-ai", "claude:long", 3),)
    assert CANARY.encode() not in repr(reading).encode() + reading.bookmark


def test_a_note_at_what_is_no_commit_is_passed_over(shared: LittleRepository) -> None:
    own = shared.add("a.py", 1)
    note(shared, shared.head("HEAD^{tree}"), NOTE)
    note(shared, own, b"\x00\xff not a note")
    reading = shared.read()
    assert (reading.signs.attestations, reading.problems) == ((), ())


def test_the_sessions_of_a_checkpoint_belong_to_the_commit_that_names_it(shared: LittleRepository) -> None:
    shared.write("a.py", "the_value = 1\n")
    own = shared.commit("Add a\n\nEntire-Checkpoint: 0ff8ca6db1c9", 1)
    told = {"session_id": SESSION, "prompt": CANARY, "initial_attribution": {"agent_lines": 4}}
    checkpoint(shared, "0f/f8ca6db1c9", told, {"session_id": "2025-12-01-other"})
    reading = shared.read()
    assert [commit.sha for commit in reading.commits] == [own]
    assert Mark(MarkKind.CHECKPOINT, "0ff8ca6db1c9") in reading.commits[0].marks
    assert reading.signs.attestations == (
        CommitAttestation(own, "entire", SESSION, 4),
        CommitAttestation(own, "entire", "2025-12-01-other", None),
    )
    assert CANARY not in repr(reading)


def test_a_checkpoint_that_comes_later_is_waited_for(shared: LittleRepository) -> None:
    shared.write("a.py", "the_value = 1\n")
    own = shared.commit("Add a\n\nEntire-Checkpoint: 0ff8ca6db1c9", 1)
    first = shared.read()
    assert first.signs.attestations == ()
    shared.add("b.py", 2)
    second = shared.read(first.bookmark)
    checkpoint(shared, "0f/f8ca6db1c9", {"session_id": SESSION})
    third = shared.read(second.bookmark)
    assert third.signs.attestations == (CommitAttestation(own, "entire", SESSION, None),)
    shared.add("c.py", 3)
    assert shared.read(third.bookmark).signs.attestations == ()


def test_a_checkpoint_with_a_reference_of_its_own_is_found(shared: LittleRepository) -> None:
    name = "01KVBJCWYA4YW6J5M9GP655HZN"
    shared.write("a.py", "the_value = 1\n")
    own = shared.commit(f"Add a\n\nEntire-Checkpoint: {name}", 1)
    checkpoint(shared, "0f/f8ca6db1c9", {"session_id": SESSION})
    tree = shared.head("entire/checkpoints/v1:0f/f8ca6db1c9")
    shared.git("update-ref", f"refs/entire/checkpoints/ZN/{name}", shared.git("commit-tree", tree, "-m", "x"))
    reading = shared.read()
    assert reading.signs.attestations == (CommitAttestation(own, "entire", SESSION, None),)
    assert [commit.sha for commit in reading.commits] == [own]


def test_pictures_entire_takes_between_commits_are_nobodys_work(shared: LittleRepository) -> None:
    shared.git("checkout", "-q", "-b", "entire/0badf00-123456")
    shared.write("a.py", "the_value = 1\n")
    trailers = "Entire-Metadata: .entire/metadata/x\nEntire-Session: x\nEntire-Strategy: manual-commit"
    shared.commit(f"{CANARY}\n\n{trailers}", 1)
    shared.git("checkout", "-q", "main")
    reading = shared.read()
    assert (reading.commits, reading.signs.branches) == ((), ())


@pytest.mark.parametrize(
    "told", ["", "{", "[]", '{"session_id": 3}', '{"session_id": ""}', '{"sessions": [{}]}']
)
def test_a_description_that_is_none_says_nothing(shared: LittleRepository, told: str) -> None:
    shared.write("a.py", "the_value = 1\n")
    shared.commit("Add a\n\nEntire-Checkpoint: 0ff8ca6db1c9", 1)
    checkpoint(shared, "0f/f8ca6db1c9")
    shared.git("checkout", "-q", "entire/checkpoints/v1")
    shared.write("0f/f8ca6db1c9/metadata.json", told)
    shared.commit("Damaged", 3)
    shared.git("checkout", "-qf", "main")
    reading = shared.read()
    assert (reading.signs.attestations, reading.problems) == ((), ())


def trace(revision: str, path: str = "a.py", moment: str = "2026-03-02T12:00:30Z", **more: object) -> str:
    """A record of Agent Trace with three lines of an agent's and two of a person's."""
    talk = {"url": f"file:///home/sam/.claude/projects/x/{SESSION}.jsonl", "contributor": {"type": "ai"}}
    ranges = [
        {"start_line": 1, "end_line": 3},
        {"start_line": 8, "end_line": 9, "contributor": {"type": "human"}},
    ]
    files = [{"path": path, "conversations": [talk | {"ranges": ranges}]}]
    record = {
        "version": "0.1.0",
        "timestamp": moment,
        "vcs": {"type": "git", "revision": revision},
        "files": files,
    }
    return json.dumps(record | {"metadata": {"command": CANARY}} | more) + "\n"


def test_a_trace_belongs_to_the_child_of_the_commit_it_was_made_on(shared: LittleRepository) -> None:
    base = shared.head()
    traces = trace(base) + trace(base, "other.py") + trace("0" * 40) + "{\n" + "\xff\n" + trace(base, "a.py")
    shared.write(".agent-trace/traces.jsonl", traces)
    shared.write(".gitignore", ".agent-trace\n")
    own = shared.add("a.py", 1)
    reading = shared.read()
    assert reading.signs.attestations == (CommitAttestation(own, "agent-trace", SESSION, 6),)
    assert CANARY not in repr(reading)


def test_a_trace_written_for_a_finished_commit_is_that_commits(shared: LittleRepository) -> None:
    own = shared.add("a.py", 1)
    shared.write(".agent-trace/traces.jsonl", trace(own))
    assert shared.read().signs.attestations == (CommitAttestation(own, "agent-trace", SESSION, 3),)


@pytest.mark.parametrize(
    "record",
    [
        "",
        "[]",
        "{}",
        '{"files": 3}',
        '{"files": [{"path": "a", "conversations": [{"ranges": []}]}]}',
        "[" * 100_000,
    ],
)
def test_a_record_that_is_none_says_nothing(record: str) -> None:
    assert list(traces_in(record.encode())) == []


def test_a_trace_names_its_session_by_id_before_its_address() -> None:
    (found,) = traces_in(trace("0" * 40, metadata={"session_id": "s1"}).encode())
    assert (found.session, found.lines) == ("s1", 3)


def test_commits_aider_made_are_attested_by_its_own_words(shared: LittleRepository) -> None:
    shared.write("a.py", "the_value = 1\n")
    subject = shared.commit("aider: Add a", 1)
    shared.write("a.py", "the_value = 2\n")
    shared.git("-c", "user.name=x", "add", "-A")
    shared.git("commit", "-qm", "Change a", f"--author=Sam (aider) <{'sam@example.com'}>", minute=2)
    author = shared.head()
    shared.add("b.py", 3)
    reading = shared.read()
    assert set(reading.signs.attestations) == {
        CommitAttestation(subject, "aider", "", None),
        CommitAttestation(author, "aider", "", None),
    }
    assert {commit.sha for commit in reading.commits if Mark(MarkKind.AGENT, "aider") in commit.marks} == {
        author
    }


def test_traces_in_another_worktree_count_as_well(shared: LittleRepository, tmp_path: Path) -> None:
    base, side = shared.head(), tmp_path / "side"
    shared.git("worktree", "add", "-q", "-b", "aside", str(side))
    (side / ".agent-trace").mkdir()
    (side / ".agent-trace" / "traces.jsonl").write_text(trace(base, "side.py"))
    (side / "side.py").write_text("the_value = 1\n")
    shared.git("add", "side.py", folder=side)
    shared.git("commit", "-qm", "Aside", folder=side, minute=3)
    own = shared.head("aside")
    assert shared.read().signs.attestations == (CommitAttestation(own, "agent-trace", SESSION, 3),)


def test_a_sessions_name_is_cut_and_holds_nothing_that_cannot_be_shown() -> None:
    prompts = {"x": {"agent_id": {"tool": "claude", "id": "\x1b[2J\n" + "a" * 300}}}
    (name,) = sessions_in(json.dumps({"prompts": prompts}).encode())
    assert name == "claude:[2J" + "a" * 190
