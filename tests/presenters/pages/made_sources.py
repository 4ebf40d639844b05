"""Answers of the Sources page made by hand, for its words."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from outlay.cli.shared_arguments import moment
from outlay.domain.answers import Correction, Place, PlaceState, SourceAnswer
from outlay.domain.machine import MachineFacts
from outlay.domain.own_words import Act, OwnerLink, ProjectGroup, Verb
from outlay.domain.problems import Problem, ProblemKind
from outlay.domain.sources_page import RepositoryRow, SourcesPage
from outlay.domain.work import Identity, KnownRepository, RepositoryState
from outlay.presenters.pages.sources_tools import SourcesAnswer

HOME = "/home/me"
NOW = moment("2026-11-23T09:30:00Z")
READ = moment("2026-11-23T09:12:00Z")
UTC = ZoneInfo("UTC")


def source(tool="claude_code", folder="/home/me/.claude/projects", **more):
    known = {
        "state": PlaceState.FOUND,
        "places": (Place(folder, PlaceState.FOUND, 214),),
        "files": 214,
        "last_read": READ,
        "last_event": READ,
        "retention": "It deletes after 30 days; Outlay keeps the figures.",
        "problems": (),
    }
    return SourceAnswer(f"logs.{tool}", tool, **{**known, **more})


def absent(tool, folder):
    place = Place(folder, PlaceState.ABSENT, 0)
    return source(tool, state=PlaceState.ABSENT, places=(place,), files=0, last_read=None, last_event=None)


def trouble(times=3):
    return Problem(
        "logs.claude_code", ProblemKind.NOT_JSON, times, f"{HOME}/.claude/projects/api/5f0c.jsonl:12"
    )


def repository(path=f"{HOME}/work/api", commits=412, **more):
    known = KnownRepository(path, path, "api", "harbor/api", RepositoryState.FOUND, "main", None, READ, None)
    return RepositoryRow(replace(known, **more), commits, (), 2)


def machine(**more):
    known = {
        "data_folder": f"{HOME}/.local/share/outlay",
        "folder_bytes": 97_000_000,
        "database_bytes": 96_000_000,
        "rows": 12_840,
        "first": moment("2026-03-02T08:00:00Z"),
        "last": READ,
        "prices_dated": moment("2026-11-19T08:00:00Z"),
        "prices_source": "genai-prices",
        "own_prices": 1,
        "unpriced_models": (),
        "keeps": {},
    }
    return MachineFacts(**{**known, **more})


def page(**more):
    known = {
        "sources": (source(),),
        "repositories": (repository(),),
        "proposed_repositories": (f"{HOME}/dotfiles",),
        "identities": ("me@harbor.example",),
        "proposed_identities": (Identity("me@home.example", "git config"),),
        "groups": (ProjectGroup("Harbor", ("harbor/api", f"{HOME}/work/notes")),),
        "corrections": (),
        "acts": (),
        "machine": machine(),
        "losses": (),
        "log_folders": (),
        "last_sync": READ,
        "revision": 7,
        "home": HOME,
    }
    return SourcesPage(**{**known, **more})


def answer(**more):
    return SourcesAnswer(page(**more), NOW, UTC)


def correction():
    found = moment("2026-11-22T10:00:00Z")
    return Correction(found, date(2026, 11, 3), "codex", "a better reader", 10, 12, 5_000_000, 6_250_000)


def act(number, undone=None):
    link = OwnerLink("codex", "29631d6e-be8c-453f-ad32-8fe5576d5dee", None, (("ticket:HBR-207", 1),))
    return Act(number, moment("2026-11-19T14:29:00Z"), Verb.LINK, None, link, None, undone)
