"""The log sources there are, in the order they are shown. A new one is one line here.

What stands here is imported by every sync: each brings what looking around needs, and what reads a file once it is read.
"""

from outlay.readers.interface import LogReader
from outlay.readers.logs.claude_code import READER as CLAUDE_CODE
from outlay.readers.logs.codex import READER as CODEX
from outlay.readers.logs.copilot import READER as COPILOT
from outlay.readers.logs.cursor import READER as CURSOR
from outlay.readers.logs.gemini_cli import READER as GEMINI_CLI
from outlay.readers.logs.opencode import READER as OPENCODE

READERS: tuple[LogReader, ...] = (CLAUDE_CODE, CODEX, GEMINI_CLI, OPENCODE, COPILOT, CURSOR)
