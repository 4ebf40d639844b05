"""Jira Data Center: a personal access token, a search by offset with a total, histories beside the issues."""

import json

from werkzeug import Request, Response

from work_worlds.jira_issues import STATUSES, Played, error, status_shape, told

PEOPLE = {
    "me": {"name": "sam.kerr", "key": "JIRAUSER10100", "displayName": "Sam Kerr", "active": True},
    "other": {"name": "mei.lin", "key": "JIRAUSER10101", "displayName": "Mei Lin", "active": True},
}


class World(Played):
    system = "jira_server"
    secret = "canary-personal-access-token"
    zone = "America/New_York"
    prefix = "/jira"
    people = PEOPLE
    site = "https://jira.acme.example/jira/rest/api/2"

    def __init__(self, played=None):
        super().__init__(played)
        self.me = {
            **PEOPLE["me"],
            "emailAddress": "sam@acme.example",
            "timeZone": self.zone,
            "locale": "en_US",
        }
        self.projects = ["LED", "WEB"]

    def answer(self, request: Request) -> Response:
        if request.headers.get("Authorization") != f"Bearer {self.secret}":
            return error(401, "You do not have the permission to see the specified issue.", "Login Required")
        match request.method, request.path.removeprefix(f"{self.prefix}/rest/api/2/"):
            case "GET", "myself":
                return told(self.me)
            case "GET", "status":
                return told([status_shape(name) for name in STATUSES])
            case "GET", "project":
                return told([{"id": key, "key": key, "name": key.title()} for key in self.projects])
            case "POST", "search":
                return self._search(json.loads(request.get_data()))
        return error(404, "Oops, you've found a dead link.")

    def _search(self, body):
        is_known = body.keys() <= {"jql", "startAt", "maxResults", "fields", "expand", "validateQuery"}
        rows = self.found(body["jql"]) if is_known and isinstance(body.get("expand", []), list) else None
        if rows is None:
            return error(400, "Error in the JQL Query")
        first, most = body.get("startAt", 0), min(body.get("maxResults", 50), self.most)
        page = [self._shape(one, body) for one in rows[first : first + most]]
        answer = {
            "expand": "schema,names",
            "startAt": first,
            "maxResults": most,
            "total": len(rows),
            "issues": page,
        }
        return told(answer)

    def _shape(self, one, body):
        issue = self.shape(one, body.get("fields") or ["summary", "status"])
        if "changelog" not in body.get("expand", []):
            return issue
        histories = self.history(one, other_fields=True)
        return {**issue, "changelog": {"startAt": 0, "total": len(histories), "histories": histories}}


WORLD = World
