"""Jira Cloud: basic authentication, a search with tokens for its pages and without fields, histories in bulk."""

import json
from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256

from werkzeug import Request, Response

from work_worlds.jira_issues import STATUSES, Played, error, status_shape, told

SITE = "https://acme.atlassian.net"
PEOPLE = {
    "me": {"accountId": "712020:11111111-aaaa", "accountType": "atlassian", "displayName": "Sam Kerr", "active": True},
    "other": {"accountId": "712020:22222222-bbbb", "accountType": "atlassian", "displayName": "Mei Lin", "active": True},
}  # fmt: skip
HISTORIES = 4
"""How many entries of histories it tells at once."""


class World(Played):
    system = "jira"
    secret = "ATATT3x-canary-token"
    login = "sam@acme.example"
    prefix = ""
    people = PEOPLE
    site = f"{SITE}/rest/api/3"

    def __init__(self, played=None):
        super().__init__(played)
        self.settings = {"email": self.login}
        self.refused = {}
        self.me = {**PEOPLE["me"], "emailAddress": self.login, "timeZone": self.zone, "locale": "en_GB"}
        self.projects = ["LED", "WEB"]

    def answer(self, request: Request) -> Response:
        path = request.path.removeprefix(f"{self.prefix}/rest/api/3/")
        pair = b64encode(f"{self.settings['email']}:{self.secret}".encode()).decode()
        if request.headers.get("Authorization") != f"Basic {pair}":
            return self._to_nobody(path)
        if path in self.refused:
            status = self.refused[path]
            return told({"code": status, "message": "Unauthorized; scope does not match"}, status)
        return self._to_somebody(request, path)

    def _to_nobody(self, path):
        """A search is open to everybody, and finds what everybody may see."""
        if path == "search/jql":
            return told({"issues": [], "isLast": True})
        return error(401, "Client must be authenticated to access this resource.")

    def _to_somebody(self, request, path):
        match request.method, path:
            case "GET", "myself":
                answer = told(self.me)
            case "GET", "serverInfo":
                answer = told({"baseUrl": SITE, "deploymentType": "Cloud"})
            case "GET", "status":
                answer = told([status_shape(name) for name in STATUSES])
            case "GET", "project/search":
                answer = self._projects(int(request.args.get("maxResults", 50)))
            case "POST", "search/jql":
                answer = self._search(json.loads(request.get_data()))
            case "POST", "changelog/bulkfetch":
                answer = self._histories(json.loads(request.get_data()))
            case _, "search":
                answer = error(410, "The requested API has been removed. Please migrate to search/jql.")
            case _:
                answer = error(404, "No resource here.")
        return answer

    def _projects(self, most):
        values = [{"id": key, "key": key, "name": key.title()} for key in self.projects[:most]]
        return told({"values": values, "total": len(self.projects), "isLast": most >= len(self.projects)})

    def _search(self, body):
        if not body.keys() <= {"jql", "maxResults", "fields", "expand", "nextPageToken", "reconcileIssues"}:
            return error(400, "Unrecognized field")
        rows = self.found(body["jql"])
        if rows is None:
            return error(400, "Error in the JQL Query")
        place = json.loads(bytes.fromhex(body.get("nextPageToken") or "7b7d"))
        of = sha256(body["jql"].encode()).hexdigest()[:8]
        if place and place["of"] != of:
            return error(400, "The provided next page token is invalid.")
        first = place.get("first", 0)
        after = first + min(body.get("maxResults", 50), self.most)
        answer = {
            "issues": [self.shape(one, body.get("fields") or []) for one in rows[first:after]],
            "isLast": after >= len(rows),
        }
        if after < len(rows):
            answer["nextPageToken"] = json.dumps({"of": of, "first": after}).encode().hex()
        return told(answer)

    def _histories(self, body):
        """Moments are counted for some and written for others."""
        ids = body["issueIdsOrKeys"]
        if not 1 <= len(ids) <= 1_000 or len(body.get("fieldIds", [])) > 10:
            return error(400, "The number of issues must be between 1 and 1000.")
        entries = [
            (one.id, counted(entry) if int(one.id) % 2 else entry)
            for one in self.issues
            if one.id in ids
            for entry in self.history(one, other_fields="fieldIds" not in body)
        ]
        first = int(body.get("nextPageToken") or 0)
        after = first + min(body.get("maxResults", 1_000), HISTORIES if self.most < 100 else 1_000)
        of = {}
        for id_, entry in entries[first:after]:
            of.setdefault(id_, []).append(entry)
        logs = [{"issueId": id_, "changeHistories": histories} for id_, histories in of.items()]
        return told({"issueChangeLogs": logs, "nextPageToken": str(after) if after < len(entries) else None})


WORLD = World


def counted(entry):
    moment = datetime.fromisoformat(entry["created"]).astimezone(UTC)
    return {**entry, "created": round(moment.timestamp() * 1_000)}
