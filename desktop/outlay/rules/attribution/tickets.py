"""Which tickets a unit belongs to. Source: attribution.md section 2, "Ticket of a unit".

Everything that looks like a key is a candidate. A key counts when a tracker knows it; without one, when its prefix
was seen in two of the owner's own branches or in a tracker's address, and is not the name of a standard.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from outlay.domain.pulls import Ticket
from outlay.domain.work import Mark, MarkKind
from outlay.rules.attribution.units import Unit
from outlay.rules.marks import branch_tickets

NO_TRACKER = frozenset(
    [
        "UTF",
        "SHA",
        "MD",
        "GPT",
        "PEP",
        "ISO",
        "RFC",
        "CVE",
        "CWE",
        "GHSA",
        "QTBUG",
        "GLM",
        "SM",
        "BIP",
        "EIP",
        "ECMA",
        "ANSI",
        "ASCII",
        "IEEE",
        "IEC",
        "ITU",
        "NIST",
        "FIPS",
        "AES",
        "RSA",
        "TLS",
        "SSL",
        "HTTP",
        "HTTPS",
        "HTML",
        "CSS",
        "XML",
        "JSON",
        "YAML",
        "BASE",
        "CRC",
        "UCS",
        "EN",
        "DIN",
        "JIS",
        "KOI",
        "GB",
        "BIG",
        "CP",
        "WIN",
        "LATIN",
        "ROT",
        "MPEG",
        "MP",
        "H",
        "X",
        "ARM",
        "RISC",
        "COVID",
        "LOW",
        "MEDIUM",
        "HIGH",
        "CRITICAL",
        "PR",
        "MR",
        "ISSUE",
        "ISSUES",
        "PHASE",
        "STEP",
        "PART",
        "TASK",
        "TODO",
        "NOTE",
        "OPTION",
        "CASE",
        "TEST",
        "V",
        "VERSION",
        "RC",
        "BETA",
        "ALPHA",
        "P",
        "CLAUDE",
        "GEMINI",
        "LLAMA",
        "QWEN",
        "OPUS",
        "SONNET",
        "HAIKU",
        "O",
        "PYTHON",
        "NODE",
        "GO",
        "JAVA",
        "ES",
    ]
)
"""Prefixes that look like a tracker's and are none, as found in public repositories."""

_SEEN_IN_BRANCHES = 2

_NUMBER = re.compile(r"(?:[\w./-]+)?#(\d{1,9})")


@dataclass(frozen=True, slots=True)
class KnownTickets:
    """Keys a tracker knows, in upper case → as it writes them; prefixes the owner works with that no tracker told of."""

    keys: dict[str, str]
    prefixes: frozenset[str]


def known_tickets(tickets: Iterable[Ticket], branches: Iterable[str], marks: Iterable[Mark]) -> KnownTickets:
    """What counts as a ticket, by the trackers, the owner's branch names and the addresses in messages."""
    keys = {ticket.key.upper(): ticket.key for ticket in tickets}
    seen: dict[str, set[str]] = defaultdict(set)
    for name in branches:
        for mark in branch_tickets(name):
            seen[_prefix(mark.value)].add(name)
    prefixes = {prefix for prefix, names in seen.items() if len(names) >= _SEEN_IN_BRANCHES}
    prefixes |= {_prefix(mark.value) for mark in marks if mark.kind is MarkKind.BROWSED}
    told = {_prefix(key) for key in keys}  # a tracker that told of some of its keys knows all of them
    return KnownTickets(keys, frozenset(prefixes - told - NO_TRACKER - {""}))


def tickets_of(unit: Unit, branches: Sequence[str], known: KnownTickets) -> tuple[str, ...]:
    """The tickets of a unit, as their trackers write them, in order."""
    marks = [mark for commit in unit.commits for mark in commit.marks]
    marks += unit.pull.marks if unit.pull else ()
    marks += [mark for name in branches for mark in branch_tickets(name)]
    found = {ticket for mark in marks if (ticket := ticket_of(mark, unit.repository, known))}
    return tuple(sorted(found))


def ticket_of(mark: Mark, repository: str, known: KnownTickets) -> str | None:
    """The ticket a mark speaks of; None when it speaks of none that counts."""
    if mark.kind not in {MarkKind.TICKET, MarkKind.CLOSES}:
        return None
    number = _NUMBER.fullmatch(mark.value)
    if number:
        named = mark.value if not mark.value.startswith("#") else f"{repository}{mark.value}"
        return known.keys.get(named.upper())
    key = mark.value.upper()
    return known.keys.get(key) or (key if _prefix(key) in known.prefixes else None)


def _prefix(key: str) -> str:
    return key.rpartition("-")[0] if "#" not in key else ""
