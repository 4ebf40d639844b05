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


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp):
    """There can be one application in a process: the one with widgets, whoever asks for Qt first."""
    return qapp


_CONNECT = socket.socket.connect
_OWN_FAMILIES = {getattr(socket, "AF_UNIX", None)}


def _refuse(self, address):
    if self.family in _OWN_FAMILIES:
        return _CONNECT(self, address)
    message = f"a test tried to reach {address}"
    raise AssertionError(message)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Every connection off this machine's own sockets is refused, and fails the test that tried."""
    monkeypatch.setattr(socket.socket, "connect", _refuse)


@pytest.fixture
def this_machine_alone(no_network, monkeypatch):
    """Connections to this machine's loopback are let through, for tests with a server of their own."""

    def connect(self, address):
        is_here = self.family in {socket.AF_INET, socket.AF_INET6} and address[0] in {"127.0.0.1", "::1"}
        return _CONNECT(self, address) if is_here else _refuse(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
