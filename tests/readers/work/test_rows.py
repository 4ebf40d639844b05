"""Numbers of a row: what cannot be one is unknown, said so, and costs nothing else."""

import pytest
from msgspec import Raw

from outlay.readers.work.rows import Misfits, Row


def row(value, misfits):
    return Row(1, Raw(b'{"lines": %s}' % value), misfits)


@pytest.mark.parametrize(("written", "number"), [(b"0", 0), (b"7", 7), (b'"7"', 7), (b"null", None)])
def test_a_number_is_told_and_one_that_is_absent_is_unknown(written, number):
    misfits = Misfits()
    assert row(written, misfits).number_of("lines") == number
    assert not misfits.first


@pytest.mark.parametrize("written", [b"-1", b"9007199254740993", b"1.5", b'"many"', b"[]", b"1e400"])
def test_a_number_that_cannot_be_is_unknown_and_the_row_stays(written):
    misfits = Misfits()
    assert row(written, misfits).number_of("lines") is None
    assert [(one.field, one.left_out) for one in misfits.first] == [("lines", False)]
