"""Two processes read what one reads, and whatever happens to the second, nothing is lost."""

import io
import subprocess
import sys
import threading
from collections import deque
from functools import partial

import pytest

from claude_lines import response, write_log
from codex_lines import count, meta, rollout
from outlay.domain.problems import ProblemKind
from outlay.readers.interface import Surroundings
from outlay.readers.logs import READERS
from outlay.system.line_hashes import line_packer
from outlay.system.reading_process import Link, own_command, write_frame
from outlay.use_cases.log_work import Work, read_alone, read_by_size
from outlay.use_cases.read_for_another import read_for_another
from outlay.use_cases.read_together import (
    AHEAD,
    AHEAD_BYTES,
    MOST_AHEAD,
    MOST_WAITING_BYTES,
    _has_room,
    _Waiting,
    read_together,
)
from outlay.use_cases.reading_wire import Hello, Wish, packed

SEED = 2**64 - 7
PACK = line_packer(SEED)
PARENT, FORK = "019a0c11-7b52-7a10-9c3e-2f6d8e4b1a01", "019a0c11-7b52-7a10-9c3e-2f6d8e4b1a02"
MORE_THAN_A_BATCH = 9_500


def edit(number):
    """A response that writes a file, and the result that says it was written."""
    call = response(f"edit{number}", f"edit{number}")
    path = "/home/a/shop/basket.py"
    content = f"total = price('amount', {number})\nreturn total_of_everything\n"
    wanted = {"file_path": path, "content": content}
    call["message"]["content"] = [{"type": "tool_use", "id": f"c{number}", "name": "Write", "input": wanted}]
    told = {"tool_use_id": f"c{number}", "type": "tool_result", "content": "File created"}
    result = {
        **{key: call[key] for key in ("cwd", "sessionId", "version", "gitBranch", "timestamp")},
        "type": "user",
        "uuid": f"result{number}",
        "message": {"role": "user", "content": [told]},
        "toolUseResult": {"type": "create", "filePath": path, "content": content, "structuredPatch": []},
    }
    return [call, result]


@pytest.fixture
def home(empty_home):
    """Logs of two tools: copied requests, edits, a fork beside its parent, half a line, and what is no line."""
    for number in range(4):
        lines = [response(f"m{number}-{n}", f"r{n}") for n in range(5)]
        path = write_log(
            empty_home, [*lines, response("shared", "shared"), *edit(number)], name=f"log-{number}"
        )
        with path.open("a") as log:
            log.write('not json\n{"type":"assist')
    rollout(
        empty_home,
        meta(PARENT) + count(10) + count(20, 6),
        name=f"rollout-2026-10-07T10-00-00-{PARENT}.jsonl",
    )
    fork = meta(FORK, forked_from_id=PARENT) + count(10) + count(20, 6) + count(30, 7)
    rollout(empty_home, fork, name=f"rollout-2026-10-07T11-00-00-{FORK}.jsonl")
    return empty_home


def works_of(home):
    """Everything there is to read, newest first."""
    around = Surroundings(home, {})
    found = [
        Work(reader, file, None, probe)
        for reader in READERS
        for probe in [reader.probe(around)]
        for file in probe.files
    ]
    return sorted(found, key=lambda work: -work.file.mark.mtime_ns)


def facts_of(brought):
    """What was read of each file, whatever batches it came in, and where its bookmark stands."""
    facts = {}
    for work, batch in brought:
        file = facts.setdefault(work.file.path, {"done": 0, "problems": {}})
        if batch is None:
            file["done"] += 1
            continue
        for name in ("events", "sessions", "turns", "edits", "shell", "quotas", "reported"):
            file.setdefault(name, []).extend(getattr(batch, name))
        for one in batch.problems:
            file["problems"][one.kind] = file["problems"].get(one.kind, 0) + one.times
        file["bookmark"] = batch.bookmark
    return facts


class Counting(Link):
    """A second process that counts its answers; it is killed instead of giving one too many."""

    def __init__(self, most=None):
        super().__init__(own_command("reader"))
        self.frames = 0
        self.most = most

    def receive(self):
        if self.frames == self.most:
            self.kill()
            return None
        frame = super().receive()
        self.frames += frame is not None
        return frame

    @property
    def is_running(self):
        return self._process.poll() is None


@pytest.fixture
def links():
    """The second processes of a test."""
    made = []
    yield made
    assert not any(link.is_running for link in made)


def starting(links, most=None):
    def start():
        links.append(Counting(most))
        return links[-1]

    return start


def test_two_processes_bring_what_one_brings(home, links):
    works = works_of(home)
    together = facts_of(read_together(PACK, SEED, starting(links))(works))
    assert together == facts_of(read_alone(PACK)(works))
    assert links[0].frames >= 2 * AHEAD
    assert all(file["done"] == 1 for file in together.values())
    assert any(file["edits"] for file in together.values())


@pytest.mark.parametrize("frames", range(2 * AHEAD))
def test_a_second_process_killed_after_any_answer_loses_nothing(home, links, frames):
    works = works_of(home)
    together = facts_of(read_together(PACK, SEED, starting(links, frames))(works))
    assert together == facts_of(read_alone(PACK)(works))
    assert links[0].frames == frames


