"""The way out: only to the account's own host, only safely, and nothing that fails shows the token or the answer."""

import gzip
import json
import logging
import socket
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import format_datetime
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.moments import UtcMillis
from outlay.rules.addresses import clean_address, is_this_machine
from outlay.system import http
from outlay.system.http import Client, Door

pytestmark = pytest.mark.usefixtures("this_machine_alone")
TOKEN = "canary-7f31c0"
NOW = UtcMillis(1_795_194_300_000)


@pytest.fixture(scope="module")
def running():
    with HTTPServer(threaded=True) as server:
        yield server


@pytest.fixture
def server(running):
    running.clear()
    yield running
    while _OPEN:
        _OPEN.pop().close()


_OPEN = []


class Asked:
    """A client of a server with a clock that stands; `waits` are the seconds it was told to wait."""

    def __init__(self, base, **more):
        self.waits = []
        door = Door(
            base,
            {"Authorization": f"Bearer {TOKEN}"},
            lambda: NOW,
            sleep=self.waits.append,
            proxies=more.pop("proxies", lambda _: {}),
            **more,
        )
        self.client = Client(door)
        _OPEN.append(self.client)

    def get(self, *arguments, **more):
        return self.client.get(*arguments, **more)


@pytest.fixture
def asked(server):
    return Asked(f"http://127.0.0.1:{server.port}")


def trouble_of(ask, *arguments):
    with pytest.raises(RemoteError) as caught:
        ask(*arguments)
    shown = repr(caught.value) + str(caught.value) + repr(caught.value.__cause__)
    assert TOKEN not in shown
    assert "secret words" not in shown
    assert "127.0.0.1" not in shown
    return caught.value


def test_an_answer_holds_its_json_with_fractions_as_they_are_written(server, asked):
    server.expect_request("/v1/costs", query_string="page=2").respond_with_data(
        '{"usd": 0.1, "n": 3}', content_type="application/json", headers={"X-Next-Page": "3"}
    )
    answer = asked.get("/v1/costs", {"page": 2})
    assert answer.value == {"usd": Decimal("0.1"), "n": 3}
    assert answer.headers["x-next-page"] == "3"
    request, _ = server.log[0]
    assert request.headers["Authorization"] == f"Bearer {TOKEN}"
    assert request.headers["User-Agent"].startswith("Outlay/")


def test_a_question_with_a_body_is_sent_as_json(server, asked):
    server.expect_request("/graphql", method="POST", json={"query": "{viewer}"}).respond_with_json(
        {"data": 1}
    )
    assert asked.client.post("graphql", {"query": "{viewer}"}).value == {"data": 1}


@pytest.mark.parametrize("base", ["http://git.example.com", "http://10.0.0.7:8080", "ftp://127.0.0.1"])
def test_a_token_goes_over_https_or_stays_here(base):
    with pytest.raises(RemoteError) as caught:
        Asked(base)
    assert caught.value.trouble is Trouble.INSECURE


def test_another_host_is_never_asked(asked, monkeypatch):
    def refuse(*arguments, **more):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    for address in ("https://evil.example/x", "http://127.0.0.1:1/x", "https://127.0.0.1/x"):
        assert trouble_of(asked.get, address).trouble is Trouble.MOVED


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_another_host_takes_no_token_along(server, asked, status):
    with HTTPServer() as other:
        other.expect_request("/taken").respond_with_json({})
        server.expect_request("/old").respond_with_response(
            Response("", status, {"Location": f"http://127.0.0.1:{other.port}/taken"})
        )
        assert trouble_of(asked.get, "/old").trouble is Trouble.MOVED
        assert not other.log


def test_a_redirect_within_the_host_is_followed_and_a_circle_is_not(server, asked):
    server.expect_request("/old").respond_with_response(Response("", 302, {"Location": "/new"}))
    server.expect_request("/new").respond_with_json({"a": 1})
    server.expect_request("/round").respond_with_response(Response("", 302, {"Location": "/round"}))
    assert asked.get("/old").value == {"a": 1}
    assert trouble_of(asked.get, "/round").trouble is Trouble.MOVED
    assert len(server.log) < 10


