import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.batches import Bookmark, FileMark
from outlay.domain.problems import ProblemKind
from outlay.readers.logs import lines
from outlay.readers.logs.lines import (
    OpenLog,
    Start,
    head_of,
    mark_of,
    open_log,
    plain_json,
    start_of,
    trouble_of,
)

SOURCE = "logs.test"
MARK = FileMark(1, 2, 100, 0)


def written(folder: Path, content: bytes) -> Path:
    path = folder / "log.jsonl"
    path.write_bytes(content)
    return path


def read(path, bookmark=None):
    """All whole lines from the bookmark on, and the log after reading."""
    with open_log(str(path), bookmark, 1, SOURCE) as log:
        blocks = [(bytes(b.buffer[: b.end]), b.offset, b.line) for b in log.blocks()]
    return blocks, log


def text_of(blocks):
    return b"".join(data for data, _, _ in blocks)


def bookmark_of(log: OpenLog) -> Bookmark:
    return log.bookmark(log.offset, log.line, b"kept")


@pytest.fixture
def small_buffer(monkeypatch):
    monkeypatch.setattr(lines, "BUFFER_BYTES", 16)
    monkeypatch.setattr(lines, "LONGEST_LINE", 64)
    monkeypatch.setattr(lines, "_spare_buffers", [])


def test_a_half_written_line_waits_for_the_next_reading(tmp_path):
    path = written(tmp_path, b"one\ntw")
    blocks, log = read(path)
    assert blocks == [(b"one\n", 0, 0)]
    with path.open("ab") as more:
        more.write(b"o\nthree\n")
    assert read(path, bookmark_of(log))[0] == [(b"two\nthree\n", 4, 1)]


def test_nothing_new_gives_no_block(tmp_path):
    path = written(tmp_path, b"one\n")
    _, log = read(path)
    blocks, again = read(path, bookmark_of(log))
    assert blocks == []
    assert (again.offset, again.line, again.start.state) == (4, 1, b"kept")


def test_an_empty_file_gives_no_block(tmp_path):
    blocks, log = read(written(tmp_path, b""))
    assert (blocks, log.offset, log.tally.take()) == ([], 0, [])


def test_a_line_longer_than_the_buffer_comes_whole(tmp_path, small_buffer):
    content = b"a\n" + b"x" * 50 + b"\nb\n"
    blocks, log = read(written(tmp_path, content))
    assert text_of(blocks) == content
    assert (log.offset, log.line, log.tally.take()) == (len(content), 3, [])


def test_a_line_beyond_all_measure_is_passed_over_and_counted(tmp_path, small_buffer):
    content = b"a\n" + b"x" * 500 + b"\nb\nc\n"
    blocks, log = read(written(tmp_path, content))
    assert text_of(blocks) == b"a\nb\nc\n"
    assert blocks[-1][1] + len(blocks[-1][0]) == len(content)
    assert (log.offset, log.line) == (len(content), 4)
    [problem] = log.tally.take()
    assert (problem.kind, problem.times, problem.example) == (ProblemKind.TOO_LONG, 1, "log.jsonl:2")


def test_a_line_beyond_all_measure_without_an_end_waits(tmp_path, small_buffer):
    blocks, log = read(written(tmp_path, b"a\n" + b"x" * 500))
    assert text_of(blocks) == b"a\n"
    assert (log.offset, log.line, log.tally.take()) == (2, 1, [])


@given(
    parts=st.lists(st.binary(max_size=40).map(lambda part: part.replace(b"\n", b" ")), max_size=12),
    rest=st.binary(max_size=9),
)
def test_blocks_add_up_to_every_whole_line(tmp_path_factory, parts, rest):
    content = b"".join(part + b"\n" for part in parts)
    path = written(tmp_path_factory.mktemp("lines"), content + rest.replace(b"\n", b" "))
    kept = lines.BUFFER_BYTES, lines._spare_buffers
    lines.BUFFER_BYTES, lines._spare_buffers = 8, []
    try:
        blocks, log = read(path)
    finally:
        lines.BUFFER_BYTES, lines._spare_buffers = kept
    assert text_of(blocks) == content
    assert (log.offset, log.line) == (len(content), len(parts))
    for data, offset, line in blocks:
        assert content[offset : offset + len(data)] == data
        assert content[:offset].count(b"\n") == line


def test_a_file_that_shrinks_while_it_is_read_is_a_problem(tmp_path, small_buffer):
    path = written(tmp_path, b"one line\n" * 20)
    with open_log(str(path), None, 1, SOURCE) as log:
        blocks = log.blocks()
        next(blocks)
        os.truncate(path, 4)
        assert list(blocks) == []
    assert [problem.kind for problem in log.tally.take()] == [ProblemKind.REPLACED]


@pytest.fixture
def failing_once(monkeypatch):
    """The second piece of a file cannot be read the first time it is asked for."""
    fill, times = OpenLog._fill, iter(range(100))

    def failing(self):
        if next(times) == 1:
            raise OSError(5, "Input/output error")
        return fill(self)

    monkeypatch.setattr(OpenLog, "_fill", failing)


