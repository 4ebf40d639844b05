"""What every test stands on: an empty home, no network, no screen, a fixed clock."""

import os
import socket

import pytest

from outlay.wiring import LEADS_ELSEWHERE

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def empty_home(tmp_path_factory, monkeypatch):
    """A home of its own for each test, and none of the variables that point elsewhere."""
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith(("GIT_", "OUTLAY_")) or name in LEADS_ELSEWHERE:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Every connection off this machine's own sockets is refused, and fails the test that tried."""
    connect = socket.socket.connect

    def refuse(self, address):
        if self.family == getattr(socket, "AF_UNIX", None):
            return connect(self, address)
        message = f"a test tried to reach {address}"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", refuse)
