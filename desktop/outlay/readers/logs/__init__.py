"""The log sources there are, in the order they are shown. A new one is one line here."""

from outlay.readers.interface import LogReader
from outlay.readers.logs import claude_code, codex

READERS: tuple[LogReader, ...] = (claude_code.READER, codex.READER)
