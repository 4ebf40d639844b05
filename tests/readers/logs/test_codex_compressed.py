from io import FileIO

import zstandard

from codex_lines import (
    NAME,
    PACK,
    THREAD,
    count,
    events_of,
    facts_of,
    meta,
    probe_of,
    problems_of,
    read,
    rollout,
)
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.codex import READER
from outlay.readers.logs.codex.rollouts import CompressedLog
from outlay.readers.logs.lines import LONGEST_LINE


def test_a_compressed_file_that_vanished_is_a_problem(tmp_path):
    path = rollout(tmp_path, b"", name=NAME + ".zst")
    probe = probe_of(tmp_path)
    path.unlink()
    assert problems_of(READER.read(probe.files[0], None, PACK, probe)) == {ProblemKind.VANISHED: 1}


def test_a_rollout_has_the_same_keys_after_it_was_archived_and_compressed(tmp_path):
    data = meta() + count(10) + count(20) + count(20)
    path = rollout(tmp_path, data)
    before = events_of(read(tmp_path))
    path.unlink()
    packed = zstandard.ZstdCompressor().compress(data)
    rollout(tmp_path, packed, name=NAME + ".zst", folder=".codex/archived_sessions")
    assert events_of(read(tmp_path)) == before


def test_a_compressed_file_is_read_once_and_anew_when_it_changed(tmp_path):
    pack = zstandard.ZstdCompressor().compress
    path, bookmarks = rollout(tmp_path, pack(meta() + count(10)), name=NAME + ".zst"), {}
    assert len(events_of(read(tmp_path, bookmarks))) == 1
    assert bookmarks[str(path)].offset == len(meta() + count(10))
    assert not facts_of(read(tmp_path, bookmarks))["sessions"]
    path.write_bytes(pack(meta() + count(10) + count(20)))
    batches = read(tmp_path, bookmarks)
    assert batches[0].replaces
    assert len(events_of(batches)) == 2


def test_a_torn_last_frame_gives_what_is_whole_of_it(tmp_path):
    pack = zstandard.ZstdCompressor().compress
    torn = pack(meta() + count(10)) + pack(count(20) * 3000)[:-5]
    rollout(tmp_path, torn, name=NAME + ".zst")
    assert f"codex:{THREAD}:10-0-1-0:0" in {event.message_key for event in events_of(read(tmp_path))}


def test_a_file_that_is_compressed_in_name_only_is_a_problem(tmp_path):
    rollout(tmp_path, meta() + count(10), name=NAME + ".zst")
    batches = read(tmp_path)
    assert not events_of(batches)
    assert problems_of(batches) == {ProblemKind.NOT_TEXT: 1}


def test_a_line_that_is_too_long_is_passed_over_and_the_next_is_read(tmp_path):
    endless = b"x" * (LONGEST_LINE + 5_000_000) + b"\n"
    packed = zstandard.ZstdCompressor().compress(meta() + endless + count(10))
    path, bookmarks = rollout(tmp_path, packed, name=NAME + ".zst"), {}
    batches = read(tmp_path, bookmarks)
    assert len(events_of(batches)) == 1
    assert problems_of(batches)[ProblemKind.TOO_LONG] == 1
    assert bookmarks[str(path)].offset == len(meta() + endless + count(10))
    assert bookmarks[str(path)].line == 3


class FailingFile(FileIO):
    def read(self, *_):
        raise PermissionError


def test_a_file_that_cannot_be_read_after_it_was_opened_is_a_problem(tmp_path):
    path = rollout(tmp_path, b"", name=NAME + ".zst")
    with CompressedLog(str(path), FailingFile(str(path)), None, 1) as log:
        assert list(log.blocks()) == []
        assert [problem.kind for problem in log.tally.take()] == [ProblemKind.UNREADABLE]
