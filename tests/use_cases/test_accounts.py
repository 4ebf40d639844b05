"""An account is kept when everything it needs is there, and its token nowhere but in the keyring."""

from contextlib import closing

import pytest

from outlay.domain.accounts import AccountTrouble, Login, Need, RemoteError, SecretPlace, SystemCard, Trouble
from outlay.domain.moments import UtcMillis
from outlay.errors import StoreError, WrongCallError
from outlay.store.store import Store
from outlay.use_cases.accounts import Connecting

NOW = UtcMillis(1_795_194_300_000)
TOKEN = "canary-7f31c0"
CLOUD = SystemCard("cloud", "Cloud", "https://cloud.example", (), (), "", True, False, 2, 1000)
OWN = SystemCard(
    "own", "Own", None, (Need("email"), Need("project", required=False)), (), "", True, False, 2, 1000
)


class FakeSecrets:
    def __init__(self):
        self.kept, self.trouble = {}, None

    def get(self, account):
        return self.kept[account.key]

    def keep(self, account, secret):
        if self.trouble:
            raise RemoteError(self.trouble)
        self.kept[account.key] = secret

    def remove(self, account):
        self.kept.pop(account.key, None)


class FakeReader:
    def __init__(self, card):
        self.card = card

    def who(self, client, account):
        return Login(client.secret)


class FakeClient:
    def __init__(self, secret):
        self.secret = secret

    def close(self):
        pass


@pytest.fixture
def parts():
    readers = {card.system: FakeReader(card) for card in (CLOUD, OWN)}
    return Connecting(readers, FakeSecrets(), lambda *asked: FakeClient(asked[2]))


@pytest.fixture
def store(tmp_path):
    with closing(Store(tmp_path / "outlay.sqlite", "here")) as one:
        yield one


def described(parts, system="cloud", name="work", address=None, settings=None):
    return parts.described(system, name, address, settings or {}, SecretPlace.KEYRING)


def test_a_cloud_needs_nothing_but_its_name(parts):
    one = described(parts, name="  my   work ")
    assert (one.name, one.address, one.settings) == ("my work", "https://cloud.example", ())
    assert described(parts).key != one.key


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"system": "none"}, "cloud, own"),
        ({"system": "own", "settings": {"email": "a@b"}}, "--base-url"),
        ({"system": "own", "address": "https://a.b"}, "--set email="),
        ({"system": "own", "address": "https://a.b", "settings": {"email": " "}}, "--set email="),
        (
            {"system": "own", "address": "https://a.b", "settings": {"email": "a@b", "team": "x"}},
            "email, project",
        ),
        ({"address": "ftp://a.b"}, "https://git.example.com"),
        ({"name": "  "}, "few words"),
        ({"name": "x" * 61}, "few words"),
        ({"name": "a\x1b[1m"}, "few words"),
    ],
)
def test_what_is_missing_is_asked_for_by_its_name(parts, more, said):
    with pytest.raises(WrongCallError) as caught:
        described(parts, **more)
    assert said in caught.value.advice


def test_an_account_and_its_token_are_kept_apart(parts, store):
    one = described(parts)
    parts.add(store, one, TOKEN, NOW)
    assert store.accounts.all() == (one,)
    assert parts.secrets.kept == {one.key: TOKEN}
    for path in store.path.parent.iterdir():
        assert TOKEN.encode() not in path.read_bytes()


def test_without_a_keyring_nothing_is_kept(parts, store):
    parts.secrets.trouble = Trouble.KEYRING_ABSENT
    with pytest.raises(RemoteError):
        parts.add(store, described(parts), TOKEN, NOW)
    assert store.accounts.all() == ()


def test_a_token_that_comes_from_elsewhere_now_does_not_stay_in_the_keyring(parts, store):
    one = described(parts)
    parts.add(store, one, TOKEN, NOW)
    other = one._replace(secret_place=SecretPlace.ENVIRONMENT, variable="FORGE_TOKEN")
    parts.add(store, other, None, NOW)
    assert parts.secrets.kept == {}
    assert store.accounts.all() == (other,)


def test_two_accounts_cannot_have_one_name(parts, store):
    parts.add(store, described(parts), TOKEN, NOW)
    with pytest.raises(WrongCallError):
        parts.add(store, described(parts), "another", NOW)
    assert list(parts.secrets.kept.values()) == [TOKEN]