def test_a_redirect_leads_to_the_address_it_names_and_takes_no_query_along(server, asked):
    server.expect_request("/old").respond_with_response(Response("", 302, {"Location": "/new?page=2"}))
    server.expect_request("/new").respond_with_json({})
    asked.get("/old", {"page": 1, "state": "all"})
    assert server.log[-1][0].query_string == b"page=2"


def test_an_answer_that_lies_elsewhere_is_fetched_without_asking_the_question_again(server, asked):
    server.expect_request("/ask").respond_with_response(Response("", 303, {"Location": "/found"}))
    server.expect_request("/found").respond_with_json({})
    asked.client.post("/ask", {"query": "canary"})
    sent = server.log[-1][0]
    assert (sent.method, sent.get_data()) == ("GET", b"")


@pytest.mark.parametrize(
    ("status", "headers", "trouble"),
    [
        (400, {}, Trouble.UNEXPECTED),
        (401, {}, Trouble.REFUSED),
        (403, {}, Trouble.NOT_ALLOWED),
        (404, {}, Trouble.NOT_FOUND),
        (410, {}, Trouble.NOT_FOUND),
        (403, {"Retry-After": "3600"}, Trouble.BUSY),
        (403, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1795197900"}, Trouble.BUSY),
        (429, {"Retry-After": "3600"}, Trouble.BUSY),
        (500, {}, Trouble.BROKEN),
        (503, {}, Trouble.BROKEN),
    ],
)
def test_a_refusal_is_told_by_its_kind(server, asked, status, headers, trouble):
    server.expect_request("/").respond_with_response(Response("secret words", status, headers))
    error = trouble_of(asked.get, "/")
    assert (error.trouble, error.status) == (trouble, status)
    if trouble is Trouble.BUSY:
        assert error.until == NOW + 3_600_000
        assert not asked.waits


def test_the_permissions_a_refusal_names_are_told(server, asked):
    headers = {"X-Accepted-GitHub-Permissions": "pull_requests=read; issues=read"}
    server.expect_request("/").respond_with_response(Response("{}", 403, headers))
    assert trouble_of(asked.get, "/").missing == ("pull_requests=read", "issues=read")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_short_fault_is_waited_out_as_long_as_it_says(server, asked, status):
    answers = [
        Response("", status, {"Retry-After": "7"}),
        Response("[]", 200, content_type="application/json"),
    ]
    server.expect_request("/").respond_with_handler(lambda _: answers.pop(0))
    assert asked.get("/").value == []
    (wait,) = asked.waits
    assert 7 <= wait <= 8
    assert asked.client.requests == 2


def test_a_fault_that_stays_ends_after_four_tries_with_growing_waits(server, asked):
    server.expect_request("/").respond_with_response(Response("", 502))
    assert trouble_of(asked.get, "/").trouble is Trouble.BROKEN
    assert asked.client.requests == 4
    assert asked.waits == sorted(asked.waits)
    assert len(set(asked.waits)) == 3


def test_a_limit_without_a_date_is_not_tried_again_at_once(server, asked):
    server.expect_request("/").respond_with_response(Response("", 403))
    trouble_of(asked.get, "/")
    assert asked.client.requests == 1


def test_retry_after_may_be_a_date(server, asked):
    after = datetime.fromtimestamp(NOW / 1000, UTC) + timedelta(hours=2)
    headers = {"Retry-After": format_datetime(after, usegmt=True)}
    server.expect_request("/").respond_with_response(Response("", 429, headers))
    assert trouble_of(asked.get, "/").until == NOW + 7_200_000


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=255), max_size=40))
def test_any_retry_after_is_understood_or_left_out(written):
    error = http._refusal(429, {"retry-after": written}, NOW)
    assert error.trouble is Trouble.BUSY
    assert error.until is None or isinstance(error.until, int)


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        (b"<!DOCTYPE html><html>secret words</html>", Trouble.SIGN_IN_PAGE),
        (b"  \n<html>", Trouble.SIGN_IN_PAGE),
        (b'{"a": [1, 2', Trouble.GARBLED),
        (b"", Trouble.GARBLED),
        (b"secret words", Trouble.GARBLED),
        (b"\xff\xfe\x00", Trouble.GARBLED),
        (b"[" * 100_000, Trouble.GARBLED),
    ],
)
def test_what_is_no_json_is_told_as_what_it_is(server, asked, body, trouble):
    server.expect_request("/").respond_with_data(body, content_type="application/json")
    assert trouble_of(asked.get, "/").trouble is trouble


