"""Accounts are read page by page, each for itself, and what was kept stays whatever happens to the next page."""

from contextlib import closing

import pytest

from outlay.domain.accounts import Account, AccountStanding, AccountTrouble, RemoteError, SecretPlace, Trouble
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.readers.work.interface import WorkPage
from outlay.readers.work.watermarks import FIRST_READING_MS
from outlay.rules.account_pace import PACE_MS, WAITS_FOR_THE_OWNER, is_due, may_be_asked
from outlay.store.store import Store
from outlay.use_cases.read_accounts import AccountReading

NOW = UtcMillis(1_795_194_300_000)


def account(name):
    return Account(f"key-{name}", name, "fake", "https://fake.example", (), SecretPlace.KEYRING)


def pull(number, title="Count carts"):
    return PullRequest(
        "acme/shop", number, title, "carts", "main", True, False, PullState.OPEN, NOW, None, None, None, (), (), None, "fake"
    )  # fmt: skip


def ticket(key, state=TicketState.OPEN):
    return Ticket(
        "fake", key, None, "Bug", "Carts", state, NOW, None, None, (), None, ("ui",), ("Acme/Shop#1",)
    )


def page(number, *, bookmark, tickets=()):
    return WorkPage((pull(number),), tickets, bookmark, number, 3)


class FakeClient:
    requests = 0

    def close(self):
        self.closed = True


class FakeReader:
    """Tells pages; a trouble among them is raised."""

    def __init__(self, *told):
        self.told = told
        self.asked = []

    def read(self, client, account, bookmark, since):
        self.asked.append((account.name, bookmark, since))
        for one in self.told:
            client.requests += 1
            if isinstance(one, Exception):
                raise one
            yield one


@pytest.fixture
def store(tmp_path):
    with closing(Store(tmp_path / "outlay.sqlite", "here")) as one:
        yield one


class Reading:
    def __init__(self, store, reader, names=("work",), secret_of=lambda _: "token"):
        self.now, self.told, self.clients, self.stop = NOW, [], [], False
        self.store = store
        for name in names:
            with store.writing():
                store.accounts.keep(account(name), NOW)
        self._parts = AccountReading(
            store,
            {"fake": reader},
            secret_of,
            self._open,
            lambda: self.now,
            self.told.append,
            lambda: self.stop,
        )

    def _open(self, reader, account, secret):
        self.clients.append(FakeClient())
        return self.clients[-1]

    def run(self, name=None, *, patient=False):
        return list(self._parts.run(name, patient=patient))

    @property
    def standing(self):
        return self.store.accounts.standings()[0]


def test_what_pages_tell_is_kept_with_the_last_bookmark(store):
    reader = FakeReader(page(1, bookmark=b"1"), page(2, bookmark=b"2", tickets=(ticket("LED-1"),)))
    reading = Reading(store, reader)
    (report,) = reading.run()
    assert (report.pulls, report.tickets, report.added, report.requests) == (2, 1, 3, 2)
    assert [one.number for one in store.work.pulls()] == [1, 2]
    assert store.work.tickets() == (ticket("LED-1")._replace(pulls=("acme/shop#1",)),)
    assert store.accounts.bookmark("key-work") == b"2"
    assert reading.standing == AccountStanding(account("work"), NOW, NOW, None, 2, 1, 2)
    assert [(one.account, one.done, one.total) for one in reading.told] == [("work", 1, 3), ("work", 2, 3)]
    assert all(one.closed for one in reading.clients)


def test_the_first_reading_goes_back_two_years_and_the_next_from_the_bookmark(store):
    reader = FakeReader(page(1, bookmark=b"1"))
    reading = Reading(store, reader)
    reading.run()
    reading.run()
    assert [one[1] for one in reader.asked] == [None, b"1"]
    assert reader.asked[0][2] == NOW - FIRST_READING_MS


def test_reading_the_same_again_changes_nothing(store):
    reading = Reading(store, FakeReader(page(1, bookmark=b"1", tickets=(ticket("LED-1"),))))
    reading.run()
    (report,) = reading.run()
    assert (report.added, report.changed) == (0, 0)


def test_trouble_on_the_second_page_keeps_the_first_and_is_told(store):
    until = UtcMillis(NOW + 3_600_000)
    reader = FakeReader(page(1, bookmark=b"1"), RemoteError(Trouble.BUSY, 429, until, ("issues",)))
    reading = Reading(store, reader)
    (report,) = reading.run()
    assert report.trouble == AccountTrouble(Trouble.BUSY, 429, until, ("issues",))
    assert store.accounts.bookmark("key-work") == b"1"
    assert len(store.work.pulls()) == 1
    standing = reading.standing
    assert (standing.read, standing.tried, standing.trouble) == (None, NOW, report.trouble)
    assert reading.clients[0].closed


