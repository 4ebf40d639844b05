"""Gitea: a server with time zone New York, one search for pull requests and issues, timelines."""

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
    Issue,
    issues,
)
from work_worlds.planned_pulls import ME, NOW, OTHER

PAGE = 3
ZONE = ZoneInfo("America/New_York")
OWNER = "acme"
HOST = "https://git.acme.example"
USERS = {
    "me": {"id": 1, "login": "samk", "full_name": "Sam Kerr"},
    "other": {"id": 2, "login": "mei", "full_name": "Mei Lin"},
    "agent": {"id": 3, "login": "devin-ai-integration", "full_name": ""},
}
SEARCHED = {
    "state",
    "type",
    "since",
    "before",
    "created",
    "assigned",
    "mentioned",
    "labels",
    "q",
    "page",
    "limit",
}


class World(Forge):
    system = "gitea"
    secret = "canary0123456789abcdef0123456789abcdef01"
    login = "samk"
    place = f"{OWNER}/"

    def __init__(self):
        super().__init__(issues("Status/In Progress", "Kind/Bug", "Reviewed/Won't Fix"))
        self.takes_either = False
        """Some versions take `created` and `assigned` for either of the two."""
        self.says_total = True
        self.knows_pages = True

    def answer(self, request: Request) -> Response:
        if request.headers.get("Authorization") not in {f"token {self.secret}", f"Bearer {self.secret}"}:
            return told({"message": "invalid username, password or token", "url": f"{HOST}/api/swagger"}, 401)
        for path, answer in self._routes():
            found = re.fullmatch(path, request.path)
            if found and answer.__name__.strip("_") in self.refuses:
                return told({"message": "token does not have at least one of required scope(s)"}, 403)
            if found:
                return answer(request, *found.groups())
        return told({"message": "The target couldn't be found.", "errors": None}, 404)

    def _routes(self):
        repository = r"/api/v1/repos/acme/(\w+)"
        return (
            (r"/api/v1/user", self._user),
            (r"/api/v1/user/repos", self._repositories),
            (r"/api/v1/repos/issues/search", self._search),
            (rf"{repository}/pulls/(\d+)", self._pull),
            (rf"{repository}/pulls/(\d+)/commits", self._commits),
            (rf"{repository}/issues/(\d+)/timeline", self._timeline),
        )

    def _user(self, request):
        return told({**USERS[ME], "email": "sam@acme.example", "is_admin": False})

    def _repositories(self, request):
        names = sorted({one.repository for one in (*self.pulls, *self.issues)})
        return self._pages(request, [{"id": 1, "full_name": f"{OWNER}/{name}"} for name in names])

    def _search(self, request):
        asked = request.args
        if set(asked) - SEARCHED or asked.get("state", "open") not in {"open", "closed", "all"}:
            return told({"message": "canary-words-of-the-server"}, 422)
        rows = self._of_type(asked.get("type"))
        begin = datetime.fromisoformat(asked.get("since", "2000-01-01T00:00:00Z"))
        state = asked.get("state", "open")
        found = [one for one in rows if one.changed >= begin and self._is_mine(one, asked)]
        found = [one for one in found if state == "all" or state == row_of(one)["state"]]
        found.sort(key=lambda one: one.created, reverse=True)
        return self._pages(request, [self.edit(row_of(one)) for one in found])

    def _of_type(self, type_):
        pulls = self.pulls if type_ != "issues" else []
        return [*pulls, *(self.issues if type_ != "pulls" else [])]

    def _is_mine(self, one, asked):
        wrote = getattr(one, "author", OTHER) == ME
        assigned = assignee(one) == ME
        told_of = [wrote] * (asked.get("created") == "true") + [assigned] * (asked.get("assigned") == "true")
        if told_of and self.takes_either:
            return wrote or assigned or isinstance(one, Issue)
        return all(told_of)

    def _pull(self, request, repository, number):
        return told(self._whole(self._one(self.pulls, number)))

    def _whole(self, one):
        additions, deletions, files = SIZES.get(one.number, (None, None, None))
        head = {"label": one.branch, "ref": f"refs/pull/{one.number}/head", "sha": "0" * 40}
        return {
            **row_of(one),
            "head": head,
            "base": {"label": "main", "ref": "main", "sha": "1" * 40},
            "draft": one.draft,
            "merged": one.state == "merged",
            "merged_at": moment(one.ended) if one.state == "merged" else None,
            "merge_commit_sha": one.merge_commit,
            "merged_by": USERS[ME] if one.state == "merged" else None,
            "additions": additions,
            "deletions": deletions,
            "changed_files": files,
        }

    def _commits(self, request, repository, number):
        if request.args.get("files") != "false":
            return told({"message": "costly"}, 500)
        one = self._one(self.pulls, number)
        return self._pages(
            request, [{"sha": sha, "commit": {"message": "x"}} for sha in reversed(one.commits)]
        )

    def _timeline(self, request, repository, number):
        pull = next((one for one in self.pulls if one.number == int(number)), None)
        events = pull_events(pull) if pull else issue_events(self._one(self.issues, number), self.pulls)
        return self._pages(request, [event_of(*event) for event in sorted(events, key=lambda one: one[1])])

    def _one(self, rows, number):
        return next(one for one in rows if one.number == int(number))

    def _pages(self, request, rows):
        length = min(int(request.args.get("limit", 30)), PAGE)
        first = (int(request.args.get("page", 1)) - 1) * length
        if not self.knows_pages and not request.path.endswith("search"):
            return told(rows)
        total = {"X_Total_Count": str(len(rows))} if self.says_total else {}
        return told(rows[first : first + length], **total)


