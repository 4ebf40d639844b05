"""GitHub on a company's own server: GraphQL carried out against a schema, search with its limits, and `/user`.

`WORLD(pulls=..., issues=...)` plays any work; `pull`, `issue` and `event` make it in GitHub's shapes. What a name with
a dash before it holds (`-reviewers`) is known to the search and not to be asked for.
"""

import base64
import json
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from graphql import GraphQLError, build_schema, execute, get_named_type, parse, validate
from werkzeug import Request, Response

from work_worlds import Seen

SCHEMA = Path(__file__).parent.parent / "fixtures" / "work" / "github.graphql"
ME = "mara-lind"
MOST_FOUND = 1_000
NOW = "2026-11-20T17:05:00Z"
LAST = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)


def person(login, kind="User"):
    return {"__typename": kind, "id": f"{kind[0]}_{login}", "login": login, "name": None}


def event(kind, created, **more):
    return {"__typename": kind, "id": f"E_{created}", "createdAt": created, **more}


def assigned(created, login=ME):
    return event("AssignedEvent", created, assignee=person(login))


def closed(created, reason="COMPLETED"):
    return event("ClosedEvent", created, stateReason=reason)


def status(created, to, since=""):
    return event("ProjectV2ItemStatusChangedEvent", created, previousStatus=since, status=to)


def review(submitted, login, kind="User", state="APPROVED"):
    return {"id": f"R_{submitted}", "author": person(login, kind), "state": state, "submittedAt": submitted}


def repository(place):
    return {"__typename": "Repository", "id": f"R_{place}", "nameWithOwner": place, "isPrivate": True}


def commit(sha):
    return {"id": f"C_{sha}", "oid": sha, "committedDate": NOW}


def shas(first, many):
    return [f"{first:04x}{number:036x}" for number in range(1, many + 1)]


def _common(kind, place, number, title, created, updated):
    path = "pull" if kind == "PullRequest" else "issues"
    return {
        "__typename": kind,
        "id": f"{kind}_{place}_{number}",
        "number": number,
        "title": title,
        "url": f"https://git.example.com/{place}/{path}/{number}",
        "createdAt": created,
        "updatedAt": updated,
        "closedAt": None,
        "repository": repository(place),
        "state": "OPEN",
        "assignees": [],
        "labels": [],
        "timelineItems": [],
    }


def pull(place, number, title, created, updated, **more):
    """A pull request; `merged`, `closed`, `commits`, `closes`, `labels` in short, the rest under GitHub's names."""
    ended, merged = more.pop("closed", None), more.pop("merged", None)
    commits, closes, labels = (
        more.pop("commits", shas(number, 2)),
        more.pop("closes", ()),
        more.pop("labels", ()),
    )
    return {
        **_common("PullRequest", place, number, title, created, updated),
        "author": person(ME),
        "body": "",
        "isDraft": False,
        "state": "MERGED" if merged else "CLOSED" if ended else "OPEN",
        "mergedAt": merged,
        "closedAt": merged or ended,
        "additions": 10 * number,
        "deletions": number,
        "changedFiles": 3,
        "mergedBy": person(ME) if merged else None,
        "mergeCommit": commit(f"{number:040x}") if merged else None,
        "baseRefName": "main",
        "headRefName": f"work/{number}",
        "commits": [{"id": f"PRC_{sha}", "commit": commit(sha)} for sha in commits],
        "closingIssuesReferences": [
            _common("Issue", where, one, "", created, created) for where, one in closes
        ],
        "labels": [{"id": f"L_{label}", "name": label} for label in labels],
        "reviews": [],
        "-commenters": (),
        **more,
    }


