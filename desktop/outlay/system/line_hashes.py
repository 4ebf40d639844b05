"""Packs lines into 64-bit hashes seeded with a secret of this installation, so that no text is kept."""

from array import array
from collections.abc import Callable, Iterable
from sys import byteorder

from xxhash import xxh3_64_intdigest

from outlay.rules.line_form import is_trivial, normal_form

PackLines = Callable[[Iterable[bytes]], bytes]


def line_packer(seed: int) -> PackLines:
    """A function from lines to packed little-endian 64-bit hashes, one a line; 0 for a trivial line."""

    def pack(lines: Iterable[bytes]) -> bytes:
        hashes = array("Q")
        for line in lines:
            form = normal_form(line)
            hashes.append(0 if is_trivial(form) else xxh3_64_intdigest(form, seed) or 1)
        if byteorder == "big":
            hashes.byteswap()
        return hashes.tobytes()

    return pack
