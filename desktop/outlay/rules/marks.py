"""What a commit message or a pull request's text says beside its subject: tickets, agents, what it repairs.

Sources: attribution.md section 2 (keys and closing words), git-interpret-trailers(1), and the forges' closing words
(https://docs.github.com/issues/tracking-your-work-with-issues, "Linking a pull request to an issue", and
https://docs.gitlab.com/user/project/issues/managing_issues, "Default closing pattern").
Everything that looks like a key is a mark; which prefixes are a tracker's own is decided elsewhere.
"""

import re
from collections.abc import Iterator
from itertools import chain

from outlay.domain.work import Mark, MarkKind
from outlay.rules.agents_named import agent_named, agent_signed

LONGEST_TEXT = 64_000
"""Characters of a text that are looked at."""

_KEY = r"[A-Z][A-Z0-9]{1,9}-[1-9]\d{0,5}"
_NUMBER = r"[1-9]\d{0,8}"
_NAMED = r"[\w.-]{1,80}(?:/[\w.-]{1,80}){1,4}"
_HOST = r"https?://[\w.-]{1,100}(?::\d{1,5})?"
# A full stop may end the sentence behind a key; inside of a version or a file's name it makes it none.
_ALONE = re.compile(rf"(?<![\w./-]){_KEY}(?![\w/-]|\.\w)", re.ASCII)
_WORK_ITEM = re.compile(rf"(?<![\w/#.-])AB#{_NUMBER}\b", re.ASCII)
"""As Azure Boards links one from a commit on a forge: https://learn.microsoft.com/azure/devops/boards/github/link-to-from-github."""

_BROWSED = re.compile(
    rf"{_HOST}/(?:[^\s<>()]{{0,200}}[/?&])?(?:browse/|issues?/|selectedIssue=)({_KEY})(?![\w-])", re.ASCII
)
_ISSUE = rf"(?:(?:{_NAMED})?\#{_NUMBER}\b|{_HOST}/{_NAMED}/(?:issues|pull|merge_requests)/{_NUMBER}\b|{_KEY}(?![\w/-]))"
_CLOSING = re.compile(
    r"\b(?i:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)):?[ \t]+(?i:issues?[ \t]+)?"
    rf"({_ISSUE}(?:(?:,[ \t]*|[ \t]+)(?:(?:and|&)[ \t]+)?{_ISSUE}){{0,20}})",
    re.ASCII,
)
_EACH_ISSUE = re.compile(
    rf"{_HOST}/(?P<place>{_NAMED}?)(?:/-)?/(?:issues|pull|merge_requests)/(?P<number>{_NUMBER})"
    rf"|(?P<plain>(?:{_NAMED})?\#{_NUMBER}|{_KEY})",
    re.ASCII,
)
_CAUSE = re.compile(
    r"\b(?:introduced|regress(?:ed|ion)|broken|broke|caused)[ \t]+(?:in|by|since|from|with)[ \t]+"
    r"(?:the[ \t]+)?(?:(?:pr|mr|pull[ \t]+request|merge[ \t]+request|commit)[ \t]+)?"
    rf"((?:{_NAMED})?\#{_NUMBER}|[0-9a-f]{{7,64}})\b",
    re.IGNORECASE | re.ASCII,
)
_TRAILER = re.compile(
    r"^[ \t>*-]{0,8}([A-Za-z]{2,20}(?:-[A-Za-z]{2,20}){0,3}):[ \t]{0,8}(\S.{0,300})", re.MULTILINE
)
_FOOTER = re.compile(
    r"^[^\w\n]{0,8}(?:co-)?(?:generated|created|made|written|authored|built)[ \t]+(?:with|by|using)[ \t]+\[?([^\]\n]{1,60})",
    re.IGNORECASE | re.MULTILINE,
)
_SHA = re.compile(r"(?=\d{0,63}[a-f])[0-9a-f]{7,64}(?![\w-])", re.IGNORECASE)
_CHECKPOINT = re.compile(r"(?:[0-9a-f]{12}|[0-9A-HJKMNP-TV-Z]{26})(?!\w)")
_SIGNING = re.compile(
    r"(?:co-)?authored-by|(?:co-)?developed-by|(?:assisted|generated|created|written)-by|(?:generated|made)-with",
    re.IGNORECASE,
)
_OF_TOOLS = {"amp-thread-id": "amp", "claude-session": "claude"}
_KEY_IN_NAME = re.compile(
    r"(?<![a-z0-9])[a-z][a-z0-9]{1,9}-[1-9]\d{0,5}(?![a-z0-9])", re.IGNORECASE | re.ASCII
)
_NUMBER_IN_NAME = re.compile(
    rf"(?:\A|/)(?:\#?|(?:issues?|gh)[-_/]?\#?)({_NUMBER})(?=[-_/]|\Z)", re.IGNORECASE | re.ASCII
)