def issue(place, number, title, created, updated, **more):
    """An issue assigned to the owner; `closed`, `reason`, `type`, `labels`, `pulls` in short."""
    ended, reason = more.pop("closed", None), more.pop("reason", "COMPLETED")
    kind, labels, pulls = more.pop("type", None), more.pop("labels", ()), more.pop("pulls", ())
    return {
        **_common("Issue", place, number, title, created, updated),
        "state": "CLOSED" if ended else "OPEN",
        "closedAt": ended,
        "stateReason": reason if ended else None,
        "issueType": {"id": f"IT_{kind}", "name": kind} if kind else None,
        "assignees": [person(ME)],
        "labels": [{"id": f"L_{label}", "name": label} for label in labels],
        "closedByPullRequestsReferences": list(pulls),
        "timelineItems": [assigned(created)],
        **more,
    }


LEDGER, TOOLS = "acme/ledger", "acme/tools"


def _bot(login):
    return {"author": person(login, "Bot")}


def _pulls():
    return [
        pull(
            LEDGER,
            11,
            "Round half to even LED-101",
            "2026-10-24T21:30:00Z",
            "2026-10-25T01:00:00Z",
            merged="2026-10-25T01:00:00Z",
            closes=[(LEDGER, 12)],
            labels=["bug", "money"],
            body="Closes acme/tools#2.\n\nCo-authored-by: Claude <noreply@anthropic.com>",
            reviews=[
                review("2026-10-24T21:40:00Z", ME, state="COMMENTED"),
                review("2026-10-24T21:45:00Z", "copilot-pull-request-reviewer", "Bot", "COMMENTED"),
                review("2026-10-25T00:59:59Z", "jo"),
            ],
        ),
        pull(LEDGER, 14, "Try a new parser", "2026-11-10T08:00:00Z", "2026-11-10T08:00:00Z", isDraft=True),
        pull(
            LEDGER,
            15,
            "Drop it",
            "2026-11-02T08:00:00Z",
            "2026-11-03T08:00:00Z",
            closed="2026-11-03T08:00:00Z",
        ),
        pull(
            LEDGER,
            16,
            "Export by day",
            "2026-11-01T05:30:00Z",
            "2026-11-01T06:30:00Z",
            merged="2026-11-01T06:30:00Z",
        ),
        pull(
            TOOLS,
            3,
            "Move everything",
            "2026-11-04T08:00:00Z",
            "2026-11-10T08:00:00Z",
            merged="2026-11-09T08:00:00Z",
            commits=shas(3, 130),
        ),
        pull(
            LEDGER,
            17,
            "Show totals",
            "2026-11-12T08:00:00Z",
            "2026-11-14T08:00:00Z",
            timelineItems=[
                event("ReadyForReviewEvent", "2026-11-12T09:00:00Z"),
                event("ConvertToDraftEvent", "2026-11-12T10:00:00Z"),
                event("ReadyForReviewEvent", "2026-11-13T09:00:00Z"),
            ],
        ),
        *_others_pulls(),
    ]


def _others_pulls():
    mine = {"assignees": [person(ME)]}
    by_jo = {"mergedBy": person("jo")}
    at = [f"2026-11-15T{hour:02}:00:00Z" for hour in range(24)]
    return [
        pull(
            LEDGER,
            20,
            "Fix flaky test",
            at[0],
            at[1],
            merged=at[1],
            **mine,
            **by_jo,
            **_bot("copilot-swe-agent"),
        ),
        pull(
            LEDGER,
            21,
            "Bump the lint rules",
            at[1],
            at[2],
            merged=at[2],
            **_bot("devin-ai-integration"),
            reviews=[review(at[2], ME)],
        ),
        pull(
            LEDGER,
            22,
            "Rename",
            at[2],
            at[3],
            merged=at[3],
            **by_jo,
            **_bot("claude"),
            **{"-commenters": (ME,)},
        ),
        pull(LEDGER, 23, "A colleague's", at[3], at[4], author=person("jo"), **mine),
        pull(LEDGER, 24, "Bump requests", at[4], at[5], merged=at[5], **_bot("dependabot"), **mine),
        pull(LEDGER, 25, "Not for me", at[5], at[6], author=person("jo")),
        pull(LEDGER, 26, "Nor this", at[6], at[7], **_bot("copilot-swe-agent"), assignees=[person("jo")]),
        pull(LEDGER, 27, "Of a ghost", at[7], at[8], author=None, **mine),
        *(
            pull(
                LEDGER,
                30 + n,
                "Looked at",
                at[8 + n],
                at[9 + n],
                author=person("jo"),
                reviews=[review(at[9 + n], ME)],
            )
            for n in range(3)
        ),
    ]


