"""How far a repository was read: the reader's own, opaque to everyone else."""

import json
from collections.abc import Mapping
from hashlib import blake2b
from types import MappingProxyType
from typing import Any, NamedTuple

from outlay.domain.moments import UtcMillis

VERSION = 2
"""Raised when a change of the reader asks for reading repositories anew."""


class LogMark(NamedTuple):
    """How far a reflog was read: the end of its last whole line, that line's length and digest, the last moment."""

    offset: int
    length: int
    digest: str
    moment: UtcMillis


class SignMark(NamedTuple):
    """How far the signs beside commits and landings were read.

    `references` and `checkpoints` are those of the files they stand for, `heads` of every reference with commits of
    its own; `trunks` are all names the default branch had. `logs`: reflogs by their path in the git directory.
    `notes`: where git-ai's stood. `waiting`: commits whose checkpoint had not come. `survived`: landings up to
    there were looked at again, and `base` is the default branch's commit of that moment.
    """

    references: str = ""
    heads: str = ""
    trunks: tuple[str, ...] = ()
    logs: Mapping[str, LogMark] = MappingProxyType({})
    notes: str = ""
    checkpoints: str = ""
    waiting: tuple[tuple[str, str], ...] = ()
    survived: UtcMillis | None = None
    base: str | None = None


class GitBookmark(NamedTuple):
    """`heads`: commits seen whose children were not. `tip` of `reference`: how far landings are known.

    `sight` stands for what the reading depended on (the owner's e-mails, a shallow clone's cut); another one
    reads anew. `since` limits the first import. While `state` is that of the files, nothing moved, and `slug`,
    `branch` and `fetched` are as they were. While `config` is that of the config files, `slug`, `remote` and
    `initial_branch` are.
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
    config: str = ""
    remote: str | None = None
    initial_branch: str | None = None
    signs: SignMark = SignMark()


def sight_of(own_emails: frozenset[str], cut: bytes) -> str:
    """A short stand-in for what a reading depends on, from which no e-mail can be read."""
    emails = "\n".join(sorted(email.strip().lower() for email in own_emails))
    return blake2b(emails.encode() + b"\0" + cut, digest_size=12).hexdigest()


def packed(bookmark: GitBookmark) -> bytes:
    """The bookmark as bytes."""
    signs = bookmark.signs._replace(logs=dict(bookmark.signs.logs))
    return json.dumps([VERSION, *bookmark[:-1], signs], separators=(",", ":")).encode()


def unpacked(kept: bytes | None) -> GitBookmark | None:
    """The bookmark from its bytes; None for none, for another version's and for what cannot be read."""
    if not kept:
        return None
    try:
        version, heads, *rest, signs = json.loads(kept)
        return (
            GitBookmark(tuple(heads), *rest)._replace(signs=_signs_from(signs))
            if version == VERSION
            else None
        )
    except (ValueError, TypeError, AttributeError):
        return None


def _signs_from(kept: list[Any]) -> SignMark:
    mark = SignMark(*kept)
    return mark._replace(
        trunks=tuple(mark.trunks),
        logs={path: LogMark(*log) for path, log in mark.logs.items()},
        waiting=tuple((sha, checkpoint) for sha, checkpoint in mark.waiting),
    )


def still_good(before: GitBookmark | None, sight: str, since: UtcMillis | None) -> GitBookmark:
    """The bookmark to go on from: an empty one when more is asked for than it covers."""
    if before is None or before.sight != sight:
        return GitBookmark(sight=sight, since=since)
    covers = before.since is None or (since is not None and since >= before.since)
    return before if covers else GitBookmark(sight=sight, since=since)
