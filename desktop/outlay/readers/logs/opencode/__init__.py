"""OpenCode's sessions: its databases, in the tables of 1.x and of 2.x, and the tree of JSON files before them.

`places.py` finds them; `tables.py` and `database.py` read a database, `tree.py` a session of the tree; `messages.py`,
`tools.py` and `sessions.py` make facts of what either holds. How sure we are: ../README.md.
"""

from collections.abc import Iterator

from outlay.domain.batches import Batch, Bookmark
from outlay.readers.interface import LogFile, PackLines, Probe, Surroundings
from outlay.readers.logs.opencode.places import READER_ID, TOOL, VERSION, is_database, look_around


class OpenCodeReader:
    """See readers/interface.py for the promise."""

    reader_id = READER_ID
    tool = TOOL
    version = VERSION
    retention = "OpenCode keeps its sessions; what the owner deletes there stays counted in Outlay."

    def probe(self, around: Surroundings) -> Probe:
        """Every database of OpenCode, and the sessions it kept as JSON files before it had one."""
        return look_around(around)

    def read(
        self, file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines, probe: Probe
    ) -> Iterator[Batch]:
        """Facts of one database, or of one session of the tree, from the bookmark on."""
        if is_database(file.path):
            from outlay.readers.logs.opencode.database import read_database  # noqa: PLC0415  a look around needs none of it

            return read_database(file, bookmark, pack_lines)
        from outlay.readers.logs.opencode.tree import read_session  # noqa: PLC0415  a look around needs none of it

        return read_session(file, bookmark, pack_lines, probe)


READER = OpenCodeReader()