def _issues():
    linked = pull(LEDGER, 11, "", "2026-10-24T21:30:00Z", NOW, merged=NOW)
    return [
        issue(
            LEDGER,
            12,
            "Sums differ by a cent",
            "2026-10-20T08:00:00Z",
            "2026-10-25T01:00:00Z",
            closed="2026-10-25T01:00:00Z",
            type="Bug",
            labels=["money"],
            pulls=[linked],
            timelineItems=[assigned("2026-10-21T08:00:00Z"), closed("2026-10-25T01:00:00Z")],
        ),
        issue(
            LEDGER,
            13,
            "Another currency",
            "2026-10-21T08:00:00Z",
            "2026-10-26T08:00:00Z",
            closed="2026-10-26T08:00:00Z",
            reason="NOT_PLANNED",
        ),
        issue(
            LEDGER,
            18,
            "Export is empty",
            "2026-10-22T08:00:00Z",
            "2026-11-05T08:00:00Z",
            closed="2026-11-05T08:00:00Z",
            type="Bug",
            timelineItems=[
                assigned("2026-10-22T07:00:00Z", "jo"),
                assigned("2026-10-22T09:00:00Z"),
                closed("2026-11-01T05:59:59Z"),
                event("ReopenedEvent", "2026-11-01T06:00:00Z"),
                closed("2026-11-05T08:00:00Z"),
            ],
        ),
        issue(LEDGER, 19, "Some day", "2026-11-06T08:00:00Z", "2026-11-06T08:00:00Z", type="Feature"),
        issue(
            TOOLS,
            7,
            "Faster start",
            "2026-11-07T08:00:00Z",
            "2026-11-08T08:00:00Z",
            type="Task",
            timelineItems=[
                assigned("2026-11-07T08:00:00Z"),
                status("2026-11-07T08:30:00Z", "Todo"),
                status("2026-11-08T08:00:00Z", "In Progress", "Todo"),
            ],
        ),
        issue(
            TOOLS,
            8,
            "Slow start",
            "2026-11-07T09:00:00Z",
            "2026-11-08T08:00:00Z",
            closed="2026-11-08T08:00:00Z",
            reason="DUPLICATE",
        ),
        issue(LEDGER, 28, "For jo", "2026-11-09T08:00:00Z", "2026-11-09T09:00:00Z", assignees=[person("jo")]),
    ]


@cache
def _schema(*, old):
    text = SCHEMA.read_text(encoding="utf-8")
    if old:
        text = re.sub(r"(?m)^(?:type (?:IssueType|ProjectV2\w+) .*|  issueType: .*)\n", "", text)
        text = text.replace(" PROJECT_V2_ITEM_STATUS_CHANGED_EVENT", "").replace(
            " | ProjectV2ItemStatusChangedEvent", ""
        )
    return build_schema(text)


@cache
def _checked(query, *, old):
    """A question, and what of it does not fit the schema."""
    document = parse(query)
    return document, validate(_schema(old=old), document)


