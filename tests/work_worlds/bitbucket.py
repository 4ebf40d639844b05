"""Bitbucket Cloud: basic authentication, BBQL filters, pages with whole addresses of the next."""

import json
import re
from base64 import b64encode
from datetime import datetime, timedelta

from werkzeug import Request, Response

from work_worlds import Seen
from work_worlds.answers import told
from work_worlds.planned_pulls import ME, NOW, OTHER, changed, grown, own, planned

PAGE = 3
USERS = {
    "me": {"uuid": "{11111111-aaaa-4bbb-8ccc-000000000001}", "nickname": "samk", "display_name": "Sam Kerr"},
    "other": {"uuid": "{11111111-aaaa-4bbb-8ccc-000000000002}", "nickname": "mei", "display_name": "Mei Lin"},
    "agent": {"uuid": "{11111111-aaaa-4bbb-8ccc-000000000003}", "nickname": "Rovo Dev", "display_name": "Rovo Dev"},
}  # fmt: skip
STATES = {"open": "OPEN", "merged": "MERGED", "declined": "DECLINED"}


class World:
    system = "bitbucket"
    secret = "ATATT-canary-token"
    login = "samk"
    prefix = ""

    def __init__(self):
        self.settings = {"email": "sam@acme.example", "workspace": "acme"}
        self.pulls = planned()
        self.refuses = set()
        self.edit = lambda shape: shape
        self.expected = Seen(own(self.pulls, "acme/"), frozenset())

    def answer(self, request: Request) -> Response:
        pair = b64encode(f"{self.settings['email']}:{self.secret}".encode()).decode()
        if request.headers.get("Authorization") != f"Basic {pair}":
            return error(401, "Token is invalid, expired, or not supported for this endpoint.")
        for path, answer in self._routes():
            found = re.fullmatch(path, request.path)
            if found:
                scope = answer.__name__.strip("_")
                return (
                    error(403, "Your credentials lack one or more required privilege scopes.")
                    if scope in self.refuses
                    else answer(request, *found.groups())
                )
        return error(404, "Resource not found")

    def _routes(self):
        pull = r"/2\.0/repositories/acme/(\w+)/pullrequests/(\d+)"
        return (
            (r"/2\.0/user", self._user),
            (r"/2\.0/repositories/acme", self._repositories),
            (r"/2\.0/workspaces/acme/pullrequests/(\{[\w-]+\})", self._list),
            (rf"{pull}/commits", self._commits),
            (rf"{pull}/activity", self._activity),
            (r"/2\.0/repositories/acme/(\w+)/commit/(\w+)", self._commit),
        )

    def empty(self):
        self.pulls = []

    def go_back(self):
        self.pulls = changed(self.pulls, 1, title="LED-101 Read the whole ledger", changed=NOW)
        return "acme/ledger#1"

    def grow(self, pulls, tickets):
        self.pulls = grown(pulls)

    def _user(self, request):
        return told({"type": "user", "account_id": "712020:sam", "links": {}, **USERS[ME]})

    def _repositories(self, request):
        names = sorted({one.repository for one in self.pulls})
        return pages(request, [{"type": "repository", "full_name": f"acme/{name}"} for name in names])

    def _list(self, request, uuid):
        states = request.args.getlist("state") or ["OPEN"]
        since = re.fullmatch(
            r"updated_on >= (\S+)", request.args.get("q", "updated_on >= 2000-01-01T00:00:00Z")
        )
        if not since or request.args.get("sort", "updated_on") not in {"updated_on", "-updated_on"}:
            return error(400, "Invalid BBQL expression")
        begin = datetime.fromisoformat(since[1])
        found = [
            one
            for one in self.pulls
            if USERS[one.author]["uuid"] == uuid and STATES[one.state] in states and one.changed >= begin
        ]
        found.sort(key=lambda one: one.changed if "sort" in request.args else one.number)
        return pages(request, [self.edit(shape(one)) for one in found])

    def _commits(self, request, repository, number):
        one = self._one(number)
        return pages(request, [{"type": "commit", "hash": sha} for sha in reversed(one.commits)])

    def _activity(self, request, repository, number):
        return pages(request, activity(self._one(number)))

    def _commit(self, request, repository, short):
        whole = [one.merge_commit for one in self.pulls if (one.merge_commit or "").startswith(short)]
        return told({"type": "commit", "hash": whole[0]}) if whole else error(404, "Commit not found")

    def _one(self, number):
        return next(one for one in self.pulls if one.number == int(number))


WORLD = World


def moment(at):
    """As Bitbucket writes it: microseconds and a zone."""
    return at.isoformat(timespec="microseconds")


def shape(one):
    end = {"branch": {"name": one.branch}, "commit": {"hash": "0" * 12}, "repository": None}
    place = {"type": "repository", "full_name": f"acme/{one.repository}", "name": one.repository}
    return {
        "type": "pullrequest",
        "id": one.number,
        "title": one.title,
        "description": one.body,
        "summary": {"raw": one.body, "markup": "markdown"},
        "state": STATES[one.state],
        "draft": one.draft,
        "author": {"type": "user", **USERS[one.author]},
        "source": end,
        "destination": {"branch": {"name": "main"}, "commit": {"hash": "1" * 12}, "repository": place},
        "merge_commit": {"hash": one.merge_commit[:12]} if one.merge_commit else None,
        "closed_by": None,
        "reason": "",
        "comment_count": 1,
        "created_on": moment(one.created),
        "updated_on": moment(one.changed),
        "links": {
            "html": {"href": f"https://bitbucket.org/acme/{one.repository}/pull-requests/{one.number}?w=1"}
        },
    }


def activity(one):
    """Newest first: what the owner says of it is no review."""
    entries = [("update", "date", one.created, ME, {"state": "OPEN", "changes": {}})]
    entries.append(("comment", "created_on", one.created + timedelta(minutes=1), ME, {"deleted": False}))
    if one.ready:
        ready = {"state": "OPEN", "changes": {"draft": {"old": True, "new": False}}}
        entries.append(("update", "date", one.ready, ME, ready))
    if one.reviewed:
        entries.append(("comment", "created_on", one.reviewed, OTHER, {"deleted": False}))
        entries.append(("approval", "date", one.reviewed + timedelta(hours=1), OTHER, {}))
    if one.ended:
        entries.append(("update", "date", one.ended, ME, {"state": STATES[one.state], "changes": {}}))
    if one.changed != (one.ended or one.changed):
        later = {"state": STATES[one.state], "changes": {"title": {"old": "a", "new": "b"}}}
        entries.append(("update", "date", one.changed, ME, later))
    who = {"update": "author"}
    return [
        {
            kind: {when: moment(day), who.get(kind, "user"): USERS[by], **more},
            "pull_request": {"id": one.number},
        }
        for kind, when, day, by, more in reversed(entries)
    ]


def pages(request, rows):
    length = min(int(request.args.get("pagelen", 10)), PAGE)
    page = int(request.args.get("page", 1))
    first = (page - 1) * length
    answer = {"pagelen": length, "page": page, "size": len(rows), "values": rows[first : first + length]}
    if first + length < len(rows):
        asked = [(name, value) for name, value in request.args.items(multi=True) if name != "page"]
        query = "&".join(
            f"{name}={value.replace('+', '%2B')}" for name, value in [*asked, ("page", str(page + 1))]
        )
        answer["next"] = f"{request.base_url}?{query}"
    return told(answer)


def error(status, words):
    said = json.dumps({"type": "error", "error": {"message": words}})
    return Response(said, status, content_type="application/json; charset=utf-8")
