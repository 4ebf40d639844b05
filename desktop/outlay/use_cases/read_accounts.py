"""Reads what changed at the forges and trackers the owner connected."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

from outlay.domain.accounts import (
    Account,
    AccountProgress,
    AccountReport,
    AccountStanding,
    AccountTrouble,
    RemoteError,
    Trouble,
)
from outlay.domain.moments import UtcMillis
from outlay.readers.work.interface import Client, WorkPage, WorkReader
from outlay.readers.work.watermarks import FIRST_READING_MS
from outlay.rules.account_pace import is_due, may_be_asked
from outlay.rules.told_apart import host_named, pulls_apart, tickets_apart
from outlay.store.accounts import source_of
from outlay.store.log_facts import Kept
from outlay.store.store import Store

OpenClient = Callable[[WorkReader, Account, str], Client]
"""A client for an account, given its token."""


@dataclass(frozen=True, slots=True)
class AccountReading:
    """What reading accounts asks for.

    Args:
        store: the writer.
        readers: by system.
        secret_of: the token of an account; raises RemoteError.
        open_client: makes the client.
        clock: the present moment.
        tell: hears how far it is.
        stopped: whether to leave off; asked after every page.
    """

    store: Store
    readers: Mapping[str, WorkReader]
    secret_of: Callable[[Account], str]
    open_client: OpenClient
    clock: Callable[[], UtcMillis]
    tell: Callable[[AccountProgress], None]
    stopped: Callable[[], bool]

    def run(self, name: str | None, *, patient: bool) -> Iterator[AccountReport]:
        """Read every account, or the one of a name; `patient` leaves out those that are not due.

        Trouble with one leaves the others unharmed; those behind one that was stopped are not begun.
        """
        for standing in self._asked(name, patient=patient):
            report = self._read(standing.account)
            yield report
            if report.trouble and report.trouble.trouble is Trouble.INTERRUPTED and self.stopped():
                return

    def _asked(self, name: str | None, *, patient: bool) -> Iterable[AccountStanding]:
        fits = is_due if patient else may_be_asked
        known = (one for one in self.store.accounts.standings() if one.account.system in self.readers)
        return [one for one in known if name in {None, one.account.name} and fits(one, self.clock())]

    def _read(self, account: Account) -> AccountReport:
        tally = _Tally(account)
        reader = self.readers[account.system]
        try:
            self._read_pages(reader, account, tally)
        except RemoteError as error:
            tally.trouble = error.told
        with self.store.writing(act=True):
            if any(one.key == account.key for one in self.store.accounts.all()):
                self.store.accounts.keep_reading(account.key, self.clock(), tally.requests, tally.trouble)
        return tally.report

    def _read_pages(self, reader: WorkReader, account: Account, tally: "_Tally") -> None:
        now = self.clock()
        secret = self.secret_of(account)
        bookmark = self.store.accounts.bookmark(account.key)
        with closing(self.open_client(reader, account, secret)) as client:
            try:
                for page in reader.read(client, account, bookmark, UtcMillis(now - FIRST_READING_MS)):
                    self._keep(account, page, tally)
                    self.tell(AccountProgress(account.name, page.done, page.total))
                    if self.stopped():
                        raise RemoteError(Trouble.INTERRUPTED)
            finally:
                tally.requests = client.requests

    def _keep(self, account: Account, page: WorkPage, tally: "_Tally") -> None:
        work, source, now = self.store.work, source_of(account), self.clock()

        def keep() -> Kept:
            connected = self.store.accounts.all()
            if account not in connected:
                # The owner took it out or changed it meanwhile: this page is of what it was.
                raise RemoteError(Trouble.INTERRUPTED)
            self.store.accounts.keep_bookmark(account.key, page.bookmark)
            told = self._apart(account, connected, page)
            gone = self.store.forgotten.among({*_places_in(page), *_places_in(told)})
            pulls = work.keep_pulls((one for one in told.pulls if one.repository not in gone), source, now)
            tickets = work.keep_tickets(
                (one for one in told.tickets if one.repository not in gone), source, now
            )
            return Kept(pulls.added + tickets.added, pulls.changed + tickets.changed)

        tally.count(page, self.store.keep_work(keep))

    def _apart(self, account: Account, connected: Iterable[Account], page: WorkPage) -> WorkPage:
        """The page with the host where another forge told of a repository of the same name first."""
        host = host_named(account.address)
        peers = {source_of(one) for one in connected if _where(one) == _where(account)}
        places = {place.lower() for place in _places_in(page)}
        taken = self.store.work.places_of_others(places, host, peers)
        return page._replace(
            pulls=pulls_apart(page.pulls, host, taken), tickets=tickets_apart(page.tickets, host, taken)
        )


def _where(account: Account) -> tuple[str, str]:
    return account.system, account.address


def _places_in(page: WorkPage) -> set[str]:
    tickets = (ticket.repository for ticket in page.tickets if ticket.repository)
    return {*(pull.repository for pull in page.pulls), *tickets}


class _Tally:
    """Counts what a reading brings."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._pulls = self._tickets = self._added = self._changed = self._left_out = 0
        self.requests = 0
        self.trouble: AccountTrouble | None = None

    def count(self, page: WorkPage, kept: Kept) -> None:
        self._pulls += len(page.pulls)
        self._tickets += len(page.tickets)
        self._added += kept.added
        self._changed += kept.changed
        self._left_out += page.left_out

    @property
    def report(self) -> AccountReport:
        return AccountReport(
            self._account.name,
            self._account.system,
            self._pulls,
            self._tickets,
            self._added,
            self._changed,
            self.requests,
            self._left_out,
            self.trouble,
        )
