from hashlib import sha512
from io import FileIO

import pytest
import zstandard

from codex_lines import (
    NAME,
    PACK,
    THREAD,
    count,
    events_of,
    facts_of,
    line,
    meta,
    probe_of,
    problems_of,
    read,
    rollout,
)
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.codex import READER, rollouts
from outlay.readers.logs.codex.rollouts import CompressedLog
from outlay.readers.logs.lines import LONGEST_LINE, mark_of


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
    assert problems_of(batches) == {ProblemKind.UNREADABLE: 1}


def test_a_line_that_is_too_long_is_passed_over_and_the_next_is_read(tmp_path):
    endless = b"x" * (LONGEST_LINE + 5_000_000) + b"\n"
    packed = zstandard.ZstdCompressor().compress(meta() + endless + count(10))
    path, bookmarks = rollout(tmp_path, packed, name=NAME + ".zst"), {}
    batches = read(tmp_path, bookmarks)
    assert len(events_of(batches)) == 1
    assert problems_of(batches)[ProblemKind.TOO_LONG] == 1
    assert bookmarks[str(path)].offset == len(meta() + endless + count(10))
    assert bookmarks[str(path)].line == 3


class TornFile(FileIO):
    """A file whose end cannot be read."""

    def read(self, size=-1):
        if self.tell() > 20_000:
            raise OSError(5, "Input/output error")
        return super().read(min(size, 20_000) if size >= 0 else size)


def noisy_counts(numbers):
    """Counts that hardly get smaller when compressed."""
    return b"".join(
        count(total) + line("noise", {"x": sha512(b"%d" % total).hexdigest()}) for total in numbers
    )


@pytest.mark.parametrize("damaged", [True, False])
def test_what_could_not_be_decompressed_is_asked_for_again_where_it_stopped(tmp_path, monkeypatch, damaged):
    pack = zstandard.ZstdCompressor(level=1).compress
    first, rest = meta() + noisy_counts(range(1, 400)), pack(noisy_counts(range(400, 420)))
    broken = b"no frame of its own" if damaged else rest
    path, bookmarks = rollout(tmp_path, pack(first) + broken, name=NAME + ".zst"), {}
    with monkeypatch.context() as patched:
        if not damaged:
            patched.setattr(rollouts, "FileIO", TornFile)
        batches = read(tmp_path, bookmarks)
    assert problems_of(batches)[ProblemKind.UNREADABLE] == 1
    assert bookmarks[str(path)].mark != mark_of(path.stat())
    again = read(tmp_path, bookmarks)
    assert not again[0].replaces
    keys = [event.message_key for event in events_of(batches) + events_of(again)]
    assert len(keys) == len(set(keys)) == (399 if damaged else 419)
    assert (bookmarks[str(path)].mark == mark_of(path.stat())) is not damaged


class FailingFile(FileIO):
    def read(self, *_):
        raise PermissionError


def test_a_file_that_cannot_be_read_after_it_was_opened_is_a_problem(tmp_path):
    path = rollout(tmp_path, b"", name=NAME + ".zst")
    with CompressedLog(str(path), FailingFile(str(path)), None, 1) as log:
        assert list(log.blocks()) == []
        assert [problem.kind for problem in log.tally.take()] == [ProblemKind.UNREADABLE]
