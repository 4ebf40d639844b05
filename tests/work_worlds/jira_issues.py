"""Issues as the worlds of both kinds of Jira play them: their shapes, their history and the search for them."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from work_worlds import Seen
from work_worlds.answers import told

NOW = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
PAGE = 3
ME, OTHER = "me", "other"
CATEGORIES = {
    "new": (2, "To Do"),
    "indeterminate": (4, "In Progress"),
    "done": (3, "Done"),
    "undefined": (1, "No Category"),
}
STATUSES = {
    "To Do": ("1", "new"),
    "In Progress": ("3", "indeterminate"),
    "In Review": ("10001", "indeterminate"),
    "Done": ("10002", "done"),
    "Cancelled": ("10003", "done"),
    "Released": ("10004", "done"),
    "Limbo": ("10009", "undefined"),
}
NO_MORE = {"Waiting": "10008"}
"""Statuses of old histories that were deleted since."""


def at(day, hour=9, minute=0):
    """A moment of 2026, in UTC: `at("11-01", 5, 30)`."""
    month, of_month = map(int, day.split("-"))
    return datetime(2026, month, of_month, hour, minute, 7, 123_000, tzinfo=UTC)


@dataclass(frozen=True)
class Issue:
    """`moves` are (moment, from, to) by the statuses' names; the last one's `to` is where it stands."""

    key: str
    title: str
    created: datetime
    updated: datetime
    status: str = "To Do"
    moves: tuple = ()
    type: str | None = "Task"
    resolution: str | None = None
    labels: tuple = ()
    assignee: str | None = ME

    @property
    def id(self):
        project, _, number = self.key.rpartition("-")
        return str(sum(map(ord, project)) * 100_000 + int(number))


def moved(key, title, created, *steps, **further):
    """One that went through statuses: `steps` are (moment, status) from To Do on."""
    names = ["To Do", *(status for _, status in steps)]
    moves = tuple((moment, before, status) for before, (moment, status) in zip(names, steps, strict=False))
    fields = {"updated": steps[-1][0], "status": steps[-1][1], "moves": moves, **further}
    return Issue(key, title, created, **fields)


def issues():
    """Eleven of the owner's, on both sides of the changes of clocks, and two of others."""
    return [
        moved("LED-101", "Read the ledger", at("10-20"), (at("10-24", 20), "In Progress"), (at("10-25", 0, 30), "Done"),
              type="Bug", resolution="Done", labels=("money", "urgent")),
        moved("LED-102", "Fix a sum", at("10-25", 0, 45), (at("10-25", 1, 30), "Done"), resolution="Done"),
        Issue("WEB-7", "Somebody else's", at("10-26"), at("10-26"), assignee=OTHER),
        moved("LED-103", "Print the ledger", at("10-27"), (at("10-28"), "In Progress"), (at("10-30"), "Done"),
              (at("11-01", 5, 30), "To Do"), (at("11-01", 6, 30), "Done"), type="Story", resolution="Done"),
        moved("LED-104", "Send it by fax", at("11-01", 4), (at("11-02"), "Cancelled")),
        moved("LED-105", "Read it again", at("11-02"), (at("11-03"), "Done"), type="Bug", resolution="Duplicate"),
        moved("LED-106", "Look it over", at("11-04"), (at("11-05"), "In Progress"), (at("11-06"), "In Review"), type="Story"),
        Issue("LED-107", "Some day", at("11-06"), at("11-07"), labels=("later",)),
        moved("LED-108", "Ship it", at("11-08"), (at("11-09"), "In Progress"), (at("11-10"), "Done"), (at("11-12"), "Released"),
              resolution="Done"),
        moved("WEB-8", "Handed on", at("11-12"), (at("11-13"), "In Progress"), assignee=OTHER),
        Issue("LED-109", "Begun at once", at("11-14"), at("11-14"), status="In Progress", type=None),
        moved("LED-110", "Nobody knows", at("11-15"), (at("11-16"), "Limbo")),
        moved("LED-111", "Waited for", at("11-16"), (at("11-17"), "Waiting"), (at("11-18"), "In Progress")),
    ]  # fmt: skip


