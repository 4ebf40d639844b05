"""GitLab: a server with time zone Berlin, REST with pages by number, GraphQL for sizes."""

import json
import re
from datetime import datetime
from zoneinfo import ZoneInfo

from werkzeug import Request, Response

from work_worlds.answers import told
from work_worlds.planned_forge import (
    ASSIGNED,
    CLOSES,
    SIZES,
    Forge,
    changed_issue,
    issues,
)
from work_worlds.planned_pulls import ME, NOW, OTHER

PAGE = 3
ZONE = ZoneInfo("Europe/Berlin")
GROUP = "acme/platform"
PROJECTS = {"ledger": 71, "tools": 72}
USERS = {
    "me": {"id": 501, "username": "samk", "name": "Sam Kerr", "state": "active"},
    "other": {"id": 502, "username": "mei", "name": "Mei Lin", "state": "active"},
    "agent": {"id": 503, "username": "devin-ai-integration", "name": "Devin", "state": "active"},
    "pipeline": {"id": 504, "username": "project_71_bot_4ff", "name": "Checks", "state": "active"},
}
STATES = {"open": "opened", "merged": "merged", "declined": "closed"}
LISTED = {
    "scope", "state", "updated_after", "updated_before", "order_by", "sort", "per_page", "page", "labels", "search",
}  # fmt: skip
GRAPHQL = re.compile(
    r'\{( m\d+: mergeRequest\(id: "gid://gitlab/MergeRequest/\d+"\)'
    r" \{ diffStatsSummary \{ additions deletions fileCount \} \})+ \}"
)


