"""Packs lines into 64-bit hashes seeded with a secret of this installation, so that no text is kept."""

from array import array
from collections.abc import Iterable, Sequence
from sys import byteorder

from xxhash import xxh3_64_intdigest

from outlay.rules.line_form import IDIOMS, MIN_ALPHANUMERICS, NOT_ALPHANUMERIC, SAME_QUOTE, normal_form
from outlay.system.token_runs import RunPacker

_SPACE_IN_LINES = b" \t\r\v\f"
"""What `bytes.split` takes for white space, but for the newline that stands between the lines here."""


class LinePacker:
    """Turns lines into hashes, as they are and by the runs of tokens in them."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._runs = RunPacker(seed)

    def __call__(self, lines: Iterable[bytes]) -> bytes:
        """Packed little-endian 64-bit hashes, one a line; 0 for a trivial line."""
        seed = self._seed
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

    def runs(self, lines: Iterable[bytes]) -> bytes:
        """The runs of lines written together, each once. See token_runs.py."""
        return self._runs.of_edit(lines)

    def runs_in_order(self, lines: Sequence[bytes]) -> tuple[bytes, bytes]:
        """The runs of added lines in order, and how many tokens each line has."""
        return self._runs.of_lines(lines)


def line_packer(seed: int) -> LinePacker:
    """The packer of an installation, by its secret."""
    return LinePacker(seed)


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
