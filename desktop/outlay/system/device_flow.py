"""Signs in at GitHub without a token to copy: a code is shown, which the owner enters in a browser.

Source: https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps, "Device flow". What is
granted is a token like any other; that of an app ends after hours and comes with another to renew it by.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from outlay.domain.accounts import Answer, RemoteError, Trouble
from outlay.domain.moments import UtcMillis
from outlay.rules.addresses import is_this_machine

_GRANT: Final = "urn:ietf:params:oauth:grant-type:device_code"
_MILLIS: Final = 1_000
_SLOWER: Final = 5
_USUAL_INTERVAL: Final = 5
_LONGEST_INTERVAL: Final = 60
_USUAL_LIFE: Final = 900
_LONGEST_LIFE: Final = 3_600
_LONGEST_CODE: Final = 32
_PASSING: Final = frozenset((Trouble.AWAY, Trouble.SLOW, Trouble.BROKEN, Trouble.BUSY))
"""Trouble that is over by the next question, as when a notebook changes its network."""


class FlowEnd(StrEnum):
    """Why nothing was granted."""

    DENIED = "denied"
    EXPIRED = "expired"
    """The code was not entered in time."""
    UNKNOWN_APP = "unknown_app"
    """The client id is not known there, or may not sign in this way."""
    STOPPED = "stopped"


class DeviceFlowError(Exception):
    """Nothing was granted; `end` says why. Holds no text of the server and no code."""

    def __init__(self, end: FlowEnd) -> None:
        super().__init__(end)
        self.end = end


class Asker(Protocol):
    """What of system/http.py's client is needed, at the address the owner sees in a browser."""

    def post(self, path: str, body: Any) -> Answer:
        """Answer of a POST; raises RemoteError."""
        ...


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """`user_code` is to be entered at `page` until `expires`; `interval` are seconds between two questions."""

    user_code: str
    page: str
    expires: UtcMillis
    interval: int
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Granted:
    """A token; `expires` and `renewal` where it ends."""

    token: str = field(repr=False)
    expires: UtcMillis | None = None
    renewal: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class DeviceFlow:
    """Signing in for an app.

    Args:
        client: asks; with no token to show.
        client_id: the app's; public.
        clock: the present moment.
        sleep: waits so many seconds.
        stopped: whether the owner left off; asked before every question.
    """

    client: Asker
    client_id: str
    clock: Callable[[], UtcMillis]
    sleep: Callable[[float], None]
    stopped: Callable[[], bool] = lambda: False

    def begin(self, scopes: str = "") -> DeviceCode:
        """A code to be shown. `scopes` are what an OAuth app asks for, with blanks between them.

        Raises DeviceFlowError and RemoteError.
        """
        told = self._asked("login/device/code", {"client_id": self.client_id, "scope": scopes})
        if "error" in told:
            raise DeviceFlowError(FlowEnd.UNKNOWN_APP)
        return _code_in(told, self.clock())

    def granted(self, code: DeviceCode) -> Granted:
        """Wait until the owner has agreed. Raises DeviceFlowError and RemoteError."""
        interval = code.interval
        while True:
            self.sleep(interval)
            if self.stopped():
                raise DeviceFlowError(FlowEnd.STOPPED)
            if self.clock() >= code.expires:
                raise DeviceFlowError(FlowEnd.EXPIRED)
            told = self._answer_to(code)
            if "access_token" in told:
                return _grant_in(told, self.clock())
            interval = _next_interval(told, interval)

    def _answer_to(self, code: DeviceCode) -> Mapping[str, Any]:
        body = {"client_id": self.client_id, "device_code": code.secret, "grant_type": _GRANT}
        try:
            return self._asked("login/oauth/access_token", body)
        except RemoteError as error:
            if error.trouble not in _PASSING:
                raise
            return {"error": "authorization_pending"}

    def _asked(self, path: str, body: Mapping[str, str]) -> Mapping[str, Any]:
        told: Any = json.loads(self.client.post(path, body).body)
        if not isinstance(told, dict):
            raise RemoteError(Trouble.UNEXPECTED)
        return told


def _code_in(told: Mapping[str, Any], now: UtcMillis) -> DeviceCode:
    user_code, secret = _text(told, "user_code"), _text(told, "device_code")
    page = _text(told, "verification_uri")
    if len(user_code) > _LONGEST_CODE or not user_code.isprintable() or not _is_page(page):
        raise RemoteError(Trouble.UNEXPECTED)
    life = _seconds(told, "expires_in", _USUAL_LIFE, _LONGEST_LIFE)
    interval = _seconds(told, "interval", _USUAL_INTERVAL, _LONGEST_INTERVAL)
    return DeviceCode(user_code, page, UtcMillis(now + life * _MILLIS), interval, secret)


def _grant_in(told: Mapping[str, Any], now: UtcMillis) -> Granted:
    life, renewal = told.get("expires_in"), told.get("refresh_token")
    ends = isinstance(life, int) and life > 0
    return Granted(
        _text(told, "access_token"),
        UtcMillis(now + int(life or 0) * _MILLIS) if ends else None,
        renewal if isinstance(renewal, str) and renewal else None,
    )


def _next_interval(told: Mapping[str, Any], interval: int) -> int:
    """Seconds until the next question; raises what an answer without a token means."""
    match told.get("error"):
        case "authorization_pending":
            return interval
        case "slow_down":
            return _seconds(told, "interval", interval + _SLOWER, _LONGEST_INTERVAL)
        case "expired_token" | "token_expired":
            raise DeviceFlowError(FlowEnd.EXPIRED)
        case "access_denied":
            raise DeviceFlowError(FlowEnd.DENIED)
        case "incorrect_client_credentials" | "device_flow_disabled" | "unauthorized_client":
            raise DeviceFlowError(FlowEnd.UNKNOWN_APP)
        case _:
            raise RemoteError(Trouble.UNEXPECTED)


def _text(told: Mapping[str, Any], name: str) -> str:
    found = told.get(name)
    if not isinstance(found, str) or not found:
        raise RemoteError(Trouble.UNEXPECTED)
    return found


def _seconds(told: Mapping[str, Any], name: str, usual: int, most: int) -> int:
    found = told.get(name)
    return min(found if isinstance(found, int) and found > 0 else usual, most)


def _is_page(address: str) -> bool:
    """Whether it may be opened in a browser."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    is_secure = parts.scheme == "https" or (parts.scheme == "http" and is_this_machine(host))
    # A login before the host, or a backslash, shows one host and opens another.
    is_plain = address.isprintable() and not {" ", "\\", "@"} & set(address)
    return is_secure and bool(host) and is_plain
