"""Ids and times as the tools write them."""

from pathlib import PurePath
from random import Random
from uuid import UUID

from outlay.domain.moments import UtcMillis, datetime_of

_LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def random_id(chance: Random) -> str:
    """A random UUID."""
    return str(UUID(int=chance.getrandbits(128), version=4))


def timed_id(moment: UtcMillis, chance: Random) -> str:
    """A UUID that begins with its moment (version 7)."""
    rest = chance.getrandbits(74)
    value = moment << 80 | 7 << 76 | (rest >> 62) << 64 | 2 << 62 | rest & ((1 << 62) - 1)
    return str(UUID(int=value))


def token(prefix: str, chance: Random, length: int = 22) -> str:
    """A prefix and random letters and digits."""
    return prefix + "".join(chance.choices(_LETTERS, k=length))


def stamp(moment: UtcMillis) -> str:
    """ISO 8601 in UTC to the millisecond."""
    return f"{datetime_of(moment):%Y-%m-%dT%H:%M:%S}.{moment % 1000:03d}Z"


def slug_of(folder: PurePath) -> str:
    """A folder as Claude Code names its project: letters, digits and dashes stay."""
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in str(folder))