def marks_in(text: str) -> tuple[Mark, ...]:
    """Everything a message, or a pull request's title and body, says; each once, kind by kind as they stand.

    A key behind a closing word is both TICKET and CLOSES, one in a tracker's address both TICKET and BROWSED. A bare
    `#12` says nothing. Numbers of another repository carry its name: `owner/name#12`.
    """
    seen = text[:LONGEST_TEXT]
    small = seen.lower()
    found = (
        _tickets(seen),
        _closed(seen, small),
        _told_in_trailers(seen),
        _agents(seen, small),
        _causes(seen, small),
    )
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def branch_tickets(name: str) -> tuple[Mark, ...]:
    """Keys in a branch's name, in upper case, and the number it begins with as `#12`."""
    keys = (
        key.upper()
        for key in _KEY_IN_NAME.findall(name)
        if not key.lower().startswith(("issue-", "issues-", "gh-"))
    )
    numbers = (f"#{number}" for number in _NUMBER_IN_NAME.findall(name)[:1])
    return tuple(dict.fromkeys(Mark(MarkKind.TICKET, told) for told in (*keys, *numbers)))


def _tickets(text: str) -> Iterator[Mark]:
    for key in _WORK_ITEM.findall(text) if "AB#" in text else ():
        yield Mark(MarkKind.TICKET, key)
    if "-" not in text:
        return
    for key in _ALONE.findall(text):
        yield Mark(MarkKind.TICKET, key)
    for key in _BROWSED.findall(text) if "://" in text else ():
        yield Mark(MarkKind.TICKET, key)
        yield Mark(MarkKind.BROWSED, key)


def _closed(text: str, small: str) -> Iterator[Mark]:
    if not _holds(small, "clos", "fix", "resolv"):
        return
    for listed in _CLOSING.findall(text):
        for issue in _EACH_ISSUE.finditer(listed):
            yield Mark(MarkKind.CLOSES, issue["plain"] or f"{issue['place']}#{issue['number']}")


def _told_in_trailers(text: str) -> Iterator[Mark]:
    for key, value in _TRAILER.findall(text) if ":" in text else ():
        name = key.lower()
        agent = agent_signed(value) if _SIGNING.fullmatch(name) else _OF_TOOLS.get(name)
        if agent:
            yield Mark(MarkKind.AGENT, agent)
        elif name == "fixes" and (sha := _SHA.match(value)):
            yield Mark(MarkKind.FIXES, sha[0].lower())
        elif name == "entire-checkpoint" and (checkpoint := _CHECKPOINT.match(value)):
            yield Mark(MarkKind.CHECKPOINT, checkpoint[0])


def _agents(text: str, small: str) -> Iterator[Mark]:
    if not _holds(small, " with ", " by ", " using "):
        return
    for words in _FOOTER.findall(text):
        agent = agent_named(words)
        if agent:
            yield Mark(MarkKind.AGENT, agent)


def _causes(text: str, small: str) -> Iterator[Mark]:
    if not _holds(small, "introduced", "regress", "brok", "caused"):
        return
    for told in _CAUSE.findall(text):
        if "#" in told or not told.isdigit():
            yield Mark(MarkKind.FIXES, told.lower() if "#" not in told else told)


def _holds(text: str, *words: str) -> bool:
    """A look that costs next to nothing and spares most messages the search for a form."""
    return any(word in text for word in words)
