"""Landed commits and reverts by short names, for tests of the rules of shipping."""

from outlay.domain.moments import UtcMillis
from outlay.domain.work import LandedCommit, Revert, ShippedFacts
from outlay.rules.shipping import shipped_pieces

PLACE = "acme/ledger"


def sha(name: str) -> str:
    """A whole sha that stands for a name of up to ten letters."""
    return name.encode().hex().ljust(40, "0")


def landed(
    name: str,
    at: int = 1,
    *,
    through: str | None = None,
    pull: int | None = None,
    authored: int | None = None,
    subject: str | None = None,
    patch: frozenset[tuple[str, bytes]] = frozenset(),
    place: str = PLACE,
) -> LandedCommit:
    """A commit of Sam's that landed at a moment; its author second is of its own unless it is given."""
    second = sum(name.encode()) if authored is None else authored
    return LandedCommit(
        place=place,
        repository=place,
        sha=sha(name),
        author_email="sam@example.com",
        author_moment=UtcMillis(second * 1000),
        subject=f"Add {name}" if subject is None else subject,
        landed=UtcMillis(at),
        through=sha(through or name),
        pull=pull,
        patch=patch,
    )


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


def shipped(*commits: LandedCommit, reverts: tuple[Revert, ...] = ()) -> dict[str, bool]:
    """The subject of each piece of work, newest first, and whether it stands."""
    facts = ShippedFacts(commits, {PLACE: reverts})
    return {piece.commit.subject: piece.stands for piece in shipped_pieces(facts)}
