"""Serves pull requests and tickets of the files `outlay import` takes: through GitHub's shape, tickets of Jira through Jira's.

`as_told` gives the rows as these systems can tell them, to import the same: GitHub's moments are whole seconds, what
was begun and is open is being worked on, a ticket of Jira lives in no repository, and somebody else's pull request is
not told.
"""

import re
from datetime import datetime, timedelta

from work_worlds import github, jira
from work_worlds.jira_issues import Issue

MOMENTS = ("created_at", "merged_at", "closed_at", "started_at", "done_at")
CLOSING = re.compile(r"(?i)\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? #(\d+)\b")
"""What GitHub ties an issue of the same repository to a pull request by."""

STANDS = {"open": "To Do", "started": "In Progress", "done": "Done", "not_planned": "Cancelled"}


def as_told(pulls, tickets):
    """The same rows as the systems tell them."""
    return (
        [_in_seconds(pull) for pull in pulls if pull.get("author_is_me")],
        [_ticket_as_told(ticket) for ticket in tickets],
    )


def worlds(pulls, tickets):
    """GitHub's and Jira's world of rows as told."""
    forge = github.WORLD(
        [_pull(row) for row in pulls], [_issue(row) for row in tickets if row["system"] == "github"]
    )
    tracker = jira.WORLD([_jira_issue(row) for row in tickets if row["system"] == "jira"])
    forge.most = tracker.most = 20
    return forge, tracker


def _in_seconds(row):
    at = {name: f"{row[name][:19]}Z" for name in MOMENTS if row.get(name)}
    reopened = [f"{moment[:19]}Z" for moment in row.get("reopened_at") or ()]
    return {**row, **at, **({"reopened_at": reopened} if "reopened_at" in row else {})}


def _ticket_as_told(row):
    is_begun = row["state"] == "open" and row.get("started_at")
    lives = {"repository": row.get("repository") if row["system"] == "github" else None}
    return {**_in_seconds(row), **lives, **({"state": "started"} if is_begun else {})}


def _last(row):
    return max([row[name] for name in MOMENTS if row.get(name)] + (row.get("reopened_at") or []))


def _pull(row):
    place, number, body = row["repository"], row["number"], row.get("body") or ""
    sha = row.get("merge_commit")
    return github.pull(
        place,
        number,
        row["title"],
        row["created_at"],
        _last(row),
        merged=row.get("merged_at"),
        closed=row.get("closed_at"),
        commits=row["commits"],
        labels=row.get("labels") or (),
        body=body,
        closes=[(place, int(one)) for one in CLOSING.findall(body)],
        isDraft=bool(row.get("draft")),
        headRefName=row["head_branch"],
        baseRefName=row["base_branch"],
        mergeCommit=github.commit(sha) if sha else None,
    )


def _issue(row):
    """What happened to it is on a project's board, and that it was closed and opened again on the issue itself."""
    place, _, number = row["key"].partition("#")
    begun = [github.status(row["started_at"], "In Progress", "Todo")] if row.get("started_at") else []
    events = [
        github.closed(moment, "NOT_PLANNED" if row["state"] == "not_planned" else "COMPLETED")
        if name == "done"
        else github.event("ReopenedEvent", moment)
        for moment, name in _ends(row)
    ]
    return github.issue(
        place,
        int(number),
        row["title"],
        row["created_at"],
        _last(row),
        closed=row.get("done_at"),
        reason="NOT_PLANNED" if row["state"] == "not_planned" else "COMPLETED",
        type=row.get("type"),
        timelineItems=begun + events,
    )


def _ends(row):
    """When it was done and when opened again; between two that are told it was done in the middle."""
    before = row.get("started_at") or row["created_at"]
    for moment in row.get("reopened_at") or ():
        yield _middle(before, moment), "done"
        yield moment, "back"
        before = moment
    if row.get("done_at"):
        yield row["done_at"], "done"


def _jira_issue(row):
    steps = [(row["started_at"], "In Progress")] if row.get("started_at") else []
    steps += [(moment, "Done" if name == "done" else "To Do") for moment, name in _ends(row)]
    stands = STANDS[row["state"]]
    if (steps[-1][1] if steps else "To Do") != stands:
        steps.append((_last(row), stands))
    names = ["To Do", *(name for _, name in steps)]
    moves = tuple((_moment(at), before, name) for before, (at, name) in zip(names, steps, strict=False))
    is_done = row["state"] == "done"
    return Issue(
        row["key"],
        row["title"],
        _moment(row["created_at"]),
        _moment(_last(row)),
        status=stands,
        moves=moves,
        type=row.get("type"),
        resolution="Done" if is_done else None,
    )


def _moment(written):
    return datetime.fromisoformat(written)


def _middle(one, other):
    at = _moment(one) + (_moment(other) - _moment(one)) / 2
    return f"{at - timedelta(microseconds=at.microsecond):%Y-%m-%dT%H:%M:%SZ}"
