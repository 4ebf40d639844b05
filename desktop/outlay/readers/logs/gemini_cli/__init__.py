"""Reads what Gemini CLI keeps of its sessions: `~/.gemini/tmp/<project>/chats/`, whole documents and growing files.

`places.py` finds the files, `records.py` says what a line may hold, `tokens.py`, `prompts.py` and `calls.py` turn it
into facts, `conversation.py` puts them together, `reading.py` goes through one file. How sure we are: ../README.md.
"""

from collections.abc import Iterator

from outlay.domain.batches import Batch, Bookmark
from outlay.readers.interface import LogFile, PackLines, Probe, Surroundings
from outlay.readers.logs.gemini_cli.places import READER_ID, TOOL, VERSION, look_around


class GeminiCliReader:
    """See readers/interface.py for the promise."""

    reader_id = READER_ID
    tool = TOOL
    version = VERSION
    retention = "Gemini CLI deletes sessions after 30 days in newer builds; Outlay keeps the figures."

    def probe(self, around: Surroundings) -> Probe:
        """Every session under `$GEMINI_CLI_HOME` or the home folder, and under the extra roots."""
        return look_around(around)

    def read(
        self, file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines, probe: Probe
    ) -> Iterator[Batch]:
        """Facts of one session's file from the bookmark on; a document is read whole when it changed."""
        from outlay.readers.logs.gemini_cli.reading import read_document, read_growing  # noqa: PLC0415  a look around needs none of it

        del probe
        read = read_document if file.path.endswith(".json") else read_growing
        return read(file, bookmark, pack_lines)


READER = GeminiCliReader()
