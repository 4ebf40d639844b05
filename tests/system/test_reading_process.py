"""Frames come whole or not at all."""

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.system.cores import cores
from outlay.system.reading_process import Link, own_command, read_frame, write_frame


@given(st.lists(st.binary(max_size=300)))
def test_frames_are_read_as_they_were_written(frames):
    stream = io.BytesIO()
    for frame in frames:
        write_frame(stream, frame)
    stream.seek(0)
    assert [read_frame(stream) for _ in frames] == frames
    assert read_frame(stream) is None


@given(st.binary(max_size=50), st.data())
def test_a_frame_that_is_cut_off_is_none(frame, data):
    stream = io.BytesIO()
    write_frame(stream, frame)
    kept = data.draw(st.integers(0, len(stream.getvalue()) - 1))
    assert read_frame(io.BytesIO(stream.getvalue()[:kept])) is None


def test_a_bundled_program_calls_itself_and_an_installed_one_its_package(monkeypatch):
    assert own_command("reader") == (sys.executable, "-P", "-m", "outlay", "reader")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command("reader") == (sys.executable, "reader")


def test_a_process_that_is_not_there_cannot_be_started():
    with pytest.raises(OSError, match="nowhere"):
        Link(("/nowhere/outlay",))


def test_nothing_can_be_handed_to_a_process_that_ended():
    link = Link((sys.executable, "-c", ""))
    assert link.receive() is None
    assert not link.send(bytes(1 << 20))
    link.kill()
    link.let_go()


def test_there_is_at_least_one_processor():
    assert cores() >= 1
