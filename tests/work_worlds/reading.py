"""Reads a served world as the product does, for tests of one system."""

import time

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import Account, SecretPlace
from outlay.domain.moments import UtcMillis
from outlay.system.http import Client, Door
from work_worlds.server import Served

SINCE = moment("2024-11-20T00:00:00Z")
HOSTILE = "\u202edesrever \x00\x1b[31mred\nsecond line " + "x" * 20_000


class Reading:
    """A reader at a world behind a server; `found` is the last word on each pull request and ticket."""

    def __init__(self, reader, world, server):
        server.clear()
        self.world, self.reader = world, reader
        self.served = Served(server, world)
        settings = tuple(sorted(world.settings.items()))
        self.account = Account("a1", "work", world.system, self.served.address, settings, SecretPlace.KEYRING)

    def client(self):
        headers = self.reader.headers(self.account, self.world.secret)
        now = UtcMillis(int(time.time() * 1000))
        door = Door(
            self.reader.base(self.account), headers, lambda: now, sleep=lambda _: None, proxies=lambda _: {}
        )
        return Client(door)

    def pages(self, bookmark=None):
        client = self.client()
        try:
            yield from self.reader.read(client, self.account, bookmark, SINCE)
        finally:
            client.close()

    def who(self):
        client = self.client()
        try:
            return self.reader.who(client, self.account)
        finally:
            client.close()

    def pulls(self, bookmark=None):
        """By `owner/name#12`."""
        return {
            f"{pull.repository}#{pull.number}": pull for page in self.pages(bookmark) for pull in page.pulls
        }

    def tickets(self, bookmark=None):
        """By key."""
        return {ticket.key: ticket for page in self.pages(bookmark) for ticket in page.tickets}

    def bookmark(self, before=None):
        """The one a reading ends with."""
        *_, last = self.pages(before)
        return last.bookmark

    def requests_of(self, bookmark):
        """How many requests a reading takes from a bookmark on."""
        before = len(self.served.requests)
        list(self.pages(bookmark))
        return len(self.served.requests) - before
