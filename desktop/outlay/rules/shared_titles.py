"""Titles as they may leave: without names that were not ticked, and never with addresses, paths or other people."""

import re
from collections.abc import Iterable, Mapping

from outlay.rules.attribution.tickets import NO_TRACKER

GONE = "\u2026"
"""What stands in place of what was taken out."""

_LONGEST = 300
_JOINERS = "\u200c\u200d"
"""What holds letters of a script, and parts of one sign, together."""

_NEVER = re.compile(
    r"""
    \b[a-z][a-z0-9+.-]*://\S+                       # addresses
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                    # e-mails
  | (?<![\w/])@[A-Za-z0-9](?:[\w-]*\w)?             # people, as forges name them
  | (?<![\w/.])(?:~|\.{1,2}|[A-Za-z]:)?[/\\](?:[\w.@+-]+[/\\])+[\w.@+-]*   # paths from a root or a home
  | \b[0-9a-f]{12,64}\b                             # ids of commits
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:co-authored-by|signed-off-by|reviewed-by|reported-by|requested by)\b.*", re.IGNORECASE
)
_TICKET = re.compile(r"(?<![\w./-])([A-Z][A-Z0-9]{1,9})-[1-9]\d{0,5}(?![\w/-])|(?<!\w)(?:GH-|#)\d+\b")


def shared_title(title: str, hidden: Mapping[str, str], *, tickets: bool) -> str:
    """A title on one line. `hidden`: names to take out, and what stands for each; `tickets`: their keys may stay."""
    text = _NEVER.sub(GONE, _PEOPLE.sub(GONE, on_one_line(title)))
    for name in sorted(hidden, key=len, reverse=True):
        text = _whole(name).sub(lambda _, name=name: hidden[name], text)  # type: ignore[misc]
    return text if tickets else _TICKET.sub(_unless_a_standard, text)


def on_one_line(text: str) -> str:
    """A name from outside without signs that cannot be seen, and not without end."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:_LONGEST]


def own_text(text: str) -> str:
    """A text of the owner's as it was written, line for line, without signs that cannot be seen."""
    return "\n".join(
        "".join(one if one.isprintable() or one in _JOINERS else " " for one in line).strip()
        for line in text.splitlines()
    ).strip()


def parts_of_name(name: str) -> Iterable[str]:
    """A repository's name and what else it goes by: `owner/name`, `name`."""
    last = name.rsplit("/", 1)[-1]
    return (name, last) if last != name else (name,)


def _unless_a_standard(found: re.Match[str]) -> str:
    """`UTF-8` is no ticket."""
    return found[0] if (found[1] or "").upper() in NO_TRACKER else GONE


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", re.IGNORECASE)
