"""Logs do not wait for a forge: a reading of accounts gives way to the next wish and goes on afterwards."""

import io
import json
import sys
import threading
from argparse import Namespace

import pytest

from outlay.cli.commands import worker
from outlay.domain.accounts import AccountReport, AccountTrouble, Trouble
from outlay.domain.answers import SyncReport

INTERRUPTED = AccountReport("work", "fake", 1, 0, 1, 0, 1, 0, AccountTrouble(Trouble.INTERRUPTED))


class FakeApp:
    """Its accounts take two readings; the first waits until another wish is seen."""

    def __init__(self):
        self.calls = []
        self.began = threading.Event()
        self.left = 2

    def sync(self, only, progress, paths=(), work=None):
        self.calls.append((paths, work.patient))
        accounts = ()
        if not paths and self.left:
            self.left -= 1
            if self.left:
                self.began.set()
                while not work.stopped():
                    pass
                accounts = (INTERRUPTED,)
        return SyncReport(0.0, (), (), 1, (), (), accounts)


@pytest.fixture
def wishes(monkeypatch):
    """Lines to the worker, written while it works."""
    monkeypatch.setattr(worker, "IDLE_SECONDS", 0.3)
    monkeypatch.setattr(sys, "stdout", io.StringIO())


def test_accounts_give_way_to_a_log_that_changed_and_go_on_after_it(wishes, monkeypatch):
    app = FakeApp()

    def lines():
        yield json.dumps({"do": "sync"}) + "\n"
        app.began.wait(5)
        yield json.dumps({"do": "sync", "paths": ["/a.jsonl"]}) + "\n"
        threading.Event().wait(1)

    monkeypatch.setattr(sys, "stdin", lines())
    worker.answer(app, Namespace())
    assert app.calls == [((), True), (("/a.jsonl",), True), ((), True)]


def test_with_nothing_unfinished_it_ends_when_it_is_idle(wishes, monkeypatch):
    app = FakeApp()
    app.left = 0

    def lines():
        yield json.dumps({"do": "sync"}) + "\n"
        threading.Event().wait(1)

    monkeypatch.setattr(sys, "stdin", lines())
    worker.answer(app, Namespace())
    assert app.calls == [((), True)]
