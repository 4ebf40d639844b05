"""One engineer's home with a repository of real commits and sessions of Claude Code in it, made as a test needs it."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from apps import app_for
from claude_lines import response, write_log
from outlay.cli.commands.evidence import evidence_json
from outlay.cli.commands.items import items_json
from outlay.cli.shared_arguments import moment
from shop_repository import EMAIL, git

UTC_ZONE = ZoneInfo("UTC")
MATE = "mate@example.org"
ONE, TWO = "5f0c0000-0000-4000-8000-000000000001", "5f0c0000-0000-4000-8000-000000000002"
NOW = "2026-11-20T17:05:00Z"
SEVEN = "pr:acme/ledger#7"
TOPIC = "branch:acme/ledger:feature/basket"
BASKET = [f"total_{n} = compute_total_{n}(basket_price, tax_of_{n}, {n})" for n in range(8)]


def at(hour, minute=0, day=19):
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def stamp(when):
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class World:
    """One engineer's home: a repository with a remote, and sessions of Claude Code in it."""

    def __init__(self, home):
        self.home = home
        self.shop = home / "shop"
        self.shop.mkdir()
        self.logs = {}
        git(self.shop, "init", "-q", "-b", "main")
        git(self.shop, "remote", "add", "origin", "https://github.com/acme/ledger.git")
        self.commit("README.md", ["The ledger of the shop, in short."], "Begin", at(8, day=10), MATE)
        self.fetched()

    def app(self, now=NOW, **more):
        return app_for(self.home, moment(now), **more)

    def fetched(self, branch="main"):
        """The remote's default branch stands where the own one does."""
        git(self.shop, "update-ref", f"refs/remotes/origin/{branch}", branch)
        git(self.shop, "symbolic-ref", "refs/remotes/origin/HEAD", f"refs/remotes/origin/{branch}")

    def commit(self, name, lines, subject, when, email=EMAIL):
        """Write a file and commit it; its sha."""
        (self.shop / name).write_text("\n".join(lines) + "\n")
        git(self.shop, "add", "-A")
        git(self.shop, "commit", "-q", "-m", subject, at=when, email=email)
        return git(self.shop, "rev-parse", "HEAD")

    def turn(self, session, when, wrote=(), branch="main", output=1_000):
        """A prompt, a request, and perhaps a file it wrote."""
        number = len(self.logs.setdefault(session, []))
        name = f"{session[-1]}-{number}"
        shared = {"sessionId": session, "cwd": str(self.shop), "gitBranch": branch, "version": "2.1.104"}
        prompt = {"type": "user", "message": {"role": "user", "content": "go on"}, "isSidechain": False}
        lines = [shared | prompt | {"uuid": f"p{name}", "timestamp": stamp(when)}]
        asked = response(
            f"msg_{name}", f"req_{name}", stamp(when + timedelta(seconds=9)), tokens=(7, 0, 0, 0, output),
            session=session, cwd=str(self.shop), branch=branch,
        )  # fmt: skip
        lines.append(asked)
        if wrote:
            path, text = str(self.shop / wrote[0]), "\n".join(wrote[1]) + "\n"
            call = {"type": "tool_use", "id": f"call_{name}", "name": "Write"}
            asked["message"]["content"] = [call | {"input": {"file_path": path, "content": text}}]
            result = {"type": "tool_result", "tool_use_id": call["id"], "content": "File created"}
            outcome = {"type": "create", "filePath": path, "content": text, "structuredPatch": []}
            told = {
                "type": "user",
                "message": {"role": "user", "content": [result]},
                "toolUseResult": outcome,
            }
            moment_of_result = stamp(when + timedelta(seconds=11))
            lines.append(shared | told | {"uuid": f"t{name}", "timestamp": moment_of_result})
        self.logs[session] += lines

    def write_logs(self):
        for session, lines in self.logs.items():
            write_log(self.home, lines, name=session)

    def sync(self, now=NOW):
        self.write_logs()
        app = self.app(now)
        app.add_identities([EMAIL])
        app.add_repositories([str(self.shop)])
        app.sync()

    def tell(self, now=NOW, **more):
        """Import pull request 7 and sync."""
        row = {
            "repository": "acme/ledger", "number": 7, "title": "Sort the basket", "body": "",
            "head_branch": "feature/basket", "base_branch": "main", "author": "me", "author_is_me": True,
            "draft": False, "state": "merged", "created_at": "2026-11-19T09:30:00Z",
            "merged_at": "2026-11-19T12:00:00Z", "closed_at": "2026-11-19T12:00:00Z", "merge_commit": None,
            "commits": [], "labels": [], "url": None,
        } | more  # fmt: skip
        path = self.home / "pulls.json"
        path.write_text(json.dumps([row]))
        app = self.app(now)
        app.import_pull_requests(path)
        app.sync()

    def items(self, **more):
        """By item: what the answer says of it."""
        found = items_json(self.app(**more).items(), UTC_ZONE)
        return {one["item"]: one for one in found["items"]}

    def said(self, **more):
        """Everything that items and evidence say."""
        app = self.app(**more)
        return items_json(app.items(), UTC_ZONE), evidence_json(app.evidence())


def basket_on_a_branch(home, asked_output=300):
    """The basket written on a branch and not landed, and a second session that asked and edited nothing."""
    world = World(home)
    git(world.shop, "switch", "-q", "-c", "feature/basket")
    world.turn(ONE, at(9), ("basket.py", BASKET), branch="feature/basket")
    world.draft = world.commit("basket.py", BASKET, "wip", at(9, 10))
    world.turn(TWO, at(10), output=asked_output)
    return world


def landed_squashed(world):
    """The same world with the basket landed at noon, as one squash with its number."""
    git(world.shop, "switch", "-q", "main")
    world.squash = world.commit("basket.py", BASKET, "Sort the basket (#7)", at(12))
    world.fetched()
    return world


def shipped_basket(home, asked_output=300):
    """The basket landed squashed, and all of it read."""
    world = landed_squashed(basket_on_a_branch(home, asked_output))
    world.sync()
    return world
