"""Whether a made world comes to the same through accounts as through imports.

`python tests/soak/same_from_accounts.py WORLD [--outlay COMMAND]`: WORLD is a folder with `manifest.json` (`home`,
`now`, `engineer.email`, `repos` by name), `import-pull-requests.json` and `import-tickets.json` as `outlay import`
takes them. The program reads the world twice into folders of its own, once with both files imported and once from
GitHub and Jira as the tests play them; its answers must be the same, beside links
and the names of the systems. Ends with 1 where they are not.
"""

import json
import logging
import os
import shlex
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from pytest_httpserver import HTTPServer

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from work_worlds.from_files import as_told, worlds  # noqa: E402  the tests' folder has to be known first
from work_worlds.server import Served  # noqa: E402

WHERE_FROM = {"url", "system"}
"""What an answer says of where a thing was told: an import has no link and no forge."""

ASKED = (("items", "--json"), ("items", "--parts", "--json"), ("evidence", "--json"))


class Program:
    """The program over a world's home, with a data folder of its own."""

    def __init__(self, command, manifest, data):
        self._base = [*shlex.split(command), "--as-of", manifest["now"], "--zone", "UTC"]
        self._environment = {
            "PATH": os.environ["PATH"],
            "HOME": manifest["home"],
            "LANG": "C.UTF-8",
            "OUTLAY_DATA_DIR": str(data),
            "OUTLAY_CONFIG_DIR": str(data),
        }
        self("identities", "add", manifest["engineer"]["email"])
        self("repositories", "add", *manifest["repos"].values())

    def __call__(self, *words):
        run = subprocess.run(
            [*self._base, *words], env=self._environment, capture_output=True, text=True, check=False
        )
        if run.returncode:
            raise SystemExit(
                f"{' '.join(words)} ended with {run.returncode}:\n{run.stdout[-2000:]}{run.stderr[-2000:]}"
            )
        return run.stdout

    def connect(self, served):
        """Add a served world as an account; its token stands in the environment."""
        world = served.world
        variable = f"{world.system.upper()}_TOKEN"
        self._environment[variable] = world.secret
        told = [word for name, value in world.settings.items() for word in ("--set", f"{name}={value}")]
        place = ("--base-url", served.address, "--secret-from-env", variable)
        self("accounts", "add", world.system, "--name", world.system, *place, *told)

    def answers(self):
        """What is asked of a world, by how it is asked."""
        return {" ".join(words): json.loads(self(*words))["data"] for words in ASKED}


def imported(command, manifest, data, pulls, tickets):
    """Answers after both files were imported."""
    program = Program(command, manifest, data)
    for kind, rows in (("pull-requests", pulls), ("tickets", tickets)):
        path = data / f"{kind}.json"
        path.write_text(json.dumps(rows), encoding="utf-8")
        program("import", kind, str(path))
    program("sync", "--json")
    return program.answers()


def connected(command, manifest, data, pulls, tickets):
    """Answers after both were read from accounts, and how many requests that took."""
    program = Program(command, manifest, data)
    with HTTPServer(threaded=True) as first, HTTPServer(threaded=True) as second:
        pairs = zip((first, second), worlds(pulls, tickets), strict=True)
        served = [Served(server, world) for server, world in pairs]
        for one in served:
            program.connect(one)
        program("sync", "--json")
        return program.answers(), sum(len(one.requests) for one in served)


def differences(one, other, place=""):
    """Where two answers differ, the first few."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in sorted((one.keys() | other.keys()) - WHERE_FROM):
            yield from differences(one.get(name), other.get(name), f"{place}.{name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from differences(left, right, f"{place}[{number}]")
    elif one != other:
        yield f"{place}: {str(one)[:100]} / {str(other)[:100]}"


def main():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("world", type=Path)
    parser.add_argument("--outlay", default=str(Path(sys.executable).with_name("outlay")))
    asked = parser.parse_args()
    manifest = json.loads((asked.world / "manifest.json").read_text(encoding="utf-8"))
    pulls, tickets = as_told(
        *(
            json.loads((asked.world / f"import-{kind}.json").read_text(encoding="utf-8"))
            for kind in ("pull-requests", "tickets")
        )
    )
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch) / name for name in ("imported", "connected")]
        for folder in folders:
            folder.mkdir(mode=0o700)
        by_import = imported(asked.outlay, manifest, folders[0], pulls, tickets)
        by_account, requests = connected(asked.outlay, manifest, folders[1], pulls, tickets)
    found = list(differences(by_import, by_account))
    items = len(by_import["items --json"]["items"])
    print(
        f"{asked.world.name}: {len(pulls)} pull requests, {len(tickets)} tickets, {requests} requests, {items} items"
    )
    print("\n".join(found[:20]) or "the same")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
