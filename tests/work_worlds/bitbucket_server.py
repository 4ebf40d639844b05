"""Bitbucket Data Center: bearer token, the user's name beside each answer, moments in milliseconds, pages by start.

Its clock is this machine's, as its answers say.
"""

import re
from datetime import UTC, datetime, timedelta

from werkzeug import Request, Response

from work_worlds import Seen
from work_worlds.answers import told
from work_worlds.planned_pulls import ME, NOW, OTHER, changed, grown, own, planned

PAGE = 2
NAMES = {ME: "sam.kerr", OTHER: "mei.lin", "agent": "build-bot"}
STATES = {"open": "OPEN", "merged": "MERGED", "declined": "DECLINED"}
API = "/bitbucket/rest/api/1.0"


class World:
    system = "bitbucket_server"
    secret = "BBDC-canary-token"
    login = "sam.kerr"
    prefix = "/bitbucket"

    def __init__(self):
        self.settings = {}
        self.pulls = planned()
        self.edit = lambda shape: shape
        self.names_nobody = False
        self.expected = Seen(own(self.pulls, "LED/"), frozenset())

    def answer(self, request: Request) -> Response:
        if request.headers.get("Authorization") != f"Bearer {self.secret}":
            return error(401, "Authentication failed. Please check your credentials and try again.")
        for path, answer in self._routes():
            found = re.fullmatch(f"{API}/{path}", request.path)
            if found:
                return self._signed(answer(request, *found.groups()))
        return error(404, "The resource does not exist.")

    def _signed(self, answer):
        if not self.names_nobody:
            answer.headers["X-AUSERNAME"] = NAMES[ME]
            answer.headers["X-AUSERID"] = "17"
        return answer

    def _routes(self):
        pull = r"projects/(\w+)/repos/(\w+)/pull-requests/(\d+)"
        return (
            ("application-properties", self._properties),
            ("repos", self._repositories),
            ("dashboard/pull-requests", self._list),
            (f"{pull}/commits", self._commits),
            (f"{pull}/activities", self._activities),
        )

    def empty(self):
        self.pulls = []

    def go_back(self):
        """Merged ones stay as they are here: the one that was declined is opened again."""
        self.pulls = changed(self.pulls, 5, state="open", ended=None, changed=NOW)
        return "LED/ledger#5"

    def grow(self, pulls, tickets):
        self.pulls = grown(pulls)

    def _properties(self, request):
        properties = {"version": "9.4.2", "buildNumber": "9004002", "displayName": "Bitbucket"}
        return told(properties)

    def _repositories(self, request):
        names = sorted({one.repository for one in self.pulls})
        return pages(request, [repository(name) for name in names])

    def _list(self, request):
        args = request.args
        if args.get("role") not in {"AUTHOR", "REVIEWER", "PARTICIPANT", None}:
            return error(400, "Invalid role")
        found = [one for one in self.pulls if not args.get("state") or STATES[one.state] == args["state"]]
        if args.get("role") == "AUTHOR":
            found = [one for one in found if one.author == ME]
        if "closedSince" in args:
            begin = datetime.now(UTC) - timedelta(seconds=int(args["closedSince"]))
            found = [one for one in found if one.ended and one.ended > begin]
        found.sort(key=lambda one: one.changed, reverse=True)
        return pages(request, [self.edit(shape(one)) for one in found])

    def _commits(self, request, project, name, number):
        shas = reversed(self._one(number).commits)
        return pages(request, [{"id": sha, "displayId": sha[:11], "message": "canary"} for sha in shas])

    def _activities(self, request, project, name, number):
        return pages(request, activities(self._one(number)))

    def _one(self, number):
        return next(one for one in self.pulls if one.number == int(number))


WORLD = World


def millis(at):
    return round(at.timestamp() * 1000)


def repository(name):
    return {
        "slug": name,
        "id": 3,
        "name": name.title(),
        "project": {"key": "LED", "id": 1, "type": "NORMAL"},
    }


def shape(one):
    link = (
        f"https://git.acme.example/bitbucket/projects/LED/repos/{one.repository}/pull-requests/{one.number}"
    )
    row = {
        "id": one.number,
        "version": 2,
        "title": one.title,
        "description": one.body,
        "state": STATES[one.state],
        "open": one.state == "open",
        "closed": one.state != "open",
        "draft": one.draft,
        "createdDate": millis(one.created),
        "updatedDate": millis(one.changed),
        "fromRef": {"id": f"refs/heads/{one.branch}", "displayId": one.branch, "latestCommit": "a" * 40},
        "toRef": {
            "id": "refs/heads/main",
            "displayId": "main",
            "latestCommit": "b" * 40,
            "repository": repository(one.repository),
        },
        "locked": False,
        "author": {"user": {"name": NAMES[one.author], "id": 17}, "role": "AUTHOR", "approved": False},
        "reviewers": [],
        "participants": [],
        "properties": {"openTaskCount": 0, "resolvedTaskCount": 0},
        "links": {"self": [{"href": f"{link}?from=dashboard"}]},
    }
    return {**row, "closedDate": millis(one.ended)} if one.ended else row


def activities(one):
    """Newest first: what the owner says of it is no review."""
    acts = [("OPENED", one.created, ME), ("COMMENTED", one.created + timedelta(minutes=1), ME)]
    if one.reviewed:
        acts += [("COMMENTED", one.reviewed, OTHER), ("APPROVED", one.reviewed + timedelta(hours=1), OTHER)]
    if one.ended:
        acts.append((STATES[one.state], one.ended, ME))
    rows = [
        {"id": place, "createdDate": millis(at), "user": {"name": NAMES[by]}, "action": action}
        for place, (action, at, by) in enumerate(acts, start=100)
    ]
    if one.merge_commit:
        rows[-1]["commit"] = {"id": one.merge_commit, "displayId": one.merge_commit[:11]}
    return rows[::-1]


def pages(request, rows):
    limit, start = min(int(request.args.get("limit", 25)), PAGE), int(request.args.get("start", 0))
    shown = rows[start : start + limit]
    is_last = start + limit >= len(rows)
    following = None if is_last else start + limit
    page = {"size": len(shown), "limit": limit, "isLastPage": is_last, "values": shown, "start": start}
    return told({**page, "nextPageStart": following})


def error(status, words):
    said = {"errors": [{"context": None, "message": words, "exceptionName": None}]}
    return told(said, status)
