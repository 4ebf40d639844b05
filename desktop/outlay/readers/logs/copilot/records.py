"""What the readers of Copilot's sources have in common: names, tolerant decoding, counters.

Fields that are not named in a record (prompts, replies, reasoning) are passed over by the decoder.
"""

from typing import Annotated, Final, TypeVar

from msgspec import Meta, Struct

from outlay.domain.usage import SessionKey, TokenCounts
from outlay.readers.logs.copilot.places import TOOL
from outlay.readers.logs.loose import clean

ROWS: Final = 8_000
"""Facts after which a batch is handed over: what the next line brings has room up to 10,000."""

PATH_LENGTH: Final = 4096

_LONG_ID: Final = 16
MOST: Final = 1 << 53
Count = Annotated[int, Meta(ge=0, le=MOST)]
"""A counter; anything else is a fault of the log and is dropped."""

S = TypeVar("S", bound=Struct)


def session_key(session: str, agent: str = "") -> SessionKey:
    """A session, or an agent that was started inside it."""
    return SessionKey(TOOL, clean(session) or "", clean(agent) or "")


def unique_id(ident: str, session: str) -> str:
    """An id that is the vendor's own as it is; a short one may come again elsewhere, so its session goes before."""
    return ident if len(ident) >= _LONG_ID else f"{session}/{ident}"


def counts_of(
    whole_input: int | None,
    output: int | None,
    read: int | None = None,
    write: int | None = None,
    reasoning: int | None = None,
) -> TokenCounts:
    """Counters that do not overlap: Copilot's input holds what was read from and written to the cache."""
    fresh = None if whole_input is None else max(whole_input - (read or 0) - (write or 0), 0)
    return TokenCounts(fresh, read, None, None, write, output, reasoning)
