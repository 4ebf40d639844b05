"""A home whose owner shipped one pull request that two sessions and the owner's own hand wrote, squash-merged."""

import json
from datetime import UTC, datetime

from apps import app_for
from claude_lines import response, write_log
from outlay.cli.shared_arguments import moment
from shop_repository import EMAIL, git

ONE, TWO = "5f0c0000-0000-4000-8000-000000000001", "6a1d0000-0000-4000-8000-000000000002"
NOW = moment("2026-11-24T12:00:00Z")
PULL, TICKET = "pr:acme/shop#12", "ticket:LED-1"
BRANCH = "feature/rates"


def text(name, lines):
    """A file whose every line says something of its own."""
    return "".join(f"{name}_{at} = price_of_{name}({at}) * {name}_factor_{at}\n" for at in range(lines))


def prompt(session, at, cwd):
    message = {"role": "user", "content": "go on"}
    return {
        "type": "user",
        "sessionId": session,
        "timestamp": at,
        "uuid": f"p{at}",
        "cwd": str(cwd),
        "message": message,
    }


def asked(session, at, cwd, branch=BRANCH, output=10_000, **more):
    """A request that answers only; its output costs 25 micro-units a token."""
    told = response(f"m{session}{at}", f"r{at}", at, tokens=(0, 0, 0, 0, output), session=session, **more)
    return told | {"cwd": str(cwd), "gitBranch": branch}


def wrote(session, at, cwd, path, content, output=10_000):
    """A request that writes a file, and its result."""
    call = f"toolu_{session[:4]}{at}"
    line = asked(session, at, cwd, output=output)
    given = {"file_path": str(cwd / path), "content": content}
    line["message"]["content"] = [{"type": "tool_use", "id": call, "name": "Write", "input": given}]
    done = {"type": "tool_result", "tool_use_id": call, "content": "File created"}
    result = prompt(session, at, cwd) | {
        "uuid": f"u{at}",
        "message": {"role": "user", "content": [done]},
        "toolUseResult": {
            "type": "create",
            "filePath": str(cwd / path),
            "content": content,
            "structuredPatch": [],
        },
    }
    return [line, result]


def made(folder, message, day, hour, **files):
    """One commit of files; its sha."""
    for name, content in files.items():
        (folder / f"{name}.py").write_text(content)
    at = datetime(2026, 11, day, hour, tzinfo=UTC)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message, at=at)
    return git(folder, "rev-parse", "HEAD")


def repository(folder):
    """The shop, its branch squashed into main; the branch's commits and the squash."""
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.email", EMAIL)
    git(folder, "remote", "add", "origin", "https://github.com/acme/shop.git")
    made(folder, "Begin", 16, 9, start=text("start", 3))
    git(folder, "checkout", "-q", "-b", BRANCH, at=datetime(2026, 11, 17, 8, tzinfo=UTC))
    first = made(folder, "LED-1 Add rates", 17, 10, rates=text("rates", 12))
    second = made(folder, "Add discounts", 18, 11, discounts=text("discounts", 8), notes=text("notes", 6))
    git(folder, "checkout", "-q", "main", at=datetime(2026, 11, 19, 12, tzinfo=UTC))
    git(folder, "merge", "-q", "--squash", BRANCH)
    squash = made(folder, "LED-1: Add rates (#12)", 19, 12)
    git(folder, "update-ref", "refs/remotes/origin/main", "main")
    git(folder, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    return first, second, squash


def logs(home, shop):
    """Session one wrote the rates, session two the discounts; the last turn of one was outside, that of two edited nothing."""
    day = "2026-11-{}.000Z".format
    write_log(
        home,
        [
            prompt(ONE, day("17T09:00:00"), shop),
            *wrote(ONE, day("17T09:01:00"), shop, "rates.py", text("rates", 12)),
            prompt(ONE, day("17T20:00:00"), home),
            asked(ONE, day("17T20:01:00"), home, None, 4_000),
        ],
        ONE,
    )
    write_log(
        home,
        [
            prompt(TWO, day("18T09:00:00"), shop),
            *wrote(TWO, day("18T09:01:00"), shop, "discounts.py", text("discounts", 8), 20_000),
            prompt(TWO, day("18T09:30:00"), shop),
            asked(TWO, day("18T09:31:00"), shop),
        ],
        TWO,
    )


def pull(commits, squash, **more):
    return {
        "repository": "acme/shop", "number": 12, "title": "LED-1: Add rates", "body": "", "head_branch": BRANCH,
        "base_branch": "main", "author": "Me", "author_is_me": True, "draft": False, "state": "merged",
        "created_at": "2026-11-18T12:00:00Z", "merged_at": "2026-11-19T12:00:00Z", "closed_at": None,
        "merge_commit": squash, "commits": list(commits), "labels": ["feature"],
        "url": "https://github.com/acme/shop/pull/12", **more,
    }  # fmt: skip


TOLD_TICKET = {
    "system": "jira", "key": "LED-1", "repository": None, "type": "Story", "title": "Rates of the shop",
    "state": "done", "created_at": "2026-11-16T08:00:00Z", "started_at": "2026-11-17T08:00:00Z",
    "done_at": "2026-11-19T13:00:00Z", "reopened_at": [], "url": None,
}  # fmt: skip


def told_home(home, pulls=(), tickets=(), now=NOW):
    """An app over the home, with what a tracker told imported and everything read."""
    app = app_for(home, now)
    app.add_repositories([str(home / "shop")])
    for rows, take in ((pulls, app.import_pull_requests), (tickets, app.import_tickets)):
        if rows:
            path = home / "told.json"
            path.write_text(json.dumps(list(rows)))
            take(path)
    app.sync()
    return app
