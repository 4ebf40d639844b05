"""Tokens in a real Secret Service: gnome-keyring on this test's own bus."""

import os
import shutil
import signal
import subprocess
import time

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from outlay.domain.accounts import Account, RemoteError, SecretPlace, Trouble
from outlay.system.secrets import AccountSecrets

pytestmark = [
    pytest.mark.tray,
    pytest.mark.skipif(shutil.which("gnome-keyring-daemon") is None, reason="gnome-keyring is not installed"),
]
ACCOUNT = Account("a1b2", "work", "github", "https://github.com", (), SecretPlace.KEYRING)
TOKEN = "canary-7f31c0"


class Daemon:
    def __init__(self, folder):
        self._environment = {**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        self._process = None

    def start(self, password=None):
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        unlock = ["--unlock"] if password else []
        self._process = subprocess.Popen(
            [*command, *unlock],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self._environment,
        )
        self._process.stdin.write((password or "").encode())
        self._process.stdin.close()
        self._await_service()

    def stop(self):
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(10)
            while _is_served():
                time.sleep(0.05)
            self._process = None

    def _await_service(self):
        ends = time.monotonic() + 10
        while not _is_served():
            assert time.monotonic() < ends, "gnome-keyring did not begin to serve"
            time.sleep(0.05)


def _is_served():
    """Asked in a way that does not have the bus start a daemon of its own."""
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    with open_dbus_connection() as connection:
        ask = new_method_call(bus, "NameHasOwner", "s", ("org.freedesktop.secrets",))
        return connection.send_and_get_reply(ask).body[0]


@pytest.fixture
def daemon(tmp_path):
    one = Daemon(tmp_path)
    yield one
    one.stop()


def secrets(**more):
    return AccountSecrets({}, lambda _: "", **more)


def test_it_keeps_a_token_over_a_restart_and_gives_it_back(daemon):
    daemon.start("the keyring's own")
    secrets().keep(ACCOUNT, TOKEN)
    daemon.stop()
    daemon.start("the keyring's own")
    assert secrets(quiet=True).get(ACCOUNT) == TOKEN
    secrets().remove(ACCOUNT)
    with pytest.raises(RemoteError) as caught:
        secrets().get(ACCOUNT)
    assert caught.value.trouble is Trouble.NO_SECRET


def test_a_locked_one_is_told_without_asking_for_its_password(daemon):
    daemon.start("the keyring's own")
    secrets().keep(ACCOUNT, TOKEN)
    daemon.stop()
    daemon.start()
    with pytest.raises(RemoteError) as caught:
        secrets(quiet=True).get(ACCOUNT)
    assert caught.value.trouble is Trouble.KEYRING_LOCKED


def test_without_a_keyring_on_the_bus_there_is_none(monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    with pytest.raises(RemoteError) as caught:
        secrets().keep(ACCOUNT, TOKEN)
    assert caught.value.trouble is Trouble.KEYRING_ABSENT


def test_a_desktop_without_a_keyring_yet_is_not_asked_to_make_one(daemon):
    daemon.start()
    began = time.monotonic()
    with pytest.raises(RemoteError) as caught:
        secrets(quiet=True).get(ACCOUNT)
    assert caught.value.trouble is Trouble.KEYRING_ABSENT
    assert time.monotonic() - began < 5
