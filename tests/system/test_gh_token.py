"""GitHub's command line is asked for one host, and whatever goes wrong holds none of its words."""

import os
import time

import pytest

from outlay.domain.accounts import RemoteError, Trouble
from outlay.system.gh_token import gh_token


@pytest.fixture
def gh(tmp_path):
    """Puts a program named gh on the path; gives the environment."""

    def put(script):
        program = tmp_path / "gh"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o700)
        return {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}

    return put


def trouble_of(*arguments, **more):
    with pytest.raises(RemoteError) as caught:
        gh_token(*arguments, **more)
    assert "canary" not in repr(caught.value) + repr(caught.value.__cause__) + repr(caught.value.__context__)
    return caught.value.trouble


def test_it_is_asked_for_the_host_of_the_account(gh):
    environment = gh('echo "$@"')
    assert gh_token("https://git.example.com:8443/x", environment) == "auth token --hostname git.example.com"


def test_one_that_is_not_signed_in_has_no_token(gh):
    assert trouble_of("https://github.com", gh("echo canary >&2; exit 1")) is Trouble.NO_SECRET


def test_without_gh_there_is_no_token(tmp_path):
    assert trouble_of("https://github.com", {"PATH": str(tmp_path)}) is Trouble.NO_SECRET


def test_one_that_waits_for_a_password_is_given_up(gh):
    began = time.monotonic()
    assert trouble_of("https://github.com", gh("exec sleep 5"), seconds=0.1) is Trouble.KEYRING_SLOW
    assert time.monotonic() - began < 3


def test_it_reads_nothing_of_what_is_typed_at_the_terminal(gh):
    typed, end = os.pipe()
    os.write(end, b"typed")
    os.close(end)
    own = os.dup(0)
    os.dup2(typed, 0)
    try:
        assert gh_token("https://github.com", gh("cat; echo token")) == "token"
    finally:
        os.dup2(own, 0)
        os.close(own)
        os.close(typed)