def test_what_could_not_be_read_is_asked_for_again(tmp_path, small_buffer, failing_once):
    path = written(tmp_path, b"one line\n" * 20)
    blocks, log = read(path)
    assert [problem.kind for problem in log.tally.take()] == [ProblemKind.UNREADABLE]
    assert bookmark_of(log).mark != mark_of(path.stat())
    assert bookmark_of(log).mark.mtime_ns == path.stat().st_mtime_ns
    rest, again = read(path, bookmark_of(log))
    assert not again.start.replaces
    assert text_of(blocks) + text_of(rest) == path.read_bytes()
    assert bookmark_of(again).mark == mark_of(path.stat())


def test_a_bookmark_in_the_middle_of_a_file_says_that_there_is_more(tmp_path, small_buffer):
    path = written(tmp_path, b"one line\n" * 20)
    with open_log(str(path), None, 1, SOURCE) as log:
        block = next(log.blocks())
        middle = log.bookmark(block.end, 1, b"")
    assert middle.mark != mark_of(path.stat())
    assert text_of(read(path, middle)[0]) == b"one line\n" * 19


def test_what_is_written_after_opening_waits(tmp_path):
    path = written(tmp_path, b"one\n")
    with open_log(str(path), None, 1, SOURCE) as log:
        with path.open("ab") as more:
            more.write(b"two\n")
        assert [bytes(block.buffer[: block.end]) for block in log.blocks()] == [b"one\n"]


def test_the_buffer_is_used_again(tmp_path):
    path = written(tmp_path, b"one\n")
    read(path)
    before = [id(buffer) for buffer in lines._spare_buffers]
    read(path)
    assert [id(buffer) for buffer in lines._spare_buffers] == before


def test_without_a_bookmark_reading_starts_and_replaces_nothing():
    assert start_of(None, MARK, 1, lambda _: "") == Start()


@pytest.mark.parametrize(
    ("now", "version", "head"),
    [
        (MARK._replace(inode=3), 1, "same"),
        (MARK._replace(device=9), 1, "same"),
        (MARK._replace(size=99), 1, "same"),
        (MARK, 2, "same"),
        (MARK, 1, "other"),
    ],
)
def test_another_file_a_shorter_one_or_another_version_is_read_anew(now, version, head):
    kept = Bookmark(MARK, 50, 7, "same", b"state", 1)
    assert start_of(kept, now, version, lambda _: head) == Start(replaces=True)


def test_a_grown_file_goes_on_with_its_state():
    kept = Bookmark(MARK, 50, 7, "same", b"state", 1)
    assert start_of(kept, MARK._replace(size=200), 1, lambda _: "same") == Start(50, 7, b"state")


def test_a_short_file_that_grew_is_not_taken_for_a_replaced_one(tmp_path):
    path = written(tmp_path, b"short\n")
    _, log = read(path)
    with path.open("ab") as more:
        more.write(b"x" * 5000 + b"\n")
    blocks, again = read(path, bookmark_of(log))
    assert text_of(blocks) == b"x" * 5000 + b"\n"
    assert not again.start.replaces


def test_a_file_written_over_in_place_is_read_anew(tmp_path):
    path = written(tmp_path, b"short\n")
    _, log = read(path)
    with path.open("r+b") as over:
        over.write(b"other\nmore\n")
    blocks, again = read(path, bookmark_of(log))
    assert text_of(blocks) == b"other\nmore\n"
    assert again.start.replaces


def test_a_head_names_how_many_bytes_it_stands_for():
    assert head_of(b"abc").startswith("3:")
    assert head_of(b"abc") != head_of(b"abd")


def test_a_file_that_is_gone_is_told_from_one_that_may_not_be_read():
    assert trouble_of(FileNotFoundError()) is ProblemKind.VANISHED
    assert trouble_of(PermissionError()) is ProblemKind.UNREADABLE


def test_a_folder_named_like_a_log_cannot_be_opened(tmp_path):
    (tmp_path / "log.jsonl").mkdir()
    with pytest.raises(OSError, match=r"log\.jsonl"):
        open_log(str(tmp_path / "log.jsonl"), None, 1, SOURCE)


def test_problems_are_counted_by_kind_with_the_first_place():
    tally = lines.Tally(SOURCE, "/home/a/log.jsonl")
    tally.count(ProblemKind.NOT_JSON, 3)
    tally.count(ProblemKind.NOT_JSON, 9)
    [problem] = tally.take()
    assert problem == (SOURCE, ProblemKind.NOT_JSON, 2, "log.jsonl:3", "/home/a/log.jsonl")
    assert tally.take() == []


@pytest.mark.parametrize(
    ("line", "value", "kind"),
    [
        (b'{"a":1}', {"a": 1}, None),
        (b'\xef\xbb\xbf{"a":1}', {"a": 1}, None),
        (b'\0\0{"a":1}', {"a": 1}, ProblemKind.NOT_TEXT),
        (b'{"a":"\xff"}', {"a": "\ufffd"}, ProblemKind.NOT_TEXT),
        (b'{"a":"tab\there"}', {"a": "tab\there"}, None),
        (rb'{"a":"\ud83d"}', {"a": "?"}, ProblemKind.NOT_TEXT),
        (b'{"a":', None, ProblemKind.NOT_JSON),
        (b"", None, ProblemKind.NOT_JSON),
        (b"[" * 100_000, None, ProblemKind.NOT_JSON),
        (b"1" * 10_000, None, ProblemKind.NOT_JSON),
    ],
)
def test_a_refused_line_is_understood_as_far_as_it_goes(line, value, kind):
    assert plain_json(line) == (value, kind)
