"""The first sync of a forge with 2,000 pull requests and a tracker with 5,000 tickets, each answer 50 ms late.

The peer is the time the played system took to answer, its latency among it: the number of requests times 50 ms and a
little more. What is above it is reading, keeping and linking.
The played systems are those of the tests; a reading in the middle of the first is stopped and goes on by the second.
"""

import importlib
import logging
import os
import sys
import time
from typing import Any

from figures import Figure, Gate, LeftOut
from pytest_httpserver import HTTPServer
from setting import ROOT, Setting

from outlay.domain.accounts import SecretPlace, WorkWish
from outlay.wiring import app_over, now

sys.path[:0] = [str(ROOT / "tests")]

from work_worlds.server import Served  # noqa: E402  the tests' folder has to be known first

_LATENCY = 0.05
_PULLS = 2_000
_TICKETS = 5_000
_OVER_LATENCY = Gate(1.5, of_ratio=True)
_LARGEST_PAGE_MS = Gate(1_000.0)


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """Seconds of a first sync beside its latency, its requests, and those of a reading with nothing new."""
    return [
        figure
        for system, pulls, tickets in (("github", _PULLS, 0), ("jira", 0, _TICKETS))
        for figure in _system(setting, system, pulls, tickets)
    ]


def _system(setting: Setting, system: str, pulls: int, tickets: int) -> list[Figure | LeftOut]:
    whole: list[float] = []
    latency: list[float] = []
    requests: list[float] = []
    again: list[float] = []
    gaps: list[float] = []
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    for _ in range(setting.rounds):
        with HTTPServer(threaded=True) as server:
            served = _served(server, system, pulls, tickets)
            app = _connected(setting, served)
            began = time.monotonic()
            gaps.append(_largest_gap(app))
            whole.append(time.monotonic() - began)
            requests.append(len(served.requests))
            latency.append(served.busy)
            app.sync("work")
            again.append(len(served.requests) - requests[-1])
            (standing,) = app.accounts()
            assert (standing.trouble, standing.pulls, standing.tickets) == (None, pulls, tickets)
    corpus = f"{pulls or tickets:,} {'pull requests' if pulls else 'tickets'}"
    return [
        Figure(f"{system}, first sync", corpus, "s", whole, latency, _OVER_LATENCY),
        Figure(f"{system}, longest wait between signs of progress", corpus, "ms", gaps, (), _LARGEST_PAGE_MS),
        Figure(f"{system}, requests of a first sync", corpus, "", requests),
        Figure(f"{system}, requests with nothing new", corpus, "", again),
    ]


def _served(server: HTTPServer, system: str, pulls: int, tickets: int) -> Any:
    world = importlib.import_module(f"work_worlds.{system}").WORLD()
    world.grow(pulls, tickets)
    served = Served(server, world)
    served.latency = _LATENCY
    return served


def _connected(setting: Setting, served: Any) -> Any:
    home = setting.fresh("home")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "OUTLAY_CONFIG_DIR": str(home),
        "WORK_TOKEN": served.world.secret,
    }
    app = app_over(home, environment, now, data_dir=str(home / "data"), zone="UTC")
    app.keep_account(
        app.describe_account(
            served.world.system, "work", served.address, served.world.settings, SecretPlace.ENVIRONMENT
        )._replace(variable="WORK_TOKEN")
    )
    return app


def _largest_gap(app: Any) -> float:
    """Read to the end, stopped once on the way; the longest time without a sign of progress, in milliseconds."""
    seen = [time.monotonic()]
    pages = 0

    def tell(_: object) -> None:
        seen.append(time.monotonic())

    def stopped() -> bool:
        nonlocal pages
        pages += 1
        return pages == 10

    app.sync("work", tell, work=WorkWish(stopped=stopped))
    app.sync("work", tell)
    return max(after - before for before, after in zip(seen, seen[1:], strict=False)) * 1e3
