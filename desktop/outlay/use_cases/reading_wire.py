"""What the two reading processes tell each other, as frames of MessagePack.

The first process says hello once, then asks for files. The second answers each file with its batches, a frame
each, and then an empty frame: the file is done.
"""

from typing import NamedTuple, Self

import msgspec

from outlay import __version__
from outlay.domain.batches import Batch, Bookmark
from outlay.readers.interface import LogFile, Probe

FILE_DONE = b""


class Hello(NamedTuple):
    """What holds for every file: the program's version, the seed of the line hashes, the probes by reader."""

    version: str
    seed: int
    probes: dict[str, Probe]

    @classmethod
    def of(cls, seed: int, probes: dict[str, Probe]) -> Self:
        """The greeting of this version."""
        return cls(__version__, seed, probes)


class Wish(NamedTuple):
    """A file to read."""

    reader: str
    file: LogFile
    bookmark: Bookmark | None


def packed(told: Hello | Wish | Batch) -> bytes:
    """A frame. Raises UnicodeEncodeError for a file name that is no text."""
    return _ENCODER.encode(told)


def hello_in(frame: bytes) -> Hello | None:
    """The greeting; None when another version of the program speaks."""
    try:
        hello = _HELLOS.decode(frame)
    except msgspec.DecodeError:
        return None
    return hello if hello.version == __version__ else None


def wish_in(frame: bytes) -> Wish:
    """A file that is asked for."""
    return _WISHES.decode(frame)


def batch_in(frame: bytes) -> Batch:
    """A batch that was read."""
    return _BATCHES.decode(frame)


_ENCODER = msgspec.msgpack.Encoder()
_HELLOS = msgspec.msgpack.Decoder(Hello)
_WISHES = msgspec.msgpack.Decoder(Wish)
_BATCHES = msgspec.msgpack.Decoder(Batch)
