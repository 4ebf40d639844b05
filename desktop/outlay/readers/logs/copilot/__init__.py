"""Reads what GitHub Copilot keeps on this machine: the command line's store and journals, VS Code's traces and chats.

`places.py` finds the files and says what each is; a file for each format reads it (`session_store.py`, `traces.py`,
`exports.py`, `journal.py`, `chats.py`); `sources.py` says what a stronger source tells of, so that nothing counts
twice. How sure we are: ../README.md.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from outlay.domain.batches import Batch, Bookmark
from outlay.readers.interface import LogFile, PackLines, Probe, Surroundings
from outlay.readers.logs.copilot.places import READER_ID, TOOL, VERSION, look_around


class CopilotReader:
    """See readers/interface.py for the promise."""

    reader_id = READER_ID
    tool = TOOL
    version = VERSION
    retention = (
        "Copilot deletes old requests after about 90 days and VS Code old traces; Outlay keeps the figures."
    )

    @cached_property
    def _reading(self) -> Any:
        from outlay.readers.logs.copilot.reading import Reading  # noqa: PLC0415  a look around needs none of it

        return Reading()

    def probe(self, around: Surroundings) -> Probe:
        """Every place Copilot is known to write to on this platform."""
        return look_around(around)

    def stale(self, file: LogFile, bookmark: Bookmark, probe: Probe) -> bool:
        """Whether a source that is trusted more tells by now of what was counted here."""
        return bool(self._reading.stale(file, bookmark, probe))

    def read(
        self, file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines, probe: Probe
    ) -> Iterator[Batch]:
        """Facts of one file from the bookmark on. While a stronger source is held, a weaker file waits."""
        yield from self._reading.read(file, bookmark, pack_lines, probe)


READER = CopilotReader()