WORLD = World


def moment(at):
    """As a server writes it that stands in another zone than UTC; to the second."""
    return at.astimezone(ZONE).isoformat(timespec="seconds") if at else None


def assignee(one):
    return one.assigned if isinstance(one, Issue) else ASSIGNED.get(one.number)


def row_of(one):
    """Of the search, which has one form for both."""
    is_issue = isinstance(one, Issue)
    closed = one.closed if is_issue else one.ended
    kind = "issues" if is_issue else "pulls"
    merged = not is_issue and one.state == "merged"
    assigned = USERS[assignee(one)] if assignee(one) else None
    meta = {
        "merged": merged,
        "merged_at": moment(closed) if merged else None,
        "draft": not is_issue and one.draft,
        "html_url": f"{HOST}/{OWNER}/{one.repository}/pulls/{one.number}",
    }
    labels = one.labels if is_issue else ("Kind/Bug",) if one.number == 1 else ()
    return {
        "id": (5000 if is_issue else 6000) + one.number,
        "url": f"{HOST}/api/v1/repos/{OWNER}/{one.repository}/issues/{one.number}",
        "html_url": f"{HOST}/{OWNER}/{one.repository}/{kind}/{one.number}?a=b",
        "number": one.number,
        "user": USERS[getattr(one, "author", OTHER)],
        "original_author": "",
        "title": f"WIP: {one.title}" if getattr(one, "draft", False) else one.title,
        "body": "canary-body" if is_issue else one.body,
        "labels": [{"id": 4, "name": name, "exclusive": "/" in name, "color": "ee0701"} for name in labels],
        "milestone": None,
        "assignee": assigned,
        "assignees": [assigned] if assigned else None,
        "state": "closed" if closed else "open",
        "is_locked": False,
        "comments": 1,
        "created_at": moment(one.created),
        "updated_at": moment(one.changed),
        "closed_at": moment(closed),
        "due_date": None,
        "pull_request": None if is_issue else meta,
        "repository": {
            "id": 8,
            "name": one.repository,
            "owner": OWNER,
            "full_name": f"{OWNER}/{one.repository}",
        },
    }


def pull_events(one):
    """What the owner says of it is no review."""
    events = [("comment", one.created, ME, {"body": "canary-note"}), ("pull_push", one.created, ME, {})]
    if one.ready:
        titles = {"old_title": f"WIP: {one.title}", "new_title": one.title}
        events.append(("change_title", one.ready, ME, titles))
        events.append(("change_title", one.changed, ME, {"old_title": one.title, "new_title": one.title}))
    if one.reviewed:
        events.append(("review", one.reviewed, OTHER, {"review_id": 3, "body": "canary-note"}))
        events.append(("comment", one.changed, OTHER, {"body": "canary-note"}))
    if one.state == "merged":
        events.append(("merge_pull", one.ended, ME, {}))
    return events


def issue_events(one, pulls):
    kinds = {
        "put": "label",
        "taken": "label",
        "closed": "close",
        "reopened": "reopen",
        "timed": "start_tracking",
    }
    events = [
        (
            kinds[what],
            when,
            ME,
            {"body": "1" if what == "put" else "", "label": {"name": label} if label else None},
        )
        for what, when, label in one.history
    ]
    for pull in pulls:
        if one.number in CLOSES.get(pull.number, ()):
            events.append(("pull_ref", pull.created, ME, {"ref_action": "closes", "ref_issue": row_of(pull)}))
            events.append(("comment_ref", NOW, ME, {"ref_action": "none", "ref_issue": row_of(pulls[-1])}))
            other = Issue(99, one.repository, "An issue", NOW, NOW)
            events.append(("issue_ref", NOW, ME, {"ref_action": "closes", "ref_issue": row_of(other)}))
    return events


def event_of(kind, when, who, more):
    fields = {
        "id": 7,
        "type": kind,
        "user": USERS[who],
        "body": "",
        "created_at": moment(when),
        "updated_at": moment(when),
        "old_title": "",
        "new_title": "",
        "ref_action": "none",
        "ref_issue": None,
        "label": None,
    }
    return {**fields, **more}
