"""Places the owner had forgotten while an account told of them: what it goes on telling of them is not kept.

Of each only a hash is kept: its name is to be gone.
"""

import json
import sqlite3
from collections.abc import Iterable
from typing import Final

_NAME: Final = "forgotten_places"


class ForgottenPlaces:
    """Writing methods run inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, place: str) -> None:
        """Have accounts tell nothing of a place any more."""
        self._keep(self._hashes() | {_hash(place)})

    def take_back(self, place: str) -> bool:
        """Have accounts tell of a place again; False when they did all along."""
        hashes, gone = self._hashes(), _hash(place)
        if gone in hashes:
            self._keep(hashes - {gone})
        return gone in hashes

    def among(self, places: Iterable[str]) -> frozenset[str]:
        """Those of some places that were forgotten."""
        hashes = self._hashes()
        return frozenset(place for place in set(places) if _hash(place) in hashes) if hashes else frozenset()

    def _hashes(self) -> frozenset[str]:
        sql = "select value from meta_values where name = ?"
        row = self._connection.execute(sql, (_NAME,)).fetchone()
        return frozenset(json.loads(row[0])) if row else frozenset()

    def _keep(self, hashes: frozenset[str]) -> None:
        told = json.dumps(sorted(hashes))
        self._connection.execute("insert or replace into meta_values values (?, ?)", (_NAME, told))


def _hash(place: str) -> str:
    from hashlib import sha256  # noqa: PLC0415  to forget is rare, a sync is not

    return sha256(place.lower().encode()).hexdigest()