def test_trouble_does_not_forget_when_it_was_read_last(store):
    reader = FakeReader(page(1, bookmark=b"1"))
    reading = Reading(store, reader)
    reading.run()
    reader.told, reading.now = (RemoteError(Trouble.AWAY),), UtcMillis(NOW + PACE_MS)
    reading.run()
    assert (reading.standing.read, reading.standing.tried) == (NOW, NOW + PACE_MS)
    assert reading.standing.pulls == 1


def test_one_account_that_fails_leaves_the_others_unharmed(store):
    class Choosy(FakeReader):
        def read(self, client, account, bookmark, since):
            if account.name == "work":
                raise RemoteError(Trouble.REFUSED, 401)
            return super().read(client, account, bookmark, since)

    reading = Reading(store, Choosy(page(1, bookmark=b"1")), ("work", "home"))
    reports = {one.account: one for one in reading.run()}
    assert reports["work"].trouble.trouble is Trouble.REFUSED
    assert (reports["home"].trouble, reports["home"].added) == (None, 1)


def test_a_token_that_cannot_be_had_is_trouble_of_its_account(store):
    def locked(_):
        raise RemoteError(Trouble.KEYRING_LOCKED)

    (report,) = Reading(store, FakeReader(), secret_of=locked).run()
    assert report.trouble.trouble is Trouble.KEYRING_LOCKED


def test_a_reading_that_is_stopped_keeps_its_pages_and_goes_on_from_there(store):
    reader = FakeReader(page(1, bookmark=b"1"), page(2, bookmark=b"2"))
    reading = Reading(store, reader)
    reading.stop = True
    (report,) = reading.run()
    assert report.trouble.trouble is Trouble.INTERRUPTED
    assert store.accounts.bookmark("key-work") == b"1"
    reading.stop = False
    (report,) = reading.run(patient=True)
    assert report.trouble is None
    assert reader.asked[1][1] == b"1"


def test_one_account_may_be_read_alone(store):
    reader = FakeReader(page(1, bookmark=b"1"))
    Reading(store, reader, ("work", "home")).run("home")
    assert [one[0] for one in reader.asked] == ["home"]


def test_a_patient_reading_asks_every_quarter_hour(store):
    reader = FakeReader(page(1, bookmark=b"1"))
    reading = Reading(store, reader)
    for minutes in (0, 5, 14, 15, 20, 30):
        reading.now = UtcMillis(NOW + minutes * 60_000)
        reading.run(patient=True)
    assert len(reader.asked) == 3


def test_what_changed_replaces_what_was_told_before(store):
    reader = FakeReader(page(1, bookmark=b"1", tickets=(ticket("LED-1", TicketState.DONE),)))
    reading = Reading(store, reader)
    reading.run()
    again = page(1, bookmark=b"2", tickets=(ticket("LED-1"),))
    reader.told = (again._replace(pulls=(pull(1, "Count carts once"),)),)
    (report,) = reading.run()
    assert (report.added, report.changed) == (0, 2)
    assert store.work.pulls()[0].title == "Count carts once"
    assert store.work.tickets()[0].state is TicketState.OPEN


class OfTwoForges(FakeReader):
    """Each forge has its own pull request 1 and ticket 3 of one name."""

    def read(self, client, account, bookmark, since):
        told = ticket("acme/shop#3")._replace(repository="acme/shop", title=account.name)
        yield WorkPage((pull(1, account.name),), (told,), b"1", 2, 2)


def test_two_forges_with_a_repository_of_one_name_do_not_overwrite_each_other(store):
    reading = Reading(store, OfTwoForges(), ())
    mirror = account("mirror")._replace(address="https://git.example.com:8443")
    with store.writing():
        store.accounts.keep(account("work"), NOW)
        store.accounts.keep(mirror, UtcMillis(NOW + 1))
    for _ in range(3):
        reading.run()
    titles = {one.repository: one.title for one in store.work.pulls()}
    assert titles == {"acme/shop": "work", "git.example.com-8443/acme/shop": "mirror"}
    assert {one.key: one.title for one in store.work.tickets()} == {
        "acme/shop#3": "work",
        "git.example.com-8443/acme/shop#3": "mirror",
    }


def test_who_was_told_apart_stays_so_when_the_other_is_removed(store):
    reading = Reading(store, OfTwoForges(), ())
    mirror = account("mirror")._replace(address="https://git.example.com")
    with store.writing():
        store.accounts.keep(account("work"), NOW)
        store.accounts.keep(mirror, UtcMillis(NOW + 1))
    reading.run()
    with store.writing():
        store.accounts.remove(account("work").key)
    reading.run()
    titles = {one.repository: one.title for one in store.work.pulls()}
    assert titles == {"acme/shop": "work", "git.example.com/acme/shop": "mirror"}


def test_two_accounts_at_one_forge_tell_of_the_same(store):
    Reading(store, OfTwoForges(), ("work", "home")).run()
    assert [one.repository for one in store.work.pulls()] == ["acme/shop"]


