"""Reads what Cursor keeps on this machine: sessions and prompts, agents' edits, and its count of lines by commit.

There is no money in it: local files hold no billable tokens, so no usage event comes from here (the dashboard's CSV is
read by `readers/cursor_csv.py`). `places.py` finds the files; `conversations.py`, `windows.py` and `commits.py` read
databases, `transcripts.py` and `old_transcripts.py` read transcripts. How sure we are: ../README.md.
"""

from collections.abc import Iterator

from outlay.domain.batches import Batch, Bookmark
from outlay.readers.interface import LogFile, PackLines, Probe, Surroundings
from outlay.readers.logs.cursor.places import READER_ID, TOOL, VERSION, look_around


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
        from outlay.readers.logs.cursor.reading import read_file  # noqa: PLC0415  a look around needs none of it

        del probe
        return read_file(file, bookmark, pack_lines)


READER = CursorReader()
