"""Lines are compared in a form that survives formatters."""

from struct import pack

import pytest
import xxhash
from hypothesis import example, given
from hypothesis import strategies as st

from outlay.rules.line_form import is_trivial, normal_form
from outlay.system.line_hashes import line_packer

LINE = st.binary(max_size=200).filter(lambda line: b"\n" not in line)
CODE = st.text("abcdefgh01 \t\r\n\v\f'`\",;(){}=é", max_size=30).map(str.encode)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (b"    total = price('a')", b'\ttotal=price("a")'),
        (b"name: `x`,", b'name: "x"'),
        (b"call(first, second);", b"call(first,second)"),
    ],
)
def test_indentation_quotes_and_trailing_commas_do_not_matter(one, other):
    assert normal_form(one) == normal_form(other)


@given(LINE)
def test_the_normal_form_is_its_own_normal_form(line):
    form = normal_form(line)
    assert normal_form(form) == form


@pytest.mark.parametrize("line", [b"", b"   }", b"});", b"else:", b"return None", b"a = 1"])
def test_a_line_that_says_little_is_no_evidence(line):
    assert is_trivial(normal_form(line))


@given(st.lists(LINE, max_size=20), st.integers(0, 2**64 - 1))
def test_every_line_is_packed_into_eight_bytes(lines, seed):
    assert len(line_packer(seed)(lines)) == 8 * len(lines)


def test_two_installations_hash_the_same_line_differently():
    line = [b"total = price(amount)"]
    assert line_packer(1)(line) != line_packer(2)(line)
    assert line_packer(1)(line) == line_packer(1)(line)


def test_a_trivial_line_is_packed_as_zero_so_that_places_stay():
    assert line_packer(1)([b"}", b"total = price(amount)"])[:8] == bytes(8)


def one_by_one(seed, lines):
    """What packing means, line by line."""
    forms = [normal_form(line) for line in lines]
    hashes = [0 if is_trivial(form) else xxhash.xxh3_64_intdigest(form, seed) or 1 for form in forms]
    return pack(f"<{len(hashes)}Q", *hashes)


@given(st.lists(st.one_of(CODE, st.binary(max_size=40)), max_size=12), st.integers(0, 2**64 - 1))
@example([], 0)
@example([b"first line\nsecond line", b"third line"], 1)
@example([b"import os", b" import  os;", b""], 1)
def test_packing_many_lines_at_once_gives_the_hashes_of_each_alone(lines, seed):
    assert line_packer(seed)(lines) == one_by_one(seed, lines)
