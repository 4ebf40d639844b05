"""Linear: GraphQL over its own schema, a key without a word before it, newest change first, 10,000 points a query."""

import json
from datetime import datetime
from math import ceil
from pathlib import Path

from graphql import GraphQLError, build_schema, execute, parse, validate
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

SCHEMA = build_schema((Path(__file__).parent.parent / "fixtures" / "work" / "linear.graphql").read_text())
PAGE, HISTORY_PAGE = 3, 2
MOST_POINTS = 10_000
TYPES = {
    OPEN: "unstarted",
    STARTED: "started",
    REVIEW: "started",
    DONE: "completed",
    DROPPED: "canceled",
    DUPLICATE: "duplicate",
}
USERS = {who: {"id": who, "name": who, "email": f"{who}@acme.example"} for who in ("other",)}
USERS[ME] = {"id": ME, "name": "Sam Kerr", "email": "sam@acme.example"}


class World(Tracker):
    system = "linear"
    secret = "lin_api_canary-token"
    login = "sam@acme.example"
    key = "LED-{}"

    def __init__(self):
        super().__init__()
        self.archived = {101}
        """What Linear puts away by itself some time after it was done."""

    def answer(self, request: Request) -> Response:
        if request.headers.get("Authorization") != self.secret:
            return refusal("AUTHENTICATION_ERROR")
        if (request.method, request.path) != ("POST", "/graphql"):
            return told({"error": "not found"}, 404)
        asked = json.loads(request.get_data())
        document = parse(asked["query"])
        faults = validate(SCHEMA, document)
        if faults:
            return told(
                {
                    "errors": [
                        {"message": str(one), "extensions": {"code": "GRAPHQL_VALIDATION_FAILED"}}
                        for one in faults
                    ]
                },
                400,
            )
        if points(document.definitions[0].selection_set) > MOST_POINTS:
            return refusal("INPUT_ERROR")
        result = execute(SCHEMA, document, self._root(), variable_values=asked.get("variables"))
        return told(result.formatted)

    def _root(self):
        return {
            "viewer": USERS[ME],
            "organization": {"id": "o", "name": "Acme", "urlKey": "acme"},
            "teams": lambda _, **args: paged([{"id": "t", "key": "LED", "name": "Ledger"}], args),
            "issue": lambda _, **args: self._issue(args["id"]),
            "issues": self._issues,
        }

    def _issue(self, id_):
        for one in self.tickets:
            if f"id-{one.number}" == id_:
                return shape(one)
        raise GraphQLError("Entity not found", extensions={"code": "INPUT_ERROR"})

    def _issues(self, _, **args):
        wish = args.get("filter") or {}
        archived = set() if args.get("includeArchived") else self.archived
        found = [one for one in self.tickets if one.number not in archived]
        if wish.get("assignee", {}).get("isMe", {}).get("eq"):
            found = [one for one in found if one.assigned == ME]
        if "gte" in wish.get("updatedAt", {}):
            begin = datetime.fromisoformat(wish["updatedAt"]["gte"])
            found = [one for one in found if one.changed >= begin]
        by_change = args.get("orderBy") == "updatedAt"
        found = sorted(found, key=lambda one: one.changed if by_change else one.created, reverse=True)
        return paged([self.edit(shape(one)) for one in found], args, PAGE)


WORLD = World


def refusal(code):
    """With the status Linear gives for errors of every kind."""
    return told(
        {"errors": [{"message": "canary", "extensions": {"code": code, "type": "canary"}}], "data": None}, 400
    )


def points(selections):
    """What a query costs: a tenth for a property, one for an object, rows times for what stands in a connection."""
    cost = 0.0
    for field in selections.selections:
        if field.selection_set is None:
            cost += 0.1
            continue
        asked = {one.name.value: one.value for one in field.arguments or ()}
        inner = {one.name.value for one in field.selection_set.selections}
        times = (
            int(getattr(asked["first"], "value", 50)) if "first" in asked else 50 if "nodes" in inner else 1
        )
        cost += 1 + times * points(field.selection_set)
    return ceil(cost * 10) / 10


def paged(rows, args, most=50):
    first = min(args.get("first") or 50, most)
    begin = int(args.get("after") or 0)
    end = begin + first
    return {
        "nodes": rows[begin:end],
        "pageInfo": {"hasNextPage": end < len(rows), "endCursor": str(end) if rows else None},
    }


def state(of):
    return {"id": f"state-{of}", "name": of.capitalize(), "type": TYPES[of]}


def shape(one):
    changes = [
        {"id": "t", "createdAt": iso(one.changed), "fromState": None, "toState": None},
        *(
            {"id": str(moment), "createdAt": iso(moment), "fromState": state(before), "toState": state(after)}
            for moment, before, after in reversed(one.steps)
        ),
    ]
    is_done = one.state == DONE
    return {
        "id": f"id-{one.number}",
        "identifier": f"LED-{one.number}",
        "number": one.number,
        "title": one.title,
        "url": f"https://linear.app/acme/issue/LED-{one.number}/a-slug?utm=canary",
        "branchName": f"sam/led-{one.number}",
        "priority": 0,
        "createdAt": iso(one.created),
        "updatedAt": iso(one.changed),
        "startedAt": iso(one.first(STARTED)),
        "completedAt": iso(one.last(DONE)) if is_done else None,
        "canceledAt": iso(one.last(DROPPED, DUPLICATE)) if one.state in {DROPPED, DUPLICATE} else None,
        "state": state(one.state),
        "team": {"id": "t", "key": "LED", "name": "Ledger"},
        "assignee": USERS[one.assigned],
        "labels": lambda _, **args: paged([{"id": name, "name": name} for name in one.labels], args),
        "attachments": lambda _, **args: paged(
            [
                {"id": "a", "url": url, "sourceType": "github", "title": "canary", "metadata": {}}
                for url in (*one.pulls, "https://files.example/plan.pdf")
            ],
            args,
        ),
        "history": lambda _, **args: paged(changes, args, HISTORY_PAGE),
    }