class WORLD:
    system = "github"
    secret = "github_pat_11AAAA_canary"
    login = ME
    prefix = ""

    def __init__(self, pulls=None, issues=None):
        self.settings = {}
        self.pulls = _pulls() if pulls is None else pulls
        self.issues = _issues() if issues is None else issues
        self.most = 3
        self.scopes = None
        self.old = False
        self.may_see_projects = True
        self.headers = {}
        self.refused = {}
        self.limit_used_up = False
        self.expected = Seen(
            frozenset(
                (*(f"{LEDGER}#{number}" for number in (11, 14, 15, 16, 17, 20, 21)), f"{TOOLS}#3"),
            ),
            frozenset((*(f"{LEDGER}#{number}" for number in (12, 13, 18, 19)), f"{TOOLS}#7", f"{TOOLS}#8")),
        )

    def answer(self, request: Request) -> Response:
        if request.headers.get("Authorization") != f"Bearer {self.secret}":
            return _json({"message": "Bad credentials", "status": "401"}, 401)
        path = request.path.removeprefix("/api")
        if path in self.refused:
            told = {"message": "Resource not accessible by personal access token", "status": "403"}
            return _json(told, 403, {"X-Accepted-GitHub-Permissions": self.refused[path]})
        if path == "/graphql" and request.method == "POST":
            return self._graphql(json.loads(request.get_data()))
        return self._rest(path)

    def empty(self) -> None:
        self.pulls, self.issues = [], []

    def go_back(self) -> str:
        found = next(one for one in self.issues if one["number"] == 12)
        found |= {
            "state": "OPEN",
            "closedAt": None,
            "stateReason": "REOPENED",
            "updatedAt": "2026-11-20T17:00:00Z",
        }
        found["timelineItems"] = [*found["timelineItems"], event("ReopenedEvent", "2026-11-20T17:00:00Z")]
        return f"{LEDGER}#12"

    def grow(self, pulls: int, tickets: int) -> None:
        self.most = 100
        self.pulls = [
            pull(LEDGER, number, f"Change {number}", at, at, merged=at) for number, at in _spread(pulls)
        ]
        self.issues = [
            issue(TOOLS, number, f"Wish {number}", at, at, closed=at) for number, at in _spread(tickets)
        ]

    def _rest(self, path: str) -> Response:
        headers = dict(self.headers)
        if self.scopes is not None:
            headers["X-OAuth-Scopes"] = self.scopes
        match path:
            case "/v3/user":
                return _json({"login": ME, "id": 4711, "name": "Mara Lind", "type": "User"}, 200, headers)
            case "/v3/user/repos":
                seen = [{"full_name": TOOLS, "private": False}, {"full_name": LEDGER, "private": True}]
                return _json(seen, 200, headers)
            case (
                "/v3/repos/acme/ledger/pulls"
                | "/v3/repos/acme/ledger/issues"
                | "/v3/repos/acme/ledger/commits"
            ):
                return _json([], 200, headers)
        return _json({"message": "Not Found", "status": "404"}, 404)

    def _graphql(self, asked) -> Response:
        if self.limit_used_up:
            error = {"type": "RATE_LIMITED", "message": "API rate limit exceeded"}
            return _json({"errors": [error]}, 200, {"X-RateLimit-Reset": "1795194300"})
        document, unfit = _checked(asked["query"], old=self.old)
        if unfit:
            return _json(
                {
                    "errors": [
                        {"message": one.message, "extensions": {"code": "undefinedField"}} for one in unfit
                    ]
                }
            )
        if not self.may_see_projects and "PROJECT_V2_ITEM_STATUS_CHANGED_EVENT" in asked["query"]:
            error = {"type": "INSUFFICIENT_SCOPES", "message": "requires one of: ['read:project']"}
            return _json({"errors": [error]})
        told = execute(
            _schema(old=self.old),
            document,
            root_value=self,
            variable_values=asked["variables"],
            field_resolver=self._resolve,
        )
        errors = {"errors": [one.formatted for one in told.errors]} if told.errors else {}
        return _json({"data": told.data, **errors})

    def _resolve(self, source, info, **args):
        if source is self:
            return getattr(self, f"_root_{info.field_name}")(info, **args)
        value = source.get(info.field_name)
        if args.get("includeClosedPrs") is False:
            value = [one for one in value if one["state"] == "OPEN"]
        if get_named_type(info.return_type).name.endswith("Connection"):
            return _connection(value, info.field_name, **args)
        return None if value == "DUPLICATE" and args == {"enableDuplicate": False} else value

    def _root_viewer(self, info):
        return person(ME)

    def _root_node(self, info, id):  # noqa: A002  GitHub's name
        return next((one for one in (*self.pulls, *self.issues) if one["id"] == id), None)

    def _root_nodes(self, info, ids):
        if len(ids) > 100:
            raise GraphQLError("You may not provide more than 100 node ids")
        return [self._root_node(info, one) for one in ids]

    def _root_search(self, info, query, **args):
        if args.pop("type") != "ISSUE":
            raise GraphQLError("only issues are played")
        found = self._found(query.split())
        page = _connection(found[:MOST_FOUND], "search", most=self.most, **args)
        return {**page, "issueCount": len(found)}

    def _found(self, words):
        rows = [*reversed(self.pulls), *reversed(self.issues)]
        for word in words:
            if word != "sort:updated-asc":
                rows = [row for row in rows if _fits(row, word)]
        return sorted(rows, key=lambda row: row["updatedAt"]) if "sort:updated-asc" in words else rows