class Played:
    """What both kinds have in common: whose issues, the search, and how moments are written."""

    login = "sam.kerr"
    zone = "Europe/Berlin"

    def __init__(self, played=None):
        self.settings = {}
        self.issues = issues() if played is None else list(played)
        self.most = PAGE
        self.edit = lambda issue: issue
        self.standard_time_first = True
        self.expected = Seen(frozenset(), frozenset(one.key for one in self.issues if one.assignee == ME))

    def empty(self):
        self.issues = []

    def go_back(self):
        self.issues = [self._reopened(one) if one.key == "LED-101" else one for one in self.issues]
        return "LED-101"

    def _reopened(self, one):
        moves = (*one.moves, (NOW, "Done", "In Progress"))
        return replace(one, moves=moves, status="In Progress", resolution=None, updated=NOW)

    def grow(self, pulls, tickets):
        self.most = 100
        first = NOW - timedelta(hours=tickets)
        begun = [first + timedelta(hours=n) for n in range(tickets)]
        self.issues = [
            moved(f"LED-{n}", f"Wish {n}", day - timedelta(days=2), (day - timedelta(days=1), "In Progress"), (day, "Done"),
                  resolution="Done")
            for n, day in enumerate(begun, start=1)
        ]  # fmt: skip

    def found(self, jql):
        """Issues a search finds, in its order; None for one that is not understood."""
        asked = re.fullmatch(r"(.+?)(?: ORDER BY (.+))?", jql)
        wishes, order = asked[1].split(" AND "), asked[2]
        rows = sorted(self.issues, key=lambda one: one.created, reverse=True)
        for wish in wishes:
            fits = self._fits(wish)
            if fits is None:
                return None
            rows = [one for one in rows if fits(one)]
        for part in reversed(order.split(", ") if order else []):
            name, way = part.split(" ")
            rows.sort(key=_ORDERS[name], reverse=way == "DESC")
        return rows

    def _fits(self, wish):
        since = re.fullmatch(r'updated >= "(\d{4}-\d\d-\d\d \d\d:\d\d)"', wish)
        if since:
            begin = datetime.strptime(since[1], "%Y-%m-%d %H:%M").replace(
                tzinfo=ZoneInfo(self.zone), fold=int(self.standard_time_first)
            )
            return lambda one: one.updated >= begin.astimezone(UTC)
        return (lambda one: one.assignee == ME) if wish == "assignee = currentUser()" else None

    def written(self, moment):
        """As Jira writes it: the zone's offset without a colon."""
        return moment and moment.astimezone(ZoneInfo(self.zone)).strftime("%Y-%m-%dT%H:%M:%S.%f")[
            :-3
        ] + moment.astimezone(ZoneInfo(self.zone)).strftime("%z")

    def shape(self, one, fields):
        """An issue with the fields that were asked for."""
        done = [moment for moment, _, to in one.moves if STATUSES.get(to, ("", ""))[1] == "done"]
        every = {
            "summary": one.title,
            "description": "canary-body",
            "issuetype": one.type and {"id": "10100", "name": one.type, "subtask": False},
            "status": status_shape(one.status),
            "labels": list(one.labels),
            "created": self.written(one.created),
            "updated": self.written(one.updated),
            "resolution": one.resolution and {"id": "10000", "name": one.resolution},
            "resolutiondate": self.written(done[-1]) if one.resolution and done else None,
            "assignee": one.assignee and self.people[one.assignee],
        }
        issue = {
            "expand": "operations,changelog",
            "id": one.id,
            "self": f"{self.site}/issue/{one.id}",
            "key": one.key,
        }
        shown = {name: value for name, value in every.items() if name in fields}
        return self.edit({**issue, **({"fields": shown} if fields else {})})

    def history(self, one, *, other_fields):
        """What happened to an issue, newest first."""
        told = [
            {"id": f"{one.id}{n}", "author": self.people[ME], "created": self.written(moment), "items": [move_shape(before, to)]}
            for n, (moment, before, to) in enumerate(one.moves)
        ]  # fmt: skip
        if other_fields:
            item = {
                "field": "status",
                "fieldtype": "custom",
                "fieldId": "customfield_10010",
                "from": "1",
                "to": "10002",
            }
            more = {"created": self.written(one.created), "author": self.people[OTHER], "items": [{"field": "labels", "fieldId": "labels", "from": None, "to": None}, item]}  # fmt: skip
            told.insert(0, {"id": f"{one.id}9", **more})
        return told[::-1]


_ORDERS = {
    "updated": lambda one: one.updated,
    "created": lambda one: one.created,
    "key": lambda one: (one.key.split("-")[0], int(one.key.split("-")[1])),
}


def status_shape(name):
    id_, category = STATUSES[name]
    number, title = CATEGORIES[category]
    return {
        "description": "",
        "name": name,
        "id": id_,
        "statusCategory": {"id": number, "key": category, "colorName": "blue-gray", "name": title},
    }


def move_shape(before, to):
    ids = {**{name: id_ for name, (id_, _) in STATUSES.items()}, **NO_MORE}
    return {
        "field": "status",
        "fieldtype": "jira",
        "fieldId": "status",
        "from": ids[before],
        "fromString": before,
        "to": ids[to],
        "toString": to,
    }


def error(status, *words):
    return told({"errorMessages": list(words), "errors": {}}, status)
