"""The owner's accounts, and how far each was read. Tokens are never among it."""

import json
import sqlite3
from typing import Any

from outlay.domain.accounts import Account, AccountStanding, AccountTrouble, SecretPlace, Trouble
from outlay.domain.moments import UtcMillis


class Accounts:
    """The tables of accounts. Writing methods run inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Account, ...]:
        """Every account, in the order they were added."""
        rows = self._connection.execute(f"select {_ACCOUNT} from owner_accounts order by added_ms, name")
        return tuple(_account_of(row) for row in rows)

    def named(self, name: str) -> Account | None:
        """The account of a name."""
        sql = f"select {_ACCOUNT} from owner_accounts where name = ?"
        row = self._connection.execute(sql, (name,)).fetchone()
        return None if row is None else _account_of(row)

    def standings(self) -> tuple[AccountStanding, ...]:
        """Every account with how its readings went."""
        return tuple(_standing_of(row) for row in self._connection.execute(_STANDINGS))

    def bookmark(self, account: str) -> bytes | None:
        """How far an account was read, in its reader's words."""
        sql = "select bookmark from fact_account_readings where account = ?"
        row = self._connection.execute(sql, (account,)).fetchone()
        return None if row is None else row[0]

    def keep(self, account: Account, now: UtcMillis) -> None:
        """Add an account, or change the one with the same key."""
        told = (
            account.key,
            account.name,
            account.system,
            account.address,
            json.dumps(dict(account.settings), sort_keys=True),
            account.secret_place,
            account.variable,
            now,
        )
        self._connection.execute(_KEEP, told)

    def remove(self, account: str) -> None:
        """Take an account out. What it told stays."""
        self._connection.execute("delete from owner_accounts where account = ?", (account,))
        self._connection.execute("delete from fact_account_readings where account = ?", (account,))

    def forget_trouble(self, account: str) -> None:
        """Have an account asked again at the next reading: the owner has changed something."""
        sql = "update fact_account_readings set trouble = null, until_ms = null, tried_ms = null where account = ?"
        self._connection.execute(sql, (account,))

    def forget_bookmark(self, account: str) -> None:
        """Have an account read from the beginning the next time."""
        sql = "update fact_account_readings set bookmark = null where account = ?"
        self._connection.execute(sql, (account,))

    def forget_bookmarks(self) -> None:
        """Have every account read from the beginning the next time, soon."""
        self._connection.execute("update fact_account_readings set bookmark = null, tried_ms = null")

    def keep_bookmark(self, account: str, bookmark: bytes) -> None:
        """Note how far an account was read."""
        self._begin(account)
        sql = "update fact_account_readings set bookmark = ? where account = ?"
        self._connection.execute(sql, (bookmark, account))

    def keep_reading(
        self, account: str, now: UtcMillis, requests: int, trouble: AccountTrouble | None
    ) -> None:
        """Note how a reading went; without trouble it came to its end."""
        self._begin(account)
        told = trouble or AccountTrouble(Trouble.UNEXPECTED)
        self._connection.execute(
            _KEEP_READING,
            {
                "account": account,
                "now": now,
                "requests": requests,
                "trouble": trouble.trouble if trouble else None,
                "status": told.status,
                "until": told.until,
                "missing": json.dumps(told.missing),
            },
        )

    def _begin(self, account: str) -> None:
        sql = "insert or ignore into fact_account_readings (account) values (?)"
        self._connection.execute(sql, (account,))


def source_of(account: Account) -> str:
    """What facts of an account are marked with."""
    return f"account:{account.key}"


def _account_of(row: tuple[Any, ...]) -> Account:
    key, name, system, address, settings, place, variable = row
    told = tuple(sorted(json.loads(settings).items()))
    return Account(key, name, system, address, told, SecretPlace(place), variable)


def _standing_of(row: tuple[Any, ...]) -> AccountStanding:
    tried, read, requests, trouble, status, until, missing, pulls, tickets = row[7:]
    told = AccountTrouble(Trouble(trouble), status, until, tuple(json.loads(missing))) if trouble else None
    return AccountStanding(_account_of(row[:7]), tried, read, told, pulls, tickets, requests or 0)


_ACCOUNT = "account, name, system, address, settings, secret_place, variable"
_STANDINGS = """
select a.account, a.name, a.system, a.address, a.settings, a.secret_place, a.variable, r.tried_ms, r.read_ms,
    r.requests, r.trouble, r.status, r.until_ms, coalesce(r.missing, '[]'),
    (select count(*) from fact_pulls where source = 'account:' || a.account),
    (select count(*) from fact_tickets where source = 'account:' || a.account)
from owner_accounts a left join fact_account_readings r on r.account = a.account
order by a.added_ms, a.name
"""
_KEEP = """
insert into owner_accounts (account, name, system, address, settings, secret_place, variable, added_ms)
values (?, ?, ?, ?, ?, ?, ?, ?)
on conflict (account) do update set name = excluded.name, system = excluded.system, address = excluded.address,
    settings = excluded.settings, secret_place = excluded.secret_place, variable = excluded.variable
"""
_KEEP_READING = """
update fact_account_readings
set tried_ms = :now, read_ms = iif(:trouble is null, :now, read_ms), requests = :requests, trouble = :trouble,
    status = :status, until_ms = :until, missing = :missing
where account = :account
"""
