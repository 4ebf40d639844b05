"""Pull requests as the worlds of Bitbucket and Azure DevOps play them, each in its own shapes."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
ME, OTHER, AGENT = "me", "other", "agent"


def at(day, hour=9, minute=0):
    """A moment of 2026, in UTC: `at("11-01", 5, 30)`."""
    month, of_month = map(int, day.split("-"))
    return datetime(2026, month, of_month, hour, minute, 7, 123_000, tzinfo=UTC)


@dataclass(frozen=True)
class Planned:
    """`ended` is when it was merged or given up; `changed` is when anything of it last did."""

    number: int
    repository: str
    title: str
    created: datetime
    changed: datetime
    author: str = ME
    state: str = "open"
    ended: datetime | None = None
    body: str | None = ""
    branch: str = "work"
    draft: bool = False
    ready: datetime | None = None
    reviewed: datetime | None = None
    commits: tuple = ()
    merge_commit: str | None = None


def sha(number, place=0):
    """A commit's id."""
    return f"{number * 1000 + place:040x}".replace("0", "a", 30)


def merged(number, repository, title, created, ended, **further):
    """One that was merged, with two commits and a merge commit."""
    commits = (sha(number, 1), sha(number, 2))
    fields = {"changed": ended, "ended": ended, "commits": commits, "merge_commit": sha(number, 9), **further}
    return Planned(number, repository, title, created, state="merged", **fields)


def planned():
    """Seven of the owner's, three of others, around both changes of clocks; one agent's that the owner merged."""
    return [
        merged(1, "ledger", "LED-101 Read the ledger", at("09-01"), at("09-03"), branch="led-101-read", reviewed=at("09-02"),
               body="Closes LED-102.\n\nCo-authored-by: Claude <noreply@anthropic.com>\ncanary-body"),
        merged(2, "ledger", "Somebody else's", at("09-01"), at("09-04"), author=OTHER),
        merged(3, "tools", "Before the clocks change", at("10-24", 20), at("10-25", 0, 30)),
        merged(4, "tools", "After the clocks change", at("10-25", 0, 30), at("10-25", 1, 30)),
        Planned(5, "ledger", "Given up", at("10-30"), at("11-01", 5, 30), state="declined", ended=at("11-01", 5, 30),
                commits=(sha(5, 1),)),
        merged(6, "ledger", "After the other clocks change", at("11-01", 5, 30), at("11-01", 6, 30),
               ready=at("11-01", 6)),
        Planned(7, "ledger", "Not ready yet", at("11-10"), at("11-12"), draft=True, body=None, commits=(sha(7, 1),)),
        Planned(8, "tools", "Waiting for review", at("11-14"), at("11-19"), reviewed=at("11-15"), ready=at("11-14", 12),
                commits=(sha(8, 1), sha(8, 2), sha(8, 3))),
        merged(9, "tools", "An agent's", at("11-15"), at("11-16"), author=AGENT),
        Planned(10, "tools", "Another's open one", at("11-18"), at("11-18"), author=OTHER),
    ]  # fmt: skip


def grown(count):
    """So many of the owner's, merged one an hour."""
    first = NOW - timedelta(hours=count + 1)
    return [
        merged(n, "ledger", f"Change {n}", first + timedelta(hours=n - 1), first + timedelta(hours=n))
        for n in range(1, count + 1)
    ]


def changed(pulls, number, **fields):
    """The same, one of them changed."""
    return [replace(one, **fields) if one.number == number else one for one in pulls]


def own(pulls, place):
    """Keys of the owner's, `place` being what stands before a repository's name."""
    return frozenset(f"{place}{one.repository}#{one.number}" for one in pulls if one.author == ME)