class World(Forge):
    system = "gitlab"
    secret = "glpat-canary-token"
    login = "samk"
    place = f"{GROUP}/"

    def __init__(self):
        planned_issues = issues("workflow::in dev", "type::bug", "resolution::wontfix")
        super().__init__(changed_issue(planned_issues, 19, duplicate=True))
        self.has_graphql = True
        self.edit_issue = lambda row: row

    def answer(self, request: Request) -> Response:
        shown = (request.headers.get("Authorization"), request.headers.get("PRIVATE-TOKEN"))
        if shown not in {(f"Bearer {self.secret}", None), (None, self.secret)}:
            return told({"message": "401 Unauthorized"}, 401)
        for path, answer in self._routes():
            found = re.fullmatch(path, request.path)
            if found and answer.__name__.strip("_") in self.refuses:
                said = {"error": "insufficient_scope", "error_description": "canary", "scope": "api read_api"}
                return told(said, 403)
            if found:
                return answer(request, *found.groups())
        return told({"error": "404 Not Found"}, 404)

    def _routes(self):
        pull = r"/api/v4/projects/(\d+)/merge_requests/(\d+)"
        issue = r"/api/v4/projects/(\d+)/issues/(\d+)"
        return (
            (r"/api/v4/user", self._user),
            (r"/api/v4/projects", self._projects),
            (r"/api/v4/merge_requests", self._merge_requests),
            (r"/api/v4/issues", self._issues),
            (rf"{pull}/commits", self._commits),
            (rf"{pull}/notes", self._notes),
            (rf"{pull}/closes_issues", self._closes),
            (rf"{issue}/resource_state_events", self._states),
            (rf"{issue}/resource_label_events", self._labels),
            (rf"{issue}/closed_by", self._closed_by),
            (r"/api/graphql", self._graphql),
        )

    def _user(self, request):
        return told({**USERS[ME], "email": "sam@acme.example", "two_factor_enabled": True})

    def _projects(self, request):
        if request.args.get("membership") != "true":
            return told([{"id": 1, "path_with_namespace": "strangers/everything"}])
        rows = [{"id": id_, "path_with_namespace": f"{GROUP}/{name}"} for name, id_ in PROJECTS.items()]
        return pages(request, rows)

    def _merge_requests(self, request):
        scopes = {
            "created_by_me": lambda one: one.author == ME,
            "assigned_to_me": lambda one: ASSIGNED.get(one.number) == ME,
            "all": lambda _: True,
        }
        return changed(
            request, self.pulls, scopes, "created_by_me", STATES, lambda one: self.edit(pull_shape(one))
        )

    def _issues(self, request):
        scopes = {
            "created_by_me": lambda _: False,
            "assigned_to_me": lambda one: one.assigned == ME,
            "all": lambda _: True,
        }
        return changed(
            request, self.issues, scopes, "created_by_me", {}, lambda one: self.edit_issue(issue_shape(one))
        )

    def _commits(self, request, project, number):
        one = self._pull(project, number)
        return pages(request, [{"id": sha, "short_id": sha[:8]} for sha in reversed(one.commits)])

    def _notes(self, request, project, number):
        notes = sorted(notes_of(self._pull(project, number)), key=lambda note: note["id"])
        return pages(request, notes if request.args.get("sort") == "asc" else notes[::-1])

    def _closes(self, request, project, number):
        closed = CLOSES.get(self._pull(project, number).number, ())
        rows = [issue_shape(one) for one in self.issues if one.number in closed]
        return pages(request, [*rows, {"id": "LED-7", "title": "Of another tracker"}] if rows else rows)

    def _states(self, request, project, number):
        events = [one for one in self._issue(project, number).history if one[0] in {"closed", "reopened"}]
        rows = [{"user": USERS[ME], "created_at": moment(when), "state": what} for what, when, _ in events]
        return pages(request, rows)

    def _labels(self, request, project, number):
        events = [one for one in self._issue(project, number).history if one[0] in {"put", "taken"}]
        action = {"put": "add", "taken": "remove"}
        rows = [
            {"created_at": moment(when), "action": action[what], "label": {"id": 9, "name": label}}
            for what, when, label in events
        ]
        return pages(request, [{"created_at": moment(NOW), "action": "add", "label": None}, *rows])

    def _closed_by(self, request, project, number):
        closing = {pull for pull, closed in CLOSES.items() if int(number) in closed}
        return pages(request, [pull_shape(one) for one in self.pulls if one.number in closing])

    def _graphql(self, request):
        if not self.has_graphql:
            return told({"error": "404 Not Found"}, 404)
        asked = json.loads(request.get_data())["query"]
        ids = re.findall(r"MergeRequest/(\d+)", asked)
        if not GRAPHQL.fullmatch(asked) or len(ids) * 7 > 200:
            return told({"errors": [{"message": "canary-words-of-the-server"}]})
        sizes = {id_: SIZES.get(int(id_) - 1000) for id_ in ids}
        return told({"data": {f"m{id_}": size_shape(size) for id_, size in sizes.items()}})

    def _pull(self, project, number):
        return self._one(self.pulls, project, number)

    def _issue(self, project, number):
        return self._one(self.issues, project, number)

    def _one(self, rows, project, number):
        return next(
            one for one in rows if one.number == int(number) and PROJECTS[one.repository] == int(project)
        )


WORLD = World


def moment(at):
    """As a server writes it that stands in another zone than UTC."""
    return at.astimezone(ZONE).isoformat(timespec="milliseconds") if at else None


def changed(request, rows, scopes, usual, states, shape):
    """A list by the moment of change; what a real server refuses is refused."""
    asked = request.args
    if set(asked) - LISTED:
        return told({"error": "unknown parameters"}, 400)
    if asked.get("state", "all") not in {"all", "opened", "closed", "merged", "locked"}:
        return told({"error": "state does not have a valid value"}, 400)
    if asked.get("scope", usual) not in scopes:
        return told({"error": "scope does not have a valid value"}, 400)
    wanted = asked.get("state", "all")
    since = datetime.fromisoformat(asked.get("updated_after", "2000-01-01T00:00:00Z"))
    found = [one for one in rows if scopes[asked.get("scope", usual)](one) and one.changed >= since]
    found = [one for one in found if wanted in {"all", states.get(getattr(one, "state", None))}]
    by = "changed" if asked.get("order_by") == "updated_at" else "created"
    found.sort(key=lambda one: getattr(one, by), reverse=asked.get("sort", "desc") == "desc")
    return pages(request, [shape(one) for one in found])


