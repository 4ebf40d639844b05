"""Reads what Cursor keeps on this machine: sessions and prompts, agents' edits, and its count of lines by commit.

There is no money in it: local files hold no billable tokens, so no usage event comes from here (the dashboard's CSV is
read by `readers/cursor_csv.py`). `places.py` finds the files; `conversations.py`, `windows.py` and `commits.py` read
databases, `transcripts.py` and `old_transcripts.py` read transcripts. How sure we are: ../README.md.
"""

from collections.abc import Iterator
from typing import Final

from outlay.domain.batches import Batch, Bookmark
from outlay.readers.interface import LogFile, PackLines, Probe, Surroundings
from outlay.readers.logs.cursor.commits import commit_facts
from outlay.readers.logs.cursor.conversations import conversation_facts
from outlay.readers.logs.cursor.databases import FactsOf, read_database
from outlay.readers.logs.cursor.old_transcripts import read_old_transcript
from outlay.readers.logs.cursor.places import Kind, kind_of, look_around
from outlay.readers.logs.cursor.records import READER_ID, TOOL, VERSION
from outlay.readers.logs.cursor.transcripts import read_transcript
from outlay.readers.logs.cursor.windows import window_facts

_FACTS: Final[dict[Kind, FactsOf]] = {
    Kind.CONVERSATIONS: conversation_facts,
    Kind.WINDOW: window_facts,
    Kind.COMMITS: commit_facts,
}


class CursorReader:
    """See readers/interface.py for the promise."""

    reader_id = READER_ID
    tool = TOOL
    version = VERSION
    retention = "Cursor keeps its conversations; what the owner deletes there stays counted in Outlay."

    def probe(self, around: Surroundings) -> Probe:
        """Every place Cursor is known to write to on this platform."""
        return look_around(around)

    def read(
        self, file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines, probe: Probe
    ) -> Iterator[Batch]:
        """Facts of one file from the bookmark on."""
        del probe
        kind = kind_of(file.path)
        if kind in _FACTS:
            return read_database(file, bookmark, _FACTS[kind])
        read = read_old_transcript if kind is Kind.OLD_TRANSCRIPT else read_transcript
        return read(file, bookmark, pack_lines)


READER = CursorReader()
