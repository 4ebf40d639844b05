"""Shortcut: a token in a header of its own, a search over whole days that gives 1,000 stories, states by number."""

import re
from datetime import date, timedelta
from urllib.parse import urlencode

from werkzeug import Request, Response

from work_worlds.answers import told
from work_worlds.planned_pulls import ME, OTHER
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
MOST_FOUND = 1_000
IDS = {ME: "5f00c0de-0000-4000-8000-000000000001", OTHER: "5f00c0de-0000-4000-8000-000000000002"}
STATES = {
    OPEN: (500, "unstarted", "Ready for Work"),
    STARTED: (501, "started", "In Development"),
    REVIEW: (502, "started", "In Review"),
    DONE: (503, "done", "Completed"),
    DROPPED: (504, "done", "Won't Do"),
    DUPLICATE: (505, "done", "Closed"),
}
QUERY = re.compile(r"owner:([\w.-]+) updated:(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d|\*)")


class World(Tracker):
    system = "shortcut"
    secret = "sct_ro_canary-token"
    login = "sam"
    key = "sc-{}"

    def answer(self, request: Request) -> Response:
        if request.headers.get("Shortcut-Token") != self.secret:
            return told({"message": "Unauthorized", "tag": "unauthorized"}, 401)
        story = re.fullmatch(r"/api/v3/stories/(\d+)/history", request.path)
        if story:
            return told(history(next(one for one in self.tickets if one.number == int(story[1]))))
        routes = {
            "/api/v3/member": self._member,
            "/api/v3/workflows": self._workflows,
            "/api/v3/search/stories": self._search,
        }
        if request.path not in routes:
            return told({"message": "Page not Found"}, 404)
        return routes[request.path](request)

    def _member(self, _):
        return told(
            {
                "id": IDS[ME],
                "is_owner": False,
                "mention_name": "sam",
                "name": "Sam Kerr",
                "role": "member",
                "workspace2": {
                    "name": "Acme",
                    "url_slug": "acme",
                    "estimate_scale": [1, 2],
                    "utc_offset": "+01:00",
                },
            }
        )

    def _workflows(self, _):
        states = [
            {"id": id_, "type": kind, "name": name, "position": id_} for id_, kind, name in STATES.values()
        ]
        return told([{"id": 400, "name": "Standard", "default_state_id": 500, "states": states}])

    def _search(self, request):
        asked = QUERY.fullmatch(request.args.get("query", ""))
        size = int(request.args.get("page_size", 25))
        if not asked or not 1 <= size <= 250:
            return told({"message": "The search query is not valid.", "error": "invalid"}, 400)
        owner, begin, end = asked.groups()
        last = date.max if end == "*" else date.fromisoformat(end)
        found = [
            one
            for one in self.tickets
            if {"sam": ME}.get(owner, OTHER) == one.assigned
            and date.fromisoformat(begin) <= (one.changed + timedelta(hours=1)).date() <= last
        ]
        found.sort(key=lambda one: one.number * 7 % 10)
        place = int(request.args.get("next", 0))
        upto = place + min(size, PAGE)
        detail = request.args.get("detail", "full")
        rows = [self.edit(shape(one, detail)) for one in found[place : min(upto, MOST_FOUND)]]
        more = upto < min(len(found), MOST_FOUND)
        following = (
            f"/api/v3/search/stories?{urlencode({**request.args.to_dict(), 'next': upto})}" if more else None
        )
        return told({"data": rows, "next": following, "total": len(found)})


WORLD = World


def second(moment):
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment else None


def shape(one, detail):
    is_over = one.state in {DONE, DROPPED, DUPLICATE}
    row = {
        "app_url": f"https://app.shortcut.com/acme/story/{one.number}?vc_group_by=day",
        "archived": False,
        "completed": is_over,
        "completed_at": second(one.moves[-1][0]) if is_over else None,
        "completed_at_override": None,
        "created_at": second(one.created),
        "entity_type": "story",
        "id": one.number,
        "labels": [{"entity_type": "label", "id": 7, "name": name, "color": "#fff"} for name in one.labels],
        "moved_at": second(one.moves[-1][0]),
        "name": one.title,
        "owner_ids": [IDS[one.assigned]],
        "started": one.first(STARTED) is not None,
        "started_at": second(one.first(STARTED)),
        "started_at_override": None,
        "story_links": [
            {"id": 1, "entity_type": "story-link", "subject_id": one.number, "object_id": 9, "verb": "duplicates", "type": "subject"}
        ] if one.state == DUPLICATE else [],
        "story_type": one.kind,
        "updated_at": second(one.changed),
        "workflow_id": 400,
        "workflow_state_id": STATES[one.state][0],
    }  # fmt: skip
    if detail == "full":
        row["description"] = "canary-body"
        row["pull_requests"] = [
            {
                "entity_type": "pull-request",
                "number": 12,
                "url": url,
                "merged": True,
                "closed": True,
                "branch_name": "x",
            }
            for url in one.pulls
        ]
    return row


def history(one):
    made = {
        "id": one.number,
        "entity_type": "story",
        "action": "create",
        "name": one.title,
        "story_type": one.kind,
    }
    rows = [
        {"id": "0", "changed_at": second(one.created), "version": "v1", "actions": [made], "references": []}
    ]
    for moment, before, after in one.steps:
        change = {"workflow_state_id": {"new": STATES[after][0], "old": STATES[before][0]}}
        action = {"id": one.number, "entity_type": "story", "action": "update", "changes": change}
        references = [
            {"id": id_, "entity_type": "workflow-state", "type": kind, "name": name}
            for id_, kind, name in (STATES[before], STATES[after])
        ]
        rows.append(
            {
                "id": "1",
                "changed_at": second(moment),
                "version": "v1",
                "actions": [action],
                "references": references,
            }
        )
    return rows
