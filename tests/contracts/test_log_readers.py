"""What readers/interface.py and readers/README.md promise, run through every registered log reader."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from outlay.domain.problems import ProblemKind
from outlay.readers.interface import LogReader, RootState, Surroundings
from outlay.readers.logs import READERS
from outlay.system.line_hashes import line_packer

FIXTURES = Path(__file__).parents[1] / "fixtures" / "logs"
SAMPLES = {
    "logs.claude_code": "growing_output",
    "logs.codex": "repeated_count",
    "logs.copilot": "journal_legs",
    "logs.cursor": "transcript",
    "logs.gemini_cli": "reappended",
    "logs.opencode": "answers",
}
DATABASES = {"logs.opencode"}
"""Readers whose sample is a database: what is said of lines does not hold for it."""

BROKEN = b'{"type":"no end of this line \n'
FACTS = ("events", "sessions", "turns", "edits", "shell", "quotas", "reported", "attestations")

pack_lines = line_packer(7)


@pytest.fixture(params=READERS, ids=lambda reader: reader.reader_id)
def reader(request) -> LogReader:
    return request.param


@pytest.fixture
def home(reader, tmp_path) -> Path:
    """A home with one small sound log of the reader's tool; a database stands there as the SQL that makes it."""
    sample = FIXTURES / reader.tool / SAMPLES[reader.reader_id] / "input"
    made = Path(shutil.copytree(sample, tmp_path / "home"))
    for script in made.rglob("*.sql"):
        with closing(sqlite3.connect(script.with_suffix(""))) as database:
            database.executescript(script.read_text("utf-8"))
        script.unlink()
    return made


@pytest.fixture
def log(reader, home) -> Path:
    return Path(probe_of(reader, home).files[0].path)


@pytest.fixture
def in_lines(reader) -> None:
    if reader.reader_id in DATABASES:
        pytest.skip("its log is not written in lines")


def probe_of(reader, home):
    return reader.probe(Surroundings(home, {}))


def read(reader, home, bookmark=None):
    probe = probe_of(reader, home)
    return list(reader.read(probe.files[0], bookmark, pack_lines, probe))


def facts(batches):
    return {name: [fact for batch in batches for fact in getattr(batch, name)] for name in FACTS}


def kinds(batches):
    return {problem.kind for batch in batches for problem in batch.problems}


def times(batches, kind):
    return sum(p.times for batch in batches for p in batch.problems if p.kind == kind)


def append(path, content):
    with path.open("ab") as more:
        more.write(content)


def test_a_reader_says_who_it_is(reader):
    assert reader.reader_id == f"logs.{reader.tool}"
    assert reader.version >= 1
    assert reader.retention.endswith(".")


def test_ids_are_unique():
    assert len({reader.reader_id for reader in READERS}) == len(READERS)


def test_absent_folders_are_said_to_be_absent(reader, tmp_path):
    probe = probe_of(reader, tmp_path)
    assert {root.state for root in probe.roots} == {RootState.ABSENT}
    assert (probe.files, probe.folders, probe.problems) == ((), (), ())


def test_a_log_is_found_with_the_folders_to_watch(reader, home):
    probe = probe_of(reader, home)
    assert any(root.state is RootState.FOUND and root.files for root in probe.roots)
    assert str(Path(probe.files[0].path).parent) in probe.folders


