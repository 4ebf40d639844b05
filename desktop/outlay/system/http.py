"""The one way out to the network: asks the host of an account, and no other.

What may go wrong is a RemoteError with its kind; neither it nor anything logged holds the token, the address or what
was answered. Only https, except to this machine. A redirect within the host is followed, one to another host never.
"""

import json
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import requests
from requests.utils import get_environ_proxies
from urllib3.exceptions import HTTPError, ReadTimeoutError, SSLError
from urllib3.util import parse_url

from outlay import __version__
from outlay.domain.accounts import Answer, Params, RemoteError, Trouble
from outlay.domain.moments import UtcMillis
from outlay.rules.addresses import is_this_machine

CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 30.0
WHOLE_SECONDS: Final = 120.0
"""A server that drips a byte now and then is given up after this."""

MOST_BYTES: Final = 64_000_000
MOST_TRIES: Final = 4
LONGEST_WAIT_SECONDS: Final = 20.0
"""A longer wait is left to the next reading."""

_MOST_REDIRECTS: Final = 3
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_AGAIN: Final = frozenset((429, 500, 502, 503, 504))
_CHUNK: Final = 65_536
_MILLIS: Final = 1_000
_FAR_SECONDS: Final = 86_400 * 7
_MOST_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class Door:
    """Where to ask and what to show there.

    Args:
        base: the address every path is put behind, without a slash at its end.
        headers: sent with every request; the token among them.
        clock: the present moment.
        sleep: waits so many seconds.
        certificates: a file of the owner's certificates, or the usual ones.
        proxies: by scheme, the ones to ask an address through.
    """

    base: str
    headers: Mapping[str, str] = field(repr=False)
    clock: Callable[[], UtcMillis]
    sleep: Callable[[float], None] = time.sleep
    certificates: str | None = None
    proxies: Callable[[str], Mapping[str, str]] = get_environ_proxies


class Client:
    """Asks one account's host. Not for use by two threads at once."""

    def __init__(self, door: Door) -> None:
        """Raise RemoteError for an address that is not https."""
        self._door = door
        self._origin = _origin(door.base)
        _demand_safe(door.base)
        # A proxy for what stays on this machine would carry the token away in the clear.
        self._is_here = is_this_machine(urlsplit(door.base).hostname or "")
        self._session = requests.Session()
        # Neither a .netrc nor a variable may add a login of its own.
        self._session.trust_env = False
        self.requests = 0
        """How many requests were made, repeated ones among them."""

    def get(self, path: str, params: Params | None = None) -> Answer:
        """Answer of a GET; `path` is put behind the base, or is a whole address on the same host.

        Raises RemoteError.
        """
        return self._ask("GET", path, params, None)

    def post(self, path: str, body: Any, params: Params | None = None) -> Answer:
        """Answer of a POST with a JSON body, for questions that change nothing. Raises RemoteError."""
        return self._ask("POST", path, params, json.dumps(body).encode())

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _ask(self, method: str, path: str, params: Params | None, body: bytes | None) -> Answer:
        url = self._address(path)
        for tried in range(1, MOST_TRIES + 1):
            try:
                return self._once(method, url, params, body)
            except RemoteError as error:
                if tried == MOST_TRIES or not _worth_another_try(error):
                    raise
                self._door.sleep(self._wait(error, tried))
        raise AssertionError  # pragma: no cover  the last try returns or raises

    def _wait(self, error: RemoteError, tried: int) -> float:
        jitter = random.uniform(0.0, 0.5)  # noqa: S311  spreads requests, guards nothing
        told = (error.until - self._door.clock()) / _MILLIS if error.until else 0.0
        wait = max(told, float(2 ** (tried - 1))) + jitter
        if wait > LONGEST_WAIT_SECONDS:
            raise error
        return wait

    def _once(self, method: str, url: str, params: Params | None, body: bytes | None) -> Answer:
        for _ in range(_MOST_REDIRECTS + 1):
            self.requests += 1
            with self._sent(method, url, params, body) as response:
                if response.status_code not in _REDIRECTS:
                    return self._answer(response)
                url, params = self._next_address(url, response), None
                if response.status_code == HTTPStatus.SEE_OTHER:
                    method, body = "GET", None
        raise RemoteError(Trouble.MOVED)

    def _sent(self, method: str, url: str, params: Params | None, body: bytes | None) -> requests.Response:
        headers = {
            "User-Agent": f"Outlay/{__version__}",
            "Accept": "application/json",
            **({"Content-Type": "application/json"} if body is not None else {}),
            **self._door.headers,
        }
        try:
            return self._session.request(
                method,
                url,
                params=params,
                data=body,
                headers=headers,
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
                stream=True,
                verify=self._door.certificates or True,
                proxies={} if self._is_here else dict(self._door.proxies(url)),
            )
        except (OSError, ValueError) as error:
            raise RemoteError(_trouble_of(error)) from None

    def _answer(self, response: requests.Response) -> Answer:
        headers = {name.lower(): value for name, value in response.headers.items()}
        if response.status_code >= HTTPStatus.BAD_REQUEST and not _is_told_in_the_answer(response):
            raise _refusal(response.status_code, headers, self._door.clock())
        body = _body(response)
        _demand_json(body)
        return Answer(body, headers)

    def _address(self, path: str) -> str:
        url = path if "://" in path else f"{self._door.base}/{path.lstrip('/')}"
        if _origin(url) != self._origin:
            raise RemoteError(Trouble.MOVED)
        return url

    def _next_address(self, url: str, response: requests.Response) -> str:
        target = urljoin(url, response.headers.get("Location", ""))
        if _origin(target) != self._origin or not response.headers.get("Location"):
            raise RemoteError(Trouble.MOVED, response.status_code)
        return target


