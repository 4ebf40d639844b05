"""From connecting to exporting, neither a token nor the body of anything is written anywhere."""

import importlib
import os
import zipfile

import pytest
from pytest_httpserver import HTTPServer

from apps import NOON
from outlay.domain.accounts import SecretPlace
from outlay.readers.work import READERS
from outlay.wiring import app_over
from work_worlds.server import Served, refused

pytestmark = pytest.mark.usefixtures("this_machine_alone")
BODY = "canary-body-55d1"
_BODIES = {
    "body",
    "bodytext",
    "description",
    "descriptionhtml",
    "summary_html",
    "content",
    "comment",
    "text",
    "notes",
    "html_notes",
}


def with_bodies(value):
    """Every place where a system puts what people wrote holds a canary."""
    if isinstance(value, dict):
        return {
            name: f"{BODY} closes #1"
            if name.lower() in _BODIES and isinstance(one, str | None)
            else with_bodies(one)
            for name, one in value.items()
        }
    return [with_bodies(one) for one in value] if isinstance(value, list) else value


@pytest.fixture(params=READERS, ids=lambda reader: reader.card.system)
def connected(request, empty_home):
    """An app that reads a served world, and the world's server."""
    with HTTPServer(threaded=True) as server:
        world = importlib.import_module(f"work_worlds.{request.param.card.system}").WORLD()
        served = Served(server, world)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(empty_home),
            "OUTLAY_CONFIG_DIR": str(empty_home),
            "WORK_TOKEN": world.secret,
        }
        app = app_over(
            empty_home, environment, lambda: NOON, data_dir=str(empty_home / "data"), zone="Europe/Berlin"
        )
        account = app.describe_account(
            world.system, "work", served.address, world.settings, SecretPlace.ENVIRONMENT
        )._replace(variable="WORK_TOKEN")
        app.test_account(account)
        app.keep_account(account)
        yield app, served


def everything_in(folder):
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.name, path.read_bytes()
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    yield name, packed.read(name)


def test_what_is_read_is_kept_and_nothing_that_should_not_be(connected, empty_home, capfd, caplog):
    app, served = connected
    served.change(with_bodies)
    report = app.sync("work")
    assert [one.trouble for one in report.accounts] == [None]
    assert report.accounts[0].added
    served.fail(refused(401, X_Canary=served.world.secret))
    failed = app.sync("work")
    app.export_all(empty_home / "everything.zip", lambda _: None)
    seen = list(everything_in(empty_home))
    assert len(seen) > 3
    for name, held in seen:
        assert served.world.secret.encode() not in held, name
        assert BODY.encode() not in held, name
    told = repr(failed) + repr(app.accounts()) + "".join(capfd.readouterr()) + caplog.text
    assert served.world.secret not in told
    assert BODY not in told
    assert "canary-words" not in told


def test_what_was_read_survives_a_token_that_was_taken_back(connected):
    app, served = connected
    app.sync("work")
    (before,) = app.accounts()
    served.fail(refused(401))
    app.sync("work")
    (after,) = app.accounts()
    assert (after.pulls, after.tickets, after.read) == (before.pulls, before.tickets, before.read)
    assert after.trouble is not None
    served.heal()
    app.keep_account(after.account)
    app.sync("work")
    assert app.accounts()[0].trouble is None