def test_an_extra_folder_is_looked_at(reader, home, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    [config] = home.iterdir()
    probe = reader.probe(Surroundings(elsewhere, {}, extra_roots=(config,)))
    assert [file.mark.size for file in probe.files] == [f.mark.size for f in probe_of(reader, home).files]


def test_a_sound_log_gives_facts_and_no_problems(reader, home):
    batches = read(reader, home)
    assert any(facts(batches).values())
    assert kinds(batches) == set()
    assert not any(batch.replaces for batch in batches)


def test_every_batch_of_a_readable_file_carries_a_bookmark(reader, home, log):
    batches = read(reader, home)
    assert all(batch.bookmark and batch.bookmark.version == reader.version for batch in batches)
    assert batches[-1].bookmark.offset == log.stat().st_size == sum(batch.bytes_read for batch in batches)


def test_reading_twice_from_the_start_gives_the_same(reader, home):
    assert facts(read(reader, home)) == facts(read(reader, home))


def test_reading_on_from_the_bookmark_adds_nothing(reader, home):
    [*_, last] = read(reader, home)
    again = read(reader, home, last.bookmark)
    assert not any(facts(again).values())
    assert sum(batch.bytes_read for batch in again) == 0
    assert again[-1].bookmark.offset == last.bookmark.offset


@pytest.mark.usefixtures("in_lines")
def test_a_broken_line_is_a_problem_and_reading_goes_on(reader, home, log):
    sound = facts(read(reader, home))
    first, rest = log.read_bytes().split(b"\n", 1)
    log.write_bytes(first + b"\n" + BROKEN + rest)
    batches = read(reader, home)
    assert times(batches, ProblemKind.NOT_JSON) == 1
    assert facts(batches) == sound


@pytest.mark.usefixtures("in_lines")
def test_a_half_written_line_waits_for_the_next_reading(reader, home, log):
    whole = log.read_bytes()
    lines = whole.splitlines(keepends=True)
    cut = len(whole) - len(lines[-1]) // 2
    sound = facts(read(reader, home))
    log.write_bytes(whole[:cut])
    first = read(reader, home)
    assert first[-1].bookmark.offset == len(whole) - len(lines[-1])
    append(log, whole[cut:])
    second = read(reader, home, first[-1].bookmark)
    assert kinds(first + second) == set()
    assert not any(batch.replaces for batch in second)
    for name in ("turns", "edits", "shell"):
        assert facts(first + second)[name] == sound[name]


@pytest.mark.usefixtures("in_lines")
def test_a_shrunk_file_is_read_anew(reader, home, log):
    [*_, last] = read(reader, home)
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:-1]))
    anew = read(reader, home, last.bookmark)
    assert anew[0].replaces
    assert facts(anew) == facts(read(reader, home))


def test_a_replaced_file_is_read_anew(reader, home, log):
    [*_, last] = read(reader, home)
    other = log.with_suffix(".new")
    other.write_bytes(log.read_bytes() + b"\n")
    other.replace(log)
    anew = read(reader, home, last.bookmark)
    assert [batch.replaces for batch in anew] == [True, *[False] * (len(anew) - 1)]
    assert facts(anew) == facts(read(reader, home))


def test_another_version_of_the_reader_reads_anew(reader, home):
    [*_, last] = read(reader, home)
    anew = read(reader, home, last.bookmark._replace(version=reader.version + 1))
    assert anew[0].replaces
    assert facts(anew) == facts(read(reader, home))


def test_a_file_that_vanished_is_a_problem(reader, home, log):
    probe = probe_of(reader, home)
    log.unlink()
    batches = list(reader.read(probe.files[0], None, pack_lines, probe))
    assert kinds(batches) == {ProblemKind.VANISHED}
    assert all(batch.bookmark is None for batch in batches)


def test_a_file_that_cannot_be_read_is_a_problem(reader, home, log):
    probe = probe_of(reader, home)
    log.unlink()
    log.mkdir()
    batches = list(reader.read(probe.files[0], None, pack_lines, probe))
    assert kinds(batches) == {ProblemKind.UNREADABLE}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(reader, home, log):
    probe = probe_of(reader, home)
    log.chmod(0)
    assert kinds(reader.read(probe.files[0], None, pack_lines, probe)) == {ProblemKind.UNREADABLE}


@pytest.mark.usefixtures("in_lines")
def test_problems_name_the_source_the_file_and_never_the_text(reader, home, log):
    append(log, b'{"type":"secret-words-of-a-prompt\n')
    [problem] = [p for batch in read(reader, home) for p in batch.problems]
    assert (problem.source, problem.place) == (reader.reader_id, str(log))
    assert problem.example.startswith(log.name)
    assert "secret" not in "".join(map(str, problem))


def test_edits_are_whole_hashes(reader, home):
    for edit in facts(read(reader, home))["edits"]:
        assert len(edit.added) % 8 == len(edit.removed) % 8 == 0
