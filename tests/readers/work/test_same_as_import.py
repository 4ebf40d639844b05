"""What is read from accounts is what an import of the same work tells."""

import json

import pytest
from pytest_httpserver import HTTPServer

from outlay.readers.work import github, jira
from outlay.readers.work.exports import read_pull_requests, read_tickets
from work_worlds.from_files import as_told, worlds
from work_worlds.reading import Reading

pytestmark = pytest.mark.usefixtures("this_machine_alone")
PULLS = [
    {
        "repository": "acme/ledger",
        "number": 11,
        "title": "LED-103: Round half to even",
        "body": "Fixes #7\n\nGenerated with [Claude Code](https://claude.com/claude-code)",
        "head_branch": "led-103-round",
        "base_branch": "main",
        "author": "Sam",
        "author_is_me": True,
        "draft": False,
        "state": "merged",
        "created_at": "2026-10-24T22:25:33.940Z",
        "merged_at": "2026-10-25T01:24:27.184Z",
        "closed_at": "2026-10-25T01:24:27.184Z",
        "merge_commit": "a9ad036ecec3bc270338d4dcd0d3667b2c5bf4fd",
        "commits": ["6a42c5fd7ccd3539b70358ec9c11d7c03ddb918e", "6a42c5fd7ccd3539b70358ec9c11d7c03ddb918f"],
        "labels": ["bug"],
        "url": None,
    },
    {
        "repository": "acme/tools",
        "number": 3,
        "title": "Try it",
        "head_branch": "try",
        "base_branch": "main",
        "author_is_me": True,
        "draft": True,
        "state": "open",
        "created_at": "2026-11-03T08:00:00Z",
        "commits": [],
    },
    {
        "repository": "acme/tools",
        "number": 4,
        "title": "Leave it",
        "body": "See #3.",
        "head_branch": "leave",
        "base_branch": "main",
        "author_is_me": True,
        "draft": False,
        "state": "closed",
        "created_at": "2026-11-03T08:00:00Z",
        "closed_at": "2026-11-04T08:00:00Z",
        "commits": ["7a42c5fd7ccd3539b70358ec9c11d7c03ddb918e"],
    },
    {
        "repository": "acme/tools",
        "number": 5,
        "title": "A colleague's",
        "head_branch": "theirs",
        "base_branch": "main",
        "author_is_me": False,
        "draft": False,
        "state": "open",
        "created_at": "2026-11-03T08:00:00Z",
        "commits": [],
    },
]


def ticket(system, key, state, **more):
    place = {"repository": key.partition("#")[0] if system == "github" else "acme/ledger"}
    told = {"system": system, "key": key, "type": "Bug", "title": f"About {key}", "state": state, **place}
    return {**told, "created_at": "2026-10-20T08:00:00Z", **more}


TICKETS = [
    ticket(
        "jira",
        "LED-103",
        "done",
        started_at="2026-10-21T08:00:00.250Z",
        reopened_at=["2026-10-24T09:00:00Z"],
        done_at="2026-10-25T01:30:00Z",
    ),
    ticket("jira", "LED-104", "open"),
    ticket("jira", "LED-105", "open", started_at="2026-11-01T05:30:00Z"),
    ticket("jira", "LED-106", "started", started_at="2026-11-01T06:30:00Z"),
    ticket("jira", "LED-107", "not_planned", started_at="2026-11-02T06:30:00Z"),
    ticket(
        "github",
        "acme/ledger#7",
        "done",
        started_at="2026-10-22T08:00:00Z",
        reopened_at=["2026-10-24T09:00:00Z"],
        done_at="2026-10-25T01:24:27Z",
    ),
    ticket("github", "acme/ledger#8", "open"),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Facts by how they were come by: imported, and read from accounts; without what says where from."""
    folder = tmp_path_factory.mktemp("exports")
    pulls, tickets = as_told(PULLS, TICKETS)
    (folder / "pulls.json").write_text(json.dumps(pulls))
    (folder / "tickets.json").write_text(json.dumps(tickets))
    imported = [*read_pull_requests(folder / "pulls.json").rows, *read_tickets(folder / "tickets.json").rows]
    read = []
    for reader, world in zip((github.READER, jira.READER), worlds(pulls, tickets), strict=True):
        with HTTPServer(threaded=True) as server:
            reading = Reading(reader, world, server)
            pages = list(reading.pages())
        read += [fact for page in pages for fact in (*page.pulls, *page.tickets)]
    return _by_key(imported), _by_key(read)


def _by_key(facts):
    return {getattr(fact, "key", None) or f"{fact.repository}#{fact.number}": fact for fact in facts}


def _said_by_both(name):
    """Fields an export has; marks of native ties come on top of what words say."""
    return name not in {
        "url",
        "system",
        "added_lines",
        "removed_lines",
        "changed_files",
        "marks",
        "pulls",
        "labels",
    }


def test_the_same_work_is_told(told):
    imported, read = told
    assert imported.keys() == read.keys()
    assert len(read) == len(PULLS) - 1 + len(TICKETS)


@pytest.mark.parametrize(
    "key", ["acme/ledger#11", "acme/tools#3", "acme/tools#4", *(one["key"] for one in TICKETS)]
)
def test_each_is_told_alike(told, key):
    one, other = (facts[key]._asdict() for facts in told)
    assert {name: one[name] for name in one if _said_by_both(name)} == {
        name: other[name] for name in other if _said_by_both(name)
    }


def test_what_words_say_is_read_alike(told):
    imported, read = told
    for key in ("acme/ledger#11", "acme/tools#3", "acme/tools#4"):
        assert set(imported[key].marks) <= set(read[key].marks)
