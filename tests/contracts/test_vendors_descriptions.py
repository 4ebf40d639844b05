"""What is asked of GitHub, held against GitHub's own descriptions: its REST API behind a server made from it, its
GraphQL schema as published. They weigh 500 MB, so this runs by `packaging/test --contracts` alone.
"""

import json
import os
import socket
import subprocess
import time
from pathlib import Path

import pytest
from graphql import GraphQLObjectType, Source, build_schema, parse, validate
from graphql.utilities import build_ast_schema

from outlay.domain.accounts import Account, SecretPlace
from outlay.domain.moments import UtcMillis
from outlay.readers.work import github_queries
from outlay.readers.work.github import READER
from outlay.system.http import Client, Door

FOLDER = Path(os.environ.get("OUTLAY_CONTRACTS", "/nowhere")) / "node_modules"
FIXTURES = Path(__file__).parents[1] / "fixtures" / "work"
YOUNGER = frozenset(
    ("issueType", "IssueType", "PROJECT_V2_ITEM_STATUS_CHANGED_EVENT", "ProjectV2ItemStatusChangedEvent")
)
"""What GitHub has and the published package, which is older, has not."""

pytestmark = [
    pytest.mark.contracts,
    pytest.mark.timeout(300),
    pytest.mark.usefixtures("this_machine_alone"),
]
QUERIES = {
    name: text
    for name, text in vars(github_queries).items()
    if name.isupper() and not name.startswith("_") and isinstance(text, str) and "query" in text
}


@pytest.fixture(scope="module")
def published():
    """GitHub's schema; it holds a field twice, so it is taken as it is."""
    text = (FOLDER / "@octokit" / "graphql-schema" / "schema.graphql").read_text(encoding="utf-8")
    return build_ast_schema(parse(Source(text), no_location=True), assume_valid=True, assume_valid_sdl=True)


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_every_query_fits_the_published_schema(published, name):
    told = [error.message for error in validate(published, parse(QUERIES[name]))]
    assert not [message for message in told if not any(word in message for word in YOUNGER)]


def test_the_schema_of_the_tests_says_nothing_the_published_one_does_not(published):
    ours = build_schema((FIXTURES / "github.graphql").read_text(encoding="utf-8"))
    drifted = []
    for name, kind in ours.type_map.items():
        if name.startswith("__") or name in YOUNGER or not isinstance(kind, GraphQLObjectType):
            continue
        theirs = published.type_map.get(name)
        fields = getattr(theirs, "fields", {})
        drifted += [
            f"{name}.{field}"
            for field, value in kind.fields.items()
            if field not in YOUNGER
            and (field not in fields or named(value) not in {named(fields[field]), *YOUNGER})
        ]
    assert not drifted


def named(field):
    """The type a field comes to, without lists and must-haves."""
    return str(field.type).strip("[]!").replace("]", "").replace("!", "").replace("[", "")


@pytest.fixture
def prism(this_machine_alone):
    """GitHub's REST API as its description has it, on this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    description = FOLDER / "@octokit" / "openapi" / "generated" / "api.github.com.json"
    command = [
        str(FOLDER / ".bin" / "prism"),
        "mock",
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
        str(description),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT) as process:
        await_listening(port)
        yield f"http://127.0.0.1:{port}"
        process.terminate()


def test_who_the_token_belongs_to_is_asked_as_the_description_has_it(prism):
    account = Account("a1", "work", "github", "https://github.com", (), SecretPlace.KEYRING)
    door = Door(
        prism,
        # The description knows the plain name of JSON alone.
        {**READER.headers(account, "ghp_x"), "Accept": "application/json"},
        lambda: UtcMillis(int(time.time() * 1000)),
        proxies=lambda _: {},
    )
    client = Listening(door)
    try:
        assert READER.who(client, account).login == "octocat"
        assert client.answered > 2
        assert not client.faults
    finally:
        client.close()


class Listening(Client):
    """Notes what the server finds wrong with a request; its own examples do not always fit their description."""

    def __init__(self, door):
        super().__init__(door)
        self.answered, self.faults = 0, []

    def get(self, path, params=None):
        answer = super().get(path, params)
        self.answered += 1
        told = json.loads(answer.headers.get("sl-violations", "[]"))
        self.faults += [one for one in told if one["location"][0] == "request"]
        return answer


def await_listening(port):
    """The server reads its description for a while before it listens."""
    ends = time.monotonic() + 240
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < ends, "the server made from the description did not begin to listen"
            time.sleep(0.5)
        else:
            return
