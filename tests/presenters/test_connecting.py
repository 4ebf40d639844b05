"""What is asked for an account, and what of what was typed cannot be taken."""

import pytest

from outlay.domain.accounts import Account, Need, SecretPlace, SystemCard
from outlay.presenters.connecting import (
    Typed,
    address_example,
    connected_text,
    faults,
    need_name,
    proposed_name,
    token_page,
)

CLOUD = SystemCard(
    "cloud", "Cloud", "https://cloud.example", (), (), "{address}/tokens", True, False, 2, 1000
)
OWN = SystemCard(
    "own", "Own", None, (Need("email"), Need("project", required=False)), (), "", True, True, 2, 1000
)
KEPT = Account("a1", "Work", "cloud", "https://cloud.example", (), SecretPlace.KEYRING)


def typed(**more):
    known = {"name": "Work", "address": "", "settings": {}, "place": SecretPlace.KEYRING, "secret": "t0"}
    return Typed(**{**known, **more})


def test_a_cloud_with_a_name_and_a_token_can_be_tried():
    assert faults(typed(), CLOUD, ()) == {}


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"name": "a\x1b[1m"}, "name"),
        ({"name": "Taken"}, "name"),
        ({"address": "ftp://a.b"}, "address"),
        ({"address": "http://git.example.com"}, "address"),
        ({"secret": ""}, "secret"),
        ({"place": SecretPlace.ENVIRONMENT}, "variable"),
        ({"place": SecretPlace.ENVIRONMENT, "variable": "$A B"}, "variable"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(more, field):
    assert list(faults(typed(**more), CLOUD, ("Taken",))) == [field]


def test_this_machine_may_be_asked_without_https():
    assert faults(typed(address="http://127.0.0.1:8080"), CLOUD, ()) == {}


def test_what_a_system_needs_is_said_in_the_order_of_the_dialog():
    assert list(faults(typed(name="", secret=""), OWN, ())) == ["name", "address", "email", "secret"]


def test_a_kept_token_serves_the_address_it_was_kept_for_alone():
    assert faults(typed(secret=""), CLOUD, (), KEPT) == {}
    assert list(faults(typed(secret="", address="https://other.example"), CLOUD, (), KEPT)) == ["secret"]


@pytest.mark.parametrize("place", [SecretPlace.ENVIRONMENT, SecretPlace.GH])
def test_an_account_that_had_its_token_elsewhere_needs_one_for_the_keyring(place):
    assert list(faults(typed(secret=""), CLOUD, (), KEPT._replace(secret_place=place))) == ["secret"]


def test_the_proposed_name_is_free():
    assert proposed_name(CLOUD, ()) == "Cloud"
    assert proposed_name(CLOUD, {"Cloud", "Cloud 2"}) == "Cloud 3"


def test_where_a_token_is_made_follows_the_address():
    assert token_page(CLOUD, "") == "https://cloud.example/tokens"
    assert token_page(CLOUD, "git.example.com/") == "https://git.example.com/tokens"
    assert token_page(OWN._replace(token_page="{address}/t"), "") == ""
    assert token_page(OWN._replace(token_page="https://own.example/t"), "") == "https://own.example/t"


def test_every_key_of_the_contract_has_a_name():
    keys = [
        "email",
        "workspace",
        "team",
        "project",
        "scope",
        "user_id",
        "key_id",
        "region",
        "organization",
        "login",
    ]
    assert len({need_name(key) for key in keys}) == len(keys)
    assert not [key for key in keys if need_name(key) == key]
    assert need_name("something_new") == "Something new"


def test_no_repr_holds_a_token():
    assert "t0" not in repr(typed(secret="canary-t0"))


def test_what_is_said_of_an_account_that_is_kept_holds_after_its_reading_too():
    assert connected_text("Work", anew=True, paused=False) == "Work is connected."
    assert "paused" in connected_text("Work", anew=False, paused=True)


def test_the_example_of_an_address_is_one_of_the_system():
    fault = faults(typed(address="ftp://a.b"), OWN._replace(system="jira"), ())["address"]
    assert fault == "Write it like https://your-site.atlassian.net."
    assert address_example(OWN._replace(system="gitea", pulls=True)) == "https://git.example.com"
    assert address_example(OWN._replace(system="youtrack", pulls=False)) == "https://tickets.example.com"