def test_an_answer_without_end_is_given_up(server, asked, monkeypatch):
    monkeypatch.setattr(http, "MOST_BYTES", 100_000)
    bomb = gzip.compress(b" " * 10_000_000)
    headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
    server.expect_request("/").respond_with_response(Response(bomb, 200, headers))
    assert trouble_of(asked.get, "/").trouble is Trouble.TOO_LARGE


def test_a_length_that_is_not_kept_is_no_answer(server):
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve():
            taken, _ = listening.accept()
            with taken:
                taken.recv(65_536)
                taken.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{"a": 1}')

        Thread(target=serve, daemon=True).start()
        one = Asked(f"http://127.0.0.1:{listening.getsockname()[1]}")
        assert trouble_of(one.get, "/").trouble is Trouble.GARBLED


def test_a_server_that_drips_is_given_up(server, asked, monkeypatch):
    monkeypatch.setattr(http, "WHOLE_SECONDS", 0.1)

    def drip(_: Request) -> Response:
        def parts():
            for _ in range(20):
                time.sleep(0.03)
                yield b" " * http._CHUNK

        return Response(parts(), 200, content_type="application/json")

    server.expect_request("/").respond_with_handler(drip)
    assert trouble_of(asked.get, "/").trouble is Trouble.SLOW


def test_a_server_that_is_silent_is_given_up(server, asked, monkeypatch):
    monkeypatch.setattr(http, "READ_SECONDS", 0.05)
    server.expect_request("/").respond_with_handler(lambda _: time.sleep(0.3) or Response("{}"))
    assert trouble_of(asked.get, "/").trouble is Trouble.SLOW


def test_nobody_at_the_address_is_told(server):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{free.getsockname()[1]}"
    assert trouble_of(Asked(base).get, "/").trouble is Trouble.AWAY


def test_a_server_that_speaks_no_tls_is_a_matter_of_the_certificate_or_nobody(server):
    error = trouble_of(Asked(f"https://127.0.0.1:{server.port}").get, "/")
    assert error.trouble in {Trouble.CERTIFICATE, Trouble.AWAY}


def test_a_login_of_a_netrc_is_not_sent(server, asked, tmp_path, monkeypatch):
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login other password other-word\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HOME", str(tmp_path))
    server.expect_request("/").respond_with_json({})
    asked.get("/")
    assert server.log[0][0].headers["Authorization"] == f"Bearer {TOKEN}"


def test_nothing_is_logged_that_holds_the_token_or_the_answer(server, asked, caplog):
    caplog.set_level(logging.DEBUG)
    server.expect_request("/").respond_with_data('{"a": "secret words"}', content_type="application/json")
    asked.get("/")
    assert TOKEN not in caplog.text
    assert "secret words" not in caplog.text
    assert TOKEN not in repr(asked.client.__dict__)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("git.example.com", "https://git.example.com"),
        ("https://git.example.com/", "https://git.example.com"),
        ("https://Git.Example.com:8443/jira/", "https://git.example.com:8443/jira"),
        ("https://me:word@git.example.com/x?y=1#z", "https://git.example.com/x"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("  https://a.b  ", "https://a.b"),
        ("ftp://a.b", None),
        ("https://", None),
        ("", None),
        ("https://a b", None),
        ("https://a.b:port", None),
        ("javascript:alert(1)", None),
    ],
)
def test_an_address_is_kept_without_what_does_not_belong(typed, kept):
    assert clean_address(typed) == kept


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_none(typed):
    address = clean_address(typed)
    assert address is None or clean_address(address) == address


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("10.0.0.1", False),
        ("a.b", False),
    ],
)
def test_this_machine_is_the_loopback_alone(host, here):
    assert is_this_machine(host) is here


@pytest.mark.parametrize(
    "taken",
    ["http://{evil}\\@{own}/x", "http://{evil}\\\\@{own}/x", "http://me:pw@{own}/x"],
)
def test_an_address_that_two_parsers_see_two_hosts_in_is_never_asked(server, asked, taken):
    with HTTPServer() as other:
        evil, own = f"127.0.0.1:{other.port}", f"127.0.0.1:{server.port}"
        address = taken.format(evil=evil, own=own)
        server.expect_request("/old").respond_with_response(
            Response(status=302, headers={"Location": address}),
        )
        assert trouble_of(asked.get, address).trouble is Trouble.MOVED
        assert trouble_of(asked.get, "old").trouble is Trouble.MOVED
        assert not other.log