def _spread(many: int):
    """Numbers and moments over the last six hundred days."""
    step = timedelta(days=600) / max(many, 1)
    return [(n, (LAST - (many - n) * step).strftime("%Y-%m-%dT%H:%M:%SZ")) for n in range(1, many + 1)]


def _json(value, code=200, headers=None) -> Response:
    return Response(json.dumps(value), code, headers, content_type="application/json; charset=utf-8")


def _connection(rows, name, *, first=None, last=None, after=None, itemTypes=None, most=None, **_):  # noqa: N803
    """One page; without an end to it, or with more than a hundred, it is refused."""
    wanted = first if first is not None else last
    if wanted is None or not 0 < wanted <= 100:
        raise GraphQLError(
            f"You must provide a `first` or `last` value to properly paginate the `{name}` connection."
        )
    if itemTypes is not None:
        rows = [one for one in rows if _in_capitals(one["__typename"]) in itemTypes]
    begin = int(base64.b64decode(after).decode().partition(":")[2]) if after else 0
    wanted = min(wanted, most or wanted)
    page = rows[begin : begin + wanted] if first is not None else rows[-wanted:]
    end = begin + len(page)
    info = {
        "hasNextPage": first is not None and end < len(rows),
        "hasPreviousPage": begin > 0,
        "endCursor": base64.b64encode(f"cursor:{end}".encode()).decode() if page else None,
    }
    return {"nodes": page, "pageInfo": info, "totalCount": len(rows)}


def _in_capitals(name: str) -> str:
    return re.sub(r"(?<=[a-z\d])(?=[A-Z])", "_", name).upper()


def _login(actor):
    return actor["login"] if actor else None


def _fits(row, word: str) -> bool:
    """Whether a row is found by a word; one that is no qualifier is looked for in titles."""
    name, _, value = word.partition(":")
    is_left_out = name.startswith("-")
    value = ME if value == "@me" else value
    match name.lstrip("-"):
        case "is":
            fits = row["__typename"] == {"pr": "PullRequest", "issue": "Issue"}[value]
        case "author":
            fits = _login(row.get("author")) == value
        case "assignee":
            fits = value in map(_login, row["assignees"])
        case "reviewed-by":
            fits = value in [_login(one["author"]) for one in row["reviews"]]
        case "involves":
            fits = value in {_login(row["author"]), *map(_login, row["assignees"]), *row["-commenters"]}
        case "updated":
            fits = row["updatedAt"] >= re.fullmatch(r">=(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)", value)[1]
        case _:
            fits = word in row["title"]
    return fits != is_left_out
