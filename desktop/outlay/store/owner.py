"""The owner's words: which repositories and commit e-mails are theirs. Only the owner's acts write here."""

import sqlite3

from outlay.domain.moments import UtcMillis


class OwnerWords:
    """The owner's tables. Writing methods run inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def identities(self) -> tuple[str, ...]:
        """The owner's commit e-mails, in order."""
        rows = self._connection.execute("select email from owner_identities order by added_ms, email")
        return tuple(row[0] for row in rows)

    def add_identity(self, email: str, now: UtcMillis) -> None:
        """Keep a commit e-mail as the owner's."""
        self._connection.execute("insert or ignore into owner_identities values (?, ?)", (email, now))

    def remove_identity(self, email: str) -> bool:
        """Take an e-mail back; False when it was not there."""
        return self._connection.execute("delete from owner_identities where email = ?", (email,)).rowcount > 0

    def repositories(self) -> tuple[str, ...]:
        """Paths of the repositories the owner opted in."""
        rows = self._connection.execute("select path from owner_repositories order by added_ms, path")
        return tuple(row[0] for row in rows)

    def add_repository(self, path: str, now: UtcMillis) -> None:
        """Opt a repository in."""
        self._connection.execute("insert or ignore into owner_repositories values (?, ?)", (path, now))

    def remove_repository(self, path: str) -> bool:
        """Opt a repository out; what was read of it stays but is not counted. False when it was not in."""
        return self._connection.execute("delete from owner_repositories where path = ?", (path,)).rowcount > 0