def test_a_proxy_is_not_shown_the_token_of_a_server_on_this_machine(server):
    server.expect_request("/v1").respond_with_json({"n": 1})
    with HTTPServer() as proxy:
        named = {"http": f"http://127.0.0.1:{proxy.port}"}
        asked = Asked(f"http://127.0.0.1:{server.port}", proxies=lambda _: named)
        assert asked.get("v1").value == {"n": 1}
        assert not proxy.log


@pytest.mark.parametrize(
    "headers",
    [
        {"Retry-After": "9" * 5_000},
        {"Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT"},
        {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "9" * 30},
        {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "9" * 5_000},
    ],
)
def test_no_system_sends_an_account_away_for_more_than_a_week(server, asked, headers):
    server.expect_request("/v1").respond_with_response(Response("{}", status=429, headers=headers))
    until = trouble_of(asked.get, "v1").until
    assert until == NOW + 7 * 86_400_000


@pytest.mark.parametrize(
    "written", ["Fri, 31 Dec 2027 23:59:59 +99999999999999", "Fri, 99 Dec 2027 23:59:59 GMT", "soon"]
)
def test_a_date_that_is_none_says_no_moment(server, asked, written):
    server.expect_request("/v1").respond_with_response(
        Response("{}", status=429, headers={"Retry-After": written})
    )
    assert trouble_of(asked.get, "v1").until is None


def test_a_file_of_certificates_that_is_not_there_is_told():
    asked = Asked("https://127.0.0.1:9", certificates="/nonexistent/company.pem")
    assert trouble_of(asked.get, "v1").trouble is Trouble.CERTIFICATE


@pytest.mark.parametrize("token", ["canary\n-7f31c0", "canary\u20ac-7f31c0"])
def test_a_token_with_signs_that_none_has_is_not_accepted(server, token):
    client = Client(
        Door(f"http://127.0.0.1:{server.port}", {"Authorization": f"Bearer {token}"}, lambda: NOW)
    )
    _OPEN.append(client)
    assert trouble_of(client.get, "v1").trouble is Trouble.REFUSED
    assert not server.log


def test_a_server_that_gives_single_bytes_is_given_up_in_time(monkeypatch):
    monkeypatch.setattr(http, "WHOLE_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def drip():
            taken, _ = listening.accept()
            with taken, suppress(OSError):
                taken.recv(9_999)
                taken.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n")
                for _ in range(90):
                    taken.sendall(b" ")
                    time.sleep(0.05)

        Thread(target=drip, daemon=True).start()
        began = time.monotonic()
        asked = Asked(f"http://127.0.0.1:{listening.getsockname()[1]}")
        assert trouble_of(asked.get, "v1").trouble is Trouble.SLOW
        assert time.monotonic() - began < 2


def test_a_body_that_ends_before_its_length_is_garbled_and_one_that_is_packed_is_unpacked(server, asked):
    packed = gzip.compress(json.dumps({"n": list(range(50_000))}).encode())
    server.expect_request("/whole").respond_with_response(
        Response(packed, headers={"Content-Encoding": "gzip"})
    )
    server.expect_request("/half").respond_with_response(
        Response(packed[: len(packed) // 2], headers={"Content-Encoding": "gzip"})
    )
    server.expect_request("/none").respond_with_response(
        Response(b"{}" * 40, headers={"Content-Encoding": "gzip"})
    )
    assert asked.get("whole").value["n"][-1] == 49_999
    assert trouble_of(asked.get, "half").trouble is Trouble.GARBLED
    assert trouble_of(asked.get, "none").trouble is Trouble.GARBLED


def test_one_connection_serves_all_questions():
    taken = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve():
            with suppress(OSError):
                while True:
                    one, _ = listening.accept()
                    taken.append(one)
                    while one.recv(9_999):
                        one.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")

        Thread(target=serve, daemon=True).start()
        asked = Asked(f"http://127.0.0.1:{listening.getsockname()[1]}")
        assert [asked.get("v1").body for _ in range(3)] == [b"[]"] * 3
        asked.client.close()
    assert len(taken) == 1
    taken[0].close()
