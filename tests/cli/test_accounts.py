"""Accounts from the command line: connect, test, read, list, remove; what goes wrong is said with its next step."""

import io
import json
import sys

import pytest
from pytest_httpserver import HTTPServer

from outlay.cli.main import main
from outlay.system import secrets
from work_worlds.github import WORLD
from work_worlds.server import Served, refused

pytestmark = pytest.mark.usefixtures("this_machine_alone")


class FakeRing:
    """A keyring as if it were the desktop's."""

    priority = 5.0

    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


FakeRing.__module__ = "keyring.backends.macOS"


@pytest.fixture
def served(empty_home, monkeypatch):
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(empty_home / "data"))
    monkeypatch.setenv("OUTLAY_CONFIG_DIR", str(empty_home / "settings"))
    with HTTPServer(threaded=True) as server:
        yield Served(server, WORLD())


@pytest.fixture
def ring(monkeypatch):
    one = FakeRing()
    monkeypatch.setattr(secrets, "_all_keyrings", lambda: [one])
    return one


@pytest.fixture
def told(capsys):
    def ask(*words, code=0):
        capsys.readouterr()
        assert main([*words, "--json"]) == code
        return json.loads(capsys.readouterr().out)["data"]

    return ask


def add(served, *more):
    return ("accounts", "add", "github", "--base-url", served.address, *more)


@pytest.fixture
def connected(served, monkeypatch, told):
    monkeypatch.setenv("WORK_TOKEN", served.world.secret)
    told(*add(served, "--name", "work", "--secret-from-env", "WORK_TOKEN"))


def test_a_token_from_standard_input_goes_into_the_keyring_and_is_asked_from_there(
    served, ring, told, monkeypatch
):
    monkeypatch.setattr(sys, "stdin", io.StringIO(served.world.secret + "\n"))
    answer = told(*add(served, "--secret-stdin"))
    assert answer["login"] == served.world.login
    assert answer["account"]["secret"] == "keyring"
    assert list(ring.kept.values()) == [served.world.secret]
    assert told("sync", "--only", "work")["accounts"][0]["state"] == "found"
    assert told("accounts", "remove", "github") == {"removed": "github"}
    assert not ring.kept


def test_without_a_keyring_a_variable_is_proposed_and_nothing_is_kept(served, monkeypatch, told):
    monkeypatch.setattr(secrets, "_all_keyrings", list)
    monkeypatch.setattr(sys, "stdin", io.StringIO(served.world.secret + "\n"))
    assert "environment variable" in told(*add(served, "--secret-stdin"), code=1)["advice"]
    assert told("accounts")["accounts"] == []


def test_what_an_account_told_is_listed_with_when_and_how_much(served, connected, told):
    report = told("sync", "--account", "work")
    assert report["readers"] == []
    (asked,) = report["accounts"]
    assert asked["facts_added"] == asked["pull_requests"] + asked["tickets"] > 0
    (listed,) = told("accounts")["accounts"]
    assert (listed["pull_requests"], listed["tickets"]) == (asked["pull_requests"], asked["tickets"])
    assert listed["as_of"] is not None
    assert listed["variable"] == "WORK_TOKEN"
    assert served.world.secret not in json.dumps(listed)


def test_a_token_that_was_taken_back_is_said_and_the_code_is_1(served, connected, told, capsys):
    told("sync")
    served.fail(refused(401))
    (asked,) = told("sync", "--only", "work", code=1)["accounts"]
    assert asked["state"] == "refused"
    capsys.readouterr()
    assert main(["accounts"]) == 1
    assert "does not accept the token. Set WORK_TOKEN to a token that is valid" in capsys.readouterr().out
    served.heal()
    told("sync", "--only", "work")
    assert main(["accounts"]) == 0


def test_status_names_every_account_that_fails_with_its_next_step_in_lines_of_a_terminal(
    served, connected, told, capsys, monkeypatch
):
    told(*add(served, "--name", "second", "--secret-from-env", "WORK_TOKEN"))
    told("sync", "--only", "work")
    monkeypatch.setenv("WORK_TOKEN", "revoked")
    told("sync", "--only", "work", code=1)
    capsys.readouterr()
    assert main(["status"]) == 1
    lines = capsys.readouterr().out.splitlines()
    whole = " ".join(lines)
    for name in ("work", "second"):
        assert f"{name}: GitHub does not accept the token. Set WORK_TOKEN to a token that is valid" in whole
    assert max(map(len, lines)) <= 80
    assert "shipped unknown" not in whole


def test_an_account_that_waits_for_its_owner_gives_the_code_1_and_is_named(
    served, connected, told, capsys, monkeypatch
):
    told("sync", "--only", "work")
    monkeypatch.setenv("WORK_TOKEN", "revoked")
    told("sync", "--only", "work", code=1)
    for command in ("status", "items", "evidence"):
        capsys.readouterr()
        code = main([command, "--json"])
        problems = json.loads(capsys.readouterr().out)["problems"]
        assert ("account work", "stale") in [(one["source"], one["kind"]) for one in problems]
        assert code == 1


def test_the_next_step_of_a_sync_names_the_variable_that_holds_the_token(
    served, connected, told, capsys, monkeypatch
):
    monkeypatch.setenv("WORK_TOKEN", "revoked")
    assert main(["sync", "--only", "work"]) == 1
    assert "Set WORK_TOKEN to a token that is valid" in capsys.readouterr().out


def test_a_test_says_who_the_token_belongs_to(served, connected, told):
    assert told("accounts", "test", "work")["login"] == served.world.login


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("accounts", "add"), 2, "Name one of"),
        (("accounts", "add", "none"), 2, "github"),
        (
            ("accounts", "add", "jira", "--base-url", "https://a.b", "--secret-from-env", "X"),
            2,
            "--set email=VALUE",
        ),
        (("accounts", "add", "jira", "--set", "email=a@b", "--secret-from-env", "X"), 2, "--base-url URL"),
        (("accounts", "add", "github", "--set", "email"), 2, "email=me@example.com"),
        (
            ("accounts", "add", "github", "--base-url", "http://10.0.0.9", "--secret-from-env", "PATH"),
            1,
            "https",
        ),
        (("accounts", "add", "github", "--secret-from-env", "NOT_SET"), 1, "Set NOT_SET"),
        (("accounts", "test", "none"), 2, "accounts list"),
        (("accounts", "remove"), 2, "Name the account"),
        (("sync", "--account", "none"), 2, "accounts list"),
    ],
)
def test_what_is_missing_or_wrong_is_said_with_the_next_step(served, told, words, code, said):
    assert said in told(*words, code=code)["advice"]
    assert not served.requests


def test_every_system_says_what_it_needs(served, told):
    systems = {one["system"]: one for one in told("accounts", "systems")["systems"]}
    assert systems["jira"]["needs"] == ["email"]
    assert systems["github"]["scopes"]
    assert systems["github"]["token_page"].startswith("{address}")
