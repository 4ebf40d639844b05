from codex_lines import NAME, PACK, THREAD, count, events_of, meta, probe_of, problems_of, read, rollout
from outlay.domain.problems import ProblemKind
from outlay.readers.interface import Rereader
from outlay.readers.logs.claude_code import READER as CLAUDE_CODE
from outlay.readers.logs.codex import READER

CHILD = "019a0c22-1f04-7d31-8a55-6b0c9d7e2b02"


def test_a_parent_that_vanished_after_the_probe_is_a_missing_one(tmp_path):
    child = "019a0c22-1f04-7d31-8a55-6b0c9d7e2b02"
    parent = rollout(tmp_path, meta() + count(10))
    rollout(
        tmp_path, meta(child, forked_from_id=THREAD) + count(10) + count(20), name=NAME.replace(THREAD, child)
    )
    probe = probe_of(tmp_path)
    parent.unlink()
    (file,) = (file for file in probe.files if child in file.path)
    batches = list(READER.read(file, None, PACK, probe))
    assert problems_of(batches)[ProblemKind.PARENT_MISSING] == 1
    assert {event.quality for event in events_of(batches)} == {"partial"}


def test_a_parent_that_vanished_while_the_copy_was_read_leaves_the_rest_to_the_child(tmp_path):
    child = "019a0c22-1f04-7d31-8a55-6b0c9d7e2b02"
    parent = rollout(tmp_path, meta() + count(10) + count(20))
    head = meta(child, forked_from_id=THREAD) + count(10)
    path, bookmarks = rollout(tmp_path, head, name=NAME.replace(THREAD, child)), {}
    assert len(events_of(read(tmp_path, bookmarks))) == 2
    parent.unlink()
    path.write_bytes(head + count(30))
    assert [event.message_key for event in events_of(read(tmp_path, bookmarks))] == [
        f"codex:{child}:30-0-1-0:0"
    ]


def test_broken_lines_of_a_parent_hide_none_of_its_others(tmp_path):
    child = "019a0c22-1f04-7d31-8a55-6b0c9d7e2b02"
    rollout(tmp_path, meta() + count(10).replace(b"}}}", b"") + count(20))
    head = meta(child, forked_from_id=THREAD) + count(20)
    rollout(tmp_path, head + count(30), name=NAME.replace(THREAD, child))
    keys = {event.message_key for event in events_of(read(tmp_path))}
    assert keys == {f"codex:{THREAD}:20-0-1-0:0", f"codex:{child}:30-0-1-0:0"}


def stale_ones(home, bookmarks):
    """Files that ask to be read anew although nothing in them changed."""
    probe = probe_of(home)
    return [file.path for file in probe.files if READER.stale(file, bookmarks[file.path], probe)]


def test_a_fork_is_read_anew_once_its_parent_turns_up(tmp_path):
    copied, own = count(10) + count(20), count(30)
    data = meta(CHILD, forked_from_id=THREAD) + copied + own
    path, bookmarks = rollout(tmp_path, data, name=NAME.replace(THREAD, CHILD)), {}
    assert len(events_of(read(tmp_path, bookmarks))) == 3
    assert stale_ones(tmp_path, bookmarks) == []
    parent = rollout(tmp_path, meta() + copied, folder=".codex/archived_sessions")
    bookmarks[str(parent)] = bookmarks[str(path)]._replace(state=b"")
    assert stale_ones(tmp_path, bookmarks) == [str(path)]
    del bookmarks[str(parent)]
    batches = read(tmp_path, bookmarks)
    of_child = [batch for batch in batches if any(fact.session.session == CHILD for fact in batch.events)]
    assert [(batch.replaces, batch.supersedes) for batch in of_child] == [(True, True)]
    assert sorted(event.message_key for event in events_of(batches)) == [
        f"codex:{THREAD}:10-0-1-0:0",
        f"codex:{THREAD}:20-0-1-0:0",
        f"codex:{CHILD}:30-0-1-0:0",
    ]
    assert {event.quality for event in events_of(of_child)} == {"estimated"}
    assert stale_ones(tmp_path, bookmarks) == []


def test_a_fork_whose_parent_never_turns_up_goes_on_where_it_was(tmp_path):
    head = meta(CHILD, forked_from_id=THREAD) + count(10)
    path, bookmarks = rollout(tmp_path, head, name=NAME.replace(THREAD, CHILD)), {}
    read(tmp_path, bookmarks)
    path.write_bytes(head + count(20))
    batches = read(tmp_path, bookmarks)
    assert not any(batch.replaces or batch.supersedes for batch in batches)
    assert len(events_of(batches)) == 1


def test_a_file_that_is_read_anew_because_it_was_replaced_takes_nothing_back(tmp_path):
    path, bookmarks = rollout(tmp_path, meta() + count(10) + count(20)), {}
    read(tmp_path, bookmarks)
    path.write_bytes(meta() + count(10))
    assert [(batch.replaces, batch.supersedes) for batch in read(tmp_path, bookmarks)] == [(True, False)]


def test_the_reader_says_that_its_files_refer_to_each_other():
    assert isinstance(READER, Rereader)
    assert not isinstance(CLAUDE_CODE, Rereader)
