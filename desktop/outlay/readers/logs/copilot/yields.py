"""Which source tells of a request when several do: the weaker one yields.

A stronger source claims a session (or one model of it) from the first moment it tells of on. A weaker file counts
what is older than that, and remembers what it counted, so that it can be read anew when a claim comes later.
A claim once met holds, although the stronger source may delete what it was made of.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from outlay.domain.moments import UtcMillis

Claims = Mapping[str, UtcMillis]
"""The first moment a stronger source tells of, by session or by what `of_model` makes."""

_SLACK_MS: Final = 60_000
"""Sources tell the time of one request apart by as much as it takes."""


class Yields(Struct, omit_defaults=True):
    """What a weaker file met so far: claims by key, and the latest moment it counted by key."""

    since: dict[str, int] = {}
    counted: dict[str, int] = {}

    def counts(self, keys: Iterable[str], moment: UtcMillis, claims: Claims) -> bool:
        """Whether a request counts here, known to stronger sources under any of the keys; remembers it if so."""
        asked = list(keys)
        for key in asked:
            self.met(key, claims)
        if any(_covers(self.since.get(key), moment) for key in asked):
            return False
        for key in asked:
            self.counted[key] = max(moment, self.counted.get(key, moment))
        return True

    def met(self, key: str, claims: Claims) -> bool:
        """Whether a stronger source tells of a key now, or did once."""
        if key in claims:
            self.since[key] = min(claims[key], self.since.get(key, claims[key]))
        return key in self.since

    def overtaken(self, claims: Claims) -> bool:
        """Whether anything that was counted is claimed now."""
        return any(_covers(claims.get(key), latest) for key, latest in self.counted.items())

    def anew(self) -> "Yields":
        """What holds when the file is read from its start."""
        return Yields(dict(self.since))


def of_model(session: str, model: str) -> str:
    """The key under which one model of a session is claimed."""
    return f"{session}\n{model}"


def of_any_model(session: str) -> str:
    """The key under which a session is claimed by a source that may lack some of its models."""
    return f"{session}\n"


def _covers(since: int | None, moment: int) -> bool:
    return since is not None and moment >= since - _SLACK_MS
