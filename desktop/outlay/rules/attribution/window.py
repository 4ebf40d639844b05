"""How far back new facts reach: which turns they can change, and what must be looked at to tell.

A commit can hold text of the 60 days before it, and a rule of a session looks at all of its turns; nothing reaches
further. So what is walked again gives what walking everything would.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.rules.attribution.parameters import Parameters

BEFORE_ALL = UtcMillis(-(2**62))


class News(NamedTuple):
    """The oldest moments of what came: requests or edits, commits or changed units, checkouts. None: nothing."""

    logs: int | None
    work: int | None
    checkouts: int | None


@dataclass(frozen=True, slots=True)
class Window:
    """The sessions to be told of again, and from when on commits and edits are looked at; by default everything."""

    sessions: frozenset[int] | None = None
    commits_from: UtcMillis = BEFORE_ALL
    edits_from: UtcMillis = BEFORE_ALL

    def covers(self, session: int) -> bool:
        """Whether a session is among those told of again."""
        return self.sessions is None or session in self.sessions


def turns_from(news: News, last_commit: UtcMillis, parameters: Parameters) -> UtcMillis | None:
    """From when on turns can have changed; None when none can.

    New edits without a commit after them change nobody's lines but their own turns; new commits, and edits that
    came late, reach back as far as a commit's text may.
    """
    reach = parameters.before_commit_ms
    found = [] if news.checkouts is None else [news.checkouts]
    if news.work is not None:
        found.append(news.work - reach)
    if news.logs is not None:
        late = last_commit >= news.logs - parameters.after_commit_ms
        found.append(news.logs - reach if late else news.logs)
    return UtcMillis(min(found)) if found else None


def window_of(
    sessions: Iterable[int],
    first: UtcMillis,
    authored: Callable[[UtcMillis], Iterable[int]],
    parameters: Parameters,
) -> Window:
    """What must be looked at to tell of some sessions' turns, the first of which ran at `first`.

    `authored` gives the author times of the commits committed since a moment.
    """
    commits_from = UtcMillis(first - parameters.after_commit_ms)
    oldest = min([first, *authored(commits_from)])
    return Window(frozenset(sessions), commits_from, UtcMillis(oldest - parameters.before_commit_ms))
