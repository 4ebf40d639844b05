"""What leaves the machine: made from redacted summaries alone, previewed as it would be written, and logged."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from outlay.app.desk import Desk
from outlay.domain.moments import Period, day_of
from outlay.domain.shared_summary import Shared, SharedSummary
from outlay.domain.sharing import Checked, FileFormat, OwnTopic, Paper, SharedFile, Ticks
from outlay.rules.periods import calendar_week, first_weekday, weeks_before

_USUAL_WEEKS = 4
_NO_WORDS: Mapping[OwnTopic, str] = MappingProxyType({})


class Sharing(Desk):
    """Exports out of one data folder."""

    __slots__ = ()

    def shared_period(self) -> Period:
        """The days an export is of where none are named: the last four calendar weeks that are over."""
        first = first_weekday(self.settings.week_start)
        running = calendar_week(day_of(self.now, self.zone), self.zone, first)
        return weeks_before(running, _USUAL_WEEKS)

    def shared_summary(
        self, period: Period, ticks: Ticks, words: Mapping[OwnTopic, str] = _NO_WORDS
    ) -> SharedSummary:
        """A period as far as it was ticked; own words are those of saved reviews where none are given for a topic."""
        from outlay.use_cases.shared_words import shared_words  # noqa: PLC0415  an export is rare
        from outlay.use_cases.summarise_for_sharing import summarise_for_sharing  # noqa: PLC0415

        with self._view() as store:
            told = shared_words(store, period, self.now, words)
            return summarise_for_sharing(store, period, self.now, ticks, told, sample=self.sample)

    def shared_file(self, summary: SharedSummary, wanted: FileFormat, paper: Paper = Paper.A4) -> Shared:
        """The bytes that would be written, to be looked at first."""
        from outlay.exports import written  # noqa: PLC0415  an export is rare

        return Shared(summary, wanted, written(summary, wanted, paper))

    def share(self, shared: Shared, path: Path, *, replace: bool = False) -> SharedFile:
        """Write a file that was looked at, and log it."""
        from outlay.use_cases.share import share  # noqa: PLC0415  an export is rare

        with self._writing() as store:
            return share(store, shared, path, self.clock(), replace=replace)

    def share_log(self) -> tuple[SharedFile, ...]:
        """Everything that was written to be shared, the newest first."""
        with self._view_or_none() as store:
            return store.shares.files() if store else ()

    def check_shared(self, path: Path) -> Checked:
        """Whether a file is one that was written here, and unchanged."""
        from outlay.use_cases.share import check  # noqa: PLC0415  an export is rare

        with self._view_or_none() as store:
            return check(store, path)
