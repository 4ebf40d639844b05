"""Serves one world until it is stopped, to be connected by hand: `python tests/work_worlds/serve.py github`."""

import importlib
import sys
from pathlib import Path
from threading import Event

from pytest_httpserver import HTTPServer

sys.path[:0] = [str(Path(__file__).parent.parent)]

from work_worlds.server import Served  # noqa: E402  the tests' folder has to be known first


def main(system, port=0):
    with HTTPServer(port=int(port), threaded=True) as server:
        world = importlib.import_module(f"work_worlds.{system}").WORLD()
        served = Served(server, world)
        told = " ".join(f"--set {name}={value}" for name, value in sorted(world.settings.items()))
        print(f"outlay accounts add {system} --name {system} --base-url {served.address} {told}", flush=True)
        print(f"token: {world.secret}", flush=True)
        Event().wait()


main(*sys.argv[1:])
