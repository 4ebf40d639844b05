"""What takes too long is given up; what ends in time is left alone."""

from threading import Event

from outlay.system.time_limit import time_limit


def test_a_block_that_takes_too_long_is_given_up() -> None:
    given_up = Event()
    with time_limit(0.01, given_up.set):
        assert given_up.wait(10)


def test_a_block_that_ends_in_time_is_not_given_up() -> None:
    given_up, later = Event(), Event()
    with time_limit(0.05, given_up.set):
        pass
    with time_limit(0.15, later.set):
        assert later.wait(10)
    assert not given_up.is_set()


def test_a_shorter_limit_passes_while_a_longer_one_runs() -> None:
    short, long = Event(), Event()
    with time_limit(60, long.set), time_limit(0.01, short.set):
        assert short.wait(10)
    assert not long.is_set()


def test_a_limit_that_passed_is_over_and_the_next_one_holds() -> None:
    first, second = Event(), Event()
    with time_limit(0.01, first.set):
        assert first.wait(10)
    with time_limit(0.01, second.set):
        assert second.wait(10)
