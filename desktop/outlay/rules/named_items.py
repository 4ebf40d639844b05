"""Which item somebody means by its key or a part of one, and what is near when it is none."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

_NEAR = 5
_LIKENESS = 0.5


def meant(named: str, keys: Iterable[str]) -> list[str]:
    """The keys a name may mean, in any case: those equal to it, else ending in it, else holding it; sorted.

    Words and numbers are never cut: `#1` is no part of `#12`.
    """
    part = named.strip().casefold()
    if not part:
        return []
    folded = {key: key.casefold() for key in keys}
    for fits in (str.__eq__, _ends_in, _holds):
        found = sorted(key for key, text in folded.items() if fits(text, part))
        if found:
            return found
    return []


def near(named: str, titles: Mapping[str, str]) -> list[str]:
    """Keys whose title holds every word of a name; without any, keys that look like it."""
    words = named.casefold().split()
    told = sorted(
        key for key, title in titles.items() if words and all(one in title.casefold() for one in words)
    )
    if told:
        return told[:_NEAR]
    tails = {_tail(key).casefold(): key for key in sorted(titles)}
    close = get_close_matches(_tail(named).casefold(), tails, _NEAR, _LIKENESS)
    return [tails[tail] for tail in close]


def _ends_in(text: str, part: str) -> bool:
    return text.endswith(part) and _is_apart(text[: -len(part)][-1:], part[0])


def _holds(text: str, part: str) -> bool:
    at = text.find(part)
    return at >= 0 and not (part[-1].isdigit() and text[at + len(part) :][:1].isdigit())


def _is_apart(before: str, first: str) -> bool:
    """Whether a word or number begins here."""
    return not (before.isalnum() and first.isalnum())


def _tail(key: str) -> str:
    """A key without its kind and the owner of its repository."""
    return key.partition(":")[2].rpartition("/")[2] or key
