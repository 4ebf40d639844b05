"""Azure DevOps: a token as a password without a name, a sign-in page for a wrong one, WIQL, batches of fields."""

import json
import re
from base64 import b64encode
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from werkzeug import Request, Response

from work_worlds import Seen
from work_worlds.answers import told
from work_worlds.planned_pulls import ME, NOW, OTHER, at, grown, own, planned
from work_worlds.server import page

PAGE = 2
IDS = {
    ME: "2d2f8c1e-0000-4000-8000-000000000001",
    OTHER: "2d2f8c1e-0000-4000-8000-000000000002",
    "agent": "2d2f8c1e-0000-4000-8000-000000000003",
}
SERVICE = "00000002-0000-8888-8000-000000000000"
STATUSES = {"open": "active", "merged": "completed", "declined": "abandoned"}
STATES = {
    "Bug": [("New", "Proposed"), ("Active", "InProgress"), ("Resolved", "Resolved"), ("Closed", "Completed")],
    "User Story": [
        ("New", "Proposed"),
        ("Active", "InProgress"),
        ("In test", "InProgress"),
        ("Shipped", "Completed"),
        ("Released", "Completed"),
        ("Removed", "Removed"),
    ],
}
ACTIVATED, CLOSED = "Microsoft.VSTS.Common.ActivatedDate", "Microsoft.VSTS.Common.ClosedDate"
DAY = timedelta(days=1)
NEVER = "9999-01-01T00:00:00Z"


@dataclass(frozen=True)
class Item:
    """A work item: `moves` are its states in order, each with its moment and reason; `changed` is the last change."""

    number: int
    title: str
    kind: str
    moves: tuple
    changed: datetime
    assigned: str = ME
    tags: str = ""
    project: str = "Big Money"
    dates: dict = field(default_factory=dict)


def item(number, title, kind, *moves, **further):
    told = tuple(
        (moment, state, *reason) if reason else (moment, state, "") for moment, state, *reason in moves
    )
    return Item(number, title, kind, told, further.pop("changed", told[-1][0]), **further)


def items():
    return [
        item(101, "Read the ledger", "User Story", (at("09-01"), "New"), (at("09-02"), "Active"), (at("09-03"), "Shipped"),
             tags="money; reading"),
        item(102, "Rounding is off", "Bug", (at("10-24"), "New"), (at("10-25", 0, 30), "Active"),
             (at("10-25", 1, 30), "Closed", "Fixed"), (at("10-27"), "Active", "Not fixed"), (at("11-01", 6, 30), "Closed", "Fixed")),
        item(103, "Same as before", "Bug", (at("11-02"), "New"), (at("11-03"), "Closed", "Duplicate")),
        item(104, "Not now", "User Story", (at("11-04"), "New"), (at("11-05"), "Removed", "Removed from the backlog")),
        item(105, "Another's", "Bug", (at("11-05"), "New"), (at("11-06"), "Closed", "Fixed"), assigned=OTHER),
        item(106, "Being worked on", "User Story", (at("11-07"), "New"), (at("11-09"), "Active"), (at("11-10"), "In test")),
        item(107, "Waiting", "Bug", (at("11-11"), "New"), changed=at("11-13")),
    ]  # fmt: skip


