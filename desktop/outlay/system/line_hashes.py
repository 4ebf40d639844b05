"""Packs lines into 64-bit hashes seeded with a secret of this installation, so that no text is kept."""

from array import array
from collections.abc import Callable, Iterable
from sys import byteorder

from xxhash import xxh3_64_intdigest

from outlay.rules.line_form import IDIOMS, MIN_ALPHANUMERICS, NOT_ALPHANUMERIC, SAME_QUOTE, normal_form

PackLines = Callable[[Iterable[bytes]], bytes]

_SPACE_IN_LINES = b" \t\r\v\f"
"""What `bytes.split` takes for white space, but for the newline that stands between the lines here."""


def line_packer(seed: int) -> PackLines:
    """A function from lines to packed little-endian 64-bit hashes, one a line; 0 for a trivial line."""

    def pack(lines: Iterable[bytes]) -> bytes:
        hashes = array(
            "Q",
            [
                0 if len(bare) < MIN_ALPHANUMERICS or form in IDIOMS else xxh3_64_intdigest(form, seed) or 1
                for form, bare in _forms(list(lines))
            ],
        )
        if byteorder == "big":
            hashes.byteswap()
        return hashes.tobytes()

    return pack


def _forms(lines: list[bytes]) -> Iterable[tuple[bytes, bytes]]:
    """Each line's normal form, and its letters and digits with or without more; all lines at once."""
    whole = b"\n".join(lines).translate(SAME_QUOTE, _SPACE_IN_LINES)
    forms = whole.split(b"\n")
    if len(forms) != len(lines):
        alone = [normal_form(line) for line in lines]
        return [(form, form.translate(None, NOT_ALPHANUMERIC)) for form in alone]
    bare = whole.translate(None, _NOT_ALPHANUMERIC_IN_LINES).split(b"\n")
    return zip([form.rstrip(b",;") for form in forms], bare, strict=True)


_NOT_ALPHANUMERIC_IN_LINES = NOT_ALPHANUMERIC.replace(b"\n", b"")