def standing(trouble=None, tried=NOW, until=None):
    told = AccountTrouble(trouble, None, until) if trouble else None
    return AccountStanding(account("work"), tried, None, told)


@pytest.mark.parametrize("trouble", list(Trouble))
def test_after_a_plain_no_it_waits_for_the_owner_and_else_for_its_turn(trouble):
    later = UtcMillis(NOW + PACE_MS)
    assert is_due(standing(trouble), later) == (trouble not in WAITS_FOR_THE_OWNER)
    assert may_be_asked(standing(trouble), later)
    assert is_due(standing(trouble), NOW) == (trouble is Trouble.INTERRUPTED)


def test_nobody_is_asked_before_the_moment_it_named():
    until = UtcMillis(NOW + 2 * PACE_MS)
    assert not may_be_asked(standing(Trouble.BUSY, until=until), UtcMillis(until - 1))
    assert not is_due(standing(Trouble.BUSY, until=until), UtcMillis(until - 1))
    assert may_be_asked(standing(Trouble.BUSY, until=until), until)


def test_a_clock_that_was_set_back_does_not_silence_an_account():
    assert is_due(standing(tried=UtcMillis(NOW + 10 * PACE_MS)), NOW)


def test_what_a_system_said_before_the_clock_was_set_back_does_not_silence_an_account():
    before = standing(Trouble.BUSY, UtcMillis(NOW + 300 * 86_400_000), UtcMillis(NOW + 301 * 86_400_000))
    assert may_be_asked(before, NOW)
    assert is_due(before, NOW)


def test_a_moment_too_far_off_to_be_meant_holds_for_a_week():
    week = 7 * 86_400_000
    told = standing(Trouble.BUSY, until=UtcMillis(NOW + 70 * 365 * 86_400_000))
    assert not may_be_asked(told, UtcMillis(NOW + week - 1))
    assert may_be_asked(told, UtcMillis(NOW + week))


def test_a_reading_that_is_stopped_begins_no_other_account(store):
    reader = FakeReader(page(1, bookmark=b"1"), page(2, bookmark=b"2"))
    reading = Reading(store, reader, ("home", "work"))
    reading.stop = True
    assert [one.account for one in reading.run()] == ["home"]
    assert [one[0] for one in reader.asked] == ["home"]
    reading.stop = False
    assert [one.account for one in reading.run(patient=True)] == ["home", "work"]


def test_what_an_account_that_was_removed_had_told_counts_to_the_one_that_tells_it_now(store):
    told = page(1, bookmark=b"1", tickets=(ticket("LED-1"),))
    Reading(store, FakeReader(told)).run()
    with store.writing():
        store.accounts.remove("key-work")
    again = Reading(store, FakeReader(told), ("anew",))
    (report,) = again.run()
    assert (report.added, report.changed) == (0, 0)
    assert (again.standing.pulls, again.standing.tickets) == (1, 1)


def test_what_another_account_tells_too_stays_counted_to_the_first(store):
    told = page(1, bookmark=b"1", tickets=(ticket("LED-1"),))
    both = Reading(store, FakeReader(told), ("home", "work"))
    both.run()
    both.run()
    assert [(one.pulls, one.tickets) for one in store.accounts.standings()] == [(1, 1), (0, 0)]


class Meanwhile(FakeReader):
    """Tells two pages; the owner does something between them."""

    def __init__(self, act):
        super().__init__(page(1, bookmark=b"1"), page(2, bookmark=b"2"), page(3, bookmark=b"3"))
        self.act = act

    def read(self, client, account, bookmark, since):
        for number, one in enumerate(super().read(client, account, bookmark, since)):
            if number == 1 and account.name == "work":
                self.act()
            yield one


def test_an_account_that_is_taken_out_while_it_is_read_is_asked_no_more_and_leaves_no_standing(store):
    def remove():
        with store.writing(act=True):
            store.accounts.remove("key-work")

    reading = Reading(store, Meanwhile(remove), ("home", "work"))
    reports = {one.account: one for one in reading.run()}
    assert (reports["work"].pulls, reports["home"].pulls) == (1, 3)
    assert [one.account.name for one in store.accounts.standings()] == ["home"]
    assert store.accounts.bookmark("key-work") is None


def test_an_account_that_is_changed_while_it_is_read_goes_on_by_its_new_address_alone(store):
    changed = account("work")._replace(address="https://other.example")

    def change():
        with store.writing(act=True):
            store.accounts.keep(changed, NOW)
            store.accounts.forget_bookmark(changed.key)

    reading = Reading(store, Meanwhile(change))
    (report,) = reading.run()
    assert (report.pulls, report.trouble.trouble) == (1, Trouble.INTERRUPTED)
    assert store.accounts.bookmark("key-work") is None
    assert is_due(reading.standing, NOW)