def size_shape(size):
    if size is None:
        return {"diffStatsSummary": None}
    return {"diffStatsSummary": dict(zip(("additions", "deletions", "fileCount"), size, strict=True))}


def pull_shape(one):
    squashed = one.number == 4
    return {
        "id": 1000 + one.number,
        "iid": one.number,
        "project_id": PROJECTS[one.repository],
        "title": f"Draft: {one.title}" if one.draft else one.title,
        "description": one.body,
        "state": STATES[one.state],
        "created_at": moment(one.created),
        "updated_at": moment(one.changed),
        "merged_at": moment(one.ended) if one.state == "merged" else None,
        "closed_at": moment(one.ended) if one.state == "declined" else None,
        "prepared_at": moment(one.created),
        "merge_user": USERS[ME] if one.state == "merged" else None,
        "author": USERS[one.author],
        "assignees": [USERS[ASSIGNED[one.number]]] if one.number in ASSIGNED else [],
        "reviewers": [USERS[OTHER]],
        "labels": ["backend", "type::bug"] if one.number == 1 else [],
        "source_branch": one.branch,
        "target_branch": "main",
        "sha": one.commits[-1] if one.commits else None,
        "merge_commit_sha": None if squashed else one.merge_commit,
        "squash_commit_sha": one.merge_commit if squashed else None,
        "draft": one.draft,
        "work_in_progress": one.draft,
        "web_url": f"https://gitlab.acme.example/{GROUP}/{one.repository}/-/merge_requests/{one.number}?tab=notes",
        "references": {
            "short": f"!{one.number}",
            "relative": f"!{one.number}",
            "full": f"{GROUP}/{one.repository}!{one.number}",
        },
        "user_notes_count": 2,
        "time_stats": {"time_estimate": 0, "total_time_spent": 0},
    }


def issue_shape(one):
    self_link = f"https://gitlab.acme.example/api/v4/projects/{PROJECTS[one.repository]}/issues/{one.number}"
    return {
        "id": 9000 + one.number,
        "iid": one.number,
        "project_id": PROJECTS[one.repository],
        "title": one.title,
        "description": "canary-body",
        "state": "closed" if one.closed else "opened",
        "created_at": moment(one.created),
        "updated_at": moment(one.changed),
        "closed_at": moment(one.closed),
        "closed_by": USERS[ME] if one.closed else None,
        "labels": list(one.labels),
        "assignees": [USERS[one.assigned]],
        "author": USERS[OTHER],
        "type": one.kind.upper(),
        "issue_type": one.kind,
        "moved_to_id": 77 if one.moved else None,
        "merge_requests_count": sum(one.number in closed for closed in CLOSES.values()),
        "web_url": f"https://gitlab.acme.example/{GROUP}/{one.repository}/-/issues/{one.number}?show=1",
        "references": {
            "short": f"#{one.number}",
            "relative": f"#{one.number}",
            "full": f"{GROUP}/{one.repository}#{one.number}",
        },
        "_links": {
            "self": self_link,
            "closed_as_duplicate_of": f"{self_link}0" if one.duplicate else None,
        },
    }


def notes_of(one):
    """What the owner and pipelines say is no review."""
    said = [
        (one.created, ME, False, "canary-note"),
        (one.created, "pipeline", False, "Coverage is 81 %"),
        (one.created, OTHER, True, "requested review from @mei"),
    ]
    if one.ready:
        said.append((one.ready, ME, True, "marked this merge request as **ready**"))
    if one.reviewed:
        said.append((one.reviewed, OTHER, one.number == 8, "approved this merge request"))
        said.append((one.changed, OTHER, False, "canary-note"))
    return [
        {"id": place, "body": body, "author": USERS[who], "created_at": moment(when), "system": system}
        for place, (when, who, system, body) in enumerate(said, start=1)
    ]


def pages(request, rows):
    length = min(int(request.args.get("per_page", 20)), PAGE)
    page = int(request.args.get("page", 1))
    more = page * length < len(rows)
    shown = rows[(page - 1) * length : page * length]
    return told(shown, X_Page=str(page), X_Per_Page=str(length), X_Next_Page=str(page + 1) if more else "")
