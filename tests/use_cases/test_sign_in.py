"""Signing in by a code asks the address the owner named, with the client id of the settings and no token."""

import pytest

from apps import app_for

pytestmark = pytest.mark.usefixtures("this_machine_alone")

CODE = {
    "device_code": "device-canary",
    "user_code": "WDJB-MJHT",
    "verification_uri": "https://github.com/login/device",
    "expires_in": 900,
    "interval": 1,
}


@pytest.fixture
def app(tmp_path):
    made = app_for(tmp_path)
    made.set("github_client_id", "Iv1.public")
    return made


def test_a_token_is_had_for_a_code(app, httpserver):
    httpserver.expect_request("/login/device/code", method="POST").respond_with_json(CODE)
    granted = {"access_token": "token-canary", "token_type": "bearer"}
    httpserver.expect_request("/login/oauth/access_token", method="POST").respond_with_json(granted)
    shown = []
    found = app.sign_in(httpserver.url_for("").rstrip("/"), shown.append, lambda: False)
    assert found.token == "token-canary"
    assert [(code.user_code, code.page) for code in shown] == [
        ("WDJB-MJHT", "https://github.com/login/device")
    ]
    first, second = (request for request, _ in httpserver.log)
    assert first.json["client_id"] == second.json["client_id"] == "Iv1.public"
    assert "Authorization" not in first.headers
    assert "canary" not in repr((found, shown))
