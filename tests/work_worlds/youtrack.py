"""YouTrack: only fields that are asked for, moments as milliseconds, a search whose dates are days in the owner's zone."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from werkzeug import Request, Response

from work_worlds.answers import told
from work_worlds.planned_pulls import ME
from work_worlds.planned_tickets import (
    DONE,
    DROPPED,
    DUPLICATE,
    OPEN,
    REVIEW,
    STARTED,
    Tracker,
)

PAGE = 3
ZONE = ZoneInfo("America/Los_Angeles")
STATES = {
    OPEN: ("Submitted", False),
    STARTED: ("In Progress", False),
    REVIEW: ("In Review", False),
    DONE: ("Fixed", True),
    DROPPED: ("Won't fix", True),
    DUPLICATE: ("Duplicate", True),
}
QUERY = re.compile(r"(for: me )?updated: (\d{4}-\d\d-\d\d) \.\. \*( sort by: updated asc)?")


class World(Tracker):
    system = "youtrack"
    secret = "perm:canary-token"
    login = "sam.kerr"
    prefix = "/youtrack"
    key = "LED-{}"

    def __init__(self):
        super().__init__()
        self.is_guest = self.hides_history = False

    def answer(self, request: Request) -> Response:
        if request.headers.get("Authorization") != f"Bearer {self.secret}":
            return told({"error": "Unauthorized", "error_description": "Invalid token"}, 401)
        path = request.path.removeprefix("/youtrack/api")
        activities = re.fullmatch(r"/issues/2-(\d+)/activities", path)
        if activities:
            return self._activities(request, int(activities[1]))
        routes = {"/users/me": self._me, "/admin/projects": self._projects, "/issues": self._issues}
        if path not in routes:
            return told({"error": "Not Found", "error_description": "canary"}, 404)
        return routes[path](request)

    def _me(self, request):
        me = {"id": "1-2", "login": self.login, "fullName": "Sam Kerr", "guest": self.is_guest, "$type": "Me"}
        return told(only(me, request))

    def _projects(self, request):
        return told([only({"id": "0-1", "name": "Ledger", "shortName": "LED", "$type": "Project"}, request)])

    def _issues(self, request):
        asked = QUERY.fullmatch(request.args.get("query", ""))
        if not asked:
            return told({"error": "invalid_query", "error_description": "Can't parse search query"}, 400)
        is_own, begin, in_order = asked.groups()
        found = [
            one
            for one in self.tickets
            if (not is_own or one.assigned == ME)
            and one.changed.astimezone(ZONE).date() >= date.fromisoformat(begin)
        ]
        found.sort(key=lambda one: one.changed, reverse=not in_order)
        skip, top = int(request.args.get("$skip", 0)), min(int(request.args.get("$top", 42)), PAGE)
        return told([only(self.edit(shape(one)), request) for one in found[skip : skip + top]])

    def _activities(self, request, number):
        if request.args.get("categories") != "CustomFieldCategory":
            return told({"error": "bad_request", "error_description": "Categories are needed"}, 400)
        if self.hides_history:
            return told({"error": "Forbidden", "error_description": "canary"}, 403)
        rows = activities(next(one for one in self.tickets if one.number == number))
        skip, top = int(request.args.get("$skip", 0)), min(int(request.args.get("$top", 42)), 42)
        return told([only(row, request) for row in rows[skip : skip + top]])


WORLD = World


def millis(moment: datetime | None):
    return int(moment.timestamp() * 1000) if moment else None


def wished(text):
    """`a,b(c)` as `{"a": {}, "b": {"c": {}}}`."""
    stack, name = [{}], ""
    for sign in f"{text},":
        if sign in ",()":
            if name:
                stack[-1][name] = {}
            if sign == "(":
                stack.append(stack[-1][name])
            elif sign == ")":
                stack.pop()
            name = ""
        else:
            name += sign
    return stack[0]


def only(value, request):
    """What was asked for; without that, id and type alone."""
    return cut(value, wished(request.args.get("fields", "id")))


def cut(value, wish):
    if isinstance(value, list):
        return [cut(one, wish) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {name: cut(one, wish[name]) for name, one in value.items() if name in wish}
    return {**kept, "$type": value["$type"]} if "$type" in value else kept


def state(of):
    name, is_resolved = STATES[of]
    return {"id": f"57-{name}", "name": name, "isResolved": is_resolved, "$type": "StateBundleElement"}


def shape(one):
    kind = {"name": one.kind.capitalize(), "$type": "EnumBundleElement"}
    fields = [
        {"name": "Priority", "value": None, "$type": "SingleEnumIssueCustomField"},
        {"name": "Type", "value": kind, "$type": "SingleEnumIssueCustomField"},
        {"name": "Stage", "value": state(one.state), "$type": "StateIssueCustomField"},
        {"name": "Fix versions", "value": [{"name": "1.0", "$type": "VersionBundleElement"}], "$type": "MultiVersionIssueCustomField"},
        {"name": "Estimate", "value": 3, "$type": "SimpleIssueCustomField"},
    ]  # fmt: skip
    return {
        "id": f"2-{one.number}",
        "idReadable": f"LED-{one.number}",
        "summary": one.title,
        "description": "canary-body",
        "created": millis(one.created),
        "updated": millis(one.changed),
        "resolved": millis(one.last(DONE, DROPPED, DUPLICATE)) if STATES[one.state][1] else None,
        "tags": [{"id": "6-1", "name": name, "$type": "Tag"} for name in one.labels],
        "customFields": fields,
        "$type": "Issue",
    }


def activities(one):
    def change(moment, field, before, after, kind):
        return {
            "id": f"{moment}",
            "timestamp": millis(moment),
            "field": {"id": field, "name": field, "$type": "CustomFilterField"},
            "removed": before,
            "added": after,
            "$type": kind,
        }

    changes = [change(one.created, "Estimate", None, 3, "SimpleValueActivityItem")]
    return changes + [
        change(moment, "Stage", [state(before)], [state(after)], "CustomFieldActivityItem")
        for moment, before, after in one.steps
    ]
