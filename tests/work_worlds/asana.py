"""Asana: everything in `data`, only fields that are asked for, an order of its own, errors that name the parameter."""

import re
from datetime import datetime

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
    iso,
)

PAGE = 3
WORKSPACES = [("1100", "Acme"), ("1200", "Side project")]
SECTIONS = {
    OPEN: "To do",
    STARTED: "Doing",
    REVIEW: "In review",
    DONE: "Done",
    DROPPED: "Won't do",
    DUPLICATE: "To do",
}
OVER = {DONE, DROPPED, DUPLICATE}


class World(Tracker):
    system = "asana"
    secret = "1/1101:canary-token"
    login = "sam@acme.example"
    key = "9{}"

    def __init__(self):
        super().__init__()
        self.edit_story = lambda shape: shape
        self.hides_history = False

    def answer(self, request: Request) -> Response:
        if request.headers.get("Authorization") != f"Bearer {self.secret}":
            return error(401, "Not Authorized")
        path = request.path.removeprefix("/api/1.0")
        stories = re.fullmatch(r"/tasks/9(\d+)/stories", path)
        if stories:
            return self._stories(request, int(stories[1]))
        if path == "/users/me":
            return told({"data": only(me(), request)})
        return self._tasks(request) if path == "/tasks" else error(404, "No matching route for request")

    def _tasks(self, request):
        args = request.args
        if "workspace" not in args or "assignee" not in args:
            return error(
                400, "assignee and workspace: Must specify exactly one of project, tag, section, ..."
            )
        is_mine = args["assignee"] == "me"
        found = [
            one
            for one in self.tickets
            if is_mine == (one.assigned == ME) and place_of(one) == args["workspace"]
        ]
        if "modified_since" in args:
            begin = datetime.fromisoformat(args["modified_since"])
            found = [one for one in found if one.changed >= begin]
        if "completed_since" in args:
            return error(400, "The world does not play completed_since.")
        found.sort(key=lambda one: one.number * 7 % 10)
        return paged([self.edit(shape(one)) for one in found], request)

    def _stories(self, request, number):
        if self.hides_history:
            return error(403, "Forbidden")
        one = next(one for one in self.tickets if one.number == number)
        return paged([self.edit_story(story) for story in stories(one)], request)


WORLD = World


def error(status, message):
    return told({"errors": [{"message": message, "help": "canary"}]}, status)


def paged(rows, request):
    limit = int(request.args.get("limit", 20))
    if not 1 <= limit <= 100:
        return error(400, "limit: Must be between 1 and 100")
    begin = int(request.args.get("offset", "eyJ0-0").removeprefix("eyJ0-"))
    end = begin + min(limit, PAGE)
    following = {
        "offset": f"eyJ0-{end}",
        "path": "/tasks?offset=canary",
        "uri": "https://app.asana.com/canary",
    }
    return told(
        {
            "data": [only(row, request) for row in rows[begin:end]],
            "next_page": following if end < len(rows) else None,
        }
    )


def only(row, request):
    """Fields that were asked for, and what stands in every record."""
    asked = {"gid", "resource_type", *request.args.get("opt_fields", "name").split(",")}
    return cut(row, [field.split(".") for field in asked])


def cut(value, paths):
    if isinstance(value, list):
        return [cut(one, paths) for one in value]
    if not isinstance(value, dict):
        return value
    heads = {path[0] for path in paths} | {"gid"}
    return {
        name: cut(one, [path[1:] for path in paths if path[0] == name and path[1:]])
        for name, one in value.items()
        if name in heads
    }


def me():
    places = [{"gid": gid, "resource_type": "workspace", "name": name} for gid, name in WORKSPACES]
    return {
        "gid": "1101",
        "resource_type": "user",
        "name": "Sam Kerr",
        "email": "sam@acme.example",
        "workspaces": places,
    }


def place_of(one):
    return WORKSPACES[1][0] if one.number == 107 else WORKSPACES[0][0]


def section(of):
    return {"gid": f"77-{of}", "resource_type": "section", "name": SECTIONS[of]}


def shape(one):
    kind = {"gid": "31", "name": "Type", "display_value": one.kind, "representation_type": "enum"}
    where = DUPLICATE if one.state == DUPLICATE else one.state
    return {
        "gid": str(9000 + one.number),
        "resource_type": "task",
        "resource_subtype": "default_task",
        "name": one.title,
        "notes": "canary-body",
        "completed": one.state in OVER,
        "completed_at": iso(one.last(*OVER)) if one.state in OVER else None,
        "created_at": iso(one.created),
        "modified_at": iso(one.changed),
        "permalink_url": f"https://app.asana.com/0/1100/{9000 + one.number}?focus=true",
        "memberships": [{"project": {"gid": "55"}, "section": section(where)}],
        "tags": [{"gid": name, "resource_type": "tag", "name": name} for name in one.labels],
        "custom_fields": [kind],
        "assignee": {"gid": "1101"},
    }


def story(moment, kind, **fields):
    return {
        "gid": "1",
        "resource_type": "story",
        "created_at": iso(moment),
        "type": "system",
        "text": "canary",
        "resource_subtype": kind,
        **fields,
    }


def stories(one):
    """A tick and a move to another column are told apart, as they are two acts."""
    rows = [story(one.created, "assigned")]
    for moment, before, after in one.steps:
        if before in OVER and after not in OVER:
            rows.append(story(moment, "marked_incomplete"))
        if SECTIONS[before] != SECTIONS[after]:
            rows.append(
                story(moment, "section_changed", old_section=section(before), new_section=section(after))
            )
        if after in OVER:
            rows.append(story(moment, "marked_complete"))
        if after == DUPLICATE:
            rows.append(story(moment, "marked_duplicate"))
    return rows
