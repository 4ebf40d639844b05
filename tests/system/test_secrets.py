"""Tokens are kept in a keyring that can be trusted, or not at all; and nothing that goes wrong shows one."""

import time

import pytest
from keyring import errors

from outlay.domain.accounts import Account, RemoteError, SecretPlace, Trouble
from outlay.system import secrets
from outlay.system.secrets import AccountSecrets

TOKEN = "canary-7f31c0"


def account(place=SecretPlace.KEYRING, variable=None):
    return Account("a1b2", "work", "github", "https://github.com", (), place, variable)


def ring(module="keyring.backends.SecretService", priority=5.0, **methods):
    """A keyring as if its class stood in a module; `methods` replace what it does."""

    class Ring:
        def __init__(self):
            self.kept = {}
            self.priority = priority

        def get_password(self, service, username):
            return self.kept.get((service, username))

        def set_password(self, service, username, password):
            self.kept[service, username] = password

        def delete_password(self, service, username):
            del self.kept[service, username]

    for name, method in methods.items():
        setattr(Ring, name, method)
    Ring.__module__ = module
    return Ring()


def kept_in(*rings, gh=lambda _: "", environment=None, quiet=False):
    return AccountSecrets(environment or {}, gh, lambda: rings, quiet=quiet)


def trouble_of(ask, *arguments):
    with pytest.raises(RemoteError) as caught:
        ask(*arguments)
    assert TOKEN not in repr(caught.value) + str(caught.value) + repr(caught.value.__cause__)
    return caught.value.trouble


def test_a_token_that_is_kept_comes_back_and_goes_when_it_is_removed():
    one = kept_in(ring())
    one.keep(account(), TOKEN)
    assert one.get(account()) == TOKEN
    one.remove(account())
    assert trouble_of(one.get, account()) is Trouble.NO_SECRET
    one.remove(account())


def test_two_accounts_do_not_share_a_token():
    one = kept_in(ring())
    one.keep(account(), TOKEN)
    assert trouble_of(one.get, account()._replace(key="c3d4")) is Trouble.NO_SECRET


def test_the_desktops_keyring_is_taken_even_where_a_plain_file_says_it_is_better():
    plain, real = ring("keyrings.alt.file", 99.0), ring()
    kept_in(plain, real).keep(account(), TOKEN)
    assert not plain.kept
    assert TOKEN in real.kept.values()


def test_of_two_keyrings_of_the_desktop_the_one_it_prefers_is_taken():
    other, preferred = ring(priority=4.8), ring("keyring.backends.kwallet", 5.1)
    for rings in ((other, preferred), (preferred, other)):
        kept_in(*rings).keep(account(), TOKEN)
    assert not other.kept
    assert TOKEN in preferred.kept.values()


@pytest.mark.parametrize(
    "module",
    ["keyrings.alt.file", "keyring.backends.fail", "keyring.backends.null", "keyring.backends.chainer"],
)
def test_a_keyring_that_cannot_be_trusted_is_none(module):
    other = ring(module)
    assert trouble_of(kept_in(other).keep, account(), TOKEN) is Trouble.KEYRING_ABSENT
    assert not other.kept


def test_a_keyring_that_gives_back_something_else_is_told():
    forgetful = ring(get_password=lambda *_: "another")
    assert trouble_of(kept_in(forgetful).keep, account(), TOKEN) is Trouble.KEYRING_REFUSED


def test_a_keyring_that_never_answers_is_given_up(monkeypatch):
    monkeypatch.setattr(secrets, "PROMPT_SECONDS", 0.05)
    hanging = ring(get_password=lambda *_: time.sleep(2))
    began = time.monotonic()
    assert trouble_of(kept_in(hanging).get, account()) is Trouble.KEYRING_SLOW
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("KeyringLocked", Trouble.KEYRING_LOCKED),
        ("InitError", Trouble.KEYRING_ABSENT),
        ("NoKeyringError", Trouble.KEYRING_ABSENT),
        ("PasswordSetError", Trouble.KEYRING_REFUSED),
    ],
)
def test_what_a_keyring_throws_is_told_by_kind_alone(name, trouble):
    def throw(self, service, username, password):
        raise getattr(errors, name)(f"could not store {password}")

    assert trouble_of(kept_in(ring(set_password=throw)).keep, account(), TOKEN) is trouble


def test_a_desktop_that_breaks_in_its_own_way_shows_no_token():
    def throw(self, service, username, password):
        raise RuntimeError(password)

    assert trouble_of(kept_in(ring(set_password=throw)).keep, account(), TOKEN) is Trouble.KEYRING_REFUSED


def test_a_variable_holds_the_token_and_an_empty_one_none():
    place = account(SecretPlace.ENVIRONMENT, "WORK_TOKEN")
    assert kept_in(environment={"WORK_TOKEN": f" {TOKEN}\n"}).get(place) == TOKEN
    assert trouble_of(kept_in(environment={"WORK_TOKEN": " "}).get, place) is Trouble.NO_SECRET
    assert trouble_of(kept_in().get, place) is Trouble.NO_SECRET


def test_github_is_asked_for_the_host_of_the_account():
    asked = []
    one = kept_in(gh=lambda address: asked.append(address) or TOKEN)
    assert one.get(account(SecretPlace.GH)) == TOKEN
    assert asked == ["https://github.com"]
