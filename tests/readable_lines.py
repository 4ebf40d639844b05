"""A packer that keeps the lines themselves in place of hashes, so that an expectation can be read."""

from collections.abc import Iterable, Sequence


class ReadableLines:
    """Lines joined by newlines, with an ending behind them; of runs, the lines they were asked of."""

    def __init__(self, ending: bytes = b"") -> None:
        self._ending = ending

    def __call__(self, lines: Iterable[bytes]) -> bytes:
        kept = list(lines)
        return b"\n".join(kept) + self._ending if kept else b""

    def runs(self, lines: Iterable[bytes]) -> bytes:
        return self(lines)

    def runs_in_order(self, lines: Sequence[bytes]) -> tuple[bytes, bytes]:
        return self(lines), b""
