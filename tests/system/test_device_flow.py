"""Signing in by a code: GitHub is asked as often as it allows, and every end is told in kind."""

import json

import pytest
from pytest_httpserver import HTTPServer

from outlay.domain.accounts import Answer, RemoteError, Trouble
from outlay.domain.moments import UtcMillis
from outlay.system.device_flow import DeviceCode, DeviceFlow, DeviceFlowError, FlowEnd, Granted
from outlay.system.http import Client, Door

CODE = {
    "device_code": "3584d83530557fdd1f46af8289938c8ef79f9dc5",
    "user_code": "WDJB-MJHT",
    "verification_uri": "https://github.com/login/device",
    "expires_in": 900,
    "interval": 5,
}
PENDING = {
    "error": "authorization_pending",
    "error_description": "canary",
    "error_uri": "https://canary.example",
}
TOKEN = {"access_token": "gho_canary", "token_type": "bearer", "scope": "repo"}


class Played:
    """Answers one after the other; its clock moves by what is slept."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []
        self.waits = []
        self.now = 1_795_000_000_000
        self.left_off = False

    def post(self, path, body):
        self.asked.append((path, body))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return Answer(json.dumps(answer).encode(), {})

    def sleep(self, seconds):
        self.waits.append(seconds)
        self.now += int(seconds * 1000)

    @property
    def flow(self):
        return DeviceFlow(self, "Iv1.public", lambda: UtcMillis(self.now), self.sleep, lambda: self.left_off)


def signed_in(*answers):
    played = Played(CODE, *answers)
    return played, played.flow.granted(played.flow.begin())


def end_of(*answers):
    with pytest.raises(DeviceFlowError) as caught:
        signed_in(*answers)
    assert "canary" not in repr(caught.value)
    return caught.value.end


def test_the_code_and_its_page_are_shown_and_the_secret_is_not():
    played = Played(CODE)
    code = played.flow.begin("repo read:project")
    assert code == DeviceCode(
        "WDJB-MJHT",
        "https://github.com/login/device",
        UtcMillis(played.now + 900_000),
        5,
        CODE["device_code"],
    )
    assert CODE["device_code"] not in repr(code)
    assert played.asked == [("login/device/code", {"client_id": "Iv1.public", "scope": "repo read:project"})]


def test_it_asks_at_the_interval_until_the_owner_has_agreed():
    played, granted = signed_in(PENDING, PENDING, TOKEN)
    assert granted == Granted("gho_canary")
    assert played.waits == [5, 5, 5]
    assert played.asked[-1] == (
        "login/oauth/access_token",
        {
            "client_id": "Iv1.public",
            "device_code": CODE["device_code"],
            "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
        },
    )


def test_a_token_that_ends_comes_with_its_end_and_renewal():
    played, granted = signed_in({**TOKEN, "expires_in": 28_800, "refresh_token": "ghr_canary"})
    assert granted == Granted("gho_canary", UtcMillis(played.now + 28_800_000), "ghr_canary")
    assert "canary" not in repr(granted)


@pytest.mark.parametrize(
    ("told", "wait"), [({"error": "slow_down", "interval": 12}, 12), ({"error": "slow_down"}, 10)]
)
def test_asked_to_slow_down_it_does_so_from_then_on(told, wait):
    played, _ = signed_in(PENDING, told, PENDING, TOKEN)
    assert played.waits == [5, 5, wait, wait]


@pytest.mark.parametrize(
    ("error", "end"),
    [
        ("expired_token", FlowEnd.EXPIRED),
        ("access_denied", FlowEnd.DENIED),
        ("incorrect_client_credentials", FlowEnd.UNKNOWN_APP),
        ("device_flow_disabled", FlowEnd.UNKNOWN_APP),
    ],
)
def test_every_end_is_told_in_kind(error, end):
    assert end_of(PENDING, {"error": error, "error_description": "canary"}) is end


def test_a_code_that_ran_out_here_is_not_asked_for_again():
    played = Played({**CODE, "expires_in": 12}, PENDING, PENDING, PENDING)
    code = played.flow.begin()
    with pytest.raises(DeviceFlowError) as caught:
        played.flow.granted(code)
    assert caught.value.end is FlowEnd.EXPIRED
    assert len(played.asked) == 3


def test_whoever_leaves_off_is_asked_nothing_more():
    played = Played(CODE)
    code = played.flow.begin()
    played.left_off = True
    with pytest.raises(DeviceFlowError) as caught:
        played.flow.granted(code)
    assert caught.value.end is FlowEnd.STOPPED
    assert len(played.asked) == 1


@pytest.mark.parametrize("trouble", [Trouble.AWAY, Trouble.SLOW, Trouble.BROKEN, Trouble.BUSY])
def test_trouble_that_passes_ends_nothing(trouble):
    _, granted = signed_in(RemoteError(trouble), TOKEN)
    assert granted.token == "gho_canary"


def test_trouble_that_stays_is_told():
    with pytest.raises(RemoteError) as caught:
        signed_in(RemoteError(Trouble.CERTIFICATE))
    assert caught.value.trouble is Trouble.CERTIFICATE


def test_an_app_that_is_not_known_gets_no_code():
    played = Played({"error": "device_flow_disabled", "error_description": "canary"})
    with pytest.raises(DeviceFlowError) as caught:
        played.flow.begin()
    assert caught.value.end is FlowEnd.UNKNOWN_APP


@pytest.mark.parametrize(
    "told",
    [
        [],
        {},
        {**CODE, "user_code": None},
        {**CODE, "user_code": "A" * 33},
        {**CODE, "user_code": "WDJB\u202eTHJM"},
        {**CODE, "device_code": 7},
        {**CODE, "verification_uri": "javascript:alert(1)"},
        {**CODE, "verification_uri": "http://github.com/login/device"},
        {**CODE, "verification_uri": "https://[::1"},
        {**CODE, "verification_uri": "https://github.com@evil.example/login/device"},
        {**CODE, "verification_uri": "https://github.com\\.evil.example/login/device"},
    ],
)
def test_a_code_of_another_form_is_not_shown(told):
    with pytest.raises(RemoteError) as caught:
        Played(told).flow.begin()
    assert caught.value.trouble is Trouble.UNEXPECTED


@pytest.mark.parametrize("told", [[], {}, {"error": "canary"}, {"access_token": None}, {"access_token": 7}])
def test_a_grant_of_another_form_is_told(told):
    with pytest.raises(RemoteError) as caught:
        signed_in(told)
    assert caught.value.trouble is Trouble.UNEXPECTED


@pytest.mark.parametrize("odd", [None, "5", -1, 0, 10**9])
def test_odd_times_are_kept_within_reason(odd):
    played = Played({**CODE, "interval": odd, "expires_in": odd})
    code = played.flow.begin()
    assert 1 <= code.interval <= 60
    assert 0 < code.expires - played.now <= 3_600_000


@pytest.mark.usefixtures("this_machine_alone")
def test_it_asks_for_json_through_the_one_way_out():
    with HTTPServer() as server:
        page = server.url_for("/login/device")
        server.expect_request(
            "/login/device/code",
            method="POST",
            json={"client_id": "Iv1.public", "scope": ""},
            headers={"Accept": "application/json"},
        ).respond_with_json({**CODE, "verification_uri": page})
        client = Client(Door(server.url_for("").rstrip("/"), {}, lambda: UtcMillis(0), proxies=lambda _: {}))
        code = DeviceFlow(client, "Iv1.public", lambda: UtcMillis(0), lambda _: None).begin()
        client.close()
    assert code.page == page
