"""Hashes of runs of four tokens, which survive a formatter that wraps, joins and re-quotes lines.

Source of the form: attribution.md section 3.1, "token run". A token is an unbroken row of letters, digits and
underscores; brackets, quotes, operators and white space only separate, so that a formatter cannot change a run.
A run's hash is made of its tokens' seeded hashes, two by two and each place by a hash of its own: `(a ^ b') - 2 (c ^ d')`
in 32 bits. An edit keeps its runs as a set, from which nobody can tell the order they were written in.
"""

from array import array
from collections.abc import Iterable, Sequence
from operator import add, sub, xor
from sys import byteorder
from typing import NamedTuple

from xxhash import xxh3_64_intdigest

RUN = 4
"""Tokens in a run."""

LONGEST_FILE = 5_000
"""Added lines of one file above which nobody wrote them by hand: they get no runs."""

_TOKENS_ONLY = bytes(
    code if code >= 128 or chr(code).isalnum() or chr(code) == "_" else ord(" ")  # noqa: PLR2004  end of ASCII
    for code in range(256)
)
_CUT = 64 - 30
_MOST_TOKENS = 0xFFFF
_KEPT_WORDS = 20_000


class LineRuns(NamedTuple):
    """Every run of some lines in order (packed 32-bit), and how many tokens each line has (packed 16-bit)."""

    runs: bytes
    tokens: bytes


class _Words(dict[bytes, int]):
    """The seeded hash of every token met, forgotten when there are too many."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._seed = seed

    def __missing__(self, token: bytes) -> int:
        if len(self) > _KEPT_WORDS:
            self.clear()
        value = self[token] = xxh3_64_intdigest(token, self._seed) >> _CUT
        return value


class RunPacker:
    """Turns lines into run hashes seeded with a secret of this installation."""

    def __init__(self, seed: int) -> None:
        self._first = _Words(seed)
        self._second = _Words(seed ^ 1)

    def of_edit(self, lines: Iterable[bytes]) -> bytes:
        """The runs of lines that were written together, each once."""
        tokens = b"\n".join(lines).translate(_TOKENS_ONLY).split()
        return _packed("i", set(self._hashes(tokens))) if len(tokens) >= RUN else b""

    def of_lines(self, lines: Sequence[bytes]) -> LineRuns:
        """The runs of lines that were added to one file; nothing when they are too many or too long."""
        rows = [line.translate(_TOKENS_ONLY).split() for line in lines] if len(lines) <= LONGEST_FILE else []
        counts = [len(row) for row in rows]
        if not counts or max(counts) > _MOST_TOKENS:
            return LineRuns(b"", b"")
        tokens = [token for row in rows for token in row]
        return LineRuns(_packed("i", self._hashes(tokens)), _packed("H", counts))

    def _hashes(self, tokens: list[bytes]) -> Iterable[int]:
        firsts, seconds = map(self._first.__getitem__, tokens), map(self._second.__getitem__, tokens[1:])
        pairs = list(map(xor, firsts, seconds))
        later = pairs[2:]
        return map(sub, pairs, map(add, later, later))


def _packed(kind: str, numbers: Iterable[int]) -> bytes:
    """Little-endian whatever the machine is."""
    packed = array(kind, numbers)
    if byteorder == "big":
        packed.byteswap()
    return packed.tobytes()
