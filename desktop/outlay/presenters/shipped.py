"""What shipped, in words: a count of commits, and why it is unknown."""

from typing import NamedTuple

from outlay.domain.answers import PeriodGlance
from outlay.presenters.amounts import NO_BREAK
from outlay.presenters.words import counted

_WHY_UNKNOWN = {
    "no_repository": "No repository is chosen yet, so what shipped is unknown.",
    "no_email": "No commit e-mail is known, so your commits cannot be told apart.",
    "not_read": "Git has not answered yet for all of your repositories, so what shipped is unknown.",
}


class NextStep(NamedTuple):
    """Why what shipped is unknown, and which button leads on; both empty when it is known."""

    sentence: str
    asks_for: str
    """repositories, emails, or empty when waiting is all there is to do."""


def commits(number: int) -> str:
    """`1 commit`, `7 commits`."""
    return counted(number, "commit")


def shipped_words(period: PeriodGlance) -> str:
    """`7 commits shipped`, or that it is unknown."""
    return "commits shipped unknown" if period.shipped is None else f"{commits(period.shipped)} shipped"


def shipped_caption(period: PeriodGlance) -> str:
    """What stands below the count: how much of it is still settling."""
    shipped, settling = period.shipped, period.settling
    if shipped is None:
        return "commits shipped, unknown"
    noun = "commit" if shipped == 1 else "commits"
    if not settling:
        return f"{noun} shipped"
    how_many = "" if settling == shipped else f"{settling:,}{NO_BREAK}"
    return f"{noun} shipped, {how_many}settling"


def spoken_shipped(period: PeriodGlance) -> str:
    """Count and caption as one."""
    if period.shipped is None:
        return "commits shipped unknown"
    return f"{period.shipped:,} {shipped_caption(period)}".replace(NO_BREAK, " ")


def next_step(why_unknown: str) -> NextStep:
    """What stands in the way of knowing what shipped, from the glance's own word for it."""
    asks_for = {"no_repository": "repositories", "no_email": "emails"}
    return NextStep(_WHY_UNKNOWN.get(why_unknown, ""), asks_for.get(why_unknown, ""))
