"""What the last look around found, so that a word about one changed file asks for no new one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from outlay.domain.batches import FileMark
from outlay.readers.interface import LogFile, Probe

MarkOf = Callable[[str], FileMark | None]
"""A file as it lies on disk; None when it is gone."""

_GROWING = ".jsonl"


@dataclass(slots=True)
class LastLook:
    """Lives as long as the worker. `mark_of` looks at one file."""

    mark_of: MarkOf
    probes: dict[str, Probe] = field(default_factory=dict)

    def keep(self, probes: dict[str, Probe]) -> None:
        """Remember a whole look."""
        self.probes = dict(probes)

    def with_changed(self, paths: Iterable[str]) -> dict[str, Probe] | None:
        """The last look with the files of these paths as they are now.

        None when a new look is needed: there was none, a file is gone, unknown, or no plain growing log.
        """
        marks = {path: self.mark_of(path) for path in paths if path.endswith(_GROWING)}
        known = {file.path for probe in self.probes.values() for file in probe.files}
        if not marks or len(marks) != len(set(paths)) or None in marks.values() or not marks.keys() <= known:
            return None
        self.probes = {
            name: probe._replace(files=tuple(_renewed(file, marks) for file in probe.files))
            for name, probe in self.probes.items()
        }
        return self.probes


def _renewed(file: LogFile, marks: dict[str, FileMark | None]) -> LogFile:
    mark = marks.get(file.path)
    return LogFile(file.path, mark) if mark is not None else file
