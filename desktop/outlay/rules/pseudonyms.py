"""Names that stand for real ones within one export: letters whose order a key decides, so that two exports tell nothing of each other."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST_KEY = 64


def pseudonyms(names: Iterable[str], key: bytes) -> Mapping[str, str]:
    """A letter for each name: `A`, `B`, ... `Z`, `AA`. One key gives the same letters again."""
    ordered = sorted(set(names), key=lambda name: _place(name, key))
    return {name: letters_of(number) for number, name in enumerate(ordered)}


def letters_of(number: int) -> str:
    """The letters of a number from 0 on."""
    before, last = divmod(number, len(_LETTERS))
    return (letters_of(before - 1) if before else "") + _LETTERS[last]


def _place(name: str, key: bytes) -> bytes:
    return blake2b(name.encode("utf-8", "surrogatepass"), key=key[:_LONGEST_KEY]).digest()
