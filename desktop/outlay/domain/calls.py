"""A tool call and its result while they are apart: a session's log may be split between the two."""

from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import SessionKey


class WishedEdit(NamedTuple):
    """Lines a call wants to write and remove in one file, packed as those of an `Edit`."""

    path: str
    kind: str
    added: bytes
    removed: bytes
    runs: bytes = b""


class AskedCall(NamedTuple):
    """A call whose result was not met in its file.

    `command` is a shell command's hash, `commits` and `asks_pull` say what it may bring. `search` names the request
    that asked for a web search by message and request key, `searched` how many results of it the file tells of.
    """

    session: SessionKey
    call: str
    moment: UtcMillis
    turn: int | None
    cwd: str | None
    edits: tuple[WishedEdit, ...] = ()
    command: str = ""
    commits: bool = False
    asks_pull: bool = False
    search: tuple[str, str] | None = None
    searched: int = 0


class WrittenLines(NamedTuple):
    """Lines that a result itself tells of; they go before what was asked for. None at all: nothing was changed."""

    added: bytes
    removed: bytes
    runs: bytes = b""


class CallAnswer(NamedTuple):
    """A result whose call was not met in its file.

    `was_run` is False when a failure means that the call was refused. `commits` and `pulls` are the ids and addresses
    in the beginning of its output, of use only with a call that may bring some; `searches` counts web searches.
    """

    session: SessionKey
    call: str
    moment: UtcMillis
    worked: bool
    was_run: bool = True
    written: WrittenLines | None = None
    commits: tuple[str, ...] = ()
    pulls: tuple[str, ...] = ()
    searches: int = 0