def _demand_safe(base: str) -> None:
    parts = urlsplit(base)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_this_machine(parts.hostname or "")):
        raise RemoteError(Trouble.INSECURE)


def _origin(url: str) -> tuple[str, str, int]:
    """Where a request for an address goes, by the parser that sends it: others see another host behind a backslash."""
    try:
        parts = parse_url(url)
    except ValueError:
        raise RemoteError(Trouble.MOVED) from None
    if parts.auth is not None or "\\" in url:
        raise RemoteError(Trouble.MOVED)
    return parts.scheme or "", parts.host or "", parts.port or (443 if parts.scheme == "https" else 80)


def _trouble_of(error: Exception) -> Trouble:
    match error:
        case requests.exceptions.SSLError():
            return Trouble.CERTIFICATE
        case requests.exceptions.InvalidHeader() | UnicodeEncodeError():
            # Signs that no token has.
            return Trouble.REFUSED
        case requests.exceptions.Timeout():
            return Trouble.SLOW
        case OSError() if not isinstance(error, requests.RequestException):
            # The file of certificates is not there.
            return Trouble.CERTIFICATE
        case _:
            return Trouble.AWAY


def _is_told_in_the_answer(response: requests.Response) -> bool:
    """A GraphQL server may give its errors with this status; which one it is stands in the answer alone."""
    path = urlsplit(response.url).path
    return response.status_code == HTTPStatus.BAD_REQUEST and path.endswith("/graphql")


def _refusal(status: int, headers: Mapping[str, str], now: UtcMillis) -> RemoteError:
    until = _until(headers, now)
    if status == HTTPStatus.TOO_MANY_REQUESTS or (status == HTTPStatus.FORBIDDEN and until is not None):
        return RemoteError(Trouble.BUSY, status, until)
    if status == HTTPStatus.UNAUTHORIZED:
        return RemoteError(Trouble.REFUSED, status)
    if status == HTTPStatus.FORBIDDEN:
        return RemoteError(Trouble.NOT_ALLOWED, status, missing=_wanted(headers))
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        return RemoteError(Trouble.NOT_FOUND, status)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return RemoteError(Trouble.BROKEN, status, until)
    return RemoteError(Trouble.UNEXPECTED, status)


def _wanted(headers: Mapping[str, str]) -> tuple[str, ...]:
    """The permissions a refusal names, as GitHub does."""
    told = headers.get("x-accepted-github-permissions", "")
    return tuple(part.strip() for part in told.replace(";", ",").split(",") if part.strip())


def _until(headers: Mapping[str, str], now: UtcMillis) -> UtcMillis | None:
    """When to come back: `Retry-After` in seconds or as a date, else the reset of a limit that is used up."""
    until, far = _told_until(headers, now), UtcMillis(now + _FAR_SECONDS * _MILLIS)
    return None if until is None else min(until, far)


def _told_until(headers: Mapping[str, str], now: UtcMillis) -> UtcMillis | None:
    after = headers.get("retry-after", "").strip()
    if after.isdecimal():
        return UtcMillis(now + _seconds(after) * _MILLIS)
    if after:
        return _dated(after)
    if headers.get("x-ratelimit-remaining", headers.get("ratelimit-remaining")) == "0":
        reset = headers.get("x-ratelimit-reset", headers.get("ratelimit-reset", ""))
        return UtcMillis(_seconds(reset) * _MILLIS) if reset.isdecimal() else now
    return None


def _seconds(digits: str) -> int:
    """Of a header, which may hold more digits than are made a number of."""
    return int(digits[:_MOST_DIGITS])


def _dated(written: str) -> UtcMillis | None:
    try:
        at = parsedate_to_datetime(written)
    except (ValueError, OverflowError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return UtcMillis(int((at - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * _MILLIS))


def _worth_another_try(error: RemoteError) -> bool:
    return error.status in _AGAIN or (error.trouble is Trouble.BUSY and error.until is not None)


def _body(response: requests.Response) -> bytes:
    """The whole body; raises RemoteError when it is too large, too slow or breaks off."""
    ends = time.monotonic() + WHOLE_SECONDS
    parts: list[bytes] = []
    size = 0
    try:
        # What has come, however little: waiting for a whole chunk would leave the time to the server.
        while part := response.raw.read1(_CHUNK, decode_content=True):
            parts.append(part)
            size += len(part)
            if size > MOST_BYTES:
                raise RemoteError(Trouble.TOO_LARGE)
            if time.monotonic() > ends:
                raise RemoteError(Trouble.SLOW)
    except ReadTimeoutError:
        raise RemoteError(Trouble.SLOW) from None
    except HTTPError as error:
        is_tls = isinstance(error, SSLError)
        raise RemoteError(Trouble.CERTIFICATE if is_tls else Trouble.GARBLED) from None
    return b"".join(parts)


def _demand_json(body: bytes) -> None:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        is_page = body.lstrip()[:1] == b"<"
        raise RemoteError(Trouble.SIGN_IN_PAGE if is_page else Trouble.GARBLED) from None