def test_a_file_left_in_its_middle_is_read_on_from_there(empty_home, links):
    lines = [response(f"m{number}", "r") for number in range(MORE_THAN_A_BATCH)]
    write_log(empty_home, lines)
    works = works_of(empty_home)
    brought = list(read_together(PACK, SEED, starting(links, 1))(works))
    assert facts_of(brought) == facts_of(read_alone(PACK)(works))
    assert [len(batch.events) > 0 for _, batch in brought if batch] == [True, True]
    assert sum(len(batch.events) for _, batch in brought if batch) == MORE_THAN_A_BATCH


def test_a_file_that_vanished_is_told_of_by_the_second_process(home, links):
    works = works_of(home)
    gone = works[0].file.path
    (home / gone).unlink()
    together = facts_of(read_together(PACK, SEED, starting(links))(works))
    assert together == facts_of(read_alone(PACK)(works))
    assert together[gone]["problems"] == {ProblemKind.VANISHED: 1}


def failing_start():
    message = "no more processes"
    raise OSError(message)


@pytest.mark.parametrize(
    "start", [failing_start, partial(Link, (sys.executable, "-c", ""))], ids=["cannot begin", "ends at once"]
)
def test_without_a_second_process_everything_is_read_here(home, start):
    works = works_of(home)
    assert facts_of(read_together(PACK, SEED, start)(works)) == facts_of(read_alone(PACK)(works))


def test_a_file_name_that_is_no_text_keeps_the_reading_in_one_process(home, links):
    write_log(home, [response("odd", "odd")], name="odd-\udcff")
    works = works_of(home)
    assert facts_of(read_together(PACK, SEED, starting(links))(works)) == facts_of(read_alone(PACK)(works))
    assert links == []


def test_a_reading_that_stops_early_ends_the_second_process(home, links):
    reading = read_together(PACK, SEED, starting(links))(works_of(home))
    next(reading)
    reading.close()
    assert not links[0].is_running


def test_a_second_process_ends_when_the_first_is_gone():
    link = Counting()
    link.send(packed(Hello.of(SEED, {})))
    link.close()
    assert link.receive() is None
    assert link._process.wait(10) == 0
    link.let_go()


def test_a_second_process_of_another_version_answers_nothing(home):
    work = works_of(home)[0]
    wishes, answers = io.BytesIO(), io.BytesIO()
    write_frame(wishes, packed(Hello("another", SEED, {work.reader.reader_id: work.probe})))
    write_frame(wishes, packed(Wish(work.reader.reader_id, work.file, None)))
    wishes.seek(0)
    read_for_another(READERS, line_packer, wishes, answers)
    assert answers.getvalue() == b""


def test_no_text_of_a_log_goes_from_one_process_to_the_other(home):
    write_log(home, [response("m", "r", text="the customer's secret words"), *edit(1)], name="log-0")
    work = next(work for work in works_of(home) if "log-0" in work.file.path)
    wishes, answers = io.BytesIO(), io.BytesIO()
    write_frame(wishes, packed(Hello.of(SEED, {work.reader.reader_id: work.probe})))
    write_frame(wishes, packed(Wish(work.reader.reader_id, work.file, None)))
    wishes.seek(0)
    read_for_another(READERS, line_packer, wishes, answers)
    assert b"basket.py" in answers.getvalue()
    assert b"secret" not in answers.getvalue()
    assert b"total_of_everything" not in answers.getvalue()


def test_the_second_process_waits_while_too_much_of_its_work_lies_here():
    waiting = _Waiting()
    assert waiting.put(bytes(MOST_WAITING_BYTES))
    second = threading.Thread(target=waiting.put, args=(b"next",))
    second.start()
    second.join(0.1)
    assert second.is_alive()
    assert len(waiting.take(wait=False)) == MOST_WAITING_BYTES
    second.join(10)
    assert waiting.take(wait=True) == b"next"


@pytest.mark.parametrize(("size", "files"), [(0, MOST_AHEAD), (AHEAD_BYTES // 4, 4), (AHEAD_BYTES, AHEAD)])
def test_the_second_process_is_asked_for_many_small_files_ahead_but_for_few_large_ones(size, files):
    ahead = deque()
    while _has_room(ahead):
        ahead.append(size)
    assert len(ahead) == files


def test_only_a_large_reading_is_shared(home):
    works = works_of(home)
    size = sum(work.size for work in works)
    alone, together = (lambda _: iter(["alone"])), (lambda: lambda _: iter(["together"]))
    assert list(read_by_size(alone, together, size)(works)) == ["together"]
    assert list(read_by_size(alone, together, size + 1)(works)) == ["alone"]


def test_the_second_process_is_hidden_and_says_nothing_of_its_own():
    ended = subprocess.run(own_command("reader"), input=b"", capture_output=True, check=True, timeout=60)
    assert (ended.stdout, ended.stderr) == (b"", b"")
