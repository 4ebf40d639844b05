from codex_lines import NAME, PACK, THREAD, count, events_of, meta, probe_of, problems_of, read, rollout
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.codex import READER


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