def test_a_changed_account_keeps_what_was_read_and_is_asked_again(parts, store):
    one = described(parts)
    parts.add(store, one, TOKEN, NOW)
    with store.writing():
        store.accounts.keep_bookmark(one.key, b"5")
        store.accounts.keep_reading(one.key, NOW, 1, AccountTrouble(Trouble.REFUSED, 401))
    parts.add(store, one._replace(name="new"), "another", NOW)
    (standing,) = store.accounts.standings()
    assert (standing.account.name, standing.trouble, standing.tried) == ("new", None, None)
    assert store.accounts.bookmark(one.key) == b"5"
    assert parts.secrets.kept == {one.key: "another"}


def test_a_test_takes_the_token_that_is_given_or_the_kept_one(parts, store):
    one = described(parts)
    assert parts.test(one, "typed").login == "typed"
    parts.add(store, one, TOKEN, NOW)
    assert parts.test(one).login == TOKEN


def test_a_removed_account_takes_its_token_along(parts, store):
    one = described(parts)
    parts.add(store, one, TOKEN, NOW)
    assert parts.remove(store, "work") == one
    assert (store.accounts.all(), parts.secrets.kept) == ((), {})
    with pytest.raises(WrongCallError):
        parts.remove(store, "work")


@pytest.mark.parametrize(
    "change",
    [{"address": "https://other.example"}, {"settings": (("email", "a@b"), ("project", "new"))}],
)
def test_an_account_that_shows_another_place_is_read_from_the_beginning(parts, store, change):
    one = described(parts, "own", address="https://own.example", settings={"email": "a@b"})
    parts.add(store, one, TOKEN, NOW)
    with store.writing():
        store.accounts.keep_bookmark(one.key, b"5")
    parts.add(store, one._replace(**change), None, NOW)
    assert store.accounts.bookmark(one.key) is None


@pytest.mark.parametrize("trouble", [Trouble.KEYRING_ABSENT, Trouble.KEYRING_LOCKED, Trouble.KEYRING_SLOW])
def test_a_keyring_that_does_not_open_is_asked_for_one_token_alone(parts, trouble):
    accounts = [described(parts, name=name) for name in ("first", "second", "third")]
    asked = []

    def refuse(account):
        asked.append(account.name)
        raise RemoteError(trouble)

    parts.secrets.remove = refuse
    assert parts.remove_tokens(accounts) == ((), ("first", "second", "third"))
    assert asked == ["first"]


def test_a_token_that_does_not_go_leaves_the_others_to_go(parts):
    accounts = [described(parts, name=name) for name in ("first", "second")]

    def refuse(account):
        if account.name == "first":
            raise RemoteError(Trouble.KEYRING_REFUSED)

    parts.secrets.remove = refuse
    assert parts.remove_tokens(accounts) == (("second",), ("first",))


@pytest.mark.parametrize("trouble", [Trouble.KEYRING_ABSENT, Trouble.KEYRING_LOCKED, Trouble.KEYRING_SLOW])
def test_an_account_whose_keyring_does_not_open_may_name_a_variable_instead(parts, store, trouble):
    one = described(parts)
    parts.add(store, one, TOKEN, NOW)

    def refuse(account):
        raise RemoteError(trouble)

    parts.secrets.remove = refuse
    other = one._replace(secret_place=SecretPlace.ENVIRONMENT, variable="FORGE_TOKEN")
    parts.add(store, other, None, NOW)
    assert store.accounts.all() == (other,)


def test_a_keyring_that_does_not_let_go_of_a_token_is_told_before_anything_changes(parts, store):
    one = described(parts)
    parts.add(store, one, TOKEN, NOW)

    def refuse(account):
        raise RemoteError(Trouble.KEYRING_REFUSED)

    parts.secrets.remove = refuse
    with pytest.raises(RemoteError):
        parts.add(
            store, one._replace(secret_place=SecretPlace.ENVIRONMENT, variable="FORGE_TOKEN"), None, NOW
        )
    assert store.accounts.all() == (one,)


def test_a_token_of_an_account_that_could_not_be_kept_does_not_stay(parts, store, monkeypatch):
    def refuse(*_):
        raise StoreError("No room.", "Make some.")

    monkeypatch.setattr(store.accounts, "keep", refuse)
    with pytest.raises(StoreError):
        parts.add(store, described(parts), TOKEN, NOW)
    assert (parts.secrets.kept, store.accounts.all()) == ({}, ())
