"""Serves a world on a free port of this machine, with faults played in front of it."""

import json
import re
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from work_worlds.answers import told

PAGE = b"<!DOCTYPE html><html><body>Sign in to continue</body></html>"


class Served:
    """A world that is being served; `requests` holds every request, as method and path with its query."""

    def __init__(self, server: HTTPServer, world):
        self.world = world
        self.requests: list[str] = []
        self.bodies: list[bytes] = []
        self.latency = 0.0
        self.busy = 0.0
        """Seconds spent answering, latency among them."""
        self.clients: list[object] = []
        self._faults: dict[int, object] = {}
        self._always = None
        self._change = None
        self._server = server
        server.expect_request(re.compile(".*")).respond_with_handler(self._answer)

    @property
    def address(self) -> str:
        """What the owner would type."""
        return f"http://127.0.0.1:{self._server.port}{self.world.prefix}"

    def fail(self, fault, at: int | None = None) -> None:
        """Play a fault (a Response, or a function from Request to one) for the n-th request from now, 1 being the next; None: for all."""
        if at is None:
            self._always = fault
        else:
            self._faults[len(self.requests) + at] = fault

    def heal(self) -> None:
        """Play no fault any more."""
        self._always = None
        self._faults.clear()

    def change(self, change) -> None:
        """Send every good JSON answer through a function from value to value."""
        self._change = change

    def _answer(self, request: Request) -> Response:
        began = time.perf_counter()
        try:
            return self._played(request)
        finally:
            self.busy += time.perf_counter() - began

    def _played(self, request: Request) -> Response:
        self.requests.append(f"{request.method} {request.full_path.rstrip('?')}")
        self.bodies.append(request.get_data())
        time.sleep(self.latency)
        fault = self._faults.pop(len(self.requests), self._always)
        if fault is not None:
            return fault(request) if callable(fault) and not isinstance(fault, Response) else fault
        answer = self.world.answer(request)
        if self._change is None or not answer.mimetype.endswith("json") or answer.status_code >= 400:
            return answer
        changed = json.dumps(self._change(json.loads(answer.get_data())))
        headers = [(name, value) for name, value in answer.headers if name.lower() != "content-length"]
        return Response(changed, answer.status_code, headers)


def refused(status: int, **headers: str) -> Response:
    """A refusal as most systems give it: JSON with words that must not be shown, and headers."""
    return told({"message": "canary-words-of-the-server"}, status, **headers)


def page() -> Response:
    """A sign-in page with the status of a good answer."""
    return Response(PAGE, 200, content_type="text/html; charset=utf-8")


def truncated(world):
    """The world's own answer, broken off in the middle, with a length that fits."""

    def play(request: Request) -> Response:
        whole = world.answer(request).get_data()
        return Response(whole[: len(whole) * 2 // 3] or b"{", 200, content_type="application/json")

    return play


def date_after(seconds: float) -> str:
    """A moment from now as Retry-After may write it."""
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)
