"""A sentence whose parts differ: one stands out, one is quiet, one leads somewhere."""

from typing import NamedTuple

from outlay.domain.pictures import FaceState


class Run(NamedTuple):
    """A piece of a sentence. `link` names what it opens; empty for plain words."""

    text: str
    strong: bool = False
    quiet: bool = False
    link: str = ""


Words = tuple[Run, ...]


def plain(words: Words) -> str:
    """The sentence without its dress."""
    return "".join(run.text for run in words)


class Notice(NamedTuple):
    """What a page says above everything: a sentence in a state, and the one thing to do about it.

    `action` is what the link at the end says, `what` what it asks for.
    """

    words: Words
    state: FaceState = FaceState.FRESH
    action: str = ""
    what: str = ""