class World:
    system = "azure_devops"
    secret = "azpat-canary-token"
    login = "sam@acme.example"
    prefix = ""

    def __init__(self):
        self.settings = {"organization": "acme"}
        self.pulls, self.items = planned(), items()
        self.refuses = set()
        self.edit = self.edit_item = lambda shape: shape
        mine = frozenset(f"AB#{one.number}" for one in self.items if one.assigned == ME)
        self.expected = Seen(own(self.pulls, "Big Money/"), mine)

    def answer(self, request: Request) -> Response:
        pair = b64encode(f":{self.secret}".encode()).decode()
        if request.headers.get("Authorization") != f"Basic {pair}":
            return Response(page().get_data(), 203, content_type="text/html; charset=utf-8")
        for path, answer in self._routes():
            found = re.fullmatch(rf"/acme(?:/Big Money)?/_apis/{path}", request.path)
            if found:
                return self._checked(request, answer, found.groups())
        return error(404, "The controller for path was not found.")

    def _checked(self, request, answer, groups):
        version = request.args.get("api-version", "")
        is_preview = request.path.endswith("/connectionData")
        if version != ("7.1-preview" if is_preview else "7.1"):
            return error(
                400,
                "The requested version is under preview." if is_preview else "No api-version was supplied.",
            )
        family = request.path.partition("/_apis/")[2].partition("/")[0]
        if family in self.refuses:
            return error(401, "TF400813: The user is not authorized to access this resource.")
        return answer(request, *groups)

    def _routes(self):
        pull = r"git/repositories/([\w-]+)/pullRequests/(\d+)"
        return (
            ("connectionData", self._me),
            ("git/pullrequests", self._list),
            (pull, self._whole),
            (f"{pull}/threads", self._threads),
            ("wit/wiql", self._query),
            ("wit/workitemsbatch", self._batch),
            (r"wit/workItems/(\d+)/updates", self._updates),
            ("wit/workitemtypes", self._types),
        )

    def empty(self):
        self.pulls, self.items = [], []

    def go_back(self):
        first, *others = self.items
        again = (*first.moves, (NOW, "Active", "Implementation restarted"))
        self.items = [*others, replace(first, moves=again, changed=NOW)]
        return "AB#101"

    def grow(self, pulls, tickets):
        self.pulls = grown(pulls)
        first = NOW - timedelta(hours=tickets + 1)
        self.items = [
            item(n, f"Item {n}", "Bug", (first, "New"), (first + timedelta(hours=n), "Closed", "Fixed"))
            for n in range(1, tickets + 1)
        ]

    def _me(self, request):
        account = {"Account": {"$type": "System.String", "$value": self.login}}
        user = {"id": IDS[ME], "providerDisplayName": "Sam Kerr", "isActive": True, "properties": account}
        return told({"authenticatedUser": user, "authorizedUser": user, "instanceId": "5b7c"})

    def _list(self, request):
        args = request.args
        status = args.get("searchCriteria.status", "active")
        found = [one for one in self.pulls if status in {STATUSES[one.state], "all"}]
        if "searchCriteria.creatorId" in args:
            found = [one for one in found if IDS[one.author] == args["searchCriteria.creatorId"]]
        if "searchCriteria.minTime" in args:
            begin = datetime.fromisoformat(args["searchCriteria.minTime"])
            is_closed = args.get("searchCriteria.queryTimeRangeType", "created") == "closed"
            dates = {one.number: one.ended if is_closed else one.created for one in found}
            found = [one for one in found if dates[one.number] and dates[one.number] >= begin]
        found.sort(key=lambda one: one.number, reverse=True)
        skip, top = int(args.get("$skip", 0)), min(int(args.get("$top", 101)), PAGE)
        return told_list([self.edit(shape(one)) for one in found[skip : skip + top]])

    def _whole(self, request, repository, number):
        one = self._one(number)
        row = {
            **shape(one),
            "description": one.body,
            "labels": [{"id": "1", "name": "money", "active": True}],
        }
        if request.args.get("includeCommits") == "true":
            row["commits"] = [{"commitId": sha, "comment": "canary"} for sha in reversed(one.commits)]
        if request.args.get("includeWorkItemRefs") == "true":
            row["workItemRefs"] = (
                [{"id": "101", "url": "https://x/_apis/wit/workItems/101"}] if one.number == 1 else []
            )
        return told(row)

    def _threads(self, request, repository, number):
        return told_list(threads(self._one(number)))

    def _query(self, request):
        wish = json.loads(request.get_data())["query"]
        known = r"SELECT \[System\.Id\] FROM WorkItems WHERE (.+) ORDER BY \[System\.ChangedDate\]"
        asked = re.fullmatch(known, wish)
        if not asked:
            return error(400, "TF51005: The query references a field that does not exist.")
        found = self.items
        for clause in asked[1].split(" AND "):
            field_name, sign, value = re.fullmatch(r"\[([\w.]+)\] (>?=) (.+)", clause).groups()
            if field_name == "System.AssignedTo" and (sign, value) == ("=", "@Me"):
                found = [one for one in found if one.assigned == ME]
            elif field_name == "System.TeamProject":
                found = [one for one in found if one.project == value.strip("'")]
            elif field_name == "System.ChangedDate" and request.args.get("timePrecision") == "true":
                found = [one for one in found if one.changed >= datetime.fromisoformat(value.strip("'"))]
            else:
                return error(
                    400, "You cannot supply a time with the date when running a query using date precision."
                )
        found = sorted(found, key=lambda one: one.changed)[: int(request.args.get("$top", 20_000))]
        rows = [
            {"id": one.number, "url": f"https://dev.azure.com/acme/_apis/wit/workItems/{one.number}"}
            for one in found
        ]
        return told(
            {"queryType": "flat", "queryResultType": "workItem", "asOf": moment(NOW), "workItems": rows}
        )

    def _batch(self, request):
        asked = json.loads(request.get_data())
        if not 1 <= len(asked["ids"]) <= 200:
            return error(400, "VS403474: The number of work items must be from 1 to 200.")
        known = {one.number: one for one in self.items}
        rows = [
            self._fields(known[number], asked["fields"]) if number in known else None
            for number in asked["ids"]
        ]
        return told_list(rows)

    def _fields(self, one, names):
        every = self.edit_item(item_fields(one))
        return {
            "id": one.number,
            "rev": len(one.moves),
            "fields": {name: every[name] for name in names if name in every},
            "url": f"https://dev.azure.com/acme/_apis/wit/workItems/{one.number}",
        }

    def _updates(self, request, number):
        one = next(one for one in self.items if one.number == int(number))
        rows = updates(one)
        skip, top = int(request.args.get("$skip", 0)), min(int(request.args.get("$top", 200)), 200)
        return told_list(rows[skip : skip + top])

    def _types(self, request):
        if "/Big Money/" not in request.path:
            return error(404, "TF200016: The project does not exist.")
        rows = [
            {
                "name": kind,
                "states": [{"name": name, "color": "b2b2b2", "category": of} for name, of in states],
            }
            for kind, states in STATES.items()
        ]
        return told_list(rows)

    def _one(self, number):
        return next(one for one in self.pulls if one.number == int(number))


