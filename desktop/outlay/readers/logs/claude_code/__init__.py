"""Claude Code's conversation logs (command line, editor extensions, Claude Desktop's local agents).

`places.py` finds the files, `records.py` says what a line may hold, `usage.py`, `prompts.py`, `edits.py` and
`shell.py` turn records into facts, `reading.py` goes through one file. How sure we are: ../README.md.
"""

from collections.abc import Iterator

from outlay.domain.batches import Batch, Bookmark
from outlay.readers.interface import LogFile, PackLines, Probe, Surroundings
from outlay.readers.logs.claude_code.places import READER_ID, VERSION, look_around


class ClaudeCodeReader:
    """See readers/interface.py for the promise."""

    reader_id = READER_ID
    tool = "claude_code"
    version = VERSION
    retention = "Claude Code deletes logs after 30 days by default; Outlay keeps the figures."

    def probe(self, around: Surroundings) -> Probe:
        """Every place Claude Code is known to write to on this platform."""
        return look_around(around)

    def read(
        self, file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines, probe: Probe
    ) -> Iterator[Batch]:
        """Facts of one file from the bookmark on."""
        from outlay.readers.logs.claude_code.reading import read_file  # noqa: PLC0415  a look around needs none of it

        del probe
        return read_file(file, bookmark, pack_lines)


READER = ClaudeCodeReader()
