"""How far a repository was read: the reader's own, opaque to everyone else."""

import json
from hashlib import blake2b
from typing import NamedTuple

from outlay.domain.moments import UtcMillis

VERSION = 1
"""Raised when a change of the reader asks for reading repositories anew."""


class GitBookmark(NamedTuple):
    """`heads`: commits seen whose children were not. `tip` of `reference`: how far landings are known.

    `sight` stands for what the reading depended on (the owner's e-mails, a shallow clone's cut); another one
    reads anew. `since` limits the first import. While `state` is that of the files, nothing moved, and `slug`,
    `branch` and `fetched` are as they were.
    """

    heads: tuple[str, ...] = ()
    reference: str | None = None
    tip: str | None = None
    sight: str = ""
    since: UtcMillis | None = None
    state: str = ""
    slug: str | None = None
    branch: str | None = None
    fetched: UtcMillis | None = None


def sight_of(own_emails: frozenset[str], cut: bytes) -> str:
    """A short stand-in for what a reading depends on, from which no e-mail can be read."""
    emails = "\n".join(sorted(email.strip().lower() for email in own_emails))
    return blake2b(emails.encode() + b"\0" + cut, digest_size=12).hexdigest()


def packed(bookmark: GitBookmark) -> bytes:
    """The bookmark as bytes."""
    return json.dumps([VERSION, *bookmark], separators=(",", ":")).encode()


def unpacked(kept: bytes | None) -> GitBookmark | None:
    """The bookmark from its bytes; None for none, for another version's and for what cannot be read."""
    if not kept:
        return None
    try:
        version, heads, *rest = json.loads(kept)
        return GitBookmark(tuple(heads), *rest) if version == VERSION else None
    except (ValueError, TypeError):
        return None


def still_good(before: GitBookmark | None, sight: str, since: UtcMillis | None) -> GitBookmark:
    """The bookmark to go on from: an empty one when more is asked for than it covers."""
    if before is None or before.sight != sight:
        return GitBookmark(sight=sight, since=since)
    covers = before.since is None or (since is not None and since >= before.since)
    return before if covers else GitBookmark(sight=sight, since=since)
