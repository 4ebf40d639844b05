"""Reads what Codex keeps of its sessions: rollouts under `~/.codex`, plain or compressed.

Start at `thread.py`: it names the kinds of lines and what each brings. The format is described in README.md,
one folder up.
"""

from collections.abc import Iterator

from outlay.domain.batches import Batch, Bookmark
from outlay.readers.interface import LogFile, PackLines, Probe, Surroundings
from outlay.readers.logs.codex.paths import READER_ID, VERSION, probed

NO_PARENT_MISSING = b"\xaemissing_parent\xa0"
"""How a bookmark's state says so (MessagePack: a key, and an empty text). No text in it can hold these bytes."""


class CodexReader:
    """The family's promise, kept for Codex."""

    reader_id = READER_ID
    tool = "codex"
    version = VERSION
    retention = (
        "Codex keeps its sessions; it moves old ones to archived_sessions and compresses them, "
        "and Outlay reads them there."
    )

    def probe(self, around: Surroundings) -> Probe:
        """Every rollout under `$CODEX_HOME` or `~/.codex`, and under the extra roots."""
        return probed(around, self.reader_id)

    def stale(self, file: LogFile, bookmark: Bookmark, probe: Probe) -> bool:
        """Whether a fork was counted whole because its parent's file was missing, and that file is there now."""
        del file
        if NO_PARENT_MISSING in bookmark.state:
            return False
        from outlay.readers.logs.codex.reading import waits_no_more  # noqa: PLC0415  a look around needs none of it

        return waits_no_more(bookmark, probe)

    def read(
        self, file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines, probe: Probe
    ) -> Iterator[Batch]:
        """Facts of one rollout from the bookmark on."""
        from outlay.readers.logs.codex.reading import read_file  # noqa: PLC0415  a look around needs none of it

        return read_file(file, bookmark, pack_lines, probe)


READER = CodexReader()