WORLD = World


def moment(at):
    """As Azure DevOps writes it: seven digits behind the second."""
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond * 10:07}Z"


def shape(one):
    """As a list tells of it: what it says is cut."""
    project = {"id": "9a7c", "name": "Big Money", "state": "wellFormed"}
    row = {
        "repository": {"id": f"7f3b-{one.repository}", "name": one.repository, "project": project},
        "pullRequestId": one.number,
        "codeReviewId": one.number,
        "status": STATUSES[one.state],
        "createdBy": {"id": IDS[one.author], "displayName": one.author, "uniqueName": "x@acme.example"},
        "creationDate": moment(one.created),
        "title": one.title,
        "sourceRefName": f"refs/heads/{one.branch}",
        "targetRefName": "refs/heads/main",
        "mergeStatus": "succeeded",
        "isDraft": one.draft,
        "reviewers": [],
        "url": f"https://dev.azure.com/acme/9a7c/_apis/git/repositories/7f3b/pullRequests/{one.number}",
    }
    if one.body:
        row["description"] = one.body[:20]
    if one.ended:
        row["closedDate"] = moment(one.ended)
    row["lastMergeCommit"] = {"commitId": one.merge_commit or "f" * 40}
    return row


def value(text):
    return {"$type": "System.String", "$value": text}


def thread(at, kind, author, **properties):
    told = {"CodeReviewThreadType": value(kind), **properties} if kind else None
    comment = {
        "id": 1,
        "author": {"id": author},
        "content": "canary",
        "publishedDate": moment(at),
        "commentType": "system" if kind else "text",
    }
    identities = {"1": {"id": IDS[OTHER]}, "2": {"id": IDS[ME]}}
    return {
        "id": 1,
        "publishedDate": moment(at),
        "comments": [comment],
        "properties": told,
        "identities": identities,
    }


def threads(one):
    rows = [thread(one.created, "ReviewersUpdate", SERVICE), thread(one.created, None, IDS[ME])]
    rows.append(thread(one.created, "VoteUpdate", SERVICE, CodeReviewVotedByIdentity=value("2")))
    if one.ready:
        rows.append(thread(one.ready, "IsDraftUpdate", SERVICE, CodeReviewIsDraftNowSet=value("False")))
    if one.reviewed:
        rows.append(thread(one.reviewed, "VoteUpdate", SERVICE, CodeReviewVotedByIdentity=value("1")))
        rows.append(thread(one.reviewed + DAY, None, IDS[OTHER]))
    if one.ended:
        rows.append(thread(one.ended, "StatusUpdate", SERVICE))
    return rows


def item_fields(one):
    last = one.moves[-1]
    fields = {
        "System.Title": one.title,
        "System.WorkItemType": one.kind,
        "System.State": last[1],
        "System.Reason": last[2],
        "System.TeamProject": one.project,
        "System.CreatedDate": moment(one.moves[0][0]),
        "System.ChangedDate": moment(one.changed),
        **one.dates,
    }
    return {**fields, "System.Tags": one.tags} if one.tags else fields


def updates(one):
    """One for each state, and one in which only the title changed."""
    rows, before = [], {}
    for place, (when, state, reason) in enumerate(one.moves, start=1):
        fields = {"System.State": {**before, "newValue": state}, "System.Reason": {"newValue": reason}}
        fields["System.ChangedDate"] = {"newValue": moment(when)}
        rows.append({"id": place, "rev": place, "fields": fields, "revisedDate": NEVER})
        before = {"oldValue": state}
    rows.append(
        {"id": 99, "rev": 99, "fields": {"System.Title": {"newValue": "canary"}}, "revisedDate": NEVER}
    )
    return rows


def told_list(rows):
    return told({"count": len(rows), "value": rows})


def error(status, words):
    said = {"$id": "1", "innerException": None, "message": words, "typeKey": "UnauthorizedRequestException"}
    return told(said, status)
