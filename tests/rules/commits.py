"""Landed commits and reverts by short names, for tests of the rules of shipping."""

from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import Revert
from outlay.rules.shipping import standing_of


class Landed(NamedTuple):
    """A commit as the rules of shipping look at it."""

    sha: str
    through: str | None
    pull: int | None


def sha(name: str) -> str:
    """A whole sha that stands for a name of up to ten letters."""
    return name.encode().hex().ljust(40, "0")


def landed(name: str, *, through: str | None = None, pull: int | None = None) -> Landed:
    """A commit that landed, by itself or through another."""
    return Landed(sha(name), sha(through or name), pull)


def revert(
    name: str,
    reverted: str,
    at: int = 5,
    *,
    through: str | None = None,
    pull: int | None = None,
    length: int = 40,
) -> Revert:
    """A commit that takes another one back, naming so many letters of its sha, or a pull request `#12`."""
    named = reverted if reverted.startswith("#") else sha(reverted)[:length]
    return Revert(sha(name), named, UtcMillis(at), sha(through or name), pull)


def standing(*commits: Landed, reverts: tuple[Revert, ...] = ()) -> list[bool]:
    """Whether each commit stands in the end, in the order given."""
    found = standing_of(commits, reverts)
    return [commit.sha in found for commit in commits]
